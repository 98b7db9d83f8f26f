"""The word lists that tell names of people from other capitalised words: ``words.toml`` and ``given_names.txt``."""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache
from importlib.resources import files


def fold(word: str) -> str:
    """``word`` in lower case without accents, so that spellings of one word compare equal."""
    plain = word.casefold()
    if plain.isascii():
        return plain
    plain = plain.replace("ø", "o").replace("ł", "l").replace("æ", "ae").replace("đ", "d")
    return "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))


@cache
def word_list(*keys: str) -> frozenset[str]:
    """The words of these lists of ``words.toml``, folded."""
    return frozenset(fold(word) for key in keys for word in _table()[key].split())


@cache
def spellings(*keys: str) -> frozenset[str]:
    """The words of these lists as the file writes them, and folded."""
    return frozenset(word for key in keys for word in _table()[key].split()) | word_list(*keys)


@cache
def _table() -> dict[str, str]:
    return tomllib.loads((files("scrapers.contacts") / "words.toml").read_text("utf-8"))


@cache
def given_names() -> frozenset[str]:
    """Every known given name, folded."""
    lines = (files("scrapers.contacts") / "given_names.txt").read_text("utf-8").splitlines()
    return frozenset(fold(name) for line in lines if not line.startswith("#") for name in line.split())


def is_given(word: str) -> bool:
    """Whether ``word`` (or the first part of a double name, ``Anne-Marie``) is a known given name."""
    return is_given_folded(fold(word).rstrip("."))


def is_given_folded(word: str) -> bool:
    """The same of a word that is folded, without a full stop."""
    return word in given_names() or ("-" in word and word.split("-", 1)[0] in given_names())


def is_role(word: str) -> bool:
    """Whether a folded word is a role, alone or as the end of a compound (``filialleiterin``, ``souschef``)."""
    if word in word_list("roles"):
        return True
    return len(word) > 8 and word.endswith(_role_endings()) and word not in _role_endings()


@cache
def _role_endings() -> tuple[str, ...]:
    return tuple(sorted(word_list("role_endings"), key=len, reverse=True))
