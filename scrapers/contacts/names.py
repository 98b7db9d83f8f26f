"""Names of people in a line of text: by titles, by known given names, and by their shape."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from scrapers.contacts import things
from scrapers.contacts.vocabulary import fold, is_given, is_given_folded, is_role, spellings, word_list
from scrapers.signs import any_of

_PERSON_TITLES = word_list("person_titles")
_DEGREES = word_list("degrees")
_POSTNOMINALS = word_list("postnominals")
_PARTICLES = word_list("particles")
_SURNAMES = word_list("surnames")
_AMBIGUOUS = word_list("ambiguous")
_ORGANISATIONS = word_list("organisations")
_ROLES = word_list("roles")
_NOT_NAMES = word_list("roles", "organisations", "page_words")
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’ʼ`´‐-](?=[^\W\d_])){0,39}\.?")
_CAPITALS = "".join(c for c in map(chr, range(0x41, 0x530)) if c.isupper())
_SMALL_WORDS = spellings("particles", "person_titles", "degrees")
_SMALL = any_of(sorted(_SMALL_WORDS, key=len, reverse=True))
_CAPITAL = re.compile(f"[{_CAPITALS}]")
# Words that begin with a capital, and the small ones a name may hold, with one space between. It begins with a set of
# letters, for which a search leaps; a small word before it is looked for behind it.
_SPAN = re.compile(
    rf"[{_CAPITALS}]\S{{0,40}}"
    rf"(?:[ \u00a0](?:[{_CAPITALS}]\S{{0,40}}|{_SMALL}\.?(?=[ \u00a0,]))){{0,14}}"
)
# A capital inside a word is a lost line break, unless the word is of the kind of McDonald or DeVries.
_GLUED = re.compile(
    r"(?<!^Mc)(?<!^Mac)(?<!^De)(?<!^Di)(?<!^La)(?<!^Le)(?<!^Van)(?<!^Fitz)(?<!^O')(?<=[a-zß-ÿ])[A-Z](?=[a-zß-ÿ])"
)


_INITIALS = re.compile(r"(?:[^\W\d_]\. ?){1,3}(?:[a-z]{1,4} ){0,2}[^\W\d_]{3,30}$")


class Strength(IntEnum):
    """How much the words themselves say that they are a person's name."""

    GUESS = 0
    SHAPE = 1
    GIVEN = 2
    TITLED = 3


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name without titles, as written, at ``start:end`` of the text. ``first_only``: a given name alone."""

    text: str
    start: int
    end: int
    strength: Strength
    first_only: bool = False

    @property
    def words(self) -> list[str]:
        """The name's words, folded, without particles and initials' full stops."""
        return [word for word in map(_fold, self.text.split()) if word]


@dataclass(slots=True)
class _Token:
    text: str
    start: int
    end: int
    folded: str


def _fold(word: str) -> str:
    return fold(word).strip(".'’")


def find(text: str, low: int = 0, high: int | None = None) -> list[Name]:
    """Each name between two offsets of ``text`` (one line, or a part of one), in order."""
    found: list[Name] = []
    for span in _SPAN.finditer(text, low, len(text) if high is None else high):
        begin, end = span.span()
        start, low = _with_small_word(text, low, begin), end
        words = text[start:end]
        single = " " not in words and "\u00a0" not in words
        if single and "." not in words[:-1] and not is_given(words.strip(".,;:!?()\"'")):
            continue
        for run in _runs(text, start, end):
            found += [name for titled, tokens in _split(run) if (name := _judge(text, titled, tokens))]
    return [_turned(text, name) if name.first_only else name for name in found]


def may_stand(text: str, low: int, high: int) -> bool:
    """Whether a name may stand in a sentence: one has a capital that does not only open it, or opens it itself."""
    if _CAPITAL.search(text, low + 1, high):
        return True
    first = text[low:high].split(maxsplit=1)[:1]
    return bool(first) and is_given(first[0].strip(".,;:!?()\"'"))


def _with_small_word(text: str, low: int, start: int) -> int:
    """Where a name begins whose first capital stands at ``start``: at the small word before it ("von Berg")."""
    if start <= low or text[start - 1] not in " \u00a0":
        return start
    word = text[max(low, start - 16) : start - 1].rpartition(" ")[2].rpartition("(")[2]
    small = word in _SMALL_WORDS or word.removesuffix(".") in _SMALL_WORDS
    return start - 1 - len(word) if small else start


def _turned(text: str, name: Name) -> Name:
    """``Doe, Jane`` as ``Jane Doe``, where it opens a line or stands behind a label."""
    before = _SURNAME_BEFORE.search(text[max(0, name.start - 40) : name.start])
    if before is None or fold(before[1]) in _NOT_NAMES or is_given(before[1]):
        return name
    start = name.start - len(before[0]) + (before.start(1) - before.start())
    return Name(f"{name.text} {before[1]}", start, name.end, name.strength)


_SURNAME_BEFORE = re.compile(
    rf"(?:^|[\n:(•·|]\s?)([{_CAPITALS}][^\W\d_]{{1,30}}(?:-[{_CAPITALS}][^\W\d_]{{1,30}})?), $"
)


def _runs(text: str, low: int, high: int) -> Iterator[list[_Token]]:
    """Words that could stand in one name: capitalised words, titles, initials and particles with one space between."""
    run: list[_Token] = []
    while match := _WORD.search(text, low, high):
        word = match[0]
        start, low = match.span()
        glued = None if word[1:].islower() else _GLUED.search(word)
        if glued:  # a lost line break: what follows is another line
            word, low = word[: glued.start()], start + glued.start()
        token = _Token(word, start, low, _fold(word))
        if run and not _adjoin(text, run[-1], token):
            yield run
            run = []
        if (
            word[0].isupper()
            or token.folded in _PARTICLES
            or token.folded in _PERSON_TITLES
            or token.folded in _DEGREES
        ):
            run.append(token)
            # A full stop ends a sentence, unless it belongs to an initial or a title.
            if glued or (word.endswith(".") and len(word) > 3 and not _is_title(token)):
                yield run
                run = []
        elif run:
            yield run
            run = []
    if run:
        yield run


def _adjoin(text: str, left: _Token, right: _Token) -> bool:
    between = text[left.end : right.start]
    return between in (" ", "\u00a0", "") or (between == ", " and right.folded in _POSTNOMINALS)


def _is_title(token: _Token) -> bool:
    if token.text.isupper() and len(token.folded) > 1 and token.folded in _ABBREVIATED_TITLES:
        return False
    if token.text.islower() and token.folded in _ABBREVIATED_TITLES and not token.text.endswith("."):
        return False
    return token.folded in _PERSON_TITLES or token.folded in _DEGREES


# "HR" is no Danish "Hr.", "MS" no "Ms", "fr" and "don" are words of their own.
_ABBREVIATED_TITLES = word_list("abbreviated_titles")


def _split(run: list[_Token]) -> Iterator[tuple[bool, list[_Token]]]:
    """The stretches of a run between words that are in no name; with whether a form of address stands before.

    Behind a word for an organisation its own name follows ("Hotel Sonnenhof"), up to a given name or a title.
    """
    words: list[_Token] = []
    titled = barred = False
    for index, token in enumerate(run):
        last = words[-1] if words else run[index - 1] if titled else None
        title = _is_title(token) and not (last and _goes_on(last, token))
        if title and not words:
            titled = titled or (token.folded in _PERSON_TITLES and (len(token.folded) > 1 or token.text.endswith(".")))
        elif title or token.folded in _POSTNOMINALS or (_is_no_name(token) and not _overruled(run, index)):
            if words and (titled or not _makes_a_thing(token, words)):
                yield titled, words
            words, titled = [], title and token.folded in _PERSON_TITLES
            barred = not title and token.folded in _ORGANISATIONS
        elif not barred or titled or is_given_folded(token.folded):
            words.append(token)
            barred = False
    if words:
        yield titled, words


def _goes_on(last: _Token, token: _Token) -> bool:
    """Whether a title behind words of a name is a part of it: a particle, or an initial ("J.M. Doe", "Frau M. Doe")."""
    if len(token.folded) == 1:
        return len(last.folded) == 1 or _is_title(last)
    return token.folded in _PARTICLES and not _is_title(last)


def _introduces_surname(token: _Token) -> bool:
    """Whether any capitalised word behind it is a surname: ``Frau Sommer``, ``van der Meer``."""
    if token.folded in _PARTICLES:
        return token.folded not in ("zu", "zum", "zur", "y", "i", "e", "st", "do", "la", "le", "ab", "op", "aan")
    return token.folded in _PERSON_TITLES and _is_title(token)


def _is_no_name(token: _Token) -> bool:
    """Whether a word, or the last part of a compound (``HR-konsulent``), stands in no name."""
    return token.folded in _NOT_NAMES or is_role(token.folded.rpartition("-")[2])


def _makes_a_thing(token: _Token, words: list[_Token]) -> bool:
    """Whether a word behind others makes them an organisation or, where no given name is among them, a job's title."""
    if token.folded in _ORGANISATIONS:
        return True
    return token.folded in _ROLES and not any(is_given_folded(word.folded) for word in words)


def _overruled(run: list[_Token], index: int) -> bool:
    """A word that is usually no name still is one beside a given name: ``Julia Koch``, ``Kai Berg``."""
    token = run[index]
    if token.folded == "asa" and not token.text.isupper():
        return True
    if token.folded in _PARTICLES:
        return True
    if token.folded in _ORGANISATIONS:
        return False
    if index and token.folded not in _ROLES and _introduces_surname(run[index - 1]):
        return True
    before = run[index - 1] if index else None
    after = run[index + 1] if index + 1 < len(run) else None
    if (
        before
        and token.text[0].isupper()
        and is_given_folded(before.folded)
        and before.folded not in _AMBIGUOUS
        and before.folded not in _NOT_NAMES
    ):
        return token.folded in _SURNAMES
    return bool(after and is_given_folded(token.folded) and after.folded not in _NOT_NAMES and len(after.folded) > 2)


def _judge(text: str, titled: bool, words: list[_Token]) -> Name | None:
    while words and (words[0].folded in _PARTICLES and not _noble(words)):
        words = words[1:]
    while words and (words[-1].folded in _PARTICLES or not words[-1].text[0].isupper()):
        words = words[:-1]
    if not titled and _opens_a_sentence(text, words):
        words = words[1:]
    full = [word for word in words if len(word.folded) > 1 and (word.folded not in _PARTICLES or _is_ben(words, word))]
    if not full or len(words) > 7 or len(full) > 5:
        return None
    start, end = words[0].start, words[-1].end
    written = " ".join(text[start:end].split())
    if written.endswith(".") and len(words[-1].folded) > 1:
        written, end = written[:-1], end - 1
    if any(things.is_street(word.text) for word in full):
        return None
    if not titled and things.is_place(text, start, end, [word.text for word in full]):
        return None
    given = [word for word in full if is_given_folded(word.folded)]
    if len(full) == 1 and len(words) == 1:
        if titled and len(full[0].folded) > 2:
            return Name(written, start, end, Strength.TITLED)
        if given and full[0].folded not in _AMBIGUOUS:
            return Name(written, start, end, Strength.GIVEN, first_only=True)
        return None
    if titled:
        return Name(written, start, end, Strength.TITLED)
    if any(word.folded not in _AMBIGUOUS for word in given) or (
        len(given) == 1 and given[0] is full[0] and len(full) == 2
    ):
        return Name(written, start, end, Strength.GIVEN)
    if _INITIALS.match(written) and not re.search(r"\d\s$", text[max(0, start - 2) : start]):
        return Name(written, start, end, Strength.SHAPE)
    if len(full) < 2 or written.isupper() or things.appear_in_lower_case(text, [word.text for word in full]):
        return None
    short = any(word.text.isupper() and len(word.text) <= 4 for word in full)
    return Name(
        written,
        start,
        end,
        Strength.GUESS if short or any(things.COMPOUND.search(word.folded) for word in full) else Strength.SHAPE,
    )


def _is_ben(words: list[_Token], word: _Token) -> bool:
    """Whether a particle is the given name that begins a name: ``Ben Carter``, ``Al Green``."""
    return word is words[0] and word.text in ("Ben", "Al") and len(words) > 1


def _opens_a_sentence(text: str, words: list[_Token]) -> bool:
    """Whether the first word is a capitalised verb before a name: ``Ask Jane Doe``."""
    if len(words) < 3 or words[0].text.isupper():
        return False
    if is_given_folded(words[0].folded) or not is_given_folded(words[1].folded):
        return False
    before = text[max(0, words[0].start - 2) : words[0].start].rstrip(" ")
    return words[0].folded not in _PARTICLES and (not before or before[-1] in ".!?:;\n•-–(")


_NOBLE = frozenset(("van", "von", "de", "di", "al", "el", "ben", "del", "da", "le", "la"))


def _noble(words: list[_Token]) -> bool:
    return len(words) > 1 and words[0].text[0].isupper() and words[0].folded in _NOBLE
