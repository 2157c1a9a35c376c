"""Where the table is in a sheet that people made for people: titles, merged cells, totals, notes, hidden rows."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.inname.herkennen.tabelvinder import kolomcellen, rijen_van, vind, vondst_op
from dashboard.inname.vondsten import Vondst
from dashboard.inname.werkboek import Blad, Cel, Werkboek
from dashboard.tabellen.contracten import LEVERINGEN, TABELLEN
from tests.inname.hulp.woordenlijst import SYNONIEMEN

SOORTEN = [tabel for tabel in TABELLEN.values() if tabel is not LEVERINGEN]
KOP = ("Kern", "Datum ingang contract", "Netto huur", "Doelgroep", "Leeftijd")
EEN: tuple[Cel, ...] = ("Wier", dt.date(2024, 4, 1), 612.4, "regulier", 34)
TWEE: tuple[Cel, ...] = ("Grootdam", dt.date(2024, 5, 1), 590.0, "urgent", 61)
KOLOMMEN = ((0, "Kern"), (1, "Datum ingang contract"), (2, "Netto huur"), (3, "Doelgroep"), (4, "Leeftijd"))


def blad(*rijen, naam="Blad1", verborgen=False, **anders) -> Blad:
    breedte = max((len(rij) for rij in rijen), default=0)
    vol = tuple((*rij, *(None,) * (breedte - len(rij))) for rij in rijen)
    return Blad(naam, verborgen, vol, **anders)


def vondsten(*bladen: Blad) -> tuple[Vondst, ...]:
    return vind(Werkboek("proef.xlsx", "xlsx", bladen, "00"), SOORTEN, SYNONIEMEN)


def een(*rijen, **anders) -> Vondst:
    gevonden = vondsten(blad(*rijen, **anders))
    assert len(gevonden) == 1
    return gevonden[0]


def plaats(vondst: Vondst) -> tuple:
    return (vondst.soort, vondst.koprij, vondst.koprijen, vondst.eerste_rij, vondst.laatste_rij, vondst.rijen)


def namen(vondst: Vondst) -> list[str]:
    return [naam for _, naam in vondst.kolommen]


def test_kop_op_de_eerste_rij():
    assert een(KOP, EEN, TWEE) == Vondst(
        soort="verhuringen",
        blad="Blad1",
        koprij=1,
        koprijen=1,
        eerste_rij=2,
        laatste_rij=3,
        kolommen=KOLOMMEN,
        zekerheid=62,  # 5 of the 12 columns that must be there, and every header known: 65 x 5/12 + 35
    )


def test_titels_totaal_en_noten_zijn_geen_gegevens():
    vondst = een(
        ("Verhuringen 2024",), ("Opgesteld op 3 januari",), (), KOP, EEN, TWEE, ("Totaal", None, 1202.4), (), ("* voorlopig",),
        ("Bron: eigen administratie",),
    )  # fmt: skip
    assert plaats(vondst) == ("verhuringen", 4, 1, 5, 6, 2)
    assert vondst.opmerkingen == (
        "Niet gebruikt: rij 1 tot en met 2 boven de kop.",
        "Niet gebruikt: rij 7, met een totaal.",
        "Niet gebruikt: rij 9 tot en met 10 onder de tabel.",
    )


def test_rijnummers_zijn_die_van_excel():
    vondst = een(KOP, EEN, TWEE, eerste_rij=7, eerste_kolom=3)
    assert plaats(vondst) == ("verhuringen", 7, 1, 8, 9, 2)
    assert list(rijen_van(blad(KOP, EEN, TWEE, eerste_rij=7), vondst)) == [(8, EEN), (9, TWEE)]


def test_lege_rijen_subtotalen_en_een_herhaalde_kop_worden_overgeslagen():
    bron = blad(KOP, EEN, (), TWEE, ("Subtotaal", None, 1202.4), KOP, EEN, TWEE)
    vondst = vondsten(bron)[0]
    assert (plaats(vondst), vondst.overgeslagen) == (("verhuringen", 1, 1, 2, 8, 4), (3, 5, 6))
    assert [nummer for nummer, _ in rijen_van(bron, vondst)] == [2, 4, 7, 8]
    assert vondst.opmerkingen == ("Niet gebruikt: rij 5, met een totaal.",)


def test_een_som_zonder_woord_onder_de_tabel():
    assert plaats(een(KOP, EEN, TWEE, (None, None, 1202.4))) == ("verhuringen", 1, 1, 2, 3, 2)


WIER, DAM = ("Wier", DAG := dt.date(2024, 4, 1), 612.4, "regulier", 34), ("Grootdam", DAG, 590.0, "urgent", 61)


@pytest.mark.parametrize("breed", [(), ((2, 1, 2, 5), (7, 1, 7, 5))], ids=["een cel", "samengevoegd"])
def test_tussenkoppen_zijn_geen_gegevens(breed):
    bron = blad(
        KOP, ("Kern Wier",), WIER, WIER, ("Totaal Wier", None, 1224.8), (), ("Kern Grootdam",), DAM, DAM, (), ("Opgesteld", "door ons"),
        samengevoegd=breed,
    )  # fmt: skip
    vondst = vondsten(bron)[0]
    assert (plaats(vondst), vondst.overgeslagen) == (("verhuringen", 1, 1, 2, 9, 4), (2, 5, 6, 7))
    assert [nummer for nummer, _ in rijen_van(bron, vondst)] == [3, 4, 8, 9]
    assert vondst.opmerkingen[:3] == (
        "Niet gebruikt: rij 5, met een totaal.",
        "Niet gebruikt: rij 2 en rij 7, met alleen een tussenkop.",
        "Niet gebruikt: rij 11 onder de tabel.",
    )


def test_een_bladzijde_met_een_nummer_en_de_kop_nog_eens():
    vondst = een(KOP, WIER, DAM, ("Pagina 1 van 2",), KOP, DAM, WIER, ("Pagina 2 van 2",))
    assert (plaats(vondst), vondst.overgeslagen) == (("verhuringen", 1, 1, 2, 7, 4), (4, 5))


def test_iets_anders_onder_een_tussenkop_is_het_einde_van_de_tabel():
    anders = (("Soort", "Waarde", "Punt", "Score", "Rang"), ("a", 1, 2, 3, 4))
    assert plaats(een(KOP, WIER, DAM, (), ("Samenvatting",), *anders)) == ("verhuringen", 1, 1, 2, 3, 2)


def test_een_tweede_tabel_onder_haar_titel():
    zoekend = (("Peildatum", "Groep", "Leeftijd", "Ingeschreven"), (DAG, "regulier", "<23", 12))
    gevonden = vondsten(blad(KOP, WIER, DAM, (), ("Woningzoekenden",), ("per 1 april",), *zoekend))
    assert [plaats(vondst) for vondst in gevonden] == [
        ("verhuringen", 1, 1, 2, 3, 2),
        ("woningzoekenden", 7, 1, 8, 8, 1),
    ]


def test_een_rij_met_eenheden_tussen_haakjes_hoort_bij_de_kop():
    vondst = een(KOP, (None, "(dd-mm-jjjj)", "(€)", None, "(in jaren)"), WIER, DAM)
    assert (plaats(vondst), namen(vondst)[4]) == (("verhuringen", 1, 2, 3, 4, 2), "Leeftijd (in jaren)")


def test_een_kop_over_twee_rijen_met_woorden_onder_elkaar():
    vondst = een(
        ("Kern", "Datum ingang", "Netto", "Doel-", None), (None, "contract", "huur", "groep", "Leeftijd"), EEN, TWEE
    )
    assert (plaats(vondst), namen(vondst)) == (
        ("verhuringen", 1, 2, 3, 4, 2),
        ["Kern", "Datum ingang contract", "Netto huur", "Doelgroep", "Leeftijd"],
    )
    assert vondst.opmerkingen == ("De kop staat in rij 1 tot en met 2.",)


def test_een_kop_met_groepen_erboven():
    groepen = ("Woning", None, None, "Huurder", None)
    vondst = een(groepen, ("Kern", "Startdatum huur", "Kale huur", "Groep", "Leeftijd"), EEN, TWEE)
    assert (plaats(vondst), namen(vondst)) == (
        ("verhuringen", 2, 1, 3, 4, 2),
        ["Kern", "Startdatum huur", "Kale huur", "Groep", "Leeftijd"],
    )


def test_samengevoegde_koppen_worden_een_naam_per_kolom():
    """Kern and Startdatum stand over both rows, Huurder over two columns."""
    bron = blad(
        ("Kern", "Startdatum huur", "Kale huur", "Huurder", None),
        (None, None, None, "Groep", "Leeftijd"),
        EEN,
        TWEE,
        samengevoegd=((1, 1, 2, 1), (1, 2, 2, 2), (1, 3, 2, 3), (1, 4, 1, 5)),
    )
    vondst = vondsten(bron)[0]
    assert (plaats(vondst), namen(vondst)) == (
        ("verhuringen", 1, 2, 3, 4, 2),
        ["Kern", "Startdatum huur", "Kale huur", "Groep", "Leeftijd"],
    )


def test_een_groep_staat_voor_een_naam_die_anders_niets_zegt():
    bron = blad(
        ("Kern", "Startdatum", "Kale", "Wijk", None, "Inschrijving"),
        (None, "huur", "huur", "Naam", "Code", "Datum"),
        ("Wier", dt.date(2024, 4, 1), 612.4, "Noord", "01", dt.date(2020, 1, 1)),
        samengevoegd=((1, 4, 1, 5),),
    )
    assert namen(vondsten(bron)[0]) == [
        "Kern",
        "Startdatum huur",
        "Kale huur",
        "Wijk Naam",
        "Wijk Code",
        "Inschrijving Datum",
    ]


def test_een_rij_met_eenheden_hoort_bij_de_kop():
    vondst = een(
        ("Kern", "Ingangsdatum", "Kale huur", "Inschrijfduur"),
        (None, "(dd-mm-jjjj)", "€", "(mnd)"),
        ("Wier", "1-4-2024", 612, 14),
    )
    assert (plaats(vondst), namen(vondst)) == (
        ("verhuringen", 1, 2, 3, 3, 1),
        ["Kern", "Ingangsdatum (dd-mm-jjjj)", "Kale huur €", "Inschrijfduur (mnd)"],
    )


def test_samengevoegde_cellen_in_de_gegevens_gelden_voor_elke_rij():
    bron = blad(KOP, EEN, (None, *TWEE[1:]), samengevoegd=((2, 1, 3, 1),))
    vondst = vondsten(bron)[0]
    assert [rij[0] for _, rij in rijen_van(bron, vondst)] == ["Wier", "Wier"]
    assert vondst.opmerkingen == ("Samengevoegde cellen in kolom A zijn gelezen alsof hun waarde in elke cel staat.",)


def test_lege_kolommen_tellen_niet_en_kolommen_zonder_kop_wel():
    vondst = een(
        (None, "Kern", None, "Ingangsdatum", None, "Kale huur"),
        (None, "Wier", None, "1-4-2024", None, 612.4, "let op"),
        (None, "Wier", None, "1-5-2024", None, 590),
        eerste_kolom=2,
    )
    assert vondst.kolommen == ((1, "Kern"), (3, "Ingangsdatum"), (5, "Kale huur"), (6, "kolom H"))
    assert vondst.opmerkingen == ("Zonder kop: kolom H.",)


def test_verborgen_rijen_en_kolommen_worden_gezegd():
    bron = blad(KOP, EEN, TWEE, EEN, verborgen_rijen=frozenset({3, 9}), verborgen_kolommen=frozenset({5}))
    vondst = vondsten(bron)[0]
    assert (vondst.verborgen_rijen, vondst.verborgen_kolommen) == ((3,), ("Leeftijd",))
    assert vondst.opmerkingen == ("Verborgen in het bestand: rij 3.", "Verborgen in het bestand: kolom Leeftijd.")
    assert [nummer for nummer, _ in rijen_van(bron, vondst)] == [2, 3, 4]
    assert [nummer for nummer, _ in rijen_van(bron, vondst, verborgen=False)] == [2, 4]
    assert kolomcellen(bron, vondst, verborgen=False)[0] == ("Wier", "Wier")


def test_meer_bladen_met_elk_hun_tabel():
    zoekenden = blad(
        ("Peildatum", "Groep", "Leeftijd", "Aantal ingeschrevenen", "Aantal actief"),
        (dt.date(2024, 12, 31), "regulier", "<23", 120, 30),
        naam="WZ",
    )
    voorraad = blad(
        ("Peildatum", "Plaats", "Soort", "DAEB", "Huurklasse", "Warmtenet", "Flex", "Aantal woningen"),
        (dt.date(2024, 12, 31), "Wier", "woongelegenheid", "ja", "goedkoop", "nee", "nee", 12),
        naam="Bezit",
    )
    mutaties = blad(
        ("Jaar", "Plaats", "Soort", "Eenheid", "Aantal", "Stand"),
        (2024, "Wier", "sloop", "woongelegenheid", 3, "realisatie"),
        naam="M",
    )
    acties = blad(
        ("Peildatum", "Actie", "Afspraak", "Stand", "Toelichting", "Gemeld door"),
        (dt.date(2024, 4, 1), "1.1", "1.1", "op_schema", "Totaal op orde", "gemeente"),
        naam="A",
    )
    kengetallen = blad(("Kengetal", "Jaar", "Waarde", "Bron"), ("bouwtafels", 2024, 4, "gemeente"), naam="K")
    leeg = blad(("Toelichting bij dit bestand",), ("Vragen: zie het handboek",), naam="Lees mij")
    gevonden = vondsten(leeg, blad(KOP, EEN), zoekenden, voorraad, mutaties, acties, kengetallen)
    assert [(v.blad, v.soort, v.rijen) for v in gevonden] == [
        ("Blad1", "verhuringen", 1),
        ("WZ", "woningzoekenden", 1),
        ("Bezit", "voorraad", 1),
        ("M", "voorraadmutaties", 1),
        ("A", "actiestatus", 1),
        ("K", "kengetallen", 1),
    ]


def test_twee_tabellen_onder_elkaar():
    onder = ("Peildatum", "Groep", "Leeftijd", "Aantal ingeschrevenen", "Aantal actief")
    gevonden = vondsten(
        blad(KOP, EEN, TWEE, (), ("Woningzoekenden",), (), onder, (dt.date(2024, 12, 31), "urgent", "<23", 9, 3))
    )
    assert [plaats(v) for v in gevonden] == [("verhuringen", 1, 1, 2, 3, 2), ("woningzoekenden", 7, 1, 8, 8, 1)]
    assert gevonden[0].opmerkingen == ("Niet gebruikt: rij 5 onder de tabel.",)


def test_een_verborgen_blad_is_nooit_zeker():
    vondst = een((*KOP, "Woningtype", "DAEB", "Nieuwbouw", "Contract", "Model", "Verhuring id", "Vrije ruimte", "Huishoudgrootte"), EEN, verborgen=True)  # fmt: skip
    assert (vondst.zekerheid, vondst.opmerkingen) == (60, ("Dit blad is verborgen in het bestand.",))


def test_een_tabel_die_ook_een_andere_kan_zijn_wordt_gezegd():
    """Of a stock 3 of 7 needed columns are there (63), of mutations 2 of 5 (61)."""
    rijen = (("Kern", "Soort", "Aantal"), ("Wier", "overig", 3))
    vondst = een(*rijen)
    assert (vondst.soort, vondst.anders, vondst.zekerheid) == ("voorraad", ("voorraadmutaties",), 60)
    assert vondst.opmerkingen == ("Dit kan ook de tabel voorraadmutaties zijn.",)
    duidelijk = een(*rijen, naam="Voorraadmutaties")
    assert (duidelijk.soort, duidelijk.anders, duidelijk.zekerheid) == ("voorraadmutaties", (), 76)


@pytest.mark.parametrize(
    "rijen",
    [
        (),
        ((),),
        (("Kern",), ("Wier",)),
        ((1, 2, 3), (4, 5, 6)),
        (("Naam", "Adres", "Kleur"), ("a", "b", "c")),
        (("regulier", "Wier", "flex"), ("urgent", "Grootdam", "nee")),
    ],
)
def test_een_blad_zonder_tabel_van_ons(rijen):
    assert vondsten(blad(*rijen)) == ()


def test_een_kop_zonder_gegevens():
    vondst = een(KOP)
    assert (plaats(vondst), kolomcellen(blad(KOP), vondst)) == (("verhuringen", 1, 1, 2, 1, 0), [()] * 5)


def test_een_tekst_die_met_totaal_begint_is_alleen_in_een_getallentabel_een_totaal():
    kop = ("Kengetal", "Jaar", "Waarde", "Bron")
    assert een(kop, ("Totaal aantal bouwtafels", 2024, 4, "x"), ("bouwtafels", 2024, 4, "x")).rijen == 2
    assert een(kop, ("bouwtafels", 2024, 4, "x"), ("Totaal", None, 4, None)).rijen == 1


def test_de_analist_wijst_de_kop_zelf_aan():
    bron = blad(("A", "B"), ("Kern", "Datum"), ("Wier", "1-4-2024"), ("Grootdam", "1-5-2024"), eerste_rij=3)
    vondst = vondst_op(bron, TABELLEN["verhuringen"], SYNONIEMEN, koprij=4)
    assert (plaats(vondst), vondst.kolommen) == (("verhuringen", 4, 1, 5, 6, 2), ((0, "Kern"), (1, "Datum")))
    for koprij in (2, 7):
        with pytest.raises(IndexError):
            vondst_op(bron, TABELLEN["verhuringen"], SYNONIEMEN, koprij=koprij)


def test_een_lange_lijst_wordt_geteld_en_niet_uitgeschreven():
    rijen = [rij for _ in range(8) for rij in (EEN, ("Totaal", None, 5))]
    assert een(KOP, *rijen, EEN).opmerkingen == (
        "Niet gebruikt: rij 3, rij 5, rij 7, rij 9 en nog 4 rijen, met een totaal.",
    )


TITELS = st.lists(st.sampled_from([(), ("Verhuurrapportage",), ("Periode: 2024",), ("Bron", "systeem")]), max_size=5)
NOTEN = st.lists(st.sampled_from([("* voorlopig",), ("Bron: systeem",), ("Totaal", None, 99)]), max_size=3)


@given(TITELS, st.lists(st.sampled_from([EEN, TWEE]), min_size=1, max_size=12), NOTEN, st.integers(1, 50))
@settings(max_examples=60)
def test_de_gegevens_zijn_precies_wat_tussen_kop_en_noten_staat(titels, gegevens, noten, eerste_rij):
    bron = blad(*titels, KOP, *gegevens, (), *noten, eerste_rij=eerste_rij)
    vondst = vondsten(bron)[0]
    eerste = eerste_rij + len(titels) + 1
    assert list(rijen_van(bron, vondst)) == list(enumerate(gegevens, start=eerste))


RIJEN = st.lists(
    st.lists(
        st.one_of(st.none(), st.sampled_from([*KOP, "Totaal", "Soort", "Aantal", "Peildatum", ""]), st.integers(0, 9)),
        max_size=6,
    ),
    max_size=12,
)


@given(RIJEN)
@settings(max_examples=150)
def test_elk_blad_geeft_vondsten_die_kloppen(rijen):
    bron = blad(*map(tuple, rijen))
    for vondst in vondsten(bron):
        gelezen = list(rijen_van(bron, vondst))
        assert len(gelezen) == vondst.rijen
        assert vondst.koprij + vondst.koprijen == vondst.eerste_rij
        assert all(bron.rijen[nummer - 1] == rij for nummer, rij in gelezen)


def test_honderdduizend_rijen_worden_niet_cel_voor_cel_gewogen():
    rijen = [("Wier", f"{1 + n % 28}-4-2024", "612,40", "regulier", str(20 + n % 60)) for n in range(100_000)]
    vondst = een(KOP, *rijen)
    assert plaats(vondst) == ("verhuringen", 1, 1, 2, 100_001, 100_000)
