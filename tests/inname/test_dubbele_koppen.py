"""Two columns that say the same: what adds nothing is left out and said, what is unclear is asked with its letters."""

from __future__ import annotations

import pytest

from dashboard.inname.fouten import Geweigerd
from dashboard.inname.herkennen.dubbel import overbodige, zonder_dubbele_koppen
from dashboard.inname.tabel.innemen import neem_in
from dashboard.inname.tabel.levering import Tabelkeuze
from dashboard.inname.vondsten import kale_kop
from dashboard.inname.werkboek import Blad, Cel, Werkboek
from tests.inname.hulp.omgeving import LEEG, kort, lees

KOP = ("kengetal", "peildatum", "corporatie", "kern", "waarde", "teller", "noemer", "bron")
EEN = ("bouwtafels", "31-12-2025", None, None, 4, None, None, "verslag")
TWEE = ("bouwtafels", "31-12-2024", None, None, 3, None, None, "verslag")
BRON = "een kolom bron (waar de meting vandaan komt), of een waarde voor het hele bestand"


def _lees(kop: str, *cellen: Cel, keuzes: tuple[Tabelkeuze, ...] = ()):
    return lees((*KOP, kop), *((*rij, cel) for rij, cel in zip((EEN, TWEE), cellen, strict=True)), keuzes=keuzes)


def test_een_tweede_kolom_die_leeg_is_wordt_weggelaten_en_dat_wordt_gezegd():
    inname = _lees("Bron", None, " ")
    assert (inname.goed, kort(inname)) == (True, [])
    [deel] = inname.tabellen
    assert deel.vondst.opmerkingen == (
        "De kop ‘Bron’ staat in kolom H en kolom I; kolom I is leeg en is niet gebruikt.",
    )
    assert deel.rijen["bron"].to_pylist() == ["verslag", "verslag"]


def test_ook_als_de_lege_kolom_voorop_staat():
    leeg = [("Bron", *KOP), (None, *EEN), (None, *TWEE)]
    [deel] = lees(*leeg).tabellen
    assert deel.vondst.opmerkingen == (
        "De kop ‘Bron’ staat in kolom A en kolom I; kolom A is leeg en is niet gebruikt.",
    )
    assert deel.rijen["bron"].to_pylist() == ["verslag", "verslag"]


def test_een_kopie_wordt_een_keer_gelezen_en_dat_wordt_gezegd():
    [deel] = _lees("BRON", "verslag", "verslag").tabellen
    assert deel.vondst.opmerkingen == (
        "De kop ‘BRON’ staat in kolom H en kolom I; kolom I heeft dezelfde waarden en is niet gebruikt.",
    )
    assert deel.rijen["bron"].to_pylist() == ["verslag", "verslag"]


def test_andere_waarden_worden_gevraagd_met_de_letters():
    inname = _lees("bron", "verslag", "krant")
    assert kort(inname) == [(1, "bron", "", f"{BRON}; kies of ‘bron (kolom H)’ of ‘bron (kolom I)’ dit is")]
    assert [k.opmerking for k in inname.tabellen[0].koppelingen[7:]] == [
        "Ook ‘bron (kolom I)’ past bij bron. Kies een van de twee.",
        "Ook ‘bron (kolom H)’ past bij bron. Kies een van de twee.",
    ]


def test_wie_een_van_de_twee_kiest_krijgt_die_en_de_andere_blijft_te_zien():
    keuze = Tabelkeuze("Blad1", kolommen={"bron (kolom I)": "bron"})
    inname = _lees("bron", "verslag", "krant", keuzes=(keuze,))
    assert inname.goed
    assert inname.tabellen[0].rijen["bron"].to_pylist() == ["verslag", "krant"]
    zin = "een keuze; kolom H lijkt op bron en is niet gebruikt. Gekozen is ‘bron (kolom I)’."
    assert kort(inname) == [(1, "bron (kolom H)", "", zin)]
    beide = Tabelkeuze("Blad1", kolommen={"bron (kolom I)": "bron", "bron (kolom H)": ""})
    assert kort(_lees("bron", "verslag", "krant", keuzes=(beide,))) == []


def test_een_derde_kolom_die_leeg_is_laat_de_vraag_over_de_andere_staan():
    rijen = [(*KOP, "bron", "bron"), (*EEN, None, "verslag"), (*TWEE, None, "krant")]
    inname = lees(*rijen)
    assert inname.tabellen[0].vondst.opmerkingen == (
        "De kop ‘bron’ staat in kolom H, kolom I en kolom J; kolom I is leeg en is niet gebruikt.",
    )
    assert kort(inname) == [(1, "bron", "", f"{BRON}; kies of ‘bron (kolom H)’ of ‘bron (kolom J)’ dit is")]


def test_letters_zijn_die_van_het_blad():
    """The table begins in column C."""
    rijen = tuple((*rij, extra) for rij, extra in ((KOP, "bron"), (EEN, "x"), (TWEE, "y")))
    boek = Werkboek(
        "a.xlsx", "xlsx", (Blad("Blad1", verborgen=False, rijen=rijen, eerste_rij=4, eerste_kolom=3),), "a" * 64
    )
    assert kort(neem_in(boek, LEEG)) == [
        (4, "bron", "", f"{BRON}; kies of ‘bron (kolom J)’ of ‘bron (kolom K)’ dit is")
    ]


@pytest.mark.parametrize(("cellen", "waarom"), [((None, None), "is leeg"), ((4, 3), "heeft dezelfde waarden")])
def test_een_andere_kop_met_dezelfde_betekenis_die_niets_toevoegt_houdt_niets_tegen(cellen, waarom):
    """Another word for it is said at its heading, and can still be chosen."""
    inname = _lees("Score", *cellen)
    assert inname.tabellen[0].rijen["waarde"].to_pylist() == [4, 3]
    assert kort(inname) == [
        (1, "Score", "", f"een keuze; kolom I lijkt op waarde en is niet gebruikt. Deze kolom {waarom}.")
    ]


def test_de_gevulde_kolom_wint_ook_van_een_zekerder_kop():
    rijen = [(*KOP, "Score"), *((*rij[:4], None, *rij[5:], rij[4]) for rij in (EEN, TWEE))]
    inname = lees(*rijen)
    assert inname.tabellen[0].rijen["waarde"].to_pylist() == [4, 3]
    assert kort(inname) == [
        (1, "waarde", "", "een keuze; kolom E lijkt op waarde en is niet gebruikt. Deze kolom is leeg.")
    ]


@pytest.mark.parametrize("kop", ["#VERW!", "#N/A", "formule zonder uitkomst"])
def test_een_kop_die_een_foutmelding_is_wordt_niet_stil_overgeslagen(kop):
    inname = _lees(kop, 1, 2)
    assert kort(inname) == [(1, kop, "", "een kop boven kolom I, geen foutmelding")]
    keuze = Tabelkeuze("Blad1", kolommen={kop: ""})
    assert kort(_lees(kop, 1, 2, keuzes=(keuze,))) == []


def test_een_kolom_die_ergens_op_lijkt_noemt_haar_letter():
    zonder = [(*rij[:6], rij[7]) for rij in (KOP, EEN, TWEE)]
    inname = lees(*((*rij, cel) for rij, cel in zip(zonder, ("Nomer", None, None), strict=True)))
    assert kort(inname) == [(1, "Nomer", "", "een keuze; kolom H lijkt op noemer en is niet gebruikt")]


def test_de_letters_van_een_dubbele_kop_zijn_geen_eenheid():
    """Column DG, whose letters are short for days: the unit is still asked."""
    leeg = [None] * 107
    rijen = [
        ("Contractnr", "Ingangsdatum", "Inschrijfduur", *leeg, "Inschrijfduur"),
        ("H-1", "21-07-2026", 2, *leeg, 3),
        ("H-2", "22-07-2026", 2, *leeg, 4),
    ]
    gekozen = {"Inschrijfduur (kolom C)": "", "Inschrijfduur (kolom DG)": "inschrijfduur_mnd"}
    [deel] = lees(*rijen, keuzes=(Tabelkeuze("Blad1", kolommen=gekozen),)).tabellen
    assert [vraag.soort for vraag in deel.vragen["inschrijfduur_mnd"]] == ["eenheid"]


def test_persoonsgegevens_onder_een_dubbele_kop_gaan_ook_van_andere_bladen_weg():
    rijen = tuple(
        (*rij, *extra) for rij, extra in ((KOP, ("Naam", "Naam")), (EEN, ("J. Bos", "x")), (TWEE, ("A. Vos", "y")))
    )
    ander = Blad("Ander", verborgen=False, rijen=(("Naam",), ("K. Maas",)))
    boek = Werkboek("a.xlsx", "xlsx", (Blad("Blad1", verborgen=False, rijen=rijen), ander), "a" * 64)
    with pytest.raises(Geweigerd) as fout:
        neem_in(boek, LEEG)
    assert fout.value.kolommen == ("Naam (kolom I)", "Naam (kolom J)")
    schoon = neem_in(boek, LEEG, zonder=fout.value.kolommen).werkboek
    assert [
        cel for blad in schoon.bladen for rij in blad.rijen for cel in rij if cel in ("J. Bos", "A. Vos", "K. Maas")
    ] == []


def test_wat_overbodig_is():
    assert overbodige([[None, 1], [None, " "], [None, 1], ["a", 1]]) == {1: "is leeg", 2: "heeft dezelfde waarden"}
    assert overbodige([[None], [None]]) == {1: "is leeg"}
    assert overbodige([[]]) == {}
    assert overbodige([["#N/A"], [None]]) == {1: "is leeg"}


def test_koppen_zonder_letters_en_foutmeldingen_krijgen_geen_andere_naam():
    kolommen = ((0, "日本"), (1, "日本"), (2, "#N/A"), (3, "#N/A"), (4, "x"))
    namen, zinnen = zonder_dubbele_koppen(kolommen, [(1, 2, 3, 4, 5)], 1)
    assert namen == ((0, "日本 (kolom A)"), (1, "日本 (kolom B)"), (2, "#N/A"), (3, "#N/A"), (4, "x"))
    assert zinnen == ()
    assert [kale_kop(kop) for kop in ("Kern (kolom AB)", "Kern (nieuw)", "kolom C")] == [
        "Kern",
        "Kern (nieuw)",
        "kolom C",
    ]
