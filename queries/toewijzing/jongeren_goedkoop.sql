-- vraag: hoeveel goedkope woningen gingen naar jongeren onder de 23 jaar?
-- afspraak: 1.1.7
-- bron: verhuringen, huurgrenzen
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail'
-- korrel: een rij per jaar, corporatie en kern
-- kolommen: jaar integer, corporatie varchar, kern varchar, jongeren bigint, goedkoop bigint, aandeel double
-- teller: goedkope woningen die aan iemand onder de 23 jaar zijn verhuurd
-- noemer: alle verhuringen met een kale huur tot en met de kwaliteitskortingsgrens van dat jaar
-- let op: een jaar zonder vastgelegde grens heeft geen rij.
with onder as (
    select
        jaar, corporatie, kern, tabel, upload_id, bronrij,
        telt(huurklasse = 'goedkoop' and leeftijdsklasse = '<23') as teller,
        telt(huurklasse = 'goedkoop') as noemer,
        nullif(teller, 0) as jongeren
    from verhuringen_met_klasse($van, $tot, $kernen, $corporaties)
    where huurklasse is not null
),

final as (
    select
        jaar, op_corporatie($niveau, corporatie) as corporatie, op_kern($niveau, kern) as kern,
        sum(teller)::bigint as jongeren,
        sum(noemer)::bigint as goedkoop,
        sum(teller) / nullif(sum(noemer), 0) as aandeel
    from onder
    group by all
)

select *
from final
order by jaar, corporatie, kern
