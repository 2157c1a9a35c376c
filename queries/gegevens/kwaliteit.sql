-- vraag: wat ontbreekt er in de gegevens en wat spreekt elkaar tegen?
-- afspraak: -
-- bron: verhuringen, voorraad, voorraadmutaties, actiestatus, acties, groepen, kengetallen, kengetal_definities,
--   corporaties
-- parameters: geen
-- korrel: een rij per tabel en controle
-- kolommen: tabel varchar, controle varchar, aantal bigint, totaal bigint, toelichting varchar
-- let op: aantal is hoe vaak het voorkomt, totaal hoe vaak er gecontroleerd is. Nul betekent: gecontroleerd en niets
--   gevonden. Bij de voorraad gaat het om woningen, bij het aansluiten om jaren per corporatie, verder om rijen.
with lege_velden_verhuringen as (
    unpivot (
        select
            count(*) - count(wijk) as wijk,
            count(*) - count(nieuwbouw) as nieuwbouw,
            count(*) - count(energielabel) as energielabel,
            count(*) - count(toegankelijkheid) as toegankelijkheid,
            count(*) - count(woonsituatie) as woonsituatie,
            count(*) - count(herkomst) as herkomst,
            count(*) - count(passend) as passend,
            count(*) - count(inschrijfduur_mnd) as inschrijfduur_mnd,
            count(*) - count(zoekduur_mnd) as zoekduur_mnd,
            count(*) - count(reacties) as reacties,
            count(*) - count(weigeringen) as weigeringen
        from verhuringen
    )
    on columns(*)
    into name kolom value aantal
),

lege_velden_voorraad as (
    unpivot (
        select
            coalesce(sum(aantal) filter (where huurklasse is null), 0)::bigint as huurklasse,
            coalesce(sum(aantal) filter (where woningtype is null), 0)::bigint as woningtype,
            coalesce(sum(aantal) filter (where energielabel is null), 0)::bigint as energielabel,
            coalesce(sum(aantal) filter (where toegankelijkheid is null), 0)::bigint as toegankelijkheid
        from voorraad
        where soort = 'woongelegenheid'
    )
    on columns(*)
    into name kolom value aantal
),

lege_velden as (
    select
        'verhuringen' as tabel,
        kolom || ' is leeg' as controle,
        aantal,
        (select count(*) from verhuringen) as totaal,
        'verhuringen zonder waarde in deze kolom' as toelichting
    from lege_velden_verhuringen
    union all
    select
        'voorraad',
        kolom || ' is leeg',
        aantal,
        (select coalesce(sum(aantal), 0)::bigint from voorraad where soort = 'woongelegenheid'),
        'woningen zonder waarde in deze kolom, over alle tellingen samen'
    from lege_velden_voorraad
    union all
    select
        'voorraadmutaties',
        'kern is leeg',
        count(*) - count(kern),
        count(*),
        'mutaties die bij geen kern horen'
    from voorraadmutaties
    where stand = 'realisatie'
    union all
    select
        'voorraadmutaties',
        'aan_starter is leeg',
        count(*) - count(aan_starter),
        count(*),
        'verkopen waarvan niet is vastgelegd of de koper een starter was'
    from voorraadmutaties
    where stand = 'realisatie' and soort = 'verkoop' and eenheid = 'woongelegenheid'
),

verhuurd_zonder_voorraad as (
    select
        'verhuringen' as tabel,
        'kern zonder voorraad' as controle,
        count(*) filter (where not exists (
            select 1 from voorraad as s where s.corporatie = v.corporatie and s.kern = v.kern and s.aantal > 0
        )) as aantal,
        count(*) as totaal,
        'verhuringen in een kern waar deze corporatie volgens de voorraad niets heeft' as toelichting
    from verhuringen as v
    where v.corporatie in (select corporatie from voorraad)
),

regulier_direct_bemiddeld as (
    select
        'verhuringen' as tabel,
        'regulier met directe bemiddeling' as controle,
        count(*) filter (where v.model = 'directe_bemiddeling') as aantal,
        count(*) as totaal,
        'verhuringen aan een reguliere groep die toch direct bemiddeld is' as toelichting
    from verhuringen as v
    inner join groepen as g on g.groep = v.groep
    where g.regulier
),

voorraad_sluit_niet_aan as (
    select
        'voorraad' as tabel,
        'sluit niet aan op mutaties' as controle,
        count(*) filter (where verschil <> 0) as aantal,
        count(*) as totaal,
        'jaren per corporatie waarin de eindstand niet volgt uit beginstand en mutaties' as toelichting
    from (
        select jaar, corporatie, sum(eindstand - (beginstand + erbij - eraf + overig)) as verschil
        from aansluitingen(null, null, null, null)
        where beginstand is not null
        group by jaar, corporatie
    ) as per_jaar
),

melding_onvolledig as (
    select
        'actiestatus' as tabel,
        'oorzaak, gevolg of bijsturing ontbreekt' as controle,
        count(*) filter (where oorzaak is null or gevolg is null or bijsturing is null) as aantal,
        count(*) as totaal,
        'meldingen met stand aandacht of achter die niet alle drie noemen' as toelichting
    from actiestatus
    where stand in ('aandacht', 'achter')
),

melding_bij_andere_afspraak as (
    select
        'actiestatus' as tabel,
        'actie hoort bij een andere afspraak' as controle,
        count(*) filter (where a.afspraak <> s.afspraak) as aantal,
        count(*) as totaal,
        'meldingen waarvan het agendanummer op onderwerp bij een andere afspraak hoort' as toelichting
    from actiestatus as s
    inner join acties as a on a.agenda_nr = s.actie
),

kengetal_onbekend as (
    select
        'kengetallen' as tabel,
        'kengetal zonder definitie' as controle,
        count(*) filter (where d.kengetal is null) as aantal,
        count(*) as totaal,
        'metingen van een kengetal dat niet is omschreven en daarom nergens meetelt' as toelichting
    from kengetallen as k
    left join kengetal_definities as d on d.kengetal = k.kengetal
),

final as (
    select * from lege_velden
    union all
    select * from verhuurd_zonder_voorraad
    union all
    select * from regulier_direct_bemiddeld
    union all
    select * from voorraad_sluit_niet_aan
    union all
    select * from melding_onvolledig
    union all
    select * from melding_bij_andere_afspraak
    union all
    select * from kengetal_onbekend
)

select *
from final
order by tabel, controle
