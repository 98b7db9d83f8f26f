"""A page's text with the lines joined again that only their width had broken."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from typing import TypeVar

from bs4 import Tag

from scrapers.contacts import cues, languages, names, sentences
from scrapers.contacts.names import Name
from scrapers.lazy import cached_property
from scrapers.page import Block, Link, Page
from scrapers.wrapping import WRAPPED

T = TypeVar("T")

_LONGEST = 20_000  # characters of one line in which names are sought
_LABELLED = re.compile(r"(?!(?:to|at|or|on|by|via|an|unter|à)\b)[\w/-]{1,24}(?: [\w/-]{1,24})?:\s")
# "contact Mr." goes on with the name; an address or a number at the end of a line ends it.
_TITLES = (
    "Mr",
    "Mrs",
    "Ms",
    "Mx",
    "Dr",
    "Prof",
    "Ing",
    "Frau",
    "Herr",
    "Herrn",
    "Mme",
    "M",
    "Sr",
    "Sra",
    "Dhr",
    "Mevr",
)
_TITLE_LAST = re.compile(rf"\b(?:{'|'.join(_TITLES)})\.?$")
_TITLE_ENDS = tuple(end for title in _TITLES for end in (title, f"{title}."))
_TITLE = 7  # characters of the longest of them and what stands before it
_ADDRESS_LAST = re.compile(r"@[\w.-]+\.[a-z]{2,10}$", re.I)
_IN_NUMBERS = "0123456789 ()./-"
_NUMBER_LAST = re.compile(r"\d[\d ()./-]{6,}$")
# "jane at lab.example.com" on a line of its own is an address; behind "send it to" it goes on.
_ADDRESS_ALONE = re.compile(r"[\w.+-]{2,40} at [\w-]{1,40}(?:\.[\w-]{2,40}){1,4}$")
_GOES_TO = re.compile(r"\b(?:to|at|or|an|via|à)$")
_BEFORE_LABEL = 35  # characters of a line at least that was broken behind "… tel.:"
_LABEL_LAST = re.compile(r"[ ,;(](?:tel|phone|mob|cell|call|e-?mail)[a-z]{0,6}\.?:$", re.I)
_STOPS = (".", "!", "?", ":", ";", "-", "|", "*", "=", "_")


class Flow:
    """``Page.text`` and its blocks. In ``text`` the break inside a sentence is a space: all offsets are kept."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.blocks, self.text = _joined(page)
        self.lowered = page.lower.replace("\n", " ")  # words that open a line have a space before them, too
        self.languages, self.stems = languages.heard(self.lowered, page.lang)
        self.cues = self.held_of(cues.by_stem(self.languages))
        self.links: list[Link] = page.links
        self._names: dict[int, list[Name]] = {}
        self._sentences: dict[tuple[int, int, bool], tuple[int, int]] = {}
        self._starts = [block.start for block in self.blocks]

    def held_of(self, index: dict[str, list[T]]) -> dict[str, list[T]]:
        """What the page may hold of an index by stem: to ask sentence by sentence, that is enough."""
        return {stem: rows for stem, rows in index.items() if stem in self.stems}

    def spots(self, index: dict[str, list[T]]) -> list[int]:
        """Where on the page a stem of an index stands, in order."""
        return sorted({spot for stem in index for spot in self.stems.get(stem, ())})

    def block_at(self, offset: int) -> Block | None:
        """The line that holds this offset."""
        index = bisect_right(self._starts, offset) - 1
        return self.blocks[index] if index >= 0 else None

    @cached_property
    def part_starts(self) -> dict[int, int]:
        """Where the text of an element begins, by the element's ``id()``."""
        return {id(node): start for start, node in reversed([*self.page.parts(0, len(self.text) + 1)])}

    def names(self, block: Block) -> list[Name]:
        """The names of people in a line."""
        if block.start not in self._names:
            self._names[block.start] = names.find(self.text, block.start, min(block.end, block.start + _LONGEST))
        return self._names[block.start]

    def names_between(self, block: Block, low: int, high: int) -> list[Name]:
        """The names of people in a sentence of a line; a long line is not read for the sake of one sentence."""
        if block.start in self._names or block.end - block.start <= 2 * (high - low):
            return [name for name in self.names(block) if low <= name.start < high]
        return names.find(self.text, low, min(high, block.start + _LONGEST))

    def sentence(self, offset: int, block: Block, *, whole: bool = False) -> tuple[int, int]:
        """The sentence of a line that holds an offset; unless ``whole``, the part of it to a semicolon."""
        asked = offset, block.start, whole
        if asked not in self._sentences:
            self._sentences[asked] = sentences.bounds(self.text, offset, block.start, block.end, whole=whole)
        return self._sentences[asked]

    def node_at(self, offset: int) -> Tag | None:
        """The innermost element whose text stands at this offset."""
        return self.page.node_at(offset)


def _joined(page: Page) -> tuple[list[Block], str]:
    """The lines of a page and its text, with what runs on in the next line of one element joined."""
    blocks = page.blocks
    first = next(
        (at for at, (one, other) in enumerate(pairwise(blocks)) if one.node is other.node and _runs_on(one, other)),
        None,
    )
    if first is None:
        return blocks, page.text
    joined = blocks[: first + 1]
    pieces: list[str] = []
    done = 0
    for block in blocks[first + 1 :]:
        last = joined[-1]
        if last.node is block.node and _runs_on(last, block):
            pieces.append(page.text[done : block.start - 1] + " ")
            done = block.start
            text = f"{last.text} {block.text}"
            joined[-1] = Block(last.index, last.start, block.end, last.node, last.zone, text)
        else:
            joined.append(Block(len(joined), block.start, block.end, block.node, block.zone, block.text))
    return joined, "".join([*pieces, page.text[done:]])


def _runs_on(last: Block, block: Block) -> bool:
    if not block.text or not last.text or len(last.text) > 2_000:
        return False
    line = last.text[-80:]
    if line.endswith(_TITLE_ENDS) and _TITLE_LAST.search(line[-_TITLE:]):
        return True
    first = block.text[0]
    goes_on = first.islower() or (len(last.text) >= WRAPPED and (first.isalnum() or first in "(\"'“„«"))
    if len(last.text) >= _BEFORE_LABEL and line[-1] == ":" and _LABEL_LAST.search(line):
        return first.isalnum() or first in "+("
    if not goes_on or line.endswith(_STOPS):
        return False
    if line.endswith(",") and first.islower():
        return True
    if " at " in block.text[:44] and _ADDRESS_ALONE.match(block.text[:90]) and not _GOES_TO.search(line):
        return False
    return not _ends_in_address(line) and not _LABELLED.match(block.text[:60])


def _ends_in_address(line: str) -> bool:
    if "@" in line and _ADDRESS_LAST.search(line):
        return True
    return line[-1] in _IN_NUMBERS and _NUMBER_LAST.search(line) is not None
