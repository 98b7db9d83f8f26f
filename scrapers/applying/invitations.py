"""Sentences that say to apply, and the ways they name: an address to send to, a form on the web, post, a number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from scrapers.applying.addresses import Addresses
from scrapers.applying.paragraphs import paragraph, split
from scrapers.applying.words import (
    APPLY,
    BOTH,
    CALL,
    FETCH,
    GO,
    NO_BUTTON,
    NUMBER,
    OF_JOBS,
    ONLINE,
    OTHER_PAGE,
    PAPERS,
    POST,
    QUESTIONS,
    REAL_PAPERS,
    REFUSES,
    RIGHT_BEFORE,
    SEND,
    SEND_US,
    SENT_TO,
    THERE,
    TO_READ,
    TOWARDS,
    WEB_ADDRESS,
    Heard,
    Words,
    by_mail,
    words_of,
)
from scrapers.facts import Facts
from scrapers.lazy import cached_property
from scrapers.page import Block
from scrapers.posting import Apply, Contact
from scrapers.spoken import spoken
from scrapers.values import Found

_REACH = 600  # characters round an address in which its sentence is looked for
_SHORT = 90  # the longest line of an address that stands below a sentence
_LINES = 8  # and how many there are at most
_NEAR = 60  # characters between what is sent and the address
_FAR = 80  # and between the word of sending and what is sent
_MOST = 300  # sentences that are read
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "dt"))


@dataclass(frozen=True, slots=True)
class Invitation:
    """A way to apply that a sentence names, where in the page's text, and whether it gives the address itself."""

    at: int
    found: Found[Apply]
    given: bool


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence about applying, its words, and where in ``said`` (lower case) it comes to that."""

    low: int
    high: int
    said: str
    heard: Heard
    sends: bool
    begins: int


class Invitations:
    """The sentences of one page that say to apply. ``contacts`` are the page's own: to no other address one applies."""

    def __init__(self, facts: Facts, contacts: Sequence[Contact]) -> None:
        self.facts = facts
        self.page = facts.page
        self.contacts = contacts
        self.addresses = Addresses(facts, contacts)
        self._signed: dict[int, list[tuple[int, int]]] = {}

    @cached_property
    def words(self) -> Words:
        """The words of the page's languages."""
        return words_of(spoken(self.page.lower, self.page.lang))

    def given(self) -> Found[Apply] | None:
        """The first way to apply whose address a sentence of the page gives."""
        unseen = min(self.unseen(), key=lambda way: way.at, default=None)
        for low, high in sorted(self.near()):
            if unseen and unseen.at < low:
                break
            way = self.address(one) if (one := self.sentence(low, high)) else None
            if way and way.given:
                return way.found
        return unseen.found if unseen else None

    def told(self) -> Found[Apply] | None:
        """How the page says to apply, where no sentence gives the address: the first to say how, else one to send."""
        bare: Invitation | None = None
        for low, high in self.spans():
            if one := self.sentence(low, high):
                if way := self.address(one) or self.manner(one):
                    return way.found
                bare = bare or self.bare(one)
        return bare.found if bare else None

    # Sentences.

    def near(self) -> set[tuple[int, int]]:
        """The sentences that may be about applying round any address, and those that lead to one with a colon."""
        found: set[tuple[int, int]] = set()
        for spot in self.addresses.spots()[:_MOST]:
            found.update(self.at(spot))
            found.update(self.above(spot))
        for spot in islice(self.addresses.inline(), _MOST):
            found.update(self.at(spot))
        return found

    def at(self, spot: int) -> Sequence[tuple[int, int]]:
        """The sentences with a sign of applying in the line that holds a spot, in a long one those near it."""
        block = self.page.block_at(spot)
        return () if block is None or block.zone & self.facts.SURROUNDINGS else self.signed(block, spot)

    def above(self, spot: int) -> Iterator[tuple[int, int]]:
        """The sentences that end with a colon above a short line."""
        block = self.page.block_at(spot)
        if block is None or len(block.text) > _SHORT:
            return
        for above in reversed(self.page.blocks[max(0, block.index - _LINES) : block.index]):
            if above.text.endswith(":"):
                yield from (span for span in self.signed(above, above.end) if span[1] == above.end)
            if len(above.text) > _SHORT:
                return

    def spans(self) -> Iterator[tuple[int, int]]:
        """The sentences of the content with a sign of applying."""
        done = 0
        for block in islice(self.page.containing(*self.words.signs), _MOST):
            if not block.zone & self.facts.SURROUNDINGS:
                for low, high in self.signed(block):
                    if low >= done:
                        yield low, high
                        done = high

    def signed(self, block: Block, spot: int | None = None) -> list[tuple[int, int]]:
        """The sentences of a line with a sign of applying, as offsets: all, or those near a spot."""
        if spot is None or block.end - block.start < _REACH:
            if block.index not in self._signed:
                self._signed[block.index] = self.within(*paragraph(self.page, block))
            return self._signed[block.index]
        start, end = paragraph(self.page, block)
        return self.within(max(start, spot - _REACH), min(end, spot + _REACH))

    def within(self, start: int, end: int) -> list[tuple[int, int]]:
        """The sentences between two offsets that have a sign of applying."""
        lower, signs = self.page.lower, self.words.signs
        if not any(map(lower[start:end].__contains__, signs)):
            return []
        return [span for span in split(self.page.text, start, end) if any(map(lower[slice(*span)].__contains__, signs))]

    def sentence(self, low: int, high: int) -> _Sentence | None:
        """A sentence, if it is about applying and no mere question."""
        said = self.page.lower[low:high].replace("\n", " ")
        heard = self.words.hear(said)
        senses = heard.senses
        if not senses & (APPLY | PAPERS) or not senses & (APPLY | SEND | POST | CALL) or REFUSES.search(f" {said}"):
            return None
        sends = sends_papers(heard)
        if senses & QUESTIONS and not sends:
            return None
        marks = (heard.first(SEND | APPLY) or heard.first(POST | CALL), GO.search(f" {said}"))
        begins = min(mark[0] if isinstance(mark, tuple) else mark.start() for mark in marks if mark)
        return _Sentence(low, high, said, heard, sends, begins)

    def invitation(self, one: _Sentence, way: Apply, at: int, *, end: int = 0, given: bool = False) -> Invitation:
        """A way with the words that name it: the sentence, to the end of the line below that gives the address."""
        node = self.page.node_at(at) or self.page.soup
        text = self.page.text[one.low : end or one.high].replace("\n", " ")
        return Invitation(at, self.facts.at(way, node, text), given)

    # Addresses.

    def address(self, one: _Sentence) -> Invitation | None:
        """The way whose address stands first in a sentence, else in the lines below it."""
        places = [*self.mailed(one), *self.linked(one), *self.urls(one)]
        if not places:
            return self.below(one) if one.sends else None
        at, way = min(places, key=lambda place: place[0])
        return self.invitation(one, way, at, given=way.by == "email" or not TO_READ.search(one.said))

    def mailed(self, one: _Sentence) -> Iterator[tuple[int, Apply]]:
        """An address to send to: the one closest behind a word of sending; without one, close behind the papers."""
        mails = self.addresses.mails_between(one.low, one.high)
        if mails and one.sends:
            verbs = [start + one.low for start, _end, senses in one.heard.hits if senses & SEND]
            gaps = [(at - verb, at, email) for at, email in mails for verb in verbs if at >= verb]
            at, email = min(gaps)[1:] if gaps else mails[0]
            yield at, Apply("email", email)
        elif mails:
            at, email = mails[0]
            if one.heard.has(PAPERS | APPLY, at - one.low - _NEAR, at - one.low):
                yield at, Apply("email", email)

    def urls(self, one: _Sentence) -> Iterator[tuple[int, Apply]]:
        """A web address written out, that the words right before it lead to."""
        if "www." not in one.said and "/" not in one.said:
            return
        for match in WEB_ADDRESS.finditer(one.said, one.begins):
            before = one.said[max(0, match.start() - 24) : match.start()]
            if before[-1:] != "@" and (TOWARDS.search(before) or RIGHT_BEFORE.search(before)):
                at = one.low + match.start()
                yield at, Apply("web", self.page.text[at : one.low + match.end()].rstrip(".,;)"))

    def linked(self, one: _Sentence) -> Iterator[tuple[int, Apply]]:
        """A link in the sentence, where its words or those before it lead there."""
        for link in self.addresses.links_between(one.low, one.high):
            at = link.start - one.low
            if at < one.begins or not link.href.startswith(("http", "/")) or OTHER_PAGE.search(link.href):
                continue
            if NO_BUTTON.search(link.text.lower()):
                continue
            towards = TOWARDS.search(one.said, max(0, at - 20), at)
            to_person = towards and towards[0].strip() in SENT_TO and not OF_JOBS.search(link.href)
            there = THERE.search(link.text.lower()) or RIGHT_BEFORE.search(one.said, max(0, at - 20), at)
            if len(link.text) < len(one.said) - 2 and (there or (towards and not to_person)):
                yield link.start, Apply("web", self.page.absolute(link.href))

    def below(self, one: _Sentence) -> Invitation | None:
        """The address in the short lines right below a sentence; given by it where a colon leads there."""
        block = self.page.block_at(one.high - 1)
        if block is None or one.high < block.end - 2:
            return None
        given = one.said.rstrip().endswith(":")
        for line in self.page.blocks[block.index + 1 : block.index + 1 + _LINES]:
            low = line.text.lower()
            if line.zone & self.facts.SURROUNDINGS or len(low) > _SHORT or line.tag in _HEADINGS:
                break
            if self.words.hear(low).senses & QUESTIONS:
                break
            for at, email in self.addresses.mails_between(line.start, line.end):
                return self.invitation(one, Apply("email", email), at, end=line.end, given=given)
            if given and (match := WEB_ADDRESS.match(low)):
                written = line.text[: match.end()].rstrip(".,;)")
                return self.invitation(one, Apply("web", written), line.start, end=line.end, given=True)
            if by_mail(low):
                return self.invitation(one, Apply("email"), line.start, end=line.end)
        return None

    # Manners.

    def manner(self, one: _Sentence) -> Invitation | None:
        """How a sentence says to apply, where it gives no address."""
        said, heard = one.said, one.heard
        mail = by_mail(said) if one.sends and heard.senses & (APPLY | REAL_PAPERS) else None
        if (number := NUMBER.search(said)) and not (mail and mail.start() < number.start()):
            phone, call = self.addresses.phone(said), heard.first(CALL)
            if phone or (call and NUMBER.search(said, call[1], call[1] + _NEAR)):
                return self.invitation(one, Apply("phone", phone), one.low)
        if mail:
            return self.invitation(one, Apply("email", self.addresses.nearest(one.low)), one.low)
        post = heard.first(POST, one.begins)
        if heard.senses & APPLY and heard.first(ONLINE, one.begins) and not (post and FETCH.search(said)):
            return self.invitation(one, Apply("web"), one.low)
        return self.invitation(one, Apply("post"), one.low) if post else None

    def bare(self, one: _Sentence) -> Invitation | None:
        """A sentence that only says to send: where the page gives one address, it is meant."""
        emails = {email for _at, email in self.addresses.mails}
        if len(emails) != 1 or not one.sends or not one.heard.senses & (APPLY | REAL_PAPERS):
            return None
        send = one.heard.first(SEND)
        if send is None or one.said.startswith("appl", send[0]):
            return None
        return self.invitation(one, Apply("email", emails.pop()), one.low)

    def unseen(self) -> Iterator[Invitation]:
        """What a contact's own sentence says, where its address is not in the text: spelt out, or in the data."""
        shown = {email for _at, email in self.addresses.mails}
        for contact in self.contacts:
            evidence = contact.evidence
            if (
                evidence
                and contact.emails
                and contact.emails[0] not in shown
                and self.asks_to_send(evidence.text.lower())
            ):
                at = self.page.text.find(evidence.text[:_SHORT]) % (len(self.page.text) + 1)
                yield Invitation(
                    at, Found(Apply("email", contact.emails[0]), evidence.text, evidence.where), given=True
                )

    def asks_to_send(self, said: str) -> bool:
        """Whether a text says to send one's papers."""
        return not REFUSES.search(f" {said}") and sends_papers(self.words.hear(said))


def sends_papers(heard: Heard) -> bool:
    """Whether a sentence says to send one's papers; to ask for more about the job is something else."""
    send = heard.first(SEND)
    if send is None or not heard.senses & PAPERS:
        return False
    asks = heard.first(QUESTIONS)
    if asks is None or heard.has(PAPERS, send[1], send[1] + _FAR):
        return True
    return bool(BOTH.match(heard.said, asks[0]) or SEND_US.search(heard.said))
