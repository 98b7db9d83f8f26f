"""Who hires: the name on which the page's data, labels, marks, titles, hosts and sentences agree."""

from __future__ import annotations

import re

from bs4 import Tag

from scrapers import employer_marks as marks
from scrapers import employer_sources as sources
from scrapers.boards import is_board
from scrapers.employer_sources import Source
from scrapers.facts import Facts
from scrapers.jobwords import is_generic, looks_like_job
from scrapers.namelines import is_person
from scrapers.orgnames import KIND_WORDS, LEGAL, by_kind, cut_after_legal_form, is_division
from scrapers.places import is_place
from scrapers.signs import grouped, lower_case
from scrapers.values import Found, text_of, words

# What no name is, in lower case.
_NO_NAME = re.compile(
    grouped(
        r"derzeit .*|aktuell .*|zurzeit .*|currently .*|no (?:open|current) .*|the company|company|our client|"
        r"my client|client|we|it|this|he|she|they|you|our|there|what|who|"
        r"applicants?|candidates?|position|who we are|us|unternehmen|confidential|anonymous|private|n/?a|-+|"
        r"various|microsoft \w+|adobe \w+|ask hn|who is hiring|(?:immediate |urgent )?(?:need|requirement|opening)s?|"
        r"(?:job|page|position|item)\s?\d*|dear .{1,20}|no title.*|untitled.*"
    )
    + "$"
)
_MENU = re.compile(
    r"\b(?:about us|jobs|blog|home|contact|log ?in|sign ?in|menu|careers|search|news|products?|pricing|faq)\b", re.I
)
# What may stand behind a name, in lower case.
_TAIL = re.compile(
    r"(?:\d+(?:[.,]\d+)? (?:reviews?|bewertungen|avis)|\((?:\d+|all jobs|view all jobs|more jobs.*)\)|"
    r"view all jobs.*|see all jobs.*|all rights reserved.*|follow|logo|careers?|jobs?|- careers?)\s*$"
)
_ARTICLES = frozenset(["the", "die", "der", "das", "la", "le", "les", "el", "het", "de"])
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
_KINDS_AND_ENDS = KIND_WORDS | _NAME_ENDS
_LEGAL_END = re.compile(rf" {LEGAL}$")
_UNIVERSITY = re.compile(r"\b(?:Universi\w+|Uniwersytet|Univerzita|Hochschule|Hospital|Klinikum)\b")
# No name's look is worth more.
_MOST_LOOKS = 2.5
# How many names of one source count.
_MOST_NAMES = 6


class _Names(dict[str, tuple[str, str]]):
    """The name in each text that a source gives, and what its spellings share; empty where there is no name in it.

    Several sources give the same text, and some give it twice.
    """

    def __missing__(self, text: str) -> tuple[str, str]:
        name = tidy(text)
        self[text] = entry = (name, _key(name)) if is_name(name) else ("", "")
        return entry


def find_employer(facts: Facts) -> Found[str] | None:
    """The organisation that hires: the name that most of what the page shows agrees on.

    Each source names candidates, the surest first; what several sources name counts for all of them together, so that
    a board's name in the title loses to the name that stands under the heading, in the text and in the addresses.
    """
    votes: dict[str, dict[Source, float]] = {}
    best: dict[str, tuple[float, str, Found[str]]] = {}
    names = _Names()
    for source, weight in _SOURCES:
        rank = 0
        for candidate in source(facts):
            name, key = names[candidate.value]
            if not name or (source in _GUESSES and is_board(name)):
                continue
            worth = weight * 0.85**rank
            tally = votes.setdefault(key, {})
            if tally.get(source, 0.0) < worth:
                tally[source] = worth
            if key not in best or best[key][0] < worth:
                best[key] = (worth, name, candidate)
            rank += 1
            if rank == _MOST_NAMES:
                break
        if weight >= 10 and votes:
            break
    if not votes:
        return None
    totals = {key: sum(tally.values()) for key, tally in votes.items()}
    winner = _winner(totals, {key: name for key, (_worth, name, _candidate) in best.items()})
    _worth, name, candidate = best[_fuller(winner, totals, short=votes[winner].keys() <= _SHORTENING)]
    return Found(name, candidate.text, candidate.where)


def _winner(totals: dict[str, float], names: dict[str, str]) -> str:
    """The name with the most votes and the best looks, which are judged only where they can decide."""
    if len(totals) == 1:
        return next(iter(totals))
    worth = _shared(totals)
    first = max(worth, key=lambda key: worth[key])
    enough = worth[first] + _looks(names[first]) - _MOST_LOOKS
    rivals = [key for key in worth if worth[key] >= enough]
    winner = max(rivals, key=lambda key: worth[key] + _looks(names[key])) if len(rivals) > 1 else first
    if is_division(names[winner]):
        # A department of a university is not who hires.
        wholes = [key for key, name in names.items() if _UNIVERSITY.search(name) and not is_division(name)]
        return max(wholes, key=lambda key: worth[key], default=winner)
    return winner


def _shared(totals: dict[str, float]) -> dict[str, float]:
    """Each name's own votes and much of those of names that are part of it or that it is part of."""
    sets = [(key, set(key.split()), total) for key, total in totals.items()]
    shared = {}
    for key, own, total in sets:
        parts = sum(votes for other, some, votes in sets if other != key and some <= own)
        wholes = sum(votes for other, some, votes in sets if other != key and some > own)
        shared[key] = total + 0.6 * parts + 0.8 * wholes
    return shared


def _fuller(key: str, totals: dict[str, float], *, short: bool) -> str:
    """The name that says what the organisation is, where the winner is only its own part: "Institut Pasteur".

    With ``short`` the winner is only what sentences and addresses say, which leave the rest of a name away.
    """
    own = set(key.split())
    if own & KIND_WORDS:
        return key
    longer = [name for name in totals if set(name.split()) > own and " at " not in name]
    # "Ferrum" in sentences and addresses, where a label and the head say "Ferrum Chemicals".
    fuller = [
        name
        for name in longer
        if totals[name] > totals[key]
        or not _KINDS_AND_ENDS.isdisjoint(name.split())
        or (short and totals[name] >= _SURE and (name.startswith(f"{key} ") or name.endswith(f" {key}")))
    ]
    return max(fuller, key=lambda name: totals[name], default=key)


def _key(name: str) -> str:
    """What two spellings of one name share: their words without the legal form and the article."""
    legal = _LEGAL_END.search(name)
    bare = name[: legal.start()].removesuffix(",") if legal else name
    article, _space, rest = bare.partition(" ")
    return " ".join(words(rest if rest and article.casefold() in _ARTICLES else bare)) or name


def _looks(name: str) -> float:
    """What a name's own look is worth: a legal form or a kind of organisation for it, a job or a town against it."""
    kind = bool(next(by_kind(name), None)) or bool(_NAME_ENDS & set(words(name)[-1:]))
    kind = kind or (name.isupper() and not KIND_WORDS.isdisjoint(words(name)))
    more = len(name.split()) > 1
    worth = 0.4 * more + 1.0 * bool(_LEGAL_END.search(name)) + 1.0 * kind - 0.1 * max(0, len(name.split()) - 4)
    worth -= 2.5 * is_division(name)
    return worth - 3.0 * is_place(name) - 1.5 * looks_like_job(name) - 2.0 * is_person(name)


def tidy(name: str) -> str:
    """A name without counts of reviews, "Careers" and the like behind it."""
    name = " ".join(name.split()).strip(" -–—|")
    name = cut_after_legal_form(_CAREERS_AT.sub("", name))
    if " in " in name and "," in name and is_place(name.partition(" in ")[2]):
        name = name.partition(" in ")[0]
    for _ in range(2):
        if not (tail := _TAIL.search(lower_case(name))):
            break
        name = name[: tail.start()]
    return name.strip(" -–—|:;,•*!").removeprefix("by ").removeprefix("at ").strip()


def is_name(name: str) -> bool:
    """Whether a text can be an employer's name."""
    if not 1 < len(name) <= 90 or name.endswith("?") or len(_MENU.findall(name)) > 2:
        return False
    if not name[0].isalnum() and name[0] not in "'\"(„“«":
        return False
    digits, letters = sum(map(str.isdigit, name)), sum(map(str.isalpha, name))
    return not _NO_NAME.match(name.lower()) and not is_generic(name) and letters > 0 and digits <= letters + 2


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
    (marks.from_site_name, 3.5),
    (sources.from_hosts, 4.0),
    (sources.from_seekers, 4.0),
    (sources.from_about, 3.0),
    (sources.from_legal_forms, 3.0),
    (sources.from_kinds, 2.5),
    (sources.from_trail, 2.0),
    (marks.from_copyright, 2.5),
    (marks.from_masthead, 2.5),
    (marks.from_own_host, 0.5),
)
# Those that find any organisation of the page, so that a board's own name must be kept out.
_GUESSES = frozenset(
    (
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
)
_SHORTENING = frozenset((sources.from_hosts, sources.from_seekers, sources.from_about, marks.from_own_host))
# What a title or a line near it gives a name.
_SURE = 2.0
