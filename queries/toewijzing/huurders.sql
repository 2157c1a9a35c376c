-- vraag: wie kregen een woning, naar groep, leeftijd, huishouden, woonsituatie of herkomst?
-- afspraak: 1.1.2, 1.1.14
-- bron: verhuringen
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail', kenmerk varchar = 'groep', nieuwbouw boolean = true, tijdelijk boolean = false,
--   jongeren boolean = false, niet_daeb boolean = false, woningruil boolean = false
-- korrel: een rij per jaar, corporatie, kern en kenmerk
-- kolommen: jaar integer, corporatie varchar, kern varchar, kenmerk varchar, verhuringen bigint, aandeel double
-- teller: verhuringen aan huishoudens met dit kenmerk
-- noemer: verhuringen van DAEB-woningen met een contract voor onbepaalde tijd, nieuwbouw meegeteld, woningruil niet
-- let op: kenmerk is groep, leeftijdsklasse, huishoudgrootte, woonsituatie of herkomst. Niet vastgelegd heet onbekend.
--   Dezelfde verhuringen en schakelaars als bij het aandeel regulier, zodat de delen daarop uitkomen.
with onder as (
    select
        jaar, corporatie, kern, tabel, upload_id, bronrij,
        1::double as teller,
        null::double as noemer,
        coalesce(
            case $kenmerk::varchar
                when 'groep' then groep
                when 'leeftijdsklasse' then leeftijdsklasse
                when 'huishoudgrootte' then huishoudgrootte
                when 'woonsituatie' then woonsituatie
                when 'herkomst' then herkomst
                else error('kenmerk is groep, leeftijdsklasse, huishoudgrootte, woonsituatie of herkomst')
            end,
            'onbekend'
        ) as kenmerk
    from vrijkomend_aanbod(
            $van, $tot, $kernen, $corporaties, $nieuwbouw, $tijdelijk, $jongeren, $niet_daeb, $woningruil
        )
),

geteld as (
    select
        jaar, op_corporatie($niveau, corporatie) as corporatie, op_kern($niveau, kern) as kern,
        kenmerk,
        sum(teller)::bigint as verhuringen
    from onder
    group by all
),

final as (
    select *, verhuringen::double / nullif(sum(verhuringen) over (partition by jaar, corporatie, kern), 0) as aandeel
    from geteld
)

select *
from final
order by jaar, corporatie, kern, kenmerk_rang(kenmerk), kenmerk
