"""Who may come in, judged on the head of a request alone, before Streamlit sees any of it.

A browser tells the truth about two things: under which name somebody reached us (Host), and from which page a request
comes (Origin). A strange name means that somebody else's domain was pointed at this machine (DNS rebinding); a strange
page means that another site asks in the name of our visitor. Streamlit would let in the first, and for the second it
asks a server outside what our own address is.

What Streamlit offers is closed unless the monitor needs it: `_open_voor` is that list.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable, Mapping, MutableMapping
from dataclasses import dataclass
from typing import Any

from dashboard.basis.instellingen import InstellingFout, instelling

_ADRES = re.compile(r"(?:\[([0-9a-f:.]+)\]|([a-z0-9_.-]+))(?::([0-9]{1,5}))?", re.IGNORECASE | re.ASCII)
_HERKOMST = re.compile(r"(https?)://(.+)")
_POORT = {"http": "80", "https": "443"}
_LEZEN = ("GET", "HEAD")
_KOPPEN = {b"host", b"origin", b"sec-fetch-site", b"sec-fetch-mode"}
# Where Streamlit keeps what is not a page: its core, parts made by others, and signing in, which the monitor does not use.
_GEEN_PAGINA = {"_stcore", "component", "auth", "oauth2callback"}


@dataclass(frozen=True)
class Weigering:
    """Why a request is not let in: the HTTP status, and a Dutch sentence for whoever asked and for the log."""

    status: int
    zin: str


@dataclass(frozen=True)
class Adres:
    """A host as browsers mean it: the name without case or final dot, an IPv6 address in its shortest form, and the port as
    it was given; empty when it was not.
    """

    naam: str
    poort: str


def lees_adres(tekst: str) -> Adres | None:
    """The host and port in a Host header or an Origin; None for anything that is not exactly that."""
    gevonden = _ADRES.fullmatch(tekst)
    if gevonden is None:
        return None
    zes, naam, poort = gevonden.groups(default="")
    if zes:
        try:
            return Adres(ipaddress.IPv6Address(zes).compressed, poort)
        except ValueError:
            return None
    naam = naam.lower().removesuffix(".")
    return Adres(naam, poort) if naam else None


class Toegang:
    """The names under which the monitor may be reached, and the path it stands under."""

    def __init__(self, namen: Iterable[str], basis: str = "") -> None:
        self.namen = frozenset(namen)
        self.basis = f"/{basis.strip('/')}/".replace("//", "/")

    def oordeel(self, scope: MutableMapping[str, Any]) -> Weigering | None:
        """None for a request that may go on to Streamlit."""
        koppen: dict[str, list[str]] = {}
        for naam, waarde in scope["headers"]:
            if naam in _KOPPEN:
                koppen.setdefault(naam.decode("ascii"), []).append(waarde.decode("latin-1"))
        methode = scope["method"] if scope["type"] == "http" else "WEBSOCKET"
        return self._host(koppen) or _herkomst(koppen, methode) or self._pad(scope["path"], methode)

    def _host(self, koppen: Mapping[str, list[str]]) -> Weigering | None:
        hosts = koppen.get("host", [])
        adres = lees_adres(hosts[0]) if len(hosts) == 1 else None
        if adres is None:
            return Weigering(400, "Dit verzoek zegt niet eenduidig voor welk adres het is.")
        if adres.naam not in self.namen:
            return Weigering(
                421,
                f"De monitor is niet bereikbaar onder het adres {adres.naam[:100]}. Hoort dat wel zo, dan zet de beheerder dit "
                "adres in de instelling MONITOR_HOSTS.",
            )
        return None

    def delen(self, pad: str) -> tuple[str, ...]:
        """The parts of a path, below the one that the monitor stands under."""
        return tuple(pad.removeprefix(self.basis).strip("/").split("/"))

    def _pad(self, pad: str, methode: str) -> Weigering | None:
        mag = _open_voor(self.delen(pad))
        if methode in mag:
            return None
        if not mag:
            return Weigering(404, "Dit adres bestaat niet.")
        return Weigering(405, "Dat kan op dit adres niet.")


def _open_voor(delen: tuple[str, ...]) -> tuple[str, ...]:
    """The methods that a path is open for; none for what the monitor does not need.

    Open are pages with their bundles (`static`) and downloads (`media`), whether the process lives and the store is whole,
    how a page is to behave (`host-config`, without which it does not begin), its connection with the server, and uploads.
    Closed are measurements, components of others, signing in, the interface for agents, and whatever Streamlit adds to its
    core later.
    """
    match delen:
        case ("_stcore", "health" | "host-config"):
            return _LEZEN
        case ("_stcore", "stream"):
            return ("WEBSOCKET",)
        case ("_stcore", "upload_file", _, _):
            return ("PUT", "DELETE")
        case _:
            return () if delen[0] in _GEEN_PAGINA or "_stcore" in delen else _LEZEN


def _herkomst(koppen: Mapping[str, list[str]], methode: str) -> Weigering | None:
    """Refuses what comes from a page that is not ours.

    A browser says where a websocket and a request that changes something come from, always. Of what only reads it says so in
    some cases, and then it may only be a link that somebody followed. The scheme is not compared: with a proxy in front a
    page has https and we see http.
    """
    fout = Weigering(
        403,
        "Dit verzoek komt niet van een pagina van de monitor zelf. Ligt er een proxy voor, dan moet die Host doorgeven.",
    )
    herkomsten = koppen.get("origin", [])
    if herkomsten:
        return None if herkomsten[1:] == [] and _zelfde(herkomsten[0], koppen["host"][0]) else fout
    if methode not in _LEZEN:
        return fout
    van_elders = not set(koppen.get("sec-fetch-site", [])) <= {"same-origin", "none"}
    return fout if van_elders and koppen.get("sec-fetch-mode") != ["navigate"] else None


def _zelfde(herkomst: str, host: str) -> bool:
    gevonden = _HERKOMST.fullmatch(herkomst)
    van, naar = lees_adres(gevonden[2]) if gevonden else None, lees_adres(host)
    if gevonden is None or van is None or naar is None:
        return False
    standaard = _POORT[gevonden[1]]
    return (van.naam, van.poort or standaard) == (naar.naam, naar.poort or standaard)


def als_herkomst(koppen: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    """The headers of a websocket that was let in, with Host spelled as in Origin.

    Streamlit compares the two letter by letter. Where they differ (`MONITOR.nl:443`, `https://monitor.nl`) it would look up
    its own address at a server outside, and do nothing else meanwhile.
    """
    host = dict(koppen)[b"origin"].partition(b"://")[2]
    return [(naam, host if naam == b"host" else waarde) for naam, waarde in koppen]


def namen_van_instelling() -> list[str]:
    """The names in MONITOR_HOSTS. Raises InstellingFout for what is not a name, a port or a pattern included."""
    namen = []
    for deel in instelling("MONITOR_HOSTS").split(","):
        tekst = deel.strip()
        adres = lees_adres(f"[{tekst}]" if tekst.count(":") > 1 and "[" not in tekst else tekst)
        if adres is None or adres.poort:
            raise InstellingFout(
                f"instelling MONITOR_HOSTS: verwacht namen met komma's ertussen, zonder poort en zonder *; gevonden: '{tekst}'"
            )
        namen.append(adres.naam)
    return namen
