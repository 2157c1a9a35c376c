"""What a paper is about: which stand, what somebody chose of it, and what every page of it must say."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from dashboard.afspraken import Indicator, Thema
from dashboard.basis.opmaak import datum, opsomming
from dashboard.basis.zinnen import NIETS_GEPUBLICEERD
from dashboard.cijfers import Keuze
from dashboard.grafieken import keuze_tekst
from dashboard.monitor import Monitor
from dashboard.standen.afspraakstand import Afspraakstand, ontbrekende_rijen, standen_van
from dashboard.vergelijken.publicaties import voluit
from dashboard.verhaal import Punt, aandachtspunten

FICTIEF = "Verzonnen voorbeeldgegevens (fictief)"
_GEWIJZIGD = "De afspraken of normen zijn sinds deze publicatie gewijzigd; beoordeeld is met die van nu"


@dataclass(frozen=True)
class Uitgave:
    """A publication as a paper shows it, and only what was chosen. `eerder` is what people saw at the overleg before."""

    monitor: Monitor
    eerder: Monitor | None = None
    keuze: Keuze = field(default_factory=Keuze)
    thema: Thema | None = None

    @property
    def titel(self) -> str:
        """The name of the agreement."""
        return self.monitor.overeenkomst.gemeente.titel

    @property
    def stand(self) -> str:
        """'overleg oktober 2026, publicatie 3 van 21 oktober 2026, 16.30 uur'."""
        return voluit(self.monitor.publicatie)

    @property
    def gekozen(self) -> str:
        """The filters in words, also when there are none: 'alle thema's, hele gemeente'."""
        keuze, themas = self.keuze, self.monitor.overeenkomst.themas
        delen = [f"thema {self.thema.thema}, {self.thema.naam}" if self.thema and len(themas) > 1 else "alle thema's"]
        delen.append(keuze_tekst(self.monitor, keuze))
        if keuze.van is not None and keuze.tot is not None:
            delen.append(f"{keuze.van} t/m {keuze.tot}")
        eigen = [d.omschrijving for d in self.monitor.overeenkomst.definities if d.sleutel in keuze.anders]
        delen += [f"anders geteld dan afgesproken: {opsomming(dict.fromkeys(eigen))}"] if eigen else []
        return "; ".join(delen)

    @cached_property
    def let_op(self) -> tuple[str, ...]:
        """What a reader must know before any figure: invented, incomplete, or judged by other norms than those of then."""
        publicatie = self.monitor.publicatie
        gewijzigd = publicatie and publicatie.afspraken not in ("", self.monitor.overeenkomst.vingerafdruk)
        weg = ontbrekende_rijen(self.monitor)
        return tuple(
            filter(
                None,
                [
                    FICTIEF if self.monitor.fictief() else "",
                    NIETS_GEPUBLICEERD.rstrip(".") if publicatie is None else "",
                    f"Let op: {weg}" if weg else "",
                    _GEWIJZIGD if gewijzigd else "",
                ],
            )
        )

    @property
    def gegevens_tot(self) -> str:
        """How far the figures reach."""
        return datum(self.monitor.volledigheid.peildatum)

    @property
    def indicatoren(self) -> list[Indicator]:
        """The figures in it, counted as chosen, in the order of the agreement."""
        overeenkomst = self.monitor.overeenkomst
        return [
            overeenkomst.anders_geteld(indicator, self.keuze.anders)
            for indicator in overeenkomst.indicatoren
            if self.thema is None or indicator.thema == self.thema.thema
        ]

    @property
    def standen(self) -> list[Afspraakstand]:
        """The afspraken in it, with both standen."""
        return [
            stand
            for stand in standen_van(self.monitor)
            if self.thema is None or stand.afspraak.thema == self.thema.thema
        ]

    @cached_property
    def punten(self) -> list[Punt]:
        """What to discuss, as the overview gives it, or as the page of a theme does."""
        toen = standen_van(self.eerder) if self.eerder else ()
        return aandachtspunten(self.monitor, self.standen, toen, self.keuze, leveringen=self.thema is None)
