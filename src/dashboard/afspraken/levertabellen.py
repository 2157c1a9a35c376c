"""The files of an agreement folder that say how others deliver: their spellings, and what in their numbers is unlikely."""

from __future__ import annotations

from dashboard.tabellen.contracten import LEVERINGEN, TABELLEN
from dashboard.tabellen.tabel import Kolom, Tabel

# The tables that somebody delivers; which files were delivered is written down by the monitor itself.
AANGELEVERD = tuple(naam for naam in TABELLEN if naam != LEVERINGEN.naam)

_SCHRIJFWIJZE = Kolom("schrijfwijze", "tekst", uitleg="zoals anderen het schrijven")

LEVERTABELLEN: tuple[Tabel, ...] = (
    # An empty kolom: known, and none of ours. An empty waarde: read as an empty cell.
    Tabel(
        "synoniemen",
        "een rij per kolomkop in een aangeleverd bestand en wat die kan betekenen",
        (Kolom("tabel", "tekst", waarden=AANGELEVERD), Kolom("kolom", "tekst", verplicht=False), _SCHRIJFWIJZE),
        ("tabel", "kolom", "schrijfwijze"),
    ),
    Tabel(
        "waarden",
        "een rij per schrijfwijze van een waarde en wat die kan betekenen",
        (Kolom("kolom", "tekst"), Kolom("waarde", "tekst", verplicht=False), _SCHRIJFWIJZE),
        ("kolom", "waarde", "schrijfwijze"),
    ),
    Tabel(
        "grenswaarden",
        "een rij per getal dat in een aangeleverd bestand onwaarschijnlijk is",
        (
            Kolom("tabel", "tekst", waarden=AANGELEVERD),
            Kolom("kolom", "tekst"),
            Kolom("minimum", "decimaal", verplicht=False),
            Kolom("maximum", "decimaal", verplicht=False),
            Kolom("uitleg", "tekst"),
        ),
        ("tabel", "kolom"),
    ),
    Tabel(
        "combinaties",
        "een rij per twee waarden die zelden samen op een rij staan",
        (
            Kolom("tabel", "tekst", waarden=AANGELEVERD),
            Kolom("kolom", "tekst"),
            Kolom("waarde", "tekst"),
            Kolom("ook", "tekst"),
            Kolom("ook_waarde", "tekst"),
            Kolom("uitleg", "tekst"),
        ),
        ("tabel", "kolom", "waarde", "ook", "ook_waarde"),
    ),
)
