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
with gezocht as (
    select jaar, sum(actief)::bigint as actief
    from woningzoekenden_per_jaar($van::date, $tot::date)
    group by jaar
),

geslaagden as (
    select year(ingangsdatum)::integer as jaar, count(*) as geslaagd
    from verhuringen
    where model <> 'woningruil' and in_periode(ingangsdatum, $van::date, $tot::date)
    group by 1
),

final as (
    select
        jaar,
        'totaal' as corporatie,
        'totaal' as kern,
        s.geslaagd,
        z.actief,
        s.geslaagd::double / nullif(z.actief, 0) as slaagkans
    from geslaagden as s
    full outer join gezocht as z using (jaar)
    where alleen_gemeente($niveau::varchar, $kernen::varchar[], $corporaties::varchar[])
)

select *
from final
order by jaar
