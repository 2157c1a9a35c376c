"""The sentences of a judgement, in one place so that pages, papers and the command line say the same."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.afspraken.overeenkomst import Indicator, Norm
from dashboard.basis.opmaak import (
    aantal,
    datum,
    getal,
    hoofdletter,
    ontbreekt,
    opsomming,
    percentage,
    percentage_norm,
    percentages,
    periode,
)
from dashboard.normen.interval import met_toeval
from dashboard.normen.oordeel import Oordeel
from dashboard.normen.stand import Stand
from dashboard.normen.vooruitzicht import JAREN, OPEN, UITGESLOTEN, ZEKER, Vooruitzicht
from dashboard.normen.waarneming import Staat, Waarneming


def norm_tekst(norm: Norm, indicator: Indicator, waarde: float) -> str:
    """The value of a norm without its direction: '80 %', '0,1', '13'."""
    return indicator.eenheid.norm_tekst(waarde, gemeten=norm.bron_norm != "vast")


def grens_tekst(norm: Norm, indicator: Indicator, waarde: float) -> str:
    """A norm with its direction: 'minstens 80 %', 'hoogstens 0,1', '13'."""
    tekst = norm_tekst(norm, indicator, waarde)
    return tekst if norm.richting == "precies" else f"{norm.richting} {tekst}"


def aandeel_tekst(w: Waarneming, grens: float | None, *, gemist: bool) -> str:
    """A share; with a decimal when rounding would print the norm that was missed ('79,8 %', not '80 %')."""
    tekst = percentage(w.waarde, w.noemer)
    verwarrend = gemist and grens is not None and tekst == percentage_norm(grens)
    return percentage(w.waarde, 200) if verwarrend else tekst


def tekort_tekst(norm: Norm, indicator: Indicator, tekort: float | None, w: Waarneming, *, kort: bool = False) -> str:
    """The shortfall in units: '3 verhuringen te weinig', or when `kort` '3 te weinig'; empty when the norm is kept."""
    if not tekort:
        return ""
    hoeveel = aantal(tekort, indicator.eenheid_een, indicator.eenheid_meer)
    hoeveel = hoeveel.partition(" ")[0] if kort else hoeveel
    if indicator.eenheid.ja_nee:
        return "nog niet gereed gemeld"
    kan_nog = w.lopend and not w.voorbij and not norm.te_laat_op(w.einde)
    if kan_nog and norm.aard == "jaar" and indicator.loopt_op:
        hoe = {"minstens": "te gaan", "hoogstens": "te veel", "precies": "verschil"}[norm.richting]
        nog = "nog " if norm.richting == "minstens" else ""
        return f"{nog}{hoeveel} {hoe}"
    hoe = {"minstens": "te weinig", "hoogstens": "te veel", "precies": "verschil"}[norm.richting]
    if indicator.eenheid.deel and not w.geteld:
        return f"{getal(tekort * 100, 1)} procentpunt {hoe}"
    return f"{hoeveel} {hoe}"


def toeval_tekst(indicator: Indicator, w: Waarneming) -> str:
    """How far chance alone could have moved a share: 'met toeval 51 tot 86 %'; empty where it plays no part."""
    grenzen = met_toeval(indicator, w)
    return f"met toeval {percentages(*grenzen)}" if grenzen else ""


def toeval_uitleg(indicator: Indicator) -> str:
    """What the words about chance mean and assume, shown with the definition of a figure; empty without chance."""
    if not indicator.toeval:
        return ""
    return (
        "‘Met toeval’ is hoe ver het aandeel alleen door toeval had kunnen uitvallen (Jeffreys, 95 van de honderd keer). "
        f"De verwachting voor een lopend jaar rekent met zo veel {indicator.eenheid_meer} als een gewoon jaar in de rest van "
        f"het jaar brengt. Een gewoon jaar is het gemiddelde van de laatste {JAREN} hele jaren, of minder als er niet meer "
        "zijn. Zij vallen los van elkaar uit, zoals dit jaar tot nu toe en een gewoon jaar samen."
    )


def driejaars_tekst(oordeel: Oordeel | None) -> str:
    """The judgement over three years as a remark: 'te klein; over 2023-2025: 13 van 19 (68 %), achter op schema'."""
    if oordeel is None or (drie := oordeel.driejaars) is None:
        return ""
    w = drie.waarneming
    deel = aandeel_tekst(w, drie.normwaarde, gemist=bool(drie.tekort))
    cijfer = f"{getal(w.teller)} van {getal(w.noemer)} ({deel})"
    if not drie.tegen_norm.oordeel:
        return f"ook over {w.periode} te klein: {cijfer}"
    if oordeel.hersteld:
        return f"te klein; over {w.periode}: {cijfer}, de laatste twee keer gehaald"
    return f"te klein; over {w.periode}: {cijfer}, {_stand_tekst(drie)}"


def kans_tekst(oordeel: Oordeel | None, indicator: Indicator) -> str:
    """How a running year will probably end, as a remark: 'eind 2026 minstens 80 %: onwaarschijnlijk (75 tot 81 %)'."""
    if oordeel is None or (kans := oordeel.kans) is None:
        return ""
    grens = grens_tekst(oordeel.norm, indicator, oordeel.normwaarde or 0)
    woord = _NOG.get(kans.woord, kans.woord)
    return f"eind {oordeel.waarneming.jaar} {grens}: {woord} ({percentages(kans.laag, kans.hoog)})"


# Certain only given the expected numbers; whoever reads just the word should see that.
_NOG = {ZEKER: "zeker bij de verwachte aantallen", UITGESLOTEN: "uitgesloten bij de verwachte aantallen"}


def _stand_tekst(oordeel: Oordeel) -> str:
    """The stand in words, and whether it is only indicative."""
    return f"{'indicatief ' if oordeel.indicatief else ''}{oordeel.tegen_norm.woord}"


@dataclass(frozen=True)
class Zinnen:
    """The sentences for one norm and observation."""

    norm: Norm
    indicator: Indicator
    waarneming: Waarneming
    waarde_norm: float | None

    @property
    def aanloop(self) -> str:
        """The words before the figure: planned, or up to when."""
        w = self.waarneming
        if w.soort == "plan":
            return "Gepland: "
        if w.jaren:
            return f"over {w.periode}: "
        return f"{w.periode or periode(w.jaar, w.tot_en_met)}: " if w.lopend else ""

    @property
    def cijfer(self) -> str:
        """The figure as it stands in a sentence."""
        w, ind = self.waarneming, self.indicator
        if ind.eenheid.deel and w.geteld:
            return f"{getal(w.teller)} van {getal(w.noemer)} {ind.eenheid_meer} ({aandeel_tekst(w, self.waarde_norm, gemist=w.waarde != self.waarde_norm)})"
        return ind.eenheid.zin(w.waarde, ind.eenheid_een, ind.eenheid_meer)

    @property
    def mijlpaal(self) -> str:
        """A milestone with the day it was reached; only from that day follows whether it was in time."""
        w, deadline = self.waarneming, self.norm.deadline
        if not w.waarde or w.gemeld_op is None:
            return self.cijfer
        if w.gereed_op is None:
            return f"{self.cijfer} op {datum(w.gemeld_op)}, datum van afronding onbekend"
        hoe = "" if deadline is None else ", te laat" if w.gereed_op > deadline else ", op tijd"
        return f"gereed op {datum(w.gereed_op)}{hoe}"

    @property
    def grens(self) -> str:
        """The norm with its direction."""
        return grens_tekst(self.norm, self.indicator, self.waarde_norm or 0)

    def verschil(self, tekort: float) -> str:
        """The shortfall in units."""
        return tekort_tekst(self.norm, self.indicator, tekort, self.waarneming)

    def geen_gegevens(self) -> str:
        """Why there is nothing to judge: nothing happened, not delivered, not by everybody, or delivered but not recorded."""
        w, ind = self.waarneming, self.indicator
        wanneer = w.periode or str(w.jaar)
        if w.noemer == 0 and w.geleverd:
            return f"Geen {ind.eenheid_meer} in {wanneer}."
        mist = f": {opsomming(w.mist)}" if w.mist else ""
        if ind.eenheid.deel and not ontbreekt(w.teller) and w.teller is not None:
            return f"{aantal(w.teller, ind.eenheid_een, ind.eenheid_meer)} in {w.jaar}, maar geen aandeel{mist}."
        if w.mist:
            return f"Geen gegevens over {w.jaar}{mist}."
        if w.staat is Staat.NVT:
            return "Hierover is nog nooit iets aangeleverd."
        if w.staat is Staat.NIETS:
            return f"Over {w.jaar} is nog niets aangeleverd."
        if ind.eenheid.ja_nee:
            return f"Hierover is in {wanneer} niet gemeld."
        if w.staat is Staat.DEELS and (ind.tijd == "peil" or not w.lopend):
            return f"Over {w.jaar} is nog niet alles aangeleverd."
        return f"Niet bekend over {wanneer}: wat is aangeleverd, zegt hier niets over."

    def geen_nulmeting(self) -> str:
        """That there is a figure, but nothing to compare it with."""
        return f"{hoofdletter(self.aanloop + self.cijfer)}; de nulmeting van {self.norm.nulmeting_jaar} ontbreekt."

    def geen_norm_in_jaar(self) -> str:
        """That there is a figure, but no plan or norm for its year."""
        return (
            f"{hoofdletter(self.aanloop + self.cijfer)}; voor {self.waarneming.jaar} is niets gepland of vastgesteld."
        )

    def te_klein(self, tekort: float, klein: int, drie: Oordeel | None, *, hersteld: bool) -> str:
        """The numbers without a judgement, and the judgement over three years when there is one.

        `hersteld` is when the last two years each kept the norm.
        """
        verschil = f"; {self.verschil(tekort)} voor de norm van {self.grens}" if tekort else ""
        zin = f"{hoofdletter(self.aanloop + self.cijfer)}{verschil}. Te klein om te beoordelen: minder dan {klein}."
        if drie is None:
            return zin
        samen = Zinnen(self.norm, self.indicator, drie.waarneming, drie.normwaarde)
        if not drie.tegen_norm.oordeel:
            return f"{zin} Ook over {drie.waarneming.periode} te klein: {samen.cijfer}."
        if hersteld:
            return f"{zin} {hoofdletter(samen.aanloop)}{samen.cijfer}, de laatste twee keer gehaald."
        tekort_samen = f": {samen.verschil(drie.tekort)}" if drie.tekort else ""
        return f"{zin} {hoofdletter(samen.aanloop)}{samen.cijfer}{tekort_samen}; {_stand_tekst(drie)}."

    def vooruitzicht(self, kans: Vooruitzicht) -> str:
        """How the year will probably end, and with how many cases to come."""
        jaar, ind = self.waarneming.jaar, self.indicator
        nog = f"nog ongeveer {aantal(kans.nog, ind.eenheid_een, ind.eenheid_meer)}"
        if kans.woord in (ZEKER, UITGESLOTEN):
            uitkomst = f"{jaar} komt{' niet meer' if kans.woord == UITGESLOTEN else ''} uit op {self.grens}"
            if not kans.nog:
                return f"{uitkomst}: er worden geen {ind.eenheid_meer} meer verwacht."
            return f"{uitkomst}, hoe {nog} ook {'uitvalt' if kans.nog == 1 else 'uitvallen'}."
        band = f"met {nog} wordt het naar verwachting {percentages(kans.laag, kans.hoog)}"
        if kans.woord == OPEN:
            return f"Of {jaar} uitkomt op {self.grens}, {kans.woord}: {band}."
        return f"Dat {jaar} uitkomt op {self.grens}, is {kans.woord}: {band}."

    def verlopen(self, stand: Stand | None, tekort: float) -> str:
        """The official answer (no norm), then the outcome against the last known one."""
        tot = f" t/m {self.norm.geldig_tot.year}" if self.norm.geldig_tot else ""
        zin = f"Geen norm vastgesteld voor {self.waarneming.jaar}."
        if stand is None:
            return zin
        verschil = f", {self.verschil(tekort)}" if tekort else ""
        return f"{zin} Tegen de laatst bekende norm, {self.grens}{tot}: {stand.woord}{verschil}; {self.aanloop}{self.cijfer}."

    def oordeel(self, stand: Stand, tekort: float, gehaald_in: int | None) -> str:
        """The sentence for a stand that judges."""
        norm, w = self.norm, self.waarneming
        te_laat = norm.deadline is not None and gehaald_in is not None and gehaald_in > norm.deadline.year
        if self.indicator.eenheid.ja_nee:
            termijn = f"afgesproken voor {datum(norm.deadline)}" if norm.deadline else "er is geen datum afgesproken"
            return f"{hoofdletter(self.mijlpaal)}; {termijn}."
        zin = f"{hoofdletter(self.aanloop + self.cijfer)}, norm {self.grens}"
        if norm.aard == "doel" and norm.deadline is not None:
            zin += f" op {datum(norm.deadline)}"
        if stand is Stand.GEREED:
            return f"{zin}: gehaald{f' in {gehaald_in}, na de afgesproken datum' if te_laat else ''}."
        if tekort:
            zin += f": {self.verschil(tekort)}"
        if norm.aard == "doel" and norm.deadline is None:
            zin += "; er is geen datum afgesproken"
        if w.lopend and norm.aard == "jaar":
            if tekort and norm.te_laat_op(w.einde):
                zin += f"; {datum(norm.uiterlijk_in(w.jaar))} was de laatste dag"
            else:
                zin += "; nog niet alles is aangeleverd" if w.voorbij else "; het jaar loopt nog"
        return f"{zin}."
