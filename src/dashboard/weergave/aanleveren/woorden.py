"""The sentence on top of the page: how far the work is."""

from __future__ import annotations

from dashboard.basis.opmaak import aantal
from dashboard.inname import Inname
from dashboard.weergave.aanleveren.sessie import Aanlevering

BEGIN = "Lever cijfers aan: u ziet eerst elke fout en elk gevolg; er verandert niets tot u publiceert"


def kopzin(aanlevering: Aanlevering | None, inname: Inname | None) -> str:
    """The sentence for nothing yet, a refusal, questions, faults or a file that is ready."""
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
    return f"{bestand}: {rijen} zonder fouten, klaar om te publiceren"
