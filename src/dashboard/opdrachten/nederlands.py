"""Help in Dutch. Click takes its own words from a translation that does not come with it; here they are given.

By hand and not by a catalogue for gettext: Click asks gettext for some of these words only, puts its faults together
from pieces that never give the sentences of `__main__`, and wants a compiled file and a language for the whole process.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import click

_KOPPEN = {"Options": "Opties", "Commands": "Opdrachten"}
_ZINNEN = {"Show this message and exit.": "Toon deze uitleg."}
_WOORDEN = {
    "[OPTIONS]": "[OPTIES]",
    "COMMAND [ARGS]...": "OPDRACHT [WOORDEN]...",
    "INTEGER": "GETAL",
    "TEXT": "TEKST",
    "FILE": "BESTAND",
    "[%Y-%m-%d]": "JJJJ-MM-DD",
    "[required]": "[verplicht]",
}
_ENGELS = re.compile("|".join(re.escape(woord) for woord in _WOORDEN))


class Hulptekst(click.HelpFormatter):
    """Help with Dutch headings and words."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The first line: how the command is written."""
        super().write_usage(prog, _nederlands(args), "Gebruik: " if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        """The heading of a part."""
        super().write_heading(_KOPPEN.get(heading, heading))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Options and commands, each with what it does."""
        vertaald = [(_nederlands(naam), _nederlands(_ZINNEN.get(uitleg, uitleg))) for naam, uitleg in rows]
        super().write_dl(vertaald, col_max, col_spacing)


class Context(click.Context):
    """A context whose help is Dutch."""

    formatter_class = Hulptekst


class Opdrachten(click.Group):
    """A group that speaks Dutch, with all commands that are added to it."""

    context_class = Context

    def add_command(self, cmd: click.Command, name: str | None = None) -> None:
        """Add a command, and have it speak Dutch too."""
        cmd.context_class = Context
        super().add_command(cmd, name)


def _nederlands(tekst: str) -> str:
    return _ENGELS.sub(lambda gevonden: _WOORDEN[gevonden[0]], tekst)
