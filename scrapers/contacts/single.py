"""People called by one name only: "ask for Jo", "ring Meg on 0131 …", "this is Priya from Northlake"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from scrapers.contacts import things
from scrapers.contacts.names import Name, Strength
from scrapers.contacts.vocabulary import fold, is_given, is_role, word_list
from scrapers.signs import every

_NOT_NAMES = word_list("roles", "organisations", "page_words", "particles", "person_titles")
_AMBIGUOUS = word_list("ambiguous")
_BEHIND = re.compile(
    r"[ \u00a0]?(?:[:–-][ \u00a0])?(?:(?:to|with|for|a|al|à|con|com|met|mit|bei|til|till|naar)[ \u00a0])?"
    r"([A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]{1,14})"
    r"(?=[,.;!:)]|[ \u00a0](?:on|at|or|and|via|by|in|today|now|directly|for|between|anytime)\b|[ \u00a0][(+\d<–-]|$)"
)
_NUMBER = re.compile(r"^(?: between \d[\w: ]{2,20}? at)?[^.!?\d]{0,40}[+(]?\d[\d ()./-]{6,}")
_ASKED_FOR = re.compile(r"\b(?:ask|asking) for\W*$", re.I)
_INTRODUCED = re.compile(
    r"\b(?:my name is|(?:^|[.!,:]\s{0,2}|\b(?:hi|hello)\s)this is)[ \u00a0]{1,2}"
    r"([^\W\d_]{3,15}(?:[ \u00a0][^\W\d_]{2,15})?)[ \u00a0]{1,2}(?:from|with|at|and)\b",
    re.I | re.M,
)
_IN_A_ROLE = re.compile(r"\b([a-z]{3,30})[ \u00a0]([A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]{1,14})(?=[,(]|[ \u00a0][a-z(+\d–-])")
_REACHED = re.compile(r"\bbe reached\b|\d[\d ()./-]{6,}|@")
_MOST = 20


def behind(text: str, offset: int, high: int) -> Name | None:
    """The single name right behind a cue that ends at ``offset`` of a sentence, if something bears it out.

    A known given name that is a word as well needs an address or number behind it, or "ask for" before it; a word
    that is in no list needs an address spelled like it, or a number to call.
    """
    match = _BEHIND.match(text, offset, high)
    if match is None:
        return None
    word = match[1]
    plain = fold(word)
    given = is_given(word)
    if plain in _NOT_NAMES and not (given and plain in _AMBIGUOUS):
        return None
    rest = text[match.end() : high]
    spelled = re.search(rf"(?<![\w.]){re.escape(plain)}(?:[._-]?[a-z]{{0,20}})?\s?(?:@|[(\[]at[)\]]| at )", rest, re.I)
    dialled = _NUMBER.match(rest) is not None
    asked_for = _ASKED_FOR.search(text[max(0, offset - 12) : offset]) is not None
    if not (spelled or dialled or (given and asked_for)):
        return None
    if not given and not spelled and things.appear_in_lower_case(text, [word]):
        return None
    return Name(word, match.start(1), match.end(1), Strength.GIVEN, first_only=True)


def in_a_role(text: str, low: int, high: int) -> Iterator[Name]:
    """Single names behind a role, with a way to reach them: "our manager Rose is happy to help at …"."""
    if _REACHED.search(text, low, high) is None:
        return
    for match in _IN_A_ROLE.finditer(text, low, high):
        first = match[2]
        reached = _REACHED.search(text, match.end(), min(high, match.end() + 80))
        if reached and is_role(fold(match[1])) and is_given(first):
            yield Name(first, match.start(2), match.end(2), Strength.GIVEN, first_only=True)


def pronouns(lowered: str, low: int, high: int) -> Iterator[int]:
    """Where a line (in lower case) says "call him", "text her"."""
    if lowered.find(" him", low, high) >= 0 or lowered.find(" her", low, high) >= 0:
        for match in _PRONOUN.finditer(lowered, low, high):
            yield match.start()


def pointed_to(pronouns: list[int], named: list[Name]) -> Iterator[Name]:
    """Whoever is named last before a line says "call him", "text her"."""
    for start in pronouns:
        before = [name for name in named if name.end <= start and name.strength > Strength.SHAPE]
        if before:
            yield before[-1]


_PRONOUN = re.compile(
    r"\b(?:call|text|ring|phone|e-?mail|contact|message|reach) (?:him|her)\b(?! (?:team|office|staff|customers?))"
)


def introduced(text: str, lowered: str) -> Iterator[Name]:
    """Whoever writes the page and says so: "my name is …", "this is … from …"."""
    spots = sorted(spot for opening in ("my name is", "this is") for spot in every(opening, lowered))
    found = (_INTRODUCED.search(text, max(0, spot - 8), spot + 60) for spot in spots)
    for match in islice(filter(None, found), _MOST):
        first, *others = match[1].split()
        if is_given(first) and fold(first) not in _AMBIGUOUS and not any(fold(word) in _NOT_NAMES for word in others):
            yield Name(match[1], match.start(1), match.end(1), Strength.GIVEN, first_only=not others)
