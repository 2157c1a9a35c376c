-- vraag: welke rijen horen bij de laatste telling van de woningzoekenden in elk jaar?
-- afspraak: 1.1.2
-- korrel: een rij per rij van de laatste telling, per jaar
-- let op: een telling op 1 januari hoort bij het jaar ervoor.
create macro woningzoekenden_geteld(van, tot) as table (
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
        t.inschrijfduurklasse,
        t.huishoudgrootte,
        t.ingeschreven,
        t.actief,
        t.drempel_reacties,
        t.ingestroomd,
        t.uitgestroomd,
        'woningzoekenden' as tabel,
        t.upload_id,
        t.bronrij
    from tellingen as t
    inner join laatste as l on l.jaar = t.jaar and l.peildatum = t.peildatum
)
