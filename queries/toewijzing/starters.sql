-- vraag: welk deel van de verhuringen ging naar starters?
-- afspraak: 1.1.8
-- bron: verhuringen
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail'
-- korrel: een rij per jaar, corporatie en kern
-- kolommen: jaar integer, corporatie varchar, kern varchar, starters bigint, verhuringen bigint, aandeel double,
--   onbekend bigint
-- teller: verhuringen aan wie geen zelfstandige woning achterliet
-- noemer: verhuringen waarvan de woonsituatie bekend is
-- let op: hoeveel verhuringen niet meetellen omdat de woonsituatie ontbreekt, staat bij onbekend.
with verhuurd as (
    select year(ingangsdatum)::integer as jaar, corporatie, kern, woonsituatie
    from verhuringen
    where in_periode(ingangsdatum, $van::date, $tot::date)
        and gekozen($kernen::varchar[], kern)
        and gekozen($corporaties::varchar[], corporatie)
),

geteld as (
    select
        jaar,
        op_corporatie($niveau::varchar, corporatie) as corporatie,
        op_kern($niveau::varchar, kern) as kern,
        count(*) filter (where woonsituatie = 'starter') as starters,
        count(woonsituatie) as verhuringen,
        count(*) - count(woonsituatie) as onbekend
    from verhuurd
    group by all
),

final as (
    select jaar, corporatie, kern, starters, verhuringen, starters::double / nullif(verhuringen, 0) as aandeel, onbekend
    from geteld
)

select *
from final
order by jaar, corporatie, kern
