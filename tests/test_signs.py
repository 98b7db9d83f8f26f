"""Patterns of many alternatives: grouped by their first letters, they match what they matched before."""

from __future__ import annotations

import re

import pytest

from scrapers.signs import any_of, grouped

ALTERNATIVES = (
    r"is (?:now |also )?hiring|are hiring|is|(?:has|had) a job|[Ss]p\. z|a\|b|a[|)]b|x?yz|x{2}|-+\d|z+q|\(Pvt\)|Über|"
    "ABC|AB"
)
TEXTS = (
    *("is now hiring", "is hiring", "are hiring", "is here", "has a job", "had a job", "Sp. z", "sp. z", "a)b", "a|b"),
    *("yz", "xyz", "xx", "--1", "zzq", "(Pvt)", "Über uns", "ABCD", "ABD", "none"),
)


@pytest.mark.parametrize("text", TEXTS)
def test_grouped_alternatives_match_what_they_matched_one_by_one(text: str) -> None:
    plain, behind = re.match(ALTERNATIVES, text), re.match(grouped(ALTERNATIVES), text)
    assert (plain and plain[0]) == (behind and behind[0])


def test_of_words_that_begin_alike_the_first_is_found() -> None:
    text = "Newark, New York, U.S. and UXSX"
    assert re.findall(any_of(["New York", "New", "U.S."]), text) == ["New", "New York", "U.S."]


def test_a_group_at_the_beginning_is_spread():
    assert (
        grouped("(?:a|b)?c|(?:(?:d|e) )?f|(?:g)+|(?:ah|)i")
        == "(?:a(?:c|hi)|b(?:c)|c(?:)|d(?: f)|e(?: f)|f(?:)|i(?:)|(?:g)+)"
    )
