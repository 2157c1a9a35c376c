-- vraag: wat is er in de loop van de tijd over elke afspraak en actie gemeld?
-- afspraak: 5.8
-- bron: actiestatus, leveringen, acties
-- parameters: afspraak varchar = null
-- korrel: een rij per afspraak, actie, ronde en peildatum
-- kolommen: afspraak varchar, actie varchar, ronde integer, peildatum date, stand varchar, gereed_op date,
--   voortgang_pct integer, toelichting varchar, gemeld_door varchar
-- let op: is er twee keer gemeld voor dezelfde peildatum, dan telt de laatst aangeleverde melding.
with final as (
    select
        m.afspraak,
        m.actie,
        m.ronde,
        m.peildatum,
        m.stand,
        m.gereed_op,
        m.voortgang_pct,
        m.toelichting,
        m.gemeld_door
    from meldingen() as m
    where $afspraak::varchar is null or m.afspraak = $afspraak::varchar
)

select *
from final
order by volgnummer(afspraak), afspraak, volgnummer(actie), actie, peildatum, ronde
