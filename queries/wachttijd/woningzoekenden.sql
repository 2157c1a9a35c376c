-- vraag: hoeveel mensen staan ingeschreven, hoeveel zoeken er actief, en hoeveel kwamen en gingen er?
-- afspraak: 1.1.2
-- bron: woningzoekenden
-- parameters: van date = null, tot date = null
-- korrel: een rij per jaar, groep, leeftijdsklasse en drempel
-- kolommen: jaar integer, groep varchar, leeftijdsklasse varchar, ingeschreven bigint, actief bigint,
--   drempel_reacties bigint, ingestroomd bigint, uitgestroomd bigint
-- let op: de laatste telling in het jaar geldt; 1 januari hoort bij het jaar ervoor. De drempel is het aantal
--   reacties per jaar vanaf wanneer iemand actief heet; aantallen met een andere drempel zijn niet te vergelijken.
--   In- en uitgestroomd is in de twaalf maanden tot en met de telling, ook midden in een jaar; leeg is niet geleverd.
with final as (
    select jaar, groep, leeftijdsklasse, ingeschreven, actief, drempel_reacties, ingestroomd, uitgestroomd
    from woningzoekenden_per_jaar($van, $tot)
)

select *
from final
order by jaar, groep, kenmerk_rang(leeftijdsklasse), leeftijdsklasse, drempel_reacties
