"""One publication and one agreement, opened together; everything above asks its figures here."""

from dashboard.monitor.monitor import Monitor, open_monitor

__all__ = ["Monitor", "open_monitor"]
