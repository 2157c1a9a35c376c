-- vraag: welk deel van de verhuringen gebruikte de vrije toewijzingsruimte?
-- afspraak: 1.1.12
-- bron: verhuringen
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail', nieuwbouw boolean = true, tijdelijk boolean = true, jongeren boolean = true,
--   woningruil boolean = true
-- korrel: een rij per jaar, corporatie en kern
-- kolommen: jaar integer, corporatie varchar, kern varchar, vrij bigint, toewijzingen bigint, aandeel double
-- teller: verhuringen van DAEB-woningen binnen de vrije toewijzingsruimte
-- noemer: alle verhuringen van DAEB-woningen
-- let op: de wettelijke toets is per corporatie, over al haar gemeenten samen. Dit cijfer gaat alleen over deze
--   gemeente en is voor die toets dus een aanwijzing. De schakelaars nieuwbouw, tijdelijk, jongeren en woningruil
--   halen die verhuringen eruit.
with onder as (
    select jaar, corporatie, kern, tabel, upload_id, bronrij, telt(vrije_ruimte) as teller, 1::double as noemer
    from vrijkomend_aanbod(
            $van, $tot, $kernen, $corporaties, $nieuwbouw, $tijdelijk, $jongeren, false, $woningruil
        )
),

final as (
    select
        jaar, op_corporatie($niveau, corporatie) as corporatie, op_kern($niveau, kern) as kern,
        sum(teller)::bigint as vrij,
        sum(noemer)::bigint as toewijzingen,
        sum(teller) / nullif(sum(noemer), 0) as aandeel
    from onder
    group by all
)

select *
from final
order by jaar, corporatie, kern
