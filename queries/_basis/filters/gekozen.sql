-- vraag: hoort deze waarde bij de keuze van de lezer?
-- let op: geen keuze betekent alles. Een lege waarde hoort nooit bij een keuze.
create macro gekozen(keuze, waarde) as (
    keuze is null or list_contains(keuze::varchar[], waarde)
)
