"""`/gezond`: whether the store is whole, told to a program that watches."""

import asyncio
import json
from pathlib import Path

import pytest

from dashboard.store import Opslag
from dashboard.web.gezond import Gezond, opslag_heel
from tests.store.rijen import samen


@pytest.fixture
def opslag(tmp_path, monkeypatch) -> Opslag:
    monkeypatch.setenv("MONITOR_DATA", str(tmp_path / "opslag"))
    return Opslag(str(tmp_path / "opslag"))


def test_heel_leeg_beschadigd_en_weg(opslag):
    status, tekst = opslag_heel()
    assert (status, json.loads(tekst)["schade"][0].partition(" Hoort")[0]) == (
        503,
        f"in {opslag.adres} is geen opslag.",
    )
    opslag.maak()
    assert opslag_heel() == (200, b'{"opslag": "heel", "publicatie": null, "schade": []}\n')
    opslag.publiceer(samen("u1"), wie="x", wat="y")
    assert opslag_heel() == (200, b'{"opslag": "heel", "publicatie": 1, "schade": []}\n')
    weg = next((Path(opslag.adres) / "kengetallen").glob("*.parquet"))
    weg.unlink()
    status, tekst = opslag_heel()
    assert (status, json.loads(tekst)) == (
        503,
        {
            "opslag": "beschadigd",
            "publicatie": 1,
            "schade": [f"publicatie 1: tabel kengetallen, bestand kengetallen/{weg.name}: niet te lezen"],
        },
    )


def test_wie_vaak_vraagt_krijgt_hetzelfde_antwoord(opslag):
    opslag.maak()

    async def vraag_drie_keer() -> list[tuple[int, bytes]]:
        gezond, gestuurd = Gezond(), []

        async def stuur(bericht) -> None:
            gestuurd.append(bericht)

        for inhoud in (True, False, True):
            await gezond.geef(stuur, inhoud=inhoud)
            opslag.publiceer([], wie="x", wat="y")
        return [(begin["status"], deel["body"]) for begin, deel in zip(gestuurd[::2], gestuurd[1::2], strict=True)]

    leeg = b'{"opslag": "heel", "publicatie": null, "schade": []}\n'
    assert asyncio.run(vraag_drie_keer()) == [(200, leeg), (200, b""), (200, leeg)]
