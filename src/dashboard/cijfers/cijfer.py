"""A figure in words: for whom, how much, against which norm, and what it was at the last overleg.

Pages, papers and the command line show figures in different shapes; what they say is decided here, once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from dashboard.afspraken import Indicator, Norm, Overeenkomst, Thema
from dashboard.basis.opmaak import aantal, datum, getal, ontbreekt, opsomming, periode
from dashboard.cijfers.keuze import Keuze
from dashboard.monitor import Monitor
from dashboard.normen import (
    ANDERS,
    TOTAAL,
    Oordeel,
    Stand,
    Waarneming,
    aandeel_tekst,
    driejaars_tekst,
    grens_tekst,
    kans_tekst,
    tekort_tekst,
    toeval_tekst,
)


@dataclass(frozen=True)
class Cijfer:
    """The newest figure of an indicator for a choice, in words, with its judgement and what it was before.

    `heel` is the newest whole year beside a year that is not whole; None where the figure is whole itself.
    """

    indicator: Indicator
    titel: str
    tekst: str
    norm_tekst: str
    was_tekst: str
    waarneming: Waarneming | None
    oordeel: Oordeel | None
    heel: Waarneming | None = None

    @property
    def stand(self) -> Stand | None:
        """The official stand; None where no norm is about this figure."""
        if self.waarneming is None or not is_gevuld(self.waarneming):
            return Stand.GEEN_GEGEVENS
        return self.oordeel.stand if self.oordeel else None

    @property
    def periode_tekst(self) -> str:
        """'2025' or '2026 t/m K3'; the small print says who is behind."""
        return _periode(self.waarneming)

    @property
    def verder_tekst(self) -> str:
        """What a reader must know before using the figure: the last whole year, the share over three, how it will end."""
        w = self.heel
        heel = f"heel {w.jaar}: {waarde_tekst(self.indicator, w)}" if w else ""
        return " · ".join(filter(None, [heel, driejaars_tekst(self.oordeel), kans_tekst(self.oordeel, self.indicator)]))

    @property
    def klein_tekst(self) -> str:
        """The small print: figures beside a median, n, the interval of chance, how far the data reach, who is behind."""
        w = self.waarneming
        if w is None:
            return ""
        n = "" if ontbreekt(w.noemer) else f"n = {getal(w.noemer)}"
        achter = w.periode.partition("(")[2].rstrip(")")
        return " · ".join(
            filter(
                None,
                [
                    *erbij_teksten(self.indicator, w),
                    n,
                    toeval_tekst(self.indicator, w),
                    f"gegevens t/m {datum(w.einde)}",
                    achter,
                ],
            )
        )


def is_gevuld(w: Waarneming) -> bool:
    """Whether there is a figure at all: a share of nothing is none."""
    return not ontbreekt(w.waarde) and w.noemer != 0


def is_aangeleverd(monitor: Monitor, indicator: Indicator) -> bool:
    """Whether anybody ever delivered what this figure is made of, at any level that it is shown at."""
    return any(monitor.waarnemingen(indicator, niveau) for niveau in indicator.niveaus)


def waarde_tekst(indicator: Indicator, w: Waarneming | None) -> str:
    """A value in the notation of its indicator."""
    if w is None or not is_gevuld(w):
        return "geen gegevens"
    return indicator.eenheid.tekst(w.waarde, w.noemer)


def erbij_teksten(indicator: Indicator, w: Waarneming) -> list[str]:
    """Other figures to show beside this one, such as 'gemiddeld 41,2' and 'P90 74,0' beside a median, and how many rows
    are not in it because something is not known of them.
    """
    woorden = [f"{woord} {indicator.eenheid.tekst(waarde)}" for woord, waarde in w.erbij if not ontbreekt(waarde)]
    return [*woorden, *onbekend_teksten(w.onbekend)]


def onbekend_teksten(hoeveel: int) -> list[str]:
    """How many lettings are left out because it is not known whether they belong in the figure; nothing without any."""
    wie = aantal(hoeveel, "verhuring telt", "verhuringen tellen")
    return [f"{wie} niet mee: niet bekend of het nieuwbouw is"] if hoeveel else []


def met_aantallen(indicator: Indicator, w: Waarneming | None) -> str:
    """A figure with what it rests on: '82 % (14 van 17)', '38 (n = 120)'."""
    if w is None or not is_gevuld(w):
        return "geen gegevens"
    if indicator.eenheid.deel and not ontbreekt(w.teller):
        return f"{waarde_tekst(indicator, w)} ({getal(w.teller)} van {getal(w.noemer)})"
    return waarde_tekst(indicator, w) + (f" (n = {getal(w.noemer)})" if not ontbreekt(w.noemer) else "")


def cijfer(monitor: Monitor, indicator: Indicator, keuze: Keuze, vorige: Monitor | None) -> Cijfer:
    """The newest figure for a choice, with its judgement when a norm is about exactly this part.

    Without a choice, a figure whose only norm is about one party or kern is shown for that part: nothing was agreed about
    the rest. A figure that only exists per kern is shown as a range.
    """
    indicator = monitor.overeenkomst.anders_geteld(indicator, keuze.anders)
    titel = indicator.titel
    if keuze.niveau == "gemeente" and (deel := _enige_deel(monitor, indicator)) is not None:
        keuze = replace(keuze, corporatie=deel.corporatie, kernen=(deel.kern,) if deel.kern else ())
        titel = f"{titel} ({monitor.overeenkomst.kort.get(deel.corporatie or '', deel.kern or '')})"
    if keuze.niveau == "gemeente" and "gemeente" not in indicator.niveaus:
        return _bereik(monitor, indicator, keuze, vorige)
    reeks = reeks_voor(monitor, indicator, keuze)
    nieuwste = _nieuwste(reeks)
    eerder = _nieuwste(reeks_voor(vorige, indicator, keuze)) if vorige else None
    oordeel = oordeel_bij(monitor, indicator, keuze.niveau, nieuwste) if nieuwste else None
    tekst = waarde_tekst(indicator, nieuwste)
    if indicator.eenheid.deel and oordeel and nieuwste and is_gevuld(nieuwste):
        tekst = aandeel_tekst(nieuwste, oordeel.normwaarde, gemist=bool(oordeel.tekort))
    norm = norm_tekst(indicator, oordeel) if oordeel else _norm_elders(monitor, indicator, keuze)
    was = _was(tekst, _periode(nieuwste), waarde_tekst(indicator, eerder), _periode(eerder)) if eerder else ""
    return Cijfer(indicator, titel, tekst, norm, was, nieuwste, oordeel, _heel(indicator, nieuwste, reeks))


def hoofdcijfer(overeenkomst: Overeenkomst, thema: Thema) -> Indicator | None:
    """The main figure of a theme that most norms are about; None in a theme without figures."""

    def gewicht(indicator: Indicator) -> tuple[bool, int]:
        return indicator.hoofd, sum(norm.indicator == indicator.indicator for norm in overeenkomst.normen)

    return max((i for i in overeenkomst.indicatoren if i.thema == thema.thema), key=gewicht, default=None)


def norm_tekst(indicator: Indicator, oordeel: Oordeel) -> str:
    """A norm with its shortfall, as the second line of a tile."""
    norm = oordeel.norm
    if oordeel.normwaarde is None:
        if norm.bron_norm == "nulmeting":
            return f"nulmeting {norm.nulmeting_jaar} ontbreekt"
        return f"niets gepland voor {oordeel.waarneming.jaar}"
    grens = grens_tekst(norm, indicator, oordeel.normwaarde)
    tekort = tekort_tekst(norm, indicator, oordeel.tekort, oordeel.waarneming)
    if not oordeel.geldig and norm.geldig_tot is not None:
        grens = f"{grens} (gold t/m {norm.geldig_tot.year})"
    return " · ".join(filter(None, [f"norm {grens}", tekort, ANDERS if oordeel.definitie else ""]))


def reeks_voor(monitor: Monitor, indicator: Indicator, keuze: Keuze) -> list[Waarneming]:
    """The realised observations for a choice, by year; none when this figure does not exist for the chosen part."""
    niveau = "gemeente" if keuze.niveau == "selectie" else keuze.niveau
    if niveau not in indicator.niveaus:
        return []  # a figure of the whole would mislead
    if niveau != "gemeente":
        # One query for all parts, whose answer is kept, serves every choice of a single part.
        deel = (keuze.corporatie or TOTAAL, keuze.kernen[0] if keuze.kernen else TOTAAL)
        gevonden = [w for w in monitor.waarnemingen(indicator, niveau) if (w.corporatie, w.kern) == deel]
    else:
        gevonden = monitor.waarnemingen(indicator, niveau, **keuze.filters)
    return sorted((w for w in gevonden if w.soort != "plan" and keuze.binnen(w.jaar)), key=lambda w: w.jaar)


def oordelen_bij(monitor: Monitor, indicator: Indicator, niveau: str, w: Waarneming) -> list[Oordeel]:
    """The judgements on an observation: those of a norm that counts and holds come first, then the furthest target."""
    eigen = [
        oordeel
        for oordeel in monitor.oordelen_over(indicator, niveau)
        if (oordeel.waarneming.jaar, oordeel.waarneming.corporatie, oordeel.waarneming.kern, oordeel.waarneming.soort)
        == (w.jaar, w.corporatie, w.kern, w.soort)
    ]
    return sorted(eigen, key=lambda o: (not o.norm.telt_mee, not o.geldig, -(o.normwaarde or 0)))


def oordeel_bij(monitor: Monitor, indicator: Indicator, niveau: str, w: Waarneming) -> Oordeel | None:
    """The judgement on an observation that is shown beside it; None where no norm is about it."""
    return next(iter(oordelen_bij(monitor, indicator, niveau, w)), None)


def normen_voor(
    monitor: Monitor, indicator: Indicator, niveau: str, corporatie: str = TOTAAL, kern: str = TOTAAL
) -> list[Norm]:
    """The norms about this indicator at this level and for this part, in the order of the data."""
    return [
        norm
        for norm in monitor.overeenkomst.normen
        if norm.indicator == indicator.indicator
        and norm.niveau == niveau
        and norm.corporatie in (None, corporatie)
        and norm.kern in (None, kern)
    ]


def _nieuwste(reeks: list[Waarneming]) -> Waarneming | None:
    gevuld = [w for w in reeks if is_gevuld(w)]
    return (gevuld or reeks)[-1] if reeks else None


def _heel(indicator: Indicator, nieuwste: Waarneming | None, reeks: list[Waarneming]) -> Waarneming | None:
    """The newest whole year before a year of events that is not whole: parts of a year are no year."""
    if nieuwste is None or not nieuwste.lopend or indicator.tijd != "stroom" or indicator.eenheid.klassen:
        return None
    heel = [w for w in reeks if is_gevuld(w) and not w.lopend and w.jaar < nieuwste.jaar]
    return heel[-1] if heel else None


def _periode(w: Waarneming | None) -> str:
    """The period without who is missing, which the small print says; never a bare year when it is not whole."""
    if w is None:
        return ""
    tekst = periode(w.jaar, w.tot_en_met)
    return f"{tekst} (niet heel)" if w.lopend and tekst == str(w.jaar) else tekst


def _was(nu: str, nu_periode: str, toen: str, toen_periode: str) -> str:
    if toen == nu:
        return "gelijk aan vorige overleg" if toen_periode == nu_periode else f"gelijk aan {toen_periode}"
    return f"vorige overleg: {toen} ({toen_periode})"


def _enige_deel(monitor: Monitor, indicator: Indicator) -> Norm | None:
    """The norm that limits this figure to one corporatie or kern, when all its norms do so and agree."""
    normen = [norm for norm in monitor.overeenkomst.normen if norm.indicator == indicator.indicator]
    delen = {(norm.corporatie, norm.kern) for norm in normen}
    return normen[0] if len(delen) == 1 and delen != {(None, None)} else None


def _norm_elders(monitor: Monitor, indicator: Indicator, keuze: Keuze) -> str:
    """The norms at a lower level, summed up: 'norm per corporatie: 1 van 2 gehaald in 2025'."""
    for niveau in ("corporatie", "kern") if keuze.niveau == "gemeente" else ():
        oordelen = [
            o
            for o in monitor.oordelen_over(indicator, niveau)
            if o.norm.telt_mee and not o.waarneming.lopend and o.tegen_norm.oordeel
        ]  # a year that nobody delivered never takes the place of one that somebody did
        jaar = max((o.waarneming.jaar for o in oordelen), default=0)
        beoordeeld = [o for o in oordelen if o.waarneming.jaar == jaar]
        if beoordeeld:
            gehaald = sum(not o.tekort for o in beoordeeld)
            zin = f"norm per {niveau}: {gehaald} van {len(beoordeeld)} gehaald in {jaar}"
            return f"{zin}, {ANDERS}" if indicator.definitie else zin
    normen = [norm for norm in monitor.overeenkomst.normen if norm.indicator == indicator.indicator]
    if not normen:
        return "geen norm afgesproken"
    nabij = [norm for norm in normen if norm.niveau == ("kern" if keuze.kernen else "corporatie")] or normen
    return f"de norm geldt {opsomming(dict.fromkeys(_voor_wie(monitor.overeenkomst, norm) for norm in nabij))}"


def _voor_wie(overeenkomst: Overeenkomst, norm: Norm) -> str:
    """For which part a norm was agreed: 'per kern', 'voor Dorp'."""
    if norm.niveau == "gemeente":
        return "voor de hele gemeente"
    enige = overeenkomst.kort.get(norm.corporatie or "", norm.kern)
    return f"voor {enige}" if enige else f"per {norm.niveau}"


def _bereik(monitor: Monitor, indicator: Indicator, keuze: Keuze, vorige: Monitor | None) -> Cijfer:
    """Lowest to highest over the kernen, in the newest year with figures; parts of such a figure cannot be added up."""

    def laag_hoog(van: Monitor) -> list[Waarneming]:
        alle = [w for w in van.waarnemingen(indicator, "kern") if is_gevuld(w) and keuze.binnen(w.jaar)]
        jaar = max((w.jaar for w in alle), default=0)
        return sorted((w for w in alle if w.jaar == jaar), key=lambda w: w.waarde or 0)

    def tekst(delen: list[Waarneming]) -> str:
        return (
            f"{waarde_tekst(indicator, delen[0])} – {waarde_tekst(indicator, delen[-1])}" if delen else "geen gegevens"
        )

    nu, toen = laag_hoog(monitor), laag_hoog(vorige) if vorige else []
    uitleg = f"laagste {nu[0].kern}, hoogste {nu[-1].kern}; {len(nu)} kernen" if nu else ""
    was = _was(tekst(nu), _periode(nu[0]), tekst(toen), _periode(toen[0])) if nu and toen else ""
    return Cijfer(indicator, indicator.titel, tekst(nu), uitleg, was, nu[-1] if nu else None, None)
