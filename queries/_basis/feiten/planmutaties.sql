-- vraag: hoeveel woningen komen er volgens de planning in elk jaar bij en gaan eraf?
-- afspraak: 1.1.4
-- korrel: een rij per jaar en corporatie
-- let op: de planning kent geen kernen: wie er een kiest, krijgt niets.
create macro planmutaties(van, tot, kernen, corporaties) as table (
    select jaar::integer as jaar, corporatie, aankoop, nieuwbouw, verkoop, sloop
    from plan
    where soort = 'woongelegenheid'
        and kernen is null
        and jaar_in_periode(jaar, van, tot)
        and gekozen(corporaties, corporatie)
)
