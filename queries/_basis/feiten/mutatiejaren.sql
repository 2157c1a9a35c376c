-- vraag: voor welke jaren leverde elke corporatie haar mutaties aan?
-- korrel: een rij per corporatie en jaar
-- let op: hiermee is nul (geleverd, niets gebeurd) te scheiden van onbekend (niets geleverd).
create macro mutatiejaren(van, tot, corporaties) as table (
    with perioden as (
        select
            c.corporatie,
            unnest(range(year(l.periode_van), year(l.periode_tot) + 1)) as jaar
        from volle_leveringen() as l
        inner join corporaties as c on l.corporatie is null or c.corporatie = l.corporatie
        where l.tabel = 'voorraadmutaties'
        union
        select corporatie, year(datum) as jaar
        from voorraadmutaties
        where stand = 'realisatie'
    )

    select corporatie, jaar::integer as jaar
    from perioden
    where jaar_in_periode(jaar, van, tot) and gekozen(corporaties, corporatie)
)
