-- vraag: welke woningen stonden er aan het eind van elk jaar, voor de keuze van de lezer?
-- afspraak: 1.1.1
-- korrel: een rij per rij van de laatste telling, per jaar en per corporatie, kern of gemeente
-- let op: alleen woongelegenheden. Een telling op 1 januari is de eindstand van het jaar ervoor. Waar corporaties bij
--   elkaar opgeteld worden geldt de laatste dag waarop elk van hen telde. Is er in een jaar geen gezamenlijke dag, dan
--   valt dat jaar weg: tellingen van verschillende dagen zijn samen geen stand.
create macro eindstanden(van, tot, kernen, corporaties, niveau) as table (
    with tellingen as materialized (
        select corporatie, kern, standdatum(peildatum) as stand_op, max(peildatum) as peildatum
        from voorraad
        where soort = 'woongelegenheid'
            and gekozen(corporaties, corporatie)
            and in_periode(standdatum(peildatum), null, tot)
        group by all
    ),

    verwacht as (
        select distinct
            corporatie,
            case niveau when 'gemeente' then '' when 'kern' then t.kern else corporatie end as deel
        from corporaties
        full join tellingen as t using (corporatie)
        where gekozen(corporaties, corporatie) and gekozen(kernen, t.kern)
        union
        -- Who never counted may have homes in every kern.
        select c.corporatie, t.kern as deel
        from corporaties as c
        anti join tellingen as eigen on eigen.corporatie = c.corporatie
        cross join tellingen as t
        where niveau = 'kern' and gekozen(corporaties, c.corporatie) and gekozen(kernen, t.kern)
    ),

    verwacht_per_deel as (
        select deel, count(*) as aantal
        from verwacht
        group by all
    ),

    per_dag as (
        select v.deel, t.stand_op, count(distinct v.corporatie) as geteld
        from verwacht as v
        inner join tellingen as t on t.corporatie = v.corporatie
        group by all
    ),

    laatste as (
        select d.deel, year(d.stand_op)::integer as jaar, max(d.stand_op) as stand_op
        from per_dag as d
        inner join verwacht_per_deel as v on v.deel = d.deel
        where d.geteld = v.aantal and in_periode(d.stand_op, van, null)
        group by all
    ),

    peildata as (
        select corporatie, stand_op, max(peildatum) as peildatum
        from tellingen
        group by all
    )

    select
        l.jaar,
        l.stand_op,
        v.corporatie,
        v.kern,
        v.daeb,
        v.huurklasse,
        v.woningtype,
        v.energielabel,
        v.toegankelijkheid,
        v.warmtenet,
        v.flex,
        v.aantal::bigint as aantal,
        'voorraad' as tabel,
        v.upload_id,
        v.bronrij
    from voorraad as v
    inner join peildata as p on p.corporatie = v.corporatie and p.peildatum = v.peildatum
    inner join laatste as l
        on l.stand_op = p.stand_op
            and l.deel = case niveau when 'gemeente' then '' when 'kern' then v.kern else v.corporatie end
    where v.soort = 'woongelegenheid' and gekozen(kernen, v.kern) and gekozen(corporaties, v.corporatie)
)
