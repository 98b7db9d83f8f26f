"""The rows of the language files and of ``desks.toml``: each example says what its row says."""

from __future__ import annotations

import re

import pytest

from scrapers.contacts import cues, desks, languages, wishes
from scrapers.contacts.cues import Cue
from scrapers.contacts.desks import Desk
from scrapers.contacts.wishes import Row

LANGUAGES = ("cs", "da", "de", "en", "es", "fi", "fr", "it", "nl", "no", "pl", "pt", "sv")
CUES = list(dict.fromkeys(cue for language in LANGUAGES for _, cue in cues.rows(language)))
WISHES = list(dict.fromkeys(row for rows in wishes.by_stem(LANGUAGES).values() for row in rows))
NO_WISHES = [(code, sentence) for code in LANGUAGES for sentence in languages.tables()[code]["no_wish"]]


def test_every_language_of_the_issue_has_a_file() -> None:
    assert set(languages.tables()) == set(LANGUAGES)


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: f"{cue.language}: {cue.example}")
def test_cue_is_found_in_its_example(cue: Cue) -> None:
    assert cue in [found for _, _, found in cues.matches(cue.example, cues.by_stem((cue.language,)))]


@pytest.mark.parametrize("row", WISHES, ids=lambda row: f"{row.language}: {row.example}")
def test_wish_is_found_in_its_example(row: Row) -> None:
    assert (row.about, row.says) in [
        (wish.about, wish.says) for wish in wishes.in_sentence(row.example, wishes.by_stem((row.language,)))
    ]


@pytest.mark.parametrize(("language", "sentence"), NO_WISHES)
def test_sentence_that_only_sounds_like_a_wish_is_none(language: str, sentence: str) -> None:
    assert [
        wish for wish in wishes.in_sentence(sentence, wishes.by_stem((language, "en"))) if wish.about == "calls"
    ] == []
    assert [
        wish for wish in wishes.in_sentence(sentence, wishes.by_stem((language, "en"))) if wish.says == "forbidden"
    ] == []


@pytest.mark.parametrize("desk", desks.rows(), ids=lambda desk: desk.why)
def test_desk_is_told_by_its_example(desk: Desk) -> None:
    assert desks.spoken_of(desk.example) == desk.why


@pytest.mark.parametrize(
    "text",
    [
        "a" * 50_000,
        "1" * 50_000 + "x",
        " " * 50_000,
        "call " * 10_000,
        "no " * 15_000,
        "contact to " * 5_000,
        "(" * 50_000,
    ],
)
def test_no_row_is_slow_on_hostile_text(text: str) -> None:
    """Every phrase is tried on the whole text, which no caller does; with a nested quantifier this would never end."""
    patterns: list[re.Pattern[str]] = [cue.phrase for cue in CUES]
    patterns += [pattern for row in WISHES for pattern in (row.phrase, row.agencies)]
    patterns += [pattern for desk in desks.rows() for pattern in (desk.local, desk.context)]
    assert not any(pattern.fullmatch(text) for pattern in patterns)
