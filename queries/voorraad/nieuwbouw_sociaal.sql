-- vraag: welk deel van alle nieuwe woningen in de gemeente bouwden de corporaties?
-- afspraak: 1.1.3
-- bron: voorraadmutaties, leveringen, corporaties, kengetallen, kengetal_definities
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail'
-- korrel: een rij per jaar, alleen voor de hele gemeente
-- kolommen: jaar integer, corporatie varchar, kern varchar, sociaal bigint, totaal bigint, aandeel double
-- teller: nieuwbouw van de corporaties
-- noemer: alle nieuwbouwwoningen in de gemeente (kengetal nieuwbouw_totaal)
-- let op: mutaties hebben geen kenmerk DAEB, dus alle nieuwbouw van corporaties telt als sociaal. Leeg betekent dat
--   het aantal niet geleverd is; zonder teller of noemer is er geen aandeel.
with gebouwd as (
    select year(datum)::integer as jaar, corporatie, kern, aantal, upload_id, bronrij
    from voorraadmutaties
    where stand = 'realisatie'
        and eenheid = 'woongelegenheid'
        and soort = 'nieuwbouw'
        and in_periode(datum, $van::date, $tot::date)
        and alleen_gemeente($niveau::varchar, $kernen::varchar[], $corporaties::varchar[])
),

alle_nieuwbouw as (
    select jaar, corporatie, kern, waarde, upload_id, bronrij
    from kengetal_metingen($van::date, $tot::date, null::varchar[], null::varchar[], 'gemeente')
    where kengetal = 'nieuwbouw_totaal'
        and alleen_gemeente($niveau::varchar, $kernen::varchar[], $corporaties::varchar[])
),

onder as (
    select
        jaar,
        corporatie,
        kern,
        'voorraadmutaties' as tabel,
        upload_id,
        bronrij,
        aantal::double as teller,
        null::double as noemer
    from gebouwd
    union all
    select
        jaar,
        corporatie,
        kern,
        'kengetallen' as tabel,
        upload_id,
        bronrij,
        null::double as teller,
        waarde as noemer
    from alle_nieuwbouw
),

geleverde_jaren as (
    select jaar, 0::double as teller, null::double as noemer
    from mutatiejaren()
    where jaar_in_periode(jaar, $van::date, $tot::date)
        and alleen_gemeente($niveau::varchar, $kernen::varchar[], $corporaties::varchar[])
),

geteld as (
    select jaar, sum(teller)::bigint as sociaal, sum(noemer)::bigint as totaal
    from (select jaar, teller, noemer from onder union all select * from geleverde_jaren)
    group by jaar
),

final as (
    select
        jaar,
        'totaal' as corporatie,
        'totaal' as kern,
        sociaal,
        totaal,
        sociaal::double / nullif(totaal, 0) as aandeel
    from geteld
)

select *
from final
order by jaar
