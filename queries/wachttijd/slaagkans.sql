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
with geslaagden as (
    select year(ingangsdatum)::integer as jaar, corporatie, kern, upload_id, bronrij
    from verhuringen
    where model <> 'woningruil'
        and in_periode(ingangsdatum, $van::date, $tot::date)
        and alleen_gemeente($niveau::varchar, $kernen::varchar[], $corporaties::varchar[])
),

gezocht as (
    select jaar, actief, upload_id, bronrij
    from woningzoekenden_geteld($van::date, $tot::date)
    where alleen_gemeente($niveau::varchar, $kernen::varchar[], $corporaties::varchar[])
),

onder as (
    select
        jaar,
        corporatie,
        kern,
        'verhuringen' as tabel,
        upload_id,
        bronrij,
        1::double as teller,
        null::double as noemer
    from geslaagden
    union all
    select
        jaar,
        null::varchar as corporatie,
        null::varchar as kern,
        'woningzoekenden' as tabel,
        upload_id,
        bronrij,
        null::double as teller,
        actief::double as noemer
    from gezocht
),

geteld as (
    select jaar, sum(teller)::bigint as geslaagd, sum(noemer)::bigint as actief
    from onder
    group by jaar
),

final as (
    select
        jaar,
        'totaal' as corporatie,
        'totaal' as kern,
        geslaagd,
        actief,
        geslaagd::double / nullif(actief, 0) as slaagkans
    from geteld
)

select *
from final
order by jaar
