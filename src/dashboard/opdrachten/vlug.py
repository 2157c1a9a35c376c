"""Start a short command without pandas, which takes a third of a second and is not needed for rows.

Our own code does not import it for rows, but Arrow and DuckDB do: at their first Python value they import pandas to
recognise its values, and they remember whether it was there. Neither has a setting for it.
"""

from __future__ import annotations

import sys


class _Verborgen:
    """A finder that hides pandas; any other module is left to the next finder."""

    @staticmethod
    def find_spec(naam: str, *_: object) -> None:
        """None, or ModuleNotFoundError for pandas."""
        if naam == "pandas":
            raise ModuleNotFoundError(naam, name=naam)


def verberg_pandas() -> None:
    """Hide pandas from this process, unless it was imported already."""
    sys.meta_path.insert(0, _Verborgen)


def toon_pandas() -> None:
    """Show pandas again, and make Arrow look again, before it gets a frame."""
    import pyarrow as pa

    if _Verborgen in sys.meta_path:
        sys.meta_path.remove(_Verborgen)
        pa.nulls(0).to_pandas()
