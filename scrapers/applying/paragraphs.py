"""Paragraphs whose lines only their width has broken, and the sentences in them."""

from __future__ import annotations

from collections.abc import Iterator

from scrapers.contacts import sentences
from scrapers.page import Block, Page
from scrapers.wrapping import goes_on

_REACH = 600  # characters that a paragraph may go on over such lines, before and behind
_SHORT = 90  # the longest question that goes with the sentence behind it


def paragraph(page: Page, block: Block) -> tuple[int, int]:
    """A line and those before and behind it that only their width has broken off, as offsets of the page's text."""
    blocks, first, last = page.blocks, block, block
    while first.index and block.start - first.start < _REACH and _runs_on(blocks[first.index - 1], first):
        first = blocks[first.index - 1]
    while last.index + 1 < len(blocks) and last.end - block.end < _REACH and _runs_on(last, blocks[last.index + 1]):
        last = blocks[last.index + 1]
    return first.start, last.end


def split(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    """The sentences of a paragraph; "Apt. 4", "No. 12" and a short question ("Interested?") end none."""
    if high - low < _SHORT and ". " not in (line := text[low:high]) and "? " not in line and "! " not in line:
        yield low, high
        return
    start, end = low, low
    for begins, ends in sentences.split(text, low, high):
        asked = text[end - 1] == "?" and end - start < _SHORT
        if end > start and not text[begins].isdigit() and not asked:
            yield start, end
            start = begins
        end = ends
    if end > start:
        yield start, end


def _runs_on(last: Block, block: Block) -> bool:
    """Whether a line goes on in the next, because only its width had broken it."""
    return last.node is block.node and goes_on(last.text, block.text)
