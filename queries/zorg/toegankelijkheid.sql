-- vraag: hoeveel woningen zijn nultreden, en hoeveel multifunctioneel?
-- afspraak: 1.1.4, 3.1
-- bron: voorraad, corporaties
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail'
-- korrel: een rij per jaar, corporatie en kern
-- kolommen: jaar integer, corporatie varchar, kern varchar, nultreden bigint, multifunctioneel bigint,
--   voorraad bigint
-- let op: nultreden en multifunctioneel zijn twee begrippen en worden nooit bij elkaar opgeteld. Leeg betekent dat
--   er niets over toegankelijkheid is vastgelegd; dat is iets anders dan nul.
with standen as (
    select jaar, corporatie, kern, toegankelijkheid, aantal
    from eindstanden($van::date, $tot::date, $kernen::varchar[], $corporaties::varchar[], $niveau::varchar)
),

geteld as (
    select
        jaar,
        op_corporatie($niveau::varchar, corporatie) as corporatie,
        op_kern($niveau::varchar, kern) as kern,
        count(toegankelijkheid) > 0 as vastgelegd,
        coalesce(sum(aantal) filter (where toegankelijkheid = 'nultreden'), 0) as nultreden,
        coalesce(sum(aantal) filter (where toegankelijkheid = 'multifunctioneel'), 0) as multifunctioneel,
        sum(aantal)::bigint as voorraad
    from standen
    group by 1, 2, 3
),

final as (
    select
        jaar,
        corporatie,
        kern,
        case when vastgelegd then nultreden end::bigint as nultreden,
        case when vastgelegd then multifunctioneel end::bigint as multifunctioneel,
        voorraad
    from geteld
)

select *
from final
order by jaar, corporatie, kern
