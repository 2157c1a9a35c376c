-- vraag: van welke dag is de telling van de woningen die voor een jaar geldt?
-- afspraak: 1.1.1
-- bron: voorraad, corporaties
-- parameters: kernen varchar[] = null, corporaties varchar[] = null, niveau varchar = 'detail'
-- korrel: een rij per jaar, corporatie en kern
-- kolommen: jaar integer, corporatie varchar, kern varchar, stand_op date
-- let op: een telling blijft voor altijd van haar eigen dag. Voor de hele gemeente en per kern is het de laatste dag
--   waarop elke corporatie telde.
with final as (
    select
        jaar, op_corporatie($niveau, corporatie) as corporatie, op_kern($niveau, kern) as kern,
        max(stand_op) as stand_op
    from eindstanden(null, null, $kernen, $corporaties, $niveau)
    group by all
)

select *
from final
order by jaar, corporatie, kern
