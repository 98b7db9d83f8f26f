"""Whether an address is spelled like a name, and whether two spellings are one person."""

from __future__ import annotations

import re

from scrapers.contacts.vocabulary import fold
from scrapers.kept import kept

_APART = re.compile(r"[^a-z0-9]+")
_BETWEEN = re.compile(r"[\s-]+")
_NUMBER = re.compile(r"\d+$")


@kept
def spelled_alike(address: str, name: str) -> int:
    """How far the part before the @ is spelled like ``name``: 3 surname, 2 given name, 1 initials, 0 not at all."""
    local = _NUMBER.sub("", fold(address.partition("@")[0]))
    parts = [part for part in _APART.split(local) if part]
    words = [word for word in map(_bare, _BETWEEN.split(name)) if word]
    whole = [word for word in words if len(word) > 1]
    joined = "".join(parts)
    if not whole or not joined:
        return 0
    surnames = {*whole[1:], whole[-1], *("".join(words[index:]) for index in range(1, len(words)))}
    if any(_holds_surname(surname, whole[0], parts, joined) for surname in surnames):
        return 3
    if whole[0] in parts or (len(whole[0]) >= 4 and joined.startswith(whole[0])):
        return 2
    initials = "".join(word[0] for word in words)
    short = "".join(word[0] for word in whole)
    return 1 if len(joined) >= 2 and joined in (initials, short, short[::-1]) else 0


def _holds_surname(surname: str, given: str, parts: list[str], joined: str) -> bool:
    if len(surname) >= 3 and (surname in parts or (len(surname) >= 4 and surname in joined)):
        return True
    if len(joined) >= 5 and surname.startswith(joined):
        return True
    return len(joined) >= 5 and len(surname) >= 5 and joined[0] == given[0] and surname.startswith(joined[1:])


def _bare(word: str) -> str:
    return fold(word).strip(".'’")


def same_person(one: str, other: str) -> bool:
    """Whether two spellings are one person: the shorter's words are all in the longer's, and a full name decides.

    A single given name agrees with a full name that begins with it, a single surname with one that ends in it.
    Initials agree with the words they stand for.
    """
    a, b = _name_words(one), _name_words(other)
    if not a or not b:
        return False
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    if len(short) == 1:
        return short[0] in (long[0], long[-1])
    if long[: len(short)] == short:
        return True
    if short[-1] != long[-1] and short[0] != long[-1]:
        return False
    return all(any(_same_word(word, other_word) for other_word in long) for word in short)


def _same_word(one: str, other: str) -> bool:
    return one == other or (len(one) == 1 and other.startswith(one)) or (len(other) == 1 and one.startswith(other))


def _name_words(name: str) -> list[str]:
    return [word for word in (_bare(part) for part in re.split(r"[\s\-,.]+", name)) if word]
