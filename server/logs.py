"""The log: ids, lengths and places in the code; never what a page or a person said."""

from __future__ import annotations

import logging
import os
import traceback
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import TypeAlias

Failure: TypeAlias = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]

MOST_BYTES = 1_000_000


class QuietFormatter(logging.Formatter):
    """Writes of an exception its type and where it came from, not its text, which may quote a page."""

    def formatException(self, ei: Failure) -> str:
        """Return the type and the places."""
        kind, _, where = ei
        places = [f"{Path(at.filename).name}:{at.lineno} {at.name}" for at in traceback.extract_tb(where)]
        return f"  {kind.__name__ if kind else 'nothing'} at {' < '.join(reversed(places))}"


class PrivateFileHandler(RotatingFileHandler):
    """Opens its file for its owner alone, each time one is full, too."""

    def _open(self) -> TextIOWrapper:
        descriptor = os.open(self.baseFilename, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
        return TextIOWrapper(os.fdopen(descriptor, "ab"), encoding=self.encoding)


def start(path: Path) -> None:
    """Log to ``path``: 1 MB, and the megabyte before it."""
    handler = PrivateFileHandler(path, maxBytes=MOST_BYTES, backupCount=1, encoding="utf-8")
    handler.setFormatter(QuietFormatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    root.addHandler(handler)
