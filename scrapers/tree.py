"""The one parse: BeautifulSoup over lxml, built without what no rule reads."""

from __future__ import annotations

import re
from typing import Any

from bs4 import BeautifulSoup
from bs4.builder import LXMLTreeBuilder  # type: ignore[attr-defined]

_XML_DECLARATION = re.compile(r"^\s{0,200}<\?xml[^>]{0,300}>")
# Drawings: hundreds of elements on some pages, and not a word.
_DRAWINGS = frozenset(("svg", "math", "canvas"))


class _Builder(LXMLTreeBuilder):  # type: ignore[misc]
    """LXMLTreeBuilder for HTML alone: no namespaces, attributes as plain strings, no comments, no drawings.

    What it builds is the tree that ``BeautifulSoup(markup, "lxml")`` builds, less those; a test compares the two. It
    takes about two thirds of the time, for bs4's own builder handles each tag as if it might be XML.
    """

    def __init__(self) -> None:
        super().__init__(multi_valued_attributes=None, attribute_dict_class=dict)
        self._inside = 0

    def start(self, tag: str | bytes, attrib: Any, nsmap: Any = None) -> None:
        if self._inside:
            self._inside += 1
        elif tag in _DRAWINGS:
            self._inside = 1
        elif self.soup is not None:
            self.soup.handle_starttag(str(tag), None, None, dict(attrib))

    def end(self, tag: str | bytes) -> None:
        if self._inside:
            self._inside -= 1
        elif self.soup is not None:
            self.soup.handle_endtag(str(tag))

    def data(self, data: str | bytes) -> None:
        if not self._inside and self.soup is not None:
            self.soup.handle_data(str(data))

    def comment(self, text: str | bytes) -> None:
        """Nothing a reader sees; the text on both sides of it is one."""

    def pi(self, target: str, data: str) -> None:
        """Nothing a reader sees."""


def parse(markup: str) -> BeautifulSoup:
    """The tree of a page. Attribute values are strings as they stand, ``class`` included."""
    return BeautifulSoup(_plain_html(markup), builder=_Builder())


def _plain_html(markup: str) -> str:
    """Markup that bs4 need not warn of: no XML declaration (browsers pass over it), never mistaken for an address."""
    markup = _XML_DECLARATION.sub("", markup, count=1)
    return markup if "<" in markup else f"<p>{markup}"
