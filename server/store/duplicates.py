"""Applications that may be one job twice (an aggregator's copy): only ever suggested, never joined by themselves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from server import cleaning
from server.store import rows
from server.store.connection import Store
from server.store.rows import Row

ALIKE = 88.0
MOST_COMPARED = 300


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two applications, the older first, that may be the same job; ``score`` from 0 to 100."""

    id: int
    first: int
    second: int
    score: float
    reason: str


def suggest(db: Store, applications: Iterable[int]) -> None:
    """Compare applications with those of the same employer, or with the same person or title where none is named."""
    for application in applications:
        one = rows.get(db, "applications", application)
        if one is None or not one["ready"]:
            continue
        for other in _candidates(db, one):
            found = _alike(one, other)
            if found:
                _keep(db, application, other["id"], *found)


def _candidates(db: Store, one: Row) -> list[Row]:
    sql = (
        "SELECT * FROM applications WHERE id <> :id AND ready AND (employer_key = :employer_key OR"
        " ((employer_key IS NULL OR :employer_key IS NULL) AND title = :title COLLATE NOCASE) OR id IN (SELECT"
        " l.application FROM application_people l WHERE NOT l.removed AND l.person IN (SELECT person FROM"
        " application_people WHERE application = :id AND NOT removed))) ORDER BY id DESC LIMIT :most"
    )
    given = {name: one[name] for name in ("id", "employer_key", "title")} | {"most": MOST_COMPARED}
    return rows.many(db, sql, given)


def _alike(one: Row, other: Row) -> tuple[float, str] | None:
    if not (one["title"] and other["title"]):
        return None
    if one["reference_key"] and other["reference_key"] and one["reference_key"] != other["reference_key"]:
        return None
    # Loaded when there is something to compare: it costs a start 15 ms and 6 MB.
    from rapidfuzz import fuzz

    score = fuzz.token_sort_ratio(one["title"].casefold(), other["title"].casefold(), score_cutoff=ALIKE)
    employers = [one["employer_key"], other["employer_key"]]
    places = [cleaning.name_key(one["location"]), cleaning.name_key(other["location"])]
    if not score or _differ(employers, ALIKE) or _differ(places, 50):
        return None
    return score, "title and employer" if one["employer_key"] and other["employer_key"] else "title"


def _differ(pair: list[str | None], least: float) -> bool:
    from rapidfuzz import fuzz

    one, other = pair
    return bool(one and other) and fuzz.token_set_ratio(one or "", other or "") < least


def _keep(db: Store, one: int, other: int, score: float, reason: str) -> None:
    db.execute(
        "INSERT INTO duplicates (first, second, score, reason) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (first, second) DO UPDATE SET score = excluded.score, reason = excluded.reason",
        (min(one, other), max(one, other), score, reason),
    )


def suggested(db: Store, application: int | None = None) -> list[Suggestion]:
    """The pairs that wait for a decision, of one application or of all, most alike first."""
    sql = (
        "SELECT id, first, second, score, reason FROM duplicates WHERE NOT dismissed"
        " AND (:one IS NULL OR first = :one OR second = :one) ORDER BY score DESC, id DESC LIMIT 200"
    )
    return [Suggestion(**found) for found in rows.many(db, sql, {"one": application})]
