-- vraag: op welke plaats staat een kenmerk in een overzicht?
-- let op: huurklassen van goedkoop naar duur, labels van zuinig naar onzuinig, leeftijden van jong naar oud,
--   inschrijfduren van kort naar lang, herkomst van dichtbij naar ver, onbekend achteraan.
create macro kenmerk_rang(waarde) as (
    coalesce(
        list_position(
            [
                'goedkoop', 'betaalbaar', 'duur', 'boven',
                'A++++', 'A+++', 'A++', 'A+', 'A', 'B', 'C', 'D', 'E', 'F', 'G',
                'nultreden', 'multifunctioneel', 'geen',
                '<1', '1 tot 2', '2 tot 5', '5 tot 10', '10+',
                '<23', '23-29', '30-54', '55-64', '65+',
                'zelfde_kern', 'gemeente', 'elders'
            ],
            waarde
        ),
        case when waarde = 'onbekend' then 1000 else 100 end
    )
)
