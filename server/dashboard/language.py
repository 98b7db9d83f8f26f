"""Which language the pages speak, and the functions that translate: Flask-Babel's, with their types."""

from __future__ import annotations

import io
import sqlite3
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import flask_babel
from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations
from babel.units import format_unit
from flask import has_request_context, request

from server.database import get_db
from server.followups.scripts import Reader
from server.sentences import Sentence, Value
from server.store import settings
from server.store.errors import StoreError

CATALOGUES = Path(__file__).parent / "translations"
ENGLISH = "en"
LANGUAGES = (ENGLISH, *sorted(folder.name for folder in CATALOGUES.iterdir() if folder.is_dir()))
"""English, which needs no catalogue, and each language that has a folder of its own."""


class Catalogues(flask_babel.Domain):  # type: ignore[misc]
    """The catalogues as people write them: each is compiled when its language is first asked for, in a twentieth of a
    second, so that no compiled copy has to be kept in step."""

    def get_translations(self) -> NullTranslations:
        """The catalogue of the page's language."""
        return _compiled(str(flask_babel.get_locale() or ENGLISH))


@cache
def _compiled(code: str) -> NullTranslations:
    file = CATALOGUES / code / "LC_MESSAGES" / "messages.po"
    if not file.is_file():
        return NullTranslations()
    compiled = io.BytesIO()
    with file.open("rb") as written:
        write_mo(compiled, read_po(written, locale=code))
    compiled.seek(0)
    return Translations(compiled)


def chosen() -> str:
    """The language for this request: the person's choice, else what the browser asks for, else English."""
    if not has_request_context():
        return ENGLISH
    kept = _kept()
    return kept if kept in LANGUAGES else request.accept_languages.best_match(LANGUAGES) or ENGLISH


def _kept() -> str | None:
    try:
        return settings.preferences(get_db()).language
    except (StoreError, sqlite3.Error):
        return None  # The page that says what is wrong with the data has to be shown all the same.


def name(code: str) -> str:
    """What a language calls itself: *Deutsch*."""
    shown = Locale.parse(code).get_display_name(code) or code
    return shown[:1].upper() + shown[1:]


def tag() -> str:
    """The page's language as HTML has it."""
    return str(flask_babel.get_locale() or ENGLISH).replace("_", "-")


def reader() -> Reader:
    """The person as one who reads a reminder."""
    locale = flask_babel.get_locale()
    english = locale is None or locale.language == ENGLISH
    return Reader() if english else Reader(str(locale), lambda part: gettext(part) if part else part)


def gettext(message: str, /, **values: Any) -> str:
    """The message in the page's language, with ``%(name)s`` filled in."""
    return str(flask_babel.gettext(message, **values))


def ngettext(one: str, many: str, number: int, /, **values: Any) -> str:
    """The message for ``number`` things, which is ``%(num)s`` in it, written as the language has it."""
    found: str = flask_babel.get_translations().ungettext(one, many, number)
    return found % {**values, "num": flask_babel.format_decimal(number)}


def megabytes(size: int) -> str:
    """A number of bytes as people read it: *1.4 MB*."""
    return str(format_unit(round(size / 1_000_000, 1), "digital-megabyte", "short", locale=flask_babel.get_locale()))


def said(text: Any) -> Any:
    """A ``Sentence`` in the page's language; whatever else it is given, as it is."""
    if not isinstance(text, Sentence) or not text.message:
        return text
    values = {name: _value(value) for name, value in text.values.items()}
    if text.many is not None:
        return ngettext(text.message, text.many, int(text.values["num"]), **values)  # type: ignore[arg-type]
    return gettext(text.message, **values)


def _value(value: Value) -> Any:
    if isinstance(value, date):
        return flask_babel.format_date(value, gettext("d MMMM y"))
    return said(value) if isinstance(value, str) else flask_babel.format_decimal(value)
