-- vraag: wat is over elke afspraak en actie het laatst gemeld?
-- afspraak: 5.8
-- bron: actiestatus, leveringen, acties
-- parameters: peildatum date = null
-- korrel: een rij per afspraak en actie waarover gemeld is
-- kolommen: afspraak varchar, actie varchar, ronde integer, peildatum date, stand varchar, gereed_op date,
--   voortgang_pct integer, toelichting varchar, oorzaak varchar, gevolg varchar, bijsturing varchar,
--   besluit_gevraagd varchar, gemeld_door varchar
-- let op: de nieuwste melding op of voor de gekozen peildatum telt. Een lege actie is een melding over de afspraak
--   zelf. Van een actie die terugkomt, telt de ronde waarover het laatst gemeld is.
with op_volgorde as (
    select
        *,
        row_number() over (partition by afspraak, actie order by m.peildatum desc, m.ronde desc) as volgorde
    from meldingen() as m
    where in_periode(m.peildatum, null, $peildatum)
),

final as (
    select
        afspraak,
        actie,
        ronde,
        peildatum,
        stand,
        gereed_op,
        voortgang_pct,
        toelichting,
        oorzaak,
        gevolg,
        bijsturing,
        besluit_gevraagd,
        gemeld_door
    from op_volgorde
    where volgorde = 1
)

select *
from final
order by volgnummer(afspraak), afspraak, volgnummer(actie), actie
