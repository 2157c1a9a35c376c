-- vraag: hoeveel woningen zijn er aan het eind van elk jaar, en hoeveel waren er gepland?
-- afspraak: 1.1.1
-- bron: voorraad, corporaties, plan
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail'
-- korrel: een rij per jaar, corporatie en kern
-- kolommen: jaar integer, corporatie varchar, kern varchar, eindstand bigint, plan bigint
-- let op: woningen, DAEB en niet-DAEB samen, zoals in de planning. De planning kent geen kernen: per kern en na het
--   laatste planjaar is ze leeg. In het jaar voor het eerste planjaar staat de beginstand van de planning.
with onder as (
    select jaar, corporatie, kern, tabel, upload_id, bronrij, aantal::double as teller, null::double as noemer
    from eindstanden($van, $tot, $kernen, $corporaties, $niveau)
),

naast_elkaar as (
    select jaar, corporatie, kern, teller as eindstand, null::bigint as plan from onder
    union all
    select jaar, corporatie, null, null, voorraad
    from planstanden($van, $tot, $kernen, $corporaties)
    where $niveau in ('gemeente', 'corporatie')
),

final as (
    select
        jaar, op_corporatie($niveau, corporatie) as corporatie, op_kern($niveau, kern) as kern,
        sum(eindstand)::bigint as eindstand,
        sum(plan)::bigint as plan
    from naast_elkaar
    group by all
)

select *
from final
order by jaar, corporatie, kern
