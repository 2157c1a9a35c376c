"""The files of an agreement folder that say how others deliver: their spellings, and what in their numbers is unlikely."""

from __future__ import annotations

from dashboard.tabellen.contracten import AANGELEVERD
from dashboard.tabellen.tabel import Kolom, Tabel

_SCHRIJFWIJZE = Kolom("schrijfwijze", "tekst", uitleg="zoals anderen het schrijven")

_TABEL = Kolom("tabel", "tekst", waarden=AANGELEVERD)

LEVERTABELLEN: tuple[Tabel, ...] = (
    Tabel(
        "synoniemen",
        "een rij per kolomkop in een aangeleverd bestand en wat die kan betekenen; bij twee betekenissen wordt het gevraagd",
        (
            _TABEL,
            Kolom("kolom", "tekst", verplicht=False, uitleg="leeg: bekend, en geen kolom van de monitor"),
            _SCHRIJFWIJZE,
        ),
        ("tabel", "kolom", "schrijfwijze"),
    ),
    Tabel(
        "waarden",
        "een rij per schrijfwijze van een waarde en wat die kan betekenen",
        (
            Kolom("kolom", "tekst", uitleg="of tabel.kolom, waar tabellen verschillen"),
            Kolom("waarde", "tekst", verplicht=False, uitleg="leeg: gelezen als een lege cel"),
            _SCHRIJFWIJZE,
        ),
        ("kolom", "waarde", "schrijfwijze"),
    ),
    Tabel(
        "grenswaarden",
        "een rij per getal dat in een aangeleverd bestand onwaarschijnlijk is en een waarschuwing geeft",
        (
            _TABEL,
            Kolom("kolom", "tekst"),
            Kolom("minimum", "decimaal", verplicht=False, uitleg="dit of het maximum is er ten minste"),
            Kolom("maximum", "decimaal", verplicht=False),
            Kolom("uitleg", "tekst", uitleg="wat wel verwacht was, als einde van een zin"),
        ),
        ("tabel", "kolom"),
    ),
    Tabel(
        "combinaties",
        "een rij per twee waarden die zelden samen op een rij staan",
        (
            _TABEL,
            Kolom("kolom", "tekst"),
            Kolom("waarde", "tekst"),
            Kolom("ook", "tekst", uitleg="de andere kolom"),
            Kolom("ook_waarde", "tekst"),
            Kolom("uitleg", "tekst", uitleg="wat wel verwacht was, als einde van een zin"),
        ),
        ("tabel", "kolom", "waarde", "ook", "ook_waarde"),
    ),
)
