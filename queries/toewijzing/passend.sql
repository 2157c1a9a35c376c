-- vraag: welk deel van de getoetste verhuringen was passend toegewezen?
-- afspraak: 1.2.1
-- bron: verhuringen
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail', nieuwbouw boolean = true, tijdelijk boolean = true, woningruil boolean = true
-- korrel: een rij per jaar, corporatie en kern
-- kolommen: jaar integer, corporatie varchar, kern varchar, passend bigint, getoetst bigint, aandeel double
-- teller: verhuringen die passend zijn toegewezen
-- noemer: verhuringen die getoetst zijn: passend of niet passend
-- let op: verhuringen waarvoor de toets niet geldt en verhuringen zonder uitkomst tellen niet mee. De schakelaars
--   nieuwbouw, tijdelijk en woningruil halen die verhuringen eruit.
with verhuurd as (
    select *
    from vrijkomend_aanbod($nieuwbouw::boolean, $tijdelijk::boolean, true, $woningruil::boolean)
    where in_periode(ingangsdatum, $van::date, $tot::date)
        and gekozen($kernen::varchar[], kern)
        and gekozen($corporaties::varchar[], corporatie)
),

onder as (
    select
        jaar,
        corporatie,
        kern,
        'verhuringen' as tabel,
        upload_id,
        bronrij,
        telt(v.passend = 'passend') as teller,
        telt(v.passend in ('passend', 'niet_passend')) as noemer
    from verhuurd as v
),

geteld as (
    select
        jaar,
        op_corporatie($niveau::varchar, corporatie) as corporatie,
        op_kern($niveau::varchar, kern) as kern,
        sum(teller)::bigint as passend,
        sum(noemer)::bigint as getoetst
    from onder
    group by all
),

final as (
    select *, passend::double / nullif(getoetst, 0) as aandeel
    from geteld
)

select *
from final
order by jaar, corporatie, kern
