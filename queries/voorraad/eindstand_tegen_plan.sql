-- vraag: hoeveel woningen zijn er aan het eind van elk jaar, en hoeveel waren er gepland?
-- afspraak: 1.1.1
-- bron: voorraad, corporaties, plan
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail'
-- korrel: een rij per jaar, corporatie en kern
-- kolommen: jaar integer, corporatie varchar, kern varchar, eindstand bigint, plan bigint
-- let op: woningen, DAEB en niet-DAEB samen, zoals in de planning. De planning kent geen kernen: per kern en na het
--   laatste planjaar is ze leeg. In het jaar voor het eerste planjaar staat de beginstand van de planning.
with standen as (
    select *
    from eindstanden($van::date, $tot::date, $kernen::varchar[], $corporaties::varchar[], $niveau::varchar)
),

onder as (
    select
        jaar,
        corporatie,
        kern,
        'voorraad' as tabel,
        upload_id,
        bronrij,
        aantal::double as teller,
        null::double as noemer
    from standen
),

gepland as (
    select jaar, corporatie, null::varchar as kern, null::bigint as eindstand, voorraad as plan
    from planstanden($van::date, $tot::date, $corporaties::varchar[])
    where $niveau::varchar in ('gemeente', 'corporatie') and $kernen::varchar[] is null
),

naast_elkaar as (
    select jaar, corporatie, kern, teller as eindstand, null::bigint as plan from onder
    union all
    select * from gepland
),

final as (
    select
        jaar,
        op_corporatie($niveau::varchar, corporatie) as corporatie,
        op_kern($niveau::varchar, kern) as kern,
        sum(eindstand)::bigint as eindstand,
        sum(plan)::bigint as plan
    from naast_elkaar
    group by all
)

select *
from final
order by jaar, corporatie, kern
