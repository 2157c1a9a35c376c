-- vraag: welk deel van de vrije toewijzingsruimte ging naar starters?
-- afspraak: 1.1.8, 1.1.12
-- bron: verhuringen
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail'
-- korrel: een rij per jaar, corporatie en kern
-- kolommen: jaar integer, corporatie varchar, kern varchar, starters bigint, vrij bigint, aandeel double,
--   onbekend bigint
-- teller: die verhuringen aan wie geen zelfstandige woning achterliet
-- noemer: verhuringen van DAEB-woningen binnen de vrije toewijzingsruimte, dezelfde als bij de gebruikte vrije ruimte
-- let op: wie niet is vastgelegd als starter of doorstromer telt wel in de noemer; hoeveel dat er zijn, staat bij
--   onbekend. Zo is de noemer de vrije ruimte zelf.
with onder as (
    select
        jaar, corporatie, kern, tabel, upload_id, bronrij,
        telt(vrije_ruimte and woonsituatie = 'starter') as teller,
        telt(vrije_ruimte) as noemer,
        case when vrije_ruimte and woonsituatie is null then 1 end::double as onbekend
    from vrijkomend_aanbod($van, $tot, $kernen, $corporaties, true, true, true, false, true)
),

final as (
    select
        jaar, op_corporatie($niveau, corporatie) as corporatie, op_kern($niveau, kern) as kern,
        sum(teller)::bigint as starters,
        sum(noemer)::bigint as vrij,
        sum(teller) / nullif(sum(noemer), 0) as aandeel,
        count(onbekend) as onbekend
    from onder
    group by all
)

select *
from final
order by jaar, corporatie, kern
