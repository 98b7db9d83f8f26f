"""Kind of employment."""

from __future__ import annotations

import re

from bs4 import Tag

from scrapers.facts import Facts
from scrapers.values import Found, found, plain, text_of

_TYPES = (
    (
        "internship",
        re.compile(r"\bintern(?:ship)?s?\b|praktik(?:um|ant)|stage\b|stagiaire|trainee|werkstudent|\bINTERN\b", re.I),
    ),
    (
        "part-time",
        re.compile(
            r"part[- _]?time|teilzeit|temps partiel|media jornada|tiempo parcial|deeltijd|parttime|deltid|"
            r"osa-aikainen|zkrácený úvazek|část(?:ečný)? úvazek|niepełny|część etatu|tempo parziale",
            re.I,
        ),
    ),
    (
        "full-time",
        re.compile(
            r"full[- _]?time|vollzeit|temps plein|temps complet|jornada completa|tiempo completo|voltijd|fulltime|"
            r"fuldtid|heltid|kokoaikainen|plný úvazek|pełny etat|tempo pieno|\bFULL_TIME\b",
            re.I,
        ),
    ),
    ("contract", re.compile(r"\bcontract(?:or)?\b|freelance|CONTRACTOR|auf projektbasis|\bOSVČ\b|\bB2B\b", re.I)),
    (
        "temporary",
        re.compile(
            r"\btemporary\b|\btemp\b|befristet|\bCDD\b|temporal|tijdelijk|midlertidig|tidsbegränsad|fixed[- ]term|"
            r"TEMPORARY",
            re.I,
        ),
    ),
    (
        "permanent",
        re.compile(
            r"\bpermanent\b|unbefristet|festanstellung|feste anstellung|\bCDI\b|indefinido|vast contract|"
            r"tillsvidare|fast stilling",
            re.I,
        ),
    ),
    ("volunteer", re.compile(r"\bvolunteer\b|ehrenamt|bénévol|VOLUNTEER", re.I)),
)
# Words of which any of the patterns above has one.
_TYPE_WORDS = (
    "time",
    "zeit",
    "intern",
    "prakti",
    "stage",
    "stagi",
    "trainee",
    "werkstudent",
    "contract",
    "freelance",
    "projektbasis",
    "osvč",
    "b2b",
    "temp",
    "befrist",
    "cdd",
    "cdi",
    "tijdelijk",
    "tid",
    "fixed",
    "perman",
    "anstellung",
    "indefinido",
    "vast",
    "tillsvidare",
    "fast",
    "volunt",
    "ehrenamt",
    "bénévol",
    "jornada",
    "aikainen",
    "úvazek",
    "etat",
    "niepełny",
    "parziale",
    "pieno",
)


def employment_type(text: str) -> str | None:
    """ "full-time", "part-time", "internship" … as named by a text; several are joined by a comma."""
    low = text.lower()
    if not any(map(low.__contains__, _TYPE_WORDS)):
        return None
    named = [name for name, pattern in _TYPES if pattern.search(text)]
    return ", ".join(named[:3]) or None


def find_type(facts: Facts) -> Found[str] | None:
    """How one is employed, in common terms."""
    data = facts.data.get("employmentType")
    text = " ".join(plain(one) for one in data) if isinstance(data, list) else plain(data)
    if named := employment_type(text.replace("_", "-")):
        return found(named, text, "json-ld")
    for hit in facts.labels.get("type", []):
        if len(hit.value) < 120 and (named := employment_type(hit.value)):
            return facts.in_block(named, hit.block)
    near = facts.title_block.index if facts.title_block else 0
    for block in facts.page.blocks[near : near + 15]:
        if len(block.text) < 90 and (named := employment_type(block.text)):
            return facts.in_block(named, block)
    return None


def type_from_element(facts: Facts, tag: Tag) -> Found[str] | None:
    """The kind of employment an element names."""
    named = employment_type(text_of(tag)[:200])
    return facts.at(named, tag) if named else None
