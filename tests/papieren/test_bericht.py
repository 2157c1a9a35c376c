"""The mail after a meeting, whole, and which sentences it chooses when there are too many."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from dashboard.afspraken import Overeenkomst, laad_overeenkomst
from dashboard.normen import Stand
from dashboard.papieren.bericht import bericht, zinnen
from dashboard.standen.afspraakstand import Afspraakstand
from dashboard.vergelijken import Afspraakverschil, Meldingverschil, Verschil
from dashboard.vergelijken.publicaties import Vergelijking, vergelijk_standen
from tests.papieren.conftest import AFSPRAKEN


@pytest.fixture(scope="module")
def overeenkomst() -> Overeenkomst:
    return laad_overeenkomst(AFSPRAKEN)


def _vergelijking(overeenkomst: Overeenkomst, verschil: Verschil) -> Vergelijking:
    monitor: Any = SimpleNamespace(overeenkomst=overeenkomst, publicatie=None)
    return Vergelijking(monitor, monitor, verschil, ())


def _melding(afspraak: str, eerst: str | None, later: str | None, actie: str | None = None) -> Meldingverschil:
    return Meldingverschil(afspraak, actie, eerst and {"stand": eerst}, later and {"stand": later})


def _afspraak(overeenkomst: Overeenkomst, nummer: str, eerst: Stand, later: Stand) -> Afspraakverschil:
    een, ander = (Afspraakstand(overeenkomst.afspraak[nummer], None, (), stand, None, ()) for stand in (eerst, later))
    return Afspraakverschil(een, ander)


def test_het_bericht_heeft_een_onderwerp_de_zinnen_en_beide_publicaties(open_klein):
    tekst = bericht(vergelijk_standen(open_klein("eerste overleg"), open_klein()))
    assert tekst == (
        "Onderwerp: Woonakkoord Kleinstad 2024-2026: wat er veranderde sinds eerste overleg\n"
        "\n"
        "Van eerste overleg naar tweede overleg veranderden 1 stand per norm, 3 cijfers en 1 gemelde stand, "
        "door 1 levering.\n"
        "Voor het eerst beoordeeld, gemeld: A1 Genoeg huizen: niet gemeld wordt op schema.\n"
        "Voor het eerst beoordeeld: Open buurtkamers, 2024: geen gegevens wordt 2, geen gegevens wordt op schema.\n"
        "\n"
        "Waar dit vandaan komt\n"
        "Eerst: eerste overleg, publicatie 1 van 1 maart 2025, 10.00 uur.\n"
        "Later: tweede overleg, publicatie 2 van 2 maart 2025, 10.00 uur.\n"
        "Beide zijn beoordeeld met de normen en definities van nu.\n"
    )


def test_zonder_verandering_staat_er_dat_er_niets_veranderde(open_klein):
    monitor = open_klein()
    assert zinnen(vergelijk_standen(monitor, monitor)) == [
        "Van tweede overleg naar tweede overleg veranderde er niets."
    ]


def test_slechter_komt_voor_beter_en_een_afspraak_voor_een_melding(overeenkomst):
    verschil = Verschil(
        (
            _afspraak(overeenkomst, "A2", Stand.ACHTER, Stand.OP_SCHEMA),
            _afspraak(overeenkomst, "A1", Stand.OP_SCHEMA, Stand.AANDACHT),
        ),
        (),
        (),
        (_melding("B1", "aandacht", "gereed"), _melding("B2", "gereed", "achter")),
    )
    assert zinnen(_vergelijking(overeenkomst, verschil))[1:] == [
        "Slechter: A1 Genoeg huizen: berekend op schema wordt aandacht.",
        "Slechter, gemeld: B2 Buurtkamers: gereed wordt achter op schema.",
        "Beter: A2 Eerlijk verdelen: berekend achter op schema wordt op schema.",
        "Beter, gemeld: B1 Zonder drempels: aandacht wordt gereed.",
    ]


@pytest.mark.parametrize(("hoeveel", "laatste"), [(9, None), (10, "En nog 2 veranderingen, op de pagina Vergelijken.")])
def test_er_zijn_nooit_meer_dan_tien_zinnen(overeenkomst, hoeveel, laatste):
    paren = [(eerst, later) for eerst in Stand for later in Stand if eerst is not later][:hoeveel]
    meldingen = tuple(_melding("A1", str(eerst), str(later)) for eerst, later in paren)
    gezegd = zinnen(_vergelijking(overeenkomst, Verschil((), (), (), meldingen)))
    assert len(gezegd) == 10
    assert laatste is None or gezegd[-1] == laatste


def test_wat_twee_keer_hetzelfde_zegt_staat_er_een_keer(overeenkomst):
    dubbel = tuple(_melding("A1", "gereed", "achter", actie) for actie in ("een", "twee"))
    assert len(zinnen(_vergelijking(overeenkomst, Verschil((), (), (), dubbel)))) == 2
