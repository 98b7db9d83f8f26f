"""Who hires: the name on which the page's data, labels, marks, titles, hosts and sentences agree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from bs4 import Tag

from scrapers import employer_marks as marks
from scrapers import employer_sources as sources
from scrapers.boards import is_board
from scrapers.employer_sources import Source
from scrapers.facts import Facts
from scrapers.jobwords import is_generic, looks_like_job
from scrapers.orgnames import DIVISION, KIND_WORDS, LEGAL, by_kind, cut_after_legal_form
from scrapers.places import is_place
from scrapers.values import Found, text_of, words

_ARTICLE = re.compile(
    r"^(?:derzeit .*|aktuell .*|zurzeit .*|currently .*|no (?:open|current) .*|the company|company|our client|"
    r"my client|client|we|it|this|he|she|they|you|our|there|what|who|"
    r"applicants?|candidates?|position|who we are|us|unternehmen|confidential|anonymous|private|n/?a|-+|"
    r"various|microsoft \w+|adobe \w+|ask hn|who is hiring|(?:immediate |urgent )?(?:need|requirement|opening)s?|"
    r"(?:job|page|position|item)\s?\d*|dear .{1,20}|no title.*|untitled.*)$",
    re.I,
)
_MENU = re.compile(
    r"\b(?:about us|jobs|blog|home|contact|log ?in|sign ?in|menu|careers|search|news|products?|pricing|faq)\b", re.I
)
_TAIL = re.compile(
    r"\s*(?:\d+(?:[.,]\d+)? (?:reviews?|Bewertungen|avis)|\((?:\d+|all jobs|view all jobs|more jobs.*)\)|"
    r"view all jobs.*|see all jobs.*|all rights reserved.*|follow|logo|careers?|jobs?|- careers?)\s*$",
    re.I,
)
# "Working at Northlake", "Werken bij Northlake": what careers pages call themselves.
_CAREERS_AT = re.compile(
    r"^(?i:working (?:at|for|with)|work (?:at|for)|careers? (?:at|with)|jobs? (?:at|with|bei|hos|chez)|join(?: us at)?|"
    r"about|über|werken (?:bij|voor)|arbeiten bei|karriere (?:bei|hos)|travailler (?:chez|à)|trabajar? (?:en|con)|"
    r"lavora(?:re)? (?:in|con|presso)|jobba (?:hos|på|i)|jobb (?:hos|i)|job hos|kariéra (?:v|ve|u)|praca w)"
    r"\s(?=[A-Z0-9À-Ž])"
)
# The last word of many a name that has neither legal form nor kind.
_NAME_ENDS = frozenset(
    re.findall(
        r"\w+",
        """
trust service services group partners associates cooperative collective systems solutions technologies labs industries
lab laboratory logistics studio studios bakery kitchen supply holdings ventures consulting media energy foods""",
    )
)
_LEGAL_END = re.compile(rf",?\s{LEGAL}$")


def find_employer(facts: Facts) -> Found[str] | None:
    """The organisation that hires: the name that most of what the page shows agrees on.

    Each source names candidates, the surest first; what several sources name counts for all of them together, so that
    a board's name in the title loses to the name that stands under the heading, in the text and in the addresses.
    """
    votes: dict[str, dict[str, float]] = {}
    best: dict[str, tuple[float, Found[str]]] = {}
    for source, weight in _SOURCES:
        for rank, candidate in enumerate(islice(_names(source, facts), 6)):
            key = _key(candidate.value)
            worth = weight * 0.85**rank
            tally = votes.setdefault(key, {})
            if tally.get(source.__name__, 0.0) < worth:
                tally[source.__name__] = worth
            if key not in best or best[key][0] < worth:
                best[key] = (worth, candidate)
        if weight >= 10 and votes:
            break
    if not votes:
        return None
    totals = {key: sum(tally.values()) for key, tally in votes.items()}
    winner = max(votes, key=lambda key: _shared(key, totals) + _looks(best[key][1].value))
    return best[_fuller(winner, totals)][1]


def _shared(key: str, totals: dict[str, float]) -> float:
    """A name's own votes and much of those of names that are part of it or that it is part of."""
    own = set(key.split())
    parts = sum(total for other, total in totals.items() if other != key and set(other.split()) <= own)
    wholes = sum(total for other, total in totals.items() if other != key and set(other.split()) > own)
    return totals[key] + 0.6 * parts + 0.8 * wholes


def _fuller(key: str, totals: dict[str, float]) -> str:
    """The name that says what the organisation is, where the winner is only its own part: "Institut Pasteur"."""
    own = set(key.split())
    says = KIND_WORDS | _NAME_ENDS
    fuller = [name for name in totals if set(name.split()) > own and any(word in says for word in name.split())]
    return key if own & KIND_WORDS else max(fuller, key=lambda name: totals[name], default=key)


def _names(source: Source, facts: Facts) -> Iterator[Found[str]]:
    for candidate in source(facts):
        name = tidy(candidate.value)
        if is_name(name) and not (source in _GUESSES and is_board(name)):
            yield replace(candidate, value=name)


def _key(name: str) -> str:
    """What two spellings of one name share: their words without the legal form and the article."""
    bare = _LEGAL_END.sub("", name)
    return " ".join(words(re.sub(r"^(?:the|die|der|das|la|le|les|el|het|de)\s", "", bare, flags=re.I))) or name


def _looks(name: str) -> float:
    """What a name's own look is worth: a legal form or a kind of organisation for it, a job or a town against it."""
    kind = bool(next(by_kind(name), None)) or bool(_NAME_ENDS & set(words(name)[-1:]))
    more = len(name.split()) > 1
    worth = 0.4 * more + 1.0 * bool(_LEGAL_END.search(name)) + 1.0 * kind - 0.1 * max(0, len(name.split()) - 4)
    worth -= 2.5 * bool(DIVISION.match(name))
    return worth - 3.0 * is_place(name) - 1.5 * looks_like_job(name) - 2.0 * sources.is_person(name)


def tidy(name: str) -> str:
    """A name without counts of reviews, "Careers" and the like behind it."""
    name = _CAREERS_AT.sub("", " ".join(name.split()).strip(" -–—|"))
    name = _TAIL.sub("", cut_after_legal_form(name))
    return _TAIL.sub("", name).strip(" -–—|:;,•*!").removeprefix("by ").removeprefix("at ").strip()


def is_name(name: str) -> bool:
    """Whether a text can be an employer's name."""
    if not 1 < len(name) <= 90 or name.endswith("?") or len(_MENU.findall(name)) > 2:
        return False
    if not name[0].isalnum() and name[0] not in "'\"(„“«":
        return False
    digits, letters = sum(map(str.isdigit, name)), sum(map(str.isalpha, name))
    return not _ARTICLE.match(name) and not is_generic(name) and letters > 0 and digits <= letters + 2


def from_element(facts: Facts, tag: Tag) -> Found[str] | None:
    """The employer an element names, or the alternative text of its logo."""
    image = tag if tag.name == "img" else None
    name = tidy(str(image.get("alt") or "") if image else text_of(tag))
    return facts.at(name, tag, name) if is_name(name) else None


# The sources, and how far each is to be believed. Data that the page states of its own job ends the search.
_SOURCES: tuple[tuple[Source, float], ...] = (
    (sources.from_data, 12.0),
    (sources.from_label, 8.0),
    (sources.from_hints, 6.0),
    (sources.from_posted_by, 6.0),
    (marks.from_profile, 6.0),
    (sources.from_wrapped_title, 6.0),
    (sources.from_title_parts, 4.0),
    (sources.from_section_title, 2.0),
    (sources.from_title_lines, 3.5),
    (sources.from_site_name, 3.5),
    (sources.from_hosts, 4.0),
    (sources.from_seekers, 4.0),
    (sources.from_about, 3.0),
    (sources.from_legal_forms, 3.0),
    (sources.from_kinds, 2.5),
    (sources.from_trail, 2.0),
    (marks.from_copyright, 2.5),
    (marks.from_masthead, 2.5),
    (sources.from_own_host, 0.5),
)
# Those that find any organisation of the page, so that a board's own name must be kept out.
_GUESSES = (
    sources.from_seekers,
    sources.from_about,
    sources.from_legal_forms,
    sources.from_kinds,
    sources.from_trail,
    marks.from_copyright,
    marks.from_masthead,
    sources.from_title_parts,
    sources.from_section_title,
    sources.from_title_lines,
)
