-- vraag: welk deel van de getoetste verhuringen was passend toegewezen?
-- afspraak: 1.2.1
-- bron: verhuringen
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail', nieuwbouw boolean = true, tijdelijk boolean = true, jongeren boolean = true,
--   woningruil boolean = true
-- korrel: een rij per jaar, corporatie en kern
-- kolommen: jaar integer, corporatie varchar, kern varchar, passend bigint, getoetst bigint, aandeel double
-- teller: verhuringen die passend zijn toegewezen
-- noemer: verhuringen van DAEB-woningen die getoetst zijn: passend of niet passend
-- let op: verhuringen waarvoor de toets niet geldt en verhuringen zonder uitkomst tellen niet mee. De schakelaars
--   nieuwbouw, tijdelijk, jongeren en woningruil halen die verhuringen eruit.
with onder as (
    select
        jaar, corporatie, kern, tabel, upload_id, bronrij,
        telt(passend = 'passend') as teller,
        telt(passend in ('passend', 'niet_passend')) as noemer
    from vrijkomend_aanbod(
            $van, $tot, $kernen, $corporaties, $nieuwbouw, $tijdelijk, $jongeren, false, $woningruil
        )
),

final as (
    select
        jaar, op_corporatie($niveau, corporatie) as corporatie, op_kern($niveau, kern) as kern,
        sum(teller)::bigint as passend,
        sum(noemer)::bigint as getoetst,
        sum(teller) / nullif(sum(noemer), 0) as aandeel
    from onder
    group by all
)

select *
from final
order by jaar, corporatie, kern
