"""A chart in words for screen readers: the first and last value of each line, and the norm."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.basis.opmaak import GEEN, opsomming
from dashboard.figuren.bouwstenen import NormStuk, Reeks
from dashboard.figuren.sporen import waarde_van

_MEESTE = 5  # lines that are read aloud; the table has all of them


def alt_tekst(titel: str, reeksen: Sequence[Reeks], normen: Sequence[NormStuk] = ()) -> str:
    """One or two Dutch sentences: the title, the first and last value of series with emphasis, and the norm."""
    voorgrond = [reeks for reeks in reeksen if reeks.nadruk]
    genoemd = [_van_tot(reeks) for reeks in voorgrond[:_MEESTE]]
    rest = len(reeksen) - len(genoemd)
    if rest:
        genoemd.append(f"en nog {rest} {'reeks' if rest == 1 else 'reeksen'}")
    inhoud = "; ".join(genoemd) or GEEN
    zinnen = [titel.rstrip(" ."), inhoud[:1].upper() + inhoud[1:]]
    if normen:
        zinnen.append(f"In de grafiek: {opsomming(_normtekst(norm) for norm in normen)}")
    return ". ".join(zinnen) + "."


def _van_tot(reeks: Reeks) -> str:
    bekend = [punt for punt in reeks.punten if waarde_van(punt) is not None]
    if not bekend:
        return f"{reeks.naam}: {GEEN}"
    eerste, laatste = bekend[0], bekend[-1]
    einde = "" if eerste is laatste else f", {laatste.jaar} {laatste.tekst}"
    return f"{reeks.naam}: {eerste.jaar} {eerste.tekst}{einde}"


def _normtekst(norm: NormStuk) -> str:
    tijd = f"in {norm.van}" if norm.van == norm.tot else f"van {norm.van} tot en met {norm.tot}"
    return f"{norm.tekst} ({tijd})"
