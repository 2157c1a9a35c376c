-- vraag: wat is de waarde van elk kengetal per jaar op het gevraagde niveau?
-- afspraak: -
-- bron: kengetallen, kengetal_definities
-- korrel: een rij per kengetal, jaar, corporatie en kern
-- kolommen: kengetal varchar, jaar integer, corporatie varchar, kern varchar, waarde double, teller double,
--   noemer double
-- let op: een stroom telt op binnen het jaar, van een peil telt de laatste waarde. Een totaal dat zo is vastgelegd
--   gaat voor de som van de delen. Mogen delen niet opgeteld worden, dan telt alleen wat precies op dit niveau is
--   vastgelegd.
create macro kengetal_jaarwaarden(van, tot, kernen, corporaties, niveau) as table (
    with metingen as (
        select
            k.kengetal,
            d.soort,
            d.optellen,
            case when d.soort = 'peil' then standjaar(k.peildatum) else year(k.peildatum)::integer end as jaar,
            k.corporatie,
            k.kern,
            k.waarde,
            k.teller,
            k.noemer,
            row_number() over (
                partition by k.kengetal, standjaar(k.peildatum), k.corporatie, k.kern
                order by k.peildatum desc, k.upload_id desc, k.bronrij desc
            ) as volgorde
        from kengetallen as k
        inner join kengetal_definities as d on d.kengetal = k.kengetal
        where in_periode(case when d.soort = 'peil' then standdatum(k.peildatum) else k.peildatum end, van, tot)
            and gekozen(kernen, k.kern)
            and gekozen(corporaties, k.corporatie)
    ),
    delen as (
        select
            kengetal,
            optellen,
            jaar,
            corporatie,
            kern,
            sum(waarde) as waarde,
            sum(teller) as teller,
            sum(noemer) as noemer
        from metingen
        where soort = 'stroom' or volgorde = 1
        group by all
    ),
    delen_op_niveau as materialized (
        select *
        from delen
        where niveau in ('gemeente', 'detail')
            or (niveau = 'corporatie' and corporatie is not null)
            or (niveau = 'kern' and kern is not null)
    ),
    grofste_delen as (
        select d.*
        from delen_op_niveau as d
        where niveau = 'detail'
            or not exists (
                select 1
                from delen_op_niveau as grover
                where grover.kengetal = d.kengetal
                    and grover.jaar = d.jaar
                    and (grover.corporatie is null or grover.corporatie = d.corporatie)
                    and (grover.kern is null or grover.kern = d.kern)
                    and (grover.corporatie is distinct from d.corporatie or grover.kern is distinct from d.kern)
            )
    )
    select
        kengetal,
        jaar,
        op_corporatie(niveau, coalesce(corporatie, 'totaal')) as corporatie,
        op_kern(niveau, coalesce(kern, 'totaal')) as kern,
        sum(waarde)::double as waarde,
        sum(teller)::double as teller,
        sum(noemer)::double as noemer
    from grofste_delen
    where optellen
        or niveau = 'detail'
        or (
            (corporatie is null) = (niveau in ('gemeente', 'kern'))
            and (kern is null) = (niveau in ('gemeente', 'corporatie'))
        )
    group by all
)
