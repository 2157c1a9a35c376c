"""The files of an agreement folder, as table descriptions. Another gemeente fills the same files with its own facts."""

from __future__ import annotations

import datetime as dt

from dashboard.afspraken.aandachtregels import SITUATIES
from dashboard.afspraken.levertabellen import LEVERTABELLEN
from dashboard.afspraken.velden import Veld
from dashboard.tabellen.tabel import Kolom, Tabel

ZEKERHEDEN = ("vast", "uitleg", "onzeker", "planning", "inspanning", "wettelijk")
NIVEAUS = ("gemeente", "corporatie", "kern")

_AFSPRAAK = Kolom("afspraak", "tekst", uitleg="nummer in de overeenkomst")
_LEEG_AFSPRAAK = Kolom("afspraak", "tekst", verplicht=False)
_OPMERKING = Kolom("opmerking", "tekst", verplicht=False, uitleg="dubbelzinnigheid of valkuil, getoond als 'Let op'")
_AANTALLEN = tuple(
    Kolom(naam, "geheel", minimum=0) for naam in ("beginstand", "aankoop", "nieuwbouw", "verkoop", "sloop", "eindstand")
)

GEMEENTEVELDEN: tuple[Veld, ...] = (
    Veld("naam", "hoe de gemeente heet"),
    Veld("code", "de code van het CBS"),
    Veld("titel", "hoe de overeenkomst heet"),
    Veld("ondertitel", "wie de monitor maken"),
    Veld("looptijd_van", "de eerste dag", dt.date),
    Veld("looptijd_tot", "de laatste dag", dt.date),
    Veld("versie", "van het document"),
    Veld("doorloop", "wat er na de laatste dag gebeurt"),
    Veld("bron", "het document"),
)

AFSPRAAK_TABELLEN: tuple[Tabel, ...] = (
    Tabel(
        "themas",
        "een rij per thema",
        (
            Kolom("thema", "geheel", minimum=1, uitleg="nummer"),
            Kolom("naam", "tekst"),
            Kolom("slug", "tekst", uitleg="zijn adres"),
            Kolom("kort", "tekst", uitleg="naam in het menu"),
            Kolom("vraag", "tekst", uitleg="die zijn pagina beantwoordt"),
        ),
        ("thema",),
    ),
    Tabel(
        "afspraken",
        "een rij per afspraak",
        (
            _AFSPRAAK,
            Kolom("thema", "geheel", minimum=1),
            Kolom("paragraaf", "tekst", uitleg="het kopje in het document"),
            Kolom("onderwerp", "tekst"),
            Kolom("vervolg_op", "tekst", verplicht=False, uitleg="de afspraak waarvan zij het onderwerp voortzet"),
            Kolom("samenvatting", "tekst", uitleg="in eigen woorden"),
            Kolom("trekker", "tekst", uitleg="partijen"),
            Kolom("soort", "tekst", waarden=("norm", "actie", "werkwijze")),
            Kolom("bron", "tekst"),
            _OPMERKING,
        ),
        ("afspraak",),
    ),
    Tabel(
        "acties",
        "een rij per regel van de uitvoeringsagenda, en per deel of ronde daarvan met een eigen termijn",
        (
            Kolom("agenda_nr", "tekst"),
            Kolom("afspraak", "tekst", uitleg="waar zij naar onderwerp bij hoort"),
            Kolom("agenda_onderwerp", "tekst"),
            Kolom("actie", "tekst", verplicht=False, uitleg="leeg: een werkwijze, of al bezig"),
            Kolom("trekker", "tekst", verplicht=False),
            Kolom("termijn", "tekst", verplicht=False, uitleg="zoals het er staat"),
            Kolom("deadline", "datum", verplicht=False),
            Kolom("start", "datum", verplicht=False),
            Kolom(
                "ronde_van",
                "tekst",
                verplicht=False,
                uitleg="van een actie die terugkomt: haar nummer; het jaar van de deadline is dat van de ronde",
            ),
            _OPMERKING,
        ),
        ("agenda_nr",),
    ),
    Tabel(
        "partijen",
        "een rij per partij of groep van partijen",
        (
            Kolom("partij", "tekst", uitleg="code"),
            Kolom("naam", "tekst"),
            Kolom("kort", "tekst"),
            Kolom("soort", "tekst", waarden=("gemeente", "corporatie", "huurdersorganisatie", "groep")),
            Kolom("hoort_bij", "tekst", verplicht=False, uitleg="de corporatie van een huurdersorganisatie"),
        ),
        ("partij",),
    ),
    Tabel(
        "corporaties",
        "een rij per corporatie",
        (
            Kolom("corporatie", "tekst", uitleg="code"),
            Kolom("naam", "tekst"),
            Kolom("kort", "tekst"),
            Kolom("kleur_licht", "tekst", uitleg="in een grafiek op een lichte achtergrond"),
            Kolom("kleur_donker", "tekst", uitleg="op een donkere"),
        ),
        ("corporatie",),
    ),
    Tabel(
        "kernen",
        "een rij per kern",
        (
            Kolom("kern", "tekst", uitleg="naam in de BAG"),
            Kolom("bag_code", "tekst"),
            Kolom("inwoners_2010", "geheel", verplicht=False, minimum=0),
            Kolom("label_lon", "decimaal", verplicht=False, uitleg="waar de naam op de kaart staat, in graden"),
            Kolom("label_lat", "decimaal", verplicht=False),
            Kolom(
                "eerste_partner",
                "tekst",
                verplicht=False,
                uitleg="de corporatie met wie de gemeente hier het eerst over nieuwbouw praat",
            ),
            _OPMERKING,
        ),
        ("kern",),
    ),
    Tabel(
        "aliassen",
        "een rij per schrijfwijze",
        (
            Kolom("soort", "tekst", waarden=("kern", "corporatie")),
            Kolom("alias", "tekst", uitleg="zoals mensen het schrijven"),
            Kolom("waarde", "tekst", uitleg="de code"),
        ),
        ("soort", "alias"),
    ),
    Tabel(
        "groepen",
        "een rij per groep woningzoekenden",
        (
            Kolom("groep", "tekst", uitleg="code"),
            Kolom("naam", "tekst"),
            Kolom("regulier", "ja_nee"),
            Kolom("omschrijving", "tekst", verplicht=False),
        ),
        ("groep",),
    ),
    Tabel(
        "huurgrenzen",
        "een rij per jaar en grens",
        (
            Kolom("jaar", "geheel", minimum=2000),
            Kolom("grens", "tekst", waarden=("kwaliteitskorting", "aftopping_laag", "aftopping_hoog", "daeb")),
            Kolom("bedrag", "decimaal", minimum=0, uitleg="in euro"),
            Kolom("bron", "tekst"),
            Kolom("zekerheid", "tekst", waarden=("hoog", "middel", "laag")),
        ),
        ("jaar", "grens"),
    ),
    Tabel(
        "jaarcyclus",
        "een rij per vast moment in het jaar",
        (
            Kolom("volgorde", "geheel"),
            Kolom("naam", "tekst"),
            Kolom("maand", "geheel", minimum=1, maximum=12),
            Kolom("dag", "geheel", verplicht=False, minimum=1, maximum=31, uitleg="leeg: ergens in die maand"),
            Kolom("wat", "tekst", uitleg="wat er gebeurt"),
            Kolom(
                "over",
                "tekst",
                verplicht=False,
                waarden=("vorig_jaar", "dit_jaar"),
                uitleg="het jaar waarop een overleg terugkijkt",
            ),
            _LEEG_AFSPRAAK,
        ),
        ("volgorde",),
    ),
    Tabel(
        "plan",
        "een rij per corporatie, soort en jaar, die sluit en begint waar het jaar ervoor eindigde",
        (
            Kolom("corporatie", "tekst"),
            Kolom("soort", "tekst", waarden=("woongelegenheid", "overig")),
            Kolom("jaar", "geheel", minimum=2000),
            *_AANTALLEN,
        ),
        ("corporatie", "soort", "jaar"),
    ),
    Tabel(
        "plan_totalen",
        "de totalen zoals het document ze noemt, om de planning mee na te rekenen",
        (
            Kolom("soort", "tekst", waarden=("woongelegenheid", "overig", "alles")),
            Kolom("corporatie", "tekst", uitleg="of totaal"),
            Kolom("jaar", "geheel", minimum=2000),
            *(Kolom(k.naam, "geheel", verplicht=False, minimum=0) for k in _AANTALLEN),
        ),
        ("soort", "corporatie", "jaar"),
    ),
    Tabel(
        "kengetallen",
        "een rij per kengetal",
        (
            Kolom("kengetal", "tekst", uitleg="code"),
            Kolom("naam", "tekst"),
            Kolom("eenheid", "tekst"),
            Kolom(
                "soort", "tekst", waarden=("stroom", "peil"), uitleg="optellen in een jaar, of het laatste van een jaar"
            ),
            Kolom("optellen", "ja_nee", uitleg="of delen opgeteld mogen worden"),
            Kolom("niveau", "tekst", waarden=NIVEAUS, uitleg="waarover het wordt vastgelegd"),
            _LEEG_AFSPRAAK,
            Kolom("uitleg", "tekst", verplicht=False),
        ),
        ("kengetal",),
    ),
    Tabel(
        "normen",
        "een rij per norm en geldigheid",
        (
            Kolom("norm", "tekst", uitleg="code"),
            _AFSPRAAK,
            Kolom("indicator", "tekst"),
            Kolom("omschrijving", "tekst"),
            Kolom("richting", "tekst", waarden=("minstens", "hoogstens", "precies")),
            Kolom("waarde", "decimaal", verplicht=False, uitleg="bij een nulmeting: zo veel erbij"),
            Kolom(
                "bron_norm",
                "tekst",
                waarden=("vast", "nulmeting", "kolom"),
                uitleg="de waarde, het cijfer van nulmeting_jaar, of de kolom normkolom van de query",
            ),
            Kolom("nulmeting_jaar", "geheel", verplicht=False),
            Kolom("normkolom", "tekst", verplicht=False),
            Kolom("bandbreedte", "decimaal", minimum=0, uitleg="voor aandacht, in de eenheid van de waarde"),
            Kolom("niveau", "tekst", waarden=NIVEAUS),
            Kolom("corporatie", "tekst", verplicht=False, uitleg="als de norm voor een geldt"),
            Kolom("kern", "tekst", verplicht=False, uitleg="als de norm voor een geldt"),
            Kolom("aard", "tekst", waarden=("jaar", "doel")),
            Kolom("geldig_van", "datum"),
            Kolom("geldig_tot", "datum", verplicht=False, uitleg="leeg: open"),
            Kolom("deadline", "datum", verplicht=False, uitleg="van een doel"),
            Kolom(
                "uiterlijk", "tekst", verplicht=False, uitleg="de laatste dag in elk jaar van een jaarnorm, als 03-31"
            ),
            Kolom("besluit", "tekst", uitleg="waar het besloten is"),
            Kolom("zekerheid", "tekst", waarden=ZEKERHEDEN),
            Kolom("telt_mee", "ja_nee", uitleg="voor de stand van de afspraak"),
            _OPMERKING,
        ),
        ("norm", "geldig_van"),
    ),
    Tabel(
        "aandachtregels",
        "een rij per soort aandachtspunt en de zin erbij",
        (
            Kolom("regel", "tekst", uitleg="code"),
            Kolom("situatie", "tekst", waarden=tuple(SITUATIES), uitleg="die de monitor herkent"),
            Kolom("indicator", "tekst", verplicht=False, uitleg="waarvoor alleen deze regel spreekt"),
            Kolom("gewicht", "geheel", minimum=0, uitleg="het zwaarste punt eerst"),
            Kolom("sjabloon", "tekst", uitleg="de zin"),
            Kolom("actief", "ja_nee"),
        ),
        ("regel",),
    ),
    Tabel(
        "definities",
        "een rij per schakelaar in wat een cijfer telt",
        (
            Kolom("indicator", "tekst"),
            Kolom("parameter", "tekst", uitleg="een ja of nee van zijn query"),
            Kolom("naam", "tekst"),
            Kolom("vraag", "tekst", uitleg="op de schakelaar, te beantwoorden met ja of nee"),
            Kolom("standaard", "ja_nee", uitleg="het afgesproken antwoord"),
            Kolom(
                "omschrijving", "tekst", uitleg="van het andere antwoord, als einde van een titel (zonder nieuwbouw)"
            ),
        ),
        ("indicator", "parameter"),
    ),
    *LEVERTABELLEN,
)

# The definitions of kengetallen have another name in SQL: the stored measurements are the table `kengetallen`.
SQL_NAAM = {"kengetallen": "kengetal_definities"}
