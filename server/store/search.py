"""Search over everything (FTS5). Whatever is typed is taken as words, never as a query language."""

from __future__ import annotations

from collections.abc import Iterable

from server.store import rows
from server.store.connection import Store

MAX_WORDS = 12

_TEXTS = """
SELECT a.id, coalesce(a.title, '') AS title, coalesce(a.employer, '') AS employer,
    coalesce((SELECT group_concat(coalesce(p.name, '') || ' ' || coalesce((SELECT group_concat(d.value, ' ')
        FROM details d WHERE d.person = p.id AND NOT d.removed), ''), ' ') FROM application_people l
        JOIN people p ON p.id = l.person WHERE l.application = a.id AND NOT l.removed), '') AS people,
    coalesce((SELECT group_concat(n.text, ' ') FROM notes n WHERE n.application = a.id), '') AS notes,
    coalesce(a.location, '') || ' ' || coalesce(a.reference, '') || ' ' || coalesce(o.description, '')
        || ' ' || coalesce((SELECT group_concat(t.note, ' ') FROM touches t WHERE t.application = a.id), '')
        || ' ' || coalesce((SELECT group_concat(c.name, ' ') FROM documents c WHERE c.application = a.id), '')
        AS text
FROM applications a LEFT JOIN postings o ON o.application = a.id
"""


def refresh(db: Store, applications: Iterable[int]) -> None:
    """Bring the search index up to date with what is kept of some applications."""
    for application in applications:
        found = rows.first(db, f"{_TEXTS} WHERE a.id = ?", (application,))
        known = rows.get(db, "search", application)
        if found is None or found == known:
            continue
        if known is None:
            db.execute("INSERT INTO search VALUES (:id, :title, :employer, :people, :notes, :text)", found)
        else:
            rows.put(db, "search", application, found)


def quoted(typed: str) -> str:
    """``typed`` as an FTS5 query: the beginnings of words, each between double quotes. May be empty."""
    sound = typed[:2_000].encode("utf-8", "replace").decode().replace("\0", " ").replace('"', " ")
    words = [word[:64] for word in sound.split() if any(letter.isalnum() for letter in word)][:MAX_WORDS]
    return " ".join(f'"{word}"*' for word in words)


_MARKS = "\x02", "\x03"


def excerpts(db: Store, typed: str, applications: Iterable[int]) -> dict[int, list[tuple[str, bool]]]:
    """Where the words of ``typed`` occur in some applications: pieces of text, each with whether it was searched for.

    Titles and employers are left out: they stand in every list.
    """
    query = quoted(typed)
    if not query:
        return {}
    parts = ", ".join(f"snippet(search_fts, {column}, ?, ?, ' … ', 14)" for column in (2, 3, 4))
    sql = f"SELECT rowid, {parts} FROM search_fts WHERE search_fts MATCH ? AND rowid {rows.AMONG}"
    found = db.execute(sql, (*_MARKS * 3, query, rows.listed(applications)))
    chosen = {number: next((one for one in texts if _MARKS[0] in one), None) for number, *texts in found}
    return {number: _pieces(text) for number, text in chosen.items() if text}


def _pieces(text: str) -> list[tuple[str, bool]]:
    before, *rest = text.split(_MARKS[0])
    pieces = [(before, False)]
    for one in rest:
        hit, _, after = one.partition(_MARKS[1])
        pieces += [(hit, True), (after, False)]
    return [piece for piece in pieces if piece[0]]


def ids(db: Store, typed: str, *, limit: int = 500) -> list[int]:
    """The applications in which every word of ``typed`` occurs, newest first.

    By age, not by rank: ranking a word that stands in nearly every posting reads them all.
    """
    query = quoted(typed)
    if not query:
        return []
    sql = "SELECT rowid FROM search_fts WHERE search_fts MATCH ? ORDER BY rowid DESC LIMIT ?"
    return [found["rowid"] for found in rows.many(db, sql, (query, limit))]
