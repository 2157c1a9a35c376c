-- vraag: welke bestanden zijn er aangeleverd?
-- afspraak: -
-- bron: leveringen
-- parameters: geen
-- korrel: een rij per levering en tabel
-- kolommen: upload_id varchar, tabel varchar, corporatie varchar, periode_van date, periode_tot date,
--   bestand varchar, sha256 varchar, rijen bigint, aangeleverd_op date, aangeleverd_door varchar, fictief boolean
-- let op: de nieuwste levering staat bovenaan. Een lege corporatie betekent: van alle partijen samen.
with final as (
    select
        upload_id,
        tabel,
        corporatie,
        periode_van,
        periode_tot,
        bestand,
        sha256,
        rijen::bigint as rijen,
        aangeleverd_op,
        aangeleverd_door,
        fictief
    from leveringen
)

select *
from final
order by aangeleverd_op desc, upload_id desc, tabel
