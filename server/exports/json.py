"""The call list as JSON: nothing changed for the sake of spreadsheets."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from server.exports.calls import Call

MIMETYPE = "application/json"


def write(calls: Sequence[Call]) -> bytes:
    """Return a list of objects, one a follow-up."""
    return msgspec.json.format(msgspec.json.encode(list(calls), enc_hook=str), indent=2) + b"\n"
