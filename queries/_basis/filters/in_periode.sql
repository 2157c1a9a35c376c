-- vraag: valt deze dag in de gekozen periode?
-- let op: de eerste en de laatste dag tellen mee. Een lege grens is geen grens.
create macro in_periode(dag, van, tot) as (
    (van is null or dag >= van::date) and (tot is null or dag <= tot::date)
)
