"""Zones that a page got wrong: a "popup" or "sidebar" that holds all of the content is neither."""

from __future__ import annotations

from scrapers.walk import Block, Zone

_SUSPECT = (Zone.DIALOG, Zone.ASIDE, Zone.RELATED, Zone.HEADER, Zone.NAV)


def swallowing_zones(blocks: list[Block]) -> int:
    """The zones that most of the text lies in, as bits; they are taken off the blocks.

    Class names are the site's own business: a page that calls its whole content a popup shows it all the same.
    """
    total = sum(block.end - block.start for block in blocks)
    swallowed = 0
    for zone in _SUSPECT:
        inside = sum(block.end - block.start for block in blocks if block.zone & zone)
        if inside * 10 > total * 6:
            swallowed |= zone
    if swallowed:
        for block in blocks:
            block.zone &= ~swallowed
    return swallowed
