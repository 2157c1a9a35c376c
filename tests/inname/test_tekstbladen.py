"""Text files that swallow rows, and text that was made safe for a spreadsheet."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.inname.bestand.grenzen import grenzen
from dashboard.inname.bestand.lezer import ontleed
from dashboard.inname.bestand.overdracht import Schrijver, lees_terug
from dashboard.inname.bestand.tekstteken import zonder_teken
from dashboard.inname.fouten import Geweigerd
from dashboard.inname.tabel.innemen import neem_in
from dashboard.inname.waarden.tekst import vrije_tekst
from dashboard.inname.werkboek import Rij, Werkboek
from tests.inname.hulp.bouwstenen import data, xlsx
from tests.inname.hulp.makers import gewoon, libreoffice_ods
from tests.inname.hulp.omgeving import LEEG

KOP = ["Nummer", "Ingang", "Kern", "Wijk", "Huur", "Label", "Groep", "Reacties"]


def _rij(nummer: int) -> list[str]:
    return [f"H26-{nummer}", f"{nummer:02d}-07-2026", "Axel", "Centrum", "597,15", "A", "Regulier", str(80 + nummer)]


def _lees(map_: Path, tekst: str, soort: str = "csv") -> tuple[Rij, ...]:
    return _inhoud(map_, tekst.encode(), soort).bladen[0].rijen


def _inhoud(map_: Path, inhoud: bytes, soort: str) -> Werkboek:
    pad = map_ / f"levering.{soort}"
    pad.write_bytes(inhoud)
    uit = io.BytesIO()
    ontleed(soort, pad, Schrijver(uit, grenzen()), grenzen())
    uit.seek(0)
    return Werkboek(pad.name, soort, lees_terug(uit)[0], "a" * 64)


def _weigering(map_: Path, tekst: str) -> str:
    with pytest.raises(Geweigerd) as fout:
        _lees(map_, tekst)
    return fout.value.zin


# --- rows in a cell ----------------------------------------------------------------------------------------------------


def test_twee_losse_aanhalingstekens_wijzen_de_rij_aan_waar_de_cel_begint(tmp_path):
    rijen = [_rij(nummer) for nummer in range(1, 13)]
    rijen[2][3], rijen[5][3] = '"Haven', 'Blok 16"'
    zin = "Op rij 4 begint een cel waarin hele rijen staan, doordat een aanhalingsteken niet klopt; herstel dat of lever een .xlsx aan."
    assert _weigering(tmp_path, "\n".join(map(";".join, [KOP, *rijen]))) == zin


@given(st.data(), st.sampled_from(";,\t|"), st.sampled_from(["\n", "\r\n", "\r"]))
def test_losse_aanhalingstekens_laten_nooit_een_rij_verdwijnen(tmp_path_factory, gegevens, scheiding, einde):
    """Wherever the pair stands: in two rows next to each other, far apart, in the first column or the last."""
    rijen = [[cel.replace(",", ".") for cel in _rij(nummer)] for nummer in range(1, 13)]
    van = gegevens.draw(st.integers(0, 10))
    tot = gegevens.draw(st.integers(van + 1, 11))
    open_, dicht = gegevens.draw(st.integers(0, 7)), gegevens.draw(st.integers(0, 7))
    rijen[van][open_] = '"' + rijen[van][open_]
    rijen[tot][dicht] += '"'
    tekst = einde.join(map(scheiding.join, [KOP, *rijen]))
    assert _weigering(tmp_path_factory.getbasetemp(), tekst).startswith(f"Op rij {van + 2} begint een cel")


def test_een_rij_met_minder_cellen_wordt_ook_gezien(tmp_path):
    """Some programs leave out what is empty at the end."""
    rijen = [[*_rij(nummer), "", ""] for nummer in range(1, 7)]
    rijen[1][3], rijen[3][3] = '"Haven', 'Haven"'
    tekst = "\n".join(";".join(rij).rstrip(";") if nr == 2 else ";".join(rij) for nr, rij in enumerate(rijen))
    assert _weigering(tmp_path, f"{';'.join([*KOP, 'Code', 'Eind'])}\n{tekst}").startswith("Op rij 3 begint een cel")


# --- a cell too many ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("scheiding", "naam"), [(",", ","), (";", ";"), ("\t", "tab"), ("|", "|")])
@pytest.mark.parametrize("plek", [0, 4, 7])
def test_een_scheidingsteken_te_veel_verschuift_nooit_een_rij(tmp_path, scheiding, naam, plek):
    rijen = [[cel.replace(",", ".") for cel in _rij(nummer)] for nummer in range(1, 7)]
    rijen[2].insert(plek, "24")
    zin = (
        "Op rij 4 staan meer cellen dan op de rijen erboven, zodat niet te zien is onder welke kop zij horen. Staat er een "
        f"‘{naam}’ te veel, haal dat dan weg. Is het een opmerking naast de tabel, geef die kolom dan een kop. Of lever een "
        ".xlsx aan."
    )
    assert _weigering(tmp_path, "\n".join(map(scheiding.join, [KOP, *rijen]))) == zin


def test_een_opmerking_naast_de_tabel_mag_onder_een_kop_en_in_een_rekenblad_overal(tmp_path):
    """Only in a text file does nobody see whether it is a remark or a row that moved."""
    rijen = [_rij(1), [*_rij(2), "let op 5"], _rij(3)]
    assert _weigering(tmp_path, "\n".join(map(";".join, [KOP, *rijen]))).startswith("Op rij 3 staan meer cellen")
    gelezen = _lees(tmp_path, "\n".join(map(";".join, [[*KOP, "Opmerking"], *rijen])))
    assert [rij[8] for rij in gelezen] == ["Opmerking", None, "let op 5", None]
    for soort, inhoud in (("xlsx", gewoon([KOP, *rijen])), ("ods", libreoffice_ods([KOP, *rijen]))):
        gelezen = _inhoud(tmp_path, inhoud, soort).bladen[0].rijen
        assert [rij[8] for rij in gelezen] == [None, None, "let op 5", None]


def test_een_bedrag_zonder_aanhalingstekens_achteraan_verliest_nooit_zijn_centen(tmp_path):
    """Every row is as long as the others, and longer than the header."""
    rijen = [[*_rij(nummer)[:4], "A", "Regulier", str(nummer), f"597,1{nummer}"] for nummer in range(1, 7)]
    assert _weigering(tmp_path, "\n".join(map(",".join, [KOP, *rijen]))).startswith("Op rij 2 staan meer cellen dan")
    rijen = [[*rij[:7], f'"{rij[7]}"', "opmerking"] for rij in rijen]
    assert len(_lees(tmp_path, "\n".join(map(",".join, [KOP, *rijen])))) == 7


def test_een_bredere_tabel_eronder_een_titel_en_lege_cellen_aan_het_eind_zijn_goed(tmp_path):
    breed = [[*KOP, "Erbij"], *([*_rij(nummer), "x"] for nummer in range(7, 9))]
    rijen = [["Titel"], KOP, *map(_rij, range(1, 6)), [*_rij(6), "", " "], [], *breed]
    gelezen = _lees(tmp_path, "\n".join(map(";".join, rijen)))
    assert [rij[0] for rij in gelezen] == [rij[0] if rij else None for rij in rijen]


_OPMERKING = st.lists(st.text(" abc,.;:12", max_size=30), min_size=2, max_size=5).map("\n".join)


@given(st.integers(0, 7), st.lists(_OPMERKING, min_size=1, max_size=4), st.sampled_from(";\t|"))
def test_een_opmerking_van_meer_regels_blijft_heel(tmp_path_factory, plek, opmerkingen, scheiding):
    """Up to five separators on a line: no line is as wide as a row."""
    opmerkingen = ["\n".join(_smal(regel) for regel in tekst.split("\n")) for tekst in opmerkingen]
    rijen = [_rij(nummer) for nummer in range(1, 9)]
    for rij, tekst in zip(rijen, opmerkingen, strict=False):
        rij[plek] = tekst + "x"
    regels = [scheiding.join(f'"{cel}"' if "\n" in cel else cel for cel in rij) for rij in [KOP, *rijen]]
    gelezen = _lees(tmp_path_factory.getbasetemp(), "\n".join(regels))
    assert [rij[plek] for rij in gelezen[1:]] == [zonder_teken(rij[plek]) for rij in rijen]


def _smal(regel: str) -> str:
    return regel if regel.count(";") < 5 else regel.replace(";", ",")


def test_een_opmerking_met_lange_zinnen_is_geen_rij(tmp_path):
    """As many commas as there are columns, but no digits where the rows have them."""
    zin = "Eerst, daarna, toen, later, ook, nog, weer, en"
    tekst = "\n".join([",".join(KOP), *(",".join(_rij(n)).replace("597,15", "597.15") for n in range(1, 6))])
    tekst += f'\nH26-9,09-07-2026,Axel,"{zin}\n{zin}\n{zin}",597.15,A,Regulier,80'
    assert _lees(tmp_path, tekst)[-1][3] == f"{zin}\n{zin}\n{zin}"


# --- text made safe ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cel", "gelezen"),
    [
        ("'80", "80"),
        ("'H26-100", "H26-100"),
        ("''80", "80"),
        ("'80'", "80"),
        ("\u201880", "80"),
        ("\u201980", "80"),
        ("\u201b80", "80"),
        ("\u00b480", "80"),
        ("`80", "80"),
        ("\u2018597,15\u2019", "597,15"),
        ("\u2018-80", "-80"),
        ("\u2019H26-100", "H26-100"),
        ('\u2018="80"', "80"),
        ("'-80", "-80"),
        ("'Axel'", "Axel"),
        ("'=1+1", "=1+1"),
        ("'", ""),
        ('="80"', "80"),
        ('= "80"', "80"),
        ('="H26-100"', "H26-100"),
        ('="01-07-2026"', "01-07-2026"),
        ('="zegt ""ja"""', 'zegt "ja"'),
        ('=""', ""),
        ('="\'80"', "80"),
        ('\'="80"', "80"),
        ("=80", "80"),
        ("=-597,15", "-597,15"),
        ("\u00a0'80", "80"),
        ("\ufeff'80\u200b", "80"),
        ("'s-Gravenhage", "'s-Gravenhage"),
        ("''s-Gravenhage", "'s-Gravenhage"),
        ('="\'t Zand"', "'t Zand"),
        ("'S-GRAVENHAGE", "'S-GRAVENHAGE"),
        ("'t Zand", "'t Zand"),
        ("'T ZAND", "'T ZAND"),
        ("'t IJ", "'t IJ"),
        ("'sGravenpolder", "'sGravenpolder"),
        ("'s avonds gemeld", "'s avonds gemeld"),
        ("\u2019s-Gravenhage", "\u2019s-Gravenhage"),
        ("\u2018t Zand", "\u2018t Zand"),
        ("'\u2019t Zand", "\u2019t Zand"),
        ("\u2018Ja\u2019 zei hij", "\u2018Ja\u2019 zei hij"),
        ("'n beetje", "'n beetje"),
        ("'Ja' zei hij", "'Ja' zei hij"),
        ("'T26-100", "T26-100"),
        ("'S-100", "S-100"),
        ("'TUS", "TUS"),
        ("'starter", "starter"),
        ("'nvt", "nvt"),
        ("N'dorp", "N'dorp"),
        ("foto's", "foto's"),
        ("=A1*2", "=A1*2"),
        ("= 3 kamers", "= 3 kamers"),
        ('="a"&"b"', '="a"&"b"'),
        (" gewoon ", " gewoon "),
        ("", ""),
    ],
)
def test_alleen_een_teken_dat_er_voor_een_rekenblad_staat_verdwijnt(cel, gelezen):
    assert zonder_teken(cel) == gelezen


@given(st.text("'=\"80aSs -\u00a0\u200b\u2018\u2019`", max_size=12))
def test_een_tweede_keer_verandert_er_niets_meer(tekst):
    een = zonder_teken(tekst)
    assert zonder_teken(een) == een


# What Excel does not show, around an ordinary value.
ONZICHTBAAR = [
    "\u00a0{}",
    "{}\u00a0",
    "\u202f{}",
    "{}\u2009",
    "\u200b{}",
    "{}\u200d",
    "\ufeff{}",
    "{}\u00ad",
    "\u2060{}",
]
VEILIG = ["'{}", "\u2018{}", "\u2019{}", "`{}", '="{}"', *ONZICHTBAAR]


@pytest.mark.parametrize("soort", ["csv", "xlsx"])
@pytest.mark.parametrize("vorm", VEILIG)
def test_veilig_gemaakte_cellen_worden_gelezen_als_gewone(tmp_path, soort, vorm):
    """In every kind of column: a number, a date, words, a key, yes and no, and the heading itself."""
    kop = [
        "Contractnr", "Ingangsdatum", "Kern", "Type woning", "DAEB", "Nieuwbouw", "Soort contract", "Kale huur",
        "Wijze van toewijzing", "Doelgroep", "Leeftijdsklasse", "Huishouden", "Vrije ruimte", "Wijk", "Aantal reacties",
    ]  # fmt: skip
    rij = [
        "H26-100", "01-07-2026", "Axel", "Appartement", "ja", "nee", "Onbepaald", "597,15", "Aanbod", "Regulier",
        "23-29", "1", "nee", "Oost", "80",
    ]  # fmt: skip
    cellen = [[vorm.format(cel) for cel in deel] for deel in (kop, rij)]
    if soort == "csv":
        inhoud = "\n".join(map(";".join, cellen)).encode()
    else:
        teksten = [
            "".join(f'<c t="inlineStr"><is><t xml:space="preserve">{cel}</t></is></c>' for cel in deel)
            for deel in cellen
        ]
        inhoud = xlsx(data("".join(f"<row>{tekst}</row>" for tekst in teksten)))
    [deel] = neem_in(_inhoud(tmp_path, inhoud, soort), LEEG, corporatie="CLAVIS").tabellen
    assert [b for b in deel.bevindingen if b.ernst == "fout"] == []
    [gelezen] = deel.rijen.select(
        ["verhuring_id", "kern", "daeb", "kale_huur", "leeftijdsklasse", "wijk", "reacties"]
    ).to_pylist()
    assert gelezen == {
        "verhuring_id": "H26-100",
        "kern": "Axel",
        "daeb": True,
        "kale_huur": 597.15,
        "leeftijdsklasse": "23-29",
        "wijk": "Oost",
        "reacties": 80,
    }


@pytest.mark.parametrize(
    ("cel", "gelezen"),
    [
        ("H26\u00a0100", "H26 100"),
        ("H26\u2011100", "H26-100"),
        ("H26\u200d-100", "H26-100"),
        ("een\ttab", "een tab"),
        ("\U0001f468\u200d\U0001f469", "\U0001f468\u200d\U0001f469"),
        ("a \u2013 b", "a \u2013 b"),
        ("een\u00a0\n twee", "een\ntwee"),
    ],
)
def test_blanco_en_onzichtbare_tekens_binnen_een_tekst(cel, gelezen):
    assert vrije_tekst(cel) == gelezen
