"""Words as they are compared: without case, accents of typing, endings and the words that say nothing."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from rapidfuzz.fuzz import ratio

WORD = re.compile(r"\b[A-Z]{2,3}/[A-Z]{2,3}\b|\.?[^\W_][\w]*(?:[+#]+|(?:[.'’&-][^\W_][\w]*)*[+#]*)")
ENDINGS = re.compile(
    r"(?:isations?|izations?|ations?|ments?|ingly|ings?|iers?|ies|ied|edly|ed|ers?|ors?|es|ly|s|ungen|ung|innen|in"
    r"|ischen?|lichen?|en|em|er|e)$"
)
TECHNICAL = re.compile(r"[+#]|\d[^\W\d]|[^\W\d]\d|[a-z][A-Z]|^[A-ZÄÖÜ]{2,6}s?$|^\.|\w\.\w|/")
SHORTEST = 4
"""Letters that a stem keeps: shorter words are compared whole."""
CLOSE = 90
"""Likeness of two long words, in percent, from which they count as one: a typing slip, not another word."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as written, as compared, and where in its text it begins."""

    text: str
    stem: str
    at: int

    @property
    def looks_technical(self) -> bool:
        """Whether it is written as only names are: *C++*, *SQL*, *JavaScript*, *ISO9001*."""
        return bool(TECHNICAL.search(self.text))


@cache
def word_list(name: str) -> frozenset[str]:
    """A list of ``stopwords.txt``: a language's (ISO 639-1), or one of those of postings; empty if there is none."""
    rows = (files(__package__) / "stopwords.txt").read_text(encoding="utf-8").splitlines()
    lists = dict(row.split(": ", 1) for row in rows if row and not row.startswith("#"))
    return frozenset(lists.get(name, "").split())


def language_of(text: str) -> str:
    """The language whose small words the text uses most, as an ISO 639-1 code; English if it shows none."""
    found = [word.lower() for word in re.findall(r"[^\W\d_]+", text[:5_000])]
    counts = {name: sum(word in word_list(name) for word in found) for name in LANGUAGES}
    return max(LANGUAGES, key=lambda name: counts[name])


LANGUAGES = ("en", "de", "fr", "es", "nl", "sv", "da", "no", "fi", "cs", "pl", "it", "pt")


def words_of(text: str) -> list[Word]:
    """The words of a text in order; *C++*, *.NET*, *Node.js* and *front-desk* are one word each."""
    return [Word(found.group(), stem(found.group()), found.start()) for found in WORD.finditer(text)]


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """The word without case, accents and its commonest endings. Light on purpose: it joins, and seldom confuses."""
    folded = unicodedata.normalize("NFKD", word.replace("ß", "ss").casefold().replace("’", "'")).removesuffix("'s")
    bare = "".join(letter for letter in folded if not unicodedata.combining(letter))
    if not bare.isalpha():
        return bare
    cut = ENDINGS.sub("", bare)
    kept = cut if len(cut) >= SHORTEST else bare.removesuffix("s") if len(bare) > SHORTEST - 1 else bare
    return re.sub(r"(?<=[^aeiou])[iy]$|e$", "", kept) if len(kept) > SHORTEST else kept


def same(one: str, other: str) -> bool:
    """Whether two stems are one word: equal, or long and alike but for a slip."""
    if one == other:
        return True
    return min(len(one), len(other)) >= 6 and one[:3] == other[:3] and ratio(one, other) >= CLOSE


def is_stop(word: Word, language: str) -> bool:
    """Whether a word carries no subject, in its language or in English."""
    lower = word.text.lower()
    return lower in word_list(language) or lower in word_list("en")


@cache
def weak_stems() -> frozenset[str]:
    """The stems of words that postings use without saying much: *experience*, *strong*, *team*, *years*."""
    return frozenset(stem(word) for word in word_list("weak") | word_list("weak-de"))


def subject_words(text: str, language: str) -> list[Word]:
    """The words of a text that carry its subject, in order."""
    return [word for word in words_of(text) if not is_stop(word, language)]
