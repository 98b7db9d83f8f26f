"""Words by which pages say to apply, and where, in many languages: the rows of words.toml as patterns."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from scrapers.wordstarts import starting

_ROWS = tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))


# What a word of the rows stands for, as bits: a text is passed over once for all of them.
SEND, APPLY, PAPERS, ONLINE, POST, CALL, QUESTIONS = (1 << place for place in range(7))
_SENSES = {
    "send": SEND,
    "apply": APPLY,
    "papers": PAPERS,
    "online": ONLINE,
    "post": POST,
    "call": CALL,
    "questions": QUESTIONS,
}
# Papers that are nothing else (an application may be software), and sending that is not applying itself.
REAL_PAPERS, DISPATCH = 1 << 7, 1 << 8


class Heard:
    """A text in lower case, and where in it stand which words of the rows."""

    __slots__ = ("hits", "said", "senses")

    def __init__(self, said: str, hits: list[tuple[int, int, int]]) -> None:
        """``hits`` are where each word begins and ends, and its senses."""
        self.said = said
        self.hits = hits
        self.senses = 0
        for hit in hits:
            self.senses |= hit[2]

    def first(self, sense: int, low: int = 0) -> tuple[int, int] | None:
        """Where the first word of a sense begins and ends, from ``low`` on."""
        if self.senses & sense:
            for start, end, senses in self.hits:
                if senses & sense and start >= low:
                    return start, end
        return None

    def has(self, sense: int, low: int, high: int) -> bool:
        """Whether a word of a sense begins in ``low <= offset < high``."""
        return any(senses & sense and low <= start < high for start, _end, senses in self.hits)


class Words:
    """The words of some languages; see words.toml."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        """``languages`` are names of the tables of words.toml."""
        rows = [_ROWS[language] for language in languages]
        self.signs = tuple(dict.fromkeys(sign for row in rows for sign in row["signs"]))
        words: defaultdict[str, int] = defaultdict(int)
        for row in rows:
            for key, sense in _SENSES.items():
                for word in row[key]:
                    words[word] |= sense
        self._pattern = re.compile(rf"\W(?:{_grouped(words)})")
        self._senses = {word.rstrip("$"): _inner(word.rstrip("$"), words) for word in words}

    def hear(self, said: str) -> Heard:
        """The words in a text in lower case."""
        senses = self._senses
        matches = self._pattern.finditer(f" {said}")  # see scrapers.wordstarts
        return Heard(said, [(match.start(), match.end() - 1, senses[match[0][1:]]) for match in matches])


def _inner(phrase: str, words: Mapping[str, int]) -> int:
    """The senses of a phrase and of the words in it: "send your application" is to send, too."""
    found = 0
    for low in range(len(phrase)):
        if low and phrase[low - 1].isalnum():
            continue
        for high in range(low + 1, len(phrase) + 1):
            word = phrase[low:high]
            whole = not phrase[high : high + 1].isalnum()
            senses = words.get(word, 0) | (words.get(f"{word}$", 0) if whole else 0)
            if senses & PAPERS and not word.startswith("appl"):
                senses |= REAL_PAPERS
            if senses & SEND and not word.startswith("appl"):
                senses |= DISPATCH
            found |= senses
    return found


def _grouped(words: Iterable[str]) -> str:
    """Any of these words, by the letter they begin with: a search then tries those of one letter only."""
    rests: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(set(words), key=len, reverse=True):
        rests[word[0]].append(re.escape(word[1:-1]) + r"\b" if word[-1] == "$" else re.escape(word[1:]))
    return "|".join(f"{re.escape(letter)}(?:{'|'.join(ends)})" for letter, ends in rests.items())


@lru_cache(maxsize=64)
def words_of(languages: tuple[str, ...]) -> Words:
    """The words of some languages; compiled once for each set of them."""
    return Words(languages)


_BUTTONS = [word for row in _ROWS.values() for word in row["buttons"]]
_WHOLE = _grouped(word for word in _BUTTONS if word[-1] != "…")
_BEGUN = _grouped(word[:-1] for word in _BUTTONS if word[-1] == "…")
_BUTTON = re.compile(rf"[\W_]*(?:(?:{_BEGUN})(?:\b.{{0,40}})?|(?:{_WHOLE})\W*)$")
# Where the verb comes last: "Jetzt auf diese Stelle bewerben".
_BUTTON_END = re.compile(
    r"\W*(?:(?:jetzt|gleich|hier|direkt|online|sofort|schnell|einfach|auf|für)\b.{0,45}\bbewerben\b.{0,25}|"
    r"(?:nu|direct|meteen|online|hier)\b.{0,30}\bsolliciteren)\W*$"
)
# What else is applied, and what is asked for at other desks.
NO_BUTTON = re.compile(
    r"\b(?:filters?|changes|coupon|code|loan|mortgage|credit|visa|grant|permit|funding|scholarship|admission|"
    r"cookies?|privacy|policy|terms|guide|tips|faq|tipps|infos?|wie|erfahren?|newsletter|subscribe|contact form)\b"
)
_LONGEST = 70


def is_button(text: str) -> bool:
    """Whether the words of a link or button are those of one for applying."""
    if len(text) > _LONGEST:
        return False
    low = text.lower().replace("’", "'")
    return bool(_BUTTON.match(low) or _BUTTON_END.match(low)) and not NO_BUTTON.search(low)


# What sentences about applying hold beside those words, in lower case.
WEB_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"'()]{4,200}|\b[a-z0-9-]{2,40}(?:\.[a-z0-9-]{2,40}){1,3}/[\w/.-]{3,100}"
)
# By e-mail, where no address of a contact's is given: "name@…", "by e-mail", "e-mail us your CV".
_BY_E_MAIL = re.compile(
    r"@\s?\.\.|\b(?:by|via|per|par|por|med|pr\.|w|through|or|und|oder|ou|o|od|eller|an|and) "
    r"(?:e-?mail|courriel|correo electr|e-?post\b|sähköposti)|\b(?:per|via|par|med|oder|ou|eller|och) mail\b|"
    r"^e-?mail|\be-?mails? (?:your|a|us|it|the|to|me)\b"
)
_MAILISH = ("@", "mail", "courriel", "correo", "post")  # one of which any of those has
# A sentence that turns away, or is about something else than this job's applications.
REFUSES = starting(
    r"no longer|not (?:be )?(?:consider|accept|process|read\b|respond)|closed\b|cannot be accepted|cookie|"
    r"do(?:es)? not (?:send|apply|e-?mail|submit|accept)|disabilit|datenschutz|agenc|accommodat|privacy|"
    r"personal data|spam|scam|fraud|terms of|mention|learned of|erwähn|"
    r"nicht (?:berücksichtig|angenommen|bearbeitet|akzeptiert)|ne (?:seront|sera) pas|no se (?:acept|tendr)|"
    r"niet in behandeling"
)
# "For questions and applications, write to …"
BOTH = re.compile(
    r"\w+ (?:and|or|&|und|oder|et|ou|y|o|en|of|og|och|eller|e) (?:\w+ ){0,2}"
    r"(?:appl|bewerb|candid|sollicit|ansøg|ansök|søkn)"
)
# To send something is more than to ask for it.
SEND_US = re.compile(r"\b(?:send|mail|e-?mail|give|tell) (?:me|us)\b(?! (?:any|your) (?:question|quer))")
# To take a form home and bring it back.
FETCH = re.compile(r"\b(?:print|download|pick(?:ed)? up|obtain|retir\w+|herunterlad\w+|ausdruck\w*)")
# To write to an address that stands behind.
WRITE = re.compile(
    r"\b(?:send|drop|shoot|write|tell us|show us|say (?:hi|hello)|let us know|reach out|get in touch|"
    r"schick\w*|schreib\w*|envoy\w+|écri\w+|envía\w*|escrí\w+|escrib\w+|stuur|schrijf|"
    r"skriv|"
    r"skicka|pošl\w*|napiš\w*|wyślij|napisz|scriv\w+|invia\w*|escrev\w+|kirjoita|lähetä)\b[^:]{0,80}:?[^:]{0,9}$"
)
# What a sentence sends its reader to read, where it does not send them to apply.
TO_READ = re.compile(
    r"\b(?:learn|information|find out|read|details|about us|more about|visit us|mehr|weitere|en savoir|más|"
    r"meer|läs|læs|les mer|více|więcej)\b"
)
# What stands before a link, or in its words, where the link is the way.
TOWARDS = re.compile(
    r"\b(?:at|via|through|on|using|to|over|use|visit|click|complete|form|following|über|unter|auf|an|mit|zur?|"
    r"sur|à|par|avec|op|naar|på|til|till|na|przez|tramite|attraverso|su|por|en|a|em|pelo|de|the|this|our|das|dem|"
    r"unser\w{0,2}|osoitteessa|kautta|adrese|adresem|adresu|adresse|pod|přes|prin|pe|le|la|notre|el|nuestro|vår|vores|ons)\s*$"
)
THERE = re.compile(
    r"\b(?:here|hier|ici|aquí|qui|her|här|tutaj|zde|link|form|formul\w{0,6}|modulo|portal\w{0,4}|online|website|"
    r"apply|application|bewerb\w{0,20}|candidat\w{0,8}|postul\w{0,6}|sollicit\w{0,10}|ansök\w{0,6}|ansøg\w{0,6}|"
    r"søk\w{0,8}|inscri\w{0,6}|solicitud|site|page|seite|system)\b"
)
# What stands right before a web address that is the way, and the words that send there to begin with.
RIGHT_BEFORE = re.compile(r"(?:[:,(\[–-]|site|page|url|link|portal\w?|web|adress\w?)\s*$")
GO = starting(
    r"visit\b|go to\b|use\b|complete\b|fill\b|follow\b|click\b|besuch|nutz|klick|rendez-vous|consult|cliqu|remplir|"
    r"remplissez|entra\b|visita\b|haz clic|pulsa|rellena|compil|clicca|klik|ga naar|vul\b|udfyld|gå (?:til|till|inn)\b|"
    r"fyll\b|vyplň|wypełni|wejdź"
)
NUMBER = re.compile(r"\d[\d ()./-]{4,}\d")
# Whom papers are sent to may be a person, whose name leads to a page of theirs: the link must be one of jobs.
SENT_TO = frozenset(("to", "an", "à", "naar", "til", "till", "na", "a", "do"))
OF_JOBS = re.compile(
    r"jobs?[./]|career|vacanc|recruit|stelle|karriere|greenhouse|lever\.co|workable|workday|apply|form", re.I
)
OTHER_PAGE = re.compile(r"how-?to|guide|tips|faq|login|blog|privacy|datenschutz|terms|cookie|\.pdf|\.docx?", re.I)


def by_mail(said: str) -> re.Match[str] | None:
    """Where a sentence (lower case) speaks of sending by e-mail, or gives an address cut short."""
    return _BY_E_MAIL.search(said) if any(map(said.__contains__, _MAILISH)) else None
