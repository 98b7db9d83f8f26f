"""The one parse: a BeautifulSoup tree over lxml, built without what no rule reads."""

from __future__ import annotations

import re
from inspect import signature
from typing import Any

from bs4 import BeautifulSoup, Tag
from bs4.builder import HTMLTreeBuilder, LXMLTreeBuilder  # type: ignore[attr-defined]
from bs4.element import AttributeValueList, NavigableString

_XML_DECLARATION = re.compile(r"^\s{0,200}<\?xml[^>]{0,300}>")
# Drawings: hundreds of elements on some pages, and not a word.
_DRAWINGS = frozenset(("svg", "math", "canvas"))
# Strings in these are no text to read; bs4 gives each a class of its own.
_CONTAINERS = HTMLTreeBuilder.DEFAULT_STRING_CONTAINERS
_PREFORMATTED = HTMLTreeBuilder.DEFAULT_PRESERVE_WHITESPACE_TAGS
# What begins on a line of its own, and ends there.
BLOCK_TAGS = frozenset(
    re.findall(
        r"\S+",
        "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset"
        " figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe legend li main menu nav ol"
        " optgroup option p pre section select summary table tbody td textarea tfoot th thead title tr ul video audio"
        " object",
    )
)
_SPECIAL = frozenset((*_CONTAINERS, *_PREFORMATTED))


class Element(Tag):
    """A Tag of a page that is only read: what all tags share stands on the class, and each sets only its own."""

    parser_class = BeautifulSoup
    namespace = prefix = sourceline = sourcepos = cdata_list_attributes = None
    known_xml = hidden = can_be_empty_element = False
    preserve_whitespace_tags = _PREFORMATTED
    attribute_value_list_class = AttributeValueList
    interesting_string_types = Tag.MAIN_CONTENT_STRING_TYPES
    _namespaces = {}  # noqa: RUF012  (bs4 declares it on the instance)

    # Where the walk found it to stand: ``scrapers.walk.Place``.
    place: Any = None

    def __init__(self, name: str, attrs: dict[str, Any], parent: Tag, previous: Any) -> None:
        """``previous`` is the element or string parsed before this one."""
        self.name = name
        self.attrs = attrs
        self.contents = []
        _link(self, parent, previous)

    def get_text(self, *args: Any, **kwargs: Any) -> str:
        """What bs4 gives; at once where the element holds one string and no more, as most that are asked do."""
        if len(args) < 2 and not kwargs and len(self.contents) == 1 and type(self.contents[0]) is NavigableString:
            return str(self.contents[0])
        return super().get_text(*args, **kwargs)


def _link(node: Any, parent: Tag, previous: Any) -> None:
    """Put a new node behind all that was parsed before it, as the last child of ``parent``."""
    node.parent = parent
    node.previous_element = previous
    node.next_element = node.next_sibling = None
    previous.next_element = node
    siblings = parent.contents
    if siblings:
        node.previous_sibling = siblings[-1]
        siblings[-1].next_sibling = node
    else:
        node.previous_sibling = None
    siblings.append(node)


class _Builder(LXMLTreeBuilder):  # type: ignore[misc]
    """Builds the tree that ``BeautifulSoup(markup, "lxml")`` builds, less comments, drawings and what is blank between
    blocks; a test compares them.

    bs4's own builder handles each tag as if it might be XML with namespaces, or out of place; lxml's events are
    neither, so that this takes a third of the time. Attributes are plain strings, ``class`` included.
    """

    def __init__(self) -> None:
        super().__init__(multi_valued_attributes=None)
        self._drawing = 0
        self._drawn = 0
        self._data: list[str] = []
        self.data = self._data.append

    def feed(self, markup: Any) -> None:
        self._open: list[Tag] = [self.soup]
        self._last: Any = self.soup
        self._strings: list[type[NavigableString]] = [NavigableString]
        self._preformatted = 0
        super().feed(markup)
        self._text("html")

    def start(self, tag: Any, attrib: Any) -> None:
        if self._drawing:
            self._drawing += 1
            return
        if tag in _DRAWINGS:
            self._drawing = 1
            self._drawn = len(self._data)
            return
        if self._data:
            self._text(tag)
        self._last = element = Element(tag, attrib or {}, self._open[-1], self._last)
        self._open.append(element)
        if tag in _SPECIAL:
            self._begin(tag, element)

    def end(self, tag: Any) -> None:
        if self._drawing:
            self._drawing -= 1
            del self._data[self._drawn :]
            return
        if self._data:
            self._text(tag)
        if len(self._open) > 1 and self._open[-1].name == tag:
            self._open.pop()
            if tag in _CONTAINERS:
                self._strings.pop()
            elif tag in _PREFORMATTED:
                self._preformatted -= 1

    def comment(self, text: Any) -> None:
        """Nothing a reader sees; the text on both sides of it is one."""

    def pi(self, target: str, data: str) -> None:
        """Nothing a reader sees."""

    def doctype(self, name: str, pubid: str, system: str) -> None:
        """Nothing a reader sees."""

    def _begin(self, tag: str, element: Element) -> None:
        if tag in _CONTAINERS:
            self._strings.append(_CONTAINERS[tag])
            element.interesting_string_types = {_CONTAINERS[tag]}
        else:
            self._preformatted += 1

    def _text(self, tag: str) -> None:
        """Add what stands before the beginning or the end of an element, of this name."""
        text = "".join(self._data)
        self._data.clear()
        if not self._preformatted and text.isspace() and not text.strip(BeautifulSoup.ASCII_SPACES):
            if tag in BLOCK_TAGS or self._behind_block():
                return  # Seen by nobody.
            text = "\n" if "\n" in text else " "
        string = str.__new__(self._strings[-1], text)
        _link(string, self._open[-1], self._last)
        self._last = string

    def _behind_block(self) -> bool:
        """Whether a block has just begun, or ended."""
        parent = self._open[-1]
        before = parent.contents[-1] if parent.contents else parent
        return type(before) is Element and before.name in BLOCK_TAGS


# lxml asks at each page how many arguments this takes; to answer costs more than to parse a short page.
_Builder.start.__signature__ = signature(_Builder.start)  # type: ignore[attr-defined]


def parse(markup: str) -> BeautifulSoup:
    """The tree of a page. Attribute values are strings as they stand, ``class`` included."""
    return BeautifulSoup(_plain_html(markup), builder=_Builder())


def _plain_html(markup: str) -> str:
    """Markup that bs4 need not warn of: no XML declaration (browsers pass over it), never mistaken for an address."""
    markup = _XML_DECLARATION.sub("", markup, count=1)
    return markup if "<" in markup else f"<p>{markup}"
