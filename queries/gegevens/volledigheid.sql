-- vraag: tot en met welke dag zijn de gegevens van een jaar aangeleverd?
-- afspraak: -
-- bron: leveringen
-- parameters: geen
-- korrel: een rij per tabel, corporatie en jaar
-- kolommen: tabel varchar, corporatie varchar, jaar integer, tot_en_met date, volledig boolean
-- let op: verhuringen, voorraadmutaties en kengetallen zijn volledig als elke dag van het jaar geleverd is; tot en
--   met loopt vanaf 1 januari tot het eerste gat en is leeg als 1 januari ontbreekt. Bij een telling (voorraad,
--   woningzoekenden) en bij actiestatus gaat het om de laatste dag waarover geleverd is; een telling op 1 januari
--   hoort bij het jaar ervoor.
with perioden as (
    select
        tabel,
        coalesce(corporatie, 'totaal') as corporatie,
        tabel in ('voorraad', 'woningzoekenden', 'actiestatus') as telling,
        case when telling then standdatum(periode_tot) else periode_tot end as tot,
        least(periode_van, tot) as van
    from leveringen
),

per_jaar as (
    select *, unnest(range(year(van), year(tot) + 1))::integer as jaar
    from perioden
),

afgeknipt as (
    select
        tabel,
        corporatie,
        telling,
        jaar,
        greatest(van, make_date(jaar, 1, 1)) as van,
        least(tot, make_date(jaar, 12, 31)) as tot
    from per_jaar
),

met_vorige as (
    select
        *,
        coalesce(
            max(tot) over (
                partition by tabel, corporatie, jaar
                order by van, tot
                rows between unbounded preceding and 1 preceding
            ),
            make_date(jaar - 1, 12, 31)
        ) as geleverd_tot
    from afgeknipt
),

met_gaten as (
    select
        *,
        count(*) filter (where van > geleverd_tot + 1) over (
            partition by tabel, corporatie, jaar
            order by van, tot
            rows between unbounded preceding and current row
        ) as gaten
    from met_vorige
),

aaneengesloten as (
    select
        tabel,
        corporatie,
        jaar,
        case when telling then max(tot) else max(tot) filter (where gaten = 0) end as tot_en_met
    from met_gaten
    group by tabel, corporatie, jaar, telling
),

final as (
    select
        *,
        coalesce(tot_en_met = make_date(jaar, 12, 31), false) as volledig
    from aaneengesloten
)

select *
from final
order by tabel, corporatie, jaar
