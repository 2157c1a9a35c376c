-- vraag: welk deel van de verhuringen ging naar regulier woningzoekenden?
-- afspraak: 1.1.14
-- bron: verhuringen, groepen
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail', nieuwbouw boolean = true, tijdelijk boolean = false, niet_daeb boolean = false,
--   woningruil boolean = false
-- korrel: een rij per jaar, corporatie en kern
-- kolommen: jaar integer, corporatie varchar, kern varchar, regulier bigint, verhuringen bigint, aandeel double
-- teller: verhuringen aan groepen die als regulier gelden, herstructureringsurgenten meegeteld
-- noemer: verhuringen van DAEB-woningen met een contract voor onbepaalde tijd, nieuwbouw meegeteld, woningruil niet
-- let op: met de vier schakelaars (nieuwbouw, tijdelijk, niet_daeb, woningruil) verandert de noemer en dus de
--   uitkomst.
with aanbod as (
    select *
    from vrijkomend_aanbod($nieuwbouw::boolean, $tijdelijk::boolean, $niet_daeb::boolean, $woningruil::boolean)
    where in_periode(ingangsdatum, $van::date, $tot::date)
        and gekozen($kernen::varchar[], kern)
        and gekozen($corporaties::varchar[], corporatie)
),

onder as (
    select
        a.jaar,
        a.corporatie,
        a.kern,
        'verhuringen' as tabel,
        a.upload_id,
        a.bronrij,
        telt(g.regulier) as teller,
        1::double as noemer
    from aanbod as a
    left join groepen as g on g.groep = a.groep
),

geteld as (
    select
        jaar,
        op_corporatie($niveau::varchar, corporatie) as corporatie,
        op_kern($niveau::varchar, kern) as kern,
        sum(teller)::bigint as regulier,
        sum(noemer)::bigint as verhuringen
    from onder
    group by all
),

final as (
    select *, regulier::double / nullif(verhuringen, 0) as aandeel
    from geteld
)

select *
from final
order by jaar, corporatie, kern
