"""How much of what people upload is kept in memory at once: per session, and of all sessions together.

Streamlit keeps an upload until its session ends, two minutes after its page was closed. What is full says no to the next;
nobody's file makes room for another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from streamlit import runtime
from streamlit.runtime.uploaded_file_manager import UploadedFileRec

from dashboard.basis.instellingen import getal_van
from dashboard.web.toegang import Weigering

_MEGA = 1_000_000
# What the smallest file counts for: its record, and everything that is kept to find it.
_KLEINSTE = 100_000


Bestanden = Mapping[str, Mapping[str, UploadedFileRec]]


class Uploads:
    """The room for uploads: what is kept, which `bewaard` gives by session and file, and what is on its way."""

    def __init__(self, sessie: float, totaal: float, bewaard: Callable[[], Bestanden]) -> None:
        """Room in bytes, for one session and for all."""
        self.sessie, self.totaal, self.bewaard = sessie, totaal, bewaard
        self._onderweg: Counter[str] = Counter()

    @contextmanager
    def plaats(self, sessie: str, lengte: int) -> Iterator[Weigering | None]:
        """Hold room for an upload while it arrives; why not, when there is none."""
        gewicht = max(lengte, _KLEINSTE)
        weigering = self._past(sessie, gewicht)
        if weigering is not None:
            yield weigering
            return
        self._onderweg[sessie] += gewicht
        try:
            yield None
        finally:
            self._onderweg[sessie] -= gewicht
            self._onderweg += Counter()  # forgets who has nothing on its way

    def _past(self, sessie: str, gewicht: int) -> Weigering | None:
        bezet = Counter(_gewichten(self.bewaard())) + self._onderweg
        if bezet[sessie] + gewicht > self.sessie:
            return Weigering(
                413,
                "Er staan in dit venster al te veel bestanden open. Dit bestand is niet aangenomen. Laad de pagina opnieuw en "
                "kies het bestand nog eens.",
            )
        if bezet.total() + gewicht > self.totaal:
            return Weigering(
                503,
                "Er zijn op dit moment te veel bestanden in behandeling. Dit bestand is niet aangenomen. Probeer het over een "
                "paar minuten opnieuw.",
            )
        return None


def uploads() -> Uploads:
    """The room that the settings give, beside what Streamlit keeps. Raises InstellingFout."""
    return Uploads(
        getal_van("MONITOR_UPLOAD_SESSIE_MB") * _MEGA, getal_van("MONITOR_UPLOAD_TOTAAL_MB") * _MEGA, _bij_streamlit
    )


def _bij_streamlit() -> Bestanden:
    bestanden: Bestanden = runtime.get_instance().uploaded_file_mgr.file_storage  # type: ignore[attr-defined]
    return bestanden


def _gewichten(bestanden: Bestanden) -> dict[str, int]:
    """What the files of each session weigh, in bytes. Sessions come and go in other threads, hence the copies."""
    return {
        sessie: sum(max(len(bestand.data), _KLEINSTE) for bestand in list(van_sessie.values()))
        for sessie, van_sessie in list(bestanden.items())
    }
