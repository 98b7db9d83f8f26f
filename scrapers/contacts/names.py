"""Names of people in a line of text: by titles, by known given names, and by their shape."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from scrapers.contacts.given_names import AMBIGUOUS, fold, is_given
from scrapers.contacts.not_names import NOT_NAMES, ORGANISATIONS

# Forms of address that name a person, with or without a full stop; folded.
_PERSON_TITLES = frozenset(
    """mr mrs ms miss mx sir dame frau herr herrn hr fr fru froken m mme mlle madame monsieur mm sr sra srta senor senora
    senorita don dona dhr mevr mw mevrouw heer meneer hra rva pan pani pana panem panu slecna sig signor signora sig.ra
    dr doctor prof professor pr privatdozent pd hc""".split()
)
# Degrees before a name; they do not make a single word a name.
_DEGREES = frozenset(
    """ing ir drs dipl dipl.-ing dipl-ing mag mgr bc bca mudr mvdr judr phdr rndr paeddr doc csc drsc dr.-ing drhab hab inz
    med rer nat phil habil h.c univ.-prof univ-prof ra rain rev hon lic dott dott.ssa arq abg prof.dr docent lektor
    associate assistant full emeritus""".split()
)
_POSTNOMINALS = frozenset("phd ph.d md mba msc m.sc bsc b.sc ma ba m.a b.a csc dsc pe cpa esq jr sr ii iii iv frcp frs fcipd cipd shrm sphr rn m.d phr".split())
_PARTICLES = frozenset(
    "van de der den ter ten te 't von vom zu zum zur af av da do dos das del della di du la le los las el al bin ben ibn y i e st".split()
)
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’ʼ`´‐-](?=[^\W\d_])){0,39}\.?")
_TITLE_CHAIN = re.compile(r"^(?:prof|dr|ir|ing|drs|mr|dipl|univ|h|c|med|rer|nat)\.$", re.I)
_STREET_END = re.compile(r"(?:stra(?:ss|ß)e|str|straat|laan|weg|gasse|allee|platz|plein|vej|vägen|gatan|gata|gade|katu|ring|damm|ufer|kade|gracht|hof|park|haus|burg|berg)\.?$", re.I)
_STREET_BEFORE = re.compile(r"\b(?:rue|via|calle|avenue|avenida|av|boulevard|place|plaza|ul|ulica|ulice|náměstí|nám|praça|rua|piazza|largo|chemin|allée|quai|paseo)\.?\s(?:[a-zé']{1,4}\s){0,2}$", re.I)
_HOUSE_NUMBER = re.compile(r"^,?\s?[1-9]\d{0,3}[a-z]?(?:\s?[-–/]\s?\d{1,4})?(?=[\s,;·]|$)(?!\s?\d)")


class Strength(IntEnum):
    """How much the words themselves say that they are a person's name."""

    SHAPE = 1
    GIVEN = 2
    TITLED = 3


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name without titles, as written, at ``start:end`` of the text. ``first_only``: one given name alone."""

    text: str
    start: int
    end: int
    strength: Strength
    first_only: bool = False

    @property
    def words(self) -> list[str]:
        """The name's words, folded, without particles and initials' full stops."""
        return [word for word in map(_fold, self.text.split()) if word]


@dataclass(frozen=True, slots=True)
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
    for run in _runs(text, low, len(text) if high is None else high):
        for titled, words in _split(run):
            name = _judge(text, titled, words)
            if name:
                found.append(name)
    return found


def _runs(text: str, low: int, high: int) -> Iterator[list[_Token]]:
    """Words that could stand in one name: capitalised words, titles, initials and particles with one space between."""
    run: list[_Token] = []
    for match in _WORD.finditer(text, low, high):
        word = match[0]
        token = _Token(word, match.start(), match.end(), _fold(word))
        if run and not _adjoin(text, run[-1], token):
            yield run
            run = []
        if word[0].isupper() or token.folded in _PARTICLES or token.folded in _PERSON_TITLES or token.folded in _DEGREES:
            run.append(token)
            # A full stop ends a sentence, unless it belongs to an initial or a title.
            if word.endswith(".") and len(word) > 3 and not _is_title(token):
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
    return token.folded in _PERSON_TITLES or token.folded in _DEGREES


def _split(run: list[_Token]) -> Iterator[tuple[bool, list[_Token]]]:
    """The stretches of a run between words that are in no name; with whether a form of address stands before."""
    words: list[_Token] = []
    titled = False
    for index, token in enumerate(run):
        title = _is_title(token) and not (words and token.folded in _PARTICLES)
        if title and not words:
            titled = titled or (token.folded in _PERSON_TITLES and (len(token.folded) > 1 or token.text.endswith(".")))
        elif title or token.folded in _POSTNOMINALS or (token.folded in NOT_NAMES and not _overruled(run, index)):
            if words and not (token.folded in ORGANISATIONS and not titled):
                yield titled, words
            words, titled = [], title and token.folded in _PERSON_TITLES
        else:
            words.append(token)
    if words:
        yield titled, words


def _overruled(run: list[_Token], index: int) -> bool:
    """A word that is usually no name still is one beside a given name: ``Julia Koch``, ``Kai Berg``, ``April Jones``."""
    token = run[index]
    if token.folded == "asa" and not token.text.isupper():
        return True
    if token.folded in _PARTICLES:
        return True
    if token.folded in ORGANISATIONS:
        return False
    before = run[index - 1] if index else None
    after = run[index + 1] if index + 1 < len(run) else None
    if before and token.text[0].isupper() and is_given(before.text) and before.folded not in AMBIGUOUS and before.folded not in NOT_NAMES:
        return token.folded in _SURNAMES
    return bool(after and is_given(token.text) and after.folded not in NOT_NAMES and len(after.folded) > 2)


# Surnames that are also roles or page words.
_SURNAMES = frozenset(
    """koch berg park chef may march cook baker page day best good more young king long west north east church church
    reader dean bishop chair hall hill field fields woods lane street house home post holiday price law wood summer
    english french german boston london paris york washington houston dallas austin lee bell young gray parker porter
    cooper carter hunter fisher taylor mason turner walker weber schneider schuster richter meister kaiser graf herr
    vogt schulze hofmann arbeit werk ring weg platz damm marz mai freitag montag sommer winter brand stark kraft ernst
    leiter lange klein gross stein bach wagner kunz voss lehmann bauer muller fischer host jobs early case banks
    gates power stone rice wise drew press grant le du la los sa se lead sharp read store wang tang new""".split()
)


def _judge(text: str, titled: bool, words: list[_Token]) -> Name | None:
    while words and (words[0].folded in _PARTICLES and not _noble(words)):
        words = words[1:]
    while words and (words[-1].folded in _PARTICLES or not words[-1].text[0].isupper()):
        words = words[:-1]
    full = [word for word in words if len(word.folded) > 1 and word.folded not in _PARTICLES]
    if not full or len(words) > 7 or len(full) > 5:
        return None
    start, end = words[0].start, words[-1].end
    written = " ".join(text[start:end].split())
    if written.endswith(".") and len(words[-1].folded) > 1:
        written, end = written[:-1], end - 1
    if not titled and _is_place(text, start, end, full):
        return None
    given = [word for word in full if is_given(word.text)]
    if len(full) == 1 and len(words) == 1:
        if titled and len(full[0].folded) > 2:
            return Name(written, start, end, Strength.TITLED)
        if given and full[0].folded not in AMBIGUOUS:
            return Name(written, start, end, Strength.GIVEN, first_only=True)
        return None
    if titled:
        return Name(written, start, end, Strength.TITLED)
    if any(word.folded not in AMBIGUOUS for word in given) or (len(given) == 1 and given[0] is full[0] and len(full) == 2):
        return Name(written, start, end, Strength.GIVEN)
    if written.isupper() or _appear_in_lower_case(text, full):
        return None
    return Name(written, start, end, Strength.SHAPE)


def _noble(words: list[_Token]) -> bool:
    return len(words) > 1 and words[0].text[0].isupper() and words[0].folded in ("van", "von", "de", "di", "al", "el", "ben", "del", "da", "le", "la")


def _is_place(text: str, start: int, end: int, words: list[_Token]) -> bool:
    if _HOUSE_NUMBER.match(text[end : end + 12]) or _STREET_END.search(words[-1].text) and not is_given(words[0].text):
        return True
    return bool(_STREET_BEFORE.search(text[max(0, start - 30) : start]))


def _appear_in_lower_case(text: str, words: list[_Token]) -> bool:
    """Whether the page also writes one of the words small: then it is an ordinary word, not a name."""
    for word in words:
        small = word.text.rstrip(".").lower()
        at = text.find(small)
        while at >= 0:
            if not text[at - 1 : at].isalnum() and not text[at + len(small) : at + len(small) + 1].isalnum():
                if text[at - 1 : at] not in ("@", ".", "/", "-", "_") and text[at + len(small) : at + len(small) + 1] not in ("@", "/", "-", "_"):
                    return True
            at = text.find(small, at + 1)
    return False


_RANKED_PARTS = re.compile(r"[^a-z0-9]+")


def spelled_alike(address: str, name: str) -> int:
    """How far the part before the @ is spelled like ``name``: 3 the surname, 2 a given name, 1 initials, 0 not at all."""
    local = fold(address.partition("@")[0])
    parts = [part for part in _RANKED_PARTS.split(re.sub(r"\d+$", "", local)) if part]
    joined = "".join(parts)
    words = [word for word in map(_fold, re.split(r"[\s-]+", name)) if word]
    whole = [word for word in words if len(word) > 1]
    if not whole or not joined:
        return 0
    surnames = {whole[-1]} | {"".join(words[index:]) for index in range(1, len(words))} | set(whole[1:])
    for surname in surnames:
        if len(surname) >= 3 and (surname in parts or (len(surname) >= 4 and surname in joined)):
            return 3
        if len(joined) >= 5 and surname.startswith(joined):
            return 3
        if len(surname) >= 5 and len(joined) >= 5 and joined[1:] and (surname.startswith(joined[1:]) and joined[0] == whole[0][0]):
            return 3
    if any(given in parts for given in whole[:1]) or (len(whole[0]) >= 4 and joined.startswith(whole[0])):
        return 2
    initials = "".join(word[0] for word in words)
    short = "".join(word[0] for word in whole)
    return 1 if len(joined) >= 2 and joined in (initials, short, initials.lower(), short[::-1]) else 0


def same_person(one: str, other: str) -> bool:
    """Whether two spellings are one person: the shorter's words are all in the longer's, and a full name decides.

    A single given name agrees with a full name that begins with it, a single surname with one that ends in it.
    Initials agree with the words they stand for.
    """
    a, b = _name_words(one), _name_words(other)
    if not a or not b:
        return False
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    if len(short) == 1:
        return short[0] in (long[0], long[-1])
    if short[-1] != long[-1] and short[0] != long[-1]:
        return False
    return all(any(word == other_word or (len(word) == 1 and other_word.startswith(word)) or (len(other_word) == 1 and word.startswith(other_word)) for other_word in long) for word in short)


def _name_words(name: str) -> list[str]:
    return [word for word in (_fold(part) for part in re.split(r"[\s\-,]+", name)) if word]
