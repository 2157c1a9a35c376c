"""Which tables of the file are used, as found or as the analyst chose; never with a column about persons."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from dashboard.basis.opmaak import opsomming
from dashboard.inname.fouten import Geweigerd
from dashboard.inname.herkennen.naast_elkaar import rij_met_perioden
from dashboard.inname.herkennen.tabelvinder import kolomcellen, vind, vondst_op
from dashboard.inname.personen.persoonsgegevens import Persoonlijk, vind_persoonlijk
from dashboard.inname.tabel.levering import Omgeving, Tabelkeuze
from dashboard.inname.tabel.weglaten import VERWIJDERD, laat_weg
from dashboard.inname.vondsten import Vondst
from dashboard.inname.werkboek import Blad, Werkboek
from dashboard.tabellen.contracten import AANGELEVERD, TABELLEN

TE_LEVEREN = tuple(TABELLEN[naam] for naam in AANGELEVERD)


def kies_tabellen(
    werkboek: Werkboek, omgeving: Omgeving, keuzes: Sequence[Tabelkeuze], soort: str | None
) -> list[tuple[Vondst, Tabelkeuze]]:
    """Every table with what was decided about it. Raises Geweigerd when there is none.

    A table on a hidden sheet is used only when somebody says so, or when there is no other.
    """
    zoeken = [tabel for tabel in TE_LEVEREN if soort in (None, tabel.naam)]
    vondsten = vind(werkboek, zoeken, omgeving.synoniemen)
    if keuzes:
        return [(_vondst_bij(keuze, werkboek, omgeving, vondsten), keuze) for keuze in keuzes]
    if not vondsten:
        if naast := rij_met_perioden(werkboek.bladen):
            raise Geweigerd(
                f"In dit bestand staan perioden naast elkaar (blad {naast[0]}, rij {naast[1]}). De monitor leest een rij per "
                "periode: zet ze onder elkaar, met een kolom voor de dag en een voor het aantal."
            )
        wat = opsomming(tabel.naam for tabel in zoeken)
        raise Geweigerd(f"In dit bestand is geen tabel herkend. Gezocht is naar een rij met de kolomkoppen van {wat}.")
    verborgen = {blad.naam for blad in werkboek.bladen if blad.verborgen}
    zichtbaar = any(vondst.blad not in verborgen for vondst in vondsten)
    return [
        (vondst, Tabelkeuze(vondst.blad, soort=soort, gebruik=not zichtbaar or vondst.blad not in verborgen))
        for vondst in vondsten
    ]


def blad_van(werkboek: Werkboek, naam: str) -> Blad:
    """The sheet by its name. Raises Geweigerd when the file has no such sheet."""
    for blad in werkboek.bladen:
        if blad.naam == naam:
            return blad
    raise Geweigerd("Het gekozen blad staat niet in dit bestand.")


def zonder_personen(
    werkboek: Werkboek, omgeving: Omgeving, vondsten: Sequence[Vondst], zonder: Collection[str]
) -> tuple[Werkboek, list[Vondst]]:
    """File and tables without the columns to leave out. Raises Geweigerd when others look personal.

    Every filled cell is looked at, not a sample: one e-mail address in a column of remarks is one too many.
    """
    gevonden = [_persoonlijk(werkboek, omgeving, vondst) for vondst in vondsten]
    over = [p for personen in gevonden for p in personen if p.kolom not in zonder]
    if over:
        namen = list(dict.fromkeys(p.kolom for p in over))
        redenen = opsomming(dict.fromkeys(f"‘{p.kolom}’: {p.waarom}" for p in over))
        wat = "een kolom" if len(namen) == 1 else "kolommen"
        hoe = "Haal die weg" if len(namen) == 1 else "Haal ze weg"
        raise Geweigerd(
            f"Het bestand heeft {wat} met persoonsgegevens ({redenen}). {hoe}, of lees zonder verder.", namen
        )
    koppen = {naam for vondst in vondsten for _, naam in vondst.kolommen}
    bekend = koppen | {p.kolom for personen in gevonden for p in personen}
    if VERWIJDERD not in koppen and (onbekend := [f"‘{naam}’" for naam in zonder if naam not in bekend]):
        raise Geweigerd(
            f"Er is geen kolom {opsomming(onbekend)} om weg te laten; het bestand heeft {opsomming(sorted(koppen))}."
        )
    schoon = replace(werkboek, bladen=tuple(laat_weg(blad, vondsten, zonder) for blad in werkboek.bladen))
    weg = {*zonder, VERWIJDERD}
    return schoon, [
        _zonder(vondst, {p.index for p in personen}, weg) for vondst, personen in zip(vondsten, gevonden, strict=True)
    ]


def _persoonlijk(werkboek: Werkboek, omgeving: Omgeving, vondst: Vondst) -> tuple[Persoonlijk, ...]:
    kop = [naam for _, naam in vondst.kolommen]
    cellen = kolomcellen(blad_van(werkboek, vondst.blad), vondst)
    return vind_persoonlijk(kop, cellen, omgeving.woordenboek.bekend)


def _zonder(vondst: Vondst, personen: Collection[int], zonder: Collection[str]) -> Vondst:
    blijft = tuple(
        kolom for plek, kolom in enumerate(vondst.kolommen) if plek not in personen and kolom[1] not in zonder
    )
    return replace(vondst, kolommen=blijft)


def _vondst_bij(keuze: Tabelkeuze, werkboek: Werkboek, omgeving: Omgeving, vondsten: Sequence[Vondst]) -> Vondst:
    """The table that was found where the analyst says it is, or else the table with its header there."""
    op_blad = [vondst for vondst in vondsten if vondst.blad == keuze.blad]
    for vondst in op_blad:
        kop_klopt = keuze.koprij is None or (keuze.koprij, keuze.koprijen) == (vondst.koprij, vondst.koprijen)
        if kop_klopt and keuze.soort in (None, vondst.soort):
            return vondst
    soort = keuze.soort or (op_blad[0].soort if op_blad else None)
    koprij = keuze.koprij or (op_blad[0].koprij if op_blad else None)
    if soort not in {tabel.naam for tabel in TE_LEVEREN} or koprij is None:
        raise Geweigerd(f"Op blad {keuze.blad} is geen tabel herkend. Wijs de rij van de kop aan en kies de tabel.")
    try:
        return vondst_op(blad_van(werkboek, keuze.blad), TABELLEN[soort], omgeving.synoniemen, koprij, keuze.koprijen)
    except IndexError:
        raise Geweigerd(f"Blad {keuze.blad} heeft geen rij {koprij}.") from None
