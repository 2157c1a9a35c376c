"""From a workbook to checked rows: find the tables, settle the columns, read every cell, check what came out.

Nothing is published here and nothing is guessed: doubt becomes a question or a fault. The same file, choices and
publication give the same answer.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from dashboard.basis.opmaak import opsomming
from dashboard.inname.fouten import Geweigerd, Klacht
from dashboard.inname.herkennen.gezegd import gezegde_periode
from dashboard.inname.herkennen.kolommen import indeling, stel_voor
from dashboard.inname.herkennen.naast_elkaar import NAAST_ELKAAR, perioden_in
from dashboard.inname.herkennen.tabelvinder import per_kolom, rijen_van, schaal_boven
from dashboard.inname.tabel.aannemelijk import Periode, waarschuwingen
from dashboard.inname.tabel.afleiden import leid_af
from dashboard.inname.tabel.bladen import zonder_herhaling
from dashboard.inname.tabel.controle import LEEG, contractfouten, frame_van, na_vandaag
from dashboard.inname.tabel.herinnering import met_herinnering
from dashboard.inname.tabel.levering import Inname, Omgeving, Tabelinname, Tabelkeuze
from dashboard.inname.tabel.lezing import Lezing
from dashboard.inname.tabel.rijregels import rijfouten
from dashboard.inname.tabel.tabelkeuze import blad_van, kies_tabellen, zonder_personen
from dashboard.inname.vondsten import Koppeling, Vondst
from dashboard.inname.waarden.onleesbaar import Vraag
from dashboard.inname.werkboek import Cel, Werkboek
from dashboard.tabellen.contracten import LEVERINGEN, TABELLEN, eigen_kolommen
from dashboard.tabellen.tabel import Kolom

Voortgang = Callable[[str, float], None]


def neem_in(
    werkboek: Werkboek,
    omgeving: Omgeving,
    keuzes: Sequence[Tabelkeuze] = (),
    *,
    corporatie: str | None = None,
    soort: str | None = None,
    zonder: Collection[str] = (),
    periode: Periode | None = None,
    dag: dt.date | None = None,
    voortgang: Voortgang | None = None,
) -> Inname:
    """Read and check every table of a file.

    `keuzes` are what an analyst decided per table (those of an earlier `Inname`, changed); `corporatie` fills a file that
    does not name its corporatie; `soort` limits the search to one table; `zonder` are headings of columns to leave out;
    the outcome has the file without them. `periode` is what the delivery is about, first and last day; `dag` the day of
    delivery, and what happened after it is a fault. `voortgang` hears the stage and how far it is (0..1).
    Raises Geweigerd when no table is recognised, when columns look personal and are not left out, and when a corporatie is
    chosen for tables without.
    """
    meld = voortgang or (lambda _stap, _deel: None)
    meld("Tabellen zoeken", 0.0)
    gekozen = kies_tabellen(werkboek, omgeving, keuzes, soort)
    meld("Kijken of er persoonsgegevens in staan", 0.1)
    werkboek, vondsten = zonder_personen(werkboek, omgeving, [vondst for vondst, _ in gekozen], zonder)
    inname = _Inname(werkboek, omgeving, corporatie, periode, dag)
    heeft_delen = any("corporatie" in TABELLEN[vondst.soort].namen for vondst in vondsten)
    if corporatie is not None and not heeft_delen:
        raise Geweigerd(
            f"Voor {opsomming(dict.fromkeys(vondst.soort for vondst in vondsten))} is geen corporatie te kiezen: die tabel "
            "gaat over de gemeente als geheel."
        )
    delen = []
    for nummer, (vondst, (_, keuze)) in enumerate(zip(vondsten, gekozen, strict=True)):
        meld(f"Blad {vondst.blad} lezen en controleren", 0.2 + 0.8 * nummer / len(vondsten))
        delen.append(inname.neem_tabel_in(vondst, keuze))
    meld("Klaar met controleren", 1.0)
    return Inname(werkboek, tuple(zonder_herhaling(delen, gekozen=bool(keuzes))))


@dataclass(frozen=True)
class _Inname:
    """What every table of one file has in common."""

    werkboek: Werkboek
    omgeving: Omgeving
    corporatie: str | None
    periode: Periode | None
    dag: dt.date | None

    def neem_tabel_in(self, vondst: Vondst, keuze: Tabelkeuze) -> Tabelinname:
        """One table: its columns settled and read, its rows checked."""
        tabel = TABELLEN[vondst.soort]
        blad = blad_van(self.werkboek, vondst.blad)
        rijen = list(rijen_van(blad, vondst, verborgen=keuze.verborgen))
        cellen = per_kolom([rij for _, rij in rijen], vondst)
        plekken = {nummer: plek for plek, (nummer, _) in enumerate(rijen)}
        boven = schaal_boven(blad, vondst)
        lezing = Lezing(vondst, tabel, self.omgeving, self.werkboek.basis1904, plekken, boven)
        kop = [naam for _, naam in vondst.kolommen]
        leveringen = self.omgeving.tabellen[LEVERINGEN.naam]
        keuze = met_herinnering(keuze, leveringen, tabel.naam, indeling(kop), self.corporatie)
        koppelingen = stel_voor(
            kop,
            cellen,
            tabel,
            self.omgeving.synoniemen,
            keuze.kolommen,
            woordenboek=self.omgeving.woordenboek,
            plaatsen=[plek for plek, _ in vondst.kolommen],
            eerste_kolom=vondst.eerste_kolom,
        )
        for koppeling, kolomcellen in zip(koppelingen, cellen, strict=True):
            if koppeling.kolom and koppeling.zeker and koppeling.kolom not in tabel.namen:
                lezing.hulp[koppeling.kolom] = (koppeling.kolom_bestand, kolomcellen)
            elif koppeling.kolom and koppeling.zeker:
                gevuld = self._met_corporatie(kolomcellen) if koppeling.kolom == "corporatie" else kolomcellen
                lezing.lees(koppeling.kolom, gevuld, koppeling.kolom_bestand, keuze)
            else:
                lezing.over[koppeling] = kolomcellen
        self._vul_aan(lezing, keuze)
        leid_af(lezing, keuze)
        ontbreekt = self._vraag_ontbrekende(lezing, keuze, koppelingen)
        _meld_twijfel(lezing, keuze)
        self._controleer(lezing)
        return Tabelinname(
            tabel=tabel,
            vondst=vondst,
            koppelingen=koppelingen,
            vragen={naam: gelezen.vragen for naam, gelezen in lezing.gelezen.items() if gelezen.vragen} | ontbreekt,
            aannames=tuple(
                f"{lezing.koppen[naam]}: {zin}" for naam, gelezen in lezing.gelezen.items() for zin in gelezen.aannames
            ),
            bevindingen=lezing.op_volgorde(),
            rijen=lezing.goede_rijen(),
            foute_rijen=lezing.foute_rijen(),
            keuze=_zoals_gebruikt(keuze, vondst, koppelingen),
            gezegd=gezegde_periode(self.werkboek.bestand, blad, vondst, lezing.dagen()),
        )

    def _met_corporatie(self, cellen: Sequence[Cel]) -> Sequence[Cel]:
        """The cells of the column with the corporatie; an empty one is of who delivers."""
        if self.corporatie is None:
            return cellen
        return [self.corporatie if cel is None or not str(cel).strip() else cel for cel in cellen]

    def _vul_aan(self, lezing: Lezing, keuze: Tabelkeuze) -> None:
        """Fill in the values that hold for the whole file."""
        vast = {naam: antwoord["vast"] for naam, antwoord in keuze.antwoorden.items() if "vast" in antwoord}
        vast |= keuze.vast
        if self.corporatie is not None:
            vast["corporatie"] = self.corporatie
        for kolom in eigen_kolommen(lezing.tabel):
            if kolom.naam in vast and kolom.naam not in lezing.gelezen:
                lezing.lees(kolom.naam, [vast[kolom.naam]] * len(lezing.plekken), kolom.naam, keuze)

    def _vraag_ontbrekende(
        self, lezing: Lezing, keuze: Tabelkeuze, koppelingen: Sequence[Koppeling]
    ) -> dict[str, tuple[Vraag, ...]]:
        """The questions about required columns that are missing; where there is no question, they are reported."""
        vragen: dict[str, tuple[Vraag, ...]] = {}
        mist = [
            kolom
            for kolom in eigen_kolommen(lezing.tabel)
            if kolom.verplicht and kolom.naam not in lezing.gelezen and not _te_kiezen(lezing.vondst, keuze)
        ]
        _meld_perioden(lezing, mist)
        for kolom in mist:
            lijkt = [k for k in koppelingen if kolom.naam in (k.kolom, *k.kandidaten)]
            if not lijkt and (mogelijk := self._een_voor_alle(kolom)):
                vragen[kolom.naam] = (mogelijk,)
            else:
                lezing.meld_kop(kolom.naam, _gezocht(kolom, lijkt), "vraag" if lijkt else "fout")
        return vragen

    def _een_voor_alle(self, kolom: Kolom) -> Vraag | None:
        """The question which value every row has, where there are few to choose from."""
        keuzes = [(waarde, waarde) for waarde in kolom.keuzes]
        if kolom.naam == "corporatie":
            keuzes = [(een.corporatie, een.kort) for een in self.omgeving.overeenkomst.corporaties]
        wat = f"Er is geen kolom {kolom.omschreven}. Wat geldt voor alle rijen?"
        return Vraag("vast", wat, tuple(keuzes)) if keuzes else None

    def _controleer(self, lezing: Lezing) -> None:
        """Check the rows against the contract, each other, and what is published."""
        frame = frame_van(lezing.tabel, lezing.waarden(), lezing.nummers)
        onleesbaar = lezing.onleesbaar()
        lezing.meld(contractfouten(lezing.tabel, frame, frozenset(lezing.gelezen), onleesbaar))
        klachten = (*rijfouten(lezing.tabel.naam, frame, self.omgeving), *na_vandaag(lezing.tabel, frame, self.dag))
        lezing.meld(k for k in klachten if k.rij not in onleesbaar.get(k.kolom, ()))
        lezing.meld(Klacht(rij, naam, LEEG) for naam, rijen in lezing.te_vullen().items() for rij in rijen)
        lezing.meld(self._andere_corporatie(lezing))
        gelijk_mag = lezing.telt_rijen
        gevraagd = {naam for naam, een in lezing.gelezen.items() if een.vragen and naam not in lezing.cellen}
        alle = waarschuwingen(lezing.tabel, frame, self.omgeving, self.periode, gelijk_mag=gelijk_mag)
        lezing.meld(klacht for klacht in alle if klacht.kolom not in gevraagd)

    def _andere_corporatie(self, lezing: Lezing) -> Iterator[Klacht]:
        """Rows of another corporatie than the delivery is for: they would replace what that one delivered."""
        codes = lezing.waarden().get("corporatie", ())
        for nummer, code in zip(lezing.nummers, codes, strict=bool(codes)):
            if self.corporatie is not None and code is not None and code != self.corporatie:
                yield Klacht(nummer, "corporatie", f"{self.corporatie}: daarvoor is dit bestand aangeleverd")


def _meld_perioden(lezing: Lezing, mist: Sequence[Kolom]) -> None:
    """Report periods that stand beside each other as columns: a fault when a date or a number is missing, else left out."""
    if perioden := perioden_in(koppeling.kolom_bestand for koppeling in lezing.over):
        naast = NAAST_ELKAAR.format(f"‘{perioden[0]}’ tot en met ‘{perioden[-1]}’")
        if any(kolom.naam == lezing.tabel.datum or kolom.type in ("geheel", "decimaal") for kolom in mist):
            lezing.meld_kop(perioden[0], naast)
        else:
            lezing.meld_kop(perioden[0], f"{naast}; zij zijn niet gebruikt", "waarschuwing")


def _te_kiezen(vondst: Vondst, keuze: Tabelkeuze) -> bool:
    """Whether the header fits more tables and nobody has chosen yet."""
    return bool(vondst.anders) and keuze.soort is None


def _gezocht(kolom: Kolom, lijkt: Sequence[Koppeling]) -> str:
    """The sentence about a column that was not found, with the headings that might be it."""
    vraag = f"; kies of {' of '.join(k.genoemd for k in lijkt)} dit is" if lijkt else ""
    vraag += "".join(f". {k.opmerking}" for k in lijkt if k.kolom and k.opmerking)
    return f"een kolom {kolom.omschreven}, of een waarde voor het hele bestand{vraag}"


def _meld_twijfel(lezing: Lezing, keuze: Tabelkeuze) -> None:
    """Report what somebody must decide first, and what is used or left out without anybody looking at it."""
    vondst = lezing.vondst
    if _te_kiezen(vondst, keuze):
        lezing.meld_kop("", f"een keuze: dit kan de tabel {' of '.join((vondst.soort, *vondst.anders))} zijn", "vraag")
    nodig = {kolom.naam for kolom in lezing.tabel.kolommen if kolom.verplicht} - lezing.gelezen.keys()
    for koppeling in lezing.over:
        mogelijk = {naam for naam in (koppeling.kolom, *koppeling.kandidaten) if naam}
        if mogelijk and not (koppeling.kolom and koppeling.zeker) and not mogelijk & nodig:
            wat = f"een keuze; {koppeling.waar} lijkt op {' of '.join(sorted(mogelijk))} en is niet gebruikt"
            wat += f". {koppeling.opmerking}" if koppeling.opmerking else ""
            strijd = any(mogelijk & {*ander.kandidaten} for ander in lezing.over if ander is not koppeling)
            lezing.meld_kop(koppeling.kolom_bestand, wat, "vraag" if strijd else "waarschuwing")
        elif koppeling.kandidaten and not mogelijk:
            lezing.meld_kop(koppeling.kolom_bestand, f"een kop boven {koppeling.waar}, geen foutmelding")
    if vondst.verborgen_rijen and keuze.verborgen:
        lezing.meld(
            Klacht(rij, "", "een zichtbare rij; deze is verborgen en telt mee", "waarschuwing")
            for rij in vondst.verborgen_rijen
        )


def _zoals_gebruikt(keuze: Tabelkeuze, vondst: Vondst, koppelingen: Sequence[Koppeling]) -> Tabelkeuze:
    """The choice with everything that was settled, to continue with or to remember; doubts stay open."""
    gekozen = {k.kolom_bestand: k.kolom or "" for k in koppelingen if not k.kandidaten and (k.zeker or not k.kolom)}
    return replace(
        keuze,
        koprij=vondst.koprij,
        koprijen=vondst.koprijen,
        soort=None if _te_kiezen(vondst, keuze) else vondst.soort,
        kolommen=gekozen,
    )
