-- vraag: hoe lang zochten mensen voordat zij een woning kregen?
-- afspraak: 1.1.2
-- bron: verhuringen, groepen
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail', urgenten boolean = false, directe_bemiddeling boolean = false
-- korrel: een rij per jaar, corporatie en kern
-- kolommen: jaar integer, corporatie varchar, kern varchar, mediaan double, gemiddelde double, p90 double, n bigint
-- noemer: verhuringen met een bekende zoekduur, aan regulier woningzoekenden en zonder directe bemiddeling
-- let op: zoekduur is de tijd van de eerste reactie tot de verhuring, in maanden. De mediaan is van alle verhuringen
--   samen, nooit een gemiddelde van medianen. De schakelaars urgenten en directe_bemiddeling zetten die verhuringen
--   erbij.
with onder as (
    select jaar, corporatie, kern, tabel, upload_id, bronrij, maanden as teller, 1::double as noemer
    from duren('zoekduur', $van, $tot, $kernen, $corporaties, $urgenten, $directe_bemiddeling)
),

final as (
    select
        jaar, op_corporatie($niveau, corporatie) as corporatie, op_kern($niveau, kern) as kern,
        median(teller) as mediaan,
        avg(teller) as gemiddelde,
        quantile_cont(teller, 0.9) as p90,
        count(*) as n
    from onder
    group by all
)

select *
from final
order by jaar, corporatie, kern
