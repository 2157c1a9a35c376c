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
    select *
    from eindstanden($van::date, $tot::date, $kernen::varchar[], $corporaties::varchar[], $niveau::varchar)
),

geplande_standen as (
    select jaar, corporatie, voorraad
    from planstanden($van::date, $tot::date, $corporaties::varchar[])
    where $niveau::varchar <> 'kern' and $kernen::varchar[] is null
),

onder as (
    select
        jaar,
        corporatie,
        kern,
        'voorraad' as tabel,
        upload_id,
        bronrij,
        aantal::double as teller,
        null::double as noemer
    from standen
    union all
    select
        jaar,
        corporatie,
        null::varchar as kern,
        'plan' as tabel,
        null::varchar as upload_id,
        null::bigint as bronrij,
        voorraad::double as teller,
        null::double as noemer
    from geplande_standen
),

final as (
    select
        jaar,
        op_corporatie($niveau::varchar, corporatie) as corporatie,
        case when tabel = 'plan' then 'totaal' else op_kern($niveau::varchar, kern) end as kern,
        case when tabel = 'plan' then 'plan' else 'realisatie' end as soort,
        sum(teller)::bigint as voorraad
    from onder
    group by all
)

select *
from final
order by jaar, corporatie, kern, soort
