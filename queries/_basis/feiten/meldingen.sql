-- vraag: wat is er op elke peildatum over elke actie gemeld?
-- afspraak: 5.8
-- korrel: een rij per afspraak, actie en peildatum
-- let op: is er twee keer gemeld voor dezelfde peildatum, dan telt de laatst aangeleverde melding.
create macro meldingen() as table (
    with op_volgorde as (
        select
            a.peildatum,
            nullif(a.actie, '') as actie,
            a.afspraak,
            a.stand,
            a.voortgang_pct::integer as voortgang_pct,
            a.toelichting,
            a.oorzaak,
            a.gevolg,
            a.bijsturing,
            a.besluit_gevraagd,
            a.gemeld_door,
            a.upload_id,
            a.bronrij,
            row_number() over (
                partition by a.afspraak, nullif(a.actie, ''), a.peildatum
                order by l.aangeleverd_op desc nulls last, a.upload_id desc, a.bronrij desc
            ) as volgorde
        from actiestatus as a
        left join leveringen as l on l.upload_id = a.upload_id and l.tabel = 'actiestatus'
    )

    select * exclude (volgorde)
    from op_volgorde
    where volgorde = 1
)
