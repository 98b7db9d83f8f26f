"""The one JSON loader of the door: UTF-8 alone, typed and bounded; whatever is wrong is a 400 with its place."""

from __future__ import annotations

import re
from typing import TypeVar

import msgspec

from server.errors import Refusal

T = TypeVar("T")

_ESCAPE = re.compile(rb"\\(?:u[0-9a-fA-F]{4}|.)", re.DOTALL)
_HIGH, _LOW = re.compile(rb"\\u[dD][89abAB]"), re.compile(rb"\\u[dD][c-fC-F]")


def decode(data: bytes, kind: type[T]) -> T:
    """Decode JSON text as ``kind`` (a msgspec type).

    JavaScript writes half a surrogate pair, which is no character, as an escape that no strict reader takes; a page
    may hold some, and must not be lost for it, so they become U+FFFD.
    """
    try:
        return msgspec.json.decode(data, type=kind)
    except msgspec.ValidationError as error:
        raise _refusal(f"The JSON does not fit: {error}.") from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        mended = mend_surrogates(data)
        if mended == data:
            raise _refusal("This is not JSON in UTF-8 that can be read.") from error
    return decode(mended, kind)


def _refusal(message: str) -> Refusal:
    return Refusal(400, "bad-json", message, "Update the extension; docs/api.md says what each call takes.")


def mend_surrogates(data: bytes) -> bytes:
    """Replace each escape of a lone surrogate by that of U+FFFD."""
    escapes = list(_ESCAPE.finditer(data))
    lone = []
    position = 0
    while position < len(escapes):
        this = escapes[position]
        after = escapes[position + 1] if position + 1 < len(escapes) else None
        if _HIGH.match(this[0]) and after and after.start() == this.end() and _LOW.match(after[0]):
            position += 2
            continue
        if _HIGH.match(this[0]) or _LOW.match(this[0]):
            lone.append(this.span())
        position += 1
    mended = bytearray(data)
    for start, end in lone:
        mended[start:end] = b"\\ufffd"
    return bytes(mended)
