-- vraag: hoeveel woningzoekenden waren er bij de laatste telling van elk jaar?
-- afspraak: 1.1.2
-- korrel: een rij per jaar, groep, leeftijdsklasse en drempel
-- let op: een telling op 1 januari hoort bij het jaar ervoor.
create macro woningzoekenden_per_jaar(van, tot) as table (
    select
        jaar,
        groep,
        leeftijdsklasse,
        sum(ingeschreven)::bigint as ingeschreven,
        sum(actief)::bigint as actief,
        drempel_reacties::bigint as drempel_reacties,
        sum(ingestroomd)::bigint as ingestroomd,
        sum(uitgestroomd)::bigint as uitgestroomd
    from woningzoekenden_geteld(van, tot)
    group by all
)
