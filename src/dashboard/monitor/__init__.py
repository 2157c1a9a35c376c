"""One publication and one agreement, opened together; the floors above ask their figures here."""

from dashboard.monitor.monitor import Monitor
from dashboard.monitor.openen import open_monitor, open_vorige

__all__ = ["Monitor", "open_monitor", "open_vorige"]
