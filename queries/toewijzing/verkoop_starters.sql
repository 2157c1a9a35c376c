-- vraag: welk deel van de verkochte huurwoningen ging naar starters?
-- afspraak: 1.1.8
-- bron: voorraadmutaties
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail'
-- korrel: een rij per jaar, corporatie en kern
-- kolommen: jaar integer, corporatie varchar, kern varchar, aan_starters bigint, verkocht bigint, aandeel double,
--   onbekend bigint
-- teller: woningen die aan een starter zijn verkocht
-- noemer: verkochte woningen waarvan bekend is of de koper een starter was
-- let op: hoeveel verkochte woningen niet meetellen omdat de koper niet is vastgelegd, staat bij onbekend.
with verkopen as (
    select year(datum)::integer as jaar, corporatie, kern, aan_starter, aantal, upload_id, bronrij
    from voorraadmutaties
    where soort = 'verkoop'
        and stand = 'realisatie'
        and eenheid = 'woongelegenheid'
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
        telt(aan_starter) * aantal as teller,
        telt(aan_starter is not null) * aantal as noemer,
        case when aan_starter is null then aantal end::double as onbekend
    from verkopen
),

geteld as (
    select
        jaar,
        op_corporatie($niveau::varchar, corporatie) as corporatie,
        op_kern($niveau::varchar, kern) as kern,
        sum(teller)::bigint as aan_starters,
        sum(noemer)::bigint as verkocht,
        coalesce(sum(onbekend), 0)::bigint as onbekend
    from onder
    group by all
),

final as (
    select
        jaar,
        corporatie,
        kern,
        aan_starters,
        verkocht,
        aan_starters::double / nullif(verkocht, 0) as aandeel,
        onbekend
    from geteld
)

select *
from final
order by jaar, corporatie, kern
