"""The person's settings and their own script texts; everything is planned anew with them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from server import cleaning, planning
from server.store import events, settings
from server.store.connection import Store, write


def save(db: Store, changes: dict[str, Any], *, now: datetime) -> list[str]:
    """Set fields of ``records.Settings`` or ``store.settings.Preferences``; returns the names that changed.

    Raises ``InvalidError``; nothing is saved then.
    """
    with write(db):
        changed = settings.save(db, {name: _clean(given) for name, given in changes.items()})
        if changed:
            events.record(db, "settings", now, data={"fields": changed})
            planning.replan_all(db, now)
    return changed


def _clean(given: Any) -> Any:
    if isinstance(given, str):
        return cleaning.block(given, 200_000)
    if isinstance(given, (list, tuple)) and all(isinstance(one, str) for one in given):
        return tuple(cleaning.texts(given, count=200))
    return given


def save_template(db: Store, name: str, text: str | None, *, now: datetime) -> None:
    """Use the person's own text for a script from now on; None goes back to ours."""
    with write(db):
        settings.set_template(db, name, cleaning.block(text), now)
        if db.journal:
            events.record(db, "template", now, data={"name": name})
