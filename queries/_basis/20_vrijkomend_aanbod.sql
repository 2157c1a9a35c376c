-- vraag: welke verhuringen tellen mee in het aanbod?
-- afspraak: 1.1.14
-- bron: verhuringen
-- korrel: een rij per verhuring
-- kolommen: jaar integer, corporatie varchar, kern varchar, ingangsdatum date, groep varchar,
--   leeftijdsklasse varchar, huishoudgrootte varchar, woonsituatie varchar, herkomst varchar, passend varchar,
--   vrije_ruimte boolean, upload_id varchar, bronrij bigint
-- let op: elke schakelaar zet een groep verhuringen erbij (ja) of eraf (nee). Tijdelijk is elk contract dat niet
--   voor onbepaalde tijd is.
create macro vrijkomend_aanbod(met_nieuwbouw, met_tijdelijk, met_niet_daeb, met_woningruil) as table (
    select
        year(ingangsdatum)::integer as jaar,
        corporatie,
        kern,
        ingangsdatum,
        groep,
        leeftijdsklasse,
        huishoudgrootte,
        woonsituatie,
        herkomst,
        passend,
        vrije_ruimte,
        upload_id,
        bronrij
    from verhuringen
    where (met_nieuwbouw or not nieuwbouw)
        and (met_tijdelijk or contract = 'onbepaald')
        and (met_niet_daeb or daeb)
        and (met_woningruil or model <> 'woningruil')
)
