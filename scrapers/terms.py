"""Kind of employment."""

from __future__ import annotations

import re

from bs4 import Tag

from scrapers.facts import Facts
from scrapers.signs import any_of
from scrapers.values import Found, found, plain, text_of

# Each kind by the words for it in the languages of the pages, in lower case; schema.org's own spellings are among them.
_WORDS = {
    "internship": (
        r"\bintern(?:ship)?s?\b|praktik(?:um|ant)|^stage\b|\bstage (?:de|en|chez|h/f|f/h|\()|stagiaire|\btrainee|"
        r"werkstudent|"
        r"prácticas|becari[oa]|tirocinio|estágio|stagiair|harjoittelu|stáž|staż\b"
    ),
    "part-time": (
        r"part[- _]?time|teilzeit|temps[- ]partiel|mi-temps|media jornada|jornada parcial|tiempo parcial|medio tiempo|"
        r"deeltijd|deltid|osa-aika|zkrácený úvazek|část(?:ečný)? úvazek|skrátený úväzok|niepełny|część etatu|pół etatu|"
        r"tempo parziale|tempo parcial|meio período|\bteil-"
    ),
    "full-time": (
        r"full[- _]?time|vollzeit|temps[- ]plein|temps complet|jornada completa|tiempo completo|voltijd|fuldtid|heltid|"
        r"kokoaika|plný úvaz|plný úväz|pełny etat|pełen etat|tempo pieno|tempo completo|tempo integral|período integral"
    ),
    "contract": (
        r"\bcontractor\b|^contract\b|\bcontract (?:position|role|job|basis|to hire|assignment)|months? contract|"
        r"contract[- ]to[- ]|freelance|auf projektbasis|\bosvč\b|\bb2b\b"
    ),
    "temporary": (
        r"\btemporary\b|\btemp\b|(?<!un)befristet|\bcdd\b|durée déterminée|\btemporal\b|tijdelijk|(?<!on)bepaalde tijd|"
        r"midlertidig|tidsbegr[äæ]n|visstid|vikariat|määräaika|dobu určitou|doba určitá|czas określony|"
        r"(?<!in)determinato|fixed[- ]term|seasonal|saison|\bcasual\b|per[- ]diem"
    ),
    "permanent": (
        r"\bpermanent\b|unbefristet|festanstellung|feste anstellung|\bcdi\b|durée indéterminée|indefinid[oa]|"
        r"vaste? (?:contract|job|dienst)|onbepaalde tijd|tillsvidare|fast stilling|^fast$|fast ansættelse|"
        r"vakitui|dobu neurčitou|"
        r"doba neurčitá|czas nieokreślony|indeterminato|sem termo"
    ),
    "volunteer": r"\bvolunteer|ehrenamt|bénévol|vrijwillig|voluntari[oa]d?o?\b|frivillig",
}
# Of each kind, strings of which any of its words has one: looked for first, for most lines have none.
_SIGNS = {
    "internship": "intern prakti stag trainee werkstudent prácticas becari tirocinio estágio harjoittelu stáž staż",
    "part-time": "part teil temp jornada tiempo deeltijd deltid osa-aika úvaz úväz niepełny etat período",
    "full-time": "full vollzeit temp jornada tiempo voltijd fuldtid heltid kokoaika úvaz úväz etat período",
    "contract": "contract freelance projektbasis osvč b2b",
    "temporary": "temp befristet cdd durée tijdelijk bepaalde midlertidig tidsbegr visstid vikariat määräaika určit "
    "określon determinato fixed season saison casual diem",
    "permanent": "permanent befristet fest cdi durée indefinid vast bepaalde tillsvidare fast vakitui určit určit "
    "określon determinato termo",
    "volunteer": "volunt ehrenamt bénévol vrijwillig frivillig",
}
_TYPES = tuple((name, _SIGNS[name].split(), re.compile(words)) for name, words in _WORDS.items())
_SIGN = re.compile(any_of(sorted({sign for _name, signs, _pattern in _TYPES for sign in signs})))


def employment_type(text: str) -> str | None:
    """ "full-time", "part-time", "internship" … as named by a text; several are joined by a comma."""
    low = text.lower()
    if not _SIGN.search(low):
        return None
    named = [name for name, signs, words in _TYPES if any(map(low.__contains__, signs)) and words.search(low)]
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
        if len(block.text) < 90 and (named := employment_type(block.text)) and not _is_prose(block.text):
            return facts.in_block(named, block)
    return None


def _is_prose(text: str) -> bool:
    """Whether a line is of a sentence: "… the contract will be extended to November 2027." """
    return len(text.split()) > 7 and text.endswith((".", ","))


def type_from_element(facts: Facts, tag: Tag) -> Found[str] | None:
    """The kind of employment an element names."""
    named = employment_type(text_of(tag)[:200])
    return facts.at(named, tag) if named else None
