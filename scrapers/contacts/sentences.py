"""Sentences within the lines of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator

# A full stop ends a sentence before a space and a capital, unless it belongs to one of these.
_ABBREVIATED = (
    "dr prof mr mrs ms st no nr tel ext ing dipl dr.-ing hr fr bzw hd ca inc ltd co e.g i.e etc dhr mevr mw sr "
    "sra srta dra kl godz hod resp inkl evtl ggf dvs osv dott dott.ssa avv arq lic eng mme mag mudr mgr bc phdr "
    "rndr doc ul pr ir drs t.a.v tlf puh phil med rer nat habil s.r.o a.s dept attn z.b"
)
_ABBREVIATIONS = frozenset(_ABBREVIATED.split())
_NEXT = r"(?:[)\"'”’]?)\s+(?=[^\W\da-zß-öø-ÿ]|[\d(\"'“„¡¿*•-])"
_LOST_SPACE = r"(?<=[a-zß-öø-ÿ\d)]{2}[.!?])(?=[A-ZÀ-ÖØ-Ý][a-zß-öø-ÿ]+[ :,])"  # "… at 206-555-0142.Point of contact: …"
_END = re.compile(rf"[.!?](?:{_NEXT}|{_LOST_SPACE})")
_PART = re.compile(rf"[.!?;](?:{_NEXT}|{_LOST_SPACE})")
# Texts that lost their line breaks ("… customer accountsPlease no calls") are cut there, when they are long. It begins
# with a set of characters, for which a search leaps.
_LOST = re.compile(
    rf"[.!?;A-ZÀ-ÖØ-Ý](?:(?<=[.!?;]){_NEXT}|(?<=[a-zß-öø-ÿ]{{3}}[A-ZÀ-ÖØ-Ý])(?=[a-zß-öø-ÿ]{{2}})|{_LOST_SPACE})"
)
# How months begin where days have a full stop: German, Czech and Slovak, Nordic, Polish; or a month's number follows.
_IN_DATES = re.compile(
    r"\d{1,2}\b|jan|feb|mär|mar|apr|mai|maj|jun|jul|aug|sep|okt|nov|dez|dec|led|úno|bře|dub|kvě|čer|srp|zář|říj|lis|pro",
    re.I,
)
_STOPS = ".!?;"
_LONG = 400
_WINDOW = 1_500  # no sentence reaches further; keeps a page of one endless line from being read again and again


def bounds(text: str, offset: int, low: int, high: int, *, whole: bool = False) -> tuple[int, int]:
    """The sentence that holds ``offset`` in the line ``low:high``; unless ``whole``, the part of it to a semicolon."""
    low, high = max(low, offset - _WINDOW), min(high, offset + _WINDOW)
    for start, end in _cut(text, low, high, _LOST if high - low > _LONG else _END if whole else _PART):
        if offset < end or end == high:
            return start, end
    return low, high


def split(text: str, low: int, high: int) -> list[tuple[int, int]]:
    """All sentences of the line ``low:high``, as offsets."""
    return list(_cut(text, low, high, _LOST if high - low > _LONG else _END))


def last(text: str) -> str:
    """The last sentence of a text."""
    low, high = split(text, 0, len(text))[-1]
    return text[low:high]


def end_between(text: str, low: int, high: int) -> bool:
    """Whether a sentence ends between two offsets of one line."""
    # A stop is one by what stands behind it: the first letter there is looked at, too.
    return any(end < high for _, end in _cut(text, low, min(high + 1, len(text)), _END))


def _cut(text: str, low: int, high: int, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    start = low
    for match in pattern.finditer(text, low, high):
        mark = match.start()
        if text[mark] not in _STOPS:  # the capital of a new line
            yield start, mark
            start = mark
        elif text[mark] != "." or not _is_abbreviated(
            text[max(low, mark - 12) : mark], text[match.end() : match.end() + 3]
        ):
            yield start, mark + 1
            start = match.end()
    if start < high:
        yield start, high


def _is_abbreviated(before: str, behind: str) -> bool:
    """Whether a full stop behind these characters belongs to the last word: an abbreviation or an initial."""
    word = before.replace("(", " ").rpartition(" ")[2].lower()
    if word.isdigit():  # "bis 15. März", "do 15. 5."
        return len(word) <= 2 and bool(_IN_DATES.match(behind))
    return word in _ABBREVIATIONS or word.endswith("str") or (len(word) == 1 and word.isalpha())
