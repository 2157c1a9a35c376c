"""The columns whose values must exist in another file, for the loader to check."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Verwijzing:
    """A column whose filled cells must exist in another file; with `splitsen` a cell holds several, joined by ';'."""

    tabel: str
    kolom: str
    naar: str
    naar_kolom: str
    splitsen: bool = False


VERWIJZINGEN: tuple[Verwijzing, ...] = (
    Verwijzing("afspraken", "thema", "themas", "thema"),
    Verwijzing("afspraken", "vervolg_op", "afspraken", "afspraak"),
    Verwijzing("afspraken", "trekker", "partijen", "partij", splitsen=True),
    Verwijzing("acties", "afspraak", "afspraken", "afspraak"),
    Verwijzing("acties", "trekker", "partijen", "partij", splitsen=True),
    Verwijzing("acties", "ronde_van", "acties", "agenda_nr"),
    Verwijzing("partijen", "hoort_bij", "corporaties", "corporatie"),
    Verwijzing("kernen", "eerste_partner", "corporaties", "corporatie"),
    Verwijzing("plan", "corporatie", "corporaties", "corporatie"),
    Verwijzing("jaarcyclus", "afspraak", "afspraken", "afspraak"),
    Verwijzing("kengetallen", "afspraak", "afspraken", "afspraak"),
    Verwijzing("indicatoren", "afspraak", "afspraken", "afspraak"),
    Verwijzing("definities", "indicator", "indicatoren", "indicator"),
    Verwijzing("normen", "afspraak", "afspraken", "afspraak"),
    Verwijzing("normen", "indicator", "indicatoren", "indicator"),
    Verwijzing("normen", "corporatie", "corporaties", "corporatie"),
    Verwijzing("normen", "kern", "kernen", "kern"),
    Verwijzing("aandachtregels", "indicator", "indicatoren", "indicator"),
)
