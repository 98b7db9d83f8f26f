"""A page, parsed once: what every rule reads from."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Set
from urllib.parse import urljoin, urlsplit

from bs4 import Tag

from scrapers.csspaths import Paths
from scrapers.decode import clean, decode
from scrapers.lazy import cached_property
from scrapers.otherjobs import keep_only, mark_other_jobs
from scrapers.signs import lower_case
from scrapers.structured import Budget, Item, items, load_block, microdata, types
from scrapers.tree import Element, parse
from scrapers.walk import MAX_PIECES, Block, Link, Walk, walk
from scrapers.zones import Zone, swallowing_zones

__all__ = ["Block", "Link", "Page", "Zone"]
_LONGEST = 3_000  # characters of a title or a meta element
# Figures are looked for as one letter among blanks, for which a search leaps in a third of the time.
_FIGURES = re.compile(b"00*")
_AS_FIGURES = bytes(ord("0") if chr(byte) in "0123456789" else ord(" ") for byte in range(256))


class Page:
    """One page of HTML, parsed and walked once. Everything beyond that is computed on first use and kept.

    ::

        page = Page(html, "https://jobs.example.com/42")
        page.text                       # all visible text; one line a block, single spaces within a line
        at = page.text.find("@")        # search the text, then ask where that was:
        page.block_at(at).text          # the line it stands in (.tag, .zone, .outside, .index -> page.blocks)
        page.node_at(at)                # the innermost element (a bs4 Tag) holding that character
        page.where(page.node_at(at))    # its CSS path, for Evidence.where
        [link for link in page.links if link.href.startswith("mailto:")]   # .node, .start, .text, .zone
        page.tags("h1"), page.by_id("apply"), page.by_class("contact"), page.by_itemprop("title")
        page.meta("og:title"), page.title, page.lang, page.host
        page.lower, page.figures        # the text in lower case, and where in it figures stand
        page.json_ld                    # every JSON-LD object as a dict; page.typed("JobPosting") with microdata too
        page.problems                   # sentences about what could not be read

    ``text`` leaves out what a browser does not show: scripts, styles, templates, ``hidden``, ``display: none``,
    ``noscript``, the head. Attributes hold plain strings (``tag["class"]`` is ``"a b"``, not a list). Nothing here
    touches the network, the clock or global state.
    """

    def __init__(self, html: str | bytes, url: str | None = None) -> None:
        """Parse ``html``; bytes are decoded as a browser would. ``url`` is where it was captured, if known."""
        markup, self.problems = clean(decode(html) if isinstance(html, bytes) else html)
        self.url = url
        self.soup = parse(markup)
        self._walk: Walk = walk(self.soup)
        if self._walk.cut:
            self.problems.append(f"The page has more than {MAX_PIECES:,} lines: the rest was not read.")
        self.text = self._walk.text
        self.blocks: list[Block] = self._walk.blocks
        self._swallowed = swallowing_zones(self.blocks)
        mark_other_jobs(self._walk)
        self.links: list[Link] = self._walk.links
        self._paths = Paths(self.by_id)

    # Text and place.

    def block_at(self, offset: int) -> Block | None:
        """The block at an offset of ``text``; for the break between two blocks, the former. None on an empty page."""
        return self._walk.block_at(offset)

    def node_at(self, offset: int) -> Tag | None:
        """The innermost element whose text stands at an offset of ``text``."""
        return self._walk.node_at(offset)

    def zone(self, node: Tag) -> int:
        """The zones an element stands in (bits of ``Zone``)."""
        place = node.place if isinstance(node, Element) else None
        return place[1] & ~self._swallowed if place else Zone.NONE

    def parts(self, start: int, end: int) -> Iterator[tuple[int, Tag]]:
        """The text nodes that begin in ``start <= offset < end``: (offset, the element each stands in)."""
        starts = self._walk.part_starts
        for index in range(bisect_left(starts, start), bisect_left(starts, end)):
            yield starts[index], self._walk.part_nodes[index]

    @cached_property
    def parted(self) -> set[int]:
        """The blocks, by their index, whose text is of several text nodes."""
        walk = self._walk
        inner = set(walk.part_starts).difference(walk.starts)
        return {bisect_right(walk.starts, start) - 1 for start in inner}

    def where(self, node: Tag | None) -> str:
        """The CSS path of an element: from the nearest ancestor with an id of its own, or from ``body``."""
        return self._paths.of(node)

    @cached_property
    def lower(self) -> str:
        """``text`` in lower case, offset for offset: for finding words before a costly pattern judges them."""
        return lower_case(self.text)

    @cached_property
    def figures(self) -> list[tuple[int, int]]:
        """Where in ``text`` figures stand: the beginning and the end of each run of them."""
        masked = self.text.encode("latin-1", "replace").translate(_AS_FIGURES)
        return [match.span() for match in _FIGURES.finditer(masked)]

    @cached_property
    def figured(self) -> set[int]:
        """The blocks, by their index, that have figures."""
        starts = self._walk.starts
        return {bisect_right(starts, start) - 1 for start, _end in self.figures}

    def containing(self, *words: str) -> list[Block]:
        """The blocks that hold any of these words (lower case), in page order."""
        found: set[int] = set()
        for word in words:
            at = self.lower.find(word)
            while at >= 0:
                block = self.block_at(at)
                if block is None:
                    break
                found.add(block.index)
                at = self.lower.find(word, max(block.end, at + 1))
        return [self.blocks[index] for index in sorted(found)]

    def with_sign(self, sign: re.Pattern[str]) -> Iterator[Block]:
        """The blocks in whose text, in lower case, a pattern is found, in page order."""
        found = sign.search(self.lower)
        while found and (block := self.block_at(found.end() - 1)):
            yield block
            found = sign.search(self.lower, max(block.end, found.end()))

    def keep_only(self, pane: Tag) -> None:
        """Take what stands outside an element for other jobs: on a search page that shows one beside its list."""
        keep_only(self._walk, pane)
        self._swallowed &= ~Zone.RELATED

    # Indexes.

    def tags(self, *names: str) -> list[Tag]:
        """All elements of these names; of several names, in the order of the names."""
        return [tag for name in names for tag in self._walk.by_tag.get(name, ())]

    def by_id(self, ident: str) -> Tag | None:
        """The first element with this id."""
        return self.ids.get(ident)

    def by_class(self, name: str) -> list[Tag]:
        """The elements with this class, in page order within each distinct class attribute."""
        return [tag for value in self._class_values.get(name, ()) for tag in self._walk.class_values[value]]

    @property
    def tag_names(self) -> Set[str]:
        """The name of every element of the page."""
        return self._walk.by_tag.keys()

    @property
    def attribute_names(self) -> Set[str]:
        """The name of every attribute of the page."""
        return self._walk.by_attribute.keys()

    @property
    def class_names(self) -> Set[str]:
        """Every class of the page."""
        return self._class_values.keys()

    def classes(self) -> Iterable[tuple[str, list[Tag]]]:
        """Each distinct class attribute of the page and the elements that have it."""
        return self._walk.class_values.items()

    def by_itemprop(self, name: str) -> list[Tag]:
        """The elements with this microdata property."""
        return self._itemprops.get(name, [])

    def by_attribute(self, name: str) -> list[Tag]:
        """The elements with this attribute, in page order within each element name."""
        return self._walk.by_attribute.get(name, [])

    @cached_property
    def _class_values(self) -> dict[str, list[str]]:
        index: dict[str, list[str]] = {}
        for value in self._walk.class_values:
            for name in set(value.split()):
                index.setdefault(name, []).append(value)
        return index

    @cached_property
    def _itemprops(self) -> dict[str, list[Tag]]:
        index: dict[str, list[Tag]] = {}
        for tag in self.by_attribute("itemprop"):
            for name in str(tag["itemprop"]).split():
                index.setdefault(name, []).append(tag)
        return index

    @cached_property
    def ids(self) -> dict[str, Tag]:
        """Every id of the page, and the first element that has it."""
        return {str(tag["id"]): tag for tag in reversed(self.by_attribute("id"))}

    # The head.

    @cached_property
    def _metas(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for tag in self.tags("meta"):
            said = tag.attrs
            name = said.get("property") or said.get("name") or said.get("http-equiv") or ""
            content = " ".join(str(said.get("content") or "")[:_LONGEST].split())
            if name and content:
                found.setdefault(str(name).lower(), []).append(content)
        return found

    def meta(self, *names: str) -> str | None:
        """The content of the first ``<meta>`` of the first of these names (``property``, ``name``) that is there."""
        return next((self._metas[name][0] for name in names if name in self._metas), None)

    @cached_property
    def title(self) -> str:
        """The words of ``<title>``."""
        tag = next((tag for tag in self.tags("title") if tag.parent is None or tag.parent.name != "svg"), None)
        return " ".join(tag.get_text(" ")[:_LONGEST].split()) if tag else ""

    @cached_property
    def lang(self) -> str | None:
        """The declared language as it stands (``de-AT``): of ``<html>``, of the body, or of a meta element."""
        for tag in self.tags("html", "body"):
            if declared := str(tag.get("lang") or tag.get("xml:lang") or "").strip():
                return declared.replace("_", "-")
        declared = self.meta("content-language", "language", "og:locale") or ""
        return declared.replace("_", "-") or None

    @cached_property
    def canonical(self) -> str | None:
        """The address the page gives itself: the canonical link, else ``og:url``; absolute where it can be."""
        for tag in self.tags("link"):
            if "canonical" in str(tag.get("rel") or "").lower().split() and tag.get("href"):
                return self.absolute(str(tag["href"]))
        declared = self.meta("og:url")
        return self.absolute(declared) if declared else None

    @cached_property
    def host(self) -> str:
        """The host of ``url``, else of the canonical address; lower case, empty when neither is known."""
        for address in (self.url, self.canonical):
            if address and (host := _host(address)):
                return host
        return ""

    def absolute(self, href: str) -> str:
        """``href`` resolved against the page's address; as it is where it cannot be."""
        try:
            return urljoin(self.url or "", href.strip())
        except ValueError:
            return href

    # Structured data.

    @cached_property
    def json_ld(self) -> list[Item]:
        """Every object of every JSON-LD block. A broken block loses only itself and is named in ``problems``."""
        found: list[Item] = []
        blocks = [text for tag, text in self._walk.scripts if "ld+json" in str(tag.get("type") or "").lower()]
        for number, text in enumerate(blocks, start=1):
            if not text.strip():
                continue
            try:
                found.extend(items(load_block(text)))
            except ValueError as error:
                self.problems.append(f"JSON-LD block {number} is not JSON: {error}"[:300])
        return found

    @cached_property
    def microdata(self) -> list[Item]:
        """Every top-level microdata item, shaped like JSON-LD."""
        budget = Budget()
        roots = [tag for tag in self.by_attribute("itemscope")[:200] if not tag.has_attr("itemprop")]
        found = [microdata(tag, budget) for tag in roots]
        if budget.nodes <= 0:
            self.problems.append("The page's microdata is too large: not all of it was read.")
        return found

    def typed(self, *names: str) -> list[Item]:
        """The JSON-LD objects, then the microdata items, of any of these schema.org types."""
        wanted = set(names)
        return [item for item in (*self.json_ld, *self.microdata) if types(item) & wanted]


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").lower()
    except ValueError:
        return ""
