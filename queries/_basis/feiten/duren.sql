-- vraag: hoeveel maanden duurde het (inschrijfduur of zoekduur) bij elke verhuring die meetelt bij de wachttijden?
-- afspraak: 1.1.2
-- korrel: een rij per verhuring waarvan deze duur bekend is
-- let op: wie voorrang heeft of direct bemiddeld is, wachtte anders; de schakelaars zetten hen erbij.
create macro duren(duur, van, tot, kernen, corporaties, met_urgenten, met_directe_bemiddeling) as table (
    select
        v.*,
        case duur
            when 'inschrijfduur' then v.inschrijfduur_mnd
            when 'zoekduur' then v.zoekduur_mnd
        end::double as maanden
    from verhuurd(van, tot, kernen, corporaties) as v
    left join groepen as g on g.groep = v.groep
    where maanden is not null
        and (met_urgenten or g.regulier)
        and (met_directe_bemiddeling or v.model <> 'directe_bemiddeling')
)
