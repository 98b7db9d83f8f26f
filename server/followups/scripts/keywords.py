"""The keyword check: which of a posting's terms a résumé uses, and which it does not. Tracking systems filter by them.

A term is a technical or proper name anywhere in the posting (*Salesforce*, *ISO 9001*, *C++*), or a phrase of one to
three words in the lines that say what is wanted (*patient scheduling*). What is compared is stems, so that *scheduled
patients* counts as *patient scheduling* if both words stand in one line of the résumé.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from server.followups.scripts.phrasing import title_text
from server.followups.scripts.words import (
    Word,
    is_stop,
    language_of,
    same,
    stem,
    weak_stems,
    word_list,
    words_of,
)

MOST = 40
LONGEST = 60_000
"""Characters of a text that are looked at."""
TOLD = 1.0
"""The weight of a name outside the wants."""
BREAK = re.compile(r"[,;:()\[\]•·–—!?\"“”„]|\.(?:\s|$)|/|\s-\s")
MUST = re.compile(
    r"\b(?:must|required|require|essential|mandatory|minimum|zwingend|erforderlich|vorausgesetzt)\b", re.I
)
NICE = re.compile(
    r"\b(?:preferred|preferably|nice to have|bonus|a plus|desirable|advantage|asset|ideally|wünschenswert|vorteil)\b",
    re.I,
)
PROCEDURE = re.compile(
    r"equal opportunity|regard to race|\bto apply\b|\bapply (?:now|here|online|at|via|by|before|through)\b"
    r"|application (?:process|form|deadline|procedure)|your application|deadline|subject line|cover letter"
    r"|\b(?:cv|cvs|resumes?)\b|phone calls?|short-?\s?listed|inquir|enquir|visit our|bewerbung|candidature",
    re.I,
)
"""How to apply: no line of a posting's wants."""
PERKS = re.compile(
    r"disabilit|benefits|401\(?k|insurance|paid time|vacation|we offer|salary|compensation|privacy|cookie|about us"
    r"|wir bieten|datenschutz|nous offrons",
    re.I,
)
"""What is offered, and the small print: in a description, not in wants, where insurance may be the work."""
ADDRESS = re.compile(
    r"\S+@\S+|(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|edu|gov|io|eu|[a-z]{2})\b(?:/\S*)?", re.I
)
LABEL = re.compile(r"^\W*[A-ZÄÖÜ][A-ZÄÖÜ /&-]+:")
LIST_LIKE = 4
"""Words in a part of a line up to which a single common word in it counts as an item of a list."""


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the posting, the posting's line it stands in, the résumé's line that has it, and how much it matters.

    ``weight`` only orders: names and what is required come before phrases and what is preferred.
    """

    text: str
    line: str
    found: str | None
    weight: float


@dataclass(frozen=True, slots=True)
class KeywordCheck:
    """The terms a résumé has and those it has not, each sorted by how much they matter."""

    present: tuple[Term, ...]
    absent: tuple[Term, ...]


def keywords(
    wants: Sequence[str],
    resume: str | None,
    *,
    description: str | None = None,
    title: str | None = None,
    ignore: Iterable[str | None] = (),
) -> KeywordCheck:
    """Check a résumé against a posting: its wants line by line, its title, and the names in its description.

    ``ignore`` holds what is no skill: the employer's name, the place. Without a résumé every term is absent.
    """
    language = language_of("\n".join([*wants, description or ""]))
    idle = {word.stem for text in ignore for word in words_of(text or "")}
    terms = _terms(wants, description, title, language, idle)
    lines = [(line, [word.stem for word in words_of(line)]) for line in _resume_lines(resume or "")]
    checked = [replace(term, found=_found(term, lines)) for term in terms]
    return KeywordCheck(
        tuple(term for term in checked if term.found is not None),
        tuple(term for term in checked if term.found is None),
    )


def _terms(
    wants: Sequence[str], description: str | None, title: str | None, language: str, idle: set[str]
) -> list[Term]:
    found: dict[tuple[str, ...], Term] = {}
    seen: Counter[tuple[str, ...]] = Counter()
    heading = title_text(title)
    candidates = [
        *([Term(heading, heading, None, 3.0)] if heading and len(heading.split()) <= 5 else []),
        *(term for line in _lines(wants) for term in _wanted(line, language)),
        *(term for line in _told(description, wants) for term in _names(line, language, TOLD)),
    ]
    for term in candidates:
        key = tuple(word.stem for word in words_of(term.text))
        if key and not set(key) <= idle:
            seen[key] += 1
            found.setdefault(key, term)
    worth = {key: _worth(term, seen[key], bool(wants)) for key, term in found.items()}
    kept = [replace(term, weight=worth[key]) for key, term in found.items() if worth[key] > 0]
    return sorted(kept, key=lambda term: -term.weight)[:MOST]


def _worth(term: Term, times: int, wants: bool) -> float:
    """How much a term matters. A name that stands once, outside the ``wants`` if there are any, may be anybody's: 0."""
    if wants and term.weight == TOLD and times == 1 and not any(word.looks_technical for word in words_of(term.text)):
        return 0.0
    return term.weight + min(times - 1, 4) / 4


def _lines(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        for line in re.split(r"[\r\n]+|(?<=[.!?])\s+(?=[^\W\d_])", text[:LONGEST]):
            if line.strip() and not PROCEDURE.search(line):
                yield LABEL.sub("", ADDRESS.sub(";", line)).strip()


def _told(description: str | None, wants: Sequence[str]) -> Iterator[str]:
    said = set(_lines(wants))
    for line in _lines([description or ""]):
        if line not in said and not PERKS.search(line) and sum(letter.isupper() for letter in line) * 2 < len(line):
            yield line


def _wanted(line: str, language: str) -> Iterator[Term]:
    weight = 2.0 + bool(MUST.search(line)) - bool(NICE.search(line))
    named = list(_names(line, language, weight + 0.5))
    yield from named
    rest = line
    for term in named:
        rest = rest.replace(term.text, ";", 1)
    for part in BREAK.split(rest):
        yield from (Term(phrase, line, None, weight) for phrase in _phrases(part, language))


def _names(line: str, language: str, weight: float) -> Iterator[Term]:
    """The technical and proper names of a line: words that are not written as common ones are."""
    for part in re.split(r"(?<=[.!?:;])\s+", line):
        run: list[Word] = []
        for number, word in enumerate([*words_of(part), Word("", "", len(part))]):
            touching = not run or part[run[-1].at + len(run[-1].text) : word.at].strip(" ") in ("", "&")
            named = _is_name(word, number, language)
            if touching and (named or (run and word.text[:1].isupper() and not is_stop(word, language))):
                run.append(word)
                continue
            if run:
                yield Term(part[run[0].at : run[-1].at + len(run[-1].text)], line, None, weight)
            run = [word] if named else []


def _is_name(word: Word, number: int, language: str) -> bool:
    lower = word.text.lower()
    if not word.text or lower in word_list("noise") or is_stop(word, language) or word.stem in weak_stems():
        return False
    if word.looks_technical:
        return len(word.text) > 1 and not re.fullmatch(r"[\d.,–-]+(?:st|nd|rd|th|k|m|b|h|x|%|\+)*", lower)
    # German writes every noun with a capital, so that only the technical look tells a name there.
    return language != "de" and number > 0 and word.text[0].isupper() and len(word.text) > 1


def _phrases(part: str, language: str) -> Iterator[str]:
    """The runs of subject words between small words, without the words that say little at either end."""
    run: list[Word] = []
    for word in [*words_of(part), Word("", "", len(part))]:
        if word.text and not is_stop(word, language) and not word.text[0].isdigit():
            run.append(word)
            continue
        yield from _phrase(part, run, language)
        run = []


def _phrase(part: str, run: list[Word], language: str) -> Iterator[str]:
    kept = list(run)
    while kept and (_says_little(kept[0]) or (len(kept) > 1 and _is_verb(kept[0]))):
        kept.pop(0)
    while kept and _says_little(kept[-1]):
        kept.pop()
    kept = kept[-3:]
    if kept and (len(kept) > 1 or _stands_alone(kept[0], part, language)):
        yield part[kept[0].at : kept[-1].at + len(kept[-1].text)]


def _stands_alone(word: Word, part: str, language: str) -> bool:
    """Whether one common word is a term: an item of a list, or a German noun, which says as much as two elsewhere."""
    if len(word.text) < 4 or _is_verb(word) or word.text.endswith(("ed", "able", "ible")):
        return False
    return len(part.split()) <= LIST_LIKE or (language == "de" and word.text[0].isupper())


def _says_little(word: Word) -> bool:
    return word.stem in weak_stems() or word.text.lower() in word_list("noise") or word.text.endswith("ly")


@cache
def _verb_stems() -> frozenset[str]:
    return frozenset(stem(verb) for verb in word_list("verbs"))


def _is_verb(word: Word) -> bool:
    return word.stem in _verb_stems() and not word.text.lower().endswith(("ion", "ment"))


def _resume_lines(resume: str) -> list[str]:
    return [line.strip() for line in re.split(r"[\r\n]+|(?<=[.!?])\s+", resume) if line.strip()]


def _found(term: Term, lines: Sequence[tuple[str, list[str]]]) -> str | None:
    """The first line of the résumé that has every word of the term."""
    wanted = [word.stem for word in words_of(term.text) if word.stem not in word_list("en")]
    for line, stems in lines:
        if all(any(same(stem, one) for stem in stems) for one in wanted):
            return line
    return None
