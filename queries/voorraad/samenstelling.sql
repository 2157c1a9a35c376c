-- vraag: hoe zijn de woningen verdeeld naar huurklasse, energielabel, toegankelijkheid, woningtype of kern?
-- afspraak: 1.1.1, 1.1.2
-- bron: voorraad, corporaties
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail', kenmerk varchar = 'huurklasse'
-- korrel: een rij per jaar, corporatie, kern en kenmerk
-- kolommen: jaar integer, corporatie varchar, kern varchar, kenmerk varchar, aantal bigint, aandeel double
-- teller: woningen met dit kenmerk aan het eind van het jaar
-- noemer: alle woningen van dezelfde corporatie, kern en hetzelfde jaar, ook die met een onbekend kenmerk
-- let op: kenmerk is huurklasse, energielabel, toegankelijkheid, woningtype of kern. Niet vastgelegd heet onbekend.
with onder as (
    select
        jaar, corporatie, kern, tabel, upload_id, bronrij,
        aantal::double as teller,
        null::double as noemer,
        coalesce(
            case $kenmerk::varchar
                when 'huurklasse' then huurklasse
                when 'energielabel' then energielabel
                when 'toegankelijkheid' then toegankelijkheid
                when 'woningtype' then woningtype
                when 'kern' then kern
                else error('kenmerk is huurklasse, energielabel, toegankelijkheid, woningtype of kern')
            end,
            'onbekend'
        ) as kenmerk
    from eindstanden($van, $tot, $kernen, $corporaties, $niveau)
),

geteld as (
    select
        jaar, op_corporatie($niveau, corporatie) as corporatie, op_kern($niveau, kern) as kern,
        kenmerk,
        sum(teller)::bigint as aantal
    from onder
    group by all
),

final as (
    select *, aantal::double / nullif(sum(aantal) over (partition by jaar, corporatie, kern), 0) as aandeel
    from geteld
)

select *
from final
order by jaar, corporatie, kern, kenmerk_rang(kenmerk), kenmerk
