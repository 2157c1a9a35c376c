"""A short command starts without pandas: a third of a second that rows do not need.

Nothing of ours imports it on the way to a row, but Arrow and DuckDB do: with the first Python value they are given they
import pandas, to know one of its values when they see one, and they remember whether there was any. Neither has a setting.
"""

from __future__ import annotations

import sys


class _Verborgen:
    """A finder for which there is no pandas; any other module it leaves to the next finder."""

    @staticmethod
    def find_spec(naam: str, *_: object) -> None:
        """None, or ModuleNotFoundError for pandas."""
        if naam == "pandas":
            raise ModuleNotFoundError(naam, name=naam)


def verberg_pandas() -> None:
    """Have this process believe that there is no pandas, as long as nobody imported it."""
    sys.meta_path.insert(0, _Verborgen)


def toon_pandas() -> None:
    """Give it back, and have Arrow look again before it is given a frame."""
    import pyarrow as pa

    if _Verborgen in sys.meta_path:
        sys.meta_path.remove(_Verborgen)
        pa.nulls(0).to_pandas()
