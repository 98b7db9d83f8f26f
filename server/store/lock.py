"""One server on one database: a lock on a file beside it, which the system lifts when the process ends, however."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import IO

from server.sentences import Sentence
from server.store.errors import RunningError

if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[str]) -> None:
        # A byte far behind the text, so that others can still read who holds the lock.
        file.seek(1 << 20)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        file.seek(0)
else:
    import fcntl

    def _lock(file: IO[str]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


def acquire(path: Path, note: str = "") -> IO[str]:
    """Lock ``path`` until the returned file is closed, and write ``note`` (the server's address) into it.

    Raises ``RunningError``, whose ``note`` is what the holder wrote, where another process holds it.
    """
    file = os.fdopen(os.open(path, os.O_CREAT | os.O_RDWR, 0o600), "r+", encoding="utf-8")
    try:
        _lock(file)
    except OSError as error:
        held_by = holder(path)
        file.close()
        raise RunningError(
            Sentence("Ringback is already running on this data at %(place)s.", place=held_by)
            if held_by
            else Sentence("Ringback is already running on this data."),
            Sentence("Open its dashboard, or stop it first."),
        ) from error
    file.truncate(0)
    file.write(note)
    file.flush()
    return file


def holder(path: Path) -> str:
    """What the process that last took the lock wrote into it; empty where nobody did."""
    try:
        return path.read_text(encoding="utf-8").strip()
    except OSError:
        return ""
