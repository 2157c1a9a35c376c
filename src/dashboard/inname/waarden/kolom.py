"""From the cells of an uploaded column to values: which parser, what the column as a whole tells, what must be asked.

A parser sees one cell; the order of dates, the decimal sign and whether a dash is 0 follow from the whole column. They
are settled here, once per column. What the column does not settle becomes a `Vraag`; the answers come back in
`antwoorden` (kept per layout by the caller) and until then the cells concerned are faults.

Whether a value may be empty, lies within bounds or fits the other cells of its row is not judged here but in
`controle`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal, cast

from dashboard.basis.opmaak import datum as voluit
from dashboard.basis.opmaak import opsomming
from dashboard.inname.waarden import datums, duur, getallen
from dashboard.inname.waarden.cellen import Cellen
from dashboard.inname.waarden.getallen import Teken, decimaalteken
from dashboard.inname.waarden.janee import is_kruisje, ja_of_nee
from dashboard.inname.waarden.klassen import duurklasse, huishoudgrootte, leeftijdsklasse
from dashboard.inname.waarden.momenten import met_tijden
from dashboard.inname.waarden.omrekenen import Omrekening, omrekening
from dashboard.inname.waarden.onleesbaar import Gelezen, Onduidelijk, Onleesbaar, Vraag, lees_alle
from dashboard.inname.waarden.perioden import is_voorlopig, lees_periode
from dashboard.inname.waarden.tekst import foutmelding, is_leeg, vrije_tekst
from dashboard.inname.waarden.woordenboek import Woorden, Woordenboek
from dashboard.inname.werkboek import Cel
from dashboard.tabellen.tabel import Kolom, Leeswijze, Tabel, Type

Soort = Type | Leeswijze | Literal["keuze"]
Lezer = Callable[[Cel], Any]
Antwoorden = Mapping[str, str]

_STREEPJE = Vraag(
    "streepje",
    "Wat betekent een streepje in deze kolom?",
    (("nul", "0"), ("leeg", "niet bekend of niet van toepassing")),
)
_LEEG_IS = Vraag("leeg", "Wat betekent een leeg vakje in deze kolom?", (("nee", "nee"), ("leeg", "niet ingevuld")))
_DEEL = Vraag(
    "deel", "Is 1 in deze kolom 1 procent of alles?", (("procent", "1 procent"), ("deel", "alles, 100 procent"))
)
_KRUISJES = "Naast de kruisjes in deze kolom is een leeg vakje gelezen als nee."


def soort_van(kolom: Kolom) -> Soort:
    """Which parser reads a column of a contract."""
    if kolom.leeswijze:
        return kolom.leeswijze
    return "keuze" if kolom.type == "tekst" and (kolom.waarden or kolom.verwijst) else kolom.type


def lees_kolom(
    tabel: Tabel,
    kolom: Kolom,
    cellen: Sequence[Cel],
    woordenboek: Woordenboek,
    antwoorden: Antwoorden | None = None,
    *,
    kop: str = "",
    boven: str = "",
    basis1904: bool = False,
) -> Gelezen:
    """Read a whole column. `kop` is its header in the file, which may name a unit, and `boven` a title above the table that
    names a scale.
    """
    gegeven = antwoorden or {}
    alle = Cellen.van(cellen)
    match soort_van(kolom):
        case "datum":
            return _lees_datums(alle, gegeven, datums.lees_datum, basis1904=basis1904)
        case "periode":
            gelezen = _lees_datums(alle, gegeven, lees_periode, basis1904=basis1904)
            return replace(gelezen, aannames=(*gelezen.aannames, *_voorlopig(alle.verschillend)))
        case "ja_nee":
            return _lees_ja_nee(alle, gegeven, kolom, woordenboek.voor(tabel, kolom))
        case "keuze":
            return _lees_keuze(alle, gegeven, woordenboek.voor(tabel, kolom))
        case "huishouden":
            return _lees_huishouden(alle, gegeven, woordenboek.voor(tabel, kolom))
        case "leeftijd":
            return _uitkomst(alle, leeftijdsklasse)
        case "duurklasse":
            return _uitkomst(alle, duurklasse)
        case "tekst":
            return _uitkomst(alle, vrije_tekst)
        case soort:
            return _lees_getallen(alle, gegeven, soort, omrekening(kop, kolom, boven, gegeven), kop)


def _uitkomst(cellen: Cellen, lezer: Lezer, vragen: Sequence[Vraag] = (), aannames: Sequence[str] = ()) -> Gelezen:
    waarden, fouten = lees_alle(cellen, lezer)
    return Gelezen(tuple(waarden), fouten, tuple(vragen), tuple(aannames))


def _lees_datums(cellen: Cellen, gegeven: Antwoorden, parser: Callable[..., Any], *, basis1904: bool) -> Gelezen:
    orde, vraag_orde = datums.volgorde(cellen.verschillend)
    vraag_draai = datums.vraag_gedraaid(cellen.verschillend)
    if vraag_orde:
        orde = cast("datums.Volgorde | None", vraag_orde.antwoord(gegeven))
    draai = vraag_draai.antwoord(gegeven) if vraag_draai else "zoals"

    def lees(cel: Cel) -> dt.date | None:
        dag: dt.date | None = parser(cel, orde, basis1904=basis1904)
        if dag is None or not isinstance(cel, dt.date) or draai == "zoals" or datums.draai(dag) == dag:
            return dag
        if draai is None:
            keuzes = [voluit(dag), voluit(datums.draai(dag))]
            raise Onduidelijk(f"{datums.DATUM}: dit kan {keuzes[0]} en {keuzes[1]} zijn", keuzes, "gedraaid")
        return datums.draai(dag)

    lezer, vragen, aannames = met_tijden(cellen.verschillend, lees, gegeven)
    eerst = [vraag for vraag in (vraag_orde, vraag_draai) if vraag and vraag.antwoord(gegeven) is None]
    return _uitkomst(cellen, lezer, [*eerst, *vragen], aannames)


def _voorlopig(verschillend: list[Cel]) -> list[str]:
    """What is told about periods that are marked as provisional."""
    gevonden = [str(cel).strip() for cel in verschillend if is_voorlopig(cel)]
    return [f"Voorlopig volgens het bestand: {opsomming(gevonden)}."] if gevonden else []


def _lees_getallen(cellen: Cellen, gegeven: Antwoorden, soort: Soort, anders: Omrekening, kop: str) -> Gelezen:
    heel, kort = soort in ("geheel", "procent") and anders.keer == 1, soort in ("bedrag", "decimaal")
    teken, vraag_teken = decimaalteken(cellen.verschillend, heel=heel, kort=kort)
    vragen = [vraag_teken] if vraag_teken else []
    if vraag_teken:
        teken = cast("Teken | None", vraag_teken.antwoord(gegeven))
    parser, extra, aannames = _getalparser(soort, teken, cellen.verschillend, gegeven, kop, anders)
    vragen += extra
    vragen += [anders.vraag] if anders.vraag else []
    streepje = None
    if any(getallen.is_streepje(cel) for cel in cellen.verschillend):
        streepje = _STREEPJE.antwoord(gegeven)
        vragen.append(_STREEPJE)

    def lees(cel: Cel) -> Any:
        if anders.vraag and not is_leeg(cel):
            raise Onduidelijk("een getal; boven de tabel staat een schaal", ["keer", "zoals"], "schaal")
        if not getallen.is_streepje(cel):
            return parser(cel)
        if streepje is None:
            raise Onduidelijk("een getal; een streepje kan 0 en niet bekend betekenen", ["nul", "leeg"], "streepje")
        return parser(0) if streepje == "nul" else None

    return _uitkomst(cellen, lees, [vraag for vraag in vragen if vraag.antwoord(gegeven) is None], aannames)


def _getalparser(
    soort: Soort, teken: Teken | None, verschillend: list[Cel], gegeven: Antwoorden, kop: str, anders: Omrekening
) -> tuple[Lezer, list[Vraag], list[str]]:
    """The parser, what must be asked first, and what the heading made of the numbers."""
    gezegd = [anders.zin] if anders.zin else []
    match soort:
        case "bedrag":
            return (lambda cel: getallen.bedrag(cel, teken, anders.keer)), [], gezegd
        case "geheel":
            return (lambda cel: getallen.geheel(cel, teken, anders.keer)), [], gezegd
        case "procent":
            return *_procentparser(teken, verschillend, gegeven), []
        case "duur":
            eenheid = duur.eenheid_in_kop(kop)
            vraag = None if eenheid else duur.vraag_eenheid(verschillend)
            if vraag:
                eenheid = cast("duur.Eenheid | None", vraag.antwoord(gegeven))
            elif eenheid not in ("maanden", None):
                gezegd = [f"De kop noemt {eenheid}, en elk kaal getal is omgerekend naar maanden."]
            return (lambda cel: duur.lees_duur(cel, eenheid, teken)), [vraag] if vraag else [], gezegd
    return (lambda cel: getallen.decimaal(cel, teken, keer=anders.keer)), [], gezegd


def _procentparser(teken: Teken | None, verschillend: list[Cel], gegeven: Antwoorden) -> tuple[Lezer, list[Vraag]]:
    """The parser of a column with percentages, and the question whether 0.75 is 75 % when no number exceeds 1."""
    getal = [cel for cel in verschillend if isinstance(cel, (int, float)) and not isinstance(cel, bool)]
    dubbel = bool(getal) and all(0 <= cel <= 1 for cel in getal) and any(cel > 0 for cel in getal)
    breuken = dubbel and any(0 < cel < 1 for cel in getal)
    antwoord = "deel" if breuken else _DEEL.antwoord(gegeven) if dubbel else "procent"

    def lees(cel: Cel) -> int | None:
        if antwoord is None and isinstance(cel, (int, float)) and cel == 1 and not isinstance(cel, bool):
            raise Onduidelijk("een percentage: dit kan 1 en 100 procent zijn", ["procent", "deel"], "deel")
        return getallen.procent(cel, teken, als_deel=antwoord == "deel")

    return lees, [_DEEL] if dubbel and not breuken else []


def _lees_ja_nee(cellen: Cellen, gegeven: Antwoorden, kolom: Kolom, woorden: Woorden) -> Gelezen:
    goed = [cel for cel in cellen.verschillend if not foutmelding(cel)]
    gevuld = [cel for cel in goed if not is_leeg(cel) or is_kruisje(cel)]
    leeg = len(gevuld) < len(goed)
    if leeg and gevuld and all(is_kruisje(cel) for cel in gevuld):
        return _uitkomst(cellen, lambda cel: ja_of_nee(cel, woorden) or False, (), [_KRUISJES])
    uitkomst = _uitkomst(cellen, lambda cel: ja_of_nee(cel, woorden))
    if not leeg or not (kolom.verplicht or kolom.invullen) or set(uitkomst.waarden) != {True, None} or uitkomst.fouten:
        return uitkomst
    antwoord = _LEEG_IS.antwoord(gegeven)
    if antwoord is None:
        return replace(uitkomst, vragen=(_LEEG_IS,))
    return replace(uitkomst, waarden=tuple(w or False for w in uitkomst.waarden)) if antwoord == "nee" else uitkomst


def _lees_keuze(cellen: Cellen, gegeven: Antwoorden, woorden: Woorden) -> Gelezen:
    def lees(cel: Cel) -> str | None:
        return woorden.lees(cel, gegeven)

    return _uitkomst(cellen, lees, _vragen_naar_woorden(cellen.verschillend, lees))


def _lees_huishouden(cellen: Cellen, gegeven: Antwoorden, woorden: Woorden) -> Gelezen:
    """A number of persons, or a word for it ('alleenstaand')."""

    def lees(cel: Cel) -> str | None:
        try:
            return huishoudgrootte(cel)
        except Onleesbaar as fout:
            try:
                return woorden.lees(cel, gegeven)
            except Onduidelijk:
                raise
            except Onleesbaar as anders:
                raise Onleesbaar(fout.verwacht, anders.voorstel) from fout

    return _uitkomst(cellen, lees, _vragen_naar_woorden(cellen.verschillend, lees))


def _vragen_naar_woorden(verschillend: list[Cel], lees: Lezer) -> list[Vraag]:
    """One question per spelling that stands for more than one value; such spellings come from our own data."""
    vragen: dict[str, Vraag] = {}
    for cel in verschillend:
        try:
            lees(cel)
        except Onduidelijk as fout:
            keuzes = tuple((keuze, keuze or "leeg laten") for keuze in fout.keuzes)
            if fout.vraag.startswith("woord:"):
                vragen.setdefault(
                    fout.vraag, Vraag(fout.vraag, f"Wat betekent ‘{vrije_tekst(cel)}’ in deze kolom?", keuzes)
                )
        except Onleesbaar:
            continue
    return list(vragen.values())
