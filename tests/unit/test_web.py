"""What the server does before Streamlit sees anything; the answers themselves are looked at in tests/browser."""

from __future__ import annotations

import asyncio
import socket

from dashboard.web.begin import opwarmen, stuur_meteen


def test_het_tweede_deel_van_een_antwoord_wacht_niet_op_wie_het_eerste_leest():
    async def _zonder_wachten() -> int:
        lus = asyncio.get_running_loop()
        stuur_meteen(lus)
        gezien = lus.create_future()

        class Gesprek(asyncio.Protocol):
            def connection_made(self, transport):
                gezien.set_result(transport.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
                transport.close()

        with socket.socket(socket.AF_INET) as deur:  # as Streamlit does it
            deur.bind(("127.0.0.1", 0))
            adres = deur.getsockname()
            async with await lus.create_server(Gesprek, sock=deur):
                beller, _ = await lus.create_connection(asyncio.Protocol, *adres)
                antwoord = await gezien
                beller.close()
        return antwoord

    assert asyncio.run(_zonder_wachten()) != 0


def test_wat_niet_voor_te_bereiden_is_houdt_het_starten_niet_tegen(monkeypatch, caplog):
    def breekt() -> None:
        raise ZeroDivisionError

    async def start() -> str:
        async with opwarmen(None):
            return "gestart"

    monkeypatch.setattr("dashboard.weergave.toestand.warm_op", breekt)
    assert asyncio.run(start()) == "gestart"
    assert [regel.getMessage() for regel in caplog.records] == ["Het voorbereiden ging mis"]
