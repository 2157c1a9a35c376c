-- vraag: welke corporatie staat er in een rij op het gevraagde niveau?
-- let op: op niveau gemeente en kern tellen de corporaties samen en staat er 'totaal'.
create macro op_corporatie(niveau, corporatie) as (
    case when niveau in ('corporatie', 'detail') then corporatie else 'totaal' end
)
