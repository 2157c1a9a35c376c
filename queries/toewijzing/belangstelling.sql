-- vraag: hoeveel reacties kreeg een woning, of hoe vaak werd zij geweigerd?
-- afspraak: 1.1.2
-- bron: verhuringen
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail', wat varchar = 'reacties'
-- korrel: een rij per jaar, corporatie en kern
-- kolommen: jaar integer, corporatie varchar, kern varchar, aantal bigint, verhuringen bigint, gemiddelde double
-- teller: alle reacties of alle weigeringen
-- noemer: verhuringen waarvan dat is vastgelegd
-- let op: wat is reacties of weigeringen. Wie zonder advertentie een woning kreeg heeft geen reacties en telt niet mee.
--   Een woning die nog niet verhuurd is, hoe vaak ook geweigerd, staat hier niet bij.
with verhuurde_woningen as (
    select
        *,
        case $wat::varchar
            when 'reacties' then reacties
            when 'weigeringen' then weigeringen
            else error('wat is reacties of weigeringen')
        end as hoeveel
    from verhuurd($van, $tot, $kernen, $corporaties)
),

onder as (
    select jaar, corporatie, kern, tabel, upload_id, bronrij, hoeveel::double as teller, 1::double as noemer
    from verhuurde_woningen
    where hoeveel is not null
),

final as (
    select
        jaar, op_corporatie($niveau, corporatie) as corporatie, op_kern($niveau, kern) as kern,
        sum(teller)::bigint as aantal,
        sum(noemer)::bigint as verhuringen,
        sum(teller) / nullif(sum(noemer), 0) as gemiddelde
    from onder
    group by all
)

select *
from final
order by jaar, corporatie, kern
