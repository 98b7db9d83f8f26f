"""What the employer asks for, as lines."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from scrapers.facts import Facts
from scrapers.labels import is_wants, kind_of
from scrapers.values import text_of

_BULLET = re.compile(r"^\s*(?:[-–—•*·●▪◦‣✓✔➤►○o+>]|\(?\d{1,2}[.)])\s+")
_BULLETED = re.compile(r"^\s*(?:[-–—•*·●▪◦‣✓✔➤►○+]|\(?\d{1,2}[.)])\s*\S")
_HEADING = ("h1", "h2", "h3", "h4", "h5", "h6", "dt")
# A heading that is none of the known ones: "Server engineer requirements:", "EDUCATION & EXPERIENCE".
_NOUNS = re.compile(
    r"\b(?:(?:requirements?|qualifications?)(?: (?:for|of) .{3,25})?|prerequisites?|credentials|"
    r"selection criteria|competenc(?:y|ies)|"
    r"eligibility|expertise|"
    r"(?:skills|experience|education)(?: (?:required|needed|desired|sought|and|&|/).*)?|profile|(?:skills|"
    r"knowledge) .{0,20}position|"
    r"skills are .{3,20}|bring to the table|anforderungen|qualifikation(?:en)?|voraussetzungen|kenntnisse|profil|"
    r"compétences|"
    r"exigences|requisitos|perfil|formación|eisen|vereisten|kwalificaties|kvalifikationer|kvalifikasjoner|krav|"
    r"požad\w{3,8}|"
    r"wymagani\w{1,3}|vaatimukset|osaaminen|requisiti|competenze)$",
    re.I,
)
_ADJECTIVES = re.compile(
    r"^(?:key|core|basic|minimum|minimal|preferred|required|desired|desirable|essential|mandatory|additional|technical|"
    r"professional|general|job|role|position|other|special|specific)\b",
    re.I,
)
_STARTS = re.compile(
    r"^(?:ideally,? )?(?:you|we|i|candidates?|applicants?|the (?:ideal|successful|right) (?:candidate|applicant|"
    r"person)|du|sie|wir|"
    r"vous|nous|je|jij|wij|vi|hledáme|oczekujemy|szukamy)\b.{0,50}\b(?:have|possess|need|bring|require|look for|"
    r"looking for|thrive.*|"
    r"following|demonstrate|will|must|should|expect|ask|mit|erwarten|avez|cherchons|hebt|vragen|zoeken|har|forventer|"
    r"förväntar oss|søger|söker)$",
    re.I,
)
_MARKS = "•·●▪◦‣\uf0b7"
_INLINE = re.compile(r"\s*[•·●▪◦‣\uf0b7]\s*")
# Where line breaks were lost: "… a tech startup,Be ambitious", "Ability to work to briefA variety of …".
_GLUED = re.compile(r"(?<=[a-z.,;:!?)])(?=[A-Z][a-z’']*\s|\d\+ years)")
_LAST_HEADING = re.compile(
    r"(?<=[\w.)])(?=[A-Z][A-Za-z]+(?:[ /&][A-Za-z]+){0,3}:?\s*$)|(?<=[.!?:])\s(?=[A-Z][^.!?:]{2,40}:?\s*$)"
)
# What ends the wants wherever it stands: the pay and terms, the way to apply, the employer's own statements.
_STOP = re.compile(
    r"^(?:[#*•\s-]*)(?:about (?:us|the (?:company|team|organi[sz]ation))|our (?:compensation|benefits|offer|"
    r"company)|eeo\b|benefits|"
    r"to (?:apply|be considered)|for (?:consideration|more information|further information|questions)|"
    r"if (?:you(?:'|’)?(?: would| are|re| "
    r"wish| fit|d)\b.{0,40}(?:like|interested|apply|description|discuss)|interested)|interested (?:candidates|"
    r"applicants|parties)|"
    r"(?:please )?(?:send|submit|apply|email|e-mail|forward)\b|how to|job type|pay\b|salary\b|schedule\b|contact|"
    r"e-?mail|phone|"
    r"tel(?:ephone|efon)?\b|principal investigator|supervisor|research focus|all (?:qualified )?(?:applicants|"
    r"candidates) (?:will|are)|"
    r"we (?:are|'re) (?:an|proud)|(?:the )?hired candidate|note:|only shortlisted|applications? (?:close|"
    r"deadline|procedure)|"
    r"ansprechpartner|kontakt|bewerbung|bitte senden|nous contacter|contacto|solliciteer)|"
    r"equal opportunity|@[\w-]+\.\w|^(?:https?://|www\.)\S+$|\b(?:tel|phone|fax)\.?:? ?[+(\d]",
    re.I,
)
# "A. Moreau, K. Lind: Cryogenic amplifiers. J. Inst. 12, 2026": a list of publications is no list of wants.
_CITATION = re.compile(
    r"^\W{0,3}(?:[^\W\d_][\w.’'-]*(?: [^\W\d_][\w.’'-]*){1,3}(?:,| and| &|:)\s){2,}.*\b(?:19|20)\d\d\b|"
    r"^.{20,300}\b(?:et al|proc(?:eedings)?\.|journal of|trans\.|doi|arxiv)\b",
    re.I,
)


def find_wants(facts: Facts, description: str | None) -> tuple[str, ...]:
    """What the employer asks for, line by line: the items under "Requirements" and its like.

    Where no line is such a heading to the letter, one that reads like it will do.
    """
    lines = [piece for line in (description or "").split("\n") for piece in _pieces(line)]
    return _under(facts, lines, is_wants) or _under(facts, lines, partial(_opens, _headings(facts)))


def _pieces(line: str) -> list[str]:
    """A line as the items that run together in it, the heading before them apart: "Skills:• Java• SQL"."""
    if len(line) > 40 and sum(map(line.count, _MARKS)) > 2:
        first, *items = (piece.strip() for piece in _INLINE.split(line))
        *before, heading = _LAST_HEADING.split(first[-200:])
        return [piece for piece in (*before, heading, *(f"- {item}" for item in items if item)) if piece]
    if len(line) > 200 and len(_GLUED.findall(line)) > 2:
        return [piece.strip() for piece in _GLUED.split(line)]
    return [line]


def _under(facts: Facts, lines: list[str], is_wants: Callable[[str], bool]) -> tuple[str, ...]:
    headings: set[str] = set()
    items: set[str] = set()
    wants: list[str] = []
    inside = bulleted = False
    for line in lines:
        if is_wants(line):
            inside = True
            headings, items = headings or _headings(facts), items or _items(facts)
        elif inside and (
            _STOP.search(line) or line in headings or _ends(line) or (line not in items and items & set(wants[-1:]))
        ):
            inside = False
        elif inside and bulleted and not _BULLETED.match(line):
            # The second line of an item; anything else ends a list whose items have bullets.
            if inside := line[0].islower() and bool(wants):
                wants[-1] = f"{wants[-1]} {line}"[:400]
        elif inside and len(line) > 3:
            bulleted = bool(_BULLETED.match(line))
            if _CITATION.match(line[:600]):
                continue
            wants.append(_BULLET.sub("", line).strip()[:400])
        elif not inside and ":" in line[:60] and is_wants(line[: line.find(":")]):
            inside = True
            rest = line[line.find(":") + 1 :].strip()
            if rest:
                wants.append(rest[:400])
    return tuple(dict.fromkeys(wants))[:60]


def _opens(headings: set[str], line: str) -> bool:
    """Whether a line reads like a heading of wants: by its nouns and its look, or as the beginning of a sentence."""
    bare = line.strip(" #*:-–—")
    if not 3 < len(bare) <= 75 or bare.endswith((".", "!")):
        return False
    shown = line.rstrip().endswith(":") or line.startswith("#") or line in headings or (bare.isupper() and " " in bare)
    short = bool(_ADJECTIVES.match(bare)) and len(bare.split()) <= 4
    return (bool(_NOUNS.search(bare)) and (shown or short)) or (bool(_STARTS.match(bare)) and shown)


def _headings(facts: Facts) -> set[str]:
    """The lines that the page shows as headings: by their element, or as bold as a whole."""
    marked = {block.text for block in facts.page.blocks if block.tag in _HEADING}
    return marked | {text_of(tag) for tag in facts.page.tags("b", "strong")[:200]}


def _items(facts: Facts) -> set[str]:
    """The lines that the page shows as items of a list; what follows one and is none begins something else."""
    return {
        block.text for block in facts.page.blocks if "li" in (block.tag, block.node.parent and block.node.parent.name)
    }


def _ends(line: str) -> bool:
    """Whether a line begins another section: a short heading that is no item, or the way to apply."""
    if _BULLETED.match(line) or len(line) > 60 or not line:
        return False
    if line.endswith((":", "?")) or (line.isupper() and len(line.split()) > 1):
        return True
    return bool(kind_of(line)) or bool(_SECTION.match(line))


_SECTION = re.compile(
    r"^(?:what we offer|we offer|our offer|benefits|perks|why (?:join|us|you)|about (?:us|the company)|"
    r"how to apply|application|apply|compensation|salary|responsibilities|your (?:tasks|role|"
    r"responsibilities)|what you'?ll do|our benefits|the (?:team|process)|next steps|contact|location|"
    r"equal opportunity"
    r"|wir bieten|das bieten wir|unser angebot|ihre benefits|deine benefits|benefits|kontakt|über uns|"
    r"ihre aufgaben|deine aufgaben|was wir bieten|was wir dir bieten|klingt interessant|bewerbung|nous "
    r"offrons|ce que nous offrons|avantages|processus|ofrecemos|qué ofrecemos|wat bieden wij|wij bieden|"
    r"interesse|vi tilbyder|vi erbjuder|vi tilbyr|ansøgning|nabízíme|co nabízíme|ponúkame|oferujemy|co "
    r"oferujemy|mes siūlome|tarjoamme)\b",
    re.I,
)
