"""The rows of the language files and of ``desks.toml``: each example says what its row says."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scrapers.contacts import cues, desks, languages, wishes
from scrapers.contacts.beginnings import Beginnings
from scrapers.contacts.cues import Cue
from scrapers.contacts.desks import Desk
from scrapers.contacts.wishes import Row

LANGUAGES = ("cs", "da", "de", "en", "es", "fi", "fr", "it", "nl", "no", "pl", "pt", "sv")
CUES = list(dict.fromkeys(cue for language in LANGUAGES for _, cue in cues.rows(language)))
WISHES = list(dict.fromkeys(row for rows in wishes.by_stem(LANGUAGES).values() for row in rows))
_LOOKING_ROUND = re.compile(r"\(\?<?[!=](?:[^()]|\([^()]*\))*\)")  # what stands beside a phrase is no part of it
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


@pytest.mark.parametrize("row", [row for row in WISHES if row.also or row.number], ids=lambda row: row.example)
@given(data=st.data())
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_a_phrase_says_passes_the_tests_before_it(row: Row, data: st.DataObject) -> None:
    said = data.draw(st.from_regex(_LOOKING_ROUND.sub("", row.phrase.pattern), fullmatch=True))
    assert not row.also or any(sign in said.lower() for sign in row.also)
    assert not row.number or wishes.NUMBER.search(said)


def test_phrases_that_are_sought_in_lower_case_hold_no_capital() -> None:
    phrases = [row.phrase.pattern for row in (*CUES, *WISHES) if not row.cased]
    phrases += [cue.needs.pattern for cue in CUES if cue.needs] + [row.agencies.pattern for row in WISHES]
    phrases += [pattern.pattern for desk in desks.rows() for pattern in (desk.local, desk.context)]
    assert [phrase for phrase in phrases if (plain := re.sub(r"\\.", "", phrase)) != plain.lower()] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_page_that_says_what_a_row_says_holds_its_stem(code: str) -> None:
    for row in (*languages.tables()[code]["cues"], *languages.tables()[code]["wishes"]):
        assert languages.stems(row["example"].lower(), (code,)).keys() & set(row["stems"]), row["example"]


@pytest.mark.parametrize(
    ("text", "code", "stem", "at"),
    [
        ("please telephone us", "en", "phone", 11),
        ("(email only)", "en", "mail", 2),
        ("you may reach out to jane", "en", "reach out", 8),
        ("you may get in touch", "en", "in touch", 12),
        ("rückfragen an uns", "de", "fragen", 4),
        ("ring til os", "da", "ring", 0),
    ],
)
def test_a_stem_stands_where_a_word_begins_and_in_some_words(text: str, code: str, stem: str, at: int) -> None:
    assert languages.stems(text, (code,))[stem] == [at]


def test_a_word_begins_with_all_that_it_begins_with() -> None:
    beginnings = Beginnings(
        [("život", 1), ("call", 2), ("call us", 3), ("c/o", 4), ("ask for", 5), ("for", 6), ("ž", 7)]
    )
    text = "call us (call) c/o recall životopis – ask for łcall\u0301"
    spots = {(text[at : at + 4], meaning) for at, meaning in beginnings.spots(text)}
    assert spots == {
        *(("call", 2), ("call", 3), ("c/o ", 4), ("živo", 1), ("živo", 7)),
        *(("ask ", 5), ("for ", 6)),
    }


def test_a_stem_in_the_middle_of_a_word_is_none() -> None:
    assert not {"call", "ring"} & languages.stems("technically measuring", ("en",)).keys()


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


@pytest.mark.parametrize("desk", desks.rows(), ids=lambda desk: desk.why)
@given(data=st.data())
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_speaks_of_a_desk_holds_its_stem(desk: Desk, data: st.DataObject) -> None:
    said = data.draw(st.from_regex(_LOOKING_ROUND.sub("", desk.context.pattern), fullmatch=True)).lower()
    said = f" {said}"  # what stands before a boundary is no part of the context
    stems = any(re.search(rf"(?<!\w){re.escape(stem)}", said) for stem in desk.stems)
    assert stems or any(part in said for part in desk.inside) or not desk.context.search(said)


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("Did you find a typo on this page? web@example.com", "support desk"),
        ("Protezione dei dati: ufficio@example.com", "privacy desk"),
        ("Order:", "a desk for customers and business partners"),
    ],
)
def test_a_sentence_speaks_of_a_desk(sentence: str, why: str) -> None:
    assert desks.spoken_of(sentence) == why


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
