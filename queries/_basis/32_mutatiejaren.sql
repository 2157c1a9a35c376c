-- vraag: voor welke jaren leverde elke corporatie haar mutaties aan?
-- afspraak: -
-- bron: voorraadmutaties, leveringen, corporaties
-- korrel: een rij per corporatie en jaar
-- kolommen: corporatie varchar, jaar integer
-- let op: hiermee is nul (geleverd, niets gebeurd) te scheiden van onbekend (niets geleverd).
create macro mutatiejaren() as table (
    with perioden as (
        select
            c.corporatie,
            unnest(range(year(l.periode_van), year(l.periode_tot) + 1)) as jaar
        from leveringen as l
        inner join corporaties as c on l.corporatie is null or l.corporatie = c.corporatie
        where l.tabel = 'voorraadmutaties'
    )
    select corporatie, jaar::integer as jaar
    from perioden
    union
    select corporatie, year(datum)::integer as jaar
    from voorraadmutaties
    where stand = 'realisatie'
)
