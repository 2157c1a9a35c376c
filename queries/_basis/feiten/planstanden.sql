-- vraag: hoeveel woningen staan er volgens de planning aan het eind van elk jaar?
-- afspraak: 1.1.1, 1.1.4
-- korrel: een rij per jaar en corporatie
-- let op: het jaar voor het eerste planjaar toont de beginstand van de planning. De planning kent geen kernen:
--   wie er een kiest, krijgt niets.
create macro planstanden(van, tot, kernen, corporaties) as table (
    with woningplan as (
        select corporatie, jaar, beginstand, eindstand, min(jaar) over (partition by corporatie) as eerste_jaar
        from plan
        where soort = 'woongelegenheid' and kernen is null and gekozen(corporaties, corporatie)
    ),

    punten as (
        select jaar - 1 as jaar, corporatie, beginstand as voorraad
        from woningplan
        where jaar = eerste_jaar
        union all
        select jaar, corporatie, eindstand as voorraad
        from woningplan
    )

    select jaar::integer as jaar, corporatie, voorraad::bigint as voorraad
    from punten
    where jaar_in_periode(jaar, van, tot)
)
