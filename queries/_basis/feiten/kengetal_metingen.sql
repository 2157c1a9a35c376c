-- vraag: welke metingen van elk kengetal tellen mee in een jaar, op het gevraagde niveau?
-- korrel: een rij per meting
-- let op: van een stroom tellen alle metingen in het jaar, van een peil de laatste. Een totaal dat zo is vastgelegd
--   gaat voor zijn delen. Mogen delen niet opgeteld worden, dan telt alleen wat precies op dit niveau is vastgelegd.
--   Een peil van de hele gemeente dat uit delen bestaat, is er pas als elk deel dat er eerder was er weer is: een
--   meting van een kern is geen nieuwe stand van het geheel.
create macro kengetal_metingen(van, tot, kernen, corporaties, niveau) as table (
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
            k.upload_id,
            k.bronrij,
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

    op_niveau as materialized (
        select *
        from metingen
        where (soort = 'stroom' or volgorde = 1)
            and (
                niveau in ('gemeente', 'detail')
                or (niveau = 'corporatie' and corporatie is not null)
                or (niveau = 'kern' and kern is not null)
            )
    ),

    delen as (
        select distinct kengetal, jaar, corporatie, kern
        from op_niveau
        where niveau = 'gemeente' and soort = 'peil' and optellen and (corporatie is not null or kern is not null)
    ),

    gemist as (
        select distinct nu.kengetal, nu.jaar
        from delen as nu
        inner join delen as eerder on eerder.kengetal = nu.kengetal and eerder.jaar < nu.jaar
        where not exists (
                select 1
                from delen as ook
                where ook.kengetal = nu.kengetal
                    and ook.jaar = nu.jaar
                    and ook.corporatie is not distinct from eerder.corporatie
                    and ook.kern is not distinct from eerder.kern
            )
    )

    select d.*, 'kengetallen' as tabel
    from op_niveau as d
    where niveau = 'detail'
        or (
            (
                (d.corporatie is null and d.kern is null)
                or not exists (select 1 from gemist as m where m.kengetal = d.kengetal and m.jaar = d.jaar)
            )
            and (
                optellen
                or ((d.corporatie is null) = (niveau <> 'corporatie') and (d.kern is null) = (niveau <> 'kern'))
            )
            and not exists (
                select 1
                from op_niveau as grover
                where grover.kengetal = d.kengetal
                    and grover.jaar = d.jaar
                    and (grover.corporatie is null or grover.corporatie = d.corporatie)
                    and (grover.kern is null or grover.kern = d.kern)
                    and (grover.corporatie is distinct from d.corporatie or grover.kern is distinct from d.kern)
            )
        )
)
