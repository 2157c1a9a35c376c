-- vraag: welk deel van de woningen kwam in een jaar vrij en werd opnieuw verhuurd?
-- afspraak: 1.1.2, 1.1.10
-- bron: verhuringen, voorraad, leveringen, corporaties
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail', nieuwbouw boolean = false, woningruil boolean = false
-- korrel: een rij per jaar, corporatie en kern
-- kolommen: jaar integer, corporatie varchar, kern varchar, verhuringen bigint, woningen bigint, mutatiegraad double
-- teller: verhuringen van bestaande woningen in het jaar; nieuwbouw en woningruil niet
-- noemer: woningen van de corporaties aan het eind van het jaar
-- let op: van een jaar waarvan nog verhuringen ontbreken is er geen mutatiegraad, want een deel van een jaar staat dan
--   naast alle woningen. Hetzelfde geldt zolang van een verhuring niet bekend is of het nieuwbouw is. Een nieuwe woning
--   komt niet vrij en bij woningruil verandert het aanbod niet; de schakelaars zetten die verhuringen erbij.
with onder as (
    select jaar, corporatie, kern, tabel, upload_id, bronrij, 1::double as teller, null::double as noemer
    from vrijkomend_aanbod($van, $tot, $kernen, $corporaties, $nieuwbouw, true, true, true, $woningruil)
    union all
    select jaar, corporatie, kern, tabel, upload_id, bronrij, 0, aantal::double
    from eindstanden($van, $tot, $kernen, $corporaties, $niveau)
),

geteld as (
    select
        jaar, op_corporatie($niveau, corporatie) as corporatie, op_kern($niveau, kern) as kern,
        sum(teller) as verhuringen,
        sum(noemer) as woningen
    from onder
    group by all
),

niet_bekend as (
    select distinct jaar, op_corporatie($niveau, corporatie) as corporatie, op_kern($niveau, kern) as kern
    from vrijkomend_aanbod($van, $tot, $kernen, $corporaties, true, true, true, true, $woningruil)
    where nieuwbouw is null and not $nieuwbouw
),

final as (
    select
        g.jaar,
        g.corporatie,
        g.kern,
        g.verhuringen::bigint as verhuringen,
        g.woningen::bigint as woningen,
        case when h.jaar is not null and o.jaar is null then g.verhuringen / nullif(g.woningen, 0) end as mutatiegraad
    from geteld as g
    left join hele_jaren('verhuringen', $van, $tot, $corporaties, $niveau) as h
        on h.jaar = g.jaar and h.corporatie = g.corporatie
    left join niet_bekend as o on o.jaar = g.jaar and o.corporatie = g.corporatie and o.kern = g.kern
)

select *
from final
order by jaar, corporatie, kern
