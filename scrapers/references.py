"""The employer's own number for a posting."""

from __future__ import annotations

import re

from bs4 import Tag

from scrapers.facts import Facts
from scrapers.labels import NUMBER_LABEL
from scrapers.values import Found, found, plain, text_of

# What an id looks like: it has a figure, and no more than a few parts.
_ID = re.compile(r"^[A-Za-z0-9][\w/.\-#:& ]{0,38}$")
_BARE_ID = re.compile(r"^[A-Za-z]{0,10}[-_]?\d[\w/.-]{2,24}$")
_CODE = re.compile(r"^[A-Z]{2,8}(?:[-_/][A-Z0-9]{1,8})*$")
_DATE = re.compile(r"^\d{1,4}[./-]\d{1,2}[./-]\d{2,4}$")
_SHAPE = r"(?P<id>(?:[a-z]{1,12}[-_/.&]){0,3}[a-z]{0,12}\d[\w/.&-]{1,24})"
_BEFORE_FIGURE, _BEHIND_FIGURE = 130, 26  # how far the pattern below reaches from its first figure
# In a sentence or a line, in lower case: a noun with its sign ("job no.", "ausschreibungsnummer"), or a word that needs
# none.
_REFERENCE = re.compile(
    rf"(?<![\w-])(?:{NUMBER_LABEL}|kennziffer|kennzahl|kennung|aktenzeichen|expediente|chiffre|kenn-?nr|"
    rf"réf(?:érence)?|ref(?:erence)?|"
    r"rif(?:erimento)?|referenz|referencia|referência|referentie|referens|referanse|viite|dnr|requisition|req)"
    r"(?![^\W\d_])\.?\s?(?:is|lautet|ist|est|of)?[\s:#=\"'“„(\[–-]{0,4}" + _SHAPE
)
# Words of which any reference has one before its first figure.
_HINTS = re.compile(
    r"#|ref|aktenz|exped|réf|rif|viite|dnr|kenn|chiffre|req|\bid\b|-id\b|n[or]\b|num|nú|cod|cód|kod|kód|"
    r"[cč][ií]s|n[°º]",
)
# A code in brackets: not a year, nor a town's district.
_BRACKETED = re.compile(r"[^\W\d_]{3}.{0,60}\s[(\[](?P<id>(?=[^)]*\d[^)]*\d[^)]*\d)[A-Z0-9][A-Z0-9/_-]{4,19})[)\]]")
# "Announcement 22-031".
_NUMBERED = re.compile(
    r"(?i:(?:job |position |vacancy )?(?:announcement|posting|vacancy|requisition|notice|bulletin)) "
    r"(?P<id>\d[\d-]{3,12})\b"
)
_FIGURE = re.compile("[0-9]")


def find_reference(facts: Facts) -> Found[str] | None:
    """The employer's own number for the posting; not the number a board gave it in its data."""
    hits = facts.labels.get("reference", [])
    # The number of the post is the same for all who ever held it.
    for hit in sorted(hits, key=lambda hit: hit.label.startswith("position")):
        if value := _labelled(hit.value, hit.strong):
            return facts.in_block(value, hit.block)
    return _in_text(facts) or _of_headline(facts) or _data_reference(facts)


def _in_text(facts: Facts) -> Found[str] | None:
    """A number behind its noun, in a line or a sentence."""
    page, read = facts.page, 0
    for start, end in page.figures:
        block = page.block_at(start)
        if block is None or block.zone & facts.SURROUNDINGS or len(block.text) >= 20_000:
            continue
        begin = max(block.start, read, start - _BEFORE_FIGURE)
        read = end
        if not _HINTS.search(page.lower, begin, start):
            continue
        window = min(block.end, start + _BEHIND_FIGURE)
        match = _REFERENCE.search(page.lower, begin, window)
        if match and match.end() == window < block.end:
            match = _REFERENCE.search(page.lower, match.start(), min(block.end, window + _BEHIND_FIGURE))
        if match and (value := _tidy(page.text[match.start("id") : match.end("id")])):
            return facts.in_block(value, block, page.text[match.start() : match.end()])
    return None


def _of_headline(facts: Facts) -> Found[str] | None:
    """A code in brackets behind the title: "Respiratory Therapist (210004XK)"."""
    for text in (*facts.document_titles, *facts.heading_texts[:2]):
        if _FIGURE.search(text) and (match := _BRACKETED.search(text) or _NUMBERED.match(text)):
            return found(match["id"], text, "title")
    return None


def _labelled(text: str, strong: bool) -> str | None:
    """The number beside a label, less what follows it; without a figure only where it is plainly a code."""
    value = re.split(r"\s{2,}|\s[|•–-]\s|[,;]\s|\s/\s(?=\D)", text.strip(" #:"))[0]
    first = value.split(" ")[0]
    # "418302BR Business Unit": a number that is long enough by itself ends where it does.
    whole = _ID.match(value) and len(value) < 30 and sum(map(str.isdigit, first)) < 4
    value = value if whole else first
    if _ID.match(value) and any(letter.isdigit() for letter in value):
        return _tidy(value)
    return value if strong and _CODE.fullmatch(value) else None


def _tidy(value: str) -> str | None:
    value = value.strip(" .,;-/#")
    return None if len(value) < 2 or _DATE.match(value) else value


def _data_reference(facts: Facts) -> Found[str] | None:
    identifier = facts.data.get("identifier")
    if isinstance(identifier, list):
        identifier = identifier[0] if identifier else None
    if isinstance(identifier, dict):
        identifier = identifier.get("value")
    value = plain(identifier)
    return found(value, value, "json-ld") if _BARE_ID.match(value) else None


def from_element(facts: Facts, tag: Tag) -> Found[str] | None:
    """The reference an element holds, its label left away."""
    text = text_of(tag)
    value = text.rsplit(":", 1)[-1].strip(" #()")
    return facts.at(value, tag, text) if _ID.match(value) and _FIGURE.search(value) else None
