"""Delete so that nothing is left: rows by cascade, people nobody needs any more, index entries, and the log."""

from __future__ import annotations

from server.store.connection import Store, readable_errors

_LONELY = """
DELETE FROM people WHERE id NOT IN (SELECT person FROM application_people)
    AND id NOT IN (SELECT person FROM touches WHERE person IS NOT NULL)
    AND id NOT IN (SELECT person FROM interviewers)
    AND id NOT IN (SELECT person FROM reports)
"""


def application(db: Store, application: int) -> None:
    """Delete an application and all that only it owns. Part of a transaction; not journaled: this is for good."""
    db.execute("DELETE FROM applications WHERE id = ?", (application,))
    db.execute(_LONELY)


def everything(db: Store) -> None:
    """Delete all rows of the person's own: applications, captures, people, history, settings, texts."""
    for table in ("applications", "captures", "people", "events", "settings", "templates"):
        db.execute(f"DELETE FROM {table}")
    db.execute("DELETE FROM marks WHERE key = 'planned-on'")


def settle(db: Store) -> None:
    """Make what was deleted unreadable in the files: merge the search index, and empty the write-ahead log."""
    with readable_errors():
        # Deleted words stay in FTS5's segments until these are merged.
        db.execute("INSERT INTO search_fts (search_fts) VALUES ('optimize')")
        db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
