"""A message of a mailing list that was saved as it came, made a page: its header's lines and its paragraphs apart."""

from __future__ import annotations

import quopri
import re
from base64 import b64decode
from binascii import Error
from email import message_from_string
from email.message import Message
from html import escape

_HEADER = re.compile(r"\s{0,40}(?:(?:From |[A-Z][\w-]{1,30}: ).{0,400}\n(?:[ \t].{0,400}\n){0,20}){3}")
_BLANK = re.compile(r"\n[ \t>]*\n\s*")
# Paper is wider than this: lines that are all shorter end where they want to.
_NARROW = 50


def is_message(text: str) -> bool:
    """Whether a text is no page but a message: it has no end tag and begins with the fields of a header."""
    return "</" not in text and bool(_HEADER.match(text))


def page_of(text: str) -> str:
    """A message as a page: a line for each field of its header, a paragraph for each of its own."""
    message = message_from_string(text.strip())
    header = "<br>".join(
        escape(f"{name}: {' '.join(str(value).split())}", quote=False) for name, value in message.items()
    )
    paragraphs = (_paragraph(part) for part in _BLANK.split(_body(message)))
    return f"<p>{header}</p>\n" + "".join(f"<p>{part}</p>\n" for part in paragraphs)


def _body(message: Message) -> str:
    """The words of all parts; a file that came with them is none."""
    parts = (part for part in message.walk() if part.get_content_maintype() == "text")
    return "\n\n".join(_decoded(str(part.get_payload()), part) for part in parts)


def _decoded(payload: str, part: Message) -> str:
    """A part as it was written; as it came where it says of its encoding what is not so."""
    sent_as = str(part.get("Content-Transfer-Encoding", "")).strip().lower()
    try:
        if sent_as == "quoted-printable":
            return quopri.decodestring(payload.encode("ascii")).decode(part.get_content_charset("utf-8"), "replace")
        if sent_as == "base64":
            return b64decode(payload).decode(part.get_content_charset("utf-8"), "replace")
    except (LookupError, ValueError, Error):
        pass
    return payload


def _paragraph(text: str) -> str:
    lines = escape(text, quote=False).strip().split("\n")
    return ("<br>" if all(len(line) < _NARROW for line in lines) else "\n").join(lines)
