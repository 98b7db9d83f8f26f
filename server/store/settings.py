"""What the person told of themselves and how they want things: one row a setting, JSON each; texts they rewrote."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import datetime, time
from typing import Any

import msgspec

from server import whereabouts
from server.followups.records import Settings
from server.sentences import Sentence
from server.store import rows, times
from server.store.connection import Store
from server.store.errors import InvalidError
from server.store.rows import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """Settings the planner does not need.

    ``keep_pages_days`` None keeps captured pages until they are deleted, ``language`` None means the browser's.
    """

    keep_pages_days: int | None = None
    notifications: bool = True
    quiet_from: time = time(20, 0)
    quiet_to: time = time(8, 0)
    language: str | None = None
    first_run_done: bool = False


_PLANNER = {field.name: field for field in fields(Settings)}
_OTHER = {field.name: field for field in fields(Preferences)}


def load(db: Store) -> Settings:
    """The planner's settings: what was saved, else the defaults; where the person is, else where the machine is."""
    told = _saved(db, _PLANNER)
    told.setdefault("timezone", whereabouts.timezone())
    told.setdefault("country", whereabouts.country(told["timezone"]))
    return msgspec.convert(told, Settings, strict=False)


def for_planner(db: Store) -> Settings:
    """``load``, but with all hours to phone in where neither the person nor the machine says where they are."""
    told = load(db)
    if "timezone" in saved(db) or told.timezone != whereabouts.FALLBACK_ZONE:
        return told
    return replace(told, hours_from=time.min, hours_to=time(23, 59))


def preferences(db: Store) -> Preferences:
    """All other settings."""
    return msgspec.convert(_saved(db, _OTHER), Preferences, strict=False)


def saved(db: Store) -> set[str]:
    """The names of the settings the person has set; all others stand at their defaults."""
    return {found["key"] for found in rows.many(db, "SELECT key FROM settings")}


def _saved(db: Store, names: dict[str, Any]) -> dict[str, Any]:
    found = rows.many(db, "SELECT key, value FROM settings")
    return {one["key"]: rows.unpack(one["value"]) for one in found if one["key"] in names}


def save(db: Store, changes: dict[str, Any]) -> list[str]:
    """Set fields of ``Settings`` or ``Preferences``; returns the names that changed.

    Values are the records' own types or their JSON form. Raises ``InvalidError`` for an unknown name or a bad value.
    """
    changed = []
    for name, given in changes.items():
        kept = rows.pack(_checked(name, given))
        if rows.get(db, "settings", name) is None:
            rows.insert(db, "settings", {"key": name, "value": kept})
            changed.append(name)
        elif rows.update(db, "settings", name, {"value": kept}):
            changed.append(name)
    return changed


def _checked(name: str, given: Any) -> Any:
    record = Settings if name in _PLANNER else Preferences if name in _OTHER else None
    if record is None:
        raise InvalidError(
            Sentence("There is no setting called “%(name)s”.", name=name),
            Sentence("Reload the settings page and try again."),
        )
    try:
        return getattr(msgspec.convert({name: msgspec.to_builtins(given)}, record, strict=False), name)
    except (msgspec.ValidationError, TypeError) as error:
        raise InvalidError(
            Sentence("%(name)s: this value cannot be taken (%(error)s).", name=name, error=str(error)),
            Sentence("Correct it and save again."),
        ) from error


def mark(db: Store, key: str) -> str | None:
    """A fact the program notes for itself, such as the day it last planned on."""
    found = rows.value(db, "SELECT value FROM marks WHERE key = ?", (key,))
    return str(found) if found is not None else None


def set_mark(db: Store, key: str, given: str) -> None:
    """Note such a fact."""
    db.execute(
        "INSERT INTO marks (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, given),
    )


def count_up(db: Store, key: str) -> None:
    """Add one to a fact that is a number."""
    db.execute(
        "INSERT INTO marks (key, value) VALUES (?, 1) ON CONFLICT (key) DO UPDATE SET"
        " value = CAST(CAST(value AS INTEGER) + 1 AS TEXT)",
        (key,),
    )


def templates(db: Store) -> dict[str, str]:
    """The script templates the person rewrote, by name; all others are ours."""
    return {found["name"]: found["text"] for found in rows.many(db, "SELECT name, text FROM templates")}


def set_template(db: Store, name: str, text: str | None, now: datetime) -> None:
    """Keep the person's own text for a script; None goes back to ours."""
    if text is None:
        rows.delete(db, "templates", name)
        return
    row: Row = {"text": text, "edited_at": times.to_text(now)}
    if rows.get(db, "templates", name) is None:
        rows.insert(db, "templates", {"name": name, **row})
    else:
        rows.update(db, "templates", name, row)
