-- vraag: groeit de sociale voorraad mee met alle woningen in de gemeente?
-- afspraak: 1.1.1
-- bron: voorraad, corporaties, kengetallen, kengetal_definities
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail', basisjaar integer = 2021, niet_daeb boolean = false
-- korrel: een rij per jaar, alleen voor de hele gemeente
-- kolommen: jaar integer, corporatie varchar, kern varchar, sociaal bigint, totaal bigint, aandeel double,
--   index_sociaal double, index_totaal double, vanaf_jaar integer
-- kengetallen: totale_woningvoorraad
-- teller: DAEB-woningen van de corporaties aan het eind van het jaar
-- noemer: alle woningen in de gemeente (kengetal totale_woningvoorraad)
-- let op: 100 is het basisjaar, of het eerste jaar erna waarin beide aantallen bekend zijn (vanaf_jaar). Met
--   niet_daeb aan tellen alle woningen van de corporaties.
with onder as (
    select
        jaar, corporatie, kern, tabel, upload_id, bronrij,
        aantal::double as teller,
        null::double as noemer,
        aantal::double as index_sociaal,
        null::double as index_totaal
    from eindstanden(null, $tot, null, null, 'gemeente')
    where (daeb or $niet_daeb) and alleen_gemeente($niveau, $kernen, $corporaties)
    union all
    select jaar, corporatie, kern, tabel, upload_id, bronrij, null, waarde, null, waarde as index_totaal
    from kengetal_metingen(null, $tot, null, null, 'gemeente')
    where kengetal = 'totale_woningvoorraad' and alleen_gemeente($niveau, $kernen, $corporaties)
),

naast_elkaar as (
    select jaar, sum(teller)::bigint as sociaal, sum(noemer)::bigint as totaal
    from onder
    group by jaar
),

beginpunt as (
    select jaar, sociaal, totaal
    from naast_elkaar
    where jaar >= $basisjaar::integer and sociaal > 0 and totaal > 0
    order by jaar
    limit 1
),

final as (
    select
        n.jaar,
        'totaal' as corporatie,
        'totaal' as kern,
        n.sociaal,
        n.totaal,
        n.sociaal::double / nullif(n.totaal, 0) as aandeel,
        100 * n.sociaal::double / b.sociaal as index_sociaal,
        100 * n.totaal::double / b.totaal as index_totaal,
        b.jaar as vanaf_jaar
    from naast_elkaar as n
    left join beginpunt as b on true
    where jaar_in_periode(n.jaar, $van, null)
)

select *
from final
order by jaar
