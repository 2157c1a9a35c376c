-- vraag: welk deel van de actief woningzoekenden vond een woning?
-- afspraak: 1.1.2
-- bron: verhuringen, woningzoekenden, leveringen, corporaties
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail', directe_bemiddeling boolean = false
-- korrel: een rij per jaar, alleen voor de hele gemeente
-- kolommen: jaar integer, corporatie varchar, kern varchar, geslaagd bigint, actief bigint, slaagkans double
-- teller: verhuringen in het jaar aan wie op een woning reageerde; directe bemiddeling en woningruil niet
-- noemer: actief woningzoekenden bij de laatste telling in het jaar
-- let op: van een jaar waarvan nog verhuringen ontbreken is er geen slaagkans: een deel van de geslaagden staat dan
--   naast de zoekenden van een heel jaar. Wie direct bemiddeld is reageerde niet en hoort niet bij de actieven. De
--   schakelaar directe_bemiddeling telt hen aan beide kanten mee, zoals Maaskoepel. Vanaf hoeveel reacties iemand
--   actief heet, en of wie slaagde nog bij de actieven zit, hangt af van de aanleveraar.
with onder as (
    select
        jaar, corporatie, kern, tabel, upload_id, bronrij,
        1::double as teller,
        case when model = 'directe_bemiddeling' then 1 end::double as noemer
    from verhuurd($van, $tot, $kernen, $corporaties)
    where model <> 'woningruil'
        and (model <> 'directe_bemiddeling' or $directe_bemiddeling)
        and alleen_gemeente($niveau, $kernen, $corporaties)
    union all
    select jaar, null, null, tabel, upload_id, bronrij, null, actief::double
    from woningzoekenden_geteld($van, $tot)
    where alleen_gemeente($niveau, $kernen, $corporaties)
),

geteld as (
    select
        jaar,
        sum(teller)::bigint as geslaagd,
        case when jaar in (select jaar from woningzoekenden_geteld($van, $tot)) then sum(noemer) end::bigint as actief
    from onder
    group by jaar
),

final as (
    select
        g.jaar,
        'totaal' as corporatie,
        'totaal' as kern,
        g.geslaagd,
        g.actief,
        case when h.jaar is not null then g.geslaagd::double / nullif(g.actief, 0) end as slaagkans
    from geteld as g
    left join hele_jaren('verhuringen', $van, $tot, null, 'gemeente') as h on h.jaar = g.jaar
)

select *
from final
order by jaar
