"""Texts that have lost their line breaks: items, and headings before them, that run together in one line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from scrapers.labels import is_wants, kind_of
from scrapers.signs import every

_MARKS = "•·●▪◦‣\uf0b7"
_INLINE = re.compile(r"\s*[•·●▪◦‣\uf0b7]\s*")
_DASHED = re.compile(r"(?:^|\s)[*-]\s?(?=[A-Z0-9])")
# Where line breaks were lost: "… a small kitchen,Be curious", "Able to follow a recipeA range of …". It begins
# with a set of characters, for which a search leaps.
_GLUED = re.compile(r"[A-Z\d](?:(?<=[a-z.,;:!?)][A-Z])[a-z’']*\s|(?<=[a-z.,;:!?)]\d)\+ years)")
_LAST_HEADING = re.compile(
    r"(?<=[\w.)])(?=[A-Z][A-Za-z]+(?:[ /&][A-Za-z]+){0,3}:?\s*$)|(?<=[.!?:])\s(?=[A-Z][^.!?:]{2,40}:?\s*$)"
)
# Up to five words that begin with capitals, before a colon: "Required Qualifications:", "Skills and Experience:".
_LABEL = re.compile(r"[A-Z][\w’'/-]*(?: (?:and |or |of |& |/ )?[A-Z][\w’'/-]*){0,4}\s?$")
_REACH = 60  # characters of the longest of them
_LONG = 200
_MOST = 60  # labels in a line


def pieces(text: str) -> Iterator[str]:
    """The lines of a text, those that run together told apart, the headings before them too: "Skills:• Java• SQL"."""
    marked = any(map(text.__contains__, _MARKS))
    for line in text.split("\n"):
        if marked and len(line) > 40 and sum(map(line.count, _MARKS)) > 2:
            yield from _at_marks(line)
        elif len(line) > _LONG:
            for part in _at_labels(line) if ":" in line else (line,):
                yield from _items(part)
        elif line:
            yield line


def _at_marks(line: str) -> Iterator[str]:
    """A line cut at the bullets in it."""
    first, *items = (piece.strip() for piece in _INLINE.split(line))
    *before, heading = _LAST_HEADING.split(first[-200:])
    yield from (piece for piece in (*before, heading, *(f"- {item}" for item in items if item)) if piece)


def _at_labels(line: str) -> Iterator[str]:
    """A long line cut at the labels in it, each label a piece of its own."""
    done = 0
    for colon in islice(every(":", line), _MOST):
        low = max(done, colon - _REACH)
        match = _LABEL.search(line[low:colon])
        start = _label_start(match[0]) if match else -1
        if match and start >= 0:
            start += low + match.start()
            yield from (piece for piece in (line[done:start].strip(), line[start : colon + 1]) if piece)
            done = colon + 1
    if rest := line[done:].strip():
        yield rest


def _label_start(words: str) -> int:
    """Where in some words that stand before a colon a known label begins; -1 where there is none."""
    at = 0
    while at >= 0:
        label = words[at:]
        if (is_wants(label) and (at == 0 or (label[0].isalpha() and " " in label.strip()))) or (
            at == 0 and kind_of(label)
        ):
            return at
        at = words.find(" ", at) + 1 or -1
    return -1


def _items(part: str) -> Iterator[str]:
    """A part between labels as its items."""
    if part.count(" -") + part.count(" *") > 0 and len(_DASHED.findall(part)) > 1:
        first, *items = (piece.strip() for piece in _DASHED.split(part))
        yield from (piece for piece in (first, *(f"- {item}" for item in items)) if piece)
        return
    glued = [match.start() for match in _GLUED.finditer(part)] if len(part) > _LONG else []
    cuts = [0, *glued, len(part)] if len(glued) > 2 else [0, len(part)]
    yield from (piece for low, high in pairwise(cuts) if (piece := part[low:high].strip()))
