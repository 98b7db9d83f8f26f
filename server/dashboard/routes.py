"""The blueprint with every page on it: importing a module puts its views there."""

from __future__ import annotations

from server.dashboard import (
    add,
    application,
    applications,
    board,
    browsers,
    bulk,
    contacts,
    correcting,
    data,
    duplicates,
    export,
    first_steps,
    importing,
    insights,
    outcomes,
    pair,
    people,
    preparing,
    settings,
    snapshot,
    talks,
    texts,
    today,
)
from server.dashboard.blueprint import pages

MODULES = (
    add,
    application,
    applications,
    board,
    browsers,
    bulk,
    contacts,
    correcting,
    data,
    duplicates,
    export,
    first_steps,
    importing,
    insights,
    outcomes,
    pair,
    people,
    preparing,
    settings,
    snapshot,
    talks,
    texts,
    today,
)

__all__ = ["MODULES", "pages"]
