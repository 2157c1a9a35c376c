-- vraag: mag een cijfer dat alleen voor de hele gemeente bestaat hier getoond worden?
-- let op: wie een kern of corporatie kiest, krijgt geen cijfer van de hele gemeente te zien alsof het van dat deel
--   is.
create macro alleen_gemeente(niveau, kernen, corporaties) as (
    niveau in ('gemeente', 'detail') and kernen is null and corporaties is null
)
