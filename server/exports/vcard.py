"""People as vCards (RFC 2426, version 3.0, which every address book reads): one for each contact of the call list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from server.exports.calls import Call

MIMETYPE = "text/vcard; charset=utf-8"
LONGEST_LINE = 75
"""Octets of a line before it is folded (RFC 2426, 2.6)."""
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def write(calls: Sequence[Call]) -> bytes:
    """One card a contact, in the order of the list."""
    known = {(call.contact, call.email, call.dial): call for call in calls if call.contact or call.email or call.dial}
    cards = (
        card(
            call.contact,
            role=call.role,
            employer=call.employer,
            emails=[call.email] if call.email else (),
            phones=[f"+{call.dial}"] if call.dial else (),
            note=call.notes,
        )
        for call in known.values()
    )
    return b"".join(cards)


def card(
    name: str | None,
    *,
    role: str | None = None,
    employer: str | None = None,
    emails: Iterable[str] = (),
    phones: Iterable[str] = (),
    address: str | None = None,
    note: str | None = None,
) -> bytes:
    """One vCard. Somebody without a name goes by their role, else their employer, else their address or number."""
    emails, phones = list(emails), list(phones)
    called = name or role or employer or next(iter([*emails, *phones]), "?")
    first, _, last = called.rpartition(" ")
    lines = ["BEGIN:VCARD", "VERSION:3.0", f"N:{_text(last)};{_text(first)};;;", f"FN:{_text(called)}"]
    lines += [f"ORG:{_text(employer)}"] if employer else []
    lines += [f"TITLE:{_text(role)}"] if role else []
    lines += [f"EMAIL;TYPE=INTERNET:{_text(email)}" for email in emails]
    lines += [f"TEL;TYPE=VOICE:{_text(phone.replace(';ext=', ' ext. '))}" for phone in phones]
    lines += [f"ADR;TYPE=WORK:;;{_text(address)};;;;"] if address else []
    lines += [f"NOTE:{_text(note)}"] if note else []
    return "".join(f"{_fold(line)}\r\n" for line in [*lines, "END:VCARD"]).encode()


def _text(value: str) -> str:
    """A value with what has a meaning in a vCard escaped, and control characters left out."""
    plain = _CONTROL.sub("", value.replace("\r\n", "\n").replace("\r", "\n"))
    for special in ("\\", ";", ","):
        plain = plain.replace(special, f"\\{special}")
    return plain.replace("\n", "\\n")


def _fold(line: str) -> str:
    """A long line in pieces of at most 75 octets, never cut within a character."""
    pieces: list[str] = []
    piece, size = "", 0
    for character in line:
        width = len(character.encode())
        if size + width > LONGEST_LINE - bool(pieces):
            pieces.append(piece)
            piece, size = "", 0
        piece, size = piece + character, size + width
    return "\r\n ".join([*pieces, piece])
