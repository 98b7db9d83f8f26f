"""What is kept, as files for other programs. A module in this folder is a format of that name.

Each has ``MIMETYPE``, and ``write(calls)`` that gives the file's bytes.
"""

from __future__ import annotations

import importlib
import pkgutil
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from server.exports.calls import Call, make_calls

if TYPE_CHECKING:
    from collections.abc import Sequence

    from server.store.connection import Store

__all__ = ["Call", "calls", "formats", "mimetype"]

_NOT_FORMATS = ("calls",)


class Format(Protocol):
    """What each format's module offers."""

    MIMETYPE: str

    def write(self, calls: Sequence[Call]) -> bytes:
        """Return the file's content."""
        ...


def formats() -> list[str]:
    """Return the names of all formats."""
    found = (module.name for module in pkgutil.iter_modules([str(Path(__file__).parent)]))
    return sorted(name for name in found if name not in _NOT_FORMATS)


def _module(name: str) -> Format:
    if name not in formats():
        raise ValueError(f"there is no format {name!r}")
    return cast(Format, importlib.import_module(f"server.exports.{name}"))


def mimetype(name: str) -> str:
    """Return the media type of a format. Raises ``ValueError`` where there is none of that name."""
    return _module(name).MIMETYPE


def calls(db: Store, name: str, now: datetime) -> bytes:
    """Return the call list as a file of the format ``name``: every open follow-up, in the order to do them.

    Raises ``ValueError`` where there is no such format.
    """
    return _module(name).write(make_calls(db, now))
