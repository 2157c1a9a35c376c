-- vraag: hoe wordt de leefbaarheid beoordeeld, en wat is er veranderd?
-- afspraak: 4.2
-- bron: kengetallen, kengetal_definities
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail', kengetal varchar = 'leefbaarheidsscore'
-- korrel: een rij per jaar, corporatie en kern
-- kolommen: jaar integer, corporatie varchar, kern varchar, score double, vorige double, verschil double
-- kengetallen: leefbaarheidsscore
-- let op: vorige is de meting daarvoor, ook als die meer dan een jaar oud is. Scores worden niet opgeteld: er staat
--   alleen wat precies op dit niveau is vastgelegd.
with onder as (
    select jaar, corporatie, kern, tabel, upload_id, bronrij, waarde as teller, null::double as noemer
    from kengetal_metingen(null, $tot, $kernen, $corporaties, $niveau)
    where kengetal = $kengetal::varchar
),

metingen as (
    select jaar, corporatie, kern, waarde as score
    from kengetal_jaarwaarden(null, $tot, $kernen, $corporaties, $niveau)
    where kengetal = $kengetal::varchar
),

met_vorige as (
    select *, lag(score) over (partition by corporatie, kern order by jaar) as vorige
    from metingen
),

final as (
    select *, round(score - vorige, 6) as verschil
    from met_vorige
    where jaar_in_periode(jaar, $van, null)
)

select *
from final
order by jaar, corporatie, kern
