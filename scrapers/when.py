"""When a posting was put up and when it closes: structured data, labels, marked elements, sentences."""

from __future__ import annotations

import re
from datetime import date

from bs4 import Tag

from scrapers.dates import MAY_SWAP, find_dates, first_date, iso_date, relative_date, with_years
from scrapers.deadlines import closing_day
from scrapers.facts import Facts
from scrapers.page import Block, Zone
from scrapers.values import Found, found, text_of

_POSTED = re.compile(
    r"(?:^|\b|(?-i:(?<=[a-zà-ž])(?=[A-Z])))"
    r"(?:(?:re)?posted|published|advertised|date posted|listed|added|updated|online since|erschienen|"
    r"veröffentlicht|publiziert|ausgeschrieben|online seit|online sinds|uppladdad|ilmestynyt|parue?|publié|"
    r"publiée|mise en ligne|publicad[oa]|geplaatst|gepubliceerd|"
    r"publiceret|oprettet|publicerad|publisert|zveřejněno|vloženo|opublikowan[oa]|dodan[oa]|įdėta|"
    r"julkaistu|pubblicat[oa])\b",
    re.I,
)
# Words of which any phrase of the pattern above has one.
_POSTED_WORDS = (
    "posted",
    "advertised",
    "listed",
    "added",
    "updated",
    "online s",
    "erschienen",
    "veröffentlicht",
    "ausgeschrieben",
    "uppladdad",
    "ilmestynyt",
    "paru",
    "publi",
    "mise en ligne",
    "geplaatst",
    "oprettet",
    "zveřejněno",
    "vloženo",
    "dodan",
    "įdėta",
    "julkaistu",
    "pubblicat",
)
_MOST_DATES = 80  # that are asked whether they are a deadline
# What any date with its year has: for finding where in a page dates are at all. It begins in a run of figures: a year,
# or the figure before a separator ("1.12.26").
_DATE_SPOT = re.compile(r"(?:19|20)\d\d|\d[./-]\s?\d{1,2}\s?[./-]\s?\d\d")
_BEHIND_FIGURE = 9  # how far it reaches behind the run
_HEADER_LINE = re.compile(
    r"^(?:date|sent|posted)\s?:\s|^(?:mon|tue|wed|thu|fri|sat|sun)\w{0,6},?\s|"
    r"\b(?:mon|tue|wed|thu|fri|sat|sun)\s[a-z]{3}\s{1,2}\d{1,2}\s\d\d:\d\d|"
    r"\b\d{1,2} [a-z]{3,9} \d{4},? (?:at )?\d{1,2}:\d\d",
    re.I,
)
# "Posted through 02/28/2026": the last day.
_TO_LAST = re.compile(r"\s(?:through|thru|until|till|to|bis)\b", re.I)
# "11/02/2026 to 11/16/2026": the first day and the last of a time in which one may apply.
_RANGE = re.compile(
    r"^[\s,.)]{0,3}(?:-|–|—|to|until|till|through|thru|bis(?: zum)?|au|al|a|tot(?: en met)?|t/m|til|till|do|–)\s", re.I
)
# What a site says of its page as often as of the posting: only in the upper part of the page is it the posting's.
_UPDATED = "updated"
_BARS = re.compile(r"\s[|·•]\s")


def find_posted(facts: Facts) -> Found[date] | None:
    """The day the posting was put up; "3 days ago" is read only where the time of capture is known."""
    if day := iso_date(facts.data.get("datePosted")):
        return found(day, str(facts.data["datePosted"]), "json-ld")
    for hit in facts.labels.get("posted", []):
        if day := _timed(facts, hit.block) or _day(facts, hit.value[:60]):
            return facts.in_block(day, hit.block)
    return _of_period(facts, 0) or _posted_mark(facts) or _posted_line(facts)


def _of_period(facts: Facts, place: int) -> Found[date] | None:
    """The first (0) or the last (1) day of what a label calls the time of posting: "11/02/2026 to 11/16/2026"."""
    for hit in facts.labels.get("period", []):
        if days := _first_and_last(facts, hit.value[:120]):
            return facts.in_block(days[place], hit.block)
    return None


def _first_and_last(facts: Facts, text: str) -> tuple[date, date] | None:
    """Two dates that "to" or a dash joins."""
    dated = sorted(find_dates(text, month_first=_month_first(facts, text)), key=lambda one: one.start)
    if len(dated) < 2 or not _RANGE.match(text[dated[0].end :]) or dated[1].start - dated[0].end > 24:
        return None
    return dated[0].day, dated[1].day


def _timed(facts: Facts, block: Block) -> date | None:
    """The day of a ``<time datetime>`` in a block: exact where the words are "4 hours ago"."""
    if not facts.page.tags("time"):
        return None
    tag = block.node if block.node.name == "time" else block.node.find("time")
    return iso_date(tag.get("datetime")) if tag else None


def _day(facts: Facts, text: str, *, ahead: bool = False) -> date | None:
    """The day a text names; one without its year, or counted from now, only where the time of capture is known."""
    dated = first_date(text, month_first=_month_first(facts, text))
    if dated is None and facts.captured_at:
        dated = first_date(with_years(text, facts.captured_at, ahead=ahead))
    if dated:
        return dated.day
    return relative_date(text, facts.captured_at) if facts.captured_at else None


def _month_first(facts: Facts, text: str) -> bool:
    """Whether numeric dates of a text put the month first: what the page decides, where there may be one at all."""
    return MAY_SWAP.search(text) is not None and facts.month_first


def _posted_mark(facts: Facts) -> Found[date] | None:
    for tag in facts.page.by_itemprop("datePosted"):
        if day := iso_date(tag.get("datetime") or tag.get("content") or text_of(tag)):
            return facts.at(day, tag, str(tag.get("datetime") or tag.get("content") or text_of(tag)))
    for tag in facts.hinted.get("posted", [])[:5]:
        text = text_of(tag)
        if len(text) < 80 and (day := _day(facts, text)):
            return facts.at(day, tag)
    return None


def _posted_line(facts: Facts) -> Found[date] | None:
    page = facts.page
    # Without the time of capture, and of a ``<time>``, only a date in figures is one.
    any_line = facts.captured_at is not None or bool(page.tags("time"))
    lines = [
        (number, block)
        for number, block in enumerate(facts.body_blocks)
        if len(block.text) <= 160 and (any_line or block.index in page.figured)
    ]
    low = "\n".join(block.text for _number, block in lines).lower()
    said = {block.index for block in page.containing(*(word for word in _POSTED_WORDS if word in low))}
    title = facts.title_block.index if facts.title_block else -9
    others = {hit.block.index for kind in ("closes", "start") for hit in facts.labels.get(kind, ())}
    for number, block in lines:
        text = block.text
        if block.index in others:
            continue
        match = _POSTED.search(text) if block.index in said else None
        if match and not _of_the_page(facts, block, match) and (day := _said_day(facts, block, match)):
            return facts.in_block(day, block)
        if number < 12 and len(text) < 60 and _HEADER_LINE.search(text) and (dated := first_date(text)):
            return facts.in_block(dated.day, block)
        if 0 < block.index - title < 4 and len(text) < 120 and (day := _alone(facts, text)):
            return facts.in_block(day, block)
        if facts.captured_at and number < 40 and len(text) < 40 and (day := relative_date(text, facts.captured_at)):
            return facts.in_block(day, block)
    return None


def _alone(facts: Facts, text: str) -> date | None:
    """The day of a line, or of a part of one between bars, that is a date and nothing else."""
    for part in _BARS.split(text):
        dated = first_date(part, month_first=_month_first(facts, part))
        if dated and len(part) - (dated.end - dated.start) < 3:
            return dated.day
    return None


def _of_the_page(facts: Facts, block: Block, match: re.Match[str]) -> bool:
    """Whether what is said is of the whole page or, as "posted through", of the last day."""
    last = _TO_LAST.match(block.text, match.end()) is not None
    return last or (match[0].casefold() == _UPDATED and block.index > 0.6 * len(facts.page.blocks))


def _said_day(facts: Facts, block: Block, match: re.Match[str]) -> date | None:
    """The day behind the word, or right before it: "am 11.11.2026 veröffentlicht"."""
    text = block.text
    if day := _timed(facts, block) or _day(facts, text[match.end() : match.end() + 40]):
        return day
    before = text[max(0, match.start() - 30) : match.start()]
    dated = first_date(before, month_first=_month_first(facts, before))
    return dated.day if dated and len(before) - dated.end <= 2 else None


def find_closes(facts: Facts) -> Found[date] | None:
    """The last day to apply."""
    day = iso_date(facts.data.get("validThrough"))
    if day and day.year > 1990:
        return found(day, str(facts.data["validThrough"]), "json-ld")
    for hit in facts.labels.get("closes", []):
        days = _first_and_last(facts, hit.value[:120])
        if day := days[1] if days else _day(facts, hit.value[:120], ahead=True):
            return facts.in_block(day, hit.block)
    if last := _of_period(facts, 1):
        return last
    for tag in facts.page.by_itemprop("validThrough"):
        if day := iso_date(tag.get("datetime") or tag.get("content") or text_of(tag)):
            return facts.at(day, tag)
    return _closing_sentence(facts) or _closing_soon(facts)


def _closing_soon(facts: Facts) -> Found[date] | None:
    """A sentence that gives the last day without its year: "Applications close on 4 December"."""
    for block in facts.body_blocks[:200] if facts.captured_at else ():
        if facts.captured_at and len(block.text) < 600 and block.index in facts.page.figured:
            text = with_years(block.text, facts.captured_at, ahead=True)
            if text != block.text and (closing := closing_day(text)):
                return facts.in_block(closing.day, block)
    return None


def _closing_sentence(facts: Facts) -> Found[date] | None:
    page = facts.page
    read_to = asked = 0
    for start, end in page.figures:
        if start < read_to or not (spot := _DATE_SPOT.search(page.text, start, end + _BEHIND_FIGURE)):
            continue
        block = page.block_at(spot.start())
        if block is None or spot.start() >= end or block.zone & Zone.OUTSIDE & ~Zone.HEADER:
            continue
        if asked >= _MOST_DATES:
            break
        read_to = min(block.end, spot.end() + 20)
        asked += 1
        text = page.text[max(_begun(facts, block), spot.start() - 300) : min(block.end, read_to + 20)]
        if closing := closing_day(text, month_first=_month_first(facts, text)):
            return facts.in_block(closing.day, block, text[max(0, closing.start - 100) : closing.end])
    return None


def _begun(facts: Facts, block: Block) -> int:
    """Where the sentence of a block may have begun: in the line above, where a text is broken into lines."""
    above = facts.page.blocks[block.index - 1] if block.index else None
    wrapped = above is not None and above.node is block.node and len(above.text) > 45 and above.text[-1] not in ".!?:"
    return above.start if above is not None and wrapped else block.start


def from_element(facts: Facts, tag: Tag) -> Found[date] | None:
    """The date an element gives, by its ``datetime`` or by its words."""
    timed = tag if tag.has_attr("datetime") else tag.find("time", attrs={"datetime": True})
    text = text_of(tag)
    day = iso_date(timed.get("datetime")) if timed else _day(facts, text)
    return facts.at(day, tag, text) if day else None
