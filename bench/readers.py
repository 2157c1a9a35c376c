"""How long readers wait while somebody publishes, next to how long they wait while nobody does.

The readers are sessions over the websocket, because thirty browsers would measure the machine. Each goes from page to page
and reads for a while in between; a run lasts until the server says that its script has finished.
"""

from __future__ import annotations

import asyncio
import random
import statistics
import time
from pathlib import Path

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.typing import Subprotocol

from bench.server import Server
from dashboard.store import Opslag, alles

READERS = 30
_READING = 3.0  # seconds between two clicks of a reader, on average
_PERIOD = 12.0  # seconds of measuring with and without publishing, in turns
_TURNS = 2
_PUBLISH_EVERY = 3.0
_TABLE = "kengetallen"
_PATIENCE = 60.0


def reader_times(server: Server, store: Path) -> dict[str, list[float]]:
    """Seconds of every run, while nobody publishes (`quiet`) and while somebody does (`publishing`). Changes the store."""
    return asyncio.run(_measure(server, store))


def p95(times: list[float]) -> float:
    """The time within which nineteen of twenty runs were finished."""
    return statistics.quantiles(times, n=20)[-1]


async def _measure(server: Server, store: Path) -> dict[str, list[float]]:
    times: dict[str, list[float]] = {"quiet": [], "publishing": []}
    phase: list[str] = []  # empty while nothing is measured
    done = asyncio.Event()
    readers = [asyncio.create_task(_read(server, number, times, phase, done)) for number in range(READERS)]
    await asyncio.sleep(_PERIOD)  # everybody is in, every page was made once
    for turn in range(2 * _TURNS):
        publishing = turn % 2 == 1
        publisher = asyncio.create_task(_publish(store)) if publishing else None
        phase[:] = ["publishing" if publishing else "quiet"]
        await asyncio.sleep(_PERIOD)
        phase.clear()
        if publisher is not None:
            publisher.cancel()
        await asyncio.sleep(_PUBLISH_EVERY)  # what was published last is shown before the quiet begins
    done.set()
    await asyncio.gather(*readers)
    return times


async def _read(
    server: Server, number: int, times: dict[str, list[float]], phase: list[str], done: asyncio.Event
) -> None:
    dice = random.Random(number)  # noqa: S311 - the same walk every time
    address = server.url.replace("http:", "ws:") + "/_stcore/stream"
    async with websockets.connect(
        address, subprotocols=[Subprotocol("streamlit")], max_size=None, compression=None
    ) as socket:
        pages = await _run(socket, "")
        while not done.is_set():
            started, during = time.perf_counter(), list(phase)
            await _run(socket, dice.choice(pages))
            if during and during == phase:
                times[during[0]].append(time.perf_counter() - started)
            await asyncio.sleep(dice.expovariate(1 / _READING))


async def _run(socket: websockets.ClientConnection, page: str) -> list[str]:
    """Ask for a page, wait until its script has finished, and return which pages the menu has. Raises when it broke."""
    pages: list[str] = []
    ask = BackMsg()
    ask.rerun_script.page_name = page
    await socket.send(ask.SerializeToString())
    while True:
        message = ForwardMsg()
        message.ParseFromString(await asyncio.wait_for(socket.recv(), _PATIENCE))
        kind = message.WhichOneof("type")
        if kind == "navigation":
            pages = [found.url_pathname for found in message.navigation.app_pages]
        if kind == "delta" and message.delta.new_element.WhichOneof("type") == "exception":
            raise RuntimeError(f"{page}: {message.delta.new_element.exception.message}")
        if kind == "script_finished" and message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
            return pages


async def _publish(store: Path) -> None:
    """Publish one table again and again, in another process than the server's, as the command line does."""
    opslag = Opslag(str(store))
    while True:
        rows = opslag.tabel(_TABLE, opslag.publicatie())
        await asyncio.to_thread(opslag.publiceer, alles({_TABLE: rows}), wie="bench", wat="opnieuw")
        await asyncio.sleep(_PUBLISH_EVERY)
