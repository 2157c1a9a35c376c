-- vraag: hoeveel flexwoningen staan er in de voorraad, naast wat over de flexibele schil is gemeld?
-- afspraak: 1.1.11
-- bron: voorraad, corporaties, kengetallen, kengetal_definities
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   niveau varchar = 'detail'
-- korrel: een rij per jaar, corporatie en kern
-- kolommen: jaar integer, corporatie varchar, kern varchar, flex bigint, gemeld double
-- kengetallen: flexwoningen
-- let op: gemeld is het kengetal flexwoningen. Dat telt ook gewone woningen met een tijdelijk contract en woningen van
--   anderen; de voorraad telt alleen tijdelijke of verplaatsbare woningen van de corporaties. De twee horen dus niet
--   gelijk te zijn. Gemeld is leeg waar het niet op dit niveau is vastgelegd.
with onder as (
    select
        jaar, corporatie, kern, tabel, upload_id, bronrij,
        telt(flex) * aantal as teller,
        null::double as noemer,
        case when flex then aantal end::double as flex,
        null::double as gemeld
    from eindstanden($van, $tot, $kernen, $corporaties, $niveau)
    union all
    select
        jaar,
        coalesce(corporatie, 'totaal'),
        coalesce(kern, 'totaal'),
        tabel,
        upload_id,
        bronrij,
        null,
        null,
        null,
        waarde
    from kengetal_metingen($van, $tot, $kernen, $corporaties, $niveau)
    where kengetal = 'flexwoningen'
),

final as (
    select
        jaar, op_corporatie($niveau, corporatie) as corporatie, op_kern($niveau, kern) as kern,
        sum(teller)::bigint as flex,
        sum(gemeld) as gemeld
    from onder
    group by all
)

select *
from final
order by jaar, corporatie, kern
