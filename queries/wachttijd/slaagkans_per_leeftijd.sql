-- vraag: welk deel van de actief woningzoekenden vond een woning, per leeftijd?
-- afspraak: 1.1.2, 1.1.7
-- bron: verhuringen, woningzoekenden, leveringen, corporaties
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail', directe_bemiddeling boolean = false
-- korrel: een rij per jaar en leeftijdsklasse, alleen voor de hele gemeente
-- kolommen: jaar integer, corporatie varchar, kern varchar, leeftijdsklasse varchar, geslaagd bigint, actief bigint,
--   slaagkans double
-- teller: verhuringen in het jaar aan deze leeftijdsklasse; directe bemiddeling en woningruil niet
-- noemer: actief woningzoekenden in deze leeftijdsklasse bij de laatste telling in het jaar
-- let op: geteld als de slaagkans van alle leeftijden samen, ook wat een jaar betreft dat nog niet helemaal is
--   aangeleverd en de schakelaar directe_bemiddeling. Een klasse die niet voorkomt in geleverde gegevens telt als nul;
--   is er voor dat jaar niets geleverd, dan is het aantal leeg.
with gezocht as (
    select jaar, leeftijdsklasse, sum(actief)::bigint as actief
    from woningzoekenden_per_jaar($van, $tot)
    group by all
),

geslaagden as (
    select
        jaar,
        leeftijdsklasse,
        count(*) as geslaagd,
        count(*) filter (where model = 'directe_bemiddeling') as direct
    from verhuurd($van, $tot, $kernen, $corporaties)
    where model <> 'woningruil' and (model <> 'directe_bemiddeling' or $directe_bemiddeling)
    group by all
),

naast_elkaar as (
    select
        jaar,
        leeftijdsklasse,
        case when jaar in (select jaar from geslaagden) then coalesce(s.geslaagd, 0) end as geslaagd,
        case
            when jaar in (select jaar from gezocht) then coalesce(z.actief, 0) + coalesce(s.direct, 0)
        end::bigint as actief
    from geslaagden as s
    full outer join gezocht as z using (jaar, leeftijdsklasse)
),

final as (
    select
        n.jaar,
        'totaal' as corporatie,
        'totaal' as kern,
        n.leeftijdsklasse,
        n.geslaagd,
        n.actief,
        case when h.jaar is not null then n.geslaagd::double / nullif(n.actief, 0) end as slaagkans
    from naast_elkaar as n
    left join hele_jaren('verhuringen', $van, $tot, null, 'gemeente') as h on h.jaar = n.jaar
    where alleen_gemeente($niveau, $kernen, $corporaties)
)

select *
from final
order by jaar, kenmerk_rang(leeftijdsklasse), leeftijdsklasse
