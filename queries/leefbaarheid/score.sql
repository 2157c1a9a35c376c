-- vraag: hoe wordt de leefbaarheid beoordeeld, en wat is er veranderd?
-- afspraak: 4.2
-- bron: kengetallen, kengetal_definities
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail', kengetal varchar = 'leefbaarheidsscore'
-- korrel: een rij per jaar, corporatie en kern
-- kolommen: jaar integer, corporatie varchar, kern varchar, score double, vorige double, verschil double
-- let op: vorige is de meting daarvoor, ook als die meer dan een jaar oud is. Scores worden niet opgeteld: er staat
--   alleen wat precies op dit niveau is vastgelegd.
with onder as (
    select
        m.jaar,
        m.corporatie,
        m.kern,
        'kengetallen' as tabel,
        m.upload_id,
        m.bronrij,
        m.waarde as teller,
        null::double as noemer
    from kengetal_metingen(
        null::date, $tot::date, $kernen::varchar[], $corporaties::varchar[], $niveau::varchar
    ) as m
    where m.kengetal = $kengetal::varchar
),

metingen as (
    select w.jaar, w.corporatie, w.kern, w.waarde as score
    from kengetal_jaarwaarden(
        null::date, $tot::date, $kernen::varchar[], $corporaties::varchar[], $niveau::varchar
    ) as w
    where w.kengetal = $kengetal::varchar
),

met_vorige as (
    select *, lag(score) over (partition by corporatie, kern order by jaar) as vorige
    from metingen
),

final as (
    select *, round(score - vorige, 6) as verschil
    from met_vorige
    where jaar_in_periode(jaar, $van::date, null::date)
)

select *
from final
order by jaar, corporatie, kern
