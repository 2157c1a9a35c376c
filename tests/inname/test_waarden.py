"""What an analyst can write goes in and comes out the same; what cannot be known is asked; nothing else is ever raised."""

from __future__ import annotations

import datetime as dt
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.afspraken import laad_overeenkomst
from dashboard.basis.instellingen import WORTEL
from dashboard.basis.opmaak import MAANDEN, getal
from dashboard.inname.waarden.cellen import Cellen, verschillend
from dashboard.inname.waarden.datums import lees_datum, volgorde
from dashboard.inname.waarden.duur import eenheid_in_kop, lees_duur
from dashboard.inname.waarden.getallen import bedrag, decimaal, decimaalteken, geheel, procent
from dashboard.inname.waarden.janee import ja_of_nee
from dashboard.inname.waarden.klassen import duurklasse, huishoudgrootte, leeftijdsklasse
from dashboard.inname.waarden.kolom import lees_kolom
from dashboard.inname.waarden.onleesbaar import Gelezen, Onduidelijk, Onleesbaar, Vraag
from dashboard.inname.waarden.perioden import lees_periode
from dashboard.inname.waarden.tekst import vrije_tekst, woorden
from dashboard.inname.waarden.woordenboek import Woorden, Woordenboek
from dashboard.tabellen.contracten import HERKOMST, TABELLEN
from tests.inname.hulp.woordenlijst import WOORDENBOEK

DAGEN = st.dates(dt.date(1970, 1, 1), dt.date(2069, 12, 31))
WEEKDAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")

# Everything a workbook or a text file can hold, and a good deal that only a broken one does.
TEKST = st.one_of(
    st.text(max_size=40),
    st.text("0123456789.,-/ €'%jnrmdaeu+<>()½#", max_size=24),
    st.from_regex(r"\d{1,4}[-/. ]\d{1,4}[-/. ]\d{1,4}"),
    st.sampled_from(
        ["#N/B", "#DIV/0!", "\ud800", "x" * 5000, "9" * 5000, "\x00", "\u202e12-03", "1" + "0" * 400 + " jaar"]
    ),
)
CELLEN = st.one_of(
    st.none(), st.booleans(), st.integers(), st.integers(-(10**400), 10**400), st.floats(), TEKST,
    st.dates(), st.datetimes(), st.times(), st.timedeltas(),
)  # fmt: skip


def kolom(naam: str, tabel: str = "verhuringen"):
    return next(kolom for kolom in TABELLEN[tabel].kolommen if kolom.naam == naam)


def lees(
    naam: str, *cellen, tabel: str = "verhuringen", antwoorden=None, kop: str = "", basis1904: bool = False
) -> Gelezen:
    return lees_kolom(
        TABELLEN[tabel], kolom(naam, tabel), cellen, WOORDENBOEK, antwoorden, kop=kop, basis1904=basis1904
    )


def waarden(naam: str, *cellen, **anders) -> tuple:
    uitkomst = lees(naam, *cellen, **anders)
    assert (uitkomst.fouten, uitkomst.vragen) == ({}, ())
    return uitkomst.waarden


def verwacht(parser, *argumenten) -> str:
    """What the parser says that it expected."""
    with pytest.raises(Onleesbaar) as gevangen:
        parser(*argumenten)
    return gevangen.value.verwacht


# --- dates -------------------------------------------------------------------------------------------------------------

SCHRIJFWIJZEN = {
    "d-m-jjjj": lambda d: f"{d.day}-{d.month}-{d.year}",
    "dd-mm-jjjj": lambda d: f"{d:%d-%m-%Y}",
    "d/m/jj": lambda d: f"{d.day}/{d.month}/{d:%y}",
    "dd.mm.jjjj": lambda d: f"{d:%d.%m.%Y}",
    "dd mm jjjj": lambda d: f" {d:%d %m %Y} ",
    "dd - mm - jjjj": lambda d: f"{d:%d - %m - %Y}",
    "d-m-'jj": lambda d: f"{d.day}-{d.month}-’{d:%y}",
    "streepjes van Word": lambda d: f"{d.day}–{d.month}–{d.year}",
    "vaste spaties": lambda d: f"{d.day}\u00a0{MAANDEN[d.month - 1]}\u202f{d.year}",
    "1 april 2024": lambda d: f"{d.day} {MAANDEN[d.month - 1]} {d.year}",
    "1e April 2024": lambda d: f"{d.day}e {MAANDEN[d.month - 1].title()} {d.year}",
    "1 apr. 2024": lambda d: f"{d.day} {MAANDEN[d.month - 1][:3]}. {d.year}",
    "01-APR-24": lambda d: f"{d:%d}-{MAANDEN[d.month - 1][:3].upper()}-{d:%y}",
    "maandag 1 april 2024": lambda d: f"{WEEKDAGEN[d.weekday()]} {d.day} {MAANDEN[d.month - 1]} {d.year}",
    "ma. 01-04-2024": lambda d: f"{WEEKDAGEN[d.weekday()][:2]}. {d:%d-%m-%Y}",
    "per 1-4-2024": lambda d: f"per {d.day}-{d.month}-{d.year}",
    "jjjj-mm-dd": lambda d: d.isoformat(),
    "jjjj/m/d": lambda d: f"{d.year}/{d.month}/{d.day}",
    "met tijd": lambda d: f"{d:%d-%m-%Y} 13:05:00",
    "met uur": lambda d: f"{d.day}-{d.month}-{d.year} 9.05 uur",
    "iso met tijd": lambda d: f"{d.isoformat()}T00:00:00.000Z",
    "sql": lambda d: f"{d.isoformat()} 00:00:00.000000",
    "jjjjmmdd": lambda d: f"{d:%Y%m%d}",
    "ddmmjjjj": lambda d: f"{d:%d%m%Y}",
    "jjjjmmdd als getal": lambda d: int(f"{d:%Y%m%d}"),
    "serie": lambda d: (d - dt.date(1899, 12, 30)).days,
    "serie met tijd": lambda d: (d - dt.date(1899, 12, 30)).days + 0.75,
    "serie als tekst": lambda d: str((d - dt.date(1899, 12, 30)).days),
    "datum": lambda d: d,
    "tijdstip": lambda d: dt.datetime(d.year, d.month, d.day, 23, 59),  # noqa: DTZ001 - a cell knows no time zone
}


@pytest.mark.parametrize("schrijf", SCHRIJFWIJZEN.values(), ids=SCHRIJFWIJZEN)
@given(dag=DAGEN)
@settings(max_examples=40)
def test_elke_datum_komt_er_hetzelfde_uit(schrijf, dag):
    assert lees_datum(schrijf(dag), "dmj") == dag


@given(dag=DAGEN)
def test_serienummer_in_een_werkmap_vanaf_1904(dag):
    assert lees_datum((dag - dt.date(1904, 1, 1)).days, basis1904=True) == dag


@given(dag=DAGEN)
def test_amerikaanse_volgorde_als_de_kolom_die_heeft(dag):
    assert lees_datum(f"{dag.month}/{dag.day}/{dag.year}", "mdj") == dag


@pytest.mark.parametrize(
    ("cel", "uit"),
    [
        (45292, dt.date(2024, 1, 1)),
        (43830.0, dt.date(2019, 12, 31)),
        ("29-2-2024", dt.date(2024, 2, 29)),
        ("1-1-69", dt.date(2069, 1, 1)),
        ("1-1-70", dt.date(1970, 1, 1)),
        ("Apr 1, 2024", dt.date(2024, 4, 1)),
        ("1mrt2024", dt.date(2024, 3, 1)),
        ("15 sept 2024", dt.date(2024, 9, 15)),
        ("m.i.v. 1-4-2024", dt.date(2024, 4, 1)),
        ("wo 1 mei 2024", dt.date(2024, 5, 1)),
        ("", None),
        ("  ", None),
        (None, None),
        ("n.v.t.", None),
        ("onbekend", None),
        ("-", None),
    ],
)
def test_datums_uit_de_praktijk(cel, uit):
    assert lees_datum(cel, "dmj") == uit


@pytest.mark.parametrize(
    "cel",
    [
        "31-02-2024", "30 februari 2024", "2024-13-01", "0-1-2024", "1-1-202", "1 foo 2024", "voorjaar 2024", "2024", 2024,
        59, 0, -1, 1e9, float("nan"), float("inf"), True, dt.time(12), dt.timedelta(3), "31-12-9999", dt.date(9999, 12, 31),
        "12345678", "1-4", "april 2024", "٠١-٠٤-٢٠٢٤", "1-4-2024 of 1-5-2024",
    ],
)  # fmt: skip
def test_wat_geen_datum_is_wordt_geweigerd(cel):
    assert verwacht(lees_datum, cel, "dmj").startswith("een datum als 31-12-2026")


def test_foutmelding_van_excel_is_geen_datum():
    assert verwacht(lees_datum, "#N/B") == "een waarde, geen foutmelding van Excel"


def test_een_dag_boven_de_12_beslist_voor_de_hele_kolom():
    assert waarden("ingangsdatum", "03-04-2024", "13-04-2024", "4-5-24") == (
        dt.date(2024, 4, 3),
        dt.date(2024, 4, 13),
        dt.date(2024, 5, 4),
    )
    assert waarden("ingangsdatum", "03/04/2024", "04/13/2024") == (dt.date(2024, 3, 4), dt.date(2024, 4, 13))


def test_alleen_kleine_dagen_wordt_gevraagd():
    uitkomst = lees("ingangsdatum", "03-04-2024", "05-05-2024", "1 juni 2024", dt.date(2024, 7, 1))
    vraag = Vraag(
        "volgorde", "Welke datum is 03-04-2024 in deze kolom?", (("dmj", "3 april 2024"), ("mdj", "4 maart 2024"))
    )
    assert (uitkomst.waarden, uitkomst.vragen) == (
        (None, dt.date(2024, 5, 5), dt.date(2024, 6, 1), dt.date(2024, 7, 1)),
        (vraag,),
    )
    fout = uitkomst.fouten[0]
    assert isinstance(fout, Onduidelijk)
    assert (list(uitkomst.fouten), fout.vraag, fout.keuzes) == ([0], "volgorde", ("4 maart 2024", "3 april 2024"))


def test_het_antwoord_geldt_voor_de_hele_kolom():
    cellen = ("03-04-2024", "05-06-2024")
    assert waarden("ingangsdatum", *cellen, antwoorden={"volgorde": "dmj"}) == (
        dt.date(2024, 4, 3),
        dt.date(2024, 6, 5),
    )
    assert waarden("ingangsdatum", *cellen, antwoorden={"volgorde": "mdj"}) == (
        dt.date(2024, 3, 4),
        dt.date(2024, 5, 6),
    )
    assert list(lees("ingangsdatum", *cellen, antwoorden={"volgorde": "onzin"}).fouten) == [0, 1]


def test_twee_volgorden_door_elkaar_wordt_gevraagd():
    uitkomst = lees("ingangsdatum", "13-04-2024", "04/13/2024", "03-04-2024")
    assert (uitkomst.waarden, [vraag.soort for vraag in uitkomst.vragen]) == (
        (dt.date(2024, 4, 13), dt.date(2024, 4, 13), None),
        ["volgorde"],
    )
    assert lees("ingangsdatum", "13-04-2024", "04/13/2024", "03-04-2024", antwoorden={"volgorde": "dmj"}).waarden == (
        dt.date(2024, 4, 13),
        None,
        dt.date(2024, 4, 3),
    )


def test_jaar_voorop_in_twee_cijfers_wordt_gevraagd_of_blijkt():
    uitkomst = lees("ingangsdatum", "24-04-01", "24-05-15")
    assert uitkomst.vragen == (
        Vraag(
            "volgorde", "Welke datum is 24-04-01 in deze kolom?", (("dmj", "24 april 2001"), ("jmd", "1 april 2024"))
        ),
    )
    assert waarden("ingangsdatum", "24-04-01", "24-05-15", antwoorden={"volgorde": "jmd"}) == (
        dt.date(2024, 4, 1),
        dt.date(2024, 5, 15),
    )


def test_door_excel_gedraaide_datums_worden_gevraagd():
    cellen = ("13-04-2024", "25-06-2024", dt.date(2024, 3, 4), dt.date(2024, 5, 5))
    vraag = Vraag(
        "gedraaid",
        "Dag en maand lijken verwisseld bij het openen van het bestand. Welke datum klopt?",
        (("zoals", "4 maart 2024"), ("gedraaid", "3 april 2024")),
    )
    uitkomst = lees("ingangsdatum", *cellen)
    assert (uitkomst.vragen, list(uitkomst.fouten)) == ((vraag,), [2])
    vast = (dt.date(2024, 4, 13), dt.date(2024, 6, 25))
    assert waarden("ingangsdatum", *cellen, antwoorden={"gedraaid": "gedraaid"}) == (
        *vast,
        dt.date(2024, 4, 3),
        dt.date(2024, 5, 5),
    )
    assert waarden("ingangsdatum", *cellen, antwoorden={"gedraaid": "zoals"}) == (
        *vast,
        dt.date(2024, 3, 4),
        dt.date(2024, 5, 5),
    )


def test_echte_datums_naast_tekst_zijn_niet_verdacht_als_er_een_late_dag_bij_is():
    cellen = ("13-04-2024", dt.date(2024, 3, 4), dt.date(2024, 3, 31))
    assert waarden("ingangsdatum", *cellen) == (dt.date(2024, 4, 13), dt.date(2024, 3, 4), dt.date(2024, 3, 31))


@given(st.lists(DAGEN, min_size=1, max_size=12), st.sampled_from(["%d-%m-%Y", "%m-%d-%Y"]))
def test_een_kolom_wordt_nooit_stil_verkeerd_gelezen(dagen, vorm):
    """Whatever the order of a column was, a date is either right or asked about, unless every date reads both ways."""
    cellen = [dag.strftime(vorm) for dag in dagen]
    orde, vraag = volgorde(cellen)
    goed = "dmj" if vorm == "%d-%m-%Y" else "mdj"
    if vraag is None:
        assert [lees_datum(cel, orde) for cel in cellen] == dagen
    else:
        assert [lees_datum(cel, goed) for cel in cellen] == dagen
        assert goed in {code for code, _ in vraag.keuzes}


@pytest.mark.parametrize(
    ("cel", "uit"),
    [
        (2024, dt.date(2024, 12, 31)),
        (2024.0, dt.date(2024, 12, 31)),
        ("2024", dt.date(2024, 12, 31)),
        ("eind 2024", dt.date(2024, 12, 31)),
        ("2024 K1", dt.date(2024, 3, 31)),
        ("Q2 2024", dt.date(2024, 6, 30)),
        ("2024-Q3", dt.date(2024, 9, 30)),
        ("4e kwartaal 2024", dt.date(2024, 12, 31)),
        ("1e halfjaar 2024", dt.date(2024, 6, 30)),
        ("februari 2024", dt.date(2024, 2, 29)),
        ("mrt-24", dt.date(2024, 3, 31)),
        ("2023-02", dt.date(2023, 2, 28)),
        ("t/m 30-9-2024", dt.date(2024, 9, 30)),
        ("ultimo 2024", dt.date(2024, 12, 31)),
        (dt.date(2024, 5, 1), dt.date(2024, 5, 1)),
        ("", None),
    ],
)
def test_een_periode_is_haar_laatste_dag(cel, uit):
    assert lees_periode(cel, "dmj") == uit


@pytest.mark.parametrize("cel", ["2024 K5", "0 K1", "13-2024", "voorjaar", 1234, "9999", True, dt.time(1)])
def test_wat_geen_periode_is_wordt_geweigerd(cel):
    assert verwacht(lees_periode, cel) == "een datum als 31-12-2026, of een periode als 2026, 2026 K3 of maart 2026"


def test_een_jaar_is_alleen_een_datum_waar_het_contract_een_periode_kent():
    assert waarden("datum", 2024, tabel="voorraadmutaties") == (dt.date(2024, 12, 31),)
    assert list(lees("ingangsdatum", 2024).fouten) == [0]


# --- numbers and amounts -----------------------------------------------------------------------------------------------

BEDRAGEN = st.decimals(0, 999_999, places=2)
BEDRAGVORMEN = {
    "1.234,56": lambda b: getal(b, 2),
    "1234,56": lambda b: f"{b}".replace(".", ","),
    "€ 1.234,56": lambda b: f"€ {getal(b, 2)}",
    "€1.234,56": lambda b: f"€{getal(b, 2)}",
    "EUR 1.234,56": lambda b: f"EUR {getal(b, 2)}",
    "1.234,56 euro": lambda b: f"{getal(b, 2)} euro",
    "1 234,56": lambda b: getal(b, 2).replace(".", "\u202f"),
    "1.234,56 per maand": lambda b: f"€ {getal(b, 2)} per maand",
    "1.234,56 p/m": lambda b: f"{getal(b, 2)} p/m",
    "1234.56": lambda b: f"{b}",
    "1,234.56": lambda b: f"{b:,}",
    "getal": float,
}


@pytest.mark.parametrize("schrijf", BEDRAGVORMEN.values(), ids=BEDRAGVORMEN)
@given(bedrag_=BEDRAGEN)
@settings(max_examples=40)
def test_elk_bedrag_komt_er_hetzelfde_uit(schrijf, bedrag_):
    assert bedrag(schrijf(bedrag_)) == float(bedrag_)


@pytest.mark.parametrize("vorm", ["-{}", "− {}", "{}-", "({})", "€ -{}", "-€ {}"])
@given(bedrag_=BEDRAGEN)
@settings(max_examples=25)
def test_een_minteken_staat_waar_het_wil(vorm, bedrag_):
    assert bedrag(vorm.format(getal(bedrag_, 2))) == -float(bedrag_)


@given(st.integers(0, 10**12))
def test_hele_getallen_met_en_zonder_punten(aantal):
    for cel in (aantal, float(aantal), str(aantal), getal(aantal), f"{aantal},0", f"{aantal}.00", f" {aantal} "):
        assert geheel(cel) == aantal


@given(st.lists(st.decimals(-99_999, 99_999, places=3), min_size=1, max_size=8), st.sampled_from([",", "."]))
def test_een_kolom_getallen_wordt_nooit_stil_verkeerd_gelezen(getallen, teken):
    """In either notation, with thousands separated, a column is read right or asked about."""
    anders = {",": ".", ".": ","}
    cellen = [f"{g:,}".translate(str.maketrans({",": anders[teken], ".": teken})) for g in getallen]
    gekozen, vraag = decimaalteken(cellen)
    if vraag:
        assert teken in {code for code, _ in vraag.keuzes}
    assert [decimaal(cel, teken if vraag else gekozen) for cel in cellen] == [float(g) for g in getallen]


@pytest.mark.parametrize(
    ("parser", "cel", "uit"),
    [
        (bedrag, "612,-", 612.0),
        (bedrag, "€ 612,--", 612.0),
        (bedrag, "612,=", 612.0),
        (bedrag, "1.250,-", 1250.0),
        (bedrag, 612.4049, 612.4),
        (bedrag, "612,405", 612.41),
        (bedrag, ",50", 0.5),
        (bedrag, None, None),
        (bedrag, "n.v.t.", None),
        (decimaal, "82,5 %", 0.825),
        (decimaal, "0,123", 0.123),
        (decimaal, "1'234,5", 1234.5),
        (decimaal, 7, 7.0),
        (geheel, "4.831", 4831),
        (geheel, 12.0, 12),
        (procent, "75 %", 75),
        (procent, "75%", 75),
        (procent, 75, 75),
    ],
)
def test_getallen_uit_de_praktijk(parser, cel, uit):
    assert parser(cel, ",") == uit


@pytest.mark.parametrize(
    "cel",
    ["twaalf", "12 woningen", "1.23.456", "12,34,5", "1..2", "--1", "1-2", "12e3", "٣", "²", "0x10", True, float("nan"),
     float("-inf"), 1e16, "1" * 17, "1" * 50, "(", "€", "%", "1 2", "12/3"],
)  # fmt: skip
def test_wat_geen_getal_is_wordt_geweigerd(cel):
    assert verwacht(bedrag, cel, ",") == "een bedrag als 612,40"


def test_een_datum_waar_een_getal_hoort():
    assert verwacht(geheel, dt.date(2024, 5, 3)) == "een geheel getal, geen datum of tijd"
    assert verwacht(geheel, 2.5) == "een geheel getal"


def test_een_punt_en_drie_cijfers_wordt_gevraagd():
    uitkomst = lees("kale_huur", "1.234", 700)
    assert uitkomst.vragen == (
        Vraag("decimaalteken", "Wat betekent 1.234 in deze kolom?", ((",", "1234"), (".", "1,234"))),
    )
    assert (list(uitkomst.fouten), uitkomst.waarden) == ([0], (None, 700.0))
    assert waarden("kale_huur", "1.234", 700, antwoorden={"decimaalteken": ","}) == (1234.0, 700.0)


@given(st.lists(st.sampled_from([True, False, 0, 1, 0.0, 1.0, "1", "", None, dt.date(2026, 1, 1), 2.5])))
def test_gelijke_cellen_van_een_andere_soort_blijven_apart(cellen):
    alle = Cellen.van(cellen)
    terug = [alle.verschillend[plek] for plek in alle.plekken]
    eenmaal = list(dict.fromkeys((type(cel), cel) for cel in cellen))
    assert [(type(cel), cel) for cel in terug] == [(type(cel), cel) for cel in cellen]
    assert [(type(cel), cel) for cel in alle.verschillend] == eenmaal
    assert [(type(cel), cel) for cel in verschillend(cellen)] == eenmaal


def test_een_andere_cel_kan_het_decimaalteken_verraden():
    assert waarden("kale_huur", "1.234", "612,40") == (1234.0, 612.4)
    assert waarden("kale_huur", "1.234", "612.4051") == (1.23, 612.41)


@pytest.mark.parametrize(
    ("gewoon", "dubbel", "keuzes"),
    [
        ("597.15", "1.097", ((",", "1097"), (".", "1,097"))),
        ("597,15", "1,097", ((",", "1,097"), (".", "1097"))),
        ("€ 597.15", "€ 1.097 p/m", ((",", "1097"), (".", "1,097"))),
    ],
)
def test_een_bedrag_met_drie_decimalen_naast_gewone_bedragen_wordt_gevraagd(gewoon, dubbel, keuzes):
    """Nobody asks a rent of 1,097 euros, and it may be 1097 euros: both are a guess."""
    uitkomst = lees("kale_huur", gewoon, dubbel)
    kaal = dubbel.strip("€ p/m")
    assert uitkomst.vragen == (Vraag("decimaalteken", f"Wat betekent {kaal} in deze kolom?", keuzes),)
    assert (list(uitkomst.fouten), uitkomst.waarden) == ([1], (597.15, None))
    duizend = next(teken for teken, tekst in keuzes if tekst == "1097")
    assert waarden("kale_huur", gewoon, dubbel, antwoorden={"decimaalteken": duizend}) == (597.15, 1097.0)
    anders = "," if duizend == "." else "."
    assert waarden("kale_huur", gewoon, dubbel, antwoorden={"decimaalteken": anders}) == (597.15, 1.1)


@pytest.mark.parametrize(
    ("cellen", "uit"),
    [
        (("597.15", "1097.00", "1,097.00"), (597.15, 1097.0, 1097.0)),
        (("597,15", "1.097", "1.097,00"), (597.15, 1097.0, 1097.0)),
        (("597.150", "1097.250"), (597.15, 1097.25)),
        (("597.15", "1.234.567"), (597.15, 1234567.0)),
    ],
)
def test_waar_alle_bedragen_samen_een_uitleg_hebben_wordt_niets_gevraagd(cellen, uit):
    assert waarden("kale_huur", *cellen) == uit


def test_een_aantal_met_een_punt_is_een_duizendtal_en_met_een_komma_een_vraag():
    assert waarden("reacties", "4.831", "12") == (4831, 12)
    assert [vraag.soort for vraag in lees("reacties", "4,831", "12").vragen] == ["decimaalteken"]
    assert waarden("reacties", "4,831", antwoorden={"decimaalteken": "."}) == (4831,)


def test_een_streepje_wordt_gevraagd():
    uitkomst = lees("reacties", "3", "-", "€ –")
    assert [vraag.soort for vraag in uitkomst.vragen] == ["streepje"]
    assert (list(uitkomst.fouten), uitkomst.waarden) == ([1, 2], (3, None, None))
    assert waarden("reacties", "3", "-", antwoorden={"streepje": "nul"}) == (3, 0)
    assert waarden("reacties", "3", "-", antwoorden={"streepje": "leeg"}) == (3, None)


def test_voortgang_als_deel_of_als_procent():
    assert waarden("voortgang_pct", 0.75, 1.0, 0, tabel="actiestatus") == (75, 100, 0)
    assert waarden("voortgang_pct", 75, 1, tabel="actiestatus") == (75, 1)
    assert [vraag.soort for vraag in lees("voortgang_pct", 1, 0, tabel="actiestatus").vragen] == ["deel"]
    assert waarden("voortgang_pct", 1, 0, tabel="actiestatus", antwoorden={"deel": "deel"}) == (100, 0)


# --- durations ---------------------------------------------------------------------------------------------------------

DUURVORMEN = {
    "15": str,
    "15,0": lambda m: f"{m},0",
    "15 mnd": lambda m: f"{m} mnd",
    "15 mnd.": lambda m: f"{m} mnd.",
    "15mnd": lambda m: f"{m}mnd",
    "15 maanden": lambda m: f"{m} maanden",
    "1 jr 3 mnd": lambda m: f"{m // 12} jr {m % 12} mnd",
    "1 jaar en 3 maanden": lambda m: f"{m // 12} jaar en {m % 12} maanden",
    "1 jaar, 3 mnd": lambda m: f"{m // 12} jaar, {m % 12} mnd",
    "1j3m": lambda m: f"{m // 12}j{m % 12}m",
    "1 Jr. + 3 Mnd.": lambda m: f"{m // 12} Jr. + {m % 12} Mnd.",
    "getal": float,
}


@pytest.mark.parametrize("schrijf", DUURVORMEN.values(), ids=DUURVORMEN)
@given(maanden=st.integers(0, 900))
@settings(max_examples=40)
def test_elke_duur_komt_er_hetzelfde_uit(schrijf, maanden):
    assert lees_duur(schrijf(maanden), "maanden") == float(maanden)


@given(st.decimals(0, 75, places=1))
def test_jaren_met_een_decimaal(jaren):
    verwachte = float(round(jaren * 12, 4))
    for cel in (f"{jaren} jaar".replace(".", ","), f"{jaren}jr", f"{jaren} JAREN"):
        assert lees_duur(cel) == verwachte
    assert lees_duur(str(jaren).replace(".", ","), "jaren") == verwachte


@pytest.mark.parametrize(
    ("cel", "uit"),
    [
        ("2,5 jaar", 30.0),
        ("2½ jr", 30.0),
        ("half jaar", 6.0),
        ("anderhalf jaar", 18.0),
        ("3 jr", 36.0),
        ("10 dagen", 0.3285),  # 10 / 30.4375
        ("26 weken", 5.9795),  # 182 / 30.4375
        ("1 jr 2 wk", 12.46),  # 12 + 14 / 30.4375
        (dt.timedelta(days=365, hours=6), 12.0),
        ("", None),
        ("onbekend", None),
    ],
)
def test_duren_uit_de_praktijk(cel, uit):
    assert lees_duur(cel) == uit


@pytest.mark.parametrize(
    "cel", ["3 mnd 1 jr", "1 jr 2 jr", "lang", "12 km", "1 jr drie mnd", True, dt.date(2024, 1, 1), dt.time(3)]
)
def test_wat_geen_duur_is_wordt_geweigerd(cel):
    assert verwacht(lees_duur, cel, "maanden").startswith("een aantal maanden, of een duur als 1 jr 3 mnd")


@pytest.mark.parametrize(
    ("kop", "eenheid"),
    [
        ("Inschr.duur (mnd)", "maanden"),
        ("inschrijfduur_mnd", "maanden"),
        ("Inschrijfduur in jaren", "jaren"),
        ("Zoektijd [dagen]", "dagen"),
        ("Inschrijfduur", None),
        ("Inschrijfduur (jaren en maanden)", None),
    ],
)
def test_de_kop_noemt_de_eenheid(kop, eenheid):
    assert eenheid_in_kop(kop) == eenheid


def test_een_kaal_getal_zonder_eenheid_wordt_gevraagd():
    keuzes = tuple((eenheid, eenheid) for eenheid in ("jaren", "kwartalen", "maanden", "weken", "dagen"))
    uitkomst = lees("inschrijfduur_mnd", 3, "1 jr", kop="Inschrijfduur")
    assert uitkomst.vragen == (Vraag("eenheid", "Waarin is de duur in deze kolom geteld?", keuzes),)
    assert (list(uitkomst.fouten), uitkomst.waarden) == ([0], (None, 12.0))
    assert waarden("inschrijfduur_mnd", 3, antwoorden={"eenheid": "jaren"}, kop="Inschrijfduur") == (36.0,)
    assert waarden("inschrijfduur_mnd", 3, kop="Inschrijfduur (jr)") == (36.0,)


# --- words -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "cel", ["ja", "JA ", "J", "x", "X", "1", 1, 1.0, True, "waar", "True", "yes", "✓", "☑", "DAEB"]
)
def test_elke_ja_is_ja(cel):
    assert waarden("daeb", cel, "nee") == (True, False)


@pytest.mark.parametrize("cel", ["nee", "N", "0", 0, 0.0, False, "onwaar", "FALSE", "no", "niet-daeb", "Niet DAEB"])
def test_elke_nee_is_nee(cel):
    assert waarden("daeb", cel, "ja") == (False, True)


@pytest.mark.parametrize("cel", ["misschien", "2", 2, 0.5, float("nan"), dt.date(2024, 1, 1), "#N/B"])
def test_geen_ja_en_geen_nee(cel):
    assert verwacht(ja_of_nee, cel) in ("ja of nee", "een waarde, geen foutmelding van Excel")


def test_naast_kruisjes_is_leeg_nee():
    uitkomst = lees("nieuwbouw", "x", None, "X", "")
    assert uitkomst == Gelezen(
        (True, False, True, False), {}, (), ("Naast de kruisjes in deze kolom is een leeg vakje gelezen als nee.",)
    )


def test_naast_alleen_ja_wordt_leeg_gevraagd():
    uitkomst = lees("nieuwbouw", "ja", None)
    assert (uitkomst.waarden, [vraag.soort for vraag in uitkomst.vragen]) == ((True, None), ["leeg"])
    assert waarden("nieuwbouw", "ja", None, antwoorden={"leeg": "nee"}) == (True, False)
    assert waarden("nieuwbouw", "ja", None, antwoorden={"leeg": "leeg"}) == (True, None)
    assert waarden("nieuwbouw", "ja", None, "nee") == (True, None, False)


@pytest.mark.parametrize(
    ("naam", "cel", "uit"),
    [
        ("woningtype", "appartement", "appartement"),
        ("woningtype", " FLAT ", "appartement"),
        ("woningtype", "TUS - Tussenwoning", "eengezinswoning"),
        ("woningtype", "Eengezins-woning", "eengezinswoning"),
        ("contract", "TIJ", "tijdelijk"),
        ("energielabel", "a++", "A++"),
        ("energielabel", "A +", "A+"),
        ("energielabel", "AP", "A+"),
        ("energielabel", "Geen label", None),
        ("energielabel", "n.b.", None),
        ("passend", "NVT", "nvt"),
        ("passend", "n.v.t.", "nvt"),
        ("toegankelijkheid", "nvt", None),
        ("kern", "st jans", "Sint Jans"),
        ("kern", "WP0003", "Oud-Veen"),
        ("kern", "Oud Véén", "Oud-Veen"),
        ("corporatie", "Stichting Thuis", "TH"),
        ("corporatie", "noorderwoning", "NW"),
        ("groep", "Regulier woningzoekende", "regulier"),
        ("kern", None, None),
    ],
)
def test_elke_schrijfwijze_wordt_haar_waarde(naam, cel, uit):
    assert waarden(naam, cel) == (uit,)


def test_een_schrijfwijze_met_twee_betekenissen_wordt_gevraagd():
    uitkomst = lees("groep", "URG", "regulier", "urg")
    vraag = Vraag(
        "woord:urg", "Wat betekent ‘URG’ in deze kolom?", (("urgent", "urgent"), ("statushouder", "statushouder"))
    )
    assert (uitkomst.waarden, uitkomst.vragen, list(uitkomst.fouten)) == ((None, "regulier", None), (vraag,), [0, 2])
    assert waarden("groep", "URG", antwoorden={"woord:urg": "urgent"}) == ("urgent",)


def test_een_tikfout_krijgt_een_voorstel_en_geen_waarde():
    fout = lees("kern", "Grotdam").fouten[0]
    assert (fout.verwacht, fout.voorstel) == ("een van: Grootdam, Sint Jans, Oud-Veen, Wier", "Grootdam")
    assert lees("kern", "Elders").fouten[0].voorstel is None


def test_dezelfde_schrijfwijze_kan_per_tabel_iets_anders_zijn():
    assert waarden("soort", "Garage", tabel="voorraad") == ("overig",)
    assert waarden("soort", "SLO", tabel="voorraadmutaties") == ("sloop",)
    assert list(lees("soort", "Garage", tabel="voorraadmutaties").fouten) == [0]


def test_nummers_van_afspraken():
    assert waarden("afspraak", "2.10", "2.1", "Afspraak 1.1", 3.2, "3,2", tabel="actiestatus") == (
        "2.10",
        "2.1",
        "1.1",
        "3.2",
        "3.2",
    )
    fout = lees("afspraak", 2.1, tabel="actiestatus").fouten[0]
    assert isinstance(fout, Onduidelijk)
    assert fout.keuzes == ("2.1", "2.10")
    assert list(lees("afspraak", "9.9", "x", dt.date(2010, 1, 1), tabel="actiestatus").fouten) == [0, 1, 2]


def test_nummers_van_afspraken_met_letters():
    woorden = Woorden(("A1", "B.2"), {}, "een nummer", nummers=True)
    assert [woorden.lees(cel) for cel in ("A1", " a1 ", "b.2")] == ["A1", "A1", "B.2"]
    with pytest.raises(Onleesbaar, match="een nummer"):
        woorden.lees("B2")


@pytest.mark.parametrize(
    ("cel", "klasse"),
    [
        ("<23", "<23"), ("< 23 jaar", "<23"), ("tot 23", "<23"), ("jonger dan 23 jaar", "<23"), ("t/m 22", "<23"),
        ("18-22", "<23"), ("18 t/m 22", "<23"), (22, "<23"), ("23", "23-29"), (29.0, "23-29"), ("23 t/m 29", "23-29"),
        ("23 tot 30", "23-29"), ("van 23 tot en met 29 jaar", "23-29"), ("23–29", "23-29"), ("30-54 jaar", "30-54"),
        ("35-44", "30-54"), ("64", "55-64"), ("65+", "65+"), ("65 jaar en ouder", "65+"), ("65-plus", "65+"), ("65 e.o.", "65+"),
        (">= 65", "65+"), ("≥65", "65+"), ("ouder dan 64", "65+"), ("> 64", "65+"), ("75+", "65+"), ("vanaf 65", "65+"),
        (103, "65+"), (None, None), ("onbekend", None),
    ],
)  # fmt: skip
def test_een_leeftijd_valt_in_haar_klasse(cel, klasse):
    assert leeftijdsklasse(cel) == klasse


@given(st.integers(15, 120))
def test_elke_leeftijd_valt_in_een_klasse(leeftijd):
    grenzen = {"<23": (0, 22), "23-29": (23, 29), "30-54": (30, 54), "55-64": (55, 64), "65+": (65, 999)}
    verwachte = next(klasse for klasse, (van, tot) in grenzen.items() if van <= leeftijd <= tot)
    assert {leeftijdsklasse(cel) for cel in (leeftijd, str(leeftijd), f"{leeftijd} jaar", f"{leeftijd}.0")[:3]} == {
        verwachte
    }


@pytest.mark.parametrize(
    "cel", ["18-24", "55+", "23-30", "jong", 1990, 3, -4, 34.5, True, dt.date(2024, 9, 23), "29-23", "999"]
)
def test_wat_in_geen_leeftijdsklasse_past_wordt_geweigerd(cel):
    assert verwacht(leeftijdsklasse, cel).startswith("een leeftijd, of een van: <23, 23-29, 30-54, 55-64, 65+")


@pytest.mark.parametrize(
    ("cel", "klasse"),
    [
        ("<1", "<1"), ("0-1 jaar", "<1"), ("korter dan 1 jaar", "<1"), ("1 tot 2", "1 tot 2"), ("1-2 jaar", "1 tot 2"),
        ("2 – 5 jr", "2 tot 5"), ("2 t/m 4 jaar", "2 tot 5"), ("3 jaar", "2 tot 5"), ("5-10", "5 tot 10"), ("10+", "10+"),
        ("10 jaar of langer", "10+"), ("langer dan 10 jaar", "10+"), (">= 10", "10+"), (None, None), ("onbekend", None),
    ],
)  # fmt: skip
def test_een_inschrijfduur_valt_in_haar_klasse(cel, klasse):
    assert duurklasse(cel) == klasse


# A number alone may be months, and Excel makes a date of 1-2.
@pytest.mark.parametrize("cel", ["1-5", "meer dan 5 jaar", 38, "38", 2.5, "lang", "5-2", True, dt.date(2026, 2, 1)])
def test_wat_in_geen_inschrijfduurklasse_past_wordt_geweigerd(cel):
    assert verwacht(duurklasse, cel).startswith("jaren ingeschreven, een van: <1, 1 tot 2, 2 tot 5, 5 tot 10, 10+")


@pytest.mark.parametrize(
    ("cel", "uit"),
    [
        (1, "1"), (2.0, "2"), (3, "3+"), (7, "3+"), ("3+", "3+"), ("2 personen", "2"), ("1-persoons", "1"), ("4 pers.", "3+"),
        ("3 of meer", "3+"), (">2", "3+"), ("3-4", "3+"), ("5 of meer personen", "3+"), (None, None),
    ],
)  # fmt: skip
def test_een_huishouden_wordt_zijn_grootte(cel, uit):
    assert huishoudgrootte(cel) == uit


def test_huishoudens_in_woorden():
    assert waarden("huishoudgrootte", "Alleenstaand", 2) == ("1", "2")
    uitkomst = lees("huishoudgrootte", "Gezin", 0, "2-3", 40)
    assert ([vraag.soort for vraag in uitkomst.vragen], list(uitkomst.fouten)) == (["woord:gezin"], [0, 1, 2, 3])


@pytest.mark.parametrize(
    ("cel", "uit"),
    [
        ("  een  zin ", "een  zin"),
        ("regel 1\r\nregel 2", "regel 1\nregel 2"),
        (1204, "1204"),
        (1204.0, "1204"),
        (2.5, "2.5"),
        (True, "ja"),
        (dt.date(2024, 4, 1), "2024-04-01"),
        ("a\x00b\u202ec\ud800d", "abcd"),
        ("", None),
        ("n.v.t.", "n.v.t."),
        ("0012", "0012"),
    ],
)
def test_vrije_tekst_blijft_zoals_een_mens_haar_leest(cel, uit):
    assert vrije_tekst(cel) == uit


# --- nothing else is ever raised ---------------------------------------------------------------------------------------

PARSERS = {
    "datum": lees_datum, "periode": lees_periode, "duur": lees_duur, "bedrag": bedrag, "decimaal": decimaal, "geheel": geheel,
    "procent": procent, "ja_nee": ja_of_nee, "leeftijd": leeftijdsklasse, "huishouden": huishoudgrootte, "tekst": vrije_tekst,
    "duurklasse": duurklasse,
}  # fmt: skip


@pytest.mark.parametrize("parser", PARSERS.values(), ids=PARSERS)
@given(cel=CELLEN)
def test_een_parser_geeft_een_waarde_of_zegt_wat_hij_verwacht(parser, cel):
    try:
        parser(cel)
    except Onleesbaar as fout:
        assert fout.verwacht  # noqa: PT017 - raising is allowed, staying silent is not


KOLOMMEN = [(tabel, kolom) for tabel in TABELLEN.values() for kolom in tabel.kolommen if kolom not in HERKOMST]


@given(st.sampled_from(KOLOMMEN), st.lists(CELLEN, max_size=6), st.text(max_size=20))
@settings(max_examples=300)
def test_elke_kolom_geeft_waarden_die_opgeslagen_kunnen_worden(plek, cellen, kop):
    tabel, kolom = plek
    uitkomst = lees_kolom(tabel, kolom, cellen, WOORDENBOEK, {}, kop=kop)
    assert len(uitkomst.waarden) == len(cellen)
    assert all(uitkomst.waarden[plaats] is None for plaats in uitkomst.fouten)
    tabel.arrow([{kolom.naam: waarde} for waarde in uitkomst.waarden])


@given(st.sampled_from(KOLOMMEN), st.lists(CELLEN, max_size=4))
def test_een_antwoord_laat_de_vraag_verdwijnen(plek, cellen):
    tabel, kolom = plek
    uitkomst = lees_kolom(tabel, kolom, cellen, WOORDENBOEK)
    for vraag in uitkomst.vragen:
        antwoorden = {vraag.soort: vraag.keuzes[0][0]}
        opnieuw = lees_kolom(tabel, kolom, cellen, WOORDENBOEK, antwoorden)
        assert vraag.soort not in {over.soort for over in opnieuw.vragen}


@pytest.mark.parametrize("waarde", ["123456782", "jan@voorbeeld.nl"])
def test_een_fout_herhaalt_de_waarde_niet(waarde):
    for tabel, kolom in KOLOMMEN:
        for fout in lees_kolom(tabel, kolom, [waarde], WOORDENBOEK).fouten.values():
            assert waarde not in f"{fout} {fout.verwacht} {fout.voorstel}"


# --- the spellings of the agreement itself -----------------------------------------------------------------------------


@cache
def eigen() -> tuple[Woordenboek, list[dict]]:
    tabellen = laad_overeenkomst(WORTEL / "data" / "afspraken").tabellen
    return Woordenboek(tabellen), tabellen["waarden"].to_pylist()


def test_elke_schrijfwijze_van_de_afspraken_wordt_gelezen_of_gevraagd():
    woordenboek, rijen = eigen()
    mis = []
    for rij in rijen:
        for tabel, kolom in KOLOMMEN:
            if rij["kolom"] in (kolom.naam, f"{tabel.naam}.{kolom.naam}"):
                uitkomst = lees_kolom(tabel, kolom, [rij["schrijfwijze"]], woordenboek)
                gelezen = {True: "ja", False: "nee"}.get(uitkomst.waarden[0], uitkomst.waarden[0])
                fout = uitkomst.fouten.get(0)
                gevraagd = isinstance(fout, Onduidelijk) and (rij["waarde"] or "") in fout.keuzes
                if not gevraagd and (fout or gelezen != rij["waarde"]):
                    mis.append((tabel.naam, rij))
    assert (len(rijen) > 900, mis) == (True, [])


@pytest.mark.parametrize(
    ("naam", "cel", "uit"),
    [
        ("groep", "URG.HUI", "herstructureringsurgent"),
        ("groep", "Vergunninghouder", "statushouder"),
        ("model", "DIS", "directe_bemiddeling"),
        ("contract", "FLE", "flex"),
        ("woningtype", "Galerijflat", "appartement"),
        ("energielabel", "AP4", "A++++"),
        ("toegankelijkheid", "GNV", "geen"),
        ("passend", "PAS", "passend"),
        ("woonsituatie", "DOO", "doorstromer"),
    ],
)
def test_codes_van_de_sector(naam, cel, uit):
    tabel = TABELLEN["verhuringen"]
    assert lees_kolom(tabel, kolom(naam), [cel], eigen()[0]) == Gelezen((uit,), {})


def test_een_urgentie_zonder_soort_wordt_gevraagd_want_zij_beslist_of_het_regulier_is():
    fout = lees_kolom(TABELLEN["verhuringen"], kolom("groep"), ["Urgentie"], eigen()[0]).fouten[0]
    assert isinstance(fout, Onduidelijk)
    assert set(fout.keuzes) == {"herstructureringsurgent", "urgent", "statushouder", "uitstroom_instelling"}


@given(st.text(st.characters(codec="ascii")))
def test_een_tekst_zonder_accenten_heeft_dezelfde_woorden_als_met_iets_onzichtbaars_erachter(tekst):
    """Which takes the long way round."""
    assert woorden(tekst) == woorden(f"{tekst}\u200b")
