"""A spelling of a column or value that does not exist is a fault in the agreement: nobody would miss it."""

import shutil

import pytest

from dashboard.afspraken import laad_overeenkomst
from dashboard.afspraken.schrijfwijzen import controleer_schrijfwijzen
from dashboard.basis.instellingen import WORTEL
from dashboard.tabellen.tabel import Fout, FoutenError, Rij

TABELLEN = "een van: verhuringen, voorraad, voorraadmutaties, woningzoekenden, actiestatus, kengetallen"


@pytest.fixture
def fouten(tmp_path):
    """Load the agreement with these rows instead of its own spellings; gives what is wrong with it."""

    def _fouten(synoniemen: str = "", waarden: str = "") -> tuple[Fout, ...]:
        map_ = tmp_path / "afspraken"
        shutil.copytree(WORTEL / "data" / "afspraken", map_)
        (map_ / "synoniemen.csv").write_text(f"tabel,kolom,schrijfwijze\n{synoniemen}", encoding="utf-8")
        (map_ / "waarden.csv").write_text(f"kolom,waarde,schrijfwijze\n{waarden}", encoding="utf-8")
        try:
            laad_overeenkomst(map_)
        except FoutenError as gevangen:
            return gevangen.fouten
        return ()

    return _fouten


def test_goede_rijen_geven_geen_fouten(fouten):
    assert (
        fouten(
            "verhuringen,kern,Plaats\nverhuringen,,Rekenhuur\nvoorraad,kern,Plaats\n",
            "groep,regulier,Gewoon\nvoorraad.soort,overig,Garage\nsoort,sloop,SLO\nenergielabel,,Geen\ndaeb,ja,Sociaal\n",
        )
        == ()
    )


def test_een_kolom_of_tabel_die_er_niet_is(fouten):
    assert fouten("verhuringen,dorp,Plaats\nvoorraad,ingangsdatum,Datum\nverhuringen,upload_id,Upload\n") == (
        Fout("synoniemen.csv", 2, "kolom", "dorp", "een kolom van verhuringen (of leeg)"),
        Fout("synoniemen.csv", 3, "kolom", "ingangsdatum", "een kolom van voorraad (of leeg)"),
        Fout("synoniemen.csv", 4, "kolom", "upload_id", "een kolom van verhuringen (of leeg)"),
    )
    # The loader stops at cells that cannot be right before it looks at references.


def test_een_tabel_die_niemand_aanlevert(fouten):
    assert fouten("leveringen,tabel,Tabel\n") == (Fout("synoniemen.csv", 2, "tabel", "leveringen", TABELLEN),)


def test_een_waarde_die_er_niet_is(fouten):
    assert fouten(
        "", "passend,misschien,M\nkleur,rood,R\nkale_huur,1,Een\nvoorraad.soort,sloop,SLO\nkern,Nergens,N\n"
    ) == (
        Fout("waarden.csv", 2, "waarde", "misschien", "een van: passend, niet_passend, nvt (of leeg)"),
        Fout("waarden.csv", 3, "kolom", "kleur", "een kolom met vaste waarden, als kolom of tabel.kolom"),
        Fout("waarden.csv", 4, "kolom", "kale_huur", "een kolom met vaste waarden, als kolom of tabel.kolom"),
        Fout("waarden.csv", 5, "waarde", "sloop", "een van: woongelegenheid, overig (of leeg)"),
        Fout("waarden.csv", 6, "waarde", "Nergens", "een van: " + ", ".join(kernen()) + " (of leeg)"),
    )


def kernen() -> list[str]:
    return [kern.kern for kern in laad_overeenkomst(WORTEL / "data" / "afspraken").kernen]


def test_dezelfde_rij_twee_keer(fouten):
    verwacht = "een unieke waarde (staat ook op rij 2)"
    assert fouten("verhuringen,kern,Plaats\nverhuringen,kern,Plaats\n") == (
        Fout("synoniemen.csv", 3, "tabel, kolom, schrijfwijze", "verhuringen, kern, Plaats", verwacht),
    )


def test_een_grens_of_combinatie_van_iets_dat_niet_bestaat_is_een_fout():
    rijen = {
        "synoniemen": [],
        "waarden": [],
        "grenswaarden": [
            Rij("grenswaarden.csv", 2, {"tabel": "verhuringen", "kolom": "kern", "minimum": 1.0, "maximum": None}),
            Rij(
                "grenswaarden.csv", 3, {"tabel": "verhuringen", "kolom": "kale_huur", "minimum": None, "maximum": None}
            ),
        ],
        "combinaties": [
            Rij(
                "combinaties.csv",
                2,
                {"tabel": "verhuringen", "kolom": "daeb", "waarde": "ja", "ook": "model", "ook_waarde": "loten"},
            ),
        ],
    }
    modellen = "aanbod, loting, directe_bemiddeling, optie, woningruil"
    assert controleer_schrijfwijzen(rijen) == [
        Fout("grenswaarden.csv", 2, "kolom", "kern", "een kolom van verhuringen met een getal"),
        Fout("grenswaarden.csv", 3, "minimum", "", "een minimum of een maximum"),
        Fout("combinaties.csv", 2, "kolom", "daeb", "een kolom van verhuringen met vaste waarden"),
        Fout("combinaties.csv", 2, "ook_waarde", "loten", f"een van: {modellen}"),
    ]
