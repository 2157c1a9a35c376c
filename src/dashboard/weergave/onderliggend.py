"""The rows under a figure, and the figures with rows of a delivery."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby
from typing import Any

import pandas as pd
import streamlit as st
from markupsafe import Markup

from dashboard.afspraken import Indicator
from dashboard.basis.formuletekst import onschuldig
from dashboard.basis.opmaak import aantal, als_tekst, ontbreekt, opsomming
from dashboard.cijfers import Keuze, is_gevuld, reeks_voor
from dashboard.cijfers.herkomst import PLAN, Bronrij, Geraakt, geraakt, rijen_in
from dashboard.grafieken import keuze_tekst
from dashboard.monitor import Monitor
from dashboard.queries import QueryFout
from dashboard.weergave.filters import kies_uit
from dashboard.weergave.html import STREEP, alinea, koppeling, tabel, toon_html

MEEST = 200
_KEUZE = "keuze"
_KORT = 30  # characters


def toon_rijen(monitor: Monitor, indicator: Indicator, keuze: Keuze) -> None:
    """Show the delivered rows of a part and year, with file and row number, and all of them as a download."""
    delen = {code: deel for code, deel in _delen(monitor, indicator, keuze).items() if _jaren(monitor, indicator, deel)}
    if not delen:
        toon_html(alinea("Voor deze keuze zijn er geen gegevens."))
        return
    links, rechts, _ = st.columns([3, 2, 5], gap="medium")
    namen = {code: keuze_tekst(monitor, deel) for code, deel in delen.items()}
    with links:
        code = kies_uit("Van wie", namen, "rijen_van", "", begin=next(iter(namen))) or next(iter(namen))
    jaren = {str(jaar): str(jaar) for jaar in _jaren(monitor, indicator, delen[code])}
    with rechts:
        jaar = kies_uit("Jaar", jaren, "rijen_jaar", "", begin=next(iter(jaren))) or next(iter(jaren))
    try:
        rijen = rijen_in(monitor, indicator, delen[code], int(jaar))
    except QueryFout as fout:
        st.info(str(fout))
        return
    leveringen = {rij.upload_id for rij in rijen}
    zin = f"{aantal(len(rijen), 'rij', 'rijen')} uit {aantal(len(leveringen), 'levering', 'leveringen')}"
    meer = f"; {MEEST} daarvan staan hieronder, het bestand heeft ze alle" if len(rijen) > MEEST else ""
    plan = f" De planning komt uit: {monitor.overeenkomst.gemeente.bron}." if _kent_plan(monitor, indicator) else ""
    kop = f"{indicator.titel}, {namen[code]}, {jaar}: {zin}"
    toon_html(Markup("<p><b>{}</b>{}.{}</p>").format(kop, meer, plan))
    for naam, groep in _getoond(rijen):
        toon_html(_tabel(indicator, naam, groep))
    if rijen:
        bestand = f"rijen_{indicator.indicator}_{jaar}.csv"
        st.download_button(
            "Alle rijen als csv-bestand", partial(csv_bestand, rijen), bestand, "text/csv", on_click="ignore"
        )


def toon_geraakt(monitor: Monitor) -> None:
    """Show a choice of delivery, and every figure with rows of it."""
    namen = {rij["upload_id"]: f"{rij['upload_id']}: {rij['bestand']}" for rij in monitor.volledigheid.leveringen}
    gekozen = kies_uit("In welke cijfers zit een levering", namen, "levering", "kies een levering")
    if gekozen is None:
        return
    rijen = [_geraakt(monitor, een) for een in geraakt(monitor, gekozen)]
    if not rijen:
        toon_html(alinea("Deze levering zit in geen enkel cijfer."))
        return
    titel = f"{namen[gekozen]} zit in {len(rijen)} cijfers"
    toon_html(tabel(["cijfer", "van wie", "kernen", "jaren"], rijen, titel=titel))


def csv_bestand(rijen: Sequence[Bronrij]) -> bytes:
    """The rows as a .csv for a Dutch spreadsheet: semicolons, decimal commas, and texts that stay texts."""
    vlak = [
        {naam: _als_tekst(waarde) for naam, waarde in rij.als_dict().items()} | {"fictief": _als_tekst(rij.fictief)}
        for rij in rijen
    ]
    return pd.DataFrame(vlak, dtype=object).to_csv(index=False, sep=";", lineterminator="\n").encode("utf-8-sig")


def _als_tekst(waarde: Any) -> Any:
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, float):
        return str(int(waarde) if waarde.is_integer() else waarde).replace(".", ",")
    return onschuldig(waarde) if isinstance(waarde, str) else waarde


def _delen(monitor: Monitor, indicator: Indicator, keuze: Keuze) -> dict[str, Keuze]:
    """The choices of a part: that of the page first, then every corporatie and kern for which the figure exists."""
    overal = replace(keuze, corporatie=None, kernen=())
    delen = {_KEUZE: keuze}
    if "corporatie" in indicator.niveaus:
        codes = [corporatie.corporatie for corporatie in monitor.overeenkomst.corporaties]
        delen |= {code: replace(overal, corporatie=code) for code in codes}
    if "kern" in indicator.niveaus:
        delen |= {kern.kern: replace(overal, kernen=(kern.kern,)) for kern in monitor.overeenkomst.kernen}
    return delen


def _jaren(monitor: Monitor, indicator: Indicator, keuze: Keuze) -> list[int]:
    """The years with a figure, newest first."""
    return sorted({w.jaar for w in reeks_voor(monitor, indicator, keuze) if is_gevuld(w)}, reverse=True)


def _getoond(rijen: Sequence[Bronrij]) -> list[tuple[str, list[Bronrij]]]:
    """The rows that fit, per table; the smallest table first, so that a long one does not push it off the screen."""
    groepen = [(naam, list(groep)) for naam, groep in groupby(rijen, key=lambda rij: rij.tabel)]
    getoond, over = [], MEEST
    for naam, groep in sorted(groepen, key=lambda paar: len(paar[1])):
        getoond.append((naam, groep[:over]))
        over -= len(groep[:over])
    return [(naam, groep) for naam, groep in getoond if groep]


def _kent_plan(monitor: Monitor, indicator: Indicator) -> bool:
    return PLAN in monitor.queries[indicator.query].bron


def _tabel(indicator: Indicator, naam: str, rijen: Sequence[Bronrij]) -> Markup:
    """The rows of one source table: which row it is, what it adds (or its value, for a median), and its columns."""
    eigen = list(rijen[0].waarden)
    waarde = indicator.eenheid.per_rij
    met_noemer = not waarde and any(rij.noemer is not None for rij in rijen)
    kop = [
        "levering",
        "bestand",
        "rij",
        "waarde" if waarde else "in teller",
        *(["in noemer"] if met_noemer else []),
        *eigen,
    ]
    regels = [
        [
            rij.upload_id or "afspraken",
            rij.levering["bestand"] if rij.levering else None,
            _cel(rij.bronrij),
            _cel(rij.teller),
            *([_cel(rij.noemer)] if met_noemer else []),
            *(_cel(rij.waarden[kolom]) for kolom in eigen),
        ]
        for rij in rijen
    ]
    return tabel(kop, regels, rechts=range(2, 5 if met_noemer else 4), titel=naam, rol=True)


def _cel(waarde: Any) -> str | None:
    """A short text kept on one line: the table is wider than the screen anyway."""
    if ontbreekt(waarde):
        return None
    tekst = als_tekst(waarde)
    return tekst.replace(" ", "\N{NO-BREAK SPACE}") if len(tekst) <= _KORT else tekst


def _geraakt(monitor: Monitor, een: Geraakt) -> list[str]:
    slug = next(t.slug for t in monitor.overeenkomst.themas if t.thema == een.indicator.thema)
    wie = [monitor.overeenkomst.kort.get(code, code) for code in een.corporaties]
    return [
        koppeling(een.indicator.titel, slug, cijfer=een.indicator.indicator),
        opsomming(wie) or "hele gemeente",
        opsomming(een.kernen) or STREEP,
        opsomming(str(jaar) for jaar in een.jaren),
    ]
