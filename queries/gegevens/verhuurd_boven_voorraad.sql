-- vraag: waar zijn in een jaar meer woningen verhuurd dan er staan?
-- afspraak: -
-- bron: verhuringen, voorraad, corporaties
-- parameters: geen
-- korrel: een rij per jaar, corporatie en kern waar dat zo is
-- kolommen: jaar integer, corporatie varchar, kern varchar, verhuringen bigint, woningen bigint
-- let op: woningen is de grootste van de tellingen van dit jaar en het jaar ervoor. Een kern zonder geteld bezit staat
--   hier niet; zie daarvoor de controle 'kern zonder voorraad'.
with standen as (
    select corporatie, kern, jaar, sum(aantal) as aantal
    from eindstanden(null, null, null, null, 'corporatie')
    group by all
),

verhuurd as (
    select jaar, corporatie, kern, count(*) as verhuringen
    from verhuurd(null, null, null, null)
    group by all
),

vergeleken as (
    select
        v.jaar,
        v.corporatie,
        v.kern,
        v.verhuringen,
        max(s.aantal)::bigint as woningen
    from verhuurd as v
    inner join standen as s
        on s.corporatie = v.corporatie and s.kern = v.kern and s.jaar in (v.jaar - 1, v.jaar)
    group by v.jaar, v.corporatie, v.kern, v.verhuringen
),

final as (
    select *
    from vergeleken
    where woningen > 0 and verhuringen > woningen
)

select *
from final
order by jaar, corporatie, kern
