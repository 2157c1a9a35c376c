-- vraag: hoeveel acties van een afspraak waren er aan het eind van elk jaar gereed, en sinds wanneer?
-- afspraak: 5.8
-- bron: actiestatus, leveringen, acties
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail', afspraak varchar = null, actie varchar = null
-- verdeeld over: afspraak
-- korrel: een rij per afspraak en jaar, alleen voor de hele gemeente
-- kolommen: afspraak varchar, jaar integer, corporatie varchar, kern varchar, gereed bigint, acties bigint,
--   gereed_op date, gemeld_op date
-- teller: acties waarvan de nieuwste melding aan het eind van het jaar gereed is
-- noemer: acties van de afspraak: de regels van de uitvoeringsagenda en waarover daarbuiten gemeld is
-- let op: van het jaar van de eerste melding over de afspraak tot en met het laatste jaar waarin over welke afspraak
--   dan ook gemeld is. Is de dag van afronding gemeld, dan is een actie gereed sinds die dag, ook als dat later gemeld
--   is. Bij meer acties is gereed_op de dag van de eerste die klaar was, en gemeld_op de peildatum waarop dat voor het
--   eerst gemeld is; leeg is onbekend. Elke ronde van een actie die terugkomt telt apart. Met een actie (1.1.10-plan)
--   telt alleen die; een melding zonder actie hoort bij de actie met het nummer van de afspraak. Het getal komt van de
--   trekker zelf en is niet gemeten.
with gemeld as (
    select
        m.*,
        count(*) filter (where m.stand <> 'gereed') over (
            partition by m.afspraak, m.actie, m.ronde
            order by m.peildatum
        ) as reeks
    from meldingen() as m
    where in_periode(m.peildatum, null, $tot)
),

-- What is reported as gereed a second time, or with its day only then, was gereed all along.
gevraagd as (
    select
        *,
        last_value(gereed_op ignore nulls) over (
            partition by afspraak, actie, ronde, reeks, stand = 'gereed'
            order by peildatum
            rows between unbounded preceding and unbounded following
        ) as klaar_op,
        min(peildatum) over (partition by afspraak, actie, ronde, reeks, stand = 'gereed') as gemeld_op,
        coalesce(klaar_op, peildatum) as sinds
    from gemeld
    where ($afspraak::varchar is null or gemeld.afspraak = $afspraak::varchar)
        and ($actie::varchar is null or coalesce(gemeld.agenda_nr, gemeld.afspraak) = $actie::varchar)
),

jaren as (
    select
        g.afspraak,
        unnest(range(year(min(g.sinds)), (select year(max(peildatum)) from gemeld) + 1))::integer as jaar
    from gevraagd as g
    group by g.afspraak
),

nieuwste as (
    select j.afspraak, j.jaar, g.stand, g.klaar_op, g.gemeld_op, g.sinds, g.upload_id, g.bronrij
    from jaren as j
    inner join gevraagd as g on g.afspraak = j.afspraak and year(g.sinds) <= j.jaar
    where jaar_in_periode(j.jaar, $van, null)
        and alleen_gemeente($niveau, $kernen, $corporaties)
    qualify row_number() over (partition by j.afspraak, j.jaar, g.actie, g.ronde order by g.peildatum desc) = 1
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

eerste_klaar as (
    select afspraak, jaar, klaar_op as gereed_op, gemeld_op
    from nieuwste
    where stand = 'gereed'
    qualify row_number() over (partition by afspraak, jaar order by sinds, klaar_op nulls last, gemeld_op) = 1
),

alle_acties as (
    select afspraak, agenda_nr from gevraagd
    union
    select a.afspraak, a.agenda_nr
    from acties as a
    where a.actie is not null
        and ($actie::varchar is null or a.agenda_nr = $actie::varchar)
        and not exists (select 1 from acties as r where r.ronde_van = a.agenda_nr)
),

aantallen as (
    select afspraak, count(*) as acties
    from alle_acties
    group by afspraak
),

geteld as (
    select o.afspraak, o.jaar, sum(o.teller)::bigint as gereed
    from onder as o
    group by o.afspraak, o.jaar
),

final as (
    select
        g.afspraak, g.jaar, 'totaal' as corporatie, 'totaal' as kern, g.gereed, a.acties, k.gereed_op, k.gemeld_op
    from geteld as g
    inner join aantallen as a on a.afspraak = g.afspraak
    left join eerste_klaar as k on k.afspraak = g.afspraak and k.jaar = g.jaar
)

select *
from final
order by volgnummer(afspraak), afspraak, jaar
