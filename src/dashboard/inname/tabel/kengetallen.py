"""What the columns of a file with kengetallen say about each other, besides the unit of a value."""

from __future__ import annotations

from dataclasses import replace

from dashboard.basis.opmaak import aantal
from dashboard.inname.fouten import Ernst, Klacht
from dashboard.inname.tabel.levering import Tabelkeuze
from dashboard.inname.tabel.lezing import Lezing
from dashboard.inname.waarden.onleesbaar import Gelezen, Vraag
from dashboard.inname.waarden.perioden import is_voorlopig
from dashboard.inname.waarden.tekst import is_leeg, sleutel

VOORLOPIG = "voorlopig"
_GEMEENTE = ("", "de hele gemeente")


def corporatie_van_de_meting(lezing: Lezing, keuze: Tabelkeuze) -> None:
    """Ask whose the measurements are that are kept per corporatie, when nothing in the file says it.

    The answer is for those rows only: what is kept for the gemeente as a whole has no corporatie.
    """
    if "corporatie" in lezing.gelezen or "kengetal" not in lezing.gelezen:
        return
    kengetallen = lezing.gelezen["kengetal"].waarden
    per_corporatie = [lezing.omgeving.niveaus.get(kengetal or "") == "corporatie" for kengetal in kengetallen]
    if not any(per_corporatie):
        return
    eerste = next(kengetal for kengetal, wel in zip(kengetallen, per_corporatie, strict=True) if wel)
    corporaties = [(een.corporatie, een.kort) for een in lezing.omgeving.overeenkomst.corporaties]
    wat = f"Er is geen kolom corporatie, en {eerste} wordt per corporatie vastgelegd. Van welke corporatie is dit?"
    vraag = Vraag("wie", wat, (*corporaties, _GEMEENTE))
    antwoord = vraag.antwoord(keuze.antwoorden.get("corporatie", {}))
    waarden = tuple((antwoord or None) if wel else None for wel in per_corporatie)
    lezing.koppen["corporatie"] = "corporatie"
    lezing.neem_op("corporatie", Gelezen(waarden, {}, () if antwoord is not None else (vraag,)))


def bron_met_voorlopig(lezing: Lezing, _keuze: Tabelkeuze) -> None:
    """Write with the source that a figure is provisional, because the date that is stored cannot say it."""
    if not {"bron", "peildatum"} <= lezing.gelezen.keys():
        return
    gelezen, cellen = lezing.gelezen["bron"], lezing.cellen["peildatum"]
    waarden = [
        f"{bron} ({VOORLOPIG})" if bron and VOORLOPIG not in bron.lower() and is_voorlopig(cel) else bron
        for bron, cel in zip(gelezen.waarden, cellen, strict=True)
    ]
    anders = sum(nieuw != oud for nieuw, oud in zip(waarden, gelezen.waarden, strict=True))
    if anders:
        zin = f"Bij {aantal(anders, 'rij', 'rijen')} is ‘{VOORLOPIG}’ erbij gezet."
        lezing.neem_op("bron", replace(gelezen, waarden=tuple(waarden), aannames=(*gelezen.aannames, zin)))


def regio_van_de_gemeente(lezing: Lezing, keuze: Tabelkeuze) -> None:
    """Report rows about another region, which tables of CBS hold: a kengetal is of this gemeente or a kern in it.

    Beside rows about this gemeente they are faults; alone they may be another name for it.
    """
    regio = lezing.lees_hulp("regio", keuze)
    if regio is None:
        return
    overeenkomst = lezing.omgeving.overeenkomst
    naam, code = overeenkomst.gemeente.naam, overeenkomst.gemeente.code
    gemeente = {naam, code, code.removeprefix("GM"), f"{naam} (gemeente)", f"gemeente {naam}", f"{naam} (gem.)"}
    eigen = {sleutel(een) for een in (*gemeente, *(kern.kern for kern in overeenkomst.kernen))}
    anders = [plek for plek, waarde in enumerate(regio.waarden) if not is_leeg(waarde) and sleutel(waarde) not in eigen]
    ernst: Ernst = "fout" if any(waarde and sleutel(waarde) in eigen for waarde in regio.waarden) else "waarschuwing"
    nummers = lezing.nummers
    lezing.meld(
        Klacht(nummers[plek], "regio", f"{naam}; deze rij gaat over een ander gebied", ernst) for plek in anders
    )


def een_waarde_per_dag(lezing: Lezing, _keuze: Tabelkeuze) -> None:
    """Refuse two values of one kengetal on one day for the same part: only one of them would count."""
    nodig = ("kengetal", "peildatum")
    if not {*nodig, "waarde"} <= lezing.gelezen.keys():
        return
    leeg = (None,) * len(lezing.plekken)
    kolommen = [
        lezing.gelezen[naam].waarden if naam in lezing.gelezen else leeg for naam in (*nodig, "corporatie", "kern")
    ]
    onleesbaar = {
        plek for naam in ("corporatie", "kern") if naam in lezing.gelezen for plek in lezing.gelezen[naam].fouten
    }
    eerste: dict[tuple[object, ...], tuple[int, object]] = {}
    nummers = lezing.nummers
    for plek, (merk, waarde) in enumerate(
        zip(zip(*kolommen, strict=True), lezing.gelezen["waarde"].waarden, strict=True)
    ):
        if None in (*merk[:2], waarde) or plek in onleesbaar or lezing.omgeving.kengetallen[merk[0]]["soort"] != "peil":
            continue
        eerder, toen = eerste.setdefault(merk, (plek, waarde))
        if toen != waarde:
            wat = f"een waarde per dag en deel; rij {nummers[eerder]} heeft een andere voor dezelfde dag"
            lezing.meld([Klacht(nummers[plek], "waarde", wat)])
