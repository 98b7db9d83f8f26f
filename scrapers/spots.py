"""Where on a page stands what a costly pattern needs: searched once in the text of some blocks, not block by block."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeAlias

from scrapers.orgnames import OPENINGS_SIGN, SIGNS, seekers, sign_of
from scrapers.page import Block, Page
from scrapers.signs import every

_MOST = 2_000
# A block, and an offset of the page's text in it.
Spot: TypeAlias = tuple[Block, int]


def holding(page: Page, strings: Iterable[str], blocks: Sequence[Block]) -> set[int]:
    """The numbers of the blocks that hold any of these strings (lower case), from the first to the last of some."""
    start, end = (blocks[0].start, blocks[-1].end) if blocks else (0, 0)
    text = page.lower[start:end]
    spots = (at for string in strings if string in text for at in islice(every(string, text), _MOST))
    return {block.index for at in spots if (block := page.block_at(start + at)) is not None}


def name_spots(page: Page, blocks: Sequence[Block]) -> dict[str, list[Spot]]:
    """Where names of organisations may be, by what tells so: a kind, a legal form, a verb of seeking, a greeting …"""
    spots: dict[str, list[Spot]] = {}
    first, last = (blocks[0].start, blocks[-1].end) if blocks else (0, 0)
    inside = {block.index for block in blocks}
    for pattern in (*SIGNS, OPENINGS_SIGN):
        for match in islice(pattern.finditer(page.text, first, last), _MOST):
            # A sign may begin with the space before it, or the break between two blocks.
            block = page.block_at(match.start() + 1)
            if block is not None and block.index in inside:
                sign = "openings" if pattern is OPENINGS_SIGN else sign_of(match)
                spots.setdefault(sign, []).append((block, match.start()))
    return spots


def who_seeks(blocks: Sequence[Block], spots: dict[str, list[Spot]]) -> Iterator[tuple[int, Block, str]]:
    """Who some blocks say is looking for someone: the number of the block among them, it, a name."""
    told: dict[int, set[str]] = {}
    for sign in ("verb", "greeting", "at", "openings"):
        for block, _at in spots.get(sign, ()):
            told.setdefault(block.index, set()).add(sign)
    for number, block in enumerate(blocks):
        if block.index in told:
            yield from ((number, block, name) for name in seekers(block.text, told[block.index]))


def around(page: Page, spots: Iterable[Spot], before: int, after: int) -> Iterator[tuple[Block, str]]:
    """The text round each of some spots, within its block, beginning at a word; what overlaps is one."""
    last, low, high = None, 0, -1
    for block, at in spots:
        if block is last and at - before <= high:
            high = min(block.end, at + after)
            continue
        if last is not None:
            yield last, page.text[low:high]
        last = block
        low = max(block.start, page.text.rfind(" ", block.start, max(block.start, at - before)))
        high = min(block.end, at + after)
    if last is not None:
        yield last, page.text[low:high]
