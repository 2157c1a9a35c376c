-- vraag: van hoeveel verhuringen is niet bekend of het nieuwbouw is?
-- afspraak: 1.1.14
-- bron: verhuringen
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail'
-- korrel: een rij per jaar, corporatie en kern
-- kolommen: jaar integer, corporatie varchar, kern varchar, onbekend bigint
-- let op: een cijfer zonder nieuwbouw telt deze verhuringen niet mee en zegt hoeveel het er zijn.
with final as (
    select
        jaar, op_corporatie($niveau, corporatie) as corporatie, op_kern($niveau, kern) as kern,
        count(*) as onbekend
    from verhuurd($van, $tot, $kernen, $corporaties)
    where nieuwbouw is null
    group by all
)

select *
from final
order by jaar, corporatie, kern
