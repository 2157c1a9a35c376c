-- vraag: welk deel van de verhuringen gebruikte de vrije toewijzingsruimte?
-- afspraak: 1.1.12
-- bron: verhuringen
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail'
-- korrel: een rij per jaar, corporatie en kern
-- kolommen: jaar integer, corporatie varchar, kern varchar, vrij bigint, toewijzingen bigint, aandeel double
-- teller: verhuringen van DAEB-woningen binnen de vrije toewijzingsruimte
-- noemer: alle verhuringen van DAEB-woningen
-- let op: de wettelijke toets is per corporatie, over al haar gemeenten samen. Dit cijfer gaat alleen over deze
--   gemeente en is voor die toets dus een aanwijzing.
with toegewezen as (
    select year(ingangsdatum)::integer as jaar, corporatie, kern, vrije_ruimte
    from verhuringen
    where daeb
        and in_periode(ingangsdatum, $van::date, $tot::date)
        and gekozen($kernen::varchar[], kern)
        and gekozen($corporaties::varchar[], corporatie)
),

geteld as (
    select
        jaar,
        op_corporatie($niveau::varchar, corporatie) as corporatie,
        op_kern($niveau::varchar, kern) as kern,
        count(*) filter (where vrije_ruimte) as vrij,
        count(*) as toewijzingen
    from toegewezen
    group by all
),

final as (
    select *, vrij::double / nullif(toewijzingen, 0) as aandeel
    from geteld
)

select *
from final
order by jaar, corporatie, kern
