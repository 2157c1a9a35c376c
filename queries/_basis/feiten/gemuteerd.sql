-- vraag: welke woningen kwamen er in het echt bij en gingen eraf, voor de keuze van de lezer?
-- korrel: een rij per mutatie
-- let op: alle kolommen van voorraadmutaties, met het jaar van de datum en de tabel waar de rij staat. Garages,
--   winkels en andere ruimten tellen niet mee.
create macro gemuteerd(van, tot, kernen, corporaties) as table (
    select *, year(datum)::integer as jaar, 'voorraadmutaties' as tabel
    from voorraadmutaties
    where stand = 'realisatie'
        and eenheid = 'woongelegenheid'
        and in_periode(datum, van, tot)
        and gekozen(kernen, kern)
        and gekozen(corporaties, corporatie)
)
