-- vraag: welke woningen stonden er aan het eind van elk jaar, voor de keuze van de lezer?
-- afspraak: 1.1.1
-- korrel: een rij per rij van de laatste telling, per jaar en corporatie
-- let op: waar corporaties bij elkaar opgeteld worden, valt een jaar weg zolang een van hen voor dat jaar geen
--   telling heeft aangeleverd. Een som zonder haar zou een stijging of daling tonen die er niet is.
create macro eindstanden(van, tot, kernen, corporaties, niveau) as table (
    with tellingen as (
        select distinct corporatie, kern, peildatum
        from voorraad
        where soort = 'woongelegenheid'
    ),

    plaatsen as materialized (
        select distinct corporatie, kern, standjaar(peildatum) as jaar
        from tellingen
        where gekozen(corporaties, corporatie) and in_periode(standdatum(peildatum), null, tot)
    ),

    verwacht as (
        select distinct c.corporatie, p.kern
        from corporaties as c
        left join plaatsen as p on p.corporatie = c.corporatie
        where gekozen(corporaties, c.corporatie) and gekozen(kernen, p.kern)
    ),

    gemist as (
        select j.jaar, v.kern
        from (select distinct jaar from plaatsen) as j
        cross join verwacht as v
        anti join plaatsen as p on p.corporatie = v.corporatie and p.jaar = j.jaar
    )

    select s.*
    from standen_per_jaar(van, tot) as s
    anti join gemist as m
        on m.jaar = s.jaar and (niveau = 'gemeente' or (niveau = 'kern' and m.kern = s.kern))
    where gekozen(kernen, s.kern) and gekozen(corporaties, s.corporatie)
)
