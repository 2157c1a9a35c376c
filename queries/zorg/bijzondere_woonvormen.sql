-- vraag: hoe ontwikkelen zich alle kengetallen bij een thema?
-- afspraak: 3.2, 3.9, 4.9
-- bron: kengetallen, kengetal_definities, afspraken
-- parameters: van date = null, tot date = null, thema integer = null
-- korrel: een rij per jaar en kengetal, voor de hele gemeente
-- kolommen: jaar integer, kengetal varchar, naam varchar, waarde double
-- let op: een kengetal hoort bij het thema van zijn afspraak. Mag een kengetal niet opgeteld worden, dan staat het
--   er alleen als het voor de hele gemeente is vastgelegd.
with benoemd as (
    select d.kengetal, d.naam
    from kengetal_definities as d
    left join afspraken as a on a.afspraak = d.afspraak
    where $thema::integer is null or a.thema = $thema::integer
),

final as (
    select w.jaar, w.kengetal, d.naam, w.waarde
    from kengetal_jaarwaarden($van, $tot, null, null, 'gemeente') as w
    inner join benoemd as d on d.kengetal = w.kengetal
)

select *
from final
order by kengetal, jaar
