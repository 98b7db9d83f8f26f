"""Telephone numbers in text: libphonenumber's matcher, run only where digits stand, and a judgement of its finds."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import phonenumbers
from phonenumbers import Leniency, PhoneNumber, PhoneNumberFormat, PhoneNumberMatch, PhoneNumberMatcher

from scrapers.contacts import digits, phone_words, plans
from scrapers.lazy import cached_property

# The countries by whose numbering plans to read, likeliest first: they are found out when a number is met.
Numbering = Callable[[], tuple[str, ...]]

MOST_DIGITS = 60_000  # characters round digits that are read at all
_LONGEST = 40  # characters of a number
_NANP = re.compile(r"^(?:\+?1[-. ]{0,2})?\(?[2-9]\d\d\)?(?:[-. /]{1,3}[2-9]\d\d[-. ]{1,3}|[2-9]\d\d[-.])\d{4}$")
# "951 23 456", "33 12 34 56", "600 123 456": how countries without a trunk zero group their numbers.
_IN_TWOS_AND_THREES = re.compile(r"^\d{2,3}(?:[ .]\d{2,3}){2,4}$")
_TRUNK = re.compile(r"^\(?0[\d()]{1,6}[ )/.\-–][\d ()/.\-–]{5,}$")
_BARE = re.compile(r"0[1-9]\d{8,9}$")
# Behind one of these a bare row of digits is dialled: "contact Jane Doe on 01134960123".
_DIALLED_ON = re.compile(r"(?<!\w)(?:on|at|or|via|au|ou|al|o|op|of|på|na|pod|unter|oder|al n[úu]mero)\s{1,2}$", re.I)
_BEFORE_EXTENSION = re.compile(r"[\s,;(]{0,4}(?:[a-z#]|$)", re.I)
# "030 23125 100/101" are two, "120/12" has an extension.
_TWO_NUMBERS = re.compile(r"(?<=\d[ -])(\d{2}(?=/\d{2}$)|\d{3}(?=/\d{3}$))")
_GLUE = re.compile(r"[=@_%]|//|www\.|\.\w{2,4}/")
_SEPARATORS_ONLY = re.compile(
    r"^[\s,;/|&()\-–]*(?:(?:or|and|oder|und|bzw|ou|et|o|y|of|en|eller|og|och|tai|nebo|a|lub|i)\b\.?\s*)?[\s(]*$", re.I
)
_VANITY = re.compile(
    r"(?<![\w+])(?:\+?1[-. ])?\(?0?8\d\d\)?[-. ](?=[A-Z0-9-]{0,9}[A-Z])[A-Z0-9]{1,12}(?:-[A-Z0-9]{1,10}){0,3}(?![\w-])"
)
# What each of them holds; it begins with a letter, for which a search leaps.
_TOLL_FREE = re.compile(r"8\d\d\)?[-. ](?=[A-Z0-9-]{0,9}[A-Z])")
_OTHER_NUMBER = re.compile(r"\d{4,}")
_NANP_REGIONS = frozenset(("US", "CA"))


@dataclass(frozen=True, slots=True)
class Reading:
    """A number read at ``start:end`` of a text: E.164, with ``;ext=`` if it has an extension.

    ``labelled`` when a word beside it calls it a telephone or a fax; ``certain`` when libphonenumber holds it valid
    in the page's own region or it is written internationally. ``vanity`` when it was written in letters.
    """

    number: str
    start: int
    end: int
    fax: bool = False
    labelled: bool = False
    certain: bool = True
    vanity: bool = False


def e164(number: PhoneNumber, extension: str | None = None) -> str:
    """The number as E.164, and ``;ext=`` behind it where there is an extension."""
    extension = extension or number.extension
    plain = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    return f"{plain};ext={extension}" if extension else str(plain)


def parse(written: str, regions: Iterable[str]) -> str | None:
    """The E.164 of a string known to be a number (a ``tel:`` link, ``telephone`` in structured data), or None.

    The first of ``regions`` in which it is valid decides; else the first in which it is possible.
    """
    numbers = [number for region in (*regions, "US") if (number := plans.parsed(written[:60], region))]
    for judged in (phonenumbers.is_valid_number, phonenumbers.is_possible_number):
        for number in numbers:
            if judged(number):
                return e164(number)
    return None


def find(text: str, regions: tuple[str, ...] | Numbering) -> list[Reading]:
    """Each telephone or fax number in ``text``, in order. ``regions`` are ISO countries, likeliest first."""
    reader = _Reader(text, regions)
    budget = MOST_DIGITS
    for low, high in digits.windows(text):
        if (budget := budget - (high - low)) < 0:
            break
        reader.window(low, high)
    for hint in _TOLL_FREE.finditer(text):
        for match in _VANITY.finditer(text, max(0, hint.start() - 6), hint.end() + 40):
            reader.vanity(match)
    return sorted(reader.found, key=lambda reading: reading.start)


def is_read_in_full(text: str) -> bool:
    """Whether ``find`` reads all of ``text``; a page that is nothing but numbers it does not."""
    return len(text) < MOST_DIGITS or sum(high - low for low, high in digits.windows(text)) <= MOST_DIGITS


def find_with_full_matcher(text: str, region: str) -> set[str]:
    """What libphonenumber's matcher finds in the whole text, judged by the same rules: the slow way, for comparison."""
    reader = _Reader(text, (region,))
    for match in PhoneNumberMatcher(text, region):
        reader.matched(match.number, match.start, match.end, region)
    return {reading.number for reading in reader.found}


class _Reader:
    """Collects the readings of one text."""

    def __init__(self, text: str, regions: tuple[str, ...] | Numbering) -> None:
        self.text = text
        self.numbering = regions
        self.found: list[Reading] = []
        self.ends: list[int] = []
        self.matches: dict[str, list[PhoneNumberMatch]] = {}  # many pages say the same number again and again

    @cached_property
    def regions(self) -> tuple[str, ...]:
        """The countries whose plans are tried."""
        return (self.numbering() if callable(self.numbering) else self.numbering) or ("US",)

    def window(self, low: int, high: int) -> None:
        window = self.text[low:high]
        region = self.regions[0]
        if window not in self.matches:
            self.matches[window] = [*PhoneNumberMatcher(window, region, min_candidate_length=digits.SHORTEST)]
        for match in self.matches[window]:
            self.matched(match.number, low + match.start, low + match.end, region)
        self.elsewhere(low, window)

    def matched(self, number: PhoneNumber, start: int, end: int, region: str) -> None:
        """Keep a match if what stands round it lets it be a number to dial."""
        raw = self.text[start:end]
        if sum(map(str.isdigit, raw)) < digits.SHORTEST:
            return
        if two := _TWO_NUMBERS.search(raw):
            raw, end = raw[: two.end(1)], start + two.end(1)
            number = plans.parsed(raw, region) or number
        label, fax = self.label(start, end)
        written = (
            label
            or _is_written_as_number(_BEFORE_EXTENSION.split(raw, maxsplit=1)[0], number, region)
            or self.is_beside_address(raw, start, end)
            or (_BARE.match(raw) and _DIALLED_ON.search(self.text[max(0, start - 16) : start]))
        )
        if not written or self.refused(raw, start, end, label):
            return
        self.keep(number, start, end, fax, label, certain=True)

    def is_beside_address(self, raw: str, start: int, end: int) -> bool:
        """Whether a grouped number stands in a list with an e-mail address: ``Jane Doe, 9940 9249, jane@…``."""
        if not re.search(r"\d[ .\-–/]\d", raw):
            return False
        before = self.text[max(0, start - 60) : start].rpartition("\n")[2]
        after = self.text[end : end + 60].partition("\n")[0]
        listed = before.rstrip().endswith((",", ";", "|", "·", "•")) or after.lstrip()[:1] in (",", ";", "|", "·", "•")
        return listed and "@" in before + after

    def elsewhere(self, low: int, window: str) -> None:
        """A number that is none in the page's region: of another one, or of an old numbering plan."""
        for run in digits.RUN.finditer(window):
            begin = digits.opened(window, run.start())
            raw = window[begin : run.end()].rstrip(" .-–/([+")
            start, end = low + begin, low + begin + len(raw)
            if len(raw) > _LONGEST or self.taken(start, end) or digits.DATE.search(raw):
                continue
            if not digits.SHORTEST <= sum(map(str.isdigit, raw)) <= 15:
                continue
            label, fax = self.label(start, end)
            foreign = bool(_NANP.match(raw.strip("() ")))
            trunk = self.regions[0] in _NANP_REGIONS and bool(_TRUNK.match(raw))
            if not (label or foreign or trunk or raw.startswith("+")) or self.refused(raw, start, end, label):
                continue
            if trunk and not label:
                number = plans.somewhere(raw, self.regions[1:])
            else:
                number = plans.elsewhere(raw, (*self.regions, "US") if foreign else self.regions)
            if number:
                self.keep(number, start, end, fax, label, certain=False)

    def taken(self, start: int, end: int) -> bool:
        return any(reading.start < end and start < reading.end for reading in self.found[-20:])

    def vanity(self, match: re.Match[str]) -> None:
        """``1-800-FLOWERS``: letters stand for the digits of the keypad."""
        letters = sum(c.isalpha() for c in match[0])
        if letters < 3 or self.taken(match.start(), match.end()):
            return
        dialled = phonenumbers.convert_alpha_characters_in_number(match[0])
        region = "US" if set(self.regions) & _NANP_REGIONS or match[0].startswith(("1", "+1")) else self.regions[0]
        plain = re.sub(r"\D", "", dialled)
        if region == "US":
            plain = plain.removeprefix("1")[:10]
        number = plans.parsed(plain, region)
        if number and phonenumbers.is_valid_number(number):
            more = phone_words.EXTENSION.match(self.text[match.end() : match.end() + digits.REACH].lower())
            end = match.end() + (more.end() if more else 0)
            written = e164(number, more[1] if more else None)
            self.found.append(Reading(written, match.start(), end, labelled=True, vanity=True))

    def keep(self, number: PhoneNumber, start: int, end: int, fax: bool, label: bool, certain: bool) -> None:
        extension = None
        if not number.extension and (more := phone_words.EXTENSION.match(self.text[end : end + digits.REACH].lower())):
            extension, end = more[1], end + more.end()
        self.found.append(Reading(e164(number, extension), start, end, fax, label, certain))
        self.ends.append(end)

    def refused(self, raw: str, start: int, end: int, label: bool) -> bool:
        if digits.DATE.search(raw):
            return True
        before = self.text[max(0, start - 30) : start].rpartition("\n")[2].lower()
        after = self.text[end : end + 8].partition("\n")[0].lower()
        if phone_words.MONEY_BEFORE.search(before) or phone_words.MONEY_AFTER.match(after):
            return True
        token = before.rpartition(" ")[2] + raw + after.partition(" ")[0]
        return bool(_GLUE.search(token)) or _is_identified(before, label)

    def label(self, start: int, end: int) -> tuple[bool, bool]:
        """Whether a word beside the number calls it one to dial, and whether that word is *fax*."""
        after = self.text[end : end + 12].partition("\n")[0].lower()
        if phone_words.FAX_BEHIND.match(after) and not phone_words.LABELS_NEXT.match(after):
            return True, True
        line = self.text.rfind("\n", 0, start) + 1
        before = self.text[max(line, start - 48) : start].lower()
        if found := _nearest(before):
            return True, found == "fax"
        if inherited := self.inherited(before, start):
            return inherited
        if not before.strip(" (+") and line:
            above = self.text[max(0, line - 26) : line - 1].rpartition("\n")[2]
            if len(above) < 26 and (found := _nearest(above.rstrip(" :").lower())):
                return True, found == "fax"
        return False, False

    def inherited(self, before: str, start: int) -> tuple[bool, bool] | None:
        """``Tel. A, B or C``: one label for several numbers."""
        index = bisect_right(self.ends, start) - 1
        if index < 0 or start - self.ends[index] > 12:
            return None
        between = self.text[self.ends[index] : start]
        if "\n" in between or not _SEPARATORS_ONLY.match(between):
            return None
        return self.found[index].labelled, self.found[index].fax


def _is_identified(before: str, label: bool) -> bool:
    """Whether the words right before a number call it an identifier; a word for telephones among them overrules."""
    found = phone_words.ID.search(before) or phone_words.SOME_NUMBER.search(before)
    return bool(found and not (label and phone_words.PHONE.search(before, found.start())))


def _nearest(before: str) -> str | None:
    """``phone`` or ``fax`` if such a word labels what follows ``before``, with no other number between."""
    tail = _OTHER_NUMBER.split(before)[-1]
    last = None
    for match in phone_words.LABEL.finditer(tail):
        if match[0] not in phone_words.SINGLE_LETTERS or phone_words.WRITTEN_AS_LABEL.match(tail, match.end()):
            last = match
    if last is None:
        return None
    return "fax" if last.lastindex and not phone_words.PHONE_AND_FAX.search(tail) else "phone"


def _is_written_as_number(raw: str, number: PhoneNumber, region: str) -> bool:
    """Whether the spelling alone says telephone: international, or grouped as numbers are in that country."""
    if raw.lstrip("([ ").startswith(("+", "＋")) or (raw.startswith("00") and len(raw) > 9):
        return True
    if region in _NANP_REGIONS:
        return bool(_NANP.match(raw))
    if _TRUNK.match(raw):
        return True
    if not re.search(r"\d[ .\-–]\d", raw) or raw.startswith("0"):
        return False
    if _IN_TWOS_AND_THREES.match(raw) and len(str(number.national_number)) >= 8:
        return True
    return any(True for _ in PhoneNumberMatcher(raw, region, Leniency.EXACT_GROUPING))
