-- vraag: welk deel van de actief woningzoekenden vond een woning, per leeftijd?
-- afspraak: 1.1.2, 1.1.7
-- bron: verhuringen, woningzoekenden
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail'
-- korrel: een rij per jaar en leeftijdsklasse, alleen voor de hele gemeente
-- kolommen: jaar integer, corporatie varchar, kern varchar, leeftijdsklasse varchar, geslaagd bigint, actief bigint,
--   slaagkans double
-- teller: verhuringen in het jaar aan deze leeftijdsklasse, woningruil niet
-- noemer: actief woningzoekenden in deze leeftijdsklasse bij de laatste telling in het jaar
-- let op: wie direct bemiddeld is en zelf niet reageerde, telt wel als geslaagd maar niet als actief. Een klasse die
--   niet voorkomt in geleverde gegevens telt als nul; is er voor dat jaar niets geleverd, dan is het aantal leeg.
with gezocht as (
    select jaar, leeftijdsklasse, sum(actief)::bigint as actief
    from woningzoekenden_per_jaar($van, $tot)
    group by all
),

geslaagden as (
    select jaar, leeftijdsklasse, count(*) as geslaagd
    from verhuurd($van, $tot, $kernen, $corporaties)
    where model <> 'woningruil'
    group by all
),

naast_elkaar as (
    select
        jaar,
        leeftijdsklasse,
        case when jaar in (select jaar from geslaagden) then coalesce(s.geslaagd, 0) end as geslaagd,
        case when jaar in (select jaar from gezocht) then coalesce(z.actief, 0) end as actief
    from geslaagden as s
    full outer join gezocht as z using (jaar, leeftijdsklasse)
),

final as (
    select
        jaar, 'totaal' as corporatie, 'totaal' as kern,
        leeftijdsklasse,
        geslaagd,
        actief,
        geslaagd::double / nullif(actief, 0) as slaagkans
    from naast_elkaar
    where alleen_gemeente($niveau, $kernen, $corporaties)
)

select *
from final
order by jaar, kenmerk_rang(leeftijdsklasse), leeftijdsklasse
