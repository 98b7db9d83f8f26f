"""What the employer asks for, as lines: what stands under a heading for it, else the lists and sentences that ask."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from bs4 import Tag

from scrapers.contacts import sentences
from scrapers.facts import Facts
from scrapers.labels import LABELS, fold, kind_of
from scrapers.lazy import cached_property
from scrapers.values import text_of
from scrapers.wants.asking import Asking, is_other
from scrapers.wants.runtogether import pieces
from scrapers.wrapping import goes_on

_BULLET = re.compile(r"^\s*(?:[-–—•*·●▪◦‣✓✔➤►○o+>]|\(?\d{1,2}[.)])\s+")
_BULLETED = re.compile(r"^\s*(?:[-–—•*·●▪◦‣✓✔➤►○+]|\(?\d{1,2}[.)])\s*\S")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6", "dt")
_FULL = 50  # a line of an item at least this long was broken by its width, where only a break parts it from the next
_LONGEST_HEADING = 75
_LONGEST_LABEL = 60
_FEW = 4  # words of a heading that nothing but its words shows to be one
_PROSE = 160  # a longer line without a bullet is read sentence by sentence
_PARAGRAPH = 2_000  # characters that are joined at most
_SHORT = 60  # no citation is that short
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
    r"what's in it for you|(?:key |your |main |job )?(?:tasks|duties|mission)|what you will do|"
    r"aufgaben|(?:vos|tes|votre|ta|les) (?:principales? )?missions?|missions|vos responsabilités|funciones|tareas|"
    r"werkzaamheden|(?:jouw )?taken|arbejdsopgaver|arbetsuppgifter|arbeidsoppgaver|náplň|obowiązki|zadania|mansioni|"
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
    wants = lines.under(lines.heads(_LONGEST_KNOWN, _is_known))
    if not wants:
        asking = Asking(description.lower(), facts.page.lang)
        heads = lines.heads(_LONGEST_HEADING, lambda line: lines.opens(line, asking))
        wants = lines.under(heads) or lines.asked(asking)
    return wants


def _is_known(line: str) -> bool:
    """Whether a line is a heading of wants to the letter, but for case and signs round it."""
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

    @cached_property
    def headings(self) -> set[str]:
        """The lines that the page shows as headings: by their element, or as bold as a whole."""
        page = self.facts.page
        marked = {block.text for block in page.blocks if block.node.name in _HEADINGS}
        return marked | {text_of(tag) for tag in page.tags("b", "strong")[:200]}

    @cached_property
    def items(self) -> set[str]:
        """The lines that the page shows as items of a list; what follows one and is none begins something else."""
        page = self.facts.page
        lists = set(map(id, page.tags("li")))
        return {block.text for block in page.blocks if _within(block.node, lists)} if lists else set()

    @cached_property
    def broken(self) -> set[str]:
        """The lines that a line break alone parts from the one before."""
        blocks = self.facts.page.blocks
        return {block.text for last, block in pairwise(blocks) if last.node is block.node}

    def is_item(self, line: str) -> bool:
        return line in self.items or bool(_BULLETED.match(line))

    def is_heading(self, line: str) -> bool:
        """Whether the page shows a line as a heading and not as an item."""
        if len(line) > _LONGEST_HEADING:
            return False
        return line.startswith("# ") or (line in self.headings and line not in self.items)

    def opens(self, line: str, asking: Asking) -> bool:
        """Whether a line reads like a heading of wants: by its words and its look."""
        shown = line.endswith((":", "…", "...")) or line[0] == "#" or self.is_heading(line)
        if not (shown or line.count(" ") < _FEW or line.isupper()):
            return False
        bare = _BEFORE.sub("", line).rstrip(" #*:-–—…")
        if len(bare) < 4 or bare.endswith((".", "!")):
            return False
        return asking.heads(bare.lower(), shown=shown or (bare.isupper() and " " in bare))

    def heads(self, longest: int, opens: Callable[[str], bool]) -> dict[int, str]:
        """The lines that are, or begin with, a heading of what is asked for, by number; and what stands behind it."""
        found = {}
        for number, line in enumerate(self.lines):
            if len(line) <= longest and opens(line):
                found[number] = ""
                continue
            colon = line.find(":", 1, _LONGEST_LABEL)
            if colon > 0 and opens(line[: colon + 1]) and not self.is_among_labelled(number):
                found[number] = line[colon + 1 :].strip()
        return found

    def is_among_labelled(self, number: int) -> bool:
        """Whether a line is one of a list whose items all have a label: "Safety: …", "Experience: …", "Cost: …"."""
        around = self.lines[max(0, number - 1) : number + 2]
        return len(around) > 2 and all(":" in line[:_LONGEST_LABEL] and line in self.items for line in around)

    def under(self, heads: dict[int, str]) -> tuple[str, ...]:
        """The lines that stand under headings, to where another section begins."""
        wants: list[str] = []
        done = -1
        for head, rest in heads.items():
            if head > done:
                done = self.section(head, rest, heads, wants)
        return tuple(dict.fromkeys(wants))[:_MOST]

    def section(self, head: int, rest: str, heads: dict[int, str], wants: list[str]) -> int:
        """Add what stands under a heading to ``wants``; the number of the last line of it."""
        wants += _wanted(rest, item=True)
        fresh, bulleted = not rest, bool(_BULLETED.match(rest))
        alone = bool(rest) and not bulleted
        for number in range(head + 1, len(self.lines)):
            last, line = self.lines[number - 1 : number + 1]
            item = self.is_item(line)
            if heads.get(number) == "":
                fresh, bulleted, alone = True, False, False
            elif fresh and self.is_subheading(line):
                continue
            elif self.ends(line, item=item) or (not fresh and not item and last in self.items):
                return number - 1
            elif (bulleted or alone) and not item:
                # The second line of an item; anything else ends a list whose items have bullets.
                if not wants or not self.runs_on(last, line):
                    return number - 1
                wants[-1] = f"{wants[-1]} {line}"[:_LONGEST]
            elif not item and len(line) <= _PROSE and is_other(line):
                return number - 1
            elif item or len(line) > 3 or line.isalpha():
                fresh, bulleted, alone = False, bool(_BULLETED.match(line)), False
                wants += _wanted(line, item=item)
        return len(self.lines)

    def is_subheading(self, line: str) -> bool:
        """Whether right below the heading of the wants stands another of no section: "Skills", "What you need:"."""
        shown = self.is_heading(line) or (line.endswith(":") and len(line) <= _LONGEST_HEADING)
        return shown and not self.is_item(line) and not (_SECTION.match(line.lower()) or _stops(line))

    def ends(self, line: str, *, item: bool) -> bool:
        """Whether a line begins another section: a heading that is no item, a label, the small print."""
        if self.is_heading(line) or _stops(line):
            return True
        if _BULLETED.match(line):
            return False
        colon = line.find(":", 0, 48)
        if colon > 0 and (line[:colon].isupper() or (kind_of(line[:colon]) or "wants") != "wants"):
            return True
        if item or len(line) > _LONGEST_LABEL:
            return False
        if line.endswith((":", "?")) or (line.isupper() and " " in line):
            return True
        return bool(kind_of(line)) or bool(_SECTION.match(line.lower()))

    def runs_on(self, last: str, line: str) -> bool:
        """Whether an item goes on in the next line, because only its width had broken it."""
        return goes_on(last, line, full=_FULL) and (line[0].islower() or line in self.broken)

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
            elsewhere = elsewhere and not group  # what stands behind the list of tasks is no longer one
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
    if len(line) > _SHORT and any(map(line.lower().__contains__, _CITED)) and _CITATION.match(line[:600]):
        return
    bare = _BULLET.sub("", line).strip()
    if item or len(bare) <= _PROSE or _BULLETED.match(line):
        if bare:
            yield bare[:_LONGEST]
        return
    for low, high in sentences.split(bare, 0, len(bare)):
        sentence = bare[low:high]
        if _stops(sentence):
            return
        if high - low > 3 and not is_other(sentence):
            yield sentence[:_LONGEST]
