-- vraag: wat is er van elk jaar aangeleverd, en wat nog niet?
-- afspraak: 5.8
-- bron: leveringen, kengetallen, kengetal_definities, corporaties
-- parameters: geen
-- korrel: een rij per tabel, kengetal, corporatie en jaar
-- kolommen: tabel varchar, kengetal varchar, corporatie varchar, jaar integer, staat varchar, tot_en_met date,
--   laatste date, gaten varchar
-- let op: staat is volledig, deels, niets, of nvt zolang niemand deze tabel ooit leverde. Verhuringen, voorraad en
--   voorraadmutaties worden van elke corporatie verwacht. Verhuringen, voorraadmutaties en kengetallen zijn volledig
--   als elke dag van het jaar geleverd is: tot en met loopt vanaf 1 januari tot het eerste gat, laatste is de laatste
--   dag, en gaten zijn de dagen daarvoor waarover niets geleverd is. Een kengetal telt vanaf het begin van de levering
--   tot en met zijn peildatum. Een telling (voorraad, woningzoekenden, een kengetal dat een peil is) is van haar eigen
--   dag: op 1 januari hoort zij bij het jaar ervoor.
with metingen as (
    select
        k.upload_id,
        k.kengetal,
        k.corporatie,
        coalesce(d.soort = 'peil', false) as telling,
        case when telling then standdatum(k.peildatum) else k.peildatum end as dag
    from kengetallen as k
    left join kengetal_definities as d on d.kengetal = k.kengetal
),

perioden as (
    select
        l.tabel,
        null as kengetal,
        coalesce(l.corporatie, c.corporatie, 'totaal') as corporatie,
        l.tabel in ('voorraad', 'woningzoekenden', 'actiestatus') as telling,
        case when telling then standdatum(l.periode_tot) else l.periode_tot end as tot,
        least(l.periode_van, tot) as van
    from volle_leveringen() as l
    left join corporaties as c on l.corporatie is null and l.tabel in ('verhuringen', 'voorraad', 'voorraadmutaties')
    where l.tabel <> 'kengetallen'
    union all
    select
        'kengetallen',
        k.kengetal,
        coalesce(k.corporatie, 'totaal'),
        k.telling,
        max(k.dag) as tot,
        min(least(coalesce(l.periode_van, k.dag), k.dag))
    from metingen as k
    left join leveringen as l on l.upload_id = k.upload_id and l.tabel = 'kengetallen'
    group by k.upload_id, k.kengetal, k.corporatie, k.telling, year(k.dag)
),

per_jaar as (
    select *, unnest(range(year(van), year(tot) + 1))::integer as jaar
    from perioden
),

afgeknipt as (
    select
        tabel,
        kengetal,
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
                partition by tabel, kengetal, corporatie, jaar
                order by van, tot
                rows between unbounded preceding and 1 preceding
            ),
            make_date(jaar - 1, 12, 31)
        ) as geleverd_tot,
        not telling and van > geleverd_tot + 1 as na_gat
    from afgeknipt
),

geleverd as (
    select
        tabel,
        kengetal,
        corporatie,
        jaar,
        case
            when bool_or(na_gat) then nullif(min(geleverd_tot) filter (where na_gat), make_date(jaar - 1, 12, 31))
            else max(tot)
        end as tot_en_met,
        max(tot) as laatste,
        string_agg(
            (geleverd_tot + 1)::date || '/' || (van - 1)::date, ' ' order by geleverd_tot
        ) filter (where na_gat) as gaten
    from met_vorige
    group by tabel, kengetal, corporatie, jaar
),

verwacht as (
    select distinct g.tabel, g.kengetal, coalesce(c.corporatie, g.corporatie) as corporatie
    from geleverd as g
    left join corporaties as c on g.tabel in ('verhuringen', 'voorraad', 'voorraadmutaties')
),

jaren as (
    select unnest(range(min(jaar), max(jaar) + 1))::integer as jaar
    from geleverd
),

eerste as (
    select tabel, kengetal, min(jaar) as jaar
    from geleverd
    group by all
),

final as (
    select
        v.tabel,
        v.kengetal,
        v.corporatie,
        j.jaar,
        case
            when g.tot_en_met = make_date(j.jaar, 12, 31) then 'volledig'
            when g.jaar is not null then 'deels'
            when j.jaar < e.jaar then 'nvt'
            else 'niets'
        end as staat,
        g.tot_en_met,
        g.laatste,
        g.gaten
    from verwacht as v
    cross join jaren as j
    inner join eerste as e on e.tabel = v.tabel and e.kengetal is not distinct from v.kengetal
    left join geleverd as g
        on g.tabel = v.tabel
            and g.kengetal is not distinct from v.kengetal
            and g.corporatie = v.corporatie
            and g.jaar = j.jaar
)

select *
from final
order by tabel, kengetal nulls first, corporatie, jaar
