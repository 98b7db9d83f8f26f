"""Notes on an application, and the names of the documents that were sent with it."""

from __future__ import annotations

from typing import cast

from server.sentences import Sentence
from server.store import rows
from server.store.connection import Store
from server.store.errors import NotFoundError
from server.store.rows import Row


def of(db: Store, application: int) -> list[Row]:
    """The notes of an application, newest first: ``id``, ``text``, ``written_at``, ``edited_at``."""
    return rows.many(db, "SELECT * FROM notes WHERE application = ? ORDER BY written_at DESC, id DESC", (application,))


def get(db: Store, note: int) -> Row:
    """One note. Raises ``NotFoundError``."""
    found = rows.get(db, "notes", note)
    if found is None:
        raise NotFoundError(Sentence("That note is no longer there."), Sentence("Reload the application's page."))
    return found


def add(db: Store, fields: Row) -> int:
    """Insert a note (columns of ``notes``) and return its id."""
    return cast(int, rows.insert(db, "notes", fields))


def documents(db: Store, application: int) -> list[Row]:
    """The documents of an application by name: ``id``, ``name``, ``note``, ``added_at``."""
    return rows.many(db, "SELECT * FROM documents WHERE application = ? ORDER BY id", (application,))


def add_document(db: Store, fields: Row) -> int:
    """Insert a document's name (columns of ``documents``) and return its id."""
    return cast(int, rows.insert(db, "documents", fields))
