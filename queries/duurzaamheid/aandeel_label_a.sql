-- vraag: welk deel van de woningen heeft energielabel A of beter?
-- afspraak: 2.5
-- bron: voorraad, corporaties
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail'
-- korrel: een rij per jaar, corporatie en kern
-- kolommen: jaar integer, corporatie varchar, kern varchar, label_a bigint, bekend bigint, aandeel double
-- teller: woningen met label A, A+, A++, A+++ of A++++
-- noemer: woningen waarvan het energielabel bekend is
-- let op: dit is het energielabel van de woning, niet het label van de klimaatadaptatiekaart.
with onder as (
    select
        jaar, corporatie, kern, tabel, upload_id, bronrij,
        telt(starts_with(energielabel, 'A')) * aantal as teller,
        telt(energielabel is not null) * aantal as noemer
    from eindstanden($van, $tot, $kernen, $corporaties, $niveau)
),

final as (
    select
        jaar, op_corporatie($niveau, corporatie) as corporatie, op_kern($niveau, kern) as kern,
        sum(teller)::bigint as label_a,
        sum(noemer)::bigint as bekend,
        sum(teller) / nullif(sum(noemer), 0) as aandeel
    from onder
    group by all
)

select *
from final
order by jaar, corporatie, kern
