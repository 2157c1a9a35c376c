-- vraag: hoeveel woningen zijn nultreden, en hoeveel multifunctioneel?
-- afspraak: 1.1.4, 3.1
-- bron: voorraad, corporaties
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail'
-- korrel: een rij per jaar, corporatie en kern
-- kolommen: jaar integer, corporatie varchar, kern varchar, nultreden bigint, multifunctioneel bigint,
--   voorraad bigint
-- let op: nultreden en multifunctioneel zijn twee begrippen en worden nooit bij elkaar opgeteld. Leeg betekent dat
--   er niets over toegankelijkheid is vastgelegd; dat is iets anders dan nul. Waar corporaties samen tellen staat er
--   alleen nul als elk van hen iets vastlegde.
with standen as (
    select *
    from eindstanden($van, $tot, $kernen, $corporaties, $niveau)
),

onder as (
    select
        jaar, corporatie, kern, tabel, upload_id, bronrij,
        null::double as teller,
        null::double as noemer,
        case when toegankelijkheid = 'nultreden' then aantal end::double as nultreden,
        case when toegankelijkheid = 'multifunctioneel' then aantal end::double as multifunctioneel
    from standen
),

per_corporatie as (
    select
        jaar,
        corporatie,
        op_kern($niveau, kern) as kern,
        count(toegankelijkheid) > 0 as vastgelegd,
        coalesce(sum(aantal) filter (where toegankelijkheid = 'nultreden'), 0) as nultreden,
        coalesce(sum(aantal) filter (where toegankelijkheid = 'multifunctioneel'), 0) as multifunctioneel,
        sum(aantal) as voorraad
    from standen
    group by all
),

geteld as (
    select
        jaar,
        op_corporatie($niveau, corporatie) as corporatie,
        kern,
        bool_and(vastgelegd) as alles_vastgelegd,
        sum(nultreden) as nultreden,
        sum(multifunctioneel) as multifunctioneel,
        sum(voorraad) as voorraad
    from per_corporatie
    group by all
),

final as (
    select
        jaar,
        corporatie,
        kern,
        case when alles_vastgelegd or nultreden > 0 then nultreden end::bigint as nultreden,
        case when alles_vastgelegd or multifunctioneel > 0 then multifunctioneel end::bigint as multifunctioneel,
        voorraad::bigint as voorraad
    from geteld
)

select *
from final
order by jaar, corporatie, kern
