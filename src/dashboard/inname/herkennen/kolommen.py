"""Which column of the file is which column of the contract: a proposal with its certainty, for a person to confirm.

Nothing is guessed. A header that the agreement knows is used; one that only looks like a known header is proposed with
too little certainty to be used by itself; one that can mean two things, or that two columns claim, becomes a question.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard.inname.herkennen.dubbel import overbodige
from dashboard.inname.herkennen.synoniemen import EIGEN_NAAM, MEESTE_VOOR_LIJKT, SCHRIJFWIJZE, Betekenis, Synoniemen
from dashboard.inname.personen.persoonsgegevens import vind_persoonlijk
from dashboard.inname.vondsten import Koppeling, kale_kop
from dashboard.inname.waarden.getallen import decimaal
from dashboard.inname.waarden.kolom import lees_kolom, soort_van
from dashboard.inname.waarden.omrekenen import bezwaar
from dashboard.inname.waarden.onleesbaar import Onduidelijk, Onleesbaar
from dashboard.inname.waarden.tekst import foutmelding, is_leeg, sleutel
from dashboard.inname.waarden.woordenboek import Woordenboek
from dashboard.inname.werkboek import Cel
from dashboard.tabellen.contracten import GEBEURTENISSEN, te_lezen
from dashboard.tabellen.tabel import Kolom, Tabel

VOORBEELDEN = 3
_FOUTE_KOP = "Deze kop is een formule die mislukte. Kies wat deze kolom is."
TWIJFEL = 50  # the certainty of a proposal that the values of the column contradict
_PROEF = 50  # how many cells are tried
_LIJKEN = {"datum": "datums", "periode": "datums", "bedrag": "bedragen", "geheel": "aantallen", "decimaal": "getallen"}
_LIJKEN |= {"duur": "duren", "procent": "percentages", "ja_nee": "ja of nee", "leeftijd": "leeftijden"}
_LIJKEN |= {"duurklasse": "klassen van jaren"}


def stel_voor(
    kop: Sequence[str],
    voorbeelden: Sequence[Sequence[Cel]],
    tabel: Tabel,
    synoniemen: Synoniemen,
    onthouden: Mapping[str, str] | None = None,
    *,
    woordenboek: Woordenboek | None = None,
    plaatsen: Sequence[int] | None = None,
    eerste_kolom: int = 0,
) -> tuple[Koppeling, ...]:
    """A proposal for every column of the file, in the order of the file.

    `voorbeelden` has cells per column; `onthouden` is what was chosen for this layout before (header -> column, '' for
    none); `plaatsen` gives the place of each column in a row where that is not its number, and `eerste_kolom` the column of
    the sheet where a row begins. With a `woordenboek` the cells are tried against the words of the agreement too.
    """
    eerder = {sleutel(naam): kolom for naam, kolom in (onthouden or {}).items()}
    kolommen = {kolom.naam: kolom for kolom in te_lezen(tabel)}
    bekend = woordenboek.bekend if woordenboek else frozenset()
    persoonlijk = {p.index for p in vind_persoonlijk(kop, [cellen[:_PROEF] for cellen in voorbeelden], bekend)}
    proef = _Proef(tabel, kolommen, woordenboek)
    uit = []
    for nummer, naam in enumerate(kop):
        alle = voorbeelden[nummer][:_PROEF] if nummer < len(voorbeelden) else []
        # A failed formula says nothing about what its column is: with only those the column is used, and each is a fault.
        cellen = [cel for cel in alle if not is_leeg(cel) and not foutmelding(cel)]
        index = plaatsen[nummer] if plaatsen else nummer
        getoond = () if nummer in persoonlijk else tuple(dict.fromkeys(cellen))[:VOORBEELDEN]
        basis = Koppeling(naam, index, None, 0, getoond, nummer=eerste_kolom and eerste_kolom + index)
        if eerder.get(sleutel(naam), "?") in (*kolommen, ""):
            uit.append(replace(basis, kolom=eerder[sleutel(naam)] or None, zekerheid=EIGEN_NAAM))
        else:
            uit.append(_kies(basis, tabel, synoniemen, cellen, proef))
    return _een_per_kolom(uit, voorbeelden, eerder)


def indeling(kop: Sequence[str]) -> str:
    """A fingerprint of a layout: the same headers in the same order come from the same export."""
    return hashlib.sha256("\n".join(sleutel(naam) for naam in kop).encode()).hexdigest()[:16]


def _kies(basis: Koppeling, tabel: Tabel, synoniemen: Synoniemen, cellen: list[Cel], proef: _Proef) -> Koppeling:
    if foutmelding(basis.kolom_bestand):
        return replace(basis, kandidaten=("",), opmerking=_FOUTE_KOP)
    kop = kale_kop(basis.kolom_bestand)
    mogelijk = synoniemen.precies(tabel.naam, kop) or synoniemen.lijkt(tabel.naam, kop)
    if not mogelijk or [betekenis.kolom for betekenis in mogelijk] == [""]:
        return replace(basis, zekerheid=mogelijk[0].zekerheid if mogelijk else 0)
    if len(mogelijk) > 1:
        return _uit_waarden(basis, mogelijk, cellen, proef)
    gekozen = mogelijk[0]
    bekend = gekozen.zekerheid in (EIGEN_NAAM, SCHRIJFWIJZE)
    kolom, eigen_dag = proef.kolommen[gekozen.kolom], tabel in GEBEURTENISSEN
    if zin := bezwaar(basis.kolom_bestand, kolom, kop_is_bekend=bekend, eigen_dag=eigen_dag):
        return replace(basis, kolom=gekozen.kolom, zekerheid=min(gekozen.zekerheid, TWIJFEL), opmerking=zin)
    if gekozen.zekerheid == EIGEN_NAAM:
        return replace(
            basis, kolom=gekozen.kolom, zekerheid=EIGEN_NAAM
        )  # our own name: wrong cells are faults, not doubt
    if proef.leest(gekozen.kolom, cellen) < 0.5:
        lijken = proef.lijken(gekozen.kolom)
        return replace(
            basis,
            kolom=gekozen.kolom,
            zekerheid=min(gekozen.zekerheid, TWIJFEL),
            opmerking=f"De cellen lijken geen {lijken}.",
        )
    return replace(basis, kolom=gekozen.kolom, zekerheid=gekozen.zekerheid)


def _uit_waarden(basis: Koppeling, mogelijk: Sequence[Betekenis], cellen: list[Cel], proef: _Proef) -> Koppeling:
    """The one meaning that fits the cells, as a proposal; cells can never rule out 'none of ours'."""
    namen = tuple(betekenis.kolom for betekenis in mogelijk)
    leesbaar = [naam for naam in namen if naam and proef.leest(naam, cellen) >= 0.9]
    anders = [naam for naam in namen if naam and naam not in leesbaar]
    woorden = [naam or "geen van onze kolommen" for naam in namen]
    zin = f"Kies wat deze kop betekent: {', '.join(woorden[:-1])} of {woorden[-1]}."
    vraag = replace(basis, kandidaten=namen, opmerking=zin)
    een_over = len(leesbaar) == 1 and all(proef.leest(naam, cellen) <= 0.1 for naam in anders)
    if cellen and proef.streng and een_over and (anders or "" not in namen):
        return replace(vraag, kolom=leesbaar[0], zekerheid=min(MEESTE_VOOR_LIJKT, mogelijk[0].zekerheid))
    return vraag


def _een_per_kolom(
    koppelingen: list[Koppeling], cellen: Sequence[Sequence[Cel]], eerder: Mapping[str, str]
) -> tuple[Koppeling, ...]:
    """The mappings with every column of the contract at most once: of two the more certain one, of equals neither.

    What somebody chose comes first. Then a column with nothing in it, or the same as another, does not take part.
    """
    uit = list(koppelingen)
    for naam in {koppeling.kolom for koppeling in koppelingen if koppeling.kolom}:
        plaatsen = [plaats for plaats, koppeling in enumerate(uit) if koppeling.kolom == naam]
        gekozen = [plaats for plaats in plaatsen if eerder.get(sleutel(uit[plaats].kolom_bestand)) == naam]
        if len(gekozen) == 1:
            for plaats in set(plaatsen) - set(gekozen):
                uit[plaats] = _gevraagd(uit[plaats], naam, f"Gekozen is {uit[gekozen[0]].genoemd}.")
            continue
        plaatsen.sort(key=lambda plaats: -uit[plaats].zekerheid)  # of two copies the more certain one stays
        if not gekozen and len(plaatsen) > 1 and len(cellen) == len(uit):
            for nummer, waarom in overbodige([cellen[plaats] for plaats in plaatsen]).items():
                uit[plaatsen[nummer]] = _gevraagd(uit[plaatsen[nummer]], naam, f"Deze kolom {waarom}.")
            plaatsen = [plaats for plaats in plaatsen if uit[plaats].kolom]
        if len(plaatsen) == 1:
            continue
        hoogste = max(uit[plaats].zekerheid for plaats in plaatsen)
        winnaars = [plaats for plaats in plaatsen if uit[plaats].zekerheid == hoogste]
        for plaats in plaatsen:
            if winnaars == [plaats]:
                continue
            ander = next(uit[p].genoemd for p in winnaars if p != plaats)
            uit[plaats] = _gevraagd(uit[plaats], naam, f"Ook {ander} past bij {naam}. Kies een van de twee.")
    return tuple(uit)


def _is_getal(cel: Cel) -> bool:
    try:
        return decimaal(cel, ",") is not None
    except Onleesbaar:
        return False


def _gevraagd(koppeling: Koppeling, naam: str, opmerking: str) -> Koppeling:
    """The mapping as a question: this column of ours, or none."""
    return replace(koppeling, kolom=None, zekerheid=0, kandidaten=(naam, ""), opmerking=opmerking)


@dataclass(frozen=True)
class _Proef:
    """Tries cells as a column of the contract; without the words of the agreement only numbers and dates."""

    tabel: Tabel
    kolommen: Mapping[str, Kolom]
    woordenboek: Woordenboek | None

    @property
    def streng(self) -> bool:
        """Whether words can be told apart."""
        return self.woordenboek is not None

    def leest(self, naam: str, cellen: list[Cel]) -> float:
        """The part of the cells that can be read, unclear cells included; 1 when there is nothing to try."""
        soort = soort_van(self.kolommen[naam])
        if not cellen or (self.woordenboek is None and soort not in _LIJKEN.keys() - {"ja_nee"}):
            return 1.0
        leeg = self.woordenboek or Woordenboek({})
        gelezen = lees_kolom(self.tabel, self.kolommen[naam], cellen, leeg)
        fouten = [plek for plek, fout in gelezen.fouten.items() if not isinstance(fout, Onduidelijk)]
        if soort in ("geheel", "procent"):  # 120,5 is a number all the same, and a fault on its row
            fouten = [plek for plek in fouten if not _is_getal(cellen[plek])]
        return 1 - len(fouten) / len(cellen)

    def lijken(self, naam: str) -> str:
        """What the cells should look like, as a Dutch noun."""
        return _LIJKEN.get(soort_van(self.kolommen[naam]), f"waarden van {naam}")
