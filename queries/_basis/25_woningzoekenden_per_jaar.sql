-- vraag: hoeveel woningzoekenden waren er bij de laatste telling van elk jaar?
-- afspraak: 1.1.2
-- bron: woningzoekenden
-- korrel: een rij per jaar, groep, leeftijdsklasse en drempel
-- kolommen: jaar integer, groep varchar, leeftijdsklasse varchar, ingeschreven bigint, actief bigint,
--   drempel_reacties bigint
-- let op: een telling op 1 januari hoort bij het jaar ervoor.
create macro woningzoekenden_per_jaar(van, tot) as table (
    with tellingen as (
        select *, standjaar(peildatum) as jaar
        from woningzoekenden
        where in_periode(standdatum(peildatum), van, tot)
    ),
    laatste as (
        select jaar, max(peildatum) as peildatum
        from tellingen
        group by jaar
    )
    select
        t.jaar,
        t.groep,
        t.leeftijdsklasse,
        sum(t.ingeschreven)::bigint as ingeschreven,
        sum(t.actief)::bigint as actief,
        t.drempel_reacties::bigint as drempel_reacties
    from tellingen as t
    inner join laatste as l on l.jaar = t.jaar and l.peildatum = t.peildatum
    group by all
)
