-- vraag: hoeveel woningen gingen naar een bepaalde groep woningzoekenden?
-- afspraak: 1.1.14, 3.4
-- bron: verhuringen
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail', groep varchar = 'regulier'
-- korrel: een rij per jaar, corporatie en kern
-- kolommen: jaar integer, corporatie varchar, kern varchar, aan_groep bigint, verhuringen bigint, aandeel double
-- teller: verhuringen aan deze groep
-- noemer: alle verhuringen
-- let op: elke verhuring telt, ook met een tijdelijk contract: anders dan bij het aandeel regulier gaat het om mensen
--   die een woning kregen. Nul betekent: verhuurd, maar niet aan deze groep.
with onder as (
    select
        jaar, corporatie, kern, tabel, upload_id, bronrij,
        telt(groep = $groep::varchar) as teller,
        1::double as noemer,
        nullif(teller, 0) as aan_groep
    from verhuurd($van, $tot, $kernen, $corporaties)
),

final as (
    select
        jaar, op_corporatie($niveau, corporatie) as corporatie, op_kern($niveau, kern) as kern,
        sum(teller)::bigint as aan_groep,
        sum(noemer)::bigint as verhuringen,
        sum(teller) / nullif(sum(noemer), 0) as aandeel
    from onder
    group by all
)

select *
from final
order by jaar, corporatie, kern
