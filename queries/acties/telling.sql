-- vraag: hoeveel afspraken hadden op elke peildatum welke gemelde stand?
-- afspraak: 5.8
-- bron: actiestatus, leveringen, acties, afspraken
-- parameters: geen
-- korrel: een rij per peildatum, thema en stand
-- kolommen: peildatum date, thema integer, stand varchar, aantal bigint
-- let op: per afspraak telt de nieuwste melding op of voor de peildatum; bij meer acties de ergste stand. Een
--   afspraak waarover nog nooit gemeld is, telt niet mee.
with peildata as (
    select distinct peildatum
    from meldingen()
),

bekend_per_peildatum as (
    select
        p.peildatum,
        m.afspraak,
        m.actie,
        arg_max(m.stand, (m.peildatum, coalesce(m.ronde, 0))) as stand
    from peildata as p
    inner join meldingen() as m on m.peildatum <= p.peildatum
    group by all
),

ergste_per_afspraak as (
    select peildatum, afspraak, arg_max(stand, stand_ernst(stand)) as stand
    from bekend_per_peildatum
    group by all
),

final as (
    select e.peildatum, a.thema::integer as thema, e.stand, count(*) as aantal
    from ergste_per_afspraak as e
    inner join afspraken as a on a.afspraak = e.afspraak
    group by all
)

select *
from final
order by peildatum, thema, stand_ernst(stand)
