-- vraag: klopt de eindstand met de beginstand en wat erbij kwam en eraf ging?
-- korrel: een rij per jaar, corporatie en kern
-- let op: de mutaties tellen van de dag na de vorige telling tot en met de dag van deze telling. Zonder telling in
--   het jaar ervoor is de beginstand leeg en is er niets te vergelijken.
create macro aansluitingen(van, tot, kernen, corporaties) as table (
    with standen as materialized (
        select corporatie, kern, jaar, stand_op, sum(aantal) as aantal
        from eindstanden(null, tot, null, null, 'corporatie')
        group by all
    ),

    telmomenten as (
        select distinct corporatie, jaar, stand_op
        from standen
    ),

    tellingen as (
        select nu.corporatie, nu.jaar, nu.stand_op, vorige.stand_op as vorige_stand_op
        from telmomenten as nu
        left join telmomenten as vorige on vorige.corporatie = nu.corporatie and vorige.jaar = nu.jaar - 1
    ),

    mutaties as (
        select corporatie, coalesce(kern, 'onbekend') as kern, datum, soort, aantal
        from voorraadmutaties
        where stand = 'realisatie' and eenheid = 'woongelegenheid'
    ),

    mutaties_tussen_tellingen as (
        select
            t.corporatie,
            m.kern,
            t.jaar,
            coalesce(sum(m.aantal) filter (where m.soort in ('aankoop', 'nieuwbouw')), 0) as erbij,
            coalesce(sum(m.aantal) filter (where m.soort in ('verkoop', 'sloop')), 0) as eraf,
            coalesce(sum(m.aantal) filter (where m.soort = 'overig'), 0) as overig
        from tellingen as t
        inner join mutaties as m
            on m.corporatie = t.corporatie
                and m.datum > coalesce(t.vorige_stand_op, make_date(t.jaar - 1, 12, 31))
                and m.datum <= t.stand_op
        group by all
    ),

    plaatsen as (
        select t.corporatie, t.jaar, s.kern
        from tellingen as t
        inner join standen as s on s.corporatie = t.corporatie and s.jaar in (t.jaar - 1, t.jaar)
        union
        select corporatie, jaar, kern
        from mutaties_tussen_tellingen
    )

    select
        p.jaar,
        t.stand_op,
        p.corporatie,
        p.kern,
        case when t.vorige_stand_op is not null then coalesce(vorig.aantal, 0) end::bigint as beginstand,
        coalesce(m.erbij, 0)::bigint as erbij,
        coalesce(m.eraf, 0)::bigint as eraf,
        coalesce(m.overig, 0)::bigint as overig,
        coalesce(eind.aantal, 0)::bigint as eindstand
    from plaatsen as p
    inner join tellingen as t on t.corporatie = p.corporatie and t.jaar = p.jaar
    left join standen as vorig
        on vorig.corporatie = p.corporatie and vorig.kern = p.kern and vorig.jaar = p.jaar - 1
    left join standen as eind on eind.corporatie = p.corporatie and eind.kern = p.kern and eind.jaar = p.jaar
    left join mutaties_tussen_tellingen as m
        on m.corporatie = p.corporatie and m.kern = p.kern and m.jaar = p.jaar
    where in_periode(t.stand_op, van, null) and gekozen(kernen, p.kern) and gekozen(corporaties, p.corporatie)
)
