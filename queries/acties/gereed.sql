-- vraag: hoeveel acties van een afspraak waren er aan het eind van elk jaar gereed gemeld?
-- afspraak: 5.8
-- bron: actiestatus, leveringen, acties
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail', afspraak varchar = ''
-- korrel: een rij per jaar, alleen voor de hele gemeente
-- kolommen: jaar integer, corporatie varchar, kern varchar, gereed bigint, acties bigint
-- teller: acties waarvan de nieuwste melding aan het eind van het jaar gereed is
-- noemer: acties van de afspraak: de regels van de uitvoeringsagenda en waarover daarbuiten gemeld is
-- let op: van het jaar van de eerste melding over de afspraak tot en met het laatste jaar waarin over welke afspraak
--   dan ook gemeld is. Het getal komt van de trekker zelf en is niet gemeten.
with gemeld as (
    select m.afspraak, m.actie, m.peildatum, m.stand
    from meldingen() as m
    where in_periode(m.peildatum, null::date, $tot::date)
),

gemeld_over_afspraak as (
    select actie, peildatum, stand
    from gemeld
    where gemeld.afspraak = $afspraak::varchar
),

jaren as (
    select unnest(range(year(min(g.peildatum)), (select year(max(peildatum)) from gemeld) + 1))::integer as jaar
    from gemeld_over_afspraak as g
),

stand_per_jaar as (
    select j.jaar, g.actie, arg_max(g.stand, g.peildatum) as stand
    from jaren as j
    inner join gemeld_over_afspraak as g on year(g.peildatum) <= j.jaar
    group by all
),

alle_acties as (
    select actie from gemeld_over_afspraak
    union
    select a.agenda_nr from acties as a where a.afspraak = $afspraak::varchar and a.actie is not null
),

final as (
    select
        jaar,
        'totaal' as corporatie,
        'totaal' as kern,
        count(*) filter (where stand = 'gereed') as gereed,
        (select count(*) from alle_acties) as acties
    from stand_per_jaar
    where jaar_in_periode(jaar, $van::date, null::date)
        and alleen_gemeente($niveau::varchar, $kernen::varchar[], $corporaties::varchar[])
    group by jaar
)

select *
from final
order by jaar
