-- vraag: welke rijen horen bij de laatste telling van de woningzoekenden in elk jaar?
-- afspraak: 1.1.2
-- korrel: een rij per rij van de laatste telling, per jaar
-- let op: een telling op 1 januari hoort bij het jaar ervoor. Een telling met minder dan een kwart van de groepen en
--   leeftijden die een eerdere telling had, is geen telling van iedereen en telt niet.
create macro woningzoekenden_geteld(van, tot) as table (
    with per_dag as (
        select peildatum, count(distinct groep || '/' || leeftijdsklasse) as delen
        from woningzoekenden
        group by all
    ),

    van_iedereen as (
        select peildatum
        from per_dag
        qualify 4 * delen >= coalesce(
                max(delen) over (order by peildatum rows between unbounded preceding and 1 preceding), 0
            )
    ),

    tellingen as (
        select w.*, standjaar(w.peildatum) as jaar
        from woningzoekenden as w
        inner join van_iedereen as v on v.peildatum = w.peildatum
        where in_periode(standdatum(w.peildatum), van, tot)
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
