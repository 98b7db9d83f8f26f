"""The people behind a posting: whom to follow up with, what is not for following up, and what they wish."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache, partial

from scrapers.contacts import declared, desks, people, regions, sightings, verdicts, wishes
from scrapers.contacts.drafts import Draft
from scrapers.contacts.flow import Flow
from scrapers.contacts.joining import Joiner
from scrapers.contacts.names import Strength
from scrapers.contacts.people import Person
from scrapers.contacts.phones import Numbering
from scrapers.contacts.sightings import Sighting
from scrapers.contacts.spelling import same_person, spelled_alike
from scrapers.contacts.verdicts import Verdict
from scrapers.page import Page, Zone
from scrapers.posting import Contact, Evidence, Kind, Other, Wishes
from scrapers.structured import types

__all__ = ["Found", "find"]


_CARD_LINE = 160  # characters of the longest line of a card
_ONE_BREATH = re.compile(
    r"[\s,;/|·•(–-]{0,4}(?:(?:or|and|oder|und|ou|et|o|y|e|of|en|eller|og|och|nebo|lub|tai|call|on|at|by|under|unter|au|al|op|på|na|pod|tel\.?|phone|telefon)[\s.:]{1,2}){0,3}"
    r"[+(]{0,2}",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Found:
    """What a page says of whom to follow up with, whom not, and how they wish to be approached."""

    contacts: tuple[Contact, ...] = ()
    others: tuple[Other, ...] = ()
    wishes: Wishes = field(default_factory=Wishes)
    said: Evidence | None = None  # the sentence that states the wish about calls, and where it stood


def find(
    page: Page,
    *,
    country: str | None = None,
    language: str | None = None,
    employer: str | None = None,
    kind: Kind = "posting",
) -> Found:
    """Read the contacts of a page.

    ``country`` (ISO 3166) decides how national numbers are read; ``language`` (ISO 639-1) is asked where it is None.
    ``employer`` helps to tell the employer's own addresses from the job board's. Walls and lists have no contacts.
    """
    numbering = cache(partial(regions.of, page, country, language))
    found = _Finder(page, numbering, employer).find()
    for inner in _described(page):
        found = _merged(found, _Finder(inner, numbering, employer).find(where="json-ld"))
    if kind in ("wall", "list"):
        return Found((), found.others, found.wishes, found.said)
    return found


def _described(page: Page) -> list[Page]:
    """The description in JSON-LD as a page of its own, where the page itself does not show it; microdata is shown."""
    jobs = [item for item in page.json_ld if "JobPosting" in types(item)]
    description = jobs[0].get("description") if len(jobs) == 1 else None
    if not isinstance(description, str) or ("@" not in description and len(page.text) > 3_000):
        return []
    inner = Page(description if "<" in description else description.replace("\n", "<br>"))
    middle = inner.blocks[len(inner.blocks) // 2].text[:80] if inner.blocks else ""
    return [] if not middle or middle in page.text else [inner]


class _Finder:
    """The steps from sightings to contacts on one page."""

    def __init__(self, page: Page, numbering: Numbering, employer: str | None) -> None:
        self.page = page
        self.flow = Flow(page)
        self.numbering = numbering
        self.judge = verdicts.Judge(self.flow, employer)
        self.verdicts: dict[tuple[str, int], Verdict] = {}

    def find(self, where: str | None = None) -> Found:
        """All steps; ``where`` overrides the place in the evidence."""
        sighted = [
            sighting for sighting in sightings.collect(self.flow, self.numbering) if not sighting.zone & Zone.CONTROL
        ]
        others: dict[str, str] = {}
        kept: list[Sighting] = []
        for sighting in sighted:
            verdict = self.verdicts[sighting.value, sighting.start] = self.judge.verdict(sighting)
            if verdict.why is None:
                kept.append(sighting)
            else:
                others.setdefault(sighting.value, verdict.why)
        named = people.find(self.flow)
        kept = self.without_frame(self.without_companions(sighted, kept, others), named, others)
        drafts = Joiner(self.flow, named).join(kept)
        contacts = [self.contact(draft, where) for draft in self.without_crowd(self.parted(drafts), others)]
        contacts = _with_declared(contacts, declared.find(self.page.typed("JobPosting"), self.numbering))
        taken = {value for contact in contacts for value in (*contact.emails, *contact.phones)}
        wished = wishes.find(self.flow, kept)
        return Found(
            tuple(contacts),
            tuple(Other(value, why) for value, why in others.items() if value not in taken),
            wished,
            self.said(wished, where),
        )

    def said(self, wished: Wishes, where: str | None) -> Evidence | None:
        """Where the sentence about calls stood."""
        at = self.flow.text.find(wished.text) if wished.text else -1
        block = self.flow.block_at(at) if at >= 0 else None
        if wished.text is None:
            return None
        return Evidence(wished.text, where or (self.page.where(block.node) if block else "html"))

    def without_companions(
        self, sighted: list[Sighting], kept: list[Sighting], others: dict[str, str]
    ) -> list[Sighting]:
        """A number beside the address of a desk that is not for following up is that desk's: "support@… or 206-…"."""
        mails = [sighting for sighting in sighted if sighting.channel == "email"]
        left = []
        for sighting in kept:
            beside = (
                [mail for mail in mails if self.in_one_breath(mail, sighting)] if sighting.channel == "phone" else []
            )
            if beside and all(mail.value in others for mail in beside):
                others.setdefault(sighting.value, others[beside[0].value])
            else:
                left.append(sighting)
        return left

    def in_one_breath(self, mail: Sighting, number: Sighting) -> bool:
        """Whether an address stands right before a number, with "or" or a comma between."""
        gap = self.flow.text[mail.end : number.start]
        return mail.block is number.block and mail.end <= number.start and bool(_ONE_BREATH.fullmatch(gap))

    def without_frame(self, kept: list[Sighting], named: list[Person], others: dict[str, str]) -> list[Sighting]:
        """Header and footer addresses count only where the page offers nothing better, or for whom it names."""
        better = {sighting.value for sighting in kept if not self.verdicts[sighting.value, sighting.start].general}
        if not better or len(better) == len({sighting.value for sighting in kept}):
            return kept
        mails = {sighting.value for sighting in kept if sighting.channel == "email"} - better
        better |= {mail for mail in mails for person in named if spelled_alike(mail, person.name.text) == 3}
        for sighting in kept:
            if sighting.value not in better:
                others.setdefault(sighting.value, "the site's general address")
        return [sighting for sighting in kept if sighting.value in better]

    def is_asked(self, sighting: Sighting) -> bool:
        """Whether the words round a sighting invite to turn there."""
        return self.verdicts[sighting.value, sighting.start].asked

    def parted(self, drafts: list[Draft]) -> list[Draft]:
        """Desks apart from what stands near them by chance: where it is asked to turn, and where it is not."""
        found = []
        for draft in drafts:
            asked = {sighting.value for sighting in draft.sightings if self.is_asked(sighting)}
            blocks = {id(sighting.block) for sighting in draft.sightings if sighting.value in asked}
            near = [each for each in draft.sightings if each.value in asked or id(each.block) in blocks]
            far = [each for each in draft.sightings if each not in near]
            found += [Draft(None, near), Draft(None, far)] if near and far and draft.person is None else [draft]
        return found

    def without_crowd(self, drafts: list[Draft], others: dict[str, str]) -> list[Draft]:
        """Where the page says whom to turn to, a list of three and more colleagues with their addresses is left out."""
        crowd = [
            draft
            for draft in drafts
            if draft.person
            and not draft.person.named
            and draft.sightings
            and all(each.block and len(each.block.text) <= _CARD_LINE for each in draft.sightings)
            and not any(map(self.is_asked, draft.sightings))
        ]
        if len(crowd) < 3 or not any(self.is_asked(each) for draft in drafts for each in draft.sightings):
            return drafts
        for draft in crowd:
            others.update((sighting.value, "a colleague, not named for this job") for sighting in draft.sightings)
        return [draft for draft in drafts if draft not in crowd]

    def contact(self, draft: Draft, where: str | None) -> Contact:
        mails = list(dict.fromkeys(s.value for s in draft.sightings if s.channel == "email"))
        numbers = list(dict.fromkeys(s.value for s in draft.sightings if s.channel == "phone"))
        person = draft.person
        return Contact(
            name=person.name.text if person else None,
            role=person.role if person else self.desk_role(mails),
            emails=tuple(mails),
            phones=tuple(numbers),
            sure=self.sure(draft),
            evidence=self.evidence(draft, where),
        )

    def sure(self, draft: Draft) -> bool:
        """Sure only where the page itself says to turn there, in so many words, and every value is beyond doubt.

        It says so beside the value, or names the person whose name the address holds.
        """
        if not draft.sightings:
            return bool(draft.person and draft.person.named and draft.person.name.strength > Strength.SHAPE)
        judged = [self.verdicts[sighting.value, sighting.start] for sighting in draft.sightings]
        certain = all(sighting.certain for sighting in draft.sightings)
        named = draft.person and draft.person.named and draft.person.name.text
        theirs = named and any(mail for mail in draft.mails if spelled_alike(mail, named) >= 2)
        asked = theirs or any(verdict.asked for verdict in judged)
        return bool(certain and asked and not any(verdict.general or verdict.doubted for verdict in judged))

    def desk_role(self, mails: list[str]) -> str | None:
        return "applications" if any(desks.HIRING_LOCAL.match(mail.partition("@")[0]) for mail in mails) else None

    def evidence(self, draft: Draft, where: str | None) -> Evidence:
        spot = draft.sightings[0].start if draft.sightings else draft.person.name.start if draft.person else 0
        block = self.flow.block_at(spot)
        if block is None:
            return Evidence(draft.sightings[0].value if draft.sightings else "", where or "html")
        low, high = self.flow.sentence(spot, block)
        node = (draft.sightings[0].node if draft.sightings else None) or block.node
        return Evidence(self.flow.text[low:high][:300], where or self.page.where(node))


def _with_declared(contacts: list[Contact], stated: list[Contact]) -> list[Contact]:
    for contact in stated:
        twin = next((i for i, other in enumerate(contacts) if _same(other, contact)), None)
        if twin is None:
            contacts.append(contact)
        else:
            contacts[twin] = _joined(contacts[twin], contact)
    return contacts


def _same(one: Contact, other: Contact) -> bool:
    if one.name and other.name:
        return same_person(one.name, other.name)
    return bool(set(one.emails) & set(other.emails) or set(one.phones) & set(other.phones))


def _joined(one: Contact, other: Contact) -> Contact:
    return replace(
        one,
        name=one.name or other.name,
        role=one.role or other.role,
        emails=tuple(dict.fromkeys([*one.emails, *other.emails])),
        phones=tuple(dict.fromkeys([*one.phones, *other.phones])),
        sure=one.sure or other.sure,
    )


def _merged(one: Found, other: Found) -> Found:
    contacts = _with_declared(list(one.contacts), list(other.contacts))
    known = {entry.value for entry in one.others} | {v for c in contacts for v in (*c.emails, *c.phones)}
    others = [*one.others, *(entry for entry in other.others if entry.value not in known)]
    return Found(
        tuple(contacts), tuple(others), *((one.wishes, one.said) if one.wishes.text else (other.wishes, other.said))
    )
