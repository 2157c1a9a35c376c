-- vraag: wat is er op elke peildatum over elke actie gemeld?
-- afspraak: 5.8
-- korrel: een rij per afspraak, actie, ronde en peildatum
-- let op: is er twee keer gemeld voor dezelfde peildatum, dan telt de laatst aangeleverde melding. Een actie die
--   terugkomt heeft ronden. Een melding noemt de ronde (5.3-2024), of alleen de actie (5.3): dan gaat zij over de ronde
--   van het jaar waarin het klaar was, of anders van het jaar van de melding, of de eerste ronde daarna. De dag van
--   afronding telt alleen bij gereed.
create macro meldingen() as table (
    with ronden as (
        select ronde_van, agenda_nr, year(deadline)::integer as ronde
        from acties
        where ronde_van is not null
    ),

    gemeld as (
        select
            * exclude (actie, gereed_op),
            nullif(actie, '') as gemelde_actie,
            case when stand = 'gereed' then gereed_op end as gereed_op
        from actiestatus
    ),

    met_ronde as (
        select
            g.*,
            coalesce(r.ronde_van, g.gemelde_actie) as actie,
            coalesce(
                r.ronde,
                (
                    select min(v.ronde)
                    from ronden as v
                    where v.ronde_van = g.gemelde_actie and v.ronde >= year(coalesce(g.gereed_op, g.peildatum))
                )
            ) as ronde
        from gemeld as g
        left join ronden as r on r.agenda_nr = g.gemelde_actie
    ),

    op_volgorde as (
        select
            m.peildatum,
            m.actie,
            m.ronde,
            coalesce(r.agenda_nr, m.actie) as agenda_nr,
            m.afspraak,
            m.stand,
            m.gereed_op,
            m.voortgang_pct::integer as voortgang_pct,
            m.toelichting,
            m.oorzaak,
            m.gevolg,
            m.bijsturing,
            m.besluit_gevraagd,
            m.gemeld_door,
            m.upload_id,
            m.bronrij,
            row_number() over (
                partition by m.afspraak, m.actie, m.ronde, m.peildatum
                order by l.aangeleverd_op desc nulls last, m.upload_id desc, m.bronrij desc
            ) as volgorde
        from met_ronde as m
        left join leveringen as l on l.upload_id = m.upload_id and l.tabel = 'actiestatus'
        left join ronden as r on r.ronde_van = m.actie and r.ronde = m.ronde
    )

    select * exclude (volgorde)
    from op_volgorde
    where volgorde = 1
)
