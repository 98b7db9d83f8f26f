"""Texts that have lost their line breaks: items, and headings before them, that run together in one line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scrapers.labels import is_wants, kind_of

_MARKS = "•·●▪◦‣\uf0b7"
_INLINE = re.compile(r"\s*[•·●▪◦‣\uf0b7]\s*")
_DASHED = re.compile(r"(?:^|\s)[*-]\s?(?=[A-Z0-9])")
# Where line breaks were lost: "… a tech startup,Be ambitious", "Ability to work to briefA variety of …".
_GLUED = re.compile(r"(?<=[a-z.,;:!?)])(?=[A-Z][a-z’']*\s|\d\+ years)")
_LAST_HEADING = re.compile(
    r"(?<=[\w.)])(?=[A-Z][A-Za-z]+(?:[ /&][A-Za-z]+){0,3}:?\s*$)|(?<=[.!?:])\s(?=[A-Z][^.!?:]{2,40}:?\s*$)"
)
# Up to five words that begin with capitals, before a colon: "Required Qualifications:", "Skills and Experience:".
_LABEL = re.compile(r"[A-Z][\w’'/-]*(?: (?:and |or |of |& |/ )?[A-Z][\w’'/-]*){0,4}(?=\s?:)")
_LONG = 200
_LONGEST = 20_000


def pieces(line: str) -> list[str]:
    """A line as the items that run together in it, the headings before them apart: "Skills:• Java• SQL"."""
    if len(line) > 40 and sum(map(line.count, _MARKS)) > 2:
        first, *items = (piece.strip() for piece in _INLINE.split(line))
        *before, heading = _LAST_HEADING.split(first[-200:])
        return [piece for piece in (*before, heading, *(f"- {item}" for item in items if item)) if piece]
    if len(line) <= _LONG:
        return [line]
    return [piece for part in _at_labels(line) for piece in _items(part)]


def _at_labels(line: str) -> Iterator[str]:
    """A long line cut at the labels in it, each label a piece of its own."""
    done = 0
    for match in _LABEL.finditer(line, 0, _LONGEST) if ":" in line else ():
        start = _label_start(match[0])
        if start >= 0:
            start += match.start()
            yield from (piece for piece in (line[done:start].strip(), f"{line[start : match.end()]}:") if piece)
            done = match.end() + 1
    if rest := line[done:].strip(" :"):
        yield rest


def _label_start(words: str) -> int:
    """Where in some words that stand before a colon a known label begins; -1 where there is none."""
    at = 0
    while at >= 0:
        label = words[at:]
        if (is_wants(label) and (at == 0 or " " in label)) or (at == 0 and kind_of(label)):
            return at
        at = words.find(" ", at) + 1 or -1
    return -1


def _items(part: str) -> list[str]:
    """A part between labels as its items."""
    if len(_DASHED.findall(part)) > 1:
        first, *items = (piece.strip() for piece in _DASHED.split(part))
        return [piece for piece in (first, *(f"- {item}" for item in items)) if piece]
    if len(part) > _LONG and len(_GLUED.findall(part)) > 2:
        return [piece.strip() for piece in _GLUED.split(part)]
    return [part]
