"""The process that parses one file: `python -m dashboard.inname.bestand.lezer SOORT PAD`, the workbook as JSON lines on stdout.

It limits itself before it opens the file. It refuses in words where it can; where it cannot (out of memory, a parser that
aborts) it exits with another status than 0, and `lezen` words the refusal.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO

from dashboard.inname.bestand.grenzen import Grenzen, grenzen
from dashboard.inname.bestand.overdracht import Schrijver
from dashboard.inname.fouten import Geweigerd


def beperk(grens: Grenzen) -> None:
    """Limit memory, time and output of this process, and keep it from leaving a core file. Windows has the time-out only."""
    if sys.platform == "win32":
        return
    import resource

    for wat, hoeveel in (
        (resource.RLIMIT_AS, grens.geheugen),
        (resource.RLIMIT_CPU, int(grens.seconden) + 1),
        (resource.RLIMIT_FSIZE, grens.uitgepakt + 1000),
        (resource.RLIMIT_CORE, 0),
    ):
        harde = resource.getrlimit(wat)[1]
        zacht = hoeveel if harde == resource.RLIM_INFINITY else min(hoeveel, harde)
        try:
            resource.setrlimit(wat, (zacht, zacht))
        except (ValueError, OSError):
            continue  # macOS does not have every limit; the others and the time-out still hold


def ontleed(soort: str, pad: Path, schrijver: Schrijver, grens: Grenzen) -> None:
    """Parse a file that the guard let through. Each kind imports only its own parser, because pyarrow is slow to import."""
    if soort == "csv":
        from dashboard.inname.bestand.tekstblad import lees_tekst

        lees_tekst(pad, schrijver, grens)
    elif soort == "parquet":
        from dashboard.inname.bestand.parquetblad import lees_parquet

        lees_parquet(pad, schrijver, grens)
    else:
        from dashboard.inname.bestand.rekenblad import lees_rekenblad

        lees_rekenblad(soort, pad, schrijver)


def main(soort: str, pad: str, uit: BinaryIO) -> None:
    """Write the workbook to `uit`, or the refusal."""
    grens = grenzen()
    beperk(grens)
    schrijver = Schrijver(uit, grens)
    try:
        ontleed(soort, Path(pad), schrijver, grens)
    except Geweigerd as fout:
        schrijver.weiger(fout)
    except (MemoryError, RecursionError):
        schrijver.weiger(Geweigerd("Het bestand vraagt te veel geheugen om te lezen; verdeel het over meer bestanden."))
    except Exception as fout:  # noqa: BLE001 - what a file can do wrong is refused in words; the rest is a fault of ours
        schrijver.storing(fout)
    except BaseException as fout:
        if (
            type(fout).__name__ != "PanicException"
        ):  # a parser in Rust gives up; its type has no module to import it from
            raise
        from dashboard.inname.bestand.zipwacht import BESCHADIGD

        schrijver.weiger(Geweigerd(BESCHADIGD))
    uit.flush()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.stdout.buffer)
