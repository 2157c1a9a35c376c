"""How much one upload may ask of the server. Every number is a setting, so that a hostile file has a known cost."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.basis.instellingen import instelling

MEGA = 1_000_000


@dataclass(frozen=True)
class Grenzen:
    """Limits for one file: bytes on disk, bytes unpacked, rows and columns of a sheet, cells of all sheets together,
    and the memory (bytes) and time (seconds) of the process that parses it.
    """

    bestand: int
    uitgepakt: int
    rijen: int
    kolommen: int
    cellen: int
    geheugen: int
    seconden: float


def grenzen() -> Grenzen:
    """The limits in the settings."""
    return Grenzen(
        bestand=int(float(instelling("MONITOR_UPLOAD_MB")) * MEGA),
        uitgepakt=int(float(instelling("MONITOR_UPLOAD_UITGEPAKT")) * MEGA),
        rijen=int(instelling("MONITOR_UPLOAD_RIJEN")),
        kolommen=int(instelling("MONITOR_UPLOAD_KOLOMMEN")),
        cellen=int(instelling("MONITOR_UPLOAD_CELLEN")),
        geheugen=int(float(instelling("MONITOR_UPLOAD_GEHEUGEN")) * MEGA),
        seconden=float(instelling("MONITOR_UPLOAD_SECONDEN")),
    )
