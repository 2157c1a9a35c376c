-- vraag: hoe lang stonden mensen ingeschreven toen zij een woning kregen, per groep woningzoekenden?
-- afspraak: 1.1.2
-- bron: verhuringen, groepen
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail', urgenten boolean = true, directe_bemiddeling boolean = true
-- korrel: een rij per jaar, corporatie, kern en groep
-- kolommen: jaar integer, corporatie varchar, kern varchar, groep varchar, mediaan double, gemiddelde double,
--   p90 double, n bigint
-- noemer: verhuringen aan deze groep met een bekende inschrijfduur
-- let op: inschrijfduur is de tijd van inschrijving tot verhuring, in maanden. Hier telt elke groep mee, ook wie
--   direct bemiddeld is; zet de schakelaars uit voor dezelfde verhuringen als bij de inschrijfduur zonder groepen.
with verhuurd as (
    select jaar, corporatie, kern, groep, inschrijfduur_mnd
    from verhuringen_met_wachttijd($urgenten::boolean, $directe_bemiddeling::boolean)
    where inschrijfduur_mnd is not null
        and in_periode(ingangsdatum, $van::date, $tot::date)
        and gekozen($kernen::varchar[], kern)
        and gekozen($corporaties::varchar[], corporatie)
),

final as (
    select
        jaar,
        op_corporatie($niveau::varchar, corporatie) as corporatie,
        op_kern($niveau::varchar, kern) as kern,
        groep,
        median(inschrijfduur_mnd) as mediaan,
        avg(inschrijfduur_mnd) as gemiddelde,
        quantile_cont(inschrijfduur_mnd, 0.9) as p90,
        count(*) as n
    from verhuurd
    group by all
)

select *
from final
order by jaar, corporatie, kern, groep
