"""A page saved to a file: its HTML, and the address it notes. What is no web page is refused in words."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from html import unescape

from server.sentences import Sentence
from server.store.errors import InvalidError

MOST_BYTES = 16 * 2**20
"""As much as the door takes in one request."""

_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
# Chromium writes it above a page it saves: <!-- saved from url=(0031)https://jobs.example.com/clerk -->
_SAVED_FROM = re.compile(rb"<!--\s*saved from url=\(\d{4}\)(https?://[^\s>]+)\s*-->")
_TITLE = re.compile(r"<title[^>]{0,200}>([^<]{1,2000})</title", re.IGNORECASE)


def unpack(content: bytes) -> tuple[str, str | None]:
    """The HTML of a saved page and the address it notes: an MHTML archive's first page, or the file as it is.

    Raises ``InvalidError`` where the file is empty, too large or no text.
    """
    _check(content)
    if content[:2000].lower().find(b"content-type: multipart/related") >= 0:
        archive = message_from_bytes(content, policy=policy.default)
        for part in archive.walk():
            if part.get_content_type() == "text/html":
                return str(part.get_content()), part.get("Content-Location") or archive.get("Snapshot-Content-Location")
    noted = _SAVED_FROM.search(content[:2000])
    return _decode(content), noted[1].decode("ascii", "replace") if noted else None


def _decode(content: bytes) -> str:
    # What switches alphabets by escapes (iso-2022) is valid UTF-8, too.
    if b"\x1b" not in content:
        try:
            return content.decode("utf-8-sig")
        except UnicodeDecodeError:
            pass
    # Loaded for old encodings alone: it brings the parser, which a running server leaves to its reader.
    from scrapers.decode import decode

    return decode(content)


def _check(content: bytes) -> None:
    if not content.strip():
        raise InvalidError(Sentence("This file is empty."), Sentence("Save the page again, with its content."))
    if content.startswith(b"%PDF"):
        raise InvalidError(
            Sentence("This file is a PDF document, not a saved web page."),
            Sentence("Add the job by hand on the dashboard and paste the document’s text."),
        )
    if b"\0" in content[:2000] and not content.startswith(_BOMS):
        raise InvalidError(
            Sentence("This file is not a saved web page."), Sentence("Choose one that was saved as HTML or MHTML.")
        )
    if len(content) > MOST_BYTES:
        raise InvalidError(
            Sentence("This file is larger than %(size)s MB, the most that is taken at once.", size=MOST_BYTES // 2**20),
            Sentence("Save the page as HTML alone, without pictures."),
        )


def title(html: str) -> str | None:
    """What the page calls itself, as a browser shows it on a tab."""
    found = _TITLE.search(html[:200_000])
    return " ".join(unescape(found[1]).split()) or None if found else None
