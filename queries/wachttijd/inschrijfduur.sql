-- vraag: hoe lang stonden mensen ingeschreven toen zij een woning kregen?
-- afspraak: 1.1.2
-- bron: verhuringen, groepen
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail', urgenten boolean = false, directe_bemiddeling boolean = false
-- korrel: een rij per jaar, corporatie en kern
-- kolommen: jaar integer, corporatie varchar, kern varchar, mediaan double, gemiddelde double, p90 double, n bigint
-- noemer: verhuringen met een bekende inschrijfduur, aan regulier woningzoekenden en zonder directe bemiddeling
-- let op: inschrijfduur is de tijd van inschrijving tot verhuring, in maanden. De mediaan is van alle verhuringen
--   samen, nooit een gemiddelde van medianen. De schakelaars urgenten en directe_bemiddeling zetten die verhuringen
--   erbij.
with verhuurd as (
    select *
    from verhuringen_met_wachttijd($urgenten::boolean, $directe_bemiddeling::boolean)
    where inschrijfduur_mnd is not null
        and in_periode(ingangsdatum, $van::date, $tot::date)
        and gekozen($kernen::varchar[], kern)
        and gekozen($corporaties::varchar[], corporatie)
),

onder as (
    select
        jaar,
        corporatie,
        kern,
        'verhuringen' as tabel,
        upload_id,
        bronrij,
        inschrijfduur_mnd as teller,
        1::double as noemer
    from verhuurd
),

final as (
    select
        jaar,
        op_corporatie($niveau::varchar, corporatie) as corporatie,
        op_kern($niveau::varchar, kern) as kern,
        median(teller) as mediaan,
        avg(teller) as gemiddelde,
        quantile_cont(teller, 0.9) as p90,
        count(*) as n
    from onder
    group by all
)

select *
from final
order by jaar, corporatie, kern
