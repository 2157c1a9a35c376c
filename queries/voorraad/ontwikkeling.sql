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
with onder as (
    select jaar, corporatie, kern, tabel, upload_id, bronrij, aantal::double as teller, null::double as noemer
    from eindstanden($van, $tot, $kernen, $corporaties, $niveau)
    union all
    select jaar, corporatie, null, 'plan', null, null, voorraad::double, null
    from planstanden($van, $tot, $kernen, $corporaties)
    where $niveau <> 'kern'
),

final as (
    select
        jaar,
        op_corporatie($niveau, corporatie) as corporatie,
        case when tabel = 'plan' then 'totaal' else op_kern($niveau, kern) end as kern,
        case when tabel = 'plan' then 'plan' else 'realisatie' end as soort,
        sum(teller)::bigint as voorraad
    from onder
    group by all
)

select *
from final
order by jaar, corporatie, kern, soort
