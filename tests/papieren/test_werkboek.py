"""The workbook, read back as another program reads it: whole sheets, worked out by hand on a small agreement."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from dataclasses import replace

import pytest

from dashboard.basis.opmaak import SMAL
from dashboard.cijfers import Keuze, is_gevuld, oordeel_bij
from dashboard.monitor import open_monitor
from dashboard.papieren.blad import Getal
from dashboard.papieren.cijferblad import cijferblad
from dashboard.papieren.uitgave import Uitgave
from dashboard.papieren.werkboek import bestandsnaam, getalvorm, werkboek
from dashboard.store import Opslag
from tests.papieren.conftest import AFSPRAKEN, FORMULE

P = f"{SMAL}%"
ZOEKERS = "Huizen naar gewone zoekers"
STAND = "Stand: tweede overleg, publicatie 2 van 2 maart 2025, 10.00 uur."
KOP = ["jaar", "corporatie", "kern", "periode", "waarde"]
NORM = ["norm is", "norm", "stand", "indicatief", "opmerking"]
GEEN_NORM = ["–", "geen norm", "geen norm", "–"]
LEEG = ["–", "geen norm", "geen gegevens", "–"]
HEEL_2023 = "2023 (Hofwonen: nog niets)"
MIST = "Nog niet aangeleverd: Hofwonen: nog niets."


@pytest.fixture(scope="module")
def uitgave(open_klein) -> Uitgave:
    return Uitgave(open_klein(), open_klein(1))


@pytest.fixture(scope="module")
def inhoud(uitgave) -> bytes:
    return werkboek(uitgave)


@pytest.fixture(scope="module")
def boek(inhoud, lees) -> dict:
    return lees(inhoud)


def _deel(inhoud: bytes, naam: str) -> str:
    with zipfile.ZipFile(io.BytesIO(inhoud)) as zip_:
        return zip_.read(naam).decode("utf-8")


def _vormen(inhoud: bytes, nummer: int) -> dict[str, str]:
    """The number format of every cell of a sheet that has one of its own."""
    stijlen = _deel(inhoud, "xl/styles.xml")
    namen = dict(re.findall(r'<numFmt numFmtId="(\d+)" formatCode="([^"]*)"', stijlen))
    vormen = re.findall(r'<xf numFmtId="(\d+)"', stijlen.partition("<cellXfs")[2])
    cellen = re.findall(r'<c r="([A-Z]+\d+)" s="(\d+)"', _deel(inhoud, f"xl/worksheets/sheet{nummer}.xml"))
    return {plek: namen[vormen[int(stijl)]] for plek, stijl in cellen if vormen[int(stijl)] in namen}


def test_het_werkboek_heeft_een_blad_per_cijfer_en_vijf_andere(boek):
    assert list(boek) == [
        "Inhoud",
        "Overzicht",
        "Te bespreken",
        "Huizen van de verhuurders",
        "Huizen tegen het plan",
        ZOEKERS,
        "Huizen zonder drempels",
        "Open buurtkamers",
        "Plan voor de buurtkamers",
        "Definities en bronnen",
        "Leveringen",
    ]


def test_het_blad_van_een_aandeel_heeft_elk_jaar_en_elk_deel(boek):
    """Not delivered, not known and not applicable are told apart, and small numbers are called small."""
    klein = "Klein aantal: minder dan 10."
    assert boek[ZOEKERS] == [
        [ZOEKERS, *[""] * 11],
        [f"{STAND} Gekozen: alle thema's; hele gemeente.", *[""] * 11],
        ["Welk deel van de vrije huizen ging naar gewone zoekers.", *[""] * 11],
        ["Eenheid: aandeel in procenten, van huizen.", *[""] * 11],
        [
            "Bron: verhuringen t/m 31 december 2024 (2 leveringen). Query: toewijzing/aandeel_regulier.",
            *[""] * 11,
        ],
        ["Terug naar de inhoud", *[""] * 11],
        [*KOP, "teller", "noemer (n)", *NORM],
        [2023, "alle", "alle", HEEL_2023, 0.5, 5, 10, *GEEN_NORM, f"{MIST} Met toeval 22 tot 78{P}."],
        [2024, "alle", "alle", "2024", 10 / 12, 10, 12, *GEEN_NORM, f"Met toeval 56 tot 96{P}."],
        [2023, "Woonbaken", "alle", "2023", 0.5, 5, 10, *GEEN_NORM, f"Met toeval 22 tot 78{P}."],
        [2024, "Woonbaken", "alle", "2024", 10 / 12, 10, 12, *GEEN_NORM, f"Met toeval 56 tot 96{P}."],
        [2023, "Hofwonen", "alle", "2023", *["niet geleverd"] * 3, *LEEG, "–"],
        [2024, "Hofwonen", "alle", "2024", *["niet van toepassing"] * 2, 0, *LEEG, "–"],
        [2023, "alle", "Lindeveen", HEEL_2023, 0.5, 5, 10, *GEEN_NORM, f"{MIST} Met toeval 22 tot 78{P}."],
        [
            *(2024, "alle", "Lindeveen", "2024", 0.8, 8, 10, "minstens", 0.7, "op schema", "–"),
            f"8 van 10 huizen (80{P}), norm minstens 70{P}. Met toeval 50 tot 96{P}.",
        ],
        [2023, "alle", "Graslo", HEEL_2023, *["niet bekend"] * 3, *LEEG, MIST],
        [
            *(2024, "alle", "Graslo", "2024", 1, 2, 2, "minstens", 0.7, "te klein om te beoordelen", "–"),
            f"{klein} 2 van 2 huizen (100{P}). Te klein om te beoordelen: minder dan 10. Met toeval 33 tot 100{P}.",
        ],
        [2023, "alle", "Kraaiendam", HEEL_2023, *["niet bekend"] * 3, *LEEG, MIST],
        [
            *(
                2024,
                "alle",
                "Kraaiendam",
                "2024",
                *["niet van toepassing"] * 2,
                0,
                "minstens",
                0.7,
                "geen gegevens",
                "–",
            ),
            "Geen huizen in 2024.",
        ],
    ]


def test_nul_is_een_getal_en_niet_bekend_een_woord(boek):
    assert boek["Open buurtkamers"][7:] == [
        [
            *(2024, "alle", "alle", "2024", 2, "minstens", 3, "op schema", "–"),
            "2 buurtkamers, norm minstens 3 op 31 december 2025: 1 buurtkamer te weinig.",
        ],
        [2024, "alle", "Lindeveen", "2024", 0, *GEEN_NORM, "–"],
        [2024, "alle", "Graslo", "2024", 2, *GEEN_NORM, "–"],
        [2024, "alle", "Kraaiendam", "2024", "niet bekend", *LEEG, "–"],
    ]


def test_het_overzicht_heeft_elke_afspraak_met_beide_standen(boek):
    nooit = "hierover is nog nooit iets aangeleverd."
    nog = "Nog niet alles is aangeleverd. 2024: nog niets."
    assert boek["Overzicht"][2][0] == "4 afspraken: gemeld 1 op schema en 3 niet gemeld; berekend 1 op schema."
    assert boek["Overzicht"][5:] == [
        [
            *(
                "A1",
                "Genoeg huizen",
                "Verhuurders",
                "op schema",
                dt.date(2025, 2, 20),
                "geen gegevens",
                "–",
                "–",
                "nee",
            ),
            *(f"2024: {nooit}\n{nog}", "+1 erbij"),
        ],
        [
            *("A2", "Eerlijk verdelen", "Woonbaken, Hofwonen", "niet gemeld", "–", "op schema", 2024, "–", "nee"),
            *(f"Lindeveen, 2024: 8 van 10 huizen (80{P}), norm minstens 70{P}.", "–"),
        ],
        [
            *("B1", "Zonder drempels", "Woonbaken", "niet gemeld", "–", "geen gegevens", "–", "–", "nee"),
            *(f"Woonbaken, 2024: {nooit}\n{nog}", "–"),
        ],
        [
            *("B2", "Buurtkamers", "Stad", "niet gemeld", "–", "geen gegevens", "–", "–", "nee"),
            *(f"H{nooit[1:]}", "–"),
        ],
    ]


def test_leveringen_hebben_datums_en_een_formule_blijft_tekst(boek, inhoud):
    begin, einde, ontvangen = dt.date(2024, 1, 1), dt.date(2024, 12, 31), dt.date(2025, 1, 5)
    assert boek["Leveringen"][5] == [
        *("u3", "kengetallen", "alle partijen samen", begin, einde, "ja", FORMULE, 12, 0, ontvangen, "x", "nee"),
    ]
    bladen = [_deel(inhoud, f"xl/worksheets/sheet{nummer}.xml") for nummer in range(1, len(boek) + 1)]
    assert [blad for blad in bladen if "<f>" in blad or "http" in re.sub(r"xmlns(:\w+)?=\"[^\"]*\"", "", blad)] == []


def test_getallen_staan_er_in_de_schrijfwijze_van_het_scherm(inhoud):
    vormen = _vormen(inhoud, 6)
    assert {plek: vormen.get(plek) for plek in ("A8", "E8", "F8", "G8", "I15", "E15")} == {
        "A8": "[$-413]0",
        "E8": "[$-413]0 %",
        "F8": "[$-413]#,##0",
        "G8": "[$-413]#,##0",
        "I15": "[$-413]0 %",
        "E15": "[$-413]0 %",
    }
    assert _vormen(inhoud, 11)["D6"] == "dd-mm-yyyy"


@pytest.mark.parametrize(
    ("waarde", "tekst", "vorm"),
    [
        (0.824, f"82,4{P}", "[$-413]0.0 %"),
        (0.8, f"80{P}", "[$-413]0 %"),
        (2025, "2025", "[$-413]0"),
        (4851, "4.851", "[$-413]#,##0"),
        (12, "12", "[$-413]#,##0"),
        (1234.5, "1.234,5", "[$-413]#,##0.0"),
        (39.0, "39,0", "[$-413]#,##0.0"),
    ],
)
def test_een_getal_krijgt_de_decimalen_van_zijn_tekst(waarde, tekst, vorm):
    assert getalvorm(Getal(waarde, tekst)) == vorm


def test_elk_blad_gaat_terug_naar_de_inhoud_en_die_naar_elk_blad(boek, inhoud):
    doelen = re.findall(r'location="([^"]*)"', _deel(inhoud, "xl/worksheets/sheet1.xml"))
    assert doelen == [f"'{naam}'!A1" for naam in list(boek)[1:]]
    for nummer in range(2, len(boek) + 1):
        assert "location=\"'Inhoud'!A1\"" in _deel(inhoud, f"xl/worksheets/sheet{nummer}.xml")


def test_elk_blad_is_op_a4_te_drukken_met_de_kop_op_elke_bladzijde(boek, inhoud):
    for nummer, rijen in enumerate(boek.values(), start=1):
        blad = _deel(inhoud, f"xl/worksheets/sheet{nummer}.xml")
        assert re.search(r'<pageSetup paperSize="9"[^>]* orientation="landscape"', blad)
        assert 'fitToHeight="0"' in blad
        assert 'state="frozen"' in blad
        assert len(rijen) > 4
    titels = dict(
        re.findall(r'name="_xlnm.Print_Titles" localSheetId="(\d+)">([^<]*)<', _deel(inhoud, "xl/workbook.xml"))
    )
    assert set(titels) == {str(nummer) for nummer in range(len(boek))}
    assert titels["5"] == f"'{ZOEKERS}'!$7:$7"


def test_hetzelfde_werkboek_is_tot_op_de_byte_hetzelfde(uitgave, inhoud):
    assert werkboek(uitgave) == inhoud
    eigen = _deel(inhoud, "docProps/core.xml")
    assert "<dc:title>Woonakkoord Kleinstad 2024-2026: werkboek</dc:title>" in eigen
    assert '<dcterms:created xsi:type="dcterms:W3CDTF">2025-03-02T09:00:00Z</dcterms:created>' in eigen
    assert bestandsnaam(uitgave) == "woonakkoord-kleinstad-2024-2026-publicatie-2.xlsx"


def test_een_oude_stand_heeft_de_cijfers_van_toen(open_klein, lees):
    boek = lees(werkboek(Uitgave(open_klein("eerste overleg"))))
    assert boek["Overzicht"][1][0].startswith("Stand: eerste overleg, publicatie 1 van 1 maart 2025, 10.00 uur.")
    assert boek["Open buurtkamers"][7][0] == "Dit cijfer is nog niet aangeleverd."
    assert [rij[0] for rij in boek["Leveringen"][5:]] == ["u2", "u1"]


def test_een_keuze_van_thema_en_kern_beperkt_elk_blad_en_staat_erop(open_klein, lees):
    monitor = open_klein()
    thema = monitor.overeenkomst.themas[0]
    uitgave = Uitgave(monitor, keuze=Keuze(kernen=("Graslo",)), thema=thema)
    boek = lees(werkboek(uitgave))
    assert list(boek)[3:6] == ["Huizen van de verhuurders", "Huizen tegen het plan", ZOEKERS]
    assert len(boek) == 8
    assert {rijen[1][0] for rijen in boek.values()} == {
        f"{STAND} Gekozen: thema 1, Huizen voor iedereen; alleen Graslo."
    }
    assert [rij[:5] for rij in boek[ZOEKERS][7:]] == [
        [2023, "alle", "Graslo", HEEL_2023, "niet bekend"],
        [2024, "alle", "Graslo", "2024", 1],
    ]
    assert boek["Huizen tegen het plan"][-1][0] == "Dit cijfer is er niet voor deze keuze."
    assert [rij[0] for rij in boek["Overzicht"][6:]] == ["A1", "A2"]
    assert bestandsnaam(uitgave) == "woonakkoord-kleinstad-2024-2026-publicatie-2-thema-1-graslo.xlsx"


def test_een_corporatie_in_een_kern_wordt_samen_geteld_zonder_norm(open_klein):
    monitor = open_klein()
    uitgave = Uitgave(monitor, keuze=Keuze("BAKEN", ("Lindeveen",), van=2024, tot=2024))
    blad = cijferblad(uitgave, monitor.overeenkomst.indicator["eerlijk"])
    assert blad.rijen == (
        (
            *(
                Getal(2024, "2024"),
                "Woonbaken",
                "Lindeveen",
                "2024",
                Getal(0.8, f"80{P}"),
                Getal(8, "8"),
                Getal(10, "10"),
            ),
            *(*GEEN_NORM, f"Met toeval 50 tot 96{P}."),
        ),
    )
    assert uitgave.gekozen == "alle thema's; alleen Woonbaken, Lindeveen; 2024 t/m 2024"


def test_een_lege_opslag_geeft_een_werkboek_dat_dat_zegt(tmp_path, lees):
    leeg = open_monitor(map_=AFSPRAKEN, adres=Opslag(str(tmp_path / "leeg")).maak().adres)
    boek = lees(werkboek(Uitgave(leeg)))
    assert len(boek) == 11
    zin = "Er is nog niets gepubliceerd: alleen de afspraken en de planning zijn te zien."
    assert {rijen[2][0] for rijen in boek.values()} == {zin}
    assert boek["Leveringen"][-1][0] == "Er is nog niets aangeleverd."
    assert [rij[3:6] for rij in boek["Overzicht"][6:]] == [["niet gemeld", "–", "geen gegevens"]] * 4


def test_bladnamen_zijn_geldig_en_verschillen_en_een_titel_blijft_tekst(open_klein, opslag, lees):
    monitor = open_klein()
    titels = ["=SOM(A1:A9)", "Overzicht", "Deel [a]: b/c? d*e " * 3, "Deel [a]: b/c? d*e " * 3, "'t Huis", "  "]
    overeenkomst = monitor.overeenkomst
    eigen = [replace(i, titel=titel) for i, titel in zip(overeenkomst.indicatoren, titels, strict=True)]
    ander = open_monitor(1, map_=AFSPRAKEN, adres=str(opslag))
    ander.overeenkomst = replace(overeenkomst, indicatoren=tuple(eigen))
    boek = lees(werkboek(Uitgave(ander)))
    assert list(boek)[3:9] == [
        "=SOM(A1_A9)",
        "Overzicht (2)",
        "Deel _a__ b_c_ d_e Deel _a__ b_",
        "Deel _a__ b_c_ d_e Deel _ (2)",
        "t Huis",
        "Blad",
    ]
    assert boek["=SOM(A1_A9)"][0][0] == "=SOM(A1:A9)"
    assert [rij[0] for rij in boek["Inhoud"][7:9]] == ["=SOM(A1:A9)", "Overzicht"]


def test_elk_cijfer_van_de_voorbeeldgegevens_is_dat_van_het_scherm(open_demo):
    """Value and stand of every observation that the pages ask for, on the sheet of its figure."""
    monitor = open_demo()
    uitgave = Uitgave(monitor)
    for indicator in monitor.overeenkomst.indicatoren:
        blad = cijferblad(uitgave, indicator)
        if indicator.eenheid.klassen:
            continue
        waarde, stand = blad.kop.index("waarde"), blad.kop.index("stand")
        op_het_blad = {
            rij[:4]: (rij[waarde].waarde if isinstance(rij[waarde], Getal) else rij[waarde], rij[stand])
            for rij in blad.rijen
        }
        kort = monitor.overeenkomst.kort | {"totaal": "alle"}
        for niveau in indicator.niveaus:
            for w in monitor.waarnemingen(indicator, niveau):
                if not is_gevuld(w):
                    continue
                periode = f"{w.jaar} gepland" if w.soort == "plan" else w.periode or str(w.jaar)
                sleutel = (Getal(w.jaar, str(w.jaar)), kort[w.corporatie], w.kern.replace("totaal", "alle"), periode)
                oordeel = oordeel_bij(monitor, indicator, niveau, w)
                getoond = indicator.eenheid.tekst(w.waarde) if indicator.eenheid.ja_nee else w.waarde
                assert op_het_blad[sleutel] == (getoond, oordeel.stand.woord if oordeel else "geen norm")
