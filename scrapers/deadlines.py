"""The last day to apply, as sentences say it: "Bewerben Sie sich bis 6. Dezember 2026", "closes on 4 May 2026"."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from scrapers.dates import Dated, find_dates
from scrapers.signs import any_of

_WORDS = tomllib.loads((Path(__file__).parent / "datewords.toml").read_text(encoding="utf-8"))


def _any_of(words: list[str]) -> str:
    return any_of(sorted(words, key=len, reverse=True)).replace("'", "['’]")


# These read a sentence in lower case.
_DEADLINE = re.compile(rf"(?<!\w)(?:{_any_of(_WORDS['deadline'])})")
_APPLYING = re.compile(rf"(?<!\w)(?:{_any_of(_WORDS['applying'])})")
_OTHER = re.compile(_any_of(_WORDS["other"]))
# "Listed 9/05/2022 | Closes 6/06/2022".
_CLOSES = r"(?:^|[|•·(\n]\s?)clos(?:es|ing)\s"
# What a text has in which any date is a deadline.
_ANY = re.compile(rf"(?<!\w)(?:{_any_of(_WORDS['deadline'])}|{_any_of(_WORDS['applying'])}|mennessä)|{_CLOSES}")
# "by 5 pm on Friday, the", "bis spätestens Montag, den": what may stand between the word and the date.
_FILLER = (
    r"(?:(?:the|le|el|il|den|dem|zum|am|an|at|on|o|kl|klo|midnight|midday|noon|end of (?:business|day)|close of "
    r"business|cob|eod|dnia|dia|zum|or before|spätestens|um|uhr|á|à)\.?|"
    r"\(?(?:ces?t|gmt|utc|bst|[ecmp][sd]?t|mes?z|aest|ist|local time)\)?|"
    r"(?:\d{1,2}(?:[:.h]\d{2})?\s?(?:[ap]\.?m\.?|uhr|"
    r"h|hrs?|hours|noon)?(?:\s?\(?[a-z]{2,4}\)?)?)|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?|"
    r"\w{2,8}tag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|"
    r"\w{2,5}dag|poniedział\w{1,3}|wtor\w{1,3}|śro\w{1,3}|czwart\w{1,3}|piąt\w{1,3}|[\[(])[\s,.]{0,3}"
)
_UNTIL = re.compile(rf"(?<!\w)(?:{_any_of(_WORDS['until'])})\b[\s:,]{{0,3}}(?:{_FILLER}){{0,6}}$")
_CLOSES_ON = re.compile(rf"{_CLOSES}(?:{_FILLER}){{0,3}}$")
# A full stop inside an hour, an abbreviation, an address or a number ends no sentence.
_ABBREVIATED = re.compile(
    r"\b(?:[ap]\.\s?m|no|nr|z\.\s?hd|z\.\s?b|bzw|dr|prof|mr|mrs|ms|st|inkl|ca|attn|[a-z]|\d{1,2})\.\s", re.I
)
_SENTENCE_END = re.compile(r"[.!?](?=\s)")
_BEFORE, _BETWEEN = 260, 70
# "10 December 2026 (closing date)", "… 11.12.2026 mennessä": the word behind the date.
_BEHIND = re.compile(r"^\s?[(\[–-]?\s?(?:is the (?:closing date|deadline)|mennessä|\(?closing date|\(?deadline)", re.I)


def closing_day(text: str, *, month_first: bool = False) -> Dated | None:
    """The first date in ``text`` that its sentence makes the last day to apply; offsets are those of ``text``."""
    if not _ANY.search(text.lower()):
        return None
    for dated in sorted(find_dates(text, month_first=month_first), key=lambda one: one.start):
        before = _sentence(text[max(0, dated.start - _BEFORE) : dated.start]).lower()
        if _is_deadline(before) or _is_until(before) or _BEHIND.match(text[dated.end :]):
            return dated
    return None


def _sentence(before: str) -> str:
    """What the sentence says before a date: the text behind the last full stop that ends one."""
    masked = _ABBREVIATED.sub(lambda match: match[0].replace(".", " "), before)
    ends = [match.end() for match in _SENTENCE_END.finditer(masked)]
    return before[ends[-1] :] if ends else before


def _is_deadline(before: str) -> bool:
    found = _last(_DEADLINE.finditer(before))
    return found is not None and len(before) - found.end() <= _BETWEEN and not _OTHER.search(before, found.end())


def _is_until(before: str) -> bool:
    until = _UNTIL.search(before)
    if until is None:
        return bool(_CLOSES_ON.search(before))
    applying = _last(_APPLYING.finditer(before, 0, until.start()))
    return applying is not None and not _OTHER.search(before, applying.start(), until.start())


def _last(matches: Iterator[re.Match[str]]) -> re.Match[str] | None:
    return max(matches, key=lambda match: match.start(), default=None)
