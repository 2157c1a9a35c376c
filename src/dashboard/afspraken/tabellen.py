"""The files of an agreement folder, as table descriptions. Another gemeente fills the same files with its own facts."""

from __future__ import annotations

from dashboard.afspraken.aandachtregels import SITUATIES
from dashboard.afspraken.levertabellen import LEVERTABELLEN
from dashboard.basis.eenheid import EENHEDEN
from dashboard.tabellen.tabel import Kolom, Tabel

ZEKERHEDEN = ("vast", "uitleg", "onzeker", "planning", "inspanning", "wettelijk")
NIVEAUS = ("gemeente", "corporatie", "kern")

_AFSPRAAK = Kolom("afspraak", "tekst", uitleg="nummer in de overeenkomst")
_LEEG_AFSPRAAK = Kolom("afspraak", "tekst", verplicht=False)
_OPMERKING = Kolom("opmerking", "tekst", verplicht=False, uitleg="dubbelzinnigheid of valkuil")
_AANTALLEN = tuple(
    Kolom(naam, "geheel", minimum=0) for naam in ("beginstand", "aankoop", "nieuwbouw", "verkoop", "sloop", "eindstand")
)

AFSPRAAK_TABELLEN: tuple[Tabel, ...] = (
    Tabel(
        "themas",
        "een rij per thema",
        (
            Kolom("thema", "geheel", minimum=1),
            Kolom("naam", "tekst"),
            Kolom("slug", "tekst"),
            Kolom("kort", "tekst"),
            Kolom("vraag", "tekst"),
        ),
        ("thema",),
    ),
    Tabel(
        "afspraken",
        "een rij per afspraak",
        (
            _AFSPRAAK,
            Kolom("thema", "geheel", minimum=1),
            Kolom("paragraaf", "tekst"),
            Kolom("onderwerp", "tekst"),
            Kolom("vervolg_op", "tekst", verplicht=False),
            Kolom("samenvatting", "tekst"),
            Kolom("trekker", "tekst"),
            Kolom("soort", "tekst", waarden=("norm", "actie", "werkwijze")),
            Kolom("bron", "tekst"),
            _OPMERKING,
        ),
        ("afspraak",),
    ),
    Tabel(
        "acties",
        "een rij per regel van de uitvoeringsagenda",
        (
            Kolom("agenda_nr", "tekst"),
            _AFSPRAAK,
            Kolom("agenda_onderwerp", "tekst"),
            Kolom("actie", "tekst", verplicht=False),
            Kolom("trekker", "tekst", verplicht=False),
            Kolom("termijn", "tekst", verplicht=False),
            Kolom("deadline", "datum", verplicht=False),
            Kolom("start", "datum", verplicht=False),
            _OPMERKING,
        ),
        ("agenda_nr",),
    ),
    Tabel(
        "partijen",
        "een rij per partij of groep van partijen",
        (
            Kolom("partij", "tekst"),
            Kolom("naam", "tekst"),
            Kolom("kort", "tekst"),
            Kolom("soort", "tekst", waarden=("gemeente", "corporatie", "huurdersorganisatie", "groep")),
            Kolom("hoort_bij", "tekst", verplicht=False),
        ),
        ("partij",),
    ),
    Tabel(
        "corporaties",
        "een rij per corporatie",
        (
            Kolom("corporatie", "tekst"),
            Kolom("naam", "tekst"),
            Kolom("kort", "tekst"),
            Kolom("kleur_licht", "tekst"),
            Kolom("kleur_donker", "tekst"),
        ),
        ("corporatie",),
    ),
    Tabel(
        "kernen",
        "een rij per kern",
        (
            Kolom("kern", "tekst"),
            Kolom("bag_code", "tekst"),
            Kolom("inwoners_2010", "geheel", verplicht=False, minimum=0),
            Kolom("label_lon", "decimaal", verplicht=False),
            Kolom("label_lat", "decimaal", verplicht=False),
            _OPMERKING,
        ),
        ("kern",),
    ),
    Tabel(
        "aliassen",
        "een rij per schrijfwijze",
        (
            Kolom("soort", "tekst", waarden=("kern", "corporatie")),
            Kolom("alias", "tekst"),
            Kolom("waarde", "tekst"),
        ),
        ("soort", "alias"),
    ),
    Tabel(
        "groepen",
        "een rij per groep woningzoekenden",
        (
            Kolom("groep", "tekst"),
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
            Kolom("bedrag", "decimaal", minimum=0),
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
            Kolom("dag", "geheel", verplicht=False, minimum=1, maximum=31),
            Kolom("wat", "tekst"),
            _LEEG_AFSPRAAK,
        ),
        ("volgorde",),
    ),
    Tabel(
        "plan",
        "een rij per corporatie, soort en jaar",
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
        "de totalen zoals het document ze noemt",
        (
            Kolom("soort", "tekst", waarden=("woongelegenheid", "overig", "alles")),
            Kolom("corporatie", "tekst"),
            Kolom("jaar", "geheel", minimum=2000),
            *(Kolom(k.naam, "geheel", verplicht=False, minimum=0) for k in _AANTALLEN),
        ),
        ("soort", "corporatie", "jaar"),
    ),
    Tabel(
        "kengetallen",
        "een rij per kengetal",
        (
            Kolom("kengetal", "tekst"),
            Kolom("naam", "tekst"),
            Kolom("eenheid", "tekst"),
            Kolom("soort", "tekst", waarden=("stroom", "peil")),
            Kolom("optellen", "ja_nee"),
            Kolom("niveau", "tekst", waarden=NIVEAUS),
            _LEEG_AFSPRAAK,
            Kolom("uitleg", "tekst", verplicht=False),
        ),
        ("kengetal",),
    ),
    Tabel(
        "indicatoren",
        "een rij per cijfer dat de monitor toont",
        (
            Kolom("indicator", "tekst"),
            Kolom("thema", "geheel", minimum=1),
            Kolom("volgorde", "geheel"),
            Kolom("titel", "tekst"),
            Kolom("eenheid", "tekst", waarden=tuple(EENHEDEN)),
            Kolom("eenheid_een", "tekst"),
            Kolom("eenheid_meer", "tekst"),
            Kolom("query", "tekst"),
            Kolom("parameters", "tekst", verplicht=False),
            Kolom("kolom", "tekst"),
            Kolom("teller", "tekst", verplicht=False),
            Kolom("noemer", "tekst", verplicht=False),
            Kolom("tijd", "tekst", waarden=("stroom", "peil")),
            Kolom("niveaus", "tekst"),
            Kolom("gunstig", "tekst", waarden=("hoog", "laag", "geen")),
            Kolom("hoofd", "ja_nee"),
            _LEEG_AFSPRAAK,
            Kolom("uitleg", "tekst"),
            Kolom("erbij", "tekst", verplicht=False),
            Kolom("toeval", "ja_nee"),
        ),
        ("indicator",),
    ),
    Tabel(
        "normen",
        "een rij per norm en geldigheid",
        (
            Kolom("norm", "tekst"),
            _AFSPRAAK,
            Kolom("indicator", "tekst"),
            Kolom("omschrijving", "tekst"),
            Kolom("richting", "tekst", waarden=("minstens", "hoogstens", "precies")),
            Kolom("waarde", "decimaal", verplicht=False),
            Kolom("bron_norm", "tekst", waarden=("vast", "nulmeting", "kolom")),
            Kolom("nulmeting_jaar", "geheel", verplicht=False),
            Kolom("normkolom", "tekst", verplicht=False),
            Kolom("bandbreedte", "decimaal", minimum=0),
            Kolom("niveau", "tekst", waarden=NIVEAUS),
            Kolom("corporatie", "tekst", verplicht=False),
            Kolom("kern", "tekst", verplicht=False),
            Kolom("aard", "tekst", waarden=("jaar", "doel")),
            Kolom("geldig_van", "datum"),
            Kolom("geldig_tot", "datum", verplicht=False),
            Kolom("deadline", "datum", verplicht=False),
            Kolom("besluit", "tekst"),
            Kolom("zekerheid", "tekst", waarden=ZEKERHEDEN),
            Kolom("telt_mee", "ja_nee"),
            _OPMERKING,
        ),
        ("norm", "geldig_van"),
    ),
    Tabel(
        "aandachtregels",
        "een rij per soort aandachtspunt en de zin erbij",
        (
            Kolom("regel", "tekst"),
            Kolom("situatie", "tekst", waarden=tuple(SITUATIES)),
            Kolom("indicator", "tekst", verplicht=False),
            Kolom("gewicht", "geheel", minimum=0),
            Kolom("sjabloon", "tekst"),
            Kolom("actief", "ja_nee"),
        ),
        ("regel",),
    ),
    Tabel(
        "definities",
        "een rij per schakelaar in wat een cijfer telt",
        (
            Kolom("indicator", "tekst"),
            Kolom("parameter", "tekst"),
            Kolom("naam", "tekst"),
            Kolom("vraag", "tekst"),
            Kolom("standaard", "ja_nee"),
            Kolom("omschrijving", "tekst"),
        ),
        ("indicator", "parameter"),
    ),
    *LEVERTABELLEN,
)

# The definitions of the kengetallen carry another name in SQL: the stored measurements are the table `kengetallen`.
SQL_NAAM = {"kengetallen": "kengetal_definities"}
