"""What server and reader process say to each other: messages of MessagePack, each after its length in 8 bytes."""

from __future__ import annotations

import struct
from datetime import datetime
from typing import IO, Any

import msgspec

HEAD = struct.Struct(">Q")


class ToRead(msgspec.Struct, frozen=True, kw_only=True):
    """One page to read. ``frames`` are pairs of address and HTML."""

    html: str
    url: str | None = None
    captured_at: datetime | None = None
    frames: tuple[tuple[str | None, str], ...] = ()
    selection: str | None = None
    marked: str | None = None


class Answer(msgspec.Struct, frozen=True):
    """What came of it: ``Posting.as_dict()``, or what failed (a type and a place, never the page's words)."""

    posting: dict[str, Any] | None = None
    failure: str | None = None
    out_of_memory: bool = False


def send(pipe: IO[bytes], message: bytes) -> None:
    """Write one message. Raises ``OSError`` where the other side is gone."""
    pipe.write(HEAD.pack(len(message)))
    pipe.write(message)
    pipe.flush()


def receive(pipe: IO[bytes]) -> bytes | None:
    """Read one message; None where the other side is gone."""
    head = pipe.read(HEAD.size)
    if len(head) < HEAD.size:
        return None
    (length,) = HEAD.unpack(head)
    message = pipe.read(length)
    return message if len(message) == length else None
