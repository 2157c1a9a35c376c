-- vraag: welk deel van de getoetste verhuringen was passend toegewezen?
-- afspraak: 1.2.1
-- bron: verhuringen
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail'
-- korrel: een rij per jaar, corporatie en kern
-- kolommen: jaar integer, corporatie varchar, kern varchar, passend bigint, getoetst bigint, aandeel double
-- teller: verhuringen die passend zijn toegewezen
-- noemer: verhuringen die getoetst zijn: passend of niet passend
-- let op: verhuringen waarvoor de toets niet geldt en verhuringen zonder uitkomst tellen niet mee.
with verhuurd as (
    select year(ingangsdatum)::integer as jaar, corporatie, kern, passend
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
        count(*) filter (where v.passend = 'passend') as passend,
        count(*) filter (where v.passend in ('passend', 'niet_passend')) as getoetst
    from verhuurd as v
    group by all
),

final as (
    select *, passend::double / nullif(getoetst, 0) as aandeel
    from geteld
)

select *
from final
order by jaar, corporatie, kern
