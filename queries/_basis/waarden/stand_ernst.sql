-- vraag: hoe erg is een gemelde stand?
-- let op: hoger is erger; een afspraak met meer acties krijgt de ergste stand.
create macro stand_ernst(stand) as (
    list_position(['gereed', 'op_schema', 'niet_gestart', 'aandacht', 'achter'], stand)
)
