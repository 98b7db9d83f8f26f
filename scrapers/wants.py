"""What the employer asks for, as lines: what stands under a heading for it, else the lists and sentences that ask."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from bs4 import Tag

from scrapers.asking import Asking, is_other
from scrapers.contacts import sentences
from scrapers.facts import Facts
from scrapers.labels import LABELS, fold, kind_of
from scrapers.runtogether import pieces
from scrapers.values import text_of

_BULLET = re.compile(r"^\s*(?:[-–—•*·●▪◦‣✓✔➤►○o+>]|\(?\d{1,2}[.)])\s+")
_BULLETED = re.compile(r"^\s*(?:[-–—•*·●▪◦‣✓✔➤►○+]|\(?\d{1,2}[.)])\s*\S")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6", "dt")
_LONGEST_HEADING = 75
_WRAPPED = 50  # a line at least this long that ends without a stop was broken by its width
_PROSE = 160  # a longer line without a bullet is read sentence by sentence
_PARAGRAPH = 2_000  # characters that are joined at most
_MOST = 60
_LONGEST = 400
# What ends the wants wherever it stands: the pay and terms, the way to apply, the employer's own statements.
_STOP = re.compile(
    r"[#*•\s-]*(?:about (?:us|the (?:company|team|organi[sz]ation))|our (?:compensation|benefits|offer|company)|eeo\b|"
    r"benefits|to (?:apply|be considered)|for (?:consideration|more information|further information|questions)|"
    r"if (?:you(?:'|’)?(?: would| are|re| wish| fit|d)\b.{0,40}(?:like|interested|apply|description|discuss)|"
    r"interested)|"
    r"interested (?:candidates|applicants|parties)|(?:please )?(?:send|submit|apply|email|e-mail|forward)\b|how to|"
    r"job type|pay\b|salary\b|schedule\b|contact|e-?mail|phone|tel(?:ephone|efon)?\b|principal investigator|supervisor|"
    r"research focus|all (?:qualified )?(?:applicants|candidates) (?:will|are)|we (?:are|'re) (?:an|proud)|"
    r"(?:the )?hired candidate|note:|only shortlisted|applications? (?:close|deadline|procedure)|"
    r"ansprechpartner|kontakt|bewerbung|bitte senden|nous contacter|contacto|solliciteer)|(?:https?://|www\.)\S+$"
)
_REACHED = re.compile(r"@[\w-]+\.\w|\b(?:tel|phone|fax)\.?:? ?[+(\d]")
_SECTION = re.compile(
    r"(?:what we offer|we offer|our offer|benefits|perks|why (?:join|us|you)|about (?:us|the company)|"
    r"what's in it for you|"
    r"how to apply|application|apply|compensation|salary|responsibilities|your (?:tasks|role|"
    r"responsibilities)|what you'?ll do|our benefits|the (?:team|process)|next steps|contact|location|"
    r"(?:additional|more|further|other|general) information|(?:working )?hours|"
    r"start date|closing date|deadline|interview|our (?:values|culture)|diversity|accessibility|equal opportunity|"
    r"wir bieten|das bieten wir|unser angebot|ihre benefits|deine benefits|kontakt|über uns|ihre aufgaben|"
    r"deine aufgaben|"
    r"was wir (?:dir |ihnen )?bieten|klingt interessant|bewerbung|(?:weitere|zusätzliche) informationen|sonstiges|"
    r"rahmenbedingungen|nous offrons|ce que nous offrons|avantages|processus|informations complémentaires|conditions|"
    r"ofrecemos|(?:qué|lo que) (?:te )?ofrecemos|te ofrecemos|información adicional|wat bieden wij|wij bieden|"
    r"interesse|"
    r"(?:overige|aanvullende) informatie|vi tilbyder|vi erbjuder|vi tilbyr|ansøgning|øvrig information|övrigt|nabízíme|"
    r"co nabízíme|další informace|ponúkame|oferujemy|co oferujemy|dodatkowe informacje|mes siūlome|tarjoamme|offriamo|"
    r"cosa offriamo|oferecemos)\b"
)
# "A. Moreau, K. Lind: Cryogenic amplifiers. J. Inst. 12, 2026": a list of publications is no list of wants.
_CITATION = re.compile(
    r"\W{0,3}(?:[^\W\d_][\w.’'-]*(?: [^\W\d_][\w.’'-]*){1,3}(?:,| and| &|:)\s){2,}.*\b(?:19|20)\d\d\b|"
    r".{20,300}\b(?:et al|proc(?:eedings)?\.|journal of|trans\.|doi|arxiv)\b",
    re.I,
)
# What any citation has one of.
_CITED = ("19", "20", "et al", "proc", "journal", "trans.", "doi", "arxiv")
_BEFORE = re.compile(r"^[\W_]+")
_KNOWN = frozenset(fold(label) for label, kind in LABELS.items() if kind == "wants")
_LONGEST_KNOWN = max(map(len, _KNOWN)) + 4


def find_wants(facts: Facts, description: str | None) -> tuple[str, ...]:
    """What the employer asks for, line by line.

    The items under "Requirements" and its like; where no line is such a heading to the letter, under one that reads
    like it; where there is none at all, the lists and sentences that ask by their own words.
    """
    if not description:
        return ()
    lines = _Lines(facts, list(pieces(description)))
    wants = lines.under(_is_known)
    if not wants:
        asking = Asking(description.lower(), facts.page.lang)
        wants = lines.under(lambda line: lines.opens(line, asking)) or lines.asked(asking)
    return wants


def _is_known(line: str) -> bool:
    """Whether a line is a heading of wants to the letter, but for case and signs round it."""
    if len(line) > _LONGEST_KNOWN:
        return False
    bare = line.rstrip(" :：#*.-–—>»?!")
    if not bare[:1].isalnum():
        bare = _BEFORE.sub("", bare)
    return bare.lower().replace("’", "'") in _KNOWN


def _stops(line: str) -> bool:
    """Whether a line ends the wants wherever it stands."""
    low = line.lower()
    if _STOP.match(low) or "equal opportunity" in low:
        return True
    return ("@" in low or "tel" in low or "phone" in low or "fax" in low) and bool(_REACHED.search(low))


class _Lines:
    """The lines of a posting, and how the page shows them."""

    def __init__(self, facts: Facts, lines: list[str]) -> None:
        self.facts = facts
        self.lines = lines
        self._headings: set[str] | None = None
        self._items: set[str] | None = None
        self._broken: set[str] | None = None

    @property
    def headings(self) -> set[str]:
        """The lines that the page shows as headings: by their element, or as bold as a whole."""
        if self._headings is None:
            page = self.facts.page
            marked = {block.text for block in page.blocks if block.tag in _HEADINGS}
            self._headings = marked | {text_of(tag) for tag in page.tags("b", "strong")[:200]}
        return self._headings

    @property
    def items(self) -> set[str]:
        """The lines that the page shows as items of a list; what follows one and is none begins something else."""
        if self._items is None:
            page = self.facts.page
            lists = set(map(id, page.tags("li")))
            self._items = {block.text for block in page.blocks if _within(block.node, lists)} if lists else set()
        return self._items

    @property
    def broken(self) -> set[str]:
        """The lines that a line break alone parts from the one before."""
        if self._broken is None:
            blocks = self.facts.page.blocks
            self._broken = {block.text for last, block in pairwise(blocks) if last.node is block.node}
        return self._broken

    def is_item(self, line: str) -> bool:
        return bool(_BULLETED.match(line)) or line in self.items

    def is_heading(self, line: str) -> bool:
        """Whether the page shows a line as a heading and not as an item."""
        return len(line) <= _LONGEST_HEADING and line in self.headings and line not in self.items

    def opens(self, line: str, asking: Asking) -> bool:
        """Whether a line reads like a heading of wants: by its words and its look."""
        bare = _BEFORE.sub("", line).rstrip(" #*:-–—…")
        if not 3 < len(bare) <= _LONGEST_HEADING or bare.endswith((".", "!")):
            return False
        low = bare.lower()
        shown = line.rstrip().endswith((":", "…", "...")) or line.startswith("#") or (bare.isupper() and " " in bare)
        shown = shown or self.is_heading(line)
        return asking.heads(low, shown=shown)

    def under(self, opens: Callable[[str], bool]) -> tuple[str, ...]:
        """The lines that stand under headings, to where another section begins."""
        wants: list[str] = []
        inside = bulleted = alone = fresh = False
        last = ""
        for line in self.lines:
            if opens(line):
                inside, bulleted, alone, fresh = True, False, False, True
            elif not inside:
                colon = line.find(":", 0, 60)
                if colon > 0 and opens(line[: colon + 1]):
                    rest = line[colon + 1 :].strip()
                    inside, fresh = True, not rest
                    bulleted = bool(_BULLETED.match(rest))
                    alone = bool(rest) and not bulleted
                    wants += _wanted(rest, item=True)
            elif fresh and self.is_subheading(line):
                continue
            elif self.ends(line) or (last in self.items and not fresh and line not in self.items):
                inside = False
            elif (bulleted or alone) and not self.is_item(line):
                # The second line of an item; anything else ends a list whose items have bullets.
                if inside := bool(wants) and self.runs_on(last, line):
                    wants[-1] = f"{wants[-1]} {line}"[:_LONGEST]
            elif self.is_other(line):
                inside = False
            elif len(line) > 3 or self.is_item(line):
                bulleted, alone, fresh = bool(_BULLETED.match(line)), False, False
                wants += _wanted(line, item=self.is_item(line))
            last = line
        return tuple(dict.fromkeys(wants))[:_MOST]

    def is_other(self, line: str) -> bool:
        """Whether a short paragraph is about applying or what is offered; a long one is judged by its sentences."""
        return len(line) <= _PROSE and not self.is_item(line) and is_other(line)

    def is_subheading(self, line: str) -> bool:
        """Whether right below the heading of the wants stands another of no section: "Skills", "What you need:"."""
        shown = self.is_heading(line) or (line.endswith(":") and len(line) <= _LONGEST_HEADING)
        return shown and not self.is_item(line) and not (_SECTION.match(line.lower()) or _stops(line))

    def ends(self, line: str) -> bool:
        """Whether a line begins another section: a heading that is no item, a label, the small print."""
        if _stops(line) or self.is_heading(line):
            return True
        if _BULLETED.match(line) or not line:
            return False
        colon = line.find(":", 0, 48)
        if colon > 0 and (line[:colon].isupper() or (kind_of(line[:colon]) or "wants") != "wants"):
            return True
        if len(line) > 60:
            return False
        if line.endswith((":", "?")) or (line.isupper() and " " in line):
            return line not in self.items
        return bool(kind_of(line)) or bool(_SECTION.match(line.lower()))

    def runs_on(self, last: str, line: str) -> bool:
        """Whether an item goes on in the next line, because only its width had broken it."""
        if last.endswith((".", ";", ":", "!", "?")):
            return False
        return line[0].islower() or (len(last) >= _WRAPPED and line[0].isalnum() and line in self.broken)

    def joined(self) -> Iterator[str]:
        """The lines, those that only their width had broken in one."""
        last = ""
        for line in self.lines:
            if last and len(last) < _PARAGRAPH and not self.is_item(line) and self.runs_on(last, line):
                last = f"{last} {line}"
                continue
            if last:
                yield last
            last = line
        if last:
            yield last

    def asked(self, asking: Asking) -> tuple[str, ...]:
        """The lists most of whose items are what is asked for, and the sentences that ask."""
        wants: list[str] = []
        group: list[str] = []
        elsewhere = False
        for line in (*self.joined(), ""):
            if line and self.is_item(line) and not line.endswith(":"):
                group.append(line)
                continue
            if not elsewhere and asking.is_list(group):
                wants += [want for item in group for want in _wanted(item, item=True)]
            group = []
            if self.is_heading(line) or (line.endswith(":") and len(line) <= _LONGEST_HEADING):
                elsewhere = bool(_SECTION.match(line.lower()) or _stops(line)) or kind_of(line) not in (None, "wants")
            elif not elsewhere:
                wants += asking.sentences(line)
        return tuple(dict.fromkeys(wants))[:_MOST]


def _within(node: Tag, elements: set[int]) -> bool:
    """Whether an element, its parent or theirs is one of some, by ``id()``."""
    if id(node) in elements:
        return True
    parent = node.parent
    return parent is not None and (id(parent) in elements or id(parent.parent) in elements)


def _wanted(line: str, *, item: bool = False) -> Iterator[str]:
    """A line as wants: without its bullet; long prose sentence by sentence; publications are none."""
    if any(map(line.lower().__contains__, _CITED)) and _CITATION.match(line[:600]):
        return
    bare = _BULLET.sub("", line).strip()
    if item or len(bare) <= _PROSE or _BULLETED.match(line):
        if bare and (item or not is_other(bare)):
            yield bare[:_LONGEST]
        return
    for low, high in sentences.split(bare, 0, len(bare)):
        sentence = bare[low:high]
        if _stops(sentence):
            return
        if high - low > 3 and not is_other(sentence):
            yield sentence[:_LONGEST]
