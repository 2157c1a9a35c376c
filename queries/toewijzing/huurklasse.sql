-- vraag: in welke huurklassen vielen de verhuringen?
-- afspraak: 1.1.7
-- bron: verhuringen, huurgrenzen
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail'
-- korrel: een rij per jaar, corporatie, kern en huurklasse
-- kolommen: jaar integer, corporatie varchar, kern varchar, huurklasse varchar, verhuringen bigint, aandeel double
-- teller: verhuringen in deze huurklasse
-- noemer: alle verhuringen van dezelfde corporatie, kern en hetzelfde jaar
-- let op: goedkoop is tot en met de kwaliteitskortingsgrens, betaalbaar tot en met de aftoppingsgrens van het
--   huishouden (de lage voor een of twee personen, de hoge voor meer), duur tot en met de DAEB-grens, boven de rest.
--   De grenzen van het jaar van verhuring gelden; zonder grenzen is de klasse onbekend.
with onder as (
    select
        jaar, corporatie, kern, tabel, upload_id, bronrij,
        1::double as teller,
        null::double as noemer,
        coalesce(huurklasse, 'onbekend') as huurklasse
    from verhuringen_met_klasse($van, $tot, $kernen, $corporaties)
),

geteld as (
    select
        jaar, op_corporatie($niveau, corporatie) as corporatie, op_kern($niveau, kern) as kern,
        huurklasse,
        sum(teller)::bigint as verhuringen
    from onder
    group by all
),

final as (
    select *, verhuringen::double / nullif(sum(verhuringen) over (partition by jaar, corporatie, kern), 0) as aandeel
    from geteld
)

select *
from final
order by jaar, corporatie, kern, kenmerk_rang(huurklasse), huurklasse
