-- vraag: hoeveel woningen werden er gebouwd, gekocht, verkocht of gesloopt, en hoeveel waren er gepland?
-- afspraak: 1.1.4
-- bron: voorraadmutaties, leveringen, corporaties, plan
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail', mutatie varchar = 'nieuwbouw'
-- korrel: een rij per jaar, corporatie en kern
-- kolommen: jaar integer, corporatie varchar, kern varchar, aantal bigint, plan bigint
-- let op: de planning kent geen kernen en geldt per heel jaar; per kern en na het laatste planjaar is ze leeg. Een
--   leeg aantal betekent dat er voor dat jaar niets geleverd is.
with onder as (
    select jaar, corporatie, kern, tabel, upload_id, bronrij, aantal::double as teller, null::double as noemer
    from gemuteerd($van, $tot, $kernen, $corporaties)
    where soort = $mutatie::varchar
),

gepland as (
    select
        jaar,
        corporatie,
        case $mutatie::varchar
            when 'aankoop' then aankoop
            when 'nieuwbouw' then nieuwbouw
            when 'verkoop' then verkoop
            when 'sloop' then sloop
        end as plan
    from planmutaties($van, $tot, $kernen, $corporaties)
),

naast_elkaar as (
    select jaar, corporatie, kern, teller as aantal, null::bigint as plan from onder
    union all
    select jaar, corporatie, null, 0, null from mutatiejaren($van, $tot, $corporaties)
    where $niveau in ('gemeente', 'corporatie')
    union all
    select jaar, corporatie, null, null, plan from gepland
    where $niveau in ('gemeente', 'corporatie')
),

final as (
    select
        jaar, op_corporatie($niveau, corporatie) as corporatie, op_kern($niveau, kern) as kern,
        sum(aantal)::bigint as aantal,
        sum(plan)::bigint as plan
    from naast_elkaar
    group by all
)

select *
from final
order by jaar, corporatie, kern
