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
    select m.afspraak, m.actie, m.peildatum, m.stand, m.upload_id, m.bronrij
    from meldingen() as m
    where in_periode(m.peildatum, null, $tot)
),

gemeld_over_afspraak as (
    select actie, peildatum, stand, upload_id, bronrij
    from gemeld
    where gemeld.afspraak = $afspraak::varchar
),

jaren as (
    select unnest(range(year(min(g.peildatum)), (select year(max(peildatum)) from gemeld) + 1))::integer as jaar
    from gemeld_over_afspraak as g
),

nieuwste as (
    select j.jaar, g.stand, g.upload_id, g.bronrij
    from jaren as j
    inner join gemeld_over_afspraak as g on year(g.peildatum) <= j.jaar
    where jaar_in_periode(j.jaar, $van, null)
        and alleen_gemeente($niveau, $kernen, $corporaties)
    qualify row_number() over (partition by j.jaar, g.actie order by g.peildatum desc) = 1
),

onder as (
    select
        jaar,
        null::varchar as corporatie,
        null::varchar as kern,
        'actiestatus' as tabel,
        upload_id,
        bronrij,
        telt(stand = 'gereed') as teller,
        null::double as noemer
    from nieuwste
),

alle_acties as (
    select actie from gemeld_over_afspraak
    union
    select a.agenda_nr
    from acties as a
    where a.afspraak = $afspraak::varchar and a.actie is not null
),

final as (
    select
        jaar, 'totaal' as corporatie, 'totaal' as kern,
        sum(teller)::bigint as gereed,
        (select count(*) from alle_acties) as acties
    from onder
    group by jaar
)

select *
from final
order by jaar
