"""The blueprint with every page on it: importing a module puts its views there."""

from __future__ import annotations

from server.dashboard import (
    add,
    application,
    applications,
    browsers,
    contacts,
    correcting,
    data,
    export,
    outcomes,
    settings,
    texts,
    today,
)
from server.dashboard.blueprint import pages

MODULES = (
    add,
    application,
    applications,
    browsers,
    contacts,
    correcting,
    data,
    export,
    outcomes,
    settings,
    texts,
    today,
)

__all__ = ["MODULES", "pages"]
