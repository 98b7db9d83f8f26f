"""Words by which a posting asks for something of its applicants, in many languages: the rows of words.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from scrapers.contacts import sentences
from scrapers.signs import any_of
from scrapers.spoken import spoken
from scrapers.wordstarts import starting

_ROWS = tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))
_NOUNS = re.compile(
    r"\b(?:(?:requirements?|qualifications?)(?: (?:for|of) .{3,25})?|prerequisites?|credentials|"
    r"selection criteria|competenc(?:y|ies)|eligibility|expertise|"
    r"(?:skills|experience|education)(?: (?:required|needed|desired|sought|and|&|/).*)?|profile|"
    r"(?:skills|knowledge) .{0,20}position|skills are .{3,20}|bring to the table|anforderungen|qualifikation(?:en)?|"
    r"voraussetzungen|kenntnisse|profil|compétences|exigences|requisitos|perfil|formación|eisen|vereisten|"
    r"kwalificaties|kvalifikationer|kvalifikasjoner|krav|požad\w{3,8}|wymagani\w{1,3}|vaatimukset|osaaminen|requisiti|"
    r"competenze)$"
)
_ADJECTIVES = re.compile(
    r"^(?:key|core|basic|minimum|minimal|preferred|required|desired|desirable|essential|mandatory|additional|technical|"
    r"professional|general|job|role|position|other|special|specific)\b"
)
_STARTS = re.compile(
    r"^(?:ideally,? )?(?:you|we|i|candidates?|applicants?|the (?:ideal|successful|right) (?:candidate|applicant|"
    r"person)|du|sie|wir|vous|nous|je|jij|wij|vi|hledáme|oczekujemy|szukamy)\b.{0,50}\b(?:have|possess|need|bring|"
    r"require|look for|looking for|thrive.*|following|demonstrate|will|must|should|expect|ask|mit|erwarten|avez|"
    r"cherchons|hebt|vragen|zoeken|har|forventer|förväntar oss|søger|söker)$"
)
# How to apply, what is offered, the small print: no want wherever it stands.
_NEVER = starting(
    r"we offer|opportunity to|equal (?:opportunit|employ)|without regard|accommodations?\b|shortlist|"
    r"to apply\b|apply (?:now|here|online|today|by|via|at|for)\b|"
    r"applications? (?:should|must|will|are|is)\b|your application|submit (?:a|your|the)|"
    r"send (?:us|your|a|an|the|in|cv|resume)|(?:their|your|a|the|,|please note,) (?:resume|résumé|cv)\b|cover letter|"
    r"will (?:not be considered|be (?:contacted|notified|invited))|application forms?\b|"
    r"wir bieten|bewerbung|bewerben|unterlagen|nous (?:offrons|proposons)|candidatures?|postul|lettre de|ofrecemos|"
    r"currícul|curricul|bieden|sollicit|tilbyder|erbjuder|tilbyr|ansøg|ansök|søknad|oferujemy|nabízíme|offriamo|"
    r"oferecemos|tarjoamme|siūlome|nudimo|životopis"
)
# What sentences that have such words speak of otherwise: the pay, the work itself, the reader's wishes.
_OTHERS = starting(
    r"opportunit|benefits?\b|salary|compensation|commensurate|depend(?:s|ing)|regardless|consideration|"
    r"appl(?:y|ying)\b|submit|contact|resumes?\b|cv\b|if you|whether you|once you|when you|as you|"
    r"you will (?:be (?:responsible|working|part|given|joining|based|reporting|involved|able)|have the|get|work|learn|"
    r"join|receive|gain|find|lead|help|take|improve)|"
    r"you'll (?:be|get|improve|work|learn|join|receive|gain|find|lead|help|take)|disabilit|"
    r"will be (?:asked|enrolled)|responsible for|responsibilit|do you want|would you like|you (?:are|have) (?:\w+ )?"
    r"(?:entitled|welcome|invited|any questions|questions|access|the option|the chance|interested in (?:this|joining))|"
    r"bewirb|gehalt|vergüt|entgelt|wenn sie|wenn du|falls sie|falls du|fragen\b|datenschutz|schwerbehind|"
    r"unabhängig von|salaire|rémunér|si vous|avantages|salario|si (?:tienes|eres|te|estás)|interesad|salaris|als je|"
    r"heb je interesse|plat\b|mzda"
)
_NO_HEADING = starting(
    r"opportunit|offer|benefit|apply\b|contact|responsib|will (?:be doing|do\b|work|be working|get|receive|learn)|"
    r"you'll (?:do\b|be doing|work|get|receive|learn)|tasks|duties|aufgaben|missions?\b|from us\b|wir bieten"
)
_KEYS = ("headings", "things", "demands", "orders", "goes_on")
# Languages that make one word of two: "Hauptschulabschluss", "Deutschkenntnisse".
_COMPOUNDING = frozenset(("de", "nl", "da", "no", "sv", "fi", "hu"))
_SHORTEST = 5  # letters of a word that is looked for inside another
_SAMPLE = 3_000  # characters of a text by which its languages are told
_LONGEST = 400
_LIST = 2  # items that make a list


class Asking:
    """How a text asks, in the languages that it holds."""

    def __init__(self, lower: str, declared: str | None = None) -> None:
        """``lower`` is the text in lower case, ``declared`` the language the page says it is in."""
        languages = spoken(lower, declared, sample=_SAMPLE)
        self.headings, self.things, self.demands, self.orders, self.opens, self.goes_on = _compiled(languages)

    def heads(self, low: str, *, shown: bool) -> bool:
        """Whether a short line (lower case) heads what is asked for; ``shown``: the page shows it as a heading."""
        if not shown:
            return bool(_ADJECTIVES.match(low)) and low.count(" ") < 4 and bool(_NOUNS.search(low))
        low = low.replace("’", "'")
        if _NO_HEADING.search(f" {low}"):
            return False
        return bool(self.headings.match(low) or _NOUNS.search(low) or _STARTS.match(low))

    def is_list(self, items: Sequence[str]) -> bool:
        """Whether most items of a list are what may be asked for."""
        if len(items) < _LIST:
            return False
        good = sum(self.may_ask(low) and not _others(low) for item in items if (low := item.lower()))
        return good >= _LIST and good * 10 >= len(items) * 6

    def sentences(self, line: str) -> Iterator[str]:
        """The sentences of a line that ask for something."""
        before = False
        for start, end in sentences.split(line, 0, len(line)):
            low = line[start:end].lower().replace("’", "'")
            before = self.asks(low, before=before) and not _others(low)
            if before:
                yield line[start:end][:_LONGEST]

    def may_ask(self, low: str) -> bool:
        """Whether a text (lower case) has words of what may be asked for, or of asking."""
        return bool(self.things.search(f" {low}")) or self.orders_it(low)

    def orders_it(self, low: str) -> bool:
        """Whether a sentence (lower case) asks whatever its words."""
        return bool(self.opens.match(low) or self.orders.search(low))

    def asks(self, low: str, *, before: bool) -> bool:
        """Whether a sentence (lower case) asks for something; ``before``: the one before it did."""
        if self.things.search(f" {low}") and self.demands.search(low):
            return True
        return self.orders_it(low) or (before and bool(self.goes_on.match(low)))


def is_other(sentence: str) -> bool:
    """Whether a sentence is about what is offered, how to apply, or the small print."""
    return bool(_NEVER.search(f" {sentence.lower()}".replace("’", "'")))


def _others(low: str) -> bool:
    return bool(_OTHERS.search(f" {low}") or _NEVER.search(f" {low}"))


@lru_cache(maxsize=64)
def _compiled(languages: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """The headings, things, demands, orders, orders that open a sentence, and what goes on, of some languages."""
    rows = {key: dict.fromkeys(row for language in languages for row in _ROWS[language][key]) for key in _KEYS}
    headings = any_of(sorted(rows["headings"], key=len, reverse=True))
    things = any_of(sorted(rows["things"]))
    parts = [thing for language in languages if language in _COMPOUNDING for thing in _ROWS[language]["things"]]
    inside = "|".join((rf"\W(?:{things})", *(thing for thing in parts if len(thing) > _SHORTEST)))
    # Apart, for a search would try those that open a sentence all along it.
    orders = "|".join(order for order in rows["orders"] if order[0] != "^")
    opening = "|".join(order for order in rows["orders"] if order[0] == "^")
    patterns = (rf"(?:{headings})\b", inside, "|".join(rows["demands"]), orders, opening, "|".join(rows["goes_on"]))
    return tuple(map(re.compile, patterns))
