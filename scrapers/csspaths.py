"""Where on a page an element stands, as a CSS path."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from bs4 import Tag

from scrapers.tree import Element

_ROOTS = ("[document]", "html")
_PLAIN_ID = re.compile(r"[A-Za-z][\w-]{0,60}")


class Paths:
    """The paths of one page's elements. What is found out for one element is kept for those beside it."""

    def __init__(self, by_id: Callable[[str], Tag | None]) -> None:
        """``by_id`` gives the first element with an id."""
        self._by_id = by_id
        self._children: dict[int, dict[str, dict[int, int]]] = {}
        self._above: dict[int, str] = {}

    def of(self, node: Tag | None) -> str:
        """The path of an element: from the nearest ancestor with an id of its own, or from ``body``."""
        if node is None or node.name in _ROOTS:
            return "html"
        last, parent = self._last(node), node.parent
        if last[0] == "#" or parent is None:
            return last
        if id(parent) not in self._above:
            self._above[id(parent)] = " > ".join(reversed(list(self._steps(parent))))
        above = self._above[id(parent)]
        return f"{above} > {last}" if above else last

    def _steps(self, node: Tag | None) -> Iterator[str]:
        """The steps from an element upwards."""
        while node is not None and node.name not in _ROOTS:
            step = self._last(node)
            yield step
            node = None if step[0] == "#" else node.parent

    def _last(self, node: Tag) -> str:
        ident = node.attrs.get("id")
        if ident and _PLAIN_ID.fullmatch(str(ident)) and self._by_id(str(ident)) is node:
            return f"#{ident}"
        return self._step(node)

    def _step(self, node: Tag) -> str:
        parent, name = node.parent, node.name
        if parent is None or name in ("body", "main"):
            return name
        if id(parent) not in self._children:
            self._children[id(parent)] = _numbered(parent)
        twins = self._children[id(parent)][name]
        return f"{name}:nth-of-type({twins[id(node)]})" if len(twins) > 1 else name


def _numbered(parent: Tag) -> dict[str, dict[int, int]]:
    """The elements of each name in an element: by their identity, which of them each is."""
    found: dict[str, dict[int, int]] = {}
    for child in parent.contents:
        if type(child) is Element:
            twins = found.setdefault(child.name, {})
            twins[id(child)] = len(twins) + 1
    return found
