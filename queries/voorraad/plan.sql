-- vraag: hoeveel woningen en andere eenheden zijn er volgens de planning per jaar?
-- afspraak: 1.1.1, 1.1.4
-- bron: plan
-- parameters: corporaties varchar[] = null
-- korrel: een rij per corporatie (of totaal), soort en jaar
-- kolommen: corporatie varchar, soort varchar, jaar integer, beginstand bigint, aankoop bigint, nieuwbouw bigint,
--   verkoop bigint, sloop bigint, eindstand bigint
-- let op: alle aantallen zijn positief; verkoop en sloop gaan eraf. Het totaal is de som van de gekozen corporaties.
--   DAEB en niet-DAEB staan samen in de planning.
with planregels as (
    select corporatie, soort, jaar, beginstand, aankoop, nieuwbouw, verkoop, sloop, eindstand
    from plan
    where gekozen($corporaties, corporatie)
),

met_totaal as (
    select * from planregels
    union all
    select * replace ('totaal' as corporatie) from planregels
),

final as (
    select
        corporatie,
        soort,
        jaar::integer as jaar,
        sum(beginstand)::bigint as beginstand,
        sum(aankoop)::bigint as aankoop,
        sum(nieuwbouw)::bigint as nieuwbouw,
        sum(verkoop)::bigint as verkoop,
        sum(sloop)::bigint as sloop,
        sum(eindstand)::bigint as eindstand
    from met_totaal
    group by all
)

select *
from final
order by corporatie = 'totaal', corporatie, soort desc, jaar
