"""What changed since a stand, as a mail that somebody only has to send: at most ten sentences, and where they come from."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.basis.opmaak import aantal
from dashboard.basis.zinnen import VERZONNEN
from dashboard.vergelijken import RICHTING_KOP, Afspraakverschil, Richting, afspraak_zin, melding_zin, zin
from dashboard.vergelijken.publicaties import Vergelijking, naam, voluit

MEESTE_ZINNEN = 10
_TEGENSPRAAK = {True: "Nieuwe tegenspraak", False: "Tegenspraak voorbij"}


def bericht(vergelijking: Vergelijking) -> str:
    """The mail: its subject, a line apart what changed, the heaviest first, and both publications."""
    eerst = " ".join(naam(vergelijking.eerst.publicatie).split())  # a subject is one line
    titel = vergelijking.later.overeenkomst.gemeente.titel
    fictief = vergelijking.eerst.fictief() or vergelijking.later.fictief()
    let_op = [VERZONNEN] if fictief else []
    regels = [
        f"Onderwerp: {titel}: wat er veranderde sinds {eerst}",
        "",
        *let_op,
        *zinnen(vergelijking),
        "",
        "Waar dit vandaan komt",
        f"Eerst: {voluit(vergelijking.eerst.publicatie)}.",
        f"Later: {voluit(vergelijking.later.publicatie)}.",
        vergelijking.kanttekening,
    ]
    return "\n".join(regels) + "\n"


def zinnen(vergelijking: Vergelijking) -> list[str]:
    """How much changed, then what: for the worse first, and of each kind the heaviest first. Never more than ten; the last
    one says how much is left out.
    """
    eerste = f"{vergelijking.zin}."
    alle = list(dict.fromkeys(_veranderingen(vergelijking)))
    if len(alle) < MEESTE_ZINNEN:
        return [eerste, *alle]
    rest = len(alle) - (MEESTE_ZINNEN - 2)
    meer = f"En nog {aantal(rest, 'verandering', 'veranderingen')}, op de pagina Vergelijken."
    return [eerste, *alle[: MEESTE_ZINNEN - 2], meer]


def _veranderingen(vergelijking: Vergelijking) -> Iterator[str]:
    """Every change as a sentence. A stand per norm only where it judges and its afspraak is not named already; of figures
    the main ones as a whole, where no stand said them.
    """
    overeenkomst, verschil = vergelijking.later.overeenkomst, vergelijking.verschil
    genoemd = {v.later.afspraak.afspraak for v in verschil.afspraken}
    standen = [
        v for v in verschil.standen if v.oordeel.norm.afspraak not in genoemd and v.richting is not Richting.ANDERS
    ]
    gezegd = {zin(overeenkomst, v.cijfer) for v in standen}
    for richting in Richting:
        kop = RICHTING_KOP[richting]
        for afspraak in verschil.afspraken:
            if _richting(afspraak) is richting:
                yield f"{kop if afspraak.richting is richting else _TEGENSPRAAK[afspraak.later.tegenspraak]}: {afspraak_zin(afspraak)}."
        for melding in verschil.meldingen:
            if melding.richting is richting:
                yield f"{kop}, gemeld: {melding_zin(overeenkomst, melding)}."
        for oordeel in standen:
            if oordeel.richting is richting:
                yield f"{kop}: {zin(overeenkomst, oordeel)}."
    for cijfer in verschil.cijfers:
        tekst = zin(overeenkomst, cijfer)
        if cijfer.indicator.hoofd and cijfer.niveau == cijfer.indicator.niveaus[0] and tekst not in gezegd:
            yield f"Ander cijfer: {tekst}."


def _richting(verschil: Afspraakverschil) -> Richting:
    """Which way an afspraak went; without another stand a contradiction that began is worse, and one that ended better."""
    if verschil.richting is Richting.ANDERS and verschil.eerst.tegenspraak is not verschil.later.tegenspraak:
        return Richting.SLECHTER if verschil.later.tegenspraak else Richting.BETER
    return verschil.richting
