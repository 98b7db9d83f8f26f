"""When a posting was put up and when it closes: structured data, labels, marked elements, sentences."""

from __future__ import annotations

import re
from datetime import date

from bs4 import Tag

from scrapers.dates import Dated, first_date, iso_date, relative_date
from scrapers.facts import Facts
from scrapers.page import Block, Zone
from scrapers.values import Found, found, text_of

_CLOSING = re.compile(
    r"(?:apply|applications?|résumés?|resumes?|cvs?|submi\w{2,6}|received|considered|responses|close[sd]?|"
    r"closing|expires?|open|candidatures?|offers)[^.!?\n]{0,160}?\b(?:by|before|until|no later than|not "
    r"later than|on|is|through|latest|to)\b"
    r"|deadline|closing date|close date|last date|priority consideration|review of applications"
    r"|bewerb[^.!?\n]{0,80}?\b(?:bis|spätestens)\b|bewerbungsfrist|bewerbungsschluss|einsendeschluss|date "
    r"limite|candidatures?[^.!?\n]{0,60}avant le|avant le|jusqu'au|fecha límite|hasta el|sluit|uiterlijk|"
    r"vóór|reageren[^.!?\n]{0,40}(?:tot|voor)|solliciteer[^.!?\n]{0,40}(?:tot|voor)"
    r"|ansøgningsfrist|ansøgning[^.!?\n]{0,60}(?:senest|inden)|senest|sista ansökning|"
    r"ansökan[^.!?\n]{0,60}senast|senast|søknadsfrist|innen|přihlá[^.!?\n]{0,60}do|nejpozději|uzávěrka|"
    r"termin składania|aplikuj do|do dnia|galioja iki|iki|hakuaika|viimeistään|entro il|scadenza|até",
    re.I,
)
_POSTED = re.compile(
    r"(?:^|\b)(?:posted|published|advertised|date posted|listed|added|updated|online since|erschienen|"
    r"veröffentlicht|online seit|publié|publiée|mise en ligne|publicad[oa]|geplaatst|gepubliceerd|"
    r"publiceret|oprettet|publicerad|publisert|zveřejněno|vloženo|opublikowan[oa]|dodan[oa]|įdėta|"
    r"julkaistu|pubblicat[oa])\b",
    re.I,
)
# Words of which any phrase of the pattern above has one.
_POSTED_WORDS = (
    "posted",
    "published",
    "advertised",
    "listed",
    "added",
    "updated",
    "online s",
    "erschienen",
    "veröffentlicht",
    "publi",
    "mise en ligne",
    "geplaatst",
    "gepubliceerd",
    "oprettet",
    "zveřejněno",
    "vloženo",
    "opublikowan",
    "dodan",
    "įdėta",
    "julkaistu",
    "pubblicat",
)
# What any date with its year has: for finding where in a page dates are at all.
_DATE_SPOT = re.compile(r"(?:19|20)\d\d|\d[./-]\s?\d{1,2}\s?[./-]\s?\d\d")
_HEADER_LINE = re.compile(r"^(?:date|sent|posted)\s?:\s|^(?:mon|tue|wed|thu|fri|sat|sun)\w{0,6},?\s", re.I)
_CLOCK = re.compile(r"\b[ap]\.\s?m\.", re.I)
_NOT_CLOSING = re.compile(r"start|begin|interview|commenc|from|ab dem|born|founded|since|copyright|©", re.I)


def find_posted(facts: Facts) -> Found[date] | None:
    """The day the posting was put up; "3 days ago" is read only where the time of capture is known."""
    if day := iso_date(facts.data.get("datePosted")):
        return found(day, str(facts.data["datePosted"]), "json-ld")
    for hit in facts.labels.get("posted", []):
        if day := _timed(hit.block) or _day(facts, hit.value[:60]):
            return facts.in_block(day, hit.block)
    return _posted_mark(facts) or _posted_line(facts)


def _timed(block: Block) -> date | None:
    """The day of a ``<time datetime>`` in a block: exact where the words are "4 hours ago"."""
    tag = block.node if block.node.name == "time" else block.node.find("time")
    return iso_date(tag.get("datetime")) if tag else None


def _day(facts: Facts, text: str) -> date | None:
    dated = first_date(text, month_first=facts.month_first)
    if dated:
        return dated.day
    return relative_date(text, facts.captured_at) if facts.captured_at else None


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
    said = {block.index for block in facts.page.containing(*_POSTED_WORDS)}
    for number, block in enumerate(facts.body_blocks):
        text = block.text
        if len(text) > 160:
            continue
        match = _POSTED.search(text) if block.index in said else None
        if match and (day := _timed(block) or _day(facts, text[match.end() : match.end() + 40])):
            return facts.in_block(day, block)
        if number < 12 and _HEADER_LINE.search(text) and len(text) < 60 and (dated := first_date(text)):
            return facts.in_block(dated.day, block)
        if facts.captured_at and number < 40 and len(text) < 40 and (day := relative_date(text, facts.captured_at)):
            return facts.in_block(day, block)
    return None


def find_closes(facts: Facts) -> Found[date] | None:
    """The last day to apply."""
    day = iso_date(facts.data.get("validThrough"))
    if day and day.year > 1990:
        return found(day, str(facts.data["validThrough"]), "json-ld")
    for hit in facts.labels.get("closes", []):
        if day := _day(facts, hit.value[:120]):
            return facts.in_block(day, hit.block)
    for tag in facts.page.by_itemprop("validThrough"):
        if day := iso_date(tag.get("datetime") or tag.get("content") or text_of(tag)):
            return facts.at(day, tag)
    return _closing_sentence(facts)


def _closing_sentence(facts: Facts) -> Found[date] | None:
    page = facts.page
    read_to = 0
    for spot in _DATE_SPOT.finditer(page.text):
        block = page.block_at(spot.start())
        if block is None or spot.start() < read_to or block.zone & Zone.OUTSIDE & ~Zone.HEADER:
            continue
        read_to = min(block.end, spot.end() + 20)
        if closing := _closing_in(facts, block, page.text[max(block.start, spot.start() - 260) : read_to]):
            return closing
    return None


def _closing_in(facts: Facts, block: Block, text: str) -> Found[date] | None:
    for match in _CLOSING.finditer(text):
        window = _CLOCK.sub(lambda clock: "m" * len(clock[0]), text[match.end() : match.end() + 60])
        dated: Dated | None = first_date(window, month_first=facts.month_first)
        if (
            dated
            and not re.search(r"[.!?]\s", window[: dated.start])
            and not _NOT_CLOSING.search(window[: dated.start])
        ):
            return facts.in_block(dated.day, block, text[max(0, match.start() - 40) : match.end() + dated.end])
    return None


def from_element(facts: Facts, tag: Tag) -> Found[date] | None:
    """The date an element gives, by its ``datetime`` or by its words."""
    timed = tag if tag.has_attr("datetime") else tag.find("time", attrs={"datetime": True})
    text = text_of(tag)
    day = iso_date(timed.get("datetime")) if timed else _day(facts, text)
    return facts.at(day, tag, text) if day else None
