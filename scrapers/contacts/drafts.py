"""Contacts in the making: what is gathered of one person or desk before it is judged as a whole."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from scrapers.contacts import desks
from scrapers.contacts.names import Strength
from scrapers.contacts.people import Person
from scrapers.contacts.sightings import Sighting
from scrapers.contacts.spelling import same_person


@dataclass(slots=True)
class Draft:
    """A contact in the making."""

    person: Person | None = None
    sightings: list[Sighting] = field(default_factory=list)

    @property
    def numbers(self) -> set[str]:
        """Its telephone numbers."""
        return {sighting.value for sighting in self.sightings if sighting.channel == "phone"}

    @property
    def mails(self) -> set[str]:
        """Its e-mail addresses."""
        return {sighting.value for sighting in self.sightings if sighting.channel == "email"}

    @property
    def is_firm(self) -> bool:
        """Whether the name is the firm's: its address for applications holds it, ``careers@janedoe.…`` "Jane Doe"."""
        if self.person is None or self.person.name.strength is Strength.TITLED or len(self.person.name.words) < 2:
            return False
        joined = re.sub(r"[^a-z0-9]", "", "".join(self.person.name.words))
        hiring = (mail.partition("@") for mail in self.mails)
        return any(desks.HIRING_LOCAL.match(local) and joined in domain.replace("-", "") for local, _, domain in hiring)

    @property
    def place(self) -> int:
        """Where on the page it is first met."""
        starts = [sighting.start for sighting in self.sightings]
        return min([*starts, self.person.name.start] if self.person else starts, default=0)


def draft_of(drafts: list[Draft], person: Person) -> Draft:
    """The draft of this person, by any spelling of the name; a new one if there is none."""
    for draft in drafts:
        if draft.person is not None and same_person(draft.person.name.text, person.name.text):
            draft.person = _fuller(draft.person, person)
            return draft
    drafts.append(Draft(person))
    return drafts[-1]


def _fuller(one: Person, other: Person) -> Person:
    """The person with the fuller name; named if either is, with the role of the one that has it."""
    first, second = (one, other) if len(one.name.words) >= len(other.name.words) else (other, one)
    if not first.named and len(second.name.words) > 1 and first.name.text.startswith(second.name.text + " "):
        first, second = second, first  # what stands behind the name there is another line's
    return Person(first.name, first.block, first.role or second.role, one.named or other.named)
