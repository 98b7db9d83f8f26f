"""Where the work is: from the posting's data, labels, marked elements, the lines under the title, and sentences."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import Any

from bs4 import Tag

from scrapers.facts import Facts
from scrapers.jobwords import is_generic, looks_like_job
from scrapers.labels import Labelled, is_linked
from scrapers.orgnames import KIND_WORDS
from scrapers.page import Block, Zone
from scrapers.placelines import JUNK, is_prose, tidy
from scrapers.places import COUNTRY, REMOTE, TOWN, is_place, lone_town, place_in
from scrapers.signs import lower_case
from scrapers.sitenames import SEPARATORS
from scrapers.spots import holding
from scrapers.towns import (
    address_town,
    known_town,
    last_town,
    named_place,
    place_behind,
    seat_of,
    town_governed,
    town_of_name,
)
from scrapers.values import Found, found, plain, text_of, words
from scrapers.wrapped import unwrap

# What a line near the title falls into.
_BARS = re.compile(r"[|•·● ](?:(?<=[|•·●])|(?<= )- (?=[A-Z]))")
# Labels that as often name a department or a building as a town.
_LESSER = (
    "location name",
    "area",
    "site",
    "office",
    "campus",
    "region",
    "where",
    "work area",
    "vieta",
    "local",
    "sede",
    "sted",
    "ort",
)
# A line such as "Wagga Wagga campus"; "Head office" names no town.
_CAMPUS = re.compile(
    rf"^(?!(?:main|head|home|north|south|east|west|central|city|corporate|regional|our|branch|post|back|front|"
    rf"medical|dental|field|sales|law|doctor|university|college|innovation|science|health|technology|research|"
    rf"business|new|old|virtual|online|hospital|school)\b)"
    rf"(?P<place>(?-i:{TOWN})) (?:campus|(?P<office>office|depot))$",
    re.I,
)
# "Cook in Swanmere | …" over a line "Swanmere".
_IN_TITLE = re.compile(rf"\s(?:in|i|à|en|w|v|te|em)\s(?P<place>{TOWN})$")
# "Boucher (H/F) - 35 - Vitré": a département before its town.
_DEPARTMENT = re.compile(r"(?:\d\d|2[AB]|97\d)$")
_ONE_TOWN = re.compile(rf"{TOWN}$")
_CAMPUS_ENDS = (" campus", " office", " depot")
_EXPLICIT = ("location", "job location", "work location", "primary location", "arbeitsort", "standort")
_VAGUE = re.compile(r"^(?:[\d\s-]{0,10},?\s?[A-Z]{0,3}|[A-Z]{2,3})$")


def find_location(facts: Facts) -> Found[str] | None:
    """The place of work, or "Remote …"; several places are given as the page gives them."""
    return (
        from_data(facts)
        or from_label(facts)
        or from_hints(facts)
        or from_headlines(facts)
        or _with_region(facts, from_employer_line(facts) or from_document_title(facts))
        or from_data(facts, vague=True)
        or from_sentences(facts)
        or from_headlines(facts, far=True)
        or from_imprint(facts)
    )


def from_data(facts: Facts, *, vague: bool = False) -> Found[str] | None:
    """``jobLocation`` of the posting, and remote where ``jobLocationType`` says so. https://schema.org/jobLocation

    A bare country or postcode, which says less than the page does, counts only where ``vague`` is asked for.
    """
    remote = "TELECOMMUTE" in str(facts.data.get("jobLocationType") or "").upper()
    places = facts.data.get("jobLocation")
    listed = places if isinstance(places, list) else [places]
    texts = list(dict.fromkeys(text for text in (address_text(place) for place in listed[:20]) if text))
    named = [text for text in texts if not _VAGUE.match(text)]
    if remote:
        allowed = plain(facts.data.get("applicantLocationRequirements")) or next(iter(texts), "")
        texts = [f"{named[0]} (or remote)"] if named else [f"Remote ({allowed})" if allowed else "Remote"]
    elif not named and not vague:
        return None
    return found("; ".join(texts[:3]), "; ".join(texts), "json-ld") if texts else None


def address_text(place: Any) -> str:
    """A schema.org Place or PostalAddress as "Town, Region, Country"."""
    if isinstance(place, str):
        return tidy(plain(place))
    if not isinstance(place, dict):
        return ""
    address = place.get("address", place)
    if isinstance(address, list):
        address = address[0] if address else {}
    if isinstance(address, str):
        return tidy(plain(address))
    if not isinstance(address, dict):
        return ""
    parts = [plain(address.get(key)) for key in ("addressLocality", "addressRegion", "addressCountry")]
    parts = [
        part for part in dict.fromkeys(parts) if part and part.casefold() not in ("null", "undefined", "none", "n/a")
    ]
    return tidy(", ".join(parts)) or tidy(plain(place.get("name")))


def from_label(facts: Facts) -> Found[str] | None:
    """The value beside "Location:" and its like: a place at once, else what reads like one at all."""
    hits = [
        hit for hit in facts.labels.get("location", []) if not JUNK.match(hit.value.strip()) and len(hit.value) < 300
    ]
    hits.sort(key=lambda hit: hit.label in _LESSER)
    for hit in hits:
        if place := _address_below(facts, hit):
            return facts.in_block(place, hit.block)
        value = tidy(hit.value)
        if hit.label.endswith("city") and (region := facts.labels.get("region")) and len(region[0].value) < 40:
            value = f"{value}, {region[0].value}"
        if hit.strong and 1 < len(value) < 90 and not value.endswith((".", "?", "!")):
            return facts.in_block(value, hit.block)
    for hit in hits:
        short = (
            tidy(hit.value) if is_place(tidy(hit.value)) or (hit.label in _EXPLICIT and len(hit.value) < 40) else None
        )
        if place := place_in(hit.value) or short:
            return facts.in_block(place, hit.block)
    return None


def _address_below(facts: Facts, hit: Labelled) -> str | None:
    """The town of an address that stands in lines below a label: the clinic, its street, its town, the postcode."""
    below = facts.page.blocks[hit.block.index : hit.block.index + 7]
    lines = [block.text for block in below if block.node is hit.block.node and len(block.text) < 60]
    if len(lines) < 3 or is_place(tidy(hit.value)):
        return None
    address = ", ".join(lines)
    return place_in(address) or address_town(address)


def from_hints(facts: Facts) -> Found[str] | None:
    """An element whose class says that it holds the location."""
    for node in facts.hinted.get("location", [])[:8]:
        value = tidy(text_of(node))
        if (
            1 < len(value) < 90
            and not JUNK.match(value)
            and (is_place(value) or place_in(value) or len(value.split()) <= 5)
        ):
            return facts.at(value, node)
    return None


def from_headlines(facts: Facts, *, far: bool = False) -> Found[str] | None:
    """A line near the title that is a place: "Seattle, WA", "📍 Lakeside", "Remote (US)".

    Below the first paragraph (``far``) such a line may be of anything: it counts only where the text names no place.
    """
    title = facts.title_block.index if facts.title_block else 0
    below = (block for block in facts.body_blocks if block.index > title)
    prose = next((block.index for block in below if is_prose(block.text)), title + 99)
    for block in _near_title(facts):
        if (block.index > prose) is not far:
            continue
        for part in _pieces(facts, block):
            campus = _CAMPUS.match(part) if part.lower().endswith(_CAMPUS_ENDS) else None
            value = tidy(campus["place"] if campus else part)
            named = campus is not None and not campus["office"]
            named = named or _in_name(facts, value)
            if (named or is_place(value)) and not COUNTRY.match(value) and not looks_like_job(value):
                return facts.in_block(value, block)
    return None


def _in_name(facts: Facts, value: str) -> bool:
    """Whether a line is the town in the employer's name, whatever its size: "Klinikum Northlake", over "Northlake"."""
    first, _space, rest = (facts.employer_text or "").partition(" ")
    return bool(rest) and f"{rest} ".startswith(f"{value} ") and first.lower() in KIND_WORDS


def _pieces(facts: Facts, block: Block) -> list[str]:
    """What a line falls into: by bars and dots, and by its elements ("<span>Anywhere</span><span>Full-time</span>")."""
    starts = [start for start, _node in facts.page.parts(block.start, block.end)]
    spans = [facts.page.text[start:end] for start, end in pairwise((*starts, block.end))] if 1 < len(starts) < 7 else []
    pieces = [piece.strip() for piece in _BARS.split(block.text[:200])]
    glued = any(span and not span[-1].isspace() for span in spans[:-1])
    return [*spans, *pieces] if glued else [*pieces, *spans]


def from_employer_line(facts: Facts) -> Found[str] | None:
    """The place that stands behind the employer's name, in a line near the title, the document title, or a sentence."""
    employer = facts.employer_text or ""
    if len(employer) < 3:
        return None
    for block in _near_title(facts):
        if place := place_behind(block.text, employer):
            return facts.in_block(place, block)
    for title in facts.document_titles:
        if place := place_behind(title, employer):
            return found(place, title, "title")
    blocks = facts.body_blocks[:40]
    names = (name.lower() for name in (employer, employer.rpartition(" ")[0]) if len(name) > 3)
    held = holding(facts.page, names, blocks)
    for block in blocks:
        if block.index in held and (place := seat_of(block.text, employer)):
            return facts.in_block(place, block)
    return None


def _near_title(facts: Facts) -> list[Block]:
    blocks = facts.body_blocks
    title = facts.title_block
    start = next((number for number, block in enumerate(blocks) if title is not None and block.index >= title.index), 0)
    return [
        block for block in (*blocks[start : start + 14], *blocks[max(0, start - 4) : start]) if len(block.text) < 200
    ]


def from_document_title(facts: Facts) -> Found[str] | None:
    """A place in the title of the document: "… in Wien", "… - San Francisco, CA - …"."""
    for title in facts.document_titles:
        place = unwrap(title).get("place")
        if place and len(place) < 60:
            return found(tidy(place), title, "title")
        for part in SEPARATORS.split(title)[1:]:
            if is_place(part) and not looks_like_job(part):
                return found(tidy(part), title, "title")
        town = lone_town(title)
        if town and not (facts.employer_text or "").endswith(f" {town}"):
            return found(town, title, "title")
        if place := _repeated(facts, SEPARATORS.split(title)):
            return found(place, title, "title")
    return None


def _repeated(facts: Facts, parts: list[str]) -> str | None:
    """The place in the parts of a document title that stands by itself near the page's: "Cook - Swanmere - Inn Ltd"."""
    near = _near_title(facts)
    lines = {piece.strip() for block in near for piece in (block.text, *_BARS.split(block.text))}
    numbered = [part for number, part in pairwise(parts) if _DEPARTMENT.match(number)]
    if numbered:
        return numbered[0]
    named = [match["place"] for part in parts if (match := _IN_TITLE.search(part))]
    others = (part for part in parts[1:-1] if not set(words(part)) <= facts.title_words)
    between = [part for part in others if _ONE_TOWN.match(part) and part != facts.employer_text]
    places = (place for place in (*named, *between) if place in lines)
    return next((place for place in places if not (is_generic(place) or looks_like_job(place))), None)


def _with_region(facts: Facts, place: Found[str] | None) -> Found[str] | None:
    """A town as the page names it elsewhere: with its state, region or country."""
    at = facts.page.text.find(f"{place.value}, ") if place else -1
    if place is None or at < 0:
        return place
    whole = place_in(facts.page.text[at : at + len(place.value) + 40])
    return replace(place, value=whole) if whole and whole.startswith(place.value) else place


def from_sentences(facts: Facts) -> Found[str] | None:
    """Sentences that say where, then towns with their state or country, then towns and addresses alone."""
    blocks = [block for block in facts.body_blocks[:150] if not is_linked(facts.page, block)]
    for read, some in (
        (named_place, blocks),
        (place_in, blocks[:80]),
        (known_town, blocks[:80]),
        (last_town, blocks[:80]),
        (address_town, blocks),
    ):
        for block in some:
            place = read(block.text)
            if place and not COUNTRY.match(place):
                return facts.in_block(tidy(place), block)
    for block in blocks[:60]:
        match = REMOTE.search(lower_case(block.text[:300]))
        if match and (len(block.text) < 90 or block.index < 4):
            return facts.in_block("Remote", block, block.text[match.start() : match.end()])
    return None


def from_imprint(facts: Facts) -> Found[str] | None:
    """An address beside the posting, at the foot of the employer's own site, or the town in the employer's name."""
    zones = Zone.ASIDE if facts.on_board else Zone.ASIDE | Zone.FOOTER
    around = [block for block in facts.page.blocks if block.zone & zones and len(block.text) < 300]
    foot = [block for block in around if not block.zone & (Zone.RELATED | Zone.NAV)]
    for read in (place_in, address_town):
        for block in foot:
            if place := read(block.text):
                return facts.in_block(tidy(place), block)
    employer = facts.employer_text or ""
    town = town_governed(employer) or (None if facts.on_board else town_of_name(employer))
    return found(town, facts.employer_text or "", "employer") if town else None


def from_element(facts: Facts, tag: Tag) -> Found[str] | None:
    """The place an element names."""
    place = tidy(text_of(tag))
    return facts.at(place, tag) if 1 < len(place) < 160 and not JUNK.match(place) else None
