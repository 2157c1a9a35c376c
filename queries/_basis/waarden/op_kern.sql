-- vraag: welke kern staat er in een rij op het gevraagde niveau?
-- let op: op niveau gemeente en corporatie tellen de kernen samen en staat er 'totaal'. Een lege kern heet
--   'onbekend'.
create macro op_kern(niveau, kern) as (
    case when niveau in ('kern', 'detail') then coalesce(kern, 'onbekend') else 'totaal' end
)
