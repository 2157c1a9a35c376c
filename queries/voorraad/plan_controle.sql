-- vraag: kloppen de totalen in het document met de planning per corporatie?
-- afspraak: 1.1.1, 1.1.4
-- bron: plan, plan_totalen
-- parameters: geen
-- korrel: een rij per corporatie (of totaal), soort, jaar en onderdeel dat het document noemt
-- kolommen: corporatie varchar, soort varchar, jaar integer, onderdeel varchar, berekend bigint, document bigint,
--   verschil bigint
-- let op: verschil is berekend min document. Alleen wat het document noemt en wat te berekenen is wordt vergeleken.
with planregels as (
    unpivot (select * from plan)
    on beginstand, aankoop, nieuwbouw, verkoop, sloop, eindstand
    into name onderdeel value aantal
),

documenttotalen as (
    unpivot (select * from plan_totalen)
    on beginstand, aankoop, nieuwbouw, verkoop, sloop, eindstand
    into name onderdeel value document
),

met_totalen as (
    select corporatie, soort, jaar, onderdeel, aantal from planregels
    union all
    select 'totaal' as corporatie, soort, jaar, onderdeel, aantal from planregels
    union all
    select corporatie, 'alles' as soort, jaar, onderdeel, aantal from planregels
    union all
    select 'totaal' as corporatie, 'alles' as soort, jaar, onderdeel, aantal from planregels
),

opgeteld as (
    select corporatie, soort, jaar, onderdeel, sum(aantal)::bigint as berekend
    from met_totalen
    group by all
),

final as (
    select
        d.corporatie,
        d.soort,
        d.jaar::integer as jaar,
        d.onderdeel,
        o.berekend,
        d.document::bigint as document,
        (o.berekend - d.document)::bigint as verschil
    from documenttotalen as d
    inner join opgeteld as o
        on o.corporatie = d.corporatie and o.soort = d.soort and o.jaar = d.jaar and o.onderdeel = d.onderdeel
)

select *
from final
order by
    corporatie = 'totaal',
    corporatie,
    list_position(['woongelegenheid', 'overig', 'alles'], soort),
    jaar,
    list_position(['beginstand', 'aankoop', 'nieuwbouw', 'verkoop', 'sloop', 'eindstand'], onderdeel)
