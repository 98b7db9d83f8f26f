"""Which address belongs to which person, and which sightings are one contact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from scrapers.contacts import cards, cues, desks, names, people, sentences
from scrapers.contacts.drafts import Draft, draft_of
from scrapers.contacts.flow import Flow
from scrapers.contacts.names import Name, Strength
from scrapers.contacts.people import Person
from scrapers.contacts.sightings import Sighting
from scrapers.contacts.spelling import same_person, spelled_alike
from scrapers.contacts.vocabulary import fold, is_given
from scrapers.page import Block

_CARD_BACK, _CARD_REACH, _LONG_LINE, _BESIDE = 6, 300, 200, 150
_TWO_NAMES = re.compile(r"^[a-z]{2,}[._-][a-z]{2,}(?:[._-][a-z]{2,})?$")
_ATTENTION = re.compile(
    r"^[\s,;(\-–]{0,4}(?:(?:for |to )?(?:the )?att(?:entio)?n|att|z\.?\s?hd|t\.?a\.?v|c/o|a/c|"
    r"k rukám|do rąk|aos? cuidados?|alla (?:cortese )?attenzione|a la atenci[óo]n|à l['’]attention)",
    re.I,
)


_TO_SEND = re.compile(
    r"\b(?:cvs?|r[ée]sum[ée]s?|curricul\w{0,3}|currícul\w{1,2}|applications?|bewerbung\w{0,10}|lebenslauf|candidatures?|"
    r"sollicitatie\w{0,4}|motivatie\w{0,6}|ansökan|ansøgning\w{0,3}|søknad\w{0,3}|hakemu\w{1,6}|životopis\w{0,3})\b",
    re.I,
)
_IN_BRACKETS = re.compile(r"^ ?\((?:[^\W\d_][\w.-]{0,30} ){0,3}$")  # "… 030 23125 123 (office manager Ms. Doe)"
# Behind a name: the number meant is shown elsewhere on the page.
_NUMBER_SHOWN = re.compile(
    r"[^.!?\d]{0,30}?\b(?:on|at|via|using|unter|op|au|på)\s(?:the|this|our|der|het|le|ce)\s(?:[\w-]+\s)?num", re.I
)
_OR_ELSE = re.compile(r"^[\s,;(]{0,3}(?:or|oder|ou|of|eller|nebo|lub|o)\s[^\W\d_]{3}", re.I)


class Joiner:
    """Joins the sightings of one page to its people."""

    def __init__(self, flow: Flow, named: list[Person]) -> None:
        self.flow = flow
        self.named = named
        self.pool: dict[int, Person] = {person.name.start: person for person in named}
        self.owners: dict[str, Person] = {}
        self.sightings: list[Sighting] = []

    def join(self, sightings: list[Sighting]) -> list[Draft]:
        """One draft for each person and each desk that has an address, then the people named without one."""
        self.sightings = sightings
        for sighting in sightings:
            if sighting.block is not None:
                for person in people.near(self.flow, sighting.block):
                    self.pool.setdefault(person.name.start, person)
        drafts: list[Draft] = []
        loose: list[Sighting] = []
        for sighting in sorted(sightings, key=lambda each: each.channel):  # e-mails first: numbers follow them
            owner = self.owner(sighting)
            if owner is None:
                loose.append(sighting)
            else:
                self.owners.setdefault(sighting.value, owner)
                draft_of(drafts, owner).sightings.append(sighting)
        for person in self.named:
            draft_of(drafts, person)
        for sighting in loose:
            self.settle(drafts, sighting)
        for draft in drafts:
            if draft.is_firm:
                draft.person = None
        self.point(drafts)
        for draft in drafts:
            if draft.person is not None and draft.person.role is None:
                name, block = draft.person.name, draft.person.block
                draft.person = replace(draft.person, role=people.role_beside(self.flow, name, block))
        return sorted(drafts, key=lambda draft: draft.place)

    def point(self, drafts: list[Draft]) -> None:
        """ "Call Jane on the number shown": hers is the page's one number, wherever it stands."""
        numbers = {sighting.value for sighting in self.sightings if sighting.channel == "phone"}
        if len(numbers) != 1:
            return
        for draft in drafts:
            if draft.person and draft.person.named and not draft.sightings:
                name, block = draft.person.name, draft.person.block
                if _NUMBER_SHOWN.match(self.flow.text, name.end, min(block.end, name.end + 60)):
                    desk = next((other for other in drafts if other.person is None and other.numbers == numbers), None)
                    draft.sightings = [each for each in self.sightings if each.value in numbers]
                    if desk and not desk.mails:
                        drafts.remove(desk)
                    return

    def settle(self, drafts: list[Draft], sighting: Sighting) -> None:
        """A sighting without a person: to the draft that already has its value, or to a desk close by."""
        for draft in drafts:
            if any(other.value == sighting.value for other in draft.sightings):
                draft.sightings.append(sighting)
                return
        for draft in drafts:
            if draft.person is None and any(_beside(other, sighting) for other in draft.sightings):
                draft.sightings.append(sighting)
                return
        drafts.append(Draft(None, [sighting]))

    def owner(self, sighting: Sighting) -> Person | None:
        """The person a sighting belongs to, by the strongest ground there is."""
        return (
            self.owners.get(sighting.value)
            or self.by_link(sighting)
            or (self.by_spelling(sighting) if sighting.channel == "email" else None)
            or self.by_line(sighting)
            or self.by_card(sighting)
            or (self.by_mail_beside(sighting) if sighting.channel == "phone" else None)
        )

    def by_link(self, sighting: Sighting) -> Person | None:
        """The link's own words are the name."""
        if not sighting.shown or sighting.block is None:
            return None
        within = [person for start, person in self.pool.items() if sighting.start <= start < sighting.end]
        return max(within, key=lambda person: spelled_alike(sighting.value, person.name.text), default=None)

    def by_spelling(self, sighting: Sighting) -> Person | None:
        """The person the address is spelled like: first of those about, then of the whole page."""
        ranked = [
            (self.alike(sighting, person.name), person.named, -abs(person.name.start - sighting.start), start)
            for start, person in self.pool.items()
        ]
        best = max(ranked, default=None)
        if best and (best[0] >= 2 or (best[0] == 1 and -best[2] < _CARD_REACH)):
            return self.pool[best[3]]
        return None if desks.is_desk(sighting.value) else self.by_spelling_anywhere(sighting)

    def alike(self, sighting: Sighting, name: Name) -> int:
        """How far the address is spelled like the name; for a mere guess at a name the surname must be there."""
        score = spelled_alike(sighting.value, name.text)
        return score if score == 3 or name.strength > Strength.GUESS else 0

    def by_spelling_anywhere(self, sighting: Sighting) -> Person | None:
        """A name elsewhere on the page whose surname the address holds."""
        local = sighting.value.partition("@")[0]
        for part in sorted(re.findall(r"[a-z]{4,}", local), key=len, reverse=True):
            for stem in dict.fromkeys((part, part[1:])):
                for at in self.places(stem):
                    if person := self.spelled_at(sighting, at):
                        return person
        return None

    def places(self, stem: str) -> Iterator[int]:
        """Where on the page a part of an address stands, the first few times."""
        at = self.flow.lowered.find(stem) if len(stem) >= 4 else -1
        for _ in range(8):
            if at < 0:
                return
            yield at
            at = self.flow.lowered.find(stem, at + 1)

    def spelled_at(self, sighting: Sighting, at: int) -> Person | None:
        """The name round an offset, if the address is spelled like it."""
        block = self.flow.block_at(at)
        if block is None or (sighting.start <= at < sighting.end and people.are_known(block)):
            return None  # whoever stands beside the address itself
        for name in names.find(self.flow.text, max(block.start, at - 60), min(block.end, at + 60)):
            certain = name.strength > Strength.SHAPE or fold(name.text)[0] == sighting.value[0]
            if certain and not name.first_only and spelled_alike(sighting.value, name.text) == 3:
                return Person(name, block, people.role_beside(self.flow, name, block), False)
        return None

    def by_line(self, sighting: Sighting) -> Person | None:
        """The last name before it on its line; else the first behind it, if that is who it is for."""
        block = sighting.block
        if block is None:
            return None
        line = [
            person
            for start, person in self.pool.items()
            if block.start <= start < block.end and self.may_own(person, sighting)
        ]
        before = [person for person in line if person.name.start < sighting.start and self.reaches(person, sighting)]
        behind = [person for person in line if person.name.start >= sighting.end]
        first = min(behind, key=lambda person: person.name.start, default=None)
        between = self.flow.text[sighting.end : first.name.start] if first else ""
        if before and not (first and _ATTENTION.match(between)):
            return max(before, key=lambda person: person.name.start)
        if first:
            if _OR_ELSE.search(between) and not spelled_alike(sighting.value, first.name.text):
                return None  # "write to the team at search@…, or contact the chair, Jane Doe"
            if desks.is_desk(sighting.value) and re.search(r"[^\W\d_]{3}", between) and not _ATTENTION.match(between):
                return None  # "write to jobs@… or call Jane Doe"
            near = len(between) <= 40 if first.named else len(between) <= 12
            if (
                _ATTENTION.match(between)
                or cards.names_next(between)
                or _IN_BRACKETS.match(between)
                or (near and not sentences.end_between(self.flow.text, sighting.end, first.name.start))
            ):
                return first
        return None

    def reaches(self, person: Person, sighting: Sighting) -> bool:
        """Whether a name earlier on the line is still spoken of where the sighting stands."""
        text, block = self.flow.text, person.block
        if sighting.channel == "phone" and cards.is_of_an_office(self.flow, person.name.end, sighting):
            return False
        if not sentences.end_between(text, person.name.end, sighting.start):
            # "call Jane Doe or send your CV to jobs@…": the desk that takes applications is named on its own
            unlike = sighting.channel == "email" and not spelled_alike(sighting.value, person.name.text)
            return not (unlike and person.named and _TO_SEND.search(text, person.name.end, sighting.start))
        if not person.named:
            return False
        if sighting.channel == "phone" or not desks.is_desk(sighting.value):
            return True
        low, _ = self.flow.sentence(sighting.start, block)
        before = text[low : sighting.start]  # the desk has a sentence of its own
        return not cues.matches(before, self.flow.cues) and not cues.APPLY.search(before.lower())

    def by_card(self, sighting: Sighting) -> Person | None:
        """The name on the short lines above, as on a card."""
        block = sighting.block
        if (
            block is None
            or len(block.text) > _LONG_LINE
            or self.speaks(block, sighting)
            or cards.is_labelled(self.flow, block)
        ):
            return None
        for other in reversed(self.flow.blocks[max(0, block.index - _CARD_BACK) : block.index]):
            if (
                block.start - other.start > _CARD_REACH
                or len(other.text) > _LONG_LINE
                or cards.opens_slot(self.flow, other)
                or cards.ends(self.flow, other)
            ):
                return None
            if sighting.channel == "phone" and (mails := self.mails_on(other)):
                return self.owners.get(mails[-1].value)  # a number below an address is of whose address it is
            if desks.is_desk(sighting.value) and self.mails_on(other):
                return None  # the person above has an address of their own
            on_line = [person for start, person in self.pool.items() if other.start <= start < other.end]
            mine = [
                person
                for person in on_line
                if self.may_own(person, sighting) and (person.named or cards.is_name(other.text, person.name))
            ]
            if mine:
                return max(mine, key=lambda person: person.name.start)
        return None

    def mails_on(self, block: Block) -> list[Sighting]:
        """The e-mail addresses on a line."""
        return [each for each in self.sightings if each.channel == "email" and each.block is block]

    def speaks(self, block: Block, sighting: Sighting) -> bool:
        """Whether the line is a sentence of its own about calling, and no line of a card."""
        rest = self.flow.text[block.start : sighting.start] + self.flow.text[sighting.end : block.end]
        return sighting.channel == "phone" and len(_WORDS.findall(rest)) > 5

    def by_mail_beside(self, sighting: Sighting) -> Person | None:
        """The owner of the e-mail address on the same line as a number, if there is one such owner only."""
        block = sighting.block
        owners = [
            self.owners[other.value]
            for other in self.sightings
            if other.channel == "email" and other.value in self.owners and other.block is block
            if abs(other.start - sighting.start) < _BESIDE
            and not (other.end < sighting.start and cards.is_of_an_office(self.flow, other.end, sighting))
        ]
        return owners[0] if owners and all(owner is owners[0] for owner in owners) else None

    def may_own(self, person: Person, sighting: Sighting) -> bool:
        """Whether a person beside an address may be its owner: not if it is plainly spelled like somebody else."""
        name = person.name
        known = any(same_person(owner.name.text, name.text) for owner in self.owners.values())
        if name.strength <= Strength.SHAPE and not person.named and not known:
            least = 3 if name.strength is Strength.GUESS else 1
            return sighting.channel == "email" and spelled_alike(sighting.value, name.text) >= least
        if name.first_only and not person.named:
            return False
        if sighting.channel == "phone":
            return True
        if self.has_own(person, sighting) or self.has_another(person, sighting):
            return False
        if desks.is_desk(sighting.value):
            return True
        local = re.sub(r"\d+$", "", sighting.value.partition("@")[0])
        if spelled_alike(sighting.value, name.text) > 0 or not _TWO_NAMES.match(local):
            return True
        return not any(map(is_given, re.split(r"[._-]", local)))

    def has_another(self, person: Person, sighting: Sighting) -> bool:
        """Whether the person already has an address elsewhere, and this one is spelled unlike them."""
        return not spelled_alike(sighting.value, person.name.text) and any(
            value != sighting.value and "@" in value and same_person(owner.name.text, person.name.text)
            for value, owner in self.owners.items()
        )

    def has_own(self, person: Person, sighting: Sighting) -> bool:
        """Whether another address on the line is spelled like the person: the desk beside it is the desk's own."""
        return any(
            other.channel == "email"
            and other.block is sighting.block
            and other.value != sighting.value
            and spelled_alike(other.value, person.name.text) >= 2
            for other in self.sightings
        ) and not spelled_alike(sighting.value, person.name.text)


_WORDS = re.compile(r"[^\W\d_]{2,}")


def _beside(one: Sighting, other: Sighting) -> bool:
    if one.block is None or other.block is None or one.channel == other.channel:
        return False
    return abs(one.block.index - other.block.index) <= 2 and abs(one.start - other.start) < 160
