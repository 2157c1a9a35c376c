-- vraag: hoeveel woningen hebben de corporaties aan het eind van elk jaar, volgens de planning en in het echt?
-- afspraak: 1.1.1
-- bron: voorraad, corporaties, plan
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail'
-- korrel: een rij per jaar, corporatie, kern en soort (plan of realisatie)
-- kolommen: jaar integer, corporatie varchar, kern varchar, soort varchar, voorraad bigint
-- let op: woningen, DAEB en niet-DAEB samen, zoals in de planning. De laatste telling in een jaar geldt; 1 januari
--   hoort bij het jaar ervoor. De planning kent geen kernen en begint met de beginstand van het eerste planjaar.
--   Ontbreekt de telling van een corporatie, dan is er voor dat jaar geen gemeentelijk totaal.
with standen as (
    select jaar, corporatie, kern, aantal
    from eindstanden($van::date, $tot::date, $kernen::varchar[], $corporaties::varchar[], $niveau::varchar)
),

geplande_standen as (
    select jaar, corporatie, voorraad
    from planstanden($van::date, $tot::date, $corporaties::varchar[])
    where $niveau::varchar <> 'kern' and $kernen::varchar[] is null
),

gerealiseerd as (
    select
        jaar,
        op_corporatie($niveau::varchar, corporatie) as corporatie,
        op_kern($niveau::varchar, kern) as kern,
        'realisatie' as soort,
        sum(aantal)::bigint as voorraad
    from standen
    group by all
),

gepland as (
    select
        jaar,
        op_corporatie($niveau::varchar, corporatie) as corporatie,
        'totaal' as kern,
        'plan' as soort,
        sum(voorraad)::bigint as voorraad
    from geplande_standen
    group by all
),

final as (
    select * from gerealiseerd
    union all
    select * from gepland
)

select *
from final
order by jaar, corporatie, kern, soort
