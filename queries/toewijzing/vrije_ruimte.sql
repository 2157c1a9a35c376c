-- vraag: welk deel van de verhuringen gebruikte de vrije toewijzingsruimte?
-- afspraak: 1.1.12
-- bron: verhuringen
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail', nieuwbouw boolean = true, tijdelijk boolean = true, woningruil boolean = true
-- korrel: een rij per jaar, corporatie en kern
-- kolommen: jaar integer, corporatie varchar, kern varchar, vrij bigint, toewijzingen bigint, aandeel double
-- teller: verhuringen van DAEB-woningen binnen de vrije toewijzingsruimte
-- noemer: alle verhuringen van DAEB-woningen
-- let op: de wettelijke toets is per corporatie, over al haar gemeenten samen. Dit cijfer gaat alleen over deze
--   gemeente en is voor die toets dus een aanwijzing. De schakelaars nieuwbouw, tijdelijk en woningruil halen die
--   verhuringen eruit.
with toegewezen as (
    select *
    from vrijkomend_aanbod($nieuwbouw::boolean, $tijdelijk::boolean, false, $woningruil::boolean)
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
        telt(vrije_ruimte) as teller,
        1::double as noemer
    from toegewezen
),

geteld as (
    select
        jaar,
        op_corporatie($niveau::varchar, corporatie) as corporatie,
        op_kern($niveau::varchar, kern) as kern,
        sum(teller)::bigint as vrij,
        sum(noemer)::bigint as toewijzingen
    from onder
    group by all
),

final as (
    select *, vrij::double / nullif(toewijzingen, 0) as aandeel
    from geteld
)

select *
from final
order by jaar, corporatie, kern
