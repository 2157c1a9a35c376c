-- vraag: welke woningen zijn er verhuurd, voor de keuze van de lezer?
-- korrel: een rij per verhuring
-- let op: alle kolommen van verhuringen, met het jaar van de ingangsdatum en de tabel waar de rij staat.
create macro verhuurd(van, tot, kernen, corporaties) as table (
    select *, year(ingangsdatum)::integer as jaar, 'verhuringen' as tabel
    from verhuringen
    where in_periode(ingangsdatum, van, tot) and gekozen(kernen, kern) and gekozen(corporaties, corporatie)
)
