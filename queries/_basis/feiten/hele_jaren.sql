-- vraag: welke jaren zijn van een tabel helemaal aangeleverd?
-- korrel: een rij per jaar en corporatie; waar corporaties samen tellen een rij per jaar
-- let op: elke dag van het jaar moet geleverd zijn en binnen de keuze vallen. Waar corporaties samen tellen geldt dat
--   voor elk van hen: anders staat een deel van het jaar naast een heel jaar. Een levering zonder corporatie is van
--   alle.
create macro hele_jaren(naam, van, tot, corporaties, niveau) as table (
    with wie as (
        select corporatie
        from corporaties as c
        where gekozen(corporaties, c.corporatie)
    ),

    dagen as (
        select distinct
            c.corporatie,
            unnest(generate_series(l.periode_van, l.periode_tot, interval 1 day))::date as dag
        from volle_leveringen() as l
        inner join wie as c on l.corporatie is null or c.corporatie = l.corporatie
        where l.tabel = naam
    ),

    per_corporatie as (
        select corporatie, year(dag)::integer as jaar
        from dagen
        where in_periode(dag, van, tot)
        group by all
        having count(*) = dayofyear(make_date(year(any_value(dag)), 12, 31))
    )

    select jaar, op_corporatie(niveau, corporatie) as corporatie
    from per_corporatie
    group by all
    having niveau in ('corporatie', 'detail') or count(*) = (select count(*) from wie)
)
