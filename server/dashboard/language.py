"""Which language the pages speak, and the functions that translate: Flask-Babel's, with their types."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import flask_babel
from flask import has_request_context, request

CATALOGUES = Path(__file__).parent / "translations"
LANGUAGES = ("en", "de")


def chosen() -> str:
    """The language for this request: what the browser asks for, else English."""
    if not has_request_context():
        return LANGUAGES[0]
    return request.accept_languages.best_match(LANGUAGES) or LANGUAGES[0]


def gettext(message: str, **values: Any) -> str:
    """The message in the page's language, with ``%(name)s`` filled in."""
    return str(flask_babel.gettext(message, **values))


def ngettext(one: str, many: str, number: int, **values: Any) -> str:
    """The message for ``number`` things, which is ``%(num)d`` in it."""
    return str(flask_babel.ngettext(one, many, number, **values))
