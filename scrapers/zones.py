"""Where on a page an element stands: what its own marks say, and where they are wrong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scrapers.walk import Block


class Zone:
    """Where on the page an element stands, as bits (plain integers, for speed); an element inherits its ancestors'."""

    NONE = 0
    NAV = 1
    HEADER = 2
    FOOTER = 4
    ASIDE = 8
    RELATED = 16
    DIALOG = 32
    CONTROL = 64
    HIDDEN = 128
    CONTENT = 256

    OUTSIDE = NAV | HEADER | FOOTER | ASIDE | RELATED | DIALOG | CONTROL | HIDDEN


# Class and id names, in lower case, by which pages mark what the elements do not say.
_NAME_ZONES: tuple[tuple[int, re.Pattern[str]], ...] = (
    (Zone.FOOTER, re.compile(r"(?:^|[\s_-])(?:site|page|global|main)?[_-]?footer(?:$|[\s_-])")),
    (Zone.NAV, re.compile(r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|site-?nav)(?:$|[\s_-])")),
    (Zone.HEADER, re.compile(r"(?:^|\s)(?:site|page|global|main|top)[_-]?header(?:$|[\s_-])")),
    (Zone.DIALOG, re.compile(r"cookie|consent|gdpr|(?:^|[\s_-])modal(?:$|[\s_-])|popup")),
    (
        Zone.RELATED,
        re.compile(
            r"(?:similar|related|recommended|recent|other|more|people-also)[_-]?(?:job|position|vacanc|posting|"
            r"offer|stellen|career|view)"
            r"|(?:job|position|vacanc)s?[_-]?(?:similar|related|recommend)"
        ),
    ),
    (Zone.ASIDE, re.compile(r"(?:^|[\s_-])side-?bar(?:$|[\s_-])")),
)
# Words of which any name of the patterns above has one.
_ANY_NAME = re.compile(
    r"footer|nav|menu|breadcrumb|header|co(?:okie|nsent)|gdpr|mo(?:dal|re)|p(?:opup|eople)|s(?:imilar|ide-?bar)|"
    r"re(?:lated|commended|cent)|other"
)


def zones_of_name(value: str) -> int:
    """The zones that a class or id names, as bits. In lower case, for a search leaps to letters of one case."""
    value = value[:300].lower()
    if not _ANY_NAME.search(value):
        return Zone.NONE
    zones = Zone.NONE
    for zone, pattern in _NAME_ZONES:
        if pattern.search(value):
            zones |= zone
    return zones


# The zones that a page may have put all of its content in.
_SUSPECT = (Zone.DIALOG, Zone.ASIDE, Zone.RELATED, Zone.HEADER, Zone.NAV)
_ANY_SUSPECT = sum(_SUSPECT)


def swallowing_zones(blocks: list[Block]) -> int:
    """The zones that most of the text lies in, as bits; they are taken off the blocks.

    Class names are the site's own business: a page that calls its whole content a popup shows it all the same.
    """
    inside = dict.fromkeys(_SUSPECT, 0)
    total = 0
    for block in blocks:
        length = block.end - block.start
        total += length
        if block.zone & _ANY_SUSPECT:
            for zone in _SUSPECT:
                if block.zone & zone:
                    inside[zone] += length
    swallowed = sum(zone for zone, length in inside.items() if length * 10 > total * 6)
    if swallowed:
        for block in blocks:
            block.zone &= ~swallowed
    return swallowed
