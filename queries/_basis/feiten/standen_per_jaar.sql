-- vraag: welke telling van de woningen was de laatste in elk jaar?
-- afspraak: 1.1.1
-- korrel: een rij per rij van de laatste telling, per jaar en corporatie
-- let op: alleen woongelegenheden. Een telling op 1 januari is de eindstand van het jaar ervoor.
create macro standen_per_jaar(van, tot) as table (
    with tellingen as (
        select distinct corporatie, peildatum
        from voorraad
        where soort = 'woongelegenheid'
    ),

    laatste as (
        select corporatie, standjaar(peildatum) as jaar, max(peildatum) as peildatum
        from tellingen
        where in_periode(standdatum(peildatum), van, tot)
        group by all
    )

    select
        l.jaar,
        standdatum(l.peildatum) as stand_op,
        v.corporatie,
        v.kern,
        v.daeb,
        v.huurklasse,
        v.woningtype,
        v.energielabel,
        v.toegankelijkheid,
        v.warmtenet,
        v.flex,
        v.aantal::bigint as aantal,
        'voorraad' as tabel,
        v.upload_id,
        v.bronrij
    from voorraad as v
    inner join laatste as l on l.corporatie = v.corporatie and l.peildatum = v.peildatum
    where v.soort = 'woongelegenheid'
)
