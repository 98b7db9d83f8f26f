"""Where on a page an element stands, as a CSS path."""

from __future__ import annotations

import re
from collections.abc import Callable

from bs4 import Tag

from scrapers.tree import Element

_PLAIN_ID = re.compile(r"[A-Za-z][\w-]{0,60}")


class Paths:
    """The paths of one page's elements. What is counted for one element is kept for those beside it."""

    def __init__(self, by_id: Callable[[str], Tag | None]) -> None:
        """``by_id`` gives the first element with an id."""
        self._by_id = by_id
        self._children: dict[int, dict[str, dict[int, int]]] = {}

    def of(self, node: Tag | None) -> str:
        """The path of an element: from the nearest ancestor with an id of its own, or from ``body``."""
        steps: list[str] = []
        while node is not None and node.name not in ("[document]", "html"):
            ident = str(node.attrs.get("id") or "")
            if ident and _PLAIN_ID.fullmatch(ident) and self._by_id(ident) is node:
                steps.append(f"#{ident}")
                break
            steps.append(self._step(node))
            node = node.parent
        return " > ".join(reversed(steps)) or "html"

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
