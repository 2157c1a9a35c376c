"""The lists in the documentation, made from what they list: `make docs` writes them, a test compares them.

A list stands between `<!-- lijst: naam -->` and `<!-- einde -->`. Write everything else by hand.
"""

from __future__ import annotations

import ast
import re
import textwrap
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from dashboard.__main__ import cli
from dashboard.afspraken.aandachtregels import SITUATIES
from dashboard.afspraken.indicatoren import INDICATORVELDEN
from dashboard.afspraken.laden import lege_tabellen
from dashboard.afspraken.tabellen import AFSPRAAK_TABELLEN, GEMEENTEVELDEN
from dashboard.afspraken.velden import Veld
from dashboard.basis.instellingen import INSTELLINGEN, WORTEL, query_map
from dashboard.queries import laad_queries
from dashboard.store.publicaties import SCHEMA
from dashboard.store.verbinding import maak_verbinding
from dashboard.tabellen.contracten import HERKOMST, LEVERINGEN, TABELLEN
from dashboard.tabellen.tabel import Kolom

_LIJST = re.compile(r"(<!-- lijst: ([\w-]+) -->\n).*?(\n<!-- einde -->)", re.DOTALL)


def bijgewerkt(tekst: str) -> str:
    """The text with every list in it made anew."""
    return _LIJST.sub(lambda gevonden: gevonden[1] + LIJSTEN[gevonden[2]]() + gevonden[3], tekst)


def bestanden() -> list[Path]:
    """Every page of the documentation."""
    return [*sorted(WORTEL.glob("*.md")), *sorted((WORTEL / "docs").rglob("*.md"))]


def _tabel(kop: str, rijen: Iterable[Iterable[str]]) -> str:
    regels = [kop, re.sub(r"[^|]+", "---", kop), *("| " + " | ".join(rij) + " |" for rij in rijen)]
    return "\n".join(regels)


def _punt(naam: str, wat: str, delen: Iterable[Kolom | Veld]) -> str:
    """An item of a list: a file or table, what it holds, and its columns with what they mean."""
    tekst = f"- **`{naam}`**, {wat}: " + " · ".join(_deel(deel) for deel in delen) + "."
    return textwrap.fill(tekst, 120, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)


def _deel(deel: Kolom | Veld) -> str:
    keuze = f" ({', '.join(deel.waarden)})" if deel.waarden else ""
    return f"`{deel.naam}`{'' if deel.verplicht else '°'}{keuze}{' ' if deel.uitleg else ''}{deel.uitleg}"


def _instellingen() -> str:
    rijen = ((f"`{i.naam}`", f"`{i.standaard.removeprefix(f'{WORTEL}/')}`", i.uitleg) for i in INSTELLINGEN)
    return _tabel("| Setting | Default | Meaning |", rijen)


def _queries() -> str:
    leeg = {naam: tabel.arrow([]) for naam, tabel in (TABELLEN | lege_tabellen()).items()}
    gevonden = laad_queries(query_map(), maak_verbinding(leeg)).per_naam
    return _tabel("| Query | Question |", ((f"`{naam}`", gevonden[naam].vraag) for naam in sorted(gevonden)))


def _opgeslagen() -> str:
    herkomst = {kolom.naam for kolom in HERKOMST}
    return "\n".join(
        _punt(t.naam, t.korrel, (k for k in t.kolommen if t is LEVERINGEN or k.naam not in herkomst))
        for t in TABELLEN.values()
    )


def _afspraken() -> str:
    punten = [_punt("gemeente.toml", "over wie het gaat", GEMEENTEVELDEN)]
    punten += [_punt(f"{tabel.naam}.csv", tabel.korrel, tabel.kolommen) for tabel in AFSPRAAK_TABELLEN]
    wat = "een map met per thema een bestand met als naam zijn slug, en daarin per cijfer een tabel met als naam zijn code"
    return "\n".join([*punten, _punt("indicatoren", wat, INDICATORVELDEN)])


def _situaties() -> str:
    return _tabel(
        "| Situation | When | Places |",
        (
            (f"`{naam}`", s.wanneer, ", ".join([f"`{plek}`" for plek in s.altijd] + [f"`{plek}`°" for plek in s.soms]))
            for naam, s in SITUATIES.items()
        ),
    )


def _opdrachten() -> str:
    eerste = {naam: (opdracht.help or "").partition("\n\n")[0] for naam, opdracht in sorted(cli.commands.items())}
    return _tabel("| Command | What |", ((f"`{naam}`", " ".join(help_.split())) for naam, help_ in eerste.items()))


def _make() -> str:
    tekst = (WORTEL / "Makefile").read_text("utf-8")
    waarden = dict(re.findall(r"^(\w+) [?:]= (.*)$", tekst, re.MULTILINE))
    regels = re.findall(r'^\t@echo "(make [\w-]+) +(.*)"$', tekst, re.MULTILINE)
    return _tabel(
        "| Target | What |",
        ((f"`{doel}`", re.sub(r"\$\((\w+)\)", lambda naam: waarden[naam[1]], wat)) for doel, wat in regels),
    )


def _paginas() -> str:
    zinnen = {
        pad.name: ast.get_docstring(ast.parse(pad.read_text("utf-8"))) or ""
        for pad in sorted((WORTEL / "pages").glob("*.py"))
    }
    return _tabel(
        "| Page | What it shows |", ((f"`pages/{naam}`", zin.partition("\n\n")[0]) for naam, zin in zinnen.items())
    )


def _beslissingen() -> str:
    paden = sorted((WORTEL / "docs" / "beslissingen").glob("[0-9]*.md"))
    koppen = {pad.name: pad.read_text("utf-8").partition("\n")[0].removeprefix("# ") for pad in paden}
    return "\n".join(f"- [{kop}]({naam})" for naam, kop in koppen.items())


LIJSTEN: Mapping[str, Callable[[], str]] = {
    "instellingen": _instellingen,
    "queries": _queries,
    "opgeslagen-tabellen": _opgeslagen,
    "publicaties": lambda: ", ".join(f"`{naam}`" for naam in SCHEMA.names) + ".",
    "afsprakenmap": _afspraken,
    "situaties": _situaties,
    "opdrachten": _opdrachten,
    "make": _make,
    "paginas": _paginas,
    "beslissingen": _beslissingen,
}


def main() -> None:
    """Write every list anew."""
    for pad in bestanden():
        pad.write_text(bijgewerkt(pad.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
