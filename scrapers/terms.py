"""Kind of employment, and the reference number."""

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
_REFERENCE = re.compile(
    r"(?:\b(?:search\s?(?=#)|ref(?:erence)?\.?\s?(?:no\.?|nr\.?|number|id|code)?|job (?:id|number|no\.?|code|"
    r"ref(?:erence)?)|requisition\s?(?:id|number|no\.?|#)|req(?:\.|uisition)?\s?(?:id|#|no\.?)|position "
    r"(?:number|no\.?|id)|posting (?:number|id)|vacancy (?:number|no\.?|id|ref(?:erence)?)"
    r"|kennziffer|kenn-?nr\.?|referenz(?:nummer|-nr\.?|code)?|stellen-?(?:id|nummer|nr\.?)|job-id|chiffre|"
    r"référence|réf\.?|referencia|referentie(?:nummer)?|vacaturenummer|stillingsnummer|referensnummer|"
    r"diarienummer|nr ref\.?|numer ref\w{0,11}|číslo pozice|reference id|ref id))"
    r"\s?(?:is|lautet|of|:|#|-|=)?[\s:#]{0,3}[\"'“„(\[]?(?P<id>[A-Za-z]{0,12}[-_/.]?[A-Za-z]{0,4}\d[\w/.-]{1,24})",
    re.I,
)
# Words of which any phrase of the pattern above has one.
_REFERENCE_WORDS = (
    "ref",
    "job id",
    "job-id",
    "job n",
    "job code",
    "requisition",
    "req",
    "position n",
    "position id",
    "posting n",
    "posting id",
    "vacancy",
    "kennziffer",
    "kenn",
    "stellen",
    "chiffre",
    "réf",
    "vacaturenummer",
    "stillingsnummer",
    "diarienummer",
    "numer",
    "číslo pozice",
    "search #",
    "search#",
)
_ID = re.compile(r"^[A-Za-z0-9][\w/.\-#: ]{0,38}$")
_BARE_ID = re.compile(r"^[A-Za-z]{0,10}[-_]?\d[\w/.-]{2,24}$")
_DIGITS = re.compile(r"\d")


def employment_type(text: str) -> str | None:
    """ "full-time", "part-time", "internship" … as named by a text; several are joined by a comma."""
    low = text.lower()
    if not any(word in low for word in _TYPE_WORDS):
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


def find_reference(facts: Facts) -> Found[str] | None:
    """The employer's own number for the posting; not the number a board gave it in its data."""
    for hit in facts.labels.get("reference", []):
        value = re.split(r"\s{2,}|\s[|•–-]\s|[,;]\s", hit.value.strip(" #:"))[0]
        first = value.split(" ")[0]
        value = value if _ID.match(value) and len(value) < 30 else first
        if (_ID.match(value) and re.search(r"\d", value)) or (
            hit.strong and re.fullmatch(r"[A-Z]{2,8}(?:[-_/][A-Z0-9]{1,8})*", value)
        ):
            return facts.in_block(value.rstrip(".,;"), hit.block)
    for block in facts.page.containing(*_REFERENCE_WORDS):
        if block.zone & facts.SURROUNDINGS:
            continue
        if len(block.text) < 2000 and (match := _REFERENCE.search(block.text)):
            return facts.in_block(match["id"].rstrip(".,;-/"), block, match[0])
    return _data_reference(facts)


def _data_reference(facts: Facts) -> Found[str] | None:
    identifier = facts.data.get("identifier")
    if isinstance(identifier, dict):
        identifier = identifier.get("value")
    value = plain(identifier)
    return found(value, value, "json-ld") if _BARE_ID.match(value) else None


def reference_from_element(facts: Facts, tag: Tag) -> Found[str] | None:
    """The reference an element holds, its label left away."""
    text = text_of(tag)
    value = text.rsplit(":", 1)[-1].strip(" #()")
    return facts.at(value, tag, text) if _ID.match(value) and _DIGITS.search(value) else None
