-- vraag: hoeveel woningen zijn aangesloten op het warmtenet?
-- afspraak: 2.3
-- bron: voorraad, corporaties
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail'
-- korrel: een rij per jaar, corporatie en kern
-- kolommen: jaar integer, corporatie varchar, kern varchar, aangesloten bigint, voorraad bigint, aandeel double
-- teller: woningen met een aansluiting aan het eind van het jaar
-- noemer: alle woningen van de corporaties aan het eind van het jaar
with standen as (
    select jaar, corporatie, kern, warmtenet, aantal
    from eindstanden($van::date, $tot::date, $kernen::varchar[], $corporaties::varchar[], $niveau::varchar)
),

geteld as (
    select
        jaar,
        op_corporatie($niveau::varchar, corporatie) as corporatie,
        op_kern($niveau::varchar, kern) as kern,
        coalesce(sum(aantal) filter (where warmtenet), 0)::bigint as aangesloten,
        sum(aantal)::bigint as voorraad
    from standen
    group by all
),

final as (
    select *, aangesloten::double / nullif(voorraad, 0) as aandeel
    from geteld
)

select *
from final
order by jaar, corporatie, kern
