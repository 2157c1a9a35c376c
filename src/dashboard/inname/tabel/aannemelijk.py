"""Warnings: what may be right but probably is not, for somebody who knows the homes.

Unlikely numbers and combinations are data of the agreement (`grenswaarden.csv`, `combinaties.csv`); comparisons with
the rest of the file or with what was published are here.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial

import pandas as pd
import pyarrow.compute as pc

from dashboard.basis.opmaak import datum, getal
from dashboard.inname.fouten import Klacht
from dashboard.inname.personen.namen import lijkt_persoon
from dashboard.inname.tabel.aandelen import AFWIJKING
from dashboard.inname.tabel.levering import Omgeving
from dashboard.tabellen.contracten import (
    ACTIESTATUS,
    KENGETALLEN,
    VERHURINGEN,
    VOORRAAD,
    WONINGZOEKENDEN,
    eigen_kolommen,
)
from dashboard.tabellen.tabel import Tabel

Periode = tuple[dt.date, dt.date]
_let_op = partial(Klacht, ernst="waarschuwing")
_JAAR = dt.timedelta(days=366)


def waarschuwingen(
    tabel: Tabel, frame: pd.DataFrame, omgeving: Omgeving, periode: Periode | None, *, gelijk_mag: bool = False
) -> list[Klacht]:
    """Every warning about these rows; `periode` is the period of the delivery, if somebody gave it. `gelijk_mag`: rows are
    counted, so equal ones belong there.
    """
    alle = [
        *_grenswaarden(tabel, frame, omgeving),
        *_combinaties(tabel, frame, omgeving),
        *_datums(tabel, frame, periode),
        *([] if gelijk_mag else _dubbele_rijen(tabel, frame)),
    ]
    return alle + [klacht for regel in _PER_TABEL.get(tabel.naam, ()) for klacht in regel(frame, omgeving)]


def _grenswaarden(tabel: Tabel, frame: pd.DataFrame, omgeving: Omgeving) -> Iterator[Klacht]:
    for grens in omgeving.overeenkomst.tabellen["grenswaarden"].to_pylist():
        if grens["tabel"] != tabel.naam:
            continue
        waarden, laagste, hoogste = frame[grens["kolom"]], grens["minimum"], grens["maximum"]
        buiten = pd.Series(data=False, index=frame.index)
        buiten |= waarden < laagste if laagste is not None else False
        buiten |= waarden > hoogste if hoogste is not None else False
        for rij in frame.index[buiten]:
            yield _let_op(int(rij), grens["kolom"], grens["uitleg"])


def _combinaties(tabel: Tabel, frame: pd.DataFrame, omgeving: Omgeving) -> Iterator[Klacht]:
    for paar in omgeving.overeenkomst.tabellen["combinaties"].to_pylist():
        if paar["tabel"] == tabel.naam:
            raak = (frame[paar["kolom"]] == paar["waarde"]) & (frame[paar["ook"]] == paar["ook_waarde"])
            for rij in frame.index[raak]:
                yield _let_op(int(rij), paar["ook"], paar["uitleg"])


def _datums(tabel: Tabel, frame: pd.DataFrame, periode: Periode | None) -> Iterator[Klacht]:
    """Dates outside the given period; without one, dates further from the middle half than 1.5 times its width (Tukey's
    fence), and at least a year.
    """
    if tabel.datum is None:
        return
    dagen = frame[tabel.datum].dropna().map(dt.date.toordinal).astype("float64")
    if dagen.empty:
        return
    if periode is None:
        laag, hoog = float(dagen.quantile(0.25)), float(dagen.quantile(0.75))
        ruimte = max(_JAAR.days, 1.5 * (hoog - laag))
        van, tot = laag - ruimte, hoog + ruimte
        verwacht = "een datum dicht bij die van de andere rijen"
    else:
        van, tot = (dag.toordinal() for dag in periode)
        verwacht = f"een datum van {datum(periode[0])} tot en met {datum(periode[1])}"
    for rij in dagen.index[(dagen < van) | (dagen > tot)]:
        yield _let_op(int(rij), tabel.datum, verwacht)


def _dubbele_rijen(tabel: Tabel, frame: pd.DataFrame) -> Iterator[Klacht]:
    """Rows that are equal except for their number: the same letting under two, or a row pasted twice."""
    if tabel.sleutel and not tabel.nummers:
        return  # equal rows have equal keys, and that is a fault
    inhoud = [kolom.naam for kolom in eigen_kolommen(tabel) if kolom.naam not in tabel.nummers]
    gevuld = frame[inhoud].notna().any(axis=1)
    merken = pd.util.hash_pandas_object(frame.loc[gevuld, inhoud], index=False)
    dubbel = merken[merken.duplicated()]
    eerste = merken[merken.isin(dubbel)].drop_duplicates()
    rij_van = dict(zip(eerste, eerste.index, strict=True))
    waar = tabel.sleutel[-1] if tabel.sleutel else tabel.datum or inhoud[0]
    for rij, merk in zip(dubbel.index, dubbel, strict=True):
        yield _let_op(int(rij), waar, f"een rij die een keer voorkomt; rij {rij_van[merk]} is gelijk")


def _duren(frame: pd.DataFrame, _omgeving: Omgeving) -> Iterator[Klacht]:
    for rij in frame.index[frame["zoekduur_mnd"] > frame["inschrijfduur_mnd"]]:
        yield _let_op(int(rij), "zoekduur_mnd", "hoogstens de inschrijfduur: wie zoekt, staat al ingeschreven")


def _kern_zonder_bezit(frame: pd.DataFrame, omgeving: Omgeving) -> Iterator[Klacht]:
    """Kernen where this corporatie has no homes; only when its stock is known."""
    voorraad = omgeving.tabellen.get(VOORRAAD.naam)
    if voorraad is None or not len(voorraad):
        return
    bezit = voorraad.filter(pc.greater(voorraad["aantal"], 0)).group_by(["corporatie", "kern"]).aggregate([])
    paren = set(zip(bezit["corporatie"].to_pylist(), bezit["kern"].to_pylist(), strict=True))
    bekend = {corporatie for corporatie, _ in paren}
    for rij, corporatie, kern in zip(frame.index, frame["corporatie"], frame["kern"], strict=True):
        if kern is not None and corporatie in bekend and (corporatie, kern) not in paren:
            yield _let_op(
                int(rij), "kern", f"een kern waar {corporatie} volgens de gepubliceerde voorraad woningen heeft"
            )


def _al_gepubliceerd(frame: pd.DataFrame, omgeving: Omgeving) -> Iterator[Klacht]:
    """Lettings published with another date: a number was used again, or a date moved a year."""
    bekend = omgeving.tabellen.get(VERHURINGEN.naam)
    if bekend is None or not len(bekend):
        return
    sleutels = zip(bekend["corporatie"].to_pylist(), bekend["verhuring_id"].to_pylist(), strict=True)
    eerder = dict(zip(sleutels, bekend["ingangsdatum"].to_pylist(), strict=True))
    rijen = zip(frame.index, frame["corporatie"], frame["verhuring_id"], frame["ingangsdatum"], strict=True)
    for rij, corporatie, nummer, dag in rijen:
        oud = eerder.get((corporatie, nummer))
        if oud is not None and dag is not None and abs(oud - dag) > _JAAR / 4:
            yield _let_op(
                int(rij), "verhuring_id", f"een nieuw nummer; dit is al gepubliceerd met ingang van {datum(oud)}"
            )


def _andere_afspraak(frame: pd.DataFrame, omgeving: Omgeving) -> Iterator[Klacht]:
    """Reports on an action of another afspraak: agenda and agreement number differently, so this may be a mistake."""
    hoort_bij = {actie.agenda_nr: actie.afspraak for actie in omgeving.overeenkomst.acties}
    for rij, actie, afspraak in zip(frame.index, frame["actie"], frame["afspraak"], strict=True):
        if actie in hoort_bij and afspraak is not None and hoort_bij[actie] != afspraak:
            wat = f"{hoort_bij[actie]}: daar hoort actie {actie} van de uitvoeringsagenda naar onderwerp bij"
            yield _let_op(int(rij), "afspraak", wat)


def _nog_niet_gereed(frame: pd.DataFrame, _omgeving: Omgeving) -> Iterator[Klacht]:
    for rij in frame.index[frame["gereed_op"].notna() & frame["stand"].notna() & (frame["stand"] != "gereed")]:
        yield _let_op(
            int(rij), "gereed_op", f"leeg, omdat de stand {frame['stand'][rij]} is; alleen bij gereed telt deze dag"
        )


def _melder(frame: pd.DataFrame, _omgeving: Omgeving) -> Iterator[Klacht]:
    """Reports by somebody with a name: this text is shown, and says which organisation or function reports."""
    personen = [wie for wie in frame["gemeld_door"].dropna().unique() if lijkt_persoon(wie)]
    for rij in frame.index[frame["gemeld_door"].isin(personen)]:
        yield _let_op(int(rij), "gemeld_door", "een organisatie of functie; dit lijkt de naam van een persoon")


def _actief(frame: pd.DataFrame, _omgeving: Omgeving) -> Iterator[Klacht]:
    for rij in frame.index[frame["actief"] > frame["ingeschreven"]]:
        yield _let_op(int(rij), "actief", "hoogstens het aantal ingeschreven")


def _hele_telling(frame: pd.DataFrame, omgeving: Omgeving) -> Iterator[Klacht]:
    """Counts that leave out most of what the count before had: one row would then stand for everybody, and the figures
    that rest on the others would be gone.
    """
    eerder = _tellingen(omgeving)
    heel = frame.dropna(subset=["peildatum", "groep", "leeftijdsklasse"])
    dagen: list[dt.date] = heel["peildatum"].unique().tolist()
    for dag in dagen:
        rijen = heel[heel["peildatum"] == dag]
        plek = int(rijen.index[0])
        hier = set(zip(rijen["groep"], rijen["leeftijdsklasse"], strict=True))
        vorige = max((een for een in eerder if een <= dag), default=None)
        if vorige is None:
            if len(rijen) == 1:
                yield _let_op(plek, "groep", "een rij per groep en leeftijd; dit is de enige rij van deze telling")
            continue
        daar = {paar for paar, aantal in eerder[vorige].items() if aantal}
        if 2 * len(daar & hier) < len(daar):
            wat = f"rijen voor de {len(daar)} groepen naar leeftijd van de telling van {datum(vorige)}"
            yield _let_op(plek, "groep", f"{wat}; hier staan er {len(daar & hier)} van")
        toen, nu = sum(eerder[vorige].values()), rijen["ingeschreven"].sum()
        if not toen / 2 <= nu <= 2 * toen:
            wat = f"samen ongeveer zo veel als op {datum(vorige)}: {getal(toen)}"
            yield _let_op(plek, "ingeschreven", f"{wat}; hier is het {getal(nu)}")


def _deels_verdeeld(frame: pd.DataFrame, _omgeving: Omgeving) -> Iterator[Klacht]:
    """Rows without a class beside rows with one for the same group and age: a total that would be counted twice."""
    samen = ["peildatum", "groep", "leeftijdsklasse"]
    for kolom in ("inschrijfduurklasse", "huishoudgrootte"):
        heel = frame.dropna(subset=samen)
        verdeeld = heel[kolom].notna().groupby([heel[naam] for naam in samen]).transform("any")
        for rij in heel.index[verdeeld & heel[kolom].isna()]:
            yield _let_op(int(rij), kolom, "een klasse, als bij de andere rijen van deze groep; is dit een totaal?")


def _tellingen(omgeving: Omgeving) -> dict[dt.date, Counter[tuple[str, str]]]:
    """Per published count how many are registered, by group and age."""
    gevonden: dict[dt.date, Counter[tuple[str, str]]] = {}
    bekend = omgeving.tabellen.get(WONINGZOEKENDEN.naam)
    for rij in bekend.to_pylist() if bekend is not None else []:
        telling = gevonden.setdefault(rij["peildatum"], Counter())
        telling[rij["groep"], rij["leeftijdsklasse"]] += rij["ingeschreven"]
    return gevonden


def _deel(frame: pd.DataFrame, _omgeving: Omgeving) -> Iterator[Klacht]:
    """Shares that are not their numerator over their denominator, written as a part or as a percentage."""
    deel = frame["teller"] / frame["noemer"].where(frame["noemer"] != 0)
    anders = ((frame["waarde"] - deel).abs() > AFWIJKING) & ((frame["waarde"] - 100 * deel).abs() > 100 * AFWIJKING)
    for rij in frame.index[anders]:
        yield _let_op(int(rij), "waarde", "de teller gedeeld door de noemer")


def _totaal_voor_delen(frame: pd.DataFrame, omgeving: Omgeving) -> Iterator[Klacht]:
    """Measurements without the corporatie or kern that their figure is kept for: recorded for the whole gemeente, they go
    before the sum of the parts.
    """
    for kolom in ("corporatie", "kern"):
        for rij, kengetal in frame.loc[frame[kolom].isna(), "kengetal"].items():
            if omgeving.niveaus.get(kengetal) == kolom:
                wat = (
                    f"een {kolom}; zonder is dit de waarde van de hele gemeente, en die gaat voor wat er per {kolom} is"
                )
                yield _let_op(int(str(rij)), kolom, wat)


_PER_TABEL: dict[str, tuple[Callable[[pd.DataFrame, Omgeving], Iterator[Klacht]], ...]] = {
    VERHURINGEN.naam: (_duren, _kern_zonder_bezit, _al_gepubliceerd),
    ACTIESTATUS.naam: (_andere_afspraak, _nog_niet_gereed, _melder),
    KENGETALLEN.naam: (_deel, _totaal_voor_delen),
    WONINGZOEKENDEN.naam: (_actief, _hele_telling, _deels_verdeeld),
}
