"""The command line for tests: in this process, which saves a start each time, or as a process of its own."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from dashboard.__main__ import main
from dashboard.basis.instellingen import WORTEL


@dataclass(frozen=True)
class Uitkomst:
    """How a command ended, and what it said on either channel."""

    code: int
    ruw: bytes
    fout: str

    @property
    def uit(self) -> str:
        return self.ruw.decode("utf-8")


def _omgeving(eigen: dict[str, str | Path]) -> dict[str, str]:
    """The environment without anybody's own settings of the monitor, and with what is given."""
    schoon = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith("MONITOR_")}
    return schoon | {naam: str(waarde) for naam, waarde in eigen.items()}


def draai(*woorden: str, **omgeving: str | Path) -> Uitkomst:
    """What `python -m dashboard` with these words and settings answers, found out in this process."""
    uit, fout = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2))
    with (
        contextlib.chdir(WORTEL),
        mock.patch.dict(os.environ, _omgeving(omgeving), clear=True),
        mock.patch.object(sys, "argv", ["dashboard", *woorden]),
        contextlib.redirect_stdout(uit),
        contextlib.redirect_stderr(fout),
    ):
        code = _code()
    return Uitkomst(code, uit.buffer.getvalue(), fout.buffer.getvalue().decode("utf-8"))


def _code() -> int:
    """How the command ended: by itself, or through the door that `main` uses."""
    try:
        main()
    except SystemExit as einde:
        return int(einde.code or 0)
    return 0


def proces(*woorden: str, **omgeving: str | Path) -> Uitkomst:
    """The same by a process of its own: for what only a process has, such as an encoding or what it imported."""
    klaar = subprocess.run(
        [sys.executable, "-m", "dashboard", *woorden],
        capture_output=True,
        check=False,
        cwd=WORTEL,
        env=_omgeving(omgeving),
        stdin=subprocess.DEVNULL,
    )
    return Uitkomst(klaar.returncode, klaar.stdout, klaar.stderr.decode("utf-8"))
