"""The rules for points of attention: which situations the monitor recognises, and how a sentence is written as data.

A sentence has places between braces, and parts between square brackets that are left out when a place in them is empty:
`{titel}[, {deel}]: {cijfer} in {periode}[; was {was}].` A place that can be empty must be in such a part, or the
sentence would have a hole; the loader checks that.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from dashboard.tabellen.tabel import Fout, Rij

BESTAND = "aandachtregels.csv"
_CIJFER = ("titel", "cijfer")
_ROND_CIJFER = ("deel", "teller", "noemer", "was", "nu", "andere", "besluit")
_TEKORT = ("norm", "tekort", "tekort_voluit")


@dataclass(frozen=True)
class Situatie:
    """When it occurs (Dutch), and the places in a sentence about it: those always known, and those that may be empty."""

    wanneer: str
    altijd: tuple[str, ...]
    soms: tuple[str, ...] = ()


SITUATIES: Mapping[str, Situatie] = MappingProxyType(
    {
        "tegenspraak": Situatie(
            "melding en cijfer kunnen niet allebei kloppen",
            (*_CIJFER, "gemeld", "berekend"),
            (*_ROND_CIJFER, *_TEKORT, "periode", "norm_tot", "termijn"),
        ),
        "besluit_gevraagd": Situatie("een trekker vraagt om een besluit", ("besluit", "gemeld", "reden")),
        "achter": Situatie("een geldende norm is niet gehaald", (*_CIJFER, *_TEKORT, "periode"), _ROND_CIJFER),
        "achter_oude_norm": Situatie(
            "de laatst bekende norm zou niet gehaald zijn", (*_CIJFER, *_TEKORT, "periode", "norm_tot"), _ROND_CIJFER
        ),
        "mijlpaal_te_laat": Situatie(
            "iets is niet gereed en de datum is voorbij", (*_CIJFER, "termijn"), ("andere", "besluit")
        ),
        "gemeld_achter": Situatie("een trekker meldt dat het achter ligt", ("reden",)),
        "norm_verlopen": Situatie(
            "een norm is afgelopen en er is sindsdien niets besloten",
            (*_CIJFER, "periode", "norm_tot"),
            (*_ROND_CIJFER, *_TEKORT),
        ),
        "nulmeting_ontbreekt": Situatie(
            "er is niets om mee te vergelijken", (*_CIJFER, "periode", "nulmeting_jaar"), _ROND_CIJFER
        ),
        "normen_afgelopen": Situatie(
            "de overeenkomst loopt door, en normen erin zijn afgelopen", ("doorloop", "aantal", "afspraken")
        ),
        "levering_te_laat": Situatie(
            "een corporatie leverde minder ver dan de andere", ("wie", "tabel", "tot", "anderen_tot")
        ),
        "rijen_weggelaten": Situatie(
            "uit een levering zijn rijen met fouten weggelaten", ("levering", "tabel", "aantal"), ("wie",)
        ),
    }
)
_DEEL = re.compile(r"\[([^\[\]]*)\]")
_PLEK = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True)
class Aandachtregel:
    """One kind of point: when (`situatie`, perhaps for one indicator only), how heavy, and in which words."""

    regel: str
    situatie: str
    indicator: str | None
    gewicht: int
    sjabloon: str
    actief: bool

    def zin(self, plaatsen: Mapping[str, str]) -> str:
        """The sentence, with every place filled; parts with an empty place are left out."""

        def deel(gevonden: re.Match[str]) -> str:
            tekst = gevonden[1]
            return tekst if all(plaatsen.get(plek) for plek in _PLEK.findall(tekst)) else ""

        return _PLEK.sub(lambda plek: plaatsen[plek[1]], _DEEL.sub(deel, self.sjabloon))


def controleer_aandachtregels(rijen: Sequence[Rij]) -> list[Fout]:
    """Faults in the rules: a place must exist and, if it may be empty, be in a part; a situation has one rule."""
    fouten = []
    eerder: dict[tuple[str, str | None], int] = {}
    for rij in rijen:
        fouten += [rij.fout("sjabloon", gevonden, wat) for gevonden, wat in _fouten_in(rij)]
        if rij["actief"]:
            ander = eerder.setdefault((rij["situatie"], rij["indicator"]), rij.nummer)
            if ander != rij.nummer:
                verwacht = f"een andere situatie of indicator dan de actieve regel op rij {ander}"
                fouten.append(rij.fout("situatie", rij["situatie"], verwacht))
    return fouten


def _fouten_in(rij: Rij) -> list[tuple[str, str]]:
    """The faults in a sentence: the text found, and what was expected."""
    situatie, sjabloon = SITUATIES[rij["situatie"]], rij["sjabloon"]
    kaal = _DEEL.sub("", sjabloon)
    if los := re.search(r"[{}\[\]]", _PLEK.sub("", _DEEL.sub(r"\1", sjabloon))):
        return [(los[0], "haken in paren: {plek} en [deel dat kan wegvallen], niet in elkaar")]
    bekend = [*situatie.altijd, *situatie.soms]
    fouten = [
        (f"{{{plek}}}", "een van: " + ", ".join(f"{{{naam}}}" for naam in bekend))
        for plek in _PLEK.findall(sjabloon)
        if plek not in bekend
    ]
    return fouten + [
        (f"{{{plek}}}", "deze plek tussen [ en ], want zij kan leeg zijn")
        for plek in _PLEK.findall(kaal)
        if plek in situatie.soms
    ]
