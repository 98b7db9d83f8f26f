"""Where on a page stands what a costly pattern needs: searched once in the text of some blocks, not block by block."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from scrapers.page import Block, Page
from scrapers.signs import every

_MOST = 2_000


def holding(
    page: Page, signs: Iterable[str | re.Pattern[str]], blocks: Sequence[Block], *, lower: bool = False
) -> set[int]:
    """The numbers of the blocks that hold any of these signs, from the first to the last of some blocks."""
    start, end = (blocks[0].start, blocks[-1].end) if blocks else (0, 0)
    text = (page.lower if lower else page.text)[start:end]
    spots = (at for sign in signs for at in islice(_spots(sign, text), _MOST))
    return {block.index for at in spots if (block := page.block_at(start + at)) is not None}


def _spots(sign: str | re.Pattern[str], text: str) -> Iterable[int]:
    if isinstance(sign, str):
        return every(sign, text) if sign in text else ()
    return (match.start() for match in sign.finditer(text))


def around(
    page: Page, sign: re.Pattern[str], before: int, after: int, blocks: Sequence[Block]
) -> Iterator[tuple[Block, str]]:
    """The text of some blocks round each match of ``sign``, beginning at a word; what overlaps is one."""
    first, last = (blocks[0].start, blocks[-1].end) if blocks else (0, 0)
    matches = list(islice(sign.finditer(page.text, first, last), _MOST))
    inside = {block.index for block in blocks} if matches else set()
    block, low, high = None, 0, -1
    for match in matches:
        at = match.start()
        if block is not None and at + 1 < block.end and at - before <= high:
            high = min(block.end, at + after)
            continue
        if block is not None and block.index in inside:
            yield block, page.text[low:high]
        block = page.block_at(at + 1)
        if block is not None:
            low = max(block.start, page.text.rfind(" ", block.start, max(block.start, at - before)))
            high = min(block.end, at + after)
    if block is not None and block.index in inside:
        yield block, page.text[low:high]
