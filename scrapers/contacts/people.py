"""Who a page names as the person to ask, apply to or work under, and in which role."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from scrapers.contacts import cues, desks, names, sentences, single
from scrapers.contacts.cues import Match
from scrapers.contacts.flow import Flow
from scrapers.contacts.names import Name, Strength
from scrapers.contacts.vocabulary import fold, is_role, word_list
from scrapers.page import Block, Zone

OFF_PAGE = Zone.NAV | Zone.HEADER | Zone.FOOTER | Zone.RELATED | Zone.CONTROL
_CARD_LINES, _CARD_REACH = 8, 420
_LINE, _KNOWN, _GAP, _MOST, _MOST_CUED = 160, 1_500, 60, 100, 1_000
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "dt", "th", "caption", "legend", "summary"))
_LIST_ON = re.compile(
    r"^\s{0,2}(?:\([^()]{1,60}\)\s?)?(?:[,;/&]|,?\s?(?:and|or|und|oder|et|ou|y|e|o|en|of|och|og|eller|ja|tai|a|nebo|i|lub|oraz)\s)"
)
_DIRECT = re.compile(
    r"^[\s:.,–—\-(]*(?:(?:is|to|our|your|the|a|with|at|de|la|le|an|bei|met|till|til|s|z|na|pan[íi]?|ist|sind)\s){0,3}$",
    re.I,
)
_CARD_ROLES = ("recruiter", "hiring manager")
_HIRED = re.compile(
    r"welcome to the team|willkommen im team|congratulations|joined us|has been hired|bienvenue à", re.I
)


_OWNS = re.compile(r"['’]s?[ \u00a0]\w|(?<=['’]s)[ \u00a0]\w")  # "Dr. Rao's office manager" is not Dr. Rao
# Lines of a card that go on to somebody else.
_OTHER_PEOPLE = re.compile(r"\b(?:also viewed|you may know|similar (?:jobs|people)|other (?:jobs|openings))\b", re.I)


@dataclass(frozen=True, slots=True)
class Person:
    """A name at a place. ``named`` when the page itself points to them as one to get in touch with."""

    name: Name
    block: Block
    role: str | None
    named: bool


def find(flow: Flow) -> list[Person]:
    """The people a cue points to, in page order."""
    finder = _Finder(flow, flow.spots(flow.cues))
    for cued in finder.cued_blocks():
        finder.block(cued)
    for name in single.introduced(flow.text, flow.lowered):
        if (block := flow.block_at(name.start)) and not block.zone & OFF_PAGE:
            finder.add(name, block, "recruiter")
    return sorted(finder.people.values(), key=lambda person: person.name.start)


def near(flow: Flow, block: Block, back: int = 5, on: int = 2) -> list[Person]:
    """People in a block and the blocks round it, whatever they are there for."""
    found = []
    for other in flow.blocks[max(0, block.index - back) : block.index + on + 1]:
        if other.zone & Zone.RELATED & ~block.zone:
            continue  # another job's people
        if abs(other.start - block.start) <= _CARD_REACH and are_known(other):
            found += [Person(name, other, None, False) for name in flow.names(other)]
    return found


def are_known(block: Block) -> bool:
    """Whether all people of a line are among those near its addresses; in a long line only those are sought who fit."""
    return len(block.text) <= _KNOWN


class _Finder:
    """Collects the people of one page by where their names begin."""

    def __init__(self, flow: Flow, spots: list[int]) -> None:
        self.flow = flow
        self.text = flow.text
        self.spots = spots  # where the stem of a cue stands
        self.people: dict[int, Person] = {}

    def cued_blocks(self) -> list[Block]:
        """The lines that may hold a cue."""
        blocks = {}
        for spot in self.spots:
            block = self.flow.block_at(spot)
            if block is not None and not block.zone & OFF_PAGE:
                blocks[block.index] = block
        if len(blocks) > _MOST_CUED:
            problem = f"{len(blocks):,} lines speak of contacts: only the first {_MOST_CUED} were read."
            self.flow.page.problems.append(problem)
        return [blocks[index] for index in sorted(blocks)[:_MOST_CUED]]

    def cues(self, low: int, high: int) -> list[Match]:
        """The cues of a sentence that may name somebody; most hold but the stem of one, or none."""
        at = bisect_left(self.spots, low)
        if at == len(self.spots) or self.spots[at] >= high or not names.may_stand(self.text, low, high):
            return []
        high = min(high, low + 1_000)
        return cues.matches(self.text[low:high], self.flow.cues, self.flow.lowered[low:high])

    def block(self, block: Block) -> None:
        if len(block.text) <= 70 and self.heading(block):
            return
        if pronouns := [*single.pronouns(self.flow.lowered, block.start, block.end)]:
            for name in single.pointed_to(pronouns, self.flow.names(block)):
                self.add(name, block, "enquiries")
        asked = ""
        for low, high in sentences.split(self.text, block.start, block.end):
            matched = self.cues(low, high)
            if matched and not desks.spoken_of(asked):
                self.sentence(low, high, block, matched, self.flow.names_between(block, low, high))
            asked = self.text[low:high] if self.text.startswith("?", high - 1) else ""  # "Admissions? Contact …"

    def heading(self, block: Block) -> bool:
        """A line that is nothing but a cue: what follows is a card. False if it names somebody itself."""
        matched = [  # "Report to the head of sales" and "good telephone manners" open no card
            (begin, end, cue)
            for begin, end, cue in cues.matches(block.text, self.flow.cues)
            if cue.mode == "ask" or cue.role in _CARD_ROLES or not _WORDS.search(block.text, end)
        ]
        if not matched or self.names_somebody(block, [(begin, end) for begin, end, _ in matched]):
            return False
        if desks.spoken_of(block.text):
            return True
        bare = re.sub(r"[\W\d_]+", " ", block.text).strip()
        if len(bare.split()) > 9 or ("." in block.text and not block.text.endswith((".", ":"))):
            return False
        self.card(block, matched[0][2].role)
        return True

    def card(self, block: Block, role: str) -> None:
        """The people on the lines below a line, up to one that speaks of a desk."""
        passed: list[Block] = []
        for other in self.flow.blocks[block.index + 1 : block.index + 1 + _CARD_LINES]:
            if other.start - block.end > _CARD_REACH or other.zone & OFF_PAGE:
                break
            if other.tag in _HEADINGS and other.tag <= block.tag and not self.flow.names(other):
                break
            passed.append(other)
            if len(other.text) > _LINE or not self.flow.names(other):
                continue  # of a line that names nobody nothing need be known but what the next one is told by
            if any(desks.spoken_of(line.text[:200]) for line in passed):
                break
            passed = []
            self.card_line(other, role, first=other.index == block.index + 1)

    def names_somebody(self, block: Block, cued: list[tuple[int, int]]) -> bool:
        """Whether a line with cues names a person itself, beside what the cues' own words hold."""
        starts = [name.start - block.start for name in self.flow.names(block)]
        return (
            any(not any(begin <= start < end for begin, end in cued) for start in starts)
            or any(single.behind(self.text, block.start + end, block.end) for _, end in cued)
            or any(single.in_a_role(self.text, block.start, block.end))
        )

    def card_line(self, block: Block, role: str, first: bool) -> None:
        if _OTHER_PEOPLE.search(block.text):
            return
        for name in self.flow.names(block):
            alone = len(block.text) - len(name.text) <= 24 or (
                name.start == block.start and _as_role(self.text[name.end : block.end]) is not None
            )
            if name.strength > Strength.SHAPE or (name.strength is Strength.SHAPE and first and alone):
                self.add(name, block, role)

    def sentence(self, low: int, high: int, block: Block, matched: list[Match], found: list[Name]) -> None:
        """Those whom a sentence with cues names, unless it speaks of a desk or of somebody hired."""
        named: list[tuple[Name, str]] = []
        for begin, end, cue in sorted(matched, key=lambda match: match[2].mode):
            if cue.mode == "after":
                pointed = self.after(found, low + end)
            else:
                pointed = self.asked(found, low + begin, low + end)
            named += [(name, cue.role) for name in pointed]
            if name := single.behind(self.text, low + end, high):
                named.append((name, cue.role))
        named += [(name, matched[0][2].role) for name in single.in_a_role(self.text, low, high)]
        sentence = self.text[low:high]
        if named and not _HIRED.search(sentence) and not desks.leads_to(sentence):
            for name, role in named:
                self.add(name, block, role)

    def after(self, found: list[Name], offset: int) -> Iterator[Name]:
        """The first name behind the cue, and those joined to it by commas and *and*."""
        last = offset
        taken = False
        for name in found:
            if name.start < offset or name.strength is Strength.GUESS:
                continue
            gap = self.text[last : name.start]
            if not taken:
                if len(gap) > _GAP or ((name.first_only or name.strength <= Strength.SHAPE) and not self.direct(gap)):
                    return
            elif not _LIST_ON.match(gap) or len(gap) > _GAP:
                return
            yield name
            taken, last = True, name.end

    def asked(self, found: list[Name], begin: int, end: int) -> Iterator[Name]:
        """Names anywhere in a sentence about getting in touch; one known by its shape only right behind the cue."""
        last = end
        for name in found:
            if name.strength is Strength.GUESS:
                continue
            gap = self.text[last : name.start]
            direct = name.start >= end and (self.direct(gap) or (last != end and bool(_LIST_ON.match(gap))))
            if direct or (name.strength > Strength.SHAPE and not name.first_only):
                yield name
                last = name.end

    def direct(self, gap: str) -> bool:
        words = [fold(word) for word in _WORDS.findall(gap)]
        if _DIRECT.match(gap) or (
            words and is_role(words[-1]) and _WORDS.findall(gap)[-1].islower() and gap[-2:-1].isalpha()
        ):
            return True
        return len(gap) <= _GAP and all(word in _FILLING or is_role(word) for word in words)

    def add(self, name: Name, block: Block, role: str) -> None:
        known = self.people.get(name.start)
        if known is None and not _OWNS.match(self.text, name.end) and len(self.people) < _MOST:
            beside = role_beside(self.flow, name, block)
            self.people[name.start] = Person(name, block, beside or role, True)


_WORDS = re.compile(r"[^\W\d_]+")
_FILLING = word_list("filling", "person_titles", "degrees")
# Words for roles that name none by themselves.
_NO_ROLES = word_list("no_roles")
_LABELS = frozenset(("kontakt", "kontaktperson", "ansprechpartner", "ansprechpartnerin", "ansprechperson"))
_PLACES_OF_WORK = word_list("organisations")
_BEFORE_NAME = re.compile(
    r"((?:[^\W\d_][\w&/*\-]{0,30}\s?[,&:]?\s){1,6})(?:(?:Dr|Prof|Mr|Mrs|Ms|Frau|Herrn?|Ing|Mgr|Bc)\.?\s){0,2}$"
)
_BEHIND_NAME = re.compile(
    r"^(?:,?\s?(?:Ph\.?D|M\.?D|MBA|CSc|Dr)\.?)?\s?(?:[,(–—|:/-]|is|ist)\s?(?:our |the |an? |unsere? )?"
    r"((?:\b(?:Sr|Jr|Asst|Assoc)\.|[^.;:()\n|–—]){3,90})",
    re.I,
)
# Where the words of a role end: at how to reach the person.
_ROLE_ENDS = re.compile(
    r"\s(?:at|on|via|by|under|unter|per|tel|t[eé]l[eé]fono?|telefoon|telefonnummer|puh|mobile?|mobil|handy|"
    r"e-?mail|(?:tele)?phone|is|ist|will|can|\+?\d[\d ./-]{5,})\b"
    r"|,\s(?:op|på|auf|au|al|pod|na|naar|til|till|to|for|with|who|t[ée]l|tlf|fon)\b"
    r"|(?<!\bSr)(?<!\bJr)(?<!\bAsst)(?<!\bAssoc)(?<!\bDr)[;.]\s|\s[|•·]\s",
    re.I,
)
_ADDRESS = re.compile(r"[^\s,]{0,64}@")


def role_beside(flow: Flow, name: Name, block: Block) -> str | None:
    """The role written beside a name: behind it on the line, before it, or alone on the next or the last line."""
    text = flow.text
    behind = _BEHIND_NAME.match(_ADDRESS.split(text[name.end : min(block.end, name.end + 140)], maxsplit=1)[0])
    if behind and (role := _as_role(behind[1])):
        return role
    line = text[max(block.start, name.start - 90) : name.start]
    near = any(map(_ends_a_role, line.split()[-3:]))  # two titles may stand between, no more
    if near and (before := _BEFORE_NAME.search(line)) and (role := _trailing_role(before[1])):
        return role
    if len(block.text) - len(name.text) > 24:
        return None
    blocks = flow.blocks
    beside = [blocks[index] for index in (block.index + 1, block.index - 1) if 0 <= index < len(blocks)]
    if len(beside) == 2 and beside[0].tag in _HEADINGS and beside[1].tag in _HEADINGS:
        beside = beside[1:]  # the heading below is the next one's
    close = (other for other in beside if abs(other.start - block.start) < 160)
    return next((role for other in close if (role := _as_role(other.text))), None)


def _as_role(words: str) -> str | None:
    """``words`` cut to the role they begin with, or None if they hold no word for one."""
    words = _ADDRESS.split(words, maxsplit=1)[0]
    head = _ROLE_ENDS.split(words, maxsplit=1)[0].strip(" ,-–:/|")
    parts = head.split()
    if not parts or len(parts) > 10 or fold(parts[0]) in _PLACES_OF_WORK or names.find(head):
        return None
    folded = [fold(part.strip(",.&/()*:")) for part in parts]
    return head if any(is_role(word) and word not in _NO_ROLES for word in folded) else None


def _ends_a_role(word: str) -> bool:
    return is_role(fold(word.strip(",&/()*:"))) or word in _WITHIN_ROLES


_WITHIN_ROLES = ("of", "&", "and", "de", "für", "for")


def _trailing_role(words: str) -> str | None:
    """The role that ends right before a name: ``please contact our HR Manager`` gives ``HR Manager``."""
    parts = words.split()
    kept: list[str] = []
    for part in reversed(parts):
        if not _ends_a_role(part):
            break
        kept.insert(0, part)
    while kept and (kept[0] in _WITHIN_ROLES or fold(kept[0].strip(",:")) in _LABELS):
        kept = kept[1:]
    role = " ".join(kept).strip(" ,:").rpartition(": ")[2]
    return None if all(fold(word) in _NO_ROLES for word in role.split()) else role
