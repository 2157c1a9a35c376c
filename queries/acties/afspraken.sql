-- vraag: welke afspraken zijn er, wie trekt ze, en welke actie hoort erbij?
-- afspraak: 5.3, 5.8
-- bron: afspraken, acties
-- parameters: geen
-- korrel: een rij per afspraak
-- kolommen: afspraak varchar, thema integer, paragraaf varchar, onderwerp varchar, samenvatting varchar,
--   soort varchar, trekker varchar, agenda_nr varchar, agenda_onderwerp varchar, agenda_actie varchar,
--   agenda_trekker varchar, termijn varchar, deadline date, trekker_verschilt boolean, bron varchar, opmerking varchar
-- let op: acties horen bij een afspraak op onderwerp, niet op nummer. Heeft een afspraak meer acties, dan staan ze
--   achter elkaar en is de deadline de eerste. De ronden van een actie die terugkomt, staan er niet bij. Een lege actie
--   betekent een werkwijze, of iets dat al liep. De opmerkingen van afspraak en actie staan achter elkaar.
with agenda as (
    select
        afspraak,
        string_agg(agenda_nr, '; ' order by volgnummer(agenda_nr), agenda_nr) as agenda_nr,
        string_agg(agenda_onderwerp, '; ' order by volgnummer(agenda_nr), agenda_nr) as agenda_onderwerp,
        string_agg(actie, '; ' order by volgnummer(agenda_nr), agenda_nr) as agenda_actie,
        string_agg(trekker, ';' order by volgnummer(agenda_nr), agenda_nr) as agenda_trekkers,
        string_agg(termijn, '; ' order by volgnummer(agenda_nr), agenda_nr) as termijn,
        min(deadline) as deadline,
        string_agg(opmerking, ' ' order by volgnummer(agenda_nr), agenda_nr) as opmerking
    from acties
    where ronde_van is null
    group by afspraak
),

met_trekkers as (
    select *, [trim(partij) for partij in string_split(agenda_trekkers, ';')] as trekkers
    from agenda
),

final as (
    select
        a.afspraak,
        a.thema::integer as thema,
        a.paragraaf,
        a.onderwerp,
        a.samenvatting,
        a.soort,
        a.trekker,
        g.agenda_nr,
        g.agenda_onderwerp,
        g.agenda_actie,
        array_to_string(
            [partij for partij, plaats in g.trekkers if list_position(g.trekkers, partij) = plaats], ';'
        ) as agenda_trekker,
        g.termijn,
        g.deadline,
        -- An agenda row without a trekker says nothing, so it does not differ.
        coalesce(
            list_sort(list_distinct(g.trekkers))
            <> list_sort(list_distinct([trim(partij) for partij in string_split(a.trekker, ';')])),
            false
        ) as trekker_verschilt,
        a.bron,
        nullif(concat_ws(' ', a.opmerking, g.opmerking), '') as opmerking
    from afspraken as a
    left join met_trekkers as g on g.afspraak = a.afspraak
)

select *
from final
order by volgnummer(afspraak), afspraak
