"""The sentence on top of the page: how far the work is."""

from __future__ import annotations

from dashboard.basis.opmaak import aantal
from dashboard.inname import Inname
from dashboard.weergave.aanleveren.sessie import Aanlevering

BEGIN = "Lever cijfers aan: u ziet eerst elke fout en elk gevolg; er verandert niets tot u publiceert"


def kopzin(aanlevering: Aanlevering | None, inname: Inname | None, *, keuze_nodig: bool = False) -> str:
    """The sentence for nothing yet, a refusal, questions, faults, a choice to make, or a file that is ready."""
    if aanlevering is None:
        return BEGIN
    bestand = aanlevering.werkboek.bestand
    if inname is None:
        return f"{bestand} is niet aangenomen; er is niets opgeslagen"
    rijen = aantal(sum(len(deel.rijen) for deel in inname.gebruikt) + inname.foute_rijen, "rij", "rijen")
    vragen = aantal(len(inname.vragen), "vraag", "vragen")
    if inname.fouten:
        fouten = aantal(len(inname.fouten), "fout", "fouten")
        wat = f"{vragen} en {fouten}" if inname.vragen else fouten
        return f"{bestand}: {wat} in {rijen}; er is nog niets gepubliceerd"
    if inname.vragen:
        return f"{bestand}: {vragen} te beantwoorden over {rijen}"
    klaar = "zeg wat de levering doet met wat er al staat" if keuze_nodig else "klaar om te publiceren"
    return f"{bestand}: {rijen} zonder fouten, {klaar}"
