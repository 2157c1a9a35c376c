-- vraag: welk deel van de actief woningzoekenden vond een woning?
-- afspraak: 1.1.2
-- bron: verhuringen, woningzoekenden
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail'
-- korrel: een rij per jaar, alleen voor de hele gemeente
-- kolommen: jaar integer, corporatie varchar, kern varchar, geslaagd bigint, actief bigint, slaagkans double
-- teller: verhuringen in het jaar, woningruil niet
-- noemer: actief woningzoekenden bij de laatste telling in het jaar
-- let op: wie direct bemiddeld is en zelf niet reageerde, telt wel als geslaagd maar niet als actief. Wanneer iemand
--   actief heet, hangt af van de drempel die de aanleveraar gebruikt.
with onder as (
    select jaar, corporatie, kern, tabel, upload_id, bronrij, 1::double as teller, null::double as noemer
    from verhuurd($van, $tot, $kernen, $corporaties)
    where model <> 'woningruil' and alleen_gemeente($niveau, $kernen, $corporaties)
    union all
    select jaar, null, null, tabel, upload_id, bronrij, null, actief::double
    from woningzoekenden_geteld($van, $tot)
    where alleen_gemeente($niveau, $kernen, $corporaties)
),

final as (
    select
        jaar, 'totaal' as corporatie, 'totaal' as kern,
        sum(teller)::bigint as geslaagd,
        sum(noemer)::bigint as actief,
        sum(teller) / nullif(sum(noemer), 0) as slaagkans
    from onder
    group by jaar
)

select *
from final
order by jaar
