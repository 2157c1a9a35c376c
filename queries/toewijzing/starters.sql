-- vraag: welk deel van de verhuringen ging naar starters?
-- afspraak: 1.1.8
-- bron: verhuringen
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail', nieuwbouw boolean = true, tijdelijk boolean = true, jongeren boolean = true,
--   niet_daeb boolean = true, woningruil boolean = true
-- korrel: een rij per jaar, corporatie en kern
-- kolommen: jaar integer, corporatie varchar, kern varchar, starters bigint, verhuringen bigint, aandeel double,
--   onbekend bigint
-- teller: verhuringen aan wie geen zelfstandige woning achterliet
-- noemer: verhuringen waarvan de woonsituatie bekend is
-- let op: hoeveel verhuringen niet meetellen omdat de woonsituatie ontbreekt, staat bij onbekend. De schakelaars
--   (nieuwbouw, tijdelijk, jongeren, niet_daeb, woningruil) halen die verhuringen eruit.
with onder as (
    select
        jaar, corporatie, kern, tabel, upload_id, bronrij,
        telt(woonsituatie = 'starter') as teller,
        telt(woonsituatie is not null) as noemer
    from vrijkomend_aanbod(
            $van, $tot, $kernen, $corporaties, $nieuwbouw, $tijdelijk, $jongeren, $niet_daeb, $woningruil
        )
),

final as (
    select
        jaar, op_corporatie($niveau, corporatie) as corporatie, op_kern($niveau, kern) as kern,
        sum(teller)::bigint as starters,
        sum(noemer)::bigint as verhuringen,
        sum(teller) / nullif(sum(noemer), 0) as aandeel,
        count(*) filter (where noemer = 0) as onbekend
    from onder
    group by all
)

select *
from final
order by jaar, corporatie, kern
