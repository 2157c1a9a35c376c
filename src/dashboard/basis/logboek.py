"""What may stand in the log: which fault and where in the code, never its message.

The message of an exception often repeats a value (`could not convert string to float: 'jan@...'`), and a value from a
delivery may be personal. Whoever looks for a fault needs the place; the file is with the one who delivered it.
"""

from __future__ import annotations

import logging
import secrets
import traceback
from typing import Any


def storingsnummer() -> str:
    """A number that somebody reads out to the administrator, who finds the fault under it in the log."""
    return secrets.token_hex(3).upper()


def plaatsen(fout: BaseException) -> str:
    """The kind of a fault and every place that it came by, what caused it first."""
    eerder = fout.__cause__ or (None if fout.__suppress_context__ else fout.__context__)
    regels = [plaatsen(eerder), "daardoor:"] if eerder is not None else []
    regels += [
        f"  {kader.f_code.co_filename}, regel {regel}, in {kader.f_code.co_name}"
        for kader, regel in traceback.walk_tb(fout.__traceback__)
    ]
    return "\n".join([*regels, f"{type(fout).__module__}.{type(fout).__qualname__}"])


def zonder_waarden() -> None:
    """From now on no line of the log, of ours or of a library, holds the message of an exception."""
    maak = logging.getLogRecordFactory()

    def _maak(*wat: Any, **hoe: Any) -> logging.LogRecord:
        regel = maak(*wat, **hoe)
        fout = regel.exc_info[1] if regel.exc_info else None
        if fout is not None:
            regel.exc_info, regel.exc_text = None, plaatsen(fout)
        if isinstance(regel.args, tuple):
            regel.args = tuple(type(een).__name__ if isinstance(een, BaseException) else een for een in regel.args)
        return regel

    logging.setLogRecordFactory(_maak)
