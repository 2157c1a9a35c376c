-- vraag: hoe lang zochten mensen voordat zij een woning kregen, per groep woningzoekenden?
-- afspraak: 1.1.2
-- bron: verhuringen, groepen
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail', urgenten boolean = true, directe_bemiddeling boolean = true
-- korrel: een rij per jaar, corporatie, kern en groep
-- kolommen: jaar integer, corporatie varchar, kern varchar, groep varchar, mediaan double, gemiddelde double,
--   p90 double, n bigint
-- noemer: verhuringen aan deze groep met een bekende zoekduur
-- let op: zoekduur is de tijd van de eerste reactie tot de verhuring, in maanden. Hier telt elke groep mee, ook wie
--   direct bemiddeld is; zet de schakelaars uit voor dezelfde verhuringen als bij de zoekduur zonder groepen.
with final as (
    select *
    from duren_per_groep('zoekduur', $van, $tot, $kernen, $corporaties, $niveau, $urgenten, $directe_bemiddeling)
)

select *
from final
order by jaar, corporatie, kern, groep
