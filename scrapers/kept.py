"""Answers that are kept while one page is read, for several rules ask the same of the same few lines."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar, cast

Answers = TypeVar("Answers", bound=Callable[..., Any])

_MOST = 4_096  # answers of one function
_keeping: list[Any] = []


def kept(function: Answers) -> Answers:
    """Let a function whose answer follows from its (hashable) arguments alone answer each question once a page."""
    keeping = lru_cache(maxsize=_MOST)(function)
    _keeping.append(keeping)
    return cast(Answers, keeping)


def forget() -> None:
    """Begin a new page: nothing of the last one is held."""
    for keeping in _keeping:
        keeping.cache_clear()
