-- vraag: welke bestanden zijn er aangeleverd?
-- afspraak: -
-- bron: leveringen
-- parameters: geen
-- korrel: een rij per levering en tabel
-- kolommen: upload_id varchar, tabel varchar, corporatie varchar, periode_van date, periode_tot date,
--   bestand varchar, sha256 varchar, rijen bigint, aangeleverd_op date, aangeleverd_door varchar, fictief boolean,
--   blad varchar, weggelaten bigint, waarschuwingen bigint, modus varchar, hele_periode boolean
-- let op: de nieuwste levering staat bovenaan. Een lege corporatie betekent: van alle partijen samen.
--   Weggelaten is het aantal rijen met fouten dat met opzet niet is gepubliceerd. Een levering die helemaal is
--   vervangen staat er niet meer bij. Wie verhuringen of mutaties aanvult of corrigeert, zegt niet dat de hele
--   periode is aangeleverd.
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
        fictief,
        blad,
        coalesce(weggelaten, 0)::bigint as weggelaten,
        coalesce(waarschuwingen, 0)::bigint as waarschuwingen,
        coalesce(modus, 'vervangen') as modus,
        (upload_id, tabel) in (select (v.upload_id, v.tabel) from volle_leveringen() as v) as hele_periode
    from leveringen
)

select *
from final
order by aangeleverd_op desc, upload_id desc, tabel
