"""What is wrong in the file: a sentence, the columns, every cell, and the analyst's own sheet with marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from dashboard.basis.opmaak import aantal
from dashboard.inname import Bevinding, Inname, lijst_csv, werkboek_terug
from dashboard.weergave.html import LEEG, alinea, omkaderd, punten, tabel, toon_html

_MEESTE = 200  # lines on the screen; the marked workbook and the list have all of them of them of them


def toon_bevindingen(inname: Inname, *, fictief: bool) -> None:
    """Show the downloads, then the faults, then the warnings."""
    if not inname.fouten and not inname.waarschuwingen:
        toon_html(alinea("Geen fouten en geen waarschuwingen gevonden."))
        return
    _toon_downloads(inname, fictief=fictief)
    if inname.fouten:
        toon_html(_lijst(inname))
    if inname.waarschuwingen:
        uitklap = st.expander(
            f"{aantal(len(inname.waarschuwingen), 'waarschuwing', 'waarschuwingen')}: kijk of dit klopt",
            key="waarschuwingen",
            on_change="rerun",
        )
        if uitklap.open:
            with uitklap:
                toon_html(_tabel(inname.waarschuwingen))


def _lijst(inname: Inname) -> Markup:
    """How many faults, where most of them are, and the first ones themselves."""
    fouten = inname.fouten
    hoeveel = aantal(len(fouten), "fout houdt het publiceren tegen", "fouten houden het publiceren tegen")
    kop = f"{hoeveel} ({aantal(inname.foute_rijen, 'rij', 'rijen')} met fouten)"
    per_kolom = Counter((fout.kolom, fout.verwacht) for fout in fouten).most_common(5)
    vaak = [f"{kolom}: {hoeveel} keer, verwacht {wat}" for (kolom, wat), hoeveel in per_kolom if hoeveel > 3]
    return omkaderd(kop, punten(vaak, "opsomming") if vaak else LEEG, _tabel(fouten))


def _tabel(bevindingen: Sequence[Bevinding]) -> Markup:
    rijen = [[b.blad, b.rij or None, b.kolom, b.waarde or "leeg", b.verwacht] for b in bevindingen[:_MEESTE]]
    titel = (
        "" if len(bevindingen) <= _MEESTE else f"De eerste {_MEESTE} van {len(bevindingen)}; de lijst heeft ze allemaal"
    )
    return tabel(["blad", "rij", "kolom", "gevonden", "verwacht"], rijen, rechts=[1], titel=titel, rol=True)


def _toon_downloads(inname: Inname, *, fictief: bool) -> None:
    """Offer the downloads, made only when somebody asks because colouring a long sheet takes a while."""
    bevindingen = (*inname.fouten, *inname.waarschuwingen)
    naam = inname.werkboek.bestand.rpartition(".")[0] or inname.werkboek.bestand
    links, rechts, _ = st.columns([3, 3, 4])
    links.download_button(
        "Uw bestand met de fouten gekleurd (Excel)",
        data=lambda: werkboek_terug(
            inname.werkboek, [deel.vondst for deel in inname.gebruikt], bevindingen, fictief=fictief
        ),
        file_name=f"{naam} - gecontroleerd.xlsx",
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        on_click="ignore",
        type="primary",
    )
    rechts.download_button(
        "Lijst van bevindingen (CSV)",
        data=lambda: lijst_csv(bevindingen),
        file_name=f"{naam} - bevindingen.csv",
        mime="text/csv",
        on_click="ignore",
    )
