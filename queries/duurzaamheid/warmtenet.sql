-- vraag: hoeveel woningen zijn aangesloten op het warmtenet?
-- afspraak: 2.3
-- bron: voorraad, corporaties
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail'
-- korrel: een rij per jaar, corporatie en kern
-- kolommen: jaar integer, corporatie varchar, kern varchar, aangesloten bigint, voorraad bigint, aandeel double
-- teller: woningen met een aansluiting aan het eind van het jaar
-- noemer: alle woningen van de corporaties aan het eind van het jaar
with onder as (
    select
        jaar, corporatie, kern, tabel, upload_id, bronrij,
        telt(warmtenet) * aantal as teller,
        aantal::double as noemer,
        case when warmtenet then aantal end::double as aangesloten
    from eindstanden($van, $tot, $kernen, $corporaties, $niveau)
),

final as (
    select
        jaar, op_corporatie($niveau, corporatie) as corporatie, op_kern($niveau, kern) as kern,
        sum(teller)::bigint as aangesloten,
        sum(noemer)::bigint as voorraad,
        sum(teller) / nullif(sum(noemer), 0) as aandeel
    from onder
    group by all
)

select *
from final
order by jaar, corporatie, kern
