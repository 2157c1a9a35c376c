-- vraag: telt deze rij mee?
-- let op: 1 als de voorwaarde waar is, anders 0, ook als zij onbekend is. Zo staat bij elke rij wat zij bijdraagt.
create macro telt(voorwaarde) as (
    coalesce(voorwaarde, false)::integer::double
)
