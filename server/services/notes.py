"""Notes, and the names of documents that were sent."""

from __future__ import annotations

from datetime import datetime

from server import cleaning
from server.sentences import Sentence
from server.services.verb import Done, verb
from server.store import applications, notes, rows, times
from server.store.connection import Store
from server.store.errors import InvalidError, NotFoundError

LONGEST = 20_000


def add(db: Store, application: int, text: str, *, now: datetime) -> Done:
    """Write a note. Raises ``InvalidError`` for an empty one."""
    written = _text(text)
    applications.record(db, application)
    with verb(db, "note-added", now, application=application) as done:
        done.id = notes.add(db, {"application": application, "text": written, "written_at": times.to_text(now)})
    return done


def edit(db: Store, note: int, text: str, *, now: datetime) -> Done:
    """Change a note's text; the former one can be had back by undo."""
    written = _text(text)
    with verb(db, "note-edited", now, application=notes.get(db, note)["application"]) as done:
        done.id = note
        rows.update(db, "notes", note, {"text": written, "edited_at": times.to_text(now)})
    return done


def remove(db: Store, note: int, *, now: datetime) -> Done:
    """Delete a note; undo brings it back."""
    with verb(db, "note-removed", now, application=notes.get(db, note)["application"]) as done:
        rows.delete(db, "notes", note)
    return done


def _text(given: str) -> str:
    written = cleaning.block(given, LONGEST)
    if written is None:
        raise InvalidError(Sentence("The note is empty."), Sentence("Write something, or leave it."))
    return written


def add_document(db: Store, application: int, name: str, *, now: datetime, note: str | None = None) -> Done:
    """Note the name of a document that was sent, such as ``CV-November.pdf``; the file itself is not taken in."""
    called = cleaning.text(name)
    if called is None:
        raise InvalidError(Sentence("The document's name is missing."), Sentence("Write it as the file is called."))
    applications.record(db, application)
    fields = {"application": application, "name": called, "note": cleaning.text(note, cleaning.LONG)}
    with verb(db, "document-added", now, application=application, name=called) as done:
        done.id = notes.add_document(db, fields | {"added_at": times.to_text(now)})
    return done


def remove_document(db: Store, document: int, *, now: datetime) -> Done:
    """Take a document's name off; undo brings it back. Raises ``NotFoundError``."""
    found = rows.get(db, "documents", document)
    if found is None:
        raise NotFoundError(Sentence("That document is no longer listed."), Sentence("Reload the application's page."))
    with verb(db, "document-removed", now, application=found["application"], name=found["name"]) as done:
        rows.delete(db, "documents", document)
    return done
