"""Where in a text digits stand that may be a telephone number."""

from __future__ import annotations

import re
from collections.abc import Iterator

# What libphonenumber lets stand between the digits of one number, and what may open one.
_BETWEEN = (
    r"\d \u00a0\u00ad\u200b\u2060\u3000()\[\]./~+\-\u2010-\u2015\u2212\u30fc\uff08\uff09\uff0b\uff0d-\uff0f\uff3b\uff3d"
)
# It begins with a set of characters, for which a search leaps; what may open a number is looked for behind it.
RUN = re.compile(rf"[0-9\uff10-\uff19\u0660-\u0669\u06f0-\u06f9][{_BETWEEN}]{{5,200}}")
_OPENING = frozenset("+＋([（［")
SHORTEST = 7  # digits of a number
_WIDEST = 2_000  # characters of one window; more digits in a row are no telephone numbers any more
REACH = 28  # characters after a number in which its extension may stand

_YEAR = r"(?:19|20)\d\d"
DATE = re.compile(
    rf"(?<!\d)(?:\d{{1,2}}\s?[./-]\s?\d{{1,2}}\s?[./-]\s?{_YEAR}|{_YEAR}\s?[./-]\s?\d{{1,2}}\s?[./-]\s?\d{{1,2}}"
    rf"|(?:\d{{1,2}}[./])?{_YEAR}\s?[-–—/]\s?(?:\d{{1,2}}[./])?{_YEAR}|\d{{1,2}}\.\d{{1,2}}\.\s?[-–]\s?\d{{1,2}}\.\d{{1,2}}\."
    rf"|(?<!\d\.)\d{{1,2}}\.\d{{1,2}}\.\d\d(?!\.\d))(?!\d)"
)


def windows(text: str) -> Iterator[tuple[int, int]]:
    """Stretches that hold at least seven digits close together, with room for an extension; none overlap."""
    low = high = -1
    for run in RUN.finditer(text):
        begin, end = opened(text, run.start()), run.end()
        if begin >= high or begin - low > _WIDEST:
            if not _may_be_dialled(run[0]):
                continue
            if low >= 0:
                yield low, high
            low = max(0, begin - 1, high)
        line_end = text.find("\n", end, end + REACH)
        high = max(high, line_end if line_end >= 0 else min(len(text), end + REACH))
    if low >= 0:
        yield low, high


def _may_be_dialled(run: str) -> bool:
    """Whether there are digits enough for a number, dates aside."""
    return sum(map(str.isdigit, run)) >= SHORTEST and sum(map(str.isdigit, DATE.sub("", run))) >= SHORTEST


def opened(text: str, start: int) -> int:
    """Where the number begins whose first digit stands at ``start``: "+", "(" and their like belong to it."""
    for _ in range(3):
        if not start or text[start - 1] not in _OPENING:
            break
        start -= 1
    return start
