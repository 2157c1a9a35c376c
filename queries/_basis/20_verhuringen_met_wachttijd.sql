-- vraag: welke verhuringen tellen mee bij de wachttijden?
-- afspraak: 1.1.2
-- bron: verhuringen, groepen
-- korrel: een rij per verhuring
-- kolommen: jaar integer, corporatie varchar, kern varchar, ingangsdatum date, groep varchar,
--   inschrijfduur_mnd double, zoekduur_mnd double, upload_id varchar, bronrij bigint
-- noemer: verhuringen aan regulier woningzoekenden, zonder directe bemiddeling
-- let op: wie voorrang heeft of direct bemiddeld is, wachtte anders; de schakelaars zetten hen erbij.
create macro verhuringen_met_wachttijd(met_urgenten, met_directe_bemiddeling) as table (
    select
        year(v.ingangsdatum)::integer as jaar,
        v.corporatie,
        v.kern,
        v.ingangsdatum,
        v.groep,
        v.inschrijfduur_mnd::double as inschrijfduur_mnd,
        v.zoekduur_mnd::double as zoekduur_mnd,
        v.upload_id,
        v.bronrij
    from verhuringen as v
    left join groepen as g on g.groep = v.groep
    where (met_urgenten or g.regulier)
        and (met_directe_bemiddeling or v.model <> 'directe_bemiddeling')
)
