-- vraag: wat was de waarde van een kengetal in elk jaar?
-- afspraak: 5.8
-- bron: kengetallen, kengetal_definities
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail', kengetal varchar = ''
-- korrel: een rij per jaar, corporatie en kern
-- kolommen: jaar integer, corporatie varchar, kern varchar, waarde double, teller double, noemer double
-- let op: een stroom telt op binnen het jaar, van een peil telt de laatste waarde in het jaar. Een totaal dat zo is
--   vastgelegd gaat voor de som van de delen. Mogen delen niet opgeteld worden, dan telt alleen wat precies op dit
--   niveau is vastgelegd.
with onder as (
    select
        m.jaar,
        m.corporatie,
        m.kern,
        'kengetallen' as tabel,
        m.upload_id,
        m.bronrij,
        case when m.noemer is null then m.waarde else m.teller end as teller,
        m.noemer as noemer
    from kengetal_metingen(
        $van::date, $tot::date, $kernen::varchar[], $corporaties::varchar[], $niveau::varchar
    ) as m
    where m.kengetal = $kengetal::varchar
),

final as (
    select w.jaar, w.corporatie, w.kern, w.waarde, w.teller, w.noemer
    from kengetal_jaarwaarden(
        $van::date, $tot::date, $kernen::varchar[], $corporaties::varchar[], $niveau::varchar
    ) as w
    where w.kengetal = $kengetal::varchar
)

select *
from final
order by jaar, corporatie, kern
