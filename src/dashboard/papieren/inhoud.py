"""What stands on each sheet of the workbook: the afspraken, what to discuss, every figure, definitions and deliveries."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dashboard.afspraken import Indicator
from dashboard.basis.opmaak import datum
from dashboard.cijfers import cijfer
from dashboard.cijfers.definitie import bronregel, definitie
from dashboard.papieren.blad import GEEN_WAARDE, Blad, Cel, Verwijzing, aantal, ja_nee, jaartal
from dashboard.papieren.cijferblad import cijferblad, cijfersleutel
from dashboard.papieren.uitgave import Uitgave
from dashboard.standen.afspraakstand import Afspraakstand, berekend_of_geen, samenvatting
from dashboard.verhaal import afspraakzin, zin_voor

INHOUD = "inhoud"
_GEEN_CIJFER = "geen cijfer"
_MELDING = (
    ("", "toelichting"),
    ("Oorzaak: ", "oorzaak"),
    ("Gevolg: ", "gevolg"),
    ("Bijsturing: ", "bijsturing"),
    ("Besluit gevraagd: ", "besluit_gevraagd"),
)


def bladen(uitgave: Uitgave) -> list[Blad]:
    """Every sheet, the contents first."""
    overzicht = [_overzicht(uitgave), _bespreken(uitgave)]
    cijfers = [cijferblad(uitgave, indicator) for indicator in uitgave.indicatoren]
    achteraan = [_definities(uitgave), _leveringen(uitgave)]
    return [_inhoud(uitgave, overzicht, achteraan), *overzicht, *cijfers, *achteraan]


def _inhoud(uitgave: Uitgave, vooraan: list[Blad], achteraan: list[Blad]) -> Blad:
    """The contents: every sheet with a link, and of a figure the newest value as the tiles show it."""
    streep = (GEEN_WAARDE,) * 4
    regels = (f"Gegevens t/m: {uitgave.gegevens_tot}.", uitgave.monitor.overeenkomst.gemeente.ondertitel)
    rijen: list[tuple[Cel, ...]] = [(Verwijzing(blad.naam, blad.sleutel), blad.titel, *streep) for blad in vooraan]
    themas = {thema.thema: f"{thema.thema}. {thema.naam}" for thema in uitgave.monitor.overeenkomst.themas}
    for indicator in uitgave.indicatoren:
        titel, *nieuwste = _nieuwste(uitgave, indicator)
        rijen.append((Verwijzing(titel, cijfersleutel(indicator)), themas[indicator.thema], *nieuwste))
    rijen += [(Verwijzing(blad.naam, blad.sleutel), blad.titel, *streep) for blad in achteraan]
    kop = ("blad", "wat", "nieuwste cijfer", "periode", "norm", "stand")
    return Blad(INHOUD, "Inhoud", uitgave.titel, kop, tuple(rijen), regels)


def _nieuwste(uitgave: Uitgave, indicator: Indicator) -> tuple[str, str, str, str, str]:
    """The title, the newest figure, its period, its norm and its stand, as the tiles of the screen say them."""
    if indicator.eenheid.klassen:
        return indicator.titel, "een verdeling", GEEN_WAARDE, GEEN_WAARDE, GEEN_WAARDE
    nu = cijfer(uitgave.monitor, indicator, uitgave.keuze, uitgave.eerder)
    stand = nu.stand.woord if nu.stand else GEEN_WAARDE
    if nu.oordeel and nu.oordeel.indicatief:
        stand += f"; indicatief {nu.oordeel.indicatief.woord}"
    return nu.titel, nu.tekst, nu.periode_tekst or GEEN_WAARDE, nu.norm_tekst or GEEN_WAARDE, stand


def _overzicht(uitgave: Uitgave) -> Blad:
    kop = (
        *("nr.", "onderwerp", "trekker", "gemeld", "gemeld op", "berekend", "jaar", "indicatief", "tegenspraak"),
        *("wat het cijfer zegt", "toelichting van de trekker"),
    )
    rijen = tuple(_afspraak(uitgave, stand) for stand in uitgave.standen)
    regels = [f"{samenvatting(uitgave.standen)}."]
    if uitgave.keuze.niveau != "gemeente":
        regels.append(
            "De standen van de afspraken gaan over de hele afspraak, ook bij een keuze van kern of corporatie."
        )
    return Blad("overzicht", "Overzicht", "Alle afspraken met beide standen", kop, rijen, tuple(regels))


def _afspraak(uitgave: Uitgave, stand: Afspraakstand) -> tuple[Cel, ...]:
    monitor, afspraak = uitgave.monitor, stand.afspraak
    berekend, nu = berekend_of_geen(monitor, stand), stand.loopt
    zegt = [
        afspraakzin(monitor, stand),
        f"Nu: {zin_voor(monitor, nu)}" if nu and nu is not stand.weerspreekt else "",
        f"Nog niet alles is aangeleverd. {'; '.join(stand.ontbreekt)}." if stand.ontbreekt else "",
    ]
    return (
        afspraak.afspraak,
        afspraak.onderwerp,
        monitor.overeenkomst.trekkers(afspraak.trekker),
        stand.gemeld.woord if stand.gemeld else "niet gemeld",
        max((rij["peildatum"] for rij in stand.meldingen), default=GEEN_WAARDE),
        berekend.woord if berekend else _GEEN_CIJFER,
        jaartal(stand.jaar) if stand.jaar else GEEN_WAARDE,
        stand.indicatief.woord if stand.indicatief else GEEN_WAARDE,
        ja_nee(stand.tegenspraak),
        "\n".join(filter(None, zegt)) or GEEN_WAARDE,
        "\n".join(_melding(rij, bij=len(stand.meldingen) > 1) for rij in stand.meldingen) or GEEN_WAARDE,
    )


def _melding(rij: dict[str, Any], *, bij: bool) -> str:
    """A report in words, with the action it is about where there are several."""
    ronde = f", ronde {rij['ronde']}" if rij["ronde"] else ""
    wat = f"{rij['actie']}{ronde}: " if bij and rij["actie"] else ""
    return wat + "\n".join(f"{woord}{rij[veld]}" for woord, veld in _MELDING if rij[veld])


def _bespreken(uitgave: Uitgave) -> Blad:
    kop = ("nr.", "onderwerp", "gemeld", "berekend", "wat er is", "gewicht")
    rijen = tuple(
        (
            aantal(nr),
            punt.kop,
            punt.gemeld.woord if punt.gemeld else GEEN_WAARDE,
            punt.berekend.tegen_norm.woord if punt.berekend else GEEN_WAARDE,
            punt.zin,
            aantal(punt.gewicht),
        )
        for nr, punt in enumerate(uitgave.punten, start=1)
    )
    titel = "Wat het overleg moet bespreken, het zwaarste eerst"
    regels = ("Gemeld en berekend staan erbij waar zij elkaar tegenspreken.",)
    return Blad("bespreken", "Te bespreken", titel, kop, rijen, regels, "Geen enkele regel geeft nu een punt.")


def _definities(uitgave: Uitgave) -> Blad:
    def rijen() -> Iterator[tuple[Cel, ...]]:
        for indicator in uitgave.indicatoren:
            bron = bronregel(uitgave.monitor, indicator)
            eigen = [*definitie(uitgave.monitor, indicator), ("Bron", bron.removeprefix("Bron: "))]
            for onderdeel, tekst in eigen:
                yield Verwijzing(indicator.titel, cijfersleutel(indicator)), onderdeel, tekst

    titel = "Hoe elk cijfer is berekend, en waar het vandaan komt"
    return Blad("definities", "Definities en bronnen", titel, ("cijfer", "onderdeel", "tekst"), tuple(rijen()))


def _leveringen(uitgave: Uitgave) -> Blad:
    kort = uitgave.monitor.overeenkomst.kort
    kop = (
        *("levering", "tabel", "corporatie", "vanaf", "tot en met", "hele periode", "bestand", "rijen", "weggelaten"),
        *("ontvangen", "van", "verzonnen"),
    )
    rijen = tuple(
        (
            rij["upload_id"],
            rij["tabel"],
            kort.get(rij["corporatie"], rij["corporatie"] or "alle partijen samen"),
            rij["periode_van"],
            rij["periode_tot"],
            "ja" if rij["hele_periode"] else "nee, losse rijen",
            rij["bestand"],
            aantal(rij["rijen"]),
            aantal(rij["weggelaten"]),
            rij["aangeleverd_op"],
            rij["aangeleverd_door"],
            ja_nee(rij["fictief"]),
        )
        for rij in uitgave.monitor.volledigheid.leveringen
    )
    laatste = uitgave.monitor.volledigheid.peildatum
    regels = (f"Alle cijfers rusten op deze leveringen{f', tot en met {datum(laatste)}' if laatste else ''}.",)
    leeg = "Er is nog niets aangeleverd."
    return Blad("leveringen", "Leveringen", "Waar de cijfers op rusten", kop, rijen, regels, leeg)
