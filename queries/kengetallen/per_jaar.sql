-- vraag: wat was de waarde van een kengetal in elk jaar?
-- afspraak: 5.8
-- bron: kengetallen, kengetal_definities
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail', kengetal varchar = null
-- verdeeld over: kengetal
-- korrel: een rij per kengetal, jaar, corporatie en kern
-- kolommen: kengetal varchar, jaar integer, corporatie varchar, kern varchar, waarde double, teller double,
--   noemer double
-- let op: een stroom telt op binnen het jaar, van een peil telt de laatste waarde in het jaar. Een totaal dat zo is
--   vastgelegd gaat voor de som van de delen. Mogen delen niet opgeteld worden, dan telt alleen wat precies op dit
--   niveau is vastgelegd.
with onder as (
    select
        jaar, corporatie, kern, tabel, upload_id, bronrij,
        case when noemer is null then waarde else m.teller end as teller,
        noemer,
        kengetal
    from kengetal_metingen($van, $tot, $kernen, $corporaties, $niveau) as m
    where $kengetal::varchar is null or kengetal = $kengetal::varchar
),

final as (
    select *
    from kengetal_jaarwaarden($van, $tot, $kernen, $corporaties, $niveau)
    where $kengetal::varchar is null or kengetal = $kengetal::varchar
)

select *
from final
order by kengetal, jaar, corporatie, kern
