"""Which language the pages speak: the person's choice, else what the browser asks for, else English."""

from __future__ import annotations

from pathlib import Path

from flask import has_request_context, request

CATALOGUES = Path(__file__).parent / "translations"
LANGUAGES = ("en", "de")


def chosen() -> str:
    """The language for this request."""
    if not has_request_context():
        return LANGUAGES[0]
    return request.accept_languages.best_match(LANGUAGES) or LANGUAGES[0]
