"""E-mail addresses in text, as people write them and as they hide them from machines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from email_validator import SPECIAL_USE_DOMAIN_NAMES, EmailNotValidError, validate_email

from scrapers.contacts.vocabulary import word_list
from scrapers.signs import every

# The at-sign in words, by language: en/da/de, fr, es/pt, it, de, pl, cs/sk, nl, sv, no, da, fi, ru.
_AT_WORDS = (
    "at|a-t|a|ät|aet|arobase|arrobase|chez|arroba|chiocciola|klammeraffe|affenschwanz|malpa|małpa|zavinac|zavináč|"
    "apenstaartje|apestaartje|snabel-?a|krøllalfa|alfakrøll|miukumauku|kissanhäntä|ät-merkki|sobaka"
)
# The dot in words: en, de/sv, fr, es/it, nl, cs/sk, pl, da/no, fi, pt.
_DOT_WORDS = "dot|d-o-t|punkt|point|punto|punt|tečka|tecka|bodka|kropka|prik|piste|ponto"
_OPEN, _CLOSE = r"[(\[{<«]", r"[)\]}>»]"
_BRACKETED_AT = rf"{_OPEN}\s{{0,2}}(?:{_AT_WORDS}|@)\s{{0,2}}{_CLOSE}|[_*-]at[_*-]"
_AT = rf"(?:@|＠|\s{{0,2}}(?:{_BRACKETED_AT})\s{{0,2}})"
_DOT = rf"(?:\.|\s{{0,2}}{_OPEN}\s{{0,2}}(?:{_DOT_WORDS}|\.)\s{{0,2}}{_CLOSE}\s{{0,2}}|\s(?:{_DOT_WORDS})\s)"
_LOCAL = rf"[\w+%'&=~/-]{{1,64}}(?:{_DOT}[\w+%'&=~/-]{{1,64}}){{0,6}}"
_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
_DOMAIN = rf"{_LABEL}(?:{_DOT}{_LABEL}){{1,6}}"

_WRITTEN = re.compile(rf"({_LOCAL}){_AT}({_DOMAIN})", re.I)
# " at ", " @ " and "@ " between words are weak: only with a cue, or with "dot" in words.
_APART = r"(?:\s{1,2}(?:at|@|arroba|arobase)\s{1,2}|@\s|\s@)"
# Of what that finds the plainest, in a fraction of its time.
_ALONE = re.compile(
    r"([\w+-]{1,64}(?:\.[\w+-]{1,64}){0,6})@([a-z\d]{1,60}(?:-[a-z\d]{1,60})?(?:\.[a-z\d]{1,60}(?:-[a-z\d]{1,60})?){1,6})"
    r"(?=[ ,;)]|\. |\.?$)",
    re.A,
)
_SPACED = re.compile(rf"({_LOCAL}){_APART}({_DOMAIN})", re.I)
_DOMAIN_THERE = re.compile(_DOMAIN, re.I)
_IS_APART = re.compile(_APART, re.I)
# Both begin with a set of characters, for which a search leaps; the first looks back at which it was.
_AT_SIGN = re.compile(
    rf"[@＠(\[{{<«_*-](?:(?<=[@＠])|(?<={_OPEN})\s{{0,2}}(?:{_AT_WORDS}|@)\s{{0,2}}{_CLOSE}|(?<=[_*-])at[_*-])", re.I
)
# "at" is too common a word to stop at: what follows must look like a domain.
_AT_DOMAIN = rf"(?=[\w-]{{1,63}}(?:\.[a-z]|\s?{_OPEN}|\s(?:{_DOT_WORDS})\s))"
_AT_WORD = re.compile(rf"\s(?:at|arroba|arobase)\s{_AT_DOMAIN}", re.I)
# In lower case and with nothing but spaces between words each is sought by its letters.
_AT_WORDS_APART = tuple((f" {word} ", re.compile(f" {word} {_AT_DOMAIN}")) for word in ("at", "arroba", "arobase"))
_MAX_MARKS = 3_000
_DOT_FORM = re.compile(_DOT, re.I)
_SPELLED_DOT = re.compile(rf"\s(?:{_DOT_WORDS})\s|{_OPEN}", re.I)
_CUE = re.compile(
    r"(?:e-?mail|mail|courriel|correo|e-?post|sähköposti|adres\w{0,4}|contact|kontakt)\W{0,6}(?:\w{1,4}\W{1,2}){0,2}$",
    re.I,
)
# "Please send applications to jobs at lab.example.com before …"
_SENT_TO = re.compile(
    r"\b(?:send|sent|submit\w{0,4}|forward\w{0,3}|address\w{0,3}|appl(?:y|ications?)|resumes?|résumés?|cvs?|e-?mails?|writ\w{1,3}|"
    r"bewerb\w{1,10}|candidatures?)\b[^.!?]{0,60}\s(?:to|an|à)\s$",
    re.I,
)
_NOT_LOCAL = word_list("not_local")
_FILES = word_list("file_endings")
_GENERIC = word_list("top_domains")
_GLUED_CAPITAL = re.compile(r"^([a-z]{2,24}?)(?=[A-Z])")
_GLUED_NUMBER = re.compile(r"[\d().-]*\d{3}[.-]\d{4}(?=[a-z])", re.I)
_COUNTRY = re.compile(
    r"(?:io|ai|co|uk|de|fr|nl|be|it|es|pt|pl|cz|ch|at|dk|se|no|fi|ie|eu|us|ca|au|in|am)(?=[a-z]{5})", re.I
)
# "jane@lab.com.Please …" is an address and a lost space.
_NEW_SENTENCE = re.compile(r"[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]*$|(?!name$|info$|asia$)[a-zß-öø-ÿ]{4,}$")
_TOP_BEFORE = re.compile(r"\.(?:com|org|net|edu|gov|info|de|fr|nl|it|es|se|dk|no|fi|cz|pl|at|ch|be|uk|eu|ie|us|io)$")
# "lab.comor call …": a small word that lost its space, behind the commonest of endings.
_RUN_ON = re.compile(r"(com|org|net|edu|gov|uk|de)(?:or|and|by|with|to|for|if|the|please|no|in|on|oder|und|bis)$", re.I)
_REVERSED = re.compile(r"(?:[a-z]{2,24}\.)(?:[\w-]{1,63}\.){0,4}[\w-]{1,63}@[\w.+-]{1,64}")
_PLACEHOLDER = re.compile(
    r"^(?:(?:you|your|name|yourname|your\.name|user|username|someone|email|e-mail|mail|jane\.?doe|john\.?doe|test|example)"
    r"@(?:email|mail|domain|yourdomain|company|yourcompany|example|site|website|test)\.\w{2,4})$"
)
_FILLER = re.compile(
    r"^(?:please|do-?not|no-?reply|donotreply|noreply)[\w.-]{0,80}@|^[\w.-]{0,20}(?:apply-via|via-the)[\w.-]{0,60}@|"
    r"^(?:nobody|no-?one|none)@|@do-?not-?|"
    # A pattern that tells how the addresses of a house are built.
    r"^(?:first-?name|first|vorname|voornaam|pr[ée]nom|nombre|nome|fornavn|f[öo]rnamn|etunimi|jmeno|imie)[._-]?"
    r"(?:last-?name|last|surname|nachname|achternaam|nom|apellidos?|cognome|etternavn|efternavn|efternamn|sukunimi|"
    r"prijmeni|nazwisko)@"
)


# What nearly every address is. Such a one email-validator takes as it stands, which costs it thirty times as long; the
# length keeps every part of it within bounds.
_PLAIN = re.compile(r"(?=.{6,64}$)[a-z\d_+-]+(?:\.[a-z\d_+-]+)*@(?:[a-z\d]+(?:-[a-z\d]+)*\.)+[a-z]+", re.A)
_RESERVED = tuple(f".{name}" for name in SPECIAL_USE_DOMAIN_NAMES)


@dataclass(frozen=True, slots=True)
class Spelling:
    """An e-mail address read at ``start:end`` of a text."""

    address: str
    start: int
    end: int


def normalize(written: str) -> str | None:
    """The address in lower case, or None if it is none: judged by email-validator's syntax alone, without DNS."""
    written = written.strip(" .,;:<>()[]'\"/-").replace("＠", "@")
    address = written.lower()
    if len(written) > 254 or _PLACEHOLDER.match(address):
        return None
    if not _PLAIN.fullmatch(address) or address.endswith(_RESERVED):
        try:
            address = validate_email(written, check_deliverability=False, allow_display_name=False).normalized.lower()
        except EmailNotValidError:
            return None
    return None if address.rsplit(".", 1)[-1] in _FILES else address


def is_filler(address: str) -> bool:
    """Whether the address itself says not to write there: ``no-reply@``, ``please-apply-via-the-form@``."""
    return bool(_FILLER.search(address))


def read_alone(text: str) -> str | None:
    """The address that a text of its own is, ``jane at lab.org`` included: what a mail link shows."""
    match = _SPACED.fullmatch(text.strip(" <>()")) or _WRITTEN.fullmatch(text.strip(" <>()"))
    return normalize(f"{_plain(match[1])}@{_plain(match[2])}") if match and len(text) < 254 else None


def find(text: str, lowered: str | None = None) -> list[Spelling]:
    """Each address in ``text``, in order. Looks only round at-signs and words for them.

    ``lowered`` is the text in lower case with nothing but spaces between its words, offset for offset.
    """
    found: list[Spelling] = []
    done = 0
    signs, words = (islice(marks, _MAX_MARKS) for marks in (_AT_SIGN.finditer(text), _at_words(text, lowered)))
    for mark in sorted([*signs, *words], key=re.Match.start)[:_MAX_MARKS]:
        if mark.start() < done:
            continue
        low = max(done, text.rfind("\n", 0, mark.start()) + 1, mark.start() - 100)
        high = mark.end() + 120
        line_end = text.find("\n", mark.end(), high)
        spelling = _read(text, low, mark, line_end if line_end >= 0 else min(high, len(text)))
        if spelling:
            found.append(spelling)
            done = spelling.end
    return found


def _at_words(text: str, lowered: str | None) -> Iterator[re.Match[str]]:
    if lowered is None:
        return _AT_WORD.finditer(text)
    marks = (pattern.match(lowered, spot) for word, pattern in _AT_WORDS_APART for spot in every(word, lowered))
    return filter(None, marks)


def _read(text: str, low: int, mark: re.Match[str], high: int) -> Spelling | None:
    window, at = text[low:high], mark.start() - low
    match = _standing_alone(window, at)
    if match is None and _may_be_written(window, at):
        match = _covering(_WRITTEN, window, at, _word_start(window, at))
    if match:
        local, whole = _plain(match[1]), _plain(match[2])
        domain = _unglue(whole)
        glued = _GLUED_NUMBER.match(local)  # "… 206-555-0142jane@lab.org"
        local = local[glued.end() :] if glued else local
        address = normalize(f"{local}@{domain}")
        if address and not (_reversed_reads_better(domain) and _backwards(window, at)):
            end = match.end(2) - (len(whole) - len(domain))
            return Spelling(address, low + match.start() + (glued.end() if glued else 0), low + end)
    if backwards := _backwards(window, at):
        return Spelling(backwards[0], low + backwards[1], low + backwards[2])
    match = _covering(_SPACED, window, at, _words_apart_start(window, at)) if _IS_APART.search(window) else None
    if match is None or not _spaced_is_meant(window, match):
        return None
    address = normalize(f"{_plain(match[1])}@{_plain(match[2])}")
    return Spelling(address, low + match.start(), low + match.end()) if address else None


def _standing_alone(window: str, at: int) -> re.Match[str] | None:
    """An address as nearly all stand: parted from the rest by spaces, its dots and its sign as such."""
    if window[at] != "@" or _SPELLED_DOT.search(window, 0, at):
        return None
    match = _ALONE.match(window, window.rfind(" ", 0, at) + 1)
    return match if match and match.end(1) == at and not _DOT_FORM.match(window, match.end()) else None


def _may_be_written(window: str, at: int) -> bool:
    """Whether an address without spaces may stand round a mark: only with a domain behind its sign."""
    if window[at] in "@＠":
        return _DOMAIN_THERE.match(window, at + 1) is not None
    return not window[at].isspace() or _AT_SIGN.search(window) is not None


def _word_start(window: str, at: int) -> int:
    """Where an address round a plain at-sign can begin: with its own word, unless a dot before it is in words."""
    plain = window[at] == "@" and not _SPELLED_DOT.search(window, 0, at)
    return window.rfind(" ", 0, at) + 1 if plain else 0


def _words_apart_start(window: str, at: int) -> int:
    """Where an address with its sign between spaces can begin: with the word before, unless one stands further left."""
    if _SPELLED_DOT.search(window, 0, at) or _IS_APART.search(window, 0, at):
        return 0
    return window.rfind(" ", 0, len(window[:at].rstrip())) + 1


def _covering(pattern: re.Pattern[str], window: str, at: int, low: int = 0) -> re.Match[str] | None:
    """The match that holds an offset, if that is no part of what a social network is addressed by ("@jane@…")."""
    match = pattern.search(window, low)
    while match is not None and match.end() <= at:
        match = pattern.search(window, match.end())
    held = match is not None and match.start() <= at and window[match.start() - 1 : match.start()] != "@"
    return match if held else None


def _plain(part: str) -> str:
    return _DOT_FORM.sub(".", part)


def _unglue(domain: str) -> str:
    """``lab.orgPlease`` is ``lab.org`` and a lost space."""
    head, _, last = domain.rpartition(".")
    if glued := _GLUED_CAPITAL.match(last):
        return f"{head}.{glued[1]}"
    if run_on := _RUN_ON.match(last):
        return f"{head}.{run_on[1]}"
    if _NEW_SENTENCE.match(last) and _TOP_BEFORE.search(head):
        return head
    if len(last) > 6 and last.lower() not in _GENERIC:
        for known in ("com", "org", "net", "edu", "info"):
            if last.startswith(known):
                return f"{head}.{known}"
        if ends := _COUNTRY.match(last):  # no ending is spelled like that: "lab.iocreated"
            return f"{head}.{ends[0]}"
    return domain


def _top(domain: str) -> str:
    return domain.rpartition(".")[2].lower()


def _reversed_reads_better(domain: str) -> bool:
    return len(_top(domain)) > 2 and _top(domain) not in _GENERIC


def _backwards(window: str, at: int) -> tuple[str, int, int] | None:
    """An address written from right to left (``gro.bal@enaj``), which a page turns round by its style."""
    if not window[at].isspace() and (match := _covering(_REVERSED, window, at)):
        turned = match[0][::-1]
        top = _top(turned)
        if (top in _GENERIC or len(top) == 2) and (address := normalize(turned)):
            return address, match.start(), match.end()
    return None


def _spaced_is_meant(window: str, match: re.Match[str]) -> bool:
    """Whether words with an at-sign or *at* between them are an address, and no sentence."""
    local, domain = match[1], match[2]
    if window.startswith(("@", "＠"), match.end()):  # "Jane Doe at jane.doe@…"
        return False
    if _SPELLED_DOT.search(domain):
        return True
    if local.lower() in _NOT_LOCAL or not domain.islower():
        return False
    sign = window[match.end(1) : match.start(2)]
    if sign.strip() == "AT":
        return True
    if "@" in sign and (sign.startswith("@") or re.search(r"[._\dA-Z-]", local)):
        return True
    before, behind = window[: match.start()], window[match.end() :]
    alone = not before.strip(" <(") and not behind.strip(" >)")
    # "Jane Doe (jdoe at lab.org)", "Jane Doe, jdoe at lab.org, …"
    enclosed = before[-1:] + behind[:1] in ("()", "<>", "[]") or (before.rstrip()[-1:] == "," and behind[:1] in ",;")
    return alone or enclosed or bool(_CUE.search(before) or (local.islower() and _SENT_TO.search(before)))
