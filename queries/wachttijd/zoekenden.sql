-- vraag: wie zoekt er actief een woning, naar groep, leeftijd, inschrijfduur of huishouden?
-- afspraak: 1.1.2
-- bron: woningzoekenden
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail', kenmerk varchar = 'groep'
-- korrel: een rij per jaar en kenmerk, alleen voor de hele gemeente
-- kolommen: jaar integer, corporatie varchar, kern varchar, kenmerk varchar, actief bigint, aandeel double
-- teller: actief woningzoekenden met dit kenmerk bij de laatste telling in het jaar
-- noemer: alle actief woningzoekenden bij die telling
-- let op: kenmerk is groep, leeftijdsklasse, inschrijfduurklasse of huishoudgrootte. Niet verdeeld heet onbekend; een
--   telling die een kenmerk nergens verdeelt heeft geen rij.
with onder as (
    select
        jaar, null::varchar as corporatie, null::varchar as kern, tabel, upload_id, bronrij,
        actief::double as teller,
        null::double as noemer,
        case $kenmerk::varchar
            when 'groep' then groep
            when 'leeftijdsklasse' then leeftijdsklasse
            when 'inschrijfduurklasse' then coalesce(inschrijfduurklasse, 'onbekend')
            when 'huishoudgrootte' then coalesce(huishoudgrootte, 'onbekend')
            else error('kenmerk is groep, leeftijdsklasse, inschrijfduurklasse of huishoudgrootte')
        end as kenmerk
    from woningzoekenden_geteld($van, $tot)
    where alleen_gemeente($niveau, $kernen, $corporaties)
),

geteld as (
    select jaar, kenmerk, sum(teller)::bigint as actief
    from onder
    group by all
),

final as (
    select
        jaar,
        'totaal' as corporatie,
        'totaal' as kern,
        kenmerk,
        actief,
        actief::double / nullif(sum(actief) over (partition by jaar), 0) as aandeel
    from geteld
    qualify max(kenmerk <> 'onbekend') over (partition by jaar)
)

select *
from final
order by jaar, kenmerk_rang(kenmerk), kenmerk
