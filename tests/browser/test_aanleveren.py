"""The analyst's whole way in the browser: faulty file, another mapping, coloured sheet, mended file, effect, publish, undo."""

from __future__ import annotations

import contextlib
import datetime as dt
import itertools
import re
import shutil
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from playwright.sync_api import TimeoutError as NietGevonden
from playwright.sync_api import expect

from bench.server import WORTEL
from dashboard.monitor import open_monitor
from dashboard.store import Opslag
from tests.browser.conftest import verlaat

VOORBEELD = WORTEL / "data" / "voorbeeld"
FOUT = VOORBEELD / "voorbeeld_verhuurrapportage_clavis_met_fouten.xlsx"
HERSTELD = VOORBEELD / "voorbeeld_verhuurrapportage_clavis_hersteld.xlsx"


@pytest.fixture
def eigen_store(demo_store, tmp_path) -> Path:
    return Path(shutil.copytree(demo_store, tmp_path / "store"))


@pytest.fixture
def eigen_server(eigen_store, nog_een_server, tabs):
    with nog_een_server(MONITOR_DATA=str(eigen_store)) as draaiend:
        yield draaiend
        verlaat(tabs)


@pytest.fixture
def server_met_een_cijfer(eigen_store, een_cijfer, nog_een_server, tabs):
    """For who looks at rows: what a delivery does to all figures is worked out in the first test, and takes seconds."""
    with nog_een_server(MONITOR_DATA=str(eigen_store), MONITOR_AFSPRAKEN=str(een_cijfer)) as draaiend:
        yield draaiend
        verlaat(tabs)


def _kies(page, wacht, label, optie):
    """Open, type, click; typed again when the page was still redrawing and closed the list."""
    lijst = page.get_by_role("combobox", name=label, exact=True)
    gezocht = page.get_by_role("option", name=optie, exact=True)
    for _ in range(10):
        lijst.click()
        lijst.fill("")
        lijst.fill(optie)  # a long list shows only a part of itself
        with contextlib.suppress(NietGevonden):
            gezocht.click(timeout=3000)
            break
    wacht(page)


def _mag(page, wacht):
    """Agree that rows vanish, when the page asks that."""
    akkoord = page.get_by_text(re.compile(r"gepubliceerde rij(en)? verdwijn(t|en) .* Dat mag\.$"))
    if akkoord.count():
        akkoord.first.click()
        wacht(page)


def _aandeel(store, nummer):
    """The share regulier of the running year, as the query gives it, in Dutch notation."""
    rij = open_monitor(nummer, adres=str(store)).rijen("toewijzing/aandeel_regulier", niveau="gemeente")[-1]
    decimalen = 1 if rij["verhuringen"] >= 200 else 0
    return f"{100 * rij['aandeel']:.{decimalen}f}".replace(".", ",") + "\u202f%"


def test_van_een_bestand_met_fouten_naar_een_publicatie_en_terug(
    open_pagina, wacht, page, eigen_server, eigen_store, tmp_path
):
    open_pagina("/aanleveren", bij=eigen_server)
    page.locator('input[type="file"]').set_input_files(FOUT)
    expect(page.locator("h1")).to_have_text(re.compile("1 vraag en 8 fouten in 60 rijen; er is nog niets gepubliceerd"))

    _kies(page, wacht, "Corporatie", "Clavis")
    expect(page.locator("h1")).to_have_text(re.compile("xlsx: 8 fouten in 60 rijen"))
    expect(page.locator("table").first).to_contain_text("bedoeld is misschien Terneuzen")

    # Another mapping: without the column of reactions its fault is gone.
    page.get_by_text(re.compile("^Alle kolommen")).click()
    expect(page.get_by_role("combobox", name="weigeringen", exact=True)).to_be_visible()  # the last of them
    wacht(page)
    _kies(page, wacht, "reacties", "niet gebruiken")
    expect(page.locator("h1")).to_have_text(re.compile("7 fouten in 60 rijen"))

    with page.expect_download() as bezig:
        page.get_by_role("button", name="Uw bestand met de fouten gekleurd (Excel)").click()
    gekleurd = tmp_path / "gekleurd.xlsx"
    bezig.value.save_as(gekleurd)
    with zipfile.ZipFile(gekleurd) as zip_:
        opmerkingen = "".join(zip_.read(naam).decode() for naam in zip_.namelist() if "comments" in naam)
    assert "bedoeld is misschien Terneuzen" in opmerkingen

    page.locator('[data-testid="stFileChipDeleteBtn"] button').click()
    wacht(page)
    page.locator('input[type="file"]').set_input_files(HERSTELD)
    expect(page.locator("h1")).to_have_text(re.compile("60 rijen zonder fouten, "))
    expect(page.get_by_text(re.compile(r"^Verhuringen: \d+ nieuw, ")).first).to_be_visible()

    _kies(page, wacht, "Namens wie levert u aan", "Woningcorporatie Clavis")
    for naam, kop in (("Gegevens", "^Verhuringen aangeleverd"), ("Aanleveren", "60 rijen zonder fouten, ")):
        page.get_by_test_id("stSidebarNavLink").filter(has_text=naam).click()  # a look elsewhere loses nothing
        expect(page.locator("h1")).to_have_text(re.compile(kop))
    wacht(page)
    _mag(page, wacht)
    page.get_by_role("button", name="Publiceer", exact=True).click()
    expect(page.locator("h1")).to_have_text(re.compile("^Gepubliceerd als publicatie 4: verhuringen CLAVIS"))
    voor, na = _aandeel(eigen_store, 3), _aandeel(eigen_store, 4)
    assert voor != na

    open_pagina("/", bij=eigen_server)
    expect(page.get_by_test_id("stMain")).to_contain_text(na)

    open_pagina("/aanleveren?aanleverdeel=Geschiedenis", bij=eigen_server)
    _kies(page, wacht, "Namens wie", "Gemeente Terneuzen")
    _mag(page, wacht)
    page.get_by_role("button", name="Zet terug").click()
    expect(page.locator("h1")).to_have_text("Publicatie 5: hersteld naar publicatie 3")
    assert [p.nummer for p in Opslag(str(eigen_store)).publicaties()] == [1, 2, 3, 4, 5]

    open_pagina("/", bij=eigen_server)
    expect(page.get_by_test_id("stMain")).to_contain_text(voor)


KOP = (
    "Corporatie",
    "Contractnr",
    "Ingangsdatum",
    "Kern",
    "Type woning",
    "DAEB",
    "Nieuwbouw",
    "Soort contract",
    "Kale huur",
)
KOP += ("Wijze van toewijzing", "Doelgroep", "Leeftijdsklasse", "Huishouden", "Vrije ruimte")


def _rapport(pad: Path, dagen: dict[str, dt.date]) -> Path:
    """A letting report in Excel: per number its day."""
    with xlsxwriter.Workbook(pad) as boek:
        blad, datum = boek.add_worksheet("Verhuringen"), boek.add_format({"num_format": "dd-mm-yyyy"})
        blad.write_row(0, 0, KOP)
        for nummer, (merk, dag) in enumerate(dagen.items(), start=1):
            blad.write_row(nummer, 0, ["Clavis", merk])
            blad.write_datetime(nummer, 2, dt.datetime.combine(dag, dt.time()), datum)
            blad.write_row(
                nummer, 3, ["Axel", "Appartement", "ja", "nee", "Onbepaald", 600, "Aanbod", "Regulier", "30-54"]
            )
            blad.write_row(nummer, 12, ["1", "nee"])
    return pad


def test_een_afgedwaalde_datum_een_nalevering_een_ingetrokken_levering_en_zelf_invullen(
    open_pagina, wacht, page, server_met_een_cijfer, eigen_store, tmp_path
):
    opslag = Opslag(str(eigen_store))

    def rijen() -> list[int]:
        dagen = [
            rij["ingangsdatum"]
            for rij in opslag.tabel("verhuringen", opslag.publicatie()).to_pylist()
            if rij["corporatie"] == "CLAVIS"
        ]
        kwartalen = (dt.date(2026, 4, 1), dt.date(2026, 7, 1), dt.date(2026, 10, 1))
        return [sum(van <= dag < tot for dag in dagen) for van, tot in itertools.pairwise(kwartalen)]

    def publiceer() -> None:
        page.get_by_role("button", name="Publiceer", exact=True).click()
        expect(page.locator("h1")).to_have_text(re.compile("^Gepubliceerd als publicatie"))

    tweede, derde = rijen()
    eerste = opslag.publicatie().nummer + 1
    dagen = {f"W-{nr}": dt.date(2026, 8, 1 + nr) for nr in range(20)}
    open_pagina("/aanleveren", bij=server_met_een_cijfer)
    page.locator('input[type="file"]').set_input_files(
        _rapport(tmp_path / "augustus.xlsx", dagen | {"W-20": dt.date(2026, 6, 30)})
    )
    expect(page.locator("h1")).to_have_text(re.compile("zeg wat de levering doet met wat er al staat$"))
    vraag = (
        "Rij 22 van blad Verhuringen \\(30 juni 2026\\) valt in K2 2026, buiten de periode van deze levering \\(K3 2026"
    )
    expect(page.get_by_text(re.compile(vraag)).first).to_be_visible()
    page.get_by_text("toevoegen aan dat kwartaal").click()
    wacht(page)
    expect(
        page.get_by_text(f"{derde} gepubliceerde rijen verdwijnen (verhuringen CLAVIS, K3 2026: {derde}). Dat mag.")
    ).to_be_visible()
    _kies(page, wacht, "Namens wie levert u aan", "Woningcorporatie Clavis")
    expect(page.get_by_role("button", name="Publiceer", exact=True)).to_be_disabled()
    _mag(page, wacht)
    publiceer()
    assert rijen() == [tweede + 1, 20]

    laat = {"L-1": dt.date(2026, 9, 13), "L-2": dt.date(2026, 9, 14)}
    page.locator('input[type="file"]').set_input_files(_rapport(tmp_path / "laat.xlsx", laat))
    expect(page.get_by_text(re.compile("^20 gepubliceerde rijen verdwijnen"))).to_be_visible()
    page.get_by_text("Aanvullen", exact=True).click()
    wacht(page)
    expect(page.get_by_text(re.compile("gepubliceerde rijen verdwijnen"))).to_have_count(0)
    _kies(page, wacht, "Namens wie levert u aan", "Woningcorporatie Clavis")
    publiceer()
    assert rijen() == [tweede + 1, 22]

    open_pagina("/aanleveren?aanleverdeel=Geschiedenis", bij=server_met_een_cijfer)
    _kies(page, wacht, "Een levering intrekken", f"{eerste}: {opslag.publicatie(eerste).wat}")
    _kies(page, wacht, "Wie trekt in", "Woningcorporatie Clavis")
    _mag(page, wacht)
    page.get_by_role("button", name="Trek in").click()
    expect(page.locator("h1")).to_have_text(f"Publicatie {eerste + 2}: levering van publicatie {eerste} ingetrokken")
    assert rijen() == [tweede, derde + 2]

    # What somebody types himself goes the same way.
    open_pagina("/aanleveren?aanleverdeel=Zelf+invullen", bij=server_met_een_cijfer)
    page.get_by_role("button", name="Controleer deze regels").click()
    expect(page.locator("h1")).to_have_text(re.compile("^ingevoerd in de monitor: .*(fouten|klaar om te publiceren)"))
