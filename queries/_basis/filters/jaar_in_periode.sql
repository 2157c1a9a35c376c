-- vraag: raakt dit jaar de gekozen periode?
-- let op: voor cijfers die alleen per heel jaar bestaan, zoals de planning.
create macro jaar_in_periode(jaar, van, tot) as (
    (van is null or jaar >= year(van::date)) and (tot is null or jaar <= year(tot::date))
)
