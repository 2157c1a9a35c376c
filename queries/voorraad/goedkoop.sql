-- vraag: hoeveel goedkope woningen zijn er, naast het aantal in het basisjaar?
-- afspraak: 1.1.7
-- bron: voorraad, corporaties
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail', basisjaar integer = 2021
-- korrel: een rij per jaar, corporatie en kern
-- kolommen: jaar integer, corporatie varchar, kern varchar, goedkoop bigint, woningen bigint, aandeel double,
--   in_basisjaar bigint, verschil bigint
-- teller: woningen met een goedkope streefhuur aan het eind van het jaar
-- noemer: alle woningen van de corporaties aan het eind van het jaar
-- let op: de klasse van de streefhuur, zoals de corporatie die aanleverde. Het gaat om woningen die er staan; hoeveel
--   er vrijkwamen en naar jongeren gingen is een ander cijfer. Zonder telling in het basisjaar zijn in_basisjaar en
--   verschil leeg.
with onder as (
    select
        jaar, corporatie, kern, tabel, upload_id, bronrij,
        telt(huurklasse = 'goedkoop') * aantal as teller,
        aantal::double as noemer,
        case when huurklasse = 'goedkoop' then aantal end::double as goedkoop
    from eindstanden(null, $tot, $kernen, $corporaties, $niveau)
),

geteld as (
    select
        jaar, op_corporatie($niveau, corporatie) as corporatie, op_kern($niveau, kern) as kern,
        sum(teller)::bigint as goedkoop,
        sum(noemer)::bigint as woningen,
        sum(teller) / nullif(sum(noemer), 0) as aandeel
    from onder
    group by all
),

final as (
    select
        g.*,
        b.goedkoop as in_basisjaar,
        g.goedkoop - b.goedkoop as verschil
    from geteld as g
    left join geteld as b
        on b.jaar = $basisjaar::integer and b.corporatie = g.corporatie and b.kern = g.kern
    where jaar_in_periode(g.jaar, $van, null)
)

select *
from final
order by jaar, corporatie, kern
