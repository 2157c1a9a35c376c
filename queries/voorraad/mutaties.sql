-- vraag: hoeveel woningen kwamen erbij en gingen eraf, volgens de planning en in het echt?
-- afspraak: 1.1.1, 1.1.4, 1.1.6
-- bron: voorraadmutaties, leveringen, corporaties, plan
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail'
-- korrel: een rij per jaar, corporatie, kern en soort (plan of realisatie)
-- kolommen: jaar integer, corporatie varchar, kern varchar, soort varchar, aankoop bigint, nieuwbouw bigint,
--   verkoop bigint, sloop bigint, overig bigint, saldo bigint
-- let op: verkoop en sloop zijn positief en gaan eraf; bij overig telt het teken. De planning kent geen kernen en
--   geldt per heel jaar. Nul betekent: geleverd en niets gebeurd; is er niets geleverd, dan is er geen rij.
with gebeurd as (
    select jaar, corporatie, kern, soort, aantal
    from gemuteerd($van, $tot, $kernen, $corporaties)
    union all
    select jaar, corporatie, null, 'niets', 0
    from mutatiejaren($van, $tot, $corporaties)
    where $niveau in ('gemeente', 'corporatie')
),

gerealiseerd as (
    select
        jaar, op_corporatie($niveau, corporatie) as corporatie, op_kern($niveau, kern) as kern,
        'realisatie' as soort,
        coalesce(sum(aantal) filter (where soort = 'aankoop'), 0) as aankoop,
        coalesce(sum(aantal) filter (where soort = 'nieuwbouw'), 0) as nieuwbouw,
        coalesce(sum(aantal) filter (where soort = 'verkoop'), 0) as verkoop,
        coalesce(sum(aantal) filter (where soort = 'sloop'), 0) as sloop,
        coalesce(sum(aantal) filter (where soort = 'overig'), 0) as overig
    from gebeurd
    group by all
),

gepland as (
    select
        jaar,
        op_corporatie($niveau, corporatie) as corporatie,
        'totaal' as kern,
        'plan' as soort,
        sum(aankoop) as aankoop,
        sum(nieuwbouw) as nieuwbouw,
        sum(verkoop) as verkoop,
        sum(sloop) as sloop,
        0 as overig
    from planmutaties($van, $tot, $kernen, $corporaties)
    where $niveau <> 'kern'
    group by all
),

samen as (
    select * from gerealiseerd
    union all
    select * from gepland
),

final as (
    select
        jaar,
        corporatie,
        kern,
        soort,
        aankoop::bigint as aankoop,
        nieuwbouw::bigint as nieuwbouw,
        verkoop::bigint as verkoop,
        sloop::bigint as sloop,
        overig::bigint as overig,
        (aankoop + nieuwbouw - verkoop - sloop + overig)::bigint as saldo
    from samen
)

select *
from final
order by jaar, corporatie, kern, soort
