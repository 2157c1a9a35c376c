-- vraag: in welke huurklasse viel de kale huur bij elke verhuring?
-- korrel: een rij per verhuring
-- let op: de grenzen van het jaar van verhuring tellen, en een huur precies op een grens valt eronder. Goedkoop is
--   tot en met de kwaliteitskortingsgrens, betaalbaar tot en met de aftoppingsgrens van het huishouden (de lage voor
--   een of twee personen, de hoge voor meer), duur tot en met de DAEB-grens, boven de rest. Zonder grenzen voor dat
--   jaar is de klasse leeg.
create macro verhuringen_met_klasse(van, tot, kernen, corporaties) as table (
    with grenzen as (
        select
            jaar,
            max(bedrag) filter (where grens = 'kwaliteitskorting') as kwaliteitskorting,
            max(bedrag) filter (where grens = 'aftopping_laag') as aftopping_laag,
            max(bedrag) filter (where grens = 'aftopping_hoog') as aftopping_hoog,
            max(bedrag) filter (where grens = 'daeb') as daeb
        from huurgrenzen
        group by jaar
    ),

    met_grenzen as (
        select
            v.*,
            g.kwaliteitskorting,
            case when v.huishoudgrootte = '3+' then g.aftopping_hoog else g.aftopping_laag end as aftopping,
            g.daeb as daeb_grens
        from verhuurd(van, tot, kernen, corporaties) as v
        left join grenzen as g on g.jaar = v.jaar
    )

    select
        * exclude (kwaliteitskorting, aftopping, daeb_grens),
        case
            when kale_huur <= kwaliteitskorting then 'goedkoop'
            when kwaliteitskorting is null then null
            when kale_huur <= aftopping then 'betaalbaar'
            when aftopping is null then null
            when kale_huur <= daeb_grens then 'duur'
            when kale_huur > daeb_grens then 'boven'
        end as huurklasse
    from met_grenzen
)
