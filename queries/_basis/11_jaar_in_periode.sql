-- vraag: raakt dit jaar de gekozen periode?
-- afspraak: -
-- bron: -
-- korrel: een waarde
-- kolommen: -
-- let op: voor cijfers die alleen per heel jaar bestaan, zoals de planning.
create macro jaar_in_periode(jaar, van, tot) as
    ((van is null or jaar >= year(van)) and (tot is null or jaar <= year(tot)))
