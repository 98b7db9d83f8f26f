"""The one walk over the tree: visible text in blocks, links, and indexes, in page order."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, Script

from scrapers.tree import BLOCK_TAGS, Element
from scrapers.zones import Zone, zones_of_name


@dataclass(slots=True, eq=False)
class Block:
    """A line of visible text as the eye takes it: a paragraph, list item, cell, heading, or line before a ``<br>``.

    ``start`` and ``end`` are offsets into ``Page.text``; ``node`` is the block-level element it stands in (lines of one
    element share it); ``tag`` is that element's name.
    """

    index: int
    start: int
    end: int
    node: Tag
    zone: int
    text: str = ""

    @property
    def tag(self) -> str:
        """The name of the element: ``h1``, ``p``, ``li``, ``td`` …"""
        return self.node.name

    @property
    def outside(self) -> bool:
        """Whether it stands in navigation, header, footer, aside, a dialog, or among other jobs."""
        return bool(self.zone & Zone.OUTSIDE)


@dataclass(slots=True, eq=False)
class Link:
    """A link with a target: ``start`` is where its text begins in ``Page.text``."""

    href: str
    node: Tag
    start: int
    zone: int
    _text: str | None = None

    @property
    def text(self) -> str:
        """The words of the link."""
        if self._text is None:
            self._text = " ".join(self.node.get_text(" ").split())
        return self._text


_TAG_ZONES = {
    "nav": Zone.NAV,
    "footer": Zone.FOOTER,
    "aside": Zone.ASIDE,
    "dialog": Zone.DIALOG,
    "select": Zone.CONTROL,
    "option": Zone.CONTROL,
    "textarea": Zone.CONTROL,
    "noscript": Zone.HIDDEN,
    "head": Zone.HIDDEN,
    "title": Zone.HIDDEN,
    "svg": Zone.HIDDEN,
    "template": Zone.HIDDEN,
    "iframe": Zone.HIDDEN,
    "object": Zone.HIDDEN,
    "main": Zone.CONTENT,
    "article": Zone.CONTENT,
}
# What a head may hold. Where its end tag is left out, lxml leaves what it does not know (main, section) inside.
_HEAD_TAGS = frozenset(("title", "meta", "link", "base", "script", "style", "noscript", "template", "object"))
_ROLE_ZONES = {
    "navigation": Zone.NAV,
    "menu": Zone.NAV,
    "menubar": Zone.NAV,
    "banner": Zone.HEADER,
    "contentinfo": Zone.FOOTER,
    "complementary": Zone.ASIDE,
    "dialog": Zone.DIALOG,
    "alertdialog": Zone.DIALOG,
}
_INVISIBLE_STYLE = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.I)
# Soft hyphens, zero-width characters and bidi controls: unseen, and they split words and addresses.
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
# Pieces of text that are read; each line of preformatted text is one, so that elements alone do not bound them.
MAX_PIECES = 150_000
# The attributes that may say where an element stands: by a name, and otherwise.
_NAMING = frozenset(("class", "id"))
_TELLING = frozenset(("role", "hidden", "style"))
_STANDARD_ZONE_NAMES = frozenset({"body", "html", "main", "article"})

# What an element passes on to what it holds: its block, its zones, and whether line breaks count.
Place: TypeAlias = tuple[Tag, int, bool]


@dataclass(slots=True)
class Walk:
    """What one pass over the tree collects. Offsets count characters of ``text``."""

    text: str = ""
    blocks: list[Block] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    scripts: list[tuple[Tag, str]] = field(default_factory=list)
    by_tag: dict[str, list[Tag]] = field(default_factory=lambda: defaultdict(list))
    by_attribute: dict[str, list[Tag]] = field(default_factory=lambda: defaultdict(list))
    class_values: dict[str, list[Tag]] = field(default_factory=lambda: defaultdict(list))
    part_starts: list[int] = field(default_factory=list)
    part_nodes: list[Tag] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    cut: bool = False
    """Whether there were more pieces of text than are read."""

    def block_at(self, offset: int) -> Block | None:
        """The block that holds this offset of ``text`` (or the one before it, for the line break between two)."""
        index = bisect_right(self.starts, offset) - 1
        return self.blocks[index] if index >= 0 else None

    def node_at(self, offset: int) -> Tag | None:
        """The innermost element whose text stands at this offset."""
        index = bisect_right(self.part_starts, offset) - 1
        return self.part_nodes[index] if index >= 0 else None


class _Names(dict[str, int]):
    """The zones that classes and ids name, each judged once a page."""

    def __missing__(self, name: str) -> int:
        zones = self[name] = zones_of_name(name)
        return zones


class _ByName(dict[str, tuple[list[Tag], int, bool]]):
    """By the name of an element: all that have it, the zones it puts them in, and whether they are blocks."""

    def __init__(self, by_tag: dict[str, list[Tag]]) -> None:
        super().__init__()
        self.by_tag = by_tag

    def __missing__(self, name: str) -> tuple[list[Tag], int, bool]:
        self[name] = (self.by_tag[name], _TAG_ZONES.get(name, Zone.NONE), name in BLOCK_TAGS or "-" in name)
        return self[name]


def _told(key: str, value: str) -> int:
    """The zones that an attribute other than a name puts its element in."""
    if key == "role":
        return _ROLE_ZONES.get(value, Zone.NONE)
    return Zone.HIDDEN if key == "hidden" or _INVISIBLE_STYLE.search(value[:500]) else Zone.NONE


class _Walker:
    """The state of the walk. One instance a page."""

    def __init__(self) -> None:
        self.walk = Walk()
        self.parts: list[str] = []
        self.length = 0
        self.by_name = _ByName(self.walk.by_tag)
        self.names = _Names()
        self.broken = True
        self.spaced = False
        self.block: Block | None = None
        self.last: Tag | None = None

    def run(self, soup: Any) -> Walk:
        soup.place = (soup, Zone.NONE, False)
        enter, string = self.enter, self.string
        node: Any = soup.contents[0] if soup.contents else None
        while node is not None:
            kind = type(node)
            if kind is Element:
                enter(node)
            elif kind is NavigableString:
                if node.isspace():
                    self.spaced = True
                    if "\n" in node and node.parent.place[2]:
                        self.broken = True
                else:
                    string(node)
            elif kind is Script:
                self.walk.scripts.append((node.parent, str(node)))
            node = node.next_element
        return self.finish()

    def enter(self, tag: Any) -> None:
        block, zone, pre = tag.parent.place
        name: str = tag.name
        tags, own, is_block = self.by_name[name]
        tags.append(tag)
        zone |= own
        if name == "header" and not zone & Zone.CONTENT:
            zone |= Zone.HEADER
        if block.name == "head" and name not in _HEAD_TAGS:
            zone &= ~Zone.HIDDEN
        attributes: dict[str, Any] = tag.attrs
        if attributes:
            zone = self.attributes(tag, name, attributes, zone)
        if is_block:
            block, self.broken = tag, True
            pre = pre or name == "pre"
        elif name == "br":
            self.broken = True
        tag.place = (block, zone, pre)

    def attributes(self, tag: Tag, name: str, attributes: dict[str, Any], zone: int) -> int:
        index = self.walk.by_attribute
        for key, value in attributes.items():
            index[key].append(tag)
            if key in _NAMING:
                if key == "class":
                    self.walk.class_values[value].append(tag)
                if name not in _STANDARD_ZONE_NAMES:
                    zone |= self.names[value]
            elif key in _TELLING:
                zone |= _told(key, value)
        if name == "a" and "href" in attributes:
            self.walk.links.append(Link(attributes["href"].strip(), tag, self.length, zone))
        return zone

    def string(self, node: NavigableString) -> None:
        parent: Any = node.parent
        block, zone, pre = parent.place
        if zone & Zone.HIDDEN:
            return
        if pre and "\n" in node:
            for number, line in enumerate(node.split("\n")):
                if number:
                    self.broken = True
                self.piece(line, parent, block, zone)
        else:
            self.piece(node, parent, block, zone)

    def piece(self, text: str, parent: Tag, block: Tag, zone: int) -> None:
        walk = self.walk
        if len(walk.part_starts) >= MAX_PIECES:
            walk.cut = True
            return
        plain = text.replace("\n", " ")
        if plain.isprintable() and "  " not in plain:
            # Nothing in it but what is seen, and single spaces and breaks.
            words = plain.strip()
        else:
            if not text.isascii():
                text = UNSEEN.sub("", text)
            words = " ".join(text.split())
        if not words:
            self.spaced = True
            return
        length = self.length
        if self.broken or block is not self.last:
            if length:
                self.parts.append("\n")
                length += 1
            self.block = Block(len(walk.blocks), length, length, block, zone)
            walk.blocks.append(self.block)
            self.last, self.broken = block, False
        elif self.spaced or not text.startswith(words[0]):
            self.parts.append(" ")
            length += 1
        walk.part_starts.append(length)
        walk.part_nodes.append(parent)
        self.parts.append(words)
        self.length = self.block.end = length + len(words)  # type: ignore[union-attr]
        self.spaced = not text.endswith(words[-1])

    def finish(self) -> Walk:
        walk = self.walk
        walk.text = "".join(self.parts)
        for block in walk.blocks:
            block.text = walk.text[block.start : block.end]
        walk.starts = [block.start for block in walk.blocks]
        return walk


def walk(soup: BeautifulSoup) -> Walk:
    """Pass once over a parsed page."""
    return _Walker().run(soup)
