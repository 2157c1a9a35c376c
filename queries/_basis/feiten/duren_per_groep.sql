-- vraag: hoe lang duurde het (inschrijfduur of zoekduur) voor elke groep woningzoekenden?
-- afspraak: 1.1.2
-- korrel: een rij per jaar, corporatie, kern en groep
create macro duren_per_groep(
    duur, van, tot, kernen, corporaties, niveau, met_urgenten, met_directe_bemiddeling
) as table (
    select
        jaar, op_corporatie(niveau, corporatie) as corporatie, op_kern(niveau, kern) as kern,
        groep,
        median(maanden) as mediaan,
        avg(maanden) as gemiddelde,
        quantile_cont(maanden, 0.9) as p90,
        count(*) as n
    from duren(duur, van, tot, kernen, corporaties, met_urgenten, met_directe_bemiddeling)
    group by all
)
