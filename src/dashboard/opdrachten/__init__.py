"""The longer commands of the command line, and what all commands share."""

from dashboard.basis.zinnen import NIETS_GEPUBLICEERD as LEEG
from dashboard.basis.zinnen import VERZONNEN as FICTIEF

__all__ = ["FICTIEF", "LEEG"]
