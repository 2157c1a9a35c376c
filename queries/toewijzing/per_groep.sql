-- vraag: naar welke groepen woningzoekenden gingen de verhuringen?
-- afspraak: 1.1.14
-- bron: verhuringen
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail', nieuwbouw boolean = true, tijdelijk boolean = false, jongeren boolean = false,
--   niet_daeb boolean = false, woningruil boolean = false
-- korrel: een rij per jaar, corporatie, kern en groep
-- kolommen: jaar integer, corporatie varchar, kern varchar, groep varchar, verhuringen bigint, aandeel double
-- teller: verhuringen aan deze groep
-- noemer: verhuringen van DAEB-woningen met een contract voor onbepaalde tijd, nieuwbouw meegeteld, woningruil niet
-- let op: dezelfde verhuringen en schakelaars als bij het aandeel regulier, zodat de delen daarop uitkomen.
with onder as (
    select jaar, corporatie, kern, tabel, upload_id, bronrij, 1::double as teller, null::double as noemer, groep
    from vrijkomend_aanbod(
            $van, $tot, $kernen, $corporaties, $nieuwbouw, $tijdelijk, $jongeren, $niet_daeb, $woningruil
        )
),

geteld as (
    select
        jaar, op_corporatie($niveau, corporatie) as corporatie, op_kern($niveau, kern) as kern,
        groep,
        sum(teller)::bigint as verhuringen
    from onder
    group by all
),

final as (
    select *, verhuringen::double / nullif(sum(verhuringen) over (partition by jaar, corporatie, kern), 0) as aandeel
    from geteld
)

select *
from final
order by jaar, corporatie, kern, groep
