-- vraag: welk deel van wie nog zoekt staat al vijf jaar of langer ingeschreven, en welk deel van wie slaagde?
-- afspraak: 1.1.2
-- bron: woningzoekenden, verhuringen, groepen
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail'
-- korrel: een rij per jaar, alleen voor de hele gemeente
-- kolommen: jaar integer, corporatie varchar, kern varchar, lang bigint, zoekend bigint, aandeel double,
--   geslaagd bigint, geslaagd_aandeel double
-- teller: actief regulier woningzoekenden die bij de laatste telling vijf jaar of langer ingeschreven stonden
-- noemer: actief regulier woningzoekenden van wie dat bij die telling bekend is
-- let op: wie nog zoekt is nog niet klaar met wachten. De inschrijfduur bij verhuring gaat alleen over wie een woning
--   kreeg, en zegt dus niet hoe lang een zoeker van nu zal wachten; zij is niet van dezelfde mensen. Geslaagd zijn de
--   verhuringen van de inschrijfduur: regulier en zonder directe bemiddeling. Zonder verdeling is er geen rij.
with zoekenden as (
    select w.*
    from woningzoekenden_geteld($van, $tot) as w
    inner join groepen as g on g.groep = w.groep and g.regulier
    where w.inschrijfduurklasse is not null and alleen_gemeente($niveau, $kernen, $corporaties)
),

onder as (
    select
        jaar, null::varchar as corporatie, null::varchar as kern, tabel, upload_id, bronrij,
        telt(inschrijfduurklasse in ('5 tot 10', '10+')) * actief as teller,
        actief::double as noemer
    from zoekenden
),

geteld as (
    select jaar, sum(teller)::bigint as lang, sum(noemer)::bigint as zoekend
    from onder
    group by jaar
),

geslaagden as (
    select jaar, count(*) as geslaagd, avg(telt(maanden >= 60)) as geslaagd_aandeel
    from duren('inschrijfduur', $van, $tot, $kernen, $corporaties, false, false)
    group by jaar
),

final as (
    select
        g.jaar,
        'totaal' as corporatie,
        'totaal' as kern,
        g.lang,
        g.zoekend,
        g.lang::double / nullif(g.zoekend, 0) as aandeel,
        s.geslaagd,
        s.geslaagd_aandeel
    from geteld as g
    left join geslaagden as s on s.jaar = g.jaar
)

select *
from final
order by jaar
