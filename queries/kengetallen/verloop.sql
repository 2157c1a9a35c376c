-- vraag: welke metingen van elk kengetal zijn er?
-- afspraak: 5.8
-- bron: kengetallen, kengetal_definities
-- parameters: van date = null, tot date = null, kernen varchar[] = null, corporaties varchar[] = null,
--   kengetal varchar = null
-- korrel: een rij per vastgelegde meting
-- kolommen: kengetal varchar, naam varchar, peildatum date, corporatie varchar, kern varchar, waarde double,
--   teller double, noemer double, bron varchar
-- let op: metingen staan er zoals ze zijn vastgelegd, zonder optellen. Een meting zonder corporatie of kern is van
--   alle samen.
with final as (
    select
        k.kengetal,
        d.naam,
        k.peildatum,
        coalesce(k.corporatie, 'totaal') as corporatie,
        coalesce(k.kern, 'totaal') as kern,
        k.waarde,
        k.teller,
        k.noemer,
        k.bron
    from kengetallen as k
    left join kengetal_definities as d on d.kengetal = k.kengetal
    where ($kengetal::varchar is null or k.kengetal = $kengetal::varchar)
        and in_periode(k.peildatum, $van, $tot)
        and gekozen($kernen, k.kern)
        and gekozen($corporaties, k.corporatie)
)

select *
from final
order by kengetal, peildatum, corporatie, kern, bron, waarde
