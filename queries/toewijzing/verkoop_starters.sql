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
with onder as (
    select
        jaar, corporatie, kern, tabel, upload_id, bronrij,
        telt(aan_starter) * aantal as teller,
        telt(aan_starter is not null) * aantal as noemer,
        case when aan_starter is null then aantal end::double as onbekend
    from gemuteerd($van, $tot, $kernen, $corporaties)
    where soort = 'verkoop'
),

final as (
    select
        jaar, op_corporatie($niveau, corporatie) as corporatie, op_kern($niveau, kern) as kern,
        sum(teller)::bigint as aan_starters,
        sum(noemer)::bigint as verkocht,
        sum(teller) / nullif(sum(noemer), 0) as aandeel,
        coalesce(sum(onbekend), 0)::bigint as onbekend
    from onder
    group by all
)

select *
from final
order by jaar, corporatie, kern
