-- vraag: hoeveel acties van een afspraak waren er aan het eind van elk jaar gereed gemeld?
-- afspraak: 5.8
-- bron: actiestatus, leveringen, acties
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail', afspraak varchar = null
-- verdeeld over: afspraak
-- korrel: een rij per afspraak en jaar, alleen voor de hele gemeente
-- kolommen: afspraak varchar, jaar integer, corporatie varchar, kern varchar, gereed bigint, acties bigint
-- teller: acties waarvan de nieuwste melding aan het eind van het jaar gereed is
-- noemer: acties van de afspraak: de regels van de uitvoeringsagenda en waarover daarbuiten gemeld is
-- let op: van het jaar van de eerste melding over de afspraak tot en met het laatste jaar waarin over welke afspraak
--   dan ook gemeld is. Het getal komt van de trekker zelf en is niet gemeten.
with gemeld as (
    select m.afspraak, m.actie, m.peildatum, m.stand, m.upload_id, m.bronrij
    from meldingen() as m
    where in_periode(m.peildatum, null, $tot)
),

gevraagd as (
    select afspraak, actie, peildatum, stand, upload_id, bronrij
    from gemeld
    where $afspraak::varchar is null or gemeld.afspraak = $afspraak::varchar
),

jaren as (
    select
        g.afspraak,
        unnest(range(year(min(g.peildatum)), (select year(max(peildatum)) from gemeld) + 1))::integer as jaar
    from gevraagd as g
    group by g.afspraak
),

nieuwste as (
    select j.afspraak, j.jaar, g.stand, g.upload_id, g.bronrij
    from jaren as j
    inner join gevraagd as g on g.afspraak = j.afspraak and year(g.peildatum) <= j.jaar
    where jaar_in_periode(j.jaar, $van, null)
        and alleen_gemeente($niveau, $kernen, $corporaties)
    qualify row_number() over (partition by j.afspraak, j.jaar, g.actie order by g.peildatum desc) = 1
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
        null::double as noemer,
        afspraak
    from nieuwste
),

alle_acties as (
    select afspraak, actie from gevraagd
    union
    select afspraak, agenda_nr
    from acties
    where actie is not null
),

aantallen as (
    select afspraak, count(*) as acties
    from alle_acties
    group by afspraak
),

final as (
    select
        o.afspraak, o.jaar, 'totaal' as corporatie, 'totaal' as kern,
        sum(o.teller)::bigint as gereed,
        a.acties
    from onder as o
    inner join aantallen as a on a.afspraak = o.afspraak
    group by all
)

select *
from final
order by volgnummer(afspraak), afspraak, jaar
