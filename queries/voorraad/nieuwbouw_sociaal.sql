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
with geleverde_jaren as (
    select jaar, 0 as aantal
    from mutatiejaren()
    where jaar_in_periode(jaar, $van::date, $tot::date)
),

gebouwd as (
    select year(datum)::integer as jaar, aantal
    from voorraadmutaties
    where stand = 'realisatie'
        and eenheid = 'woongelegenheid'
        and soort = 'nieuwbouw'
        and in_periode(datum, $van::date, $tot::date)
),

sociale_nieuwbouw as (
    select jaar, sum(aantal)::bigint as sociaal
    from (select * from geleverde_jaren union all select * from gebouwd)
    group by jaar
),

alle_nieuwbouw as (
    select jaar, waarde::bigint as totaal
    from kengetal_jaarwaarden($van::date, $tot::date, null::varchar[], null::varchar[], 'gemeente')
    where kengetal = 'nieuwbouw_totaal'
),

final as (
    select
        jaar,
        'totaal' as corporatie,
        'totaal' as kern,
        s.sociaal,
        a.totaal,
        s.sociaal::double / nullif(a.totaal, 0) as aandeel
    from sociale_nieuwbouw as s
    full outer join alle_nieuwbouw as a using (jaar)
    where alleen_gemeente($niveau::varchar, $kernen::varchar[], $corporaties::varchar[])
)

select *
from final
order by jaar
