"""Patterns for words that may begin anywhere in a sentence, tried only where one begins."""

from __future__ import annotations

import re

from scrapers.signs import grouped


def starting(pattern: str) -> re.Pattern[str]:
    """Any of these alternatives where a word begins, in a text in lower case *behind a space*.

    A search leaps from one sign between words to the next, where ``\\b`` would be tried at every letter. A match begins
    with that sign: in the text without the space, its start is where the word begins.
    """
    return re.compile(rf"\W(?:{grouped(pattern)})")
