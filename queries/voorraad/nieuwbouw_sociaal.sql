-- vraag: welk deel van alle nieuwe woningen in de gemeente bouwden de corporaties?
-- afspraak: 1.1.3
-- bron: voorraadmutaties, leveringen, corporaties, kengetallen, kengetal_definities
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail'
-- korrel: een rij per jaar, alleen voor de hele gemeente
-- kolommen: jaar integer, corporatie varchar, kern varchar, sociaal bigint, totaal bigint, aandeel double
-- kengetallen: nieuwbouw_totaal
-- teller: nieuwbouw van de corporaties
-- noemer: alle nieuwbouwwoningen in de gemeente (kengetal nieuwbouw_totaal)
-- let op: mutaties hebben geen kenmerk DAEB, dus alle nieuwbouw van corporaties telt als sociaal. Leeg betekent dat
--   het aantal niet geleverd is; zonder teller of noemer is er geen aandeel.
with onder as (
    select jaar, corporatie, kern, tabel, upload_id, bronrij, aantal::double as teller, null::double as noemer
    from gemuteerd($van, $tot, $kernen, $corporaties)
    where soort = 'nieuwbouw' and alleen_gemeente($niveau, $kernen, $corporaties)
    union all
    select jaar, corporatie, kern, tabel, upload_id, bronrij, null, waarde
    from kengetal_metingen($van, $tot, null, null, 'gemeente')
    where kengetal = 'nieuwbouw_totaal' and alleen_gemeente($niveau, $kernen, $corporaties)
),

met_geleverde_jaren as (
    select jaar, teller, noemer from onder
    union all
    select jaar, 0, null from mutatiejaren($van, $tot, $corporaties)
    where alleen_gemeente($niveau, $kernen, $corporaties)
),

final as (
    select
        jaar, 'totaal' as corporatie, 'totaal' as kern,
        sum(teller)::bigint as sociaal,
        sum(noemer)::bigint as totaal,
        sum(teller) / nullif(sum(noemer), 0) as aandeel
    from met_geleverde_jaren
    group by jaar
)

select *
from final
order by jaar
