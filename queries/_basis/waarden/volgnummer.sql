-- vraag: hoe sorteren nummers zoals 1.1.2 en 1.1.10 op hun plaats?
-- let op: elk deel van het nummer telt als getal, zodat 1.1.2 voor 1.1.10 komt. Wat na een streepje staat (een deel of
--   een ronde), telt niet mee.
create macro volgnummer(nummer) as (
    [try_cast(deel as integer) for deel in string_split(split_part(nummer, '-', 1), '.')]
)
