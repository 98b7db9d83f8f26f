"""Icons drawn inline from the sprite in Bootstrap-Flask's wheel: no request, no style, no font."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

import flask_bootstrap
from markupsafe import Markup

_SPRITE = Path(flask_bootstrap.__file__).parent / "static" / "bootstrap5" / "icons" / "bootstrap-icons.svg"


@lru_cache(maxsize=128)
def icon(name: str) -> Markup:
    """The icon as decorative SVG; the words beside it carry the meaning. KeyError if the sprite has no such icon."""
    drawing = _symbols()[name]
    return Markup(  # noqa: S704 - the sprite is a file of an installed package, no one's input
        '<svg class="icon" width="16" height="16" viewBox="0 0 16 16" fill="currentColor" aria-hidden="true">'
        f"{drawing}</svg>"
    )


@cache
def _symbols() -> dict[str, str]:
    sprite = _SPRITE.read_text(encoding="utf-8")
    return dict(re.findall(r'<symbol[^>]* id="([^"]+)">(.*?)</symbol>', sprite, re.S))
