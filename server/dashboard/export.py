"""Downloads."""

from __future__ import annotations

from server.dashboard.blueprint import pages


@pages.get("/export/<name>")
def export(name: str) -> str:
    """Give a file."""
    return ""
