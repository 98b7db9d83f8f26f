"""Read kept pages again after the reader has learned something: newer values take the place of what it read before.

What the person corrected, confirmed or removed stays. The work can be stopped and goes on where it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from server import intake
from server.parser_version import parser_version
from server.store import captures
from server.store.connection import Store


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of the kept pages have been read again, and how many applications that changed something in."""

    done: int
    total: int
    changed: int


def reread(db: Store, read: intake.Reader, *, now: datetime) -> Iterator[Progress]:
    """Read every kept page that this version of the reader has not read, oldest first, one for each step.

    Whoever takes the steps shows them, and stops by taking no more. A page that cannot be read keeps what was known.
    """
    waiting = list(captures.kept(db, except_version=parser_version()))
    changed = 0
    for done, capture in enumerate(waiting, 1):
        changed += intake.read_again(db, capture, read, now=now)
        yield Progress(done, len(waiting), changed)
