"""Bytes to text as a browser would read them, and text made safe to parse."""

from __future__ import annotations

import re

from bs4.dammit import EncodingDetector

from scrapers.messages import is_message, page_of

MAX_CHARACTERS = 3_000_000
MAX_TAGS = 120_000

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
# Browsers read these three labels as windows-1252 (WHATWG Encoding Standard, section 4.2).
_SUPERSETS = {"iso-8859-1": "windows-1252", "latin-1": "windows-1252", "us-ascii": "windows-1252"}
_DROPPED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_CONTROLS = bytes((*range(9), 11, 12, *range(14, 32), 127))


def decode(raw: bytes) -> str:
    """The text of ``raw``: by its byte order mark, as UTF-8 where it is that, as declared, else as windows-1252.

    Valid UTF-8 comes before the declaration because a browser that saves a page writes UTF-8 and keeps the old
    ``<meta charset>``.
    """
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, "replace")
    declared = (EncodingDetector.find_declared_encoding(raw[:4096], is_html=True) or "").lower()
    if not (declared.startswith("iso-2022") and raw.isascii()):
        try:
            return raw.decode("utf-8")
        except UnicodeDecodeError:
            pass
    try:
        return raw.decode(_SUPERSETS.get(declared, declared or "windows-1252"), "replace")
    except (LookupError, UnicodeError):
        # No such charset, or one of Python's codecs that are none ("idna", "zlib").
        return raw.decode("windows-1252", "replace")


def clean(html: str) -> tuple[str, list[str]]:
    """``html`` without what breaks a parser (control characters, lone surrogates), cut to the limits.

    Returns the text and a sentence for each thing that was left out. ``MAX_TAGS`` bounds the time the tree takes,
    which follows elements and not bytes.
    """
    problems = []
    if _has_dropped(html):
        html = _DROPPED.sub("", html)
    if html.lstrip()[:5] == "HTTP/":
        # Saved with its response header; what that says is not the page's.
        html = html[max(0, html.find("<")) :]
    if is_message(html):
        html = page_of(html)
    if len(html) > MAX_CHARACTERS:
        html = html[:MAX_CHARACTERS]
        problems.append(f"The page is longer than {MAX_CHARACTERS:,} characters: the rest was not read.")
    if len(html) > 2 * MAX_TAGS and html.count("<") > 2 * MAX_TAGS:
        html = html[: _nth(html, "<", 2 * MAX_TAGS)]
        problems.append(f"The page has more than {MAX_TAGS:,} elements: the rest was not read.")
    return html, problems


def _has_dropped(html: str) -> bool:
    """Whether ``_DROPPED`` finds anything; on a page without, which most are, this takes half the pattern's time."""
    try:
        raw = html.encode()
    except UnicodeEncodeError:
        return True
    return len(raw.translate(None, _CONTROLS)) != len(raw)


def _nth(text: str, sought: str, count: int) -> int:
    position = -1
    for _ in range(count):
        position = text.find(sought, position + 1)
    return position
