-- vraag: in welke huurklasse viel de kale huur bij elke verhuring?
-- korrel: een rij per verhuring
-- let op: de grenzen van het jaar van verhuring tellen. Goedkoop is onder de kwaliteitskortingsgrens, betaalbaar tot
--   en met de hoge aftoppingsgrens, duur tot en met de DAEB-grens, boven de rest. Zonder grenzen voor dat jaar is de
--   klasse leeg.
create macro verhuringen_met_klasse(van, tot, kernen, corporaties) as table (
    with grenzen as (
        select
            jaar,
            max(bedrag) filter (where grens = 'kwaliteitskorting') as kwaliteitskorting,
            max(bedrag) filter (where grens = 'aftopping_hoog') as aftopping_hoog,
            max(bedrag) filter (where grens = 'daeb') as daeb
        from huurgrenzen
        group by jaar
    )

    select
        v.*,
        case
            when v.kale_huur < g.kwaliteitskorting then 'goedkoop'
            when g.kwaliteitskorting is null then null
            when v.kale_huur <= g.aftopping_hoog then 'betaalbaar'
            when g.aftopping_hoog is null then null
            when v.kale_huur <= g.daeb then 'duur'
            when v.kale_huur > g.daeb then 'boven'
        end as huurklasse
    from verhuurd(van, tot, kernen, corporaties) as v
    left join grenzen as g on g.jaar = v.jaar
)
