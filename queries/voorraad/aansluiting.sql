-- vraag: klopt het aantal woningen met de beginstand en de mutaties?
-- afspraak: 1.1.1
-- bron: voorraad, voorraadmutaties, corporaties
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail'
-- korrel: een rij per jaar, corporatie en kern
-- kolommen: jaar integer, corporatie varchar, kern varchar, beginstand bigint, erbij bigint, eraf bigint,
--   overig bigint, verwacht bigint, eindstand bigint, verschil bigint
-- let op: verwacht is beginstand plus erbij min eraf plus overig; verschil is eindstand min verwacht. De mutaties
--   tellen tussen de twee tellingen. Zonder telling in het jaar ervoor zijn beginstand, verwacht en verschil leeg; een
--   corporatie zonder telling in het jaar zelf doet niet mee.
with opgeteld as (
    select
        jaar, op_corporatie($niveau, corporatie) as corporatie, op_kern($niveau, kern) as kern,
        -- One corporatie without a count the year before makes the sum unknown, not smaller.
        case when count(beginstand) = count(*) then sum(beginstand) end as beginstand,
        sum(erbij) as erbij,
        sum(eraf) as eraf,
        sum(overig) as overig,
        sum(eindstand) as eindstand
    from aansluitingen($van, $tot, $kernen, $corporaties)
    group by all
),

final as (
    select
        jaar,
        corporatie,
        kern,
        beginstand::bigint as beginstand,
        erbij::bigint as erbij,
        eraf::bigint as eraf,
        overig::bigint as overig,
        (beginstand + erbij - eraf + overig)::bigint as verwacht,
        eindstand::bigint as eindstand,
        (eindstand - (beginstand + erbij - eraf + overig))::bigint as verschil
    from opgeteld
)

select *
from final
order by jaar, corporatie, kern
