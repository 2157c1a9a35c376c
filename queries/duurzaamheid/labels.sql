-- vraag: hoe zijn de woningen verdeeld over de energielabels?
-- afspraak: 2.5
-- bron: voorraad, corporaties
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail'
-- korrel: een rij per jaar, corporatie, kern en energielabel
-- kolommen: jaar integer, corporatie varchar, kern varchar, energielabel varchar, aantal bigint, aandeel double
-- teller: woningen met dit label aan het eind van het jaar
-- noemer: alle woningen van dezelfde corporatie, kern en hetzelfde jaar, ook die zonder bekend label
-- let op: dit is het energielabel van de woning, niet het label van de klimaatadaptatiekaart.
with onder as (
    select
        jaar, corporatie, kern, tabel, upload_id, bronrij,
        aantal::double as teller,
        null::double as noemer,
        coalesce(energielabel, 'onbekend') as energielabel
    from eindstanden($van, $tot, $kernen, $corporaties, $niveau)
),

geteld as (
    select
        jaar, op_corporatie($niveau, corporatie) as corporatie, op_kern($niveau, kern) as kern,
        energielabel,
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
order by jaar, corporatie, kern, kenmerk_rang(energielabel), energielabel
