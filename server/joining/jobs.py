"""Which application a capture belongs to, and how what was read becomes part of it (CONTRACT.md, "The same job")."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from server.joining.reading import Read
from server.services import fields as checked_fields
from server.store import applications, times
from server.store.connection import Store
from server.store.rows import Row

_JOBS = ("posting", "employer")
_APPROACHES = {
    "solicited": ("solicited", "posting"),
    "unsolicited": ("unsolicited", "cold"),
    "lead": ("unsolicited", "referral"),
}
_POLICIES = ("calls", "contact")
_SIDES = ("problems", "evidence", "others")


@dataclass(frozen=True, slots=True)
class Merged:
    """The application a capture became part of; ``created`` if it is new."""

    application: int
    created: bool
    tracked_at: datetime


def merge(db: Store, capture: Row, read: Read, now: datetime) -> Merged:
    """Find or make the application of a capture and let what was read become part of it."""
    known = capture["application"] or same_job(db, capture["canonical"], read)
    if known is not None and capture["application"] is None and _another_wall(db, known, read):
        known = None
    if known is None:
        merged = Merged(_create(db, capture, read, now), True, now)
    else:
        _join(db, known, capture, read, now)
        tracked_at = times.from_text(applications.row(db, known)["tracked_at"])
        merged = Merged(known, False, tracked_at)
    if capture["canonical"]:
        applications.add_address(db, merged.application, capture["canonical"], capture["url"])
    return merged


def _another_wall(db: Store, known: int, read: Read) -> bool:
    """Whether a wall or list met one the person has filled in: many jobs hide behind one address of such a page."""
    before = applications.row(db, known)
    return read.kind not in _JOBS and before["kind"] not in _JOBS and bool(before["ready"])


def same_job(db: Store, canonical: str | None, read: Read) -> int | None:
    """The application for the same job: the same address, or the same employer and requisition number."""
    known = applications.by_address(db, canonical) if canonical else None
    employer, reference = read.fields.get("employer_key"), read.fields.get("reference_key")
    if known is None and employer and reference:
        known = applications.by_reference(db, employer, reference)
    return known


def _create(db: Store, capture: Row, read: Read, now: datetime) -> int:
    request = capture["request"]
    approach, origin = _APPROACHES.get(request["approach"], _APPROACHES["solicited"])
    if read.kind == "employer" and approach == "solicited":
        approach, origin = _APPROACHES["unsolicited"]
    facts = _facts(request)
    applied_on = facts.get("applied_on") or request["applied_on"]
    fields = read.fields | {
        "kind": read.kind,
        "ready": is_ready(read, facts, applied_on),
        "approach": approach,
        "origin": request["origin"] or origin,
        "stance": request["stance"],
        "stage": "applied" if applied_on else "tracked",
        "applied_on": applied_on,
        "tracked_at": times.to_text(now),
        "updated_at": times.to_text(now),
        "problems": read.problems,
        "corrected": sorted(facts),
    }
    return applications.add(db, fields | facts)


def is_ready(read: Read, facts: dict[str, Any], applied_on: str | None) -> bool:
    """Whether follow-ups can be planned: a job or an employer was read by name, or the person said what it is."""
    if facts.get("title") or facts.get("employer"):
        return True
    if read.kind == "expired":
        return bool(applied_on and read.fields.get("title"))
    return read.kind in _JOBS and bool(read.fields.get("title") or read.fields.get("employer"))


def _facts(request: dict[str, Any]) -> dict[str, Any]:
    facts = {name: checked_fields.check(name, given) for name, given in (request.get("facts") or {}).items()}
    facts = {name: given for name, given in facts.items() if given is not None}
    return facts | checked_fields.derived_keys(facts)


def _join(db: Store, application: int, capture: Row, read: Read, now: datetime) -> None:
    before = applications.row(db, application)
    reading_again = capture["application"] is not None and capture["state"] != "reading"
    weaker = before["kind"] not in _JOBS and read.kind in _JOBS
    changes = _news(before, read, replace=weaker or reading_again)
    changes |= _said(before, capture["request"])
    if weaker or (reading_again and read.kind in (*_JOBS, "expired")):
        changes |= {"kind": read.kind}
    if not before["ready"] and is_ready(read, {}, changes.get("applied_on") or before["applied_on"]):
        changes |= {"ready": True}
    changes |= _facts_over(before, capture["request"])
    if changes:
        applications.change(db, application, changes | {"updated_at": times.to_text(now)})


def _news(before: Row, read: Read, *, replace: bool) -> dict[str, Any]:
    """What a page adds: gaps filled, a ban that is new; all but the person's own words where ``replace``."""
    news: dict[str, Any] = {}
    for name, given in read.fields.items():
        owner = name.removesuffix("_key")
        if owner in before["corrected"] or name in _SIDES:
            continue
        if name in _POLICIES:
            if given == "forbidden" or before[name] == "unstated" or replace:
                news[name] = given
        elif replace or before[name] in (None, "", []):
            news[name] = given
    evidence = read.fields.get("evidence", {})
    kept = before["evidence"] or {}
    news["evidence"] = kept | {name: evidence[name] for name in evidence if replace or name not in kept}
    if replace:
        news |= {"problems": read.problems, "others": read.fields.get("others", [])}
    return {name: given for name, given in news.items() if before[name] != given}


def _said(before: Row, request: dict[str, Any]) -> dict[str, Any]:
    """What the person said at the click, as far as they had not said it before."""
    said: dict[str, Any] = {}
    if request["applied_on"] and before["applied_on"] is None and "applied_on" not in before["corrected"]:
        said["applied_on"] = request["applied_on"]
        if before["stage"] == "tracked":
            said["stage"] = "applied"
    if request["stance"] and before["stance"] is None and "stance" not in before["corrected"]:
        said["stance"] = request["stance"]
    return said


def _facts_over(before: Row, request: dict[str, Any]) -> dict[str, Any]:
    facts = _facts(request)
    if not facts:
        return {}
    corrected = sorted({*before["corrected"], *facts})
    return facts | {"corrected": corrected, "ready": True}
