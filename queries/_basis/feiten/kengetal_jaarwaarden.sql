-- vraag: wat is de waarde van elk kengetal per jaar op het gevraagde niveau?
-- korrel: een rij per kengetal, jaar, corporatie en kern
-- let op: een stroom telt op binnen het jaar, van een peil telt de laatste waarde. Een totaal dat zo is vastgelegd
--   gaat voor de som van de delen. Mogen delen niet opgeteld worden, dan telt alleen wat precies op dit niveau is
--   vastgelegd.
create macro kengetal_jaarwaarden(van, tot, kernen, corporaties, niveau) as table (
    select
        kengetal,
        jaar,
        op_corporatie(niveau, coalesce(corporatie, 'totaal')) as corporatie,
        op_kern(niveau, coalesce(kern, 'totaal')) as kern,
        sum(waarde)::double as waarde,
        sum(teller)::double as teller,
        sum(noemer)::double as noemer
    from kengetal_metingen(van, tot, kernen, corporaties, niveau)
    group by all
)
