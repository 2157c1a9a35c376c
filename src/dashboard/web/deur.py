"""The front door: every request is judged, then Streamlit answers, and the answer is completed."""

from __future__ import annotations

import logging
import sys

from starlette.middleware import Middleware
from streamlit import config

from dashboard.basis.instellingen import InstellingFout
from dashboard.web.antwoord import Antwoord, Bericht, Ontvang, Stuur, Toepassing, eigen_koppen, kaal
from dashboard.web.begin import eis_eigen_machine
from dashboard.web.gezond import PAD, Gezond
from dashboard.web.toegang import Toegang, Weigering, als_herkomst, namen_van_instelling
from dashboard.web.uploads import Uploads, uploads

_LOG = logging.getLogger(__name__)
_ZONDER_LENGTE = Weigering(411, "Dit verzoek zegt niet hoe groot het bestand is.")


def voordeur() -> Middleware:
    """The front door as the settings describe it. A setting that cannot be used ends the process here: who comes in may
    never depend on a spelling mistake.
    """
    eis_eigen_machine(config.get_option("server.address"))
    try:
        toegang = Toegang(namen_van_instelling(), str(config.get_option("server.baseUrlPath")))
        return Middleware(Voordeur, toegang=toegang, uploads=uploads())
    except InstellingFout as fout:
        sys.exit(f"De monitor start niet: {fout}")


class Voordeur:
    """ASGI middleware around Streamlit."""

    def __init__(self, app: Toepassing, toegang: Toegang, uploads: Uploads) -> None:
        self.app, self.toegang, self.uploads = app, toegang, uploads
        self._ingepakt: dict[str, bytes] = {}
        self._gezond = Gezond()

    async def __call__(self, scope: Bericht, receive: Ontvang, send: Stuur) -> None:
        """Answer what may not come in; pass on the rest, and complete every HTTP answer."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        if weigering := self.toegang.oordeel(scope):
            await _weiger(weigering, scope, send)
        elif scope["type"] == "websocket":
            await self.app({**scope, "headers": als_herkomst(scope["headers"])}, receive, send)
        elif self.toegang.delen(scope["path"]) == PAD:
            await self._gezond.geef(send, inhoud=scope["method"] == "GET")
        elif scope["method"] == "PUT":
            await self._neem_aan(scope, receive, send)
        else:
            await self._vraag(scope, receive, send)

    async def _vraag(self, scope: Bericht, receive: Ontvang, send: Stuur) -> None:
        antwoord = Antwoord(scope, send, self._ingepakt)
        await self.app({**scope, "headers": kaal(scope)}, receive, antwoord.stuur)

    async def _neem_aan(self, scope: Bericht, receive: Ontvang, send: Stuur) -> None:
        """An upload, when there is room for it. One that is refused for that is read to its end and not kept: a browser that is
        still sending does not see an answer.
        """
        lengte = dict(scope["headers"]).get(b"content-length", b"")
        if not lengte.isdigit():
            await _weiger(_ZONDER_LENGTE, scope, send)
            return
        sessie = scope["path"].rstrip("/").split("/")[-2]
        with self.uploads.plaats(sessie, int(lengte)) as weigering:
            if weigering is None:
                await self._vraag(scope, receive, send)
                return
        if int(lengte) <= config.get_option("server.maxUploadSize") * 2**20:
            while (await receive()).get("more_body"):
                pass
        await _weiger(weigering, scope, send)


async def _weiger(weigering: Weigering, scope: Bericht, send: Stuur) -> None:
    """Say no, in Dutch, and end the connection. A websocket is told before it exists, as an ordinary HTTP answer."""
    if weigering.status not in (404, 405):  # nothing that a beheerder has to put right
        _LOG.warning("Geweigerd: %r (%s): %s", scope["path"][:100], weigering.status, weigering.zin)
    zin = weigering.zin.encode()
    koppen = [*eigen_koppen("text/plain", zin), (b"connection", b"close")]
    soort = "http.response" if scope["type"] == "http" else "websocket.http.response"
    await send({"type": f"{soort}.start", "status": weigering.status, "headers": koppen})
    await send({"type": f"{soort}.body", "body": b"" if scope.get("method") == "HEAD" else zin})
