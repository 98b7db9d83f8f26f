"""The one walk over the tree: visible text in blocks, links, and indexes, in page order."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, Script


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

    @property
    def text(self) -> str:
        """The words of the link."""
        return " ".join(self.node.get_text(" ").split())


BLOCK_TAGS = frozenset(
    re.findall(
        r"\S+",
        "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset"
        " figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe legend li main menu nav ol"
        " optgroup option p pre section select summary table tbody td textarea tfoot th thead title tr ul video audio"
        " object",
    )
)
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
# Class and id names by which pages mark what the elements do not say; judged once per distinct name.
_NAME_ZONES = (
    (Zone.FOOTER, re.compile(r"(?:^|[\s_-])(?:site|page|global|main)?[_-]?footer(?:$|[\s_-])", re.I)),
    (Zone.NAV, re.compile(r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|site-?nav)(?:$|[\s_-])", re.I)),
    (Zone.HEADER, re.compile(r"(?:^|\s)(?:site|page|global|main|top)[_-]?header(?:$|[\s_-])", re.I)),
    (Zone.DIALOG, re.compile(r"cookie|consent|gdpr|(?:^|[\s_-])modal(?:$|[\s_-])|popup", re.I)),
    (
        Zone.RELATED,
        re.compile(
            r"(?:similar|related|recommended|recent|other|more|people-also)[_-]?(?:job|position|vacanc|posting|"
            r"offer|stellen|career|view)"
            r"|(?:job|position|vacanc)s?[_-]?(?:similar|related|recommend)",
            re.I,
        ),
    ),
    (Zone.ASIDE, re.compile(r"(?:^|[\s_-])side-?bar(?:$|[\s_-])", re.I)),
)
_INVISIBLE_STYLE = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.I)
# Soft hyphens, zero-width characters and bidi controls: unseen, and they split words and addresses.
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_STANDARD_ZONE_NAMES = frozenset({"body", "html", "main", "article"})

_Place: TypeAlias = tuple[Tag, int, bool]


@dataclass(slots=True)
class Walk:
    """What one pass over the tree collects. Offsets count characters of ``text``."""

    text: str = ""
    blocks: list[Block] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    scripts: list[tuple[Tag, str]] = field(default_factory=list)
    metas: list[Tag] = field(default_factory=list)
    scopes: list[Tag] = field(default_factory=list)
    by_tag: dict[str, list[Tag]] = field(default_factory=dict)
    by_id: dict[str, Tag] = field(default_factory=dict)
    by_itemprop: dict[str, list[Tag]] = field(default_factory=dict)
    class_values: dict[str, list[Tag]] = field(default_factory=dict)
    part_starts: list[int] = field(default_factory=list)
    part_nodes: list[Tag] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    places: dict[int, _Place] = field(default_factory=dict)

    def block_at(self, offset: int) -> Block | None:
        """The block that holds this offset of ``text`` (or the one before it, for the line break between two)."""
        index = bisect_right(self.starts, offset) - 1
        return self.blocks[index] if index >= 0 else None

    def node_at(self, offset: int) -> Tag | None:
        """The innermost element whose text stands at this offset."""
        index = bisect_right(self.part_starts, offset) - 1
        return self.part_nodes[index] if index >= 0 else None


class _Walker:
    """The state of the walk. One instance a page."""

    def __init__(self) -> None:
        self.walk = Walk()
        self.parts: list[str] = []
        self.length = 0
        self.places = self.walk.places
        self.names: dict[str, int] = {}
        self.broken = True
        self.spaced = False
        self.block: Block | None = None
        self.last: Tag | None = None

    def run(self, soup: BeautifulSoup) -> Walk:
        self.places[id(soup)] = (soup, Zone.NONE, False)
        node: Any = soup.contents[0] if soup.contents else None
        while node is not None:
            kind = type(node)
            if kind is NavigableString:
                self.string(node)
            elif kind is Tag:
                self.enter(node)
            elif kind is Script:
                self.walk.scripts.append((node.parent, str(node)))
            node = node.next_element
        return self.finish()

    def enter(self, tag: Tag) -> None:
        block, zone, pre = self.places[id(tag.parent)]
        name: str = tag.name
        attributes: dict[str, Any] = tag.attrs
        walk = self.walk
        if name in walk.by_tag:
            walk.by_tag[name].append(tag)
        else:
            walk.by_tag[name] = [tag]
        if name in _TAG_ZONES:
            zone |= _TAG_ZONES[name]
        elif name == "header" and not zone & Zone.CONTENT:
            zone |= Zone.HEADER
        if attributes:
            zone = self.attributes(tag, name, attributes, zone)
        if name in BLOCK_TAGS or "-" in name:
            block, self.broken = tag, True
            pre = pre or name == "pre"
        elif name == "br":
            self.broken = True
        self.places[id(tag)] = (block, zone, pre)

    def attributes(self, tag: Tag, name: str, attributes: dict[str, Any], zone: int) -> int:
        walk = self.walk
        if classes := attributes.get("class"):
            walk.class_values.setdefault(classes, []).append(tag)
            zone |= self.name_zone(classes, name)
        if ident := attributes.get("id"):
            walk.by_id.setdefault(ident, tag)
            zone |= self.name_zone(ident, name)
        if "href" in attributes:
            if name == "a":
                walk.links.append(Link(attributes["href"].strip(), tag, self.length, zone))
        elif name == "meta":
            walk.metas.append(tag)
        if "itemprop" in attributes:
            for prop in attributes["itemprop"].split():
                walk.by_itemprop.setdefault(prop, []).append(tag)
        if "itemscope" in attributes:
            walk.scopes.append(tag)
        if "role" in attributes:
            zone |= _ROLE_ZONES.get(attributes["role"], Zone.NONE)
        if "hidden" in attributes or ("style" in attributes and _INVISIBLE_STYLE.search(attributes["style"][:500])):
            zone |= Zone.HIDDEN
        return zone

    def name_zone(self, value: str, tag: str) -> int:
        if tag in _STANDARD_ZONE_NAMES:
            return Zone.NONE
        known = self.names.get(value)
        if known is None:
            known = Zone.NONE
            for zone, pattern in _NAME_ZONES:
                if pattern.search(value[:300]):
                    known |= zone
            self.names[value] = known
        return known

    def string(self, node: NavigableString) -> None:
        parent: Tag = node.parent  # type: ignore[assignment]
        block, zone, pre = self.places[id(parent)]
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
        if not text.isascii():
            text = UNSEEN.sub("", text)
        words = " ".join(text.split())
        if not words:
            self.spaced = True
            return
        if self.broken or block is not self.last:
            self.open_block(block, zone)
        elif self.spaced or text[0].isspace():
            self.parts.append(" ")
            self.length += 1
        self.walk.part_starts.append(self.length)
        self.walk.part_nodes.append(parent)
        self.parts.append(words)
        self.length += len(words)
        self.spaced = text[-1].isspace()
        self.block.end = self.length  # type: ignore[union-attr]

    def open_block(self, node: Tag, zone: int) -> None:
        if self.length:
            self.parts.append("\n")
            self.length += 1
        self.block = Block(len(self.walk.blocks), self.length, self.length, node, zone)
        self.walk.blocks.append(self.block)
        self.last, self.broken = node, False

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
