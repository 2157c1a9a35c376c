-- vraag: welk deel van de verhuringen ging naar regulier woningzoekenden?
-- afspraak: 1.1.14
-- bron: verhuringen, groepen
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail', nieuwbouw boolean = true, tijdelijk boolean = false, jongeren boolean = false,
--   niet_daeb boolean = false, woningruil boolean = false
-- korrel: een rij per jaar, corporatie en kern
-- kolommen: jaar integer, corporatie varchar, kern varchar, regulier bigint, verhuringen bigint, aandeel double
-- teller: verhuringen aan groepen die als regulier gelden, herstructureringsurgenten meegeteld
-- noemer: verhuringen van DAEB-woningen met een contract voor onbepaalde tijd, nieuwbouw meegeteld, woningruil niet
-- let op: met de schakelaars (nieuwbouw, tijdelijk, jongeren, niet_daeb, woningruil) verandert de noemer en dus de
--   uitkomst.
with onder as (
    select
        a.jaar, a.corporatie, a.kern, a.tabel, a.upload_id, a.bronrij,
        telt(g.regulier) as teller,
        1::double as noemer
    from vrijkomend_aanbod(
            $van, $tot, $kernen, $corporaties, $nieuwbouw, $tijdelijk, $jongeren, $niet_daeb, $woningruil
        ) as a
    left join groepen as g on g.groep = a.groep
),

final as (
    select
        jaar, op_corporatie($niveau, corporatie) as corporatie, op_kern($niveau, kern) as kern,
        sum(teller)::bigint as regulier,
        sum(noemer)::bigint as verhuringen,
        sum(teller) / nullif(sum(noemer), 0) as aandeel
    from onder
    group by all
)

select *
from final
order by jaar, corporatie, kern
