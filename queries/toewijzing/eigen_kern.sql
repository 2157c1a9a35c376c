-- vraag: hoeveel doorstromers van 65 jaar en ouder verhuisden binnen hun eigen kern?
-- afspraak: 1.1.10
-- bron: verhuringen
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail', leeftijd varchar = '65+'
-- korrel: een rij per jaar, corporatie en kern
-- kolommen: jaar integer, corporatie varchar, kern varchar, eigen_kern bigint, doorstromers bigint, aandeel double,
--   onbekend bigint
-- teller: verhuringen aan die doorstromers die al in deze kern woonden
-- noemer: verhuringen aan doorstromers van deze leeftijd waarvan de vorige woonplaats bekend is
-- let op: een doorstromer liet een zelfstandige woning achter. Wie geen vastgelegde woonsituatie of vorige woonplaats
--   heeft telt niet mee; hoeveel doorstromers zonder vorige woonplaats dat zijn, staat bij onbekend. Nul betekent:
--   verhuurd, maar niet zo.
with verhuisd as (
    select *, leeftijdsklasse = $leeftijd::varchar and woonsituatie = 'doorstromer' as gezocht
    from verhuurd($van, $tot, $kernen, $corporaties)
),

onder as (
    select
        jaar, corporatie, kern, tabel, upload_id, bronrij,
        telt(gezocht and herkomst = 'zelfde_kern') as teller,
        telt(gezocht and herkomst is not null) as noemer,
        nullif(teller, 0) as eigen_kern,
        case when gezocht and herkomst is null then 1 end::double as onbekend
    from verhuisd
),

final as (
    select
        jaar, op_corporatie($niveau, corporatie) as corporatie, op_kern($niveau, kern) as kern,
        sum(teller)::bigint as eigen_kern,
        sum(noemer)::bigint as doorstromers,
        sum(teller) / nullif(sum(noemer), 0) as aandeel,
        count(onbekend) as onbekend
    from onder
    group by all
)

select *
from final
order by jaar, corporatie, kern
