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
        jaar, corporatie, kern, tabel, upload_id, bronrij,
        case when noemer is null then waarde else m.teller end as teller,
        noemer
    from kengetal_metingen($van, $tot, $kernen, $corporaties, $niveau) as m
    where kengetal = $kengetal::varchar
),

final as (
    select * exclude (kengetal)
    from kengetal_jaarwaarden($van, $tot, $kernen, $corporaties, $niveau)
    where kengetal = $kengetal::varchar
)

select *
from final
order by jaar, corporatie, kern
