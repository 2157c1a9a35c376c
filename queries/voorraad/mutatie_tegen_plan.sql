-- vraag: hoeveel woningen werden er gebouwd, gekocht, verkocht of gesloopt, en hoeveel waren er gepland?
-- afspraak: 1.1.4
-- bron: voorraadmutaties, leveringen, corporaties, plan
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail', mutatie varchar = 'nieuwbouw'
-- korrel: een rij per jaar, corporatie en kern
-- kolommen: jaar integer, corporatie varchar, kern varchar, aantal bigint, plan bigint
-- let op: de planning kent geen kernen en geldt per heel jaar; per kern en na het laatste planjaar is ze leeg. Een
--   leeg aantal betekent dat er voor dat jaar niets geleverd is.
with gebeurd as (
    select year(datum)::integer as jaar, corporatie, kern, aantal, upload_id, bronrij
    from voorraadmutaties
    where stand = 'realisatie'
        and eenheid = 'woongelegenheid'
        and soort = $mutatie::varchar
        and in_periode(datum, $van::date, $tot::date)
        and gekozen($kernen::varchar[], kern)
        and gekozen($corporaties::varchar[], corporatie)
),

onder as (
    select
        jaar,
        corporatie,
        kern,
        'voorraadmutaties' as tabel,
        upload_id,
        bronrij,
        aantal::double as teller,
        null::double as noemer
    from gebeurd
),

geleverde_jaren as (
    select jaar, corporatie, null::varchar as kern, 0 as aantal, null::bigint as plan
    from mutatiejaren()
    where $niveau::varchar in ('gemeente', 'corporatie')
        and jaar_in_periode(jaar, $van::date, $tot::date)
        and gekozen($corporaties::varchar[], corporatie)
),

gepland as (
    select
        jaar::integer as jaar,
        corporatie,
        null::varchar as kern,
        null::bigint as aantal,
        case $mutatie::varchar
            when 'aankoop' then aankoop
            when 'nieuwbouw' then nieuwbouw
            when 'verkoop' then verkoop
            when 'sloop' then sloop
        end as plan
    from plan
    where soort = 'woongelegenheid'
        and $niveau::varchar in ('gemeente', 'corporatie')
        and $kernen::varchar[] is null
        and jaar_in_periode(jaar, $van::date, $tot::date)
        and gekozen($corporaties::varchar[], corporatie)
),

naast_elkaar as (
    select jaar, corporatie, kern, teller as aantal, null::bigint as plan from onder
    union all
    select * from geleverde_jaren
    union all
    select * from gepland
),

final as (
    select
        jaar,
        op_corporatie($niveau::varchar, corporatie) as corporatie,
        op_kern($niveau::varchar, kern) as kern,
        sum(aantal)::bigint as aantal,
        sum(plan)::bigint as plan
    from naast_elkaar
    group by all
)

select *
from final
order by jaar, corporatie, kern
