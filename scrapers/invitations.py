"""Sentences that say to apply, and the ways they name: an address to send to, a form on the web, post, a number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from scrapers.addresses import Addresses
from scrapers.applywords import (
    BOTH,
    BY_E_MAIL,
    GO,
    NO_BUTTON,
    NUMBER,
    OF_JOBS,
    OTHER_PAGE,
    REFUSES,
    RIGHT_BEFORE,
    SENT_TO,
    THERE,
    TO_READ,
    TOWARDS,
    WEB_ADDRESS,
    Words,
    words_of,
)
from scrapers.facts import Facts
from scrapers.page import Block
from scrapers.paragraphs import paragraph, split
from scrapers.posting import Apply, Contact
from scrapers.spoken import spoken
from scrapers.values import Found

_REACH = 600  # characters round an address in which its sentence is looked for
_SHORT = 90  # the longest line of an address that stands below a sentence
_LINES = 8  # and how many there are at most
_NEAR = 60  # characters between what is sent and the address
_MOST = 300  # sentences that are read
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "dt"))


@dataclass(frozen=True, slots=True)
class Invitation:
    """A way to apply that a sentence names, and where in the page's text that stands.

    ``rank`` 0: the sentence gives the address; 1: it says how, or the address stands near; 2: it only says to send.
    """

    at: int
    found: Found[Apply]
    rank: int


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence about applying; ``begins`` is where in ``said``, its text in lower case, it comes to that."""

    low: int
    high: int
    said: str
    sends: bool
    begins: int


class Invitations:
    """The sentences of one page that say to apply. ``contacts`` are the page's own: to no other address one applies."""

    def __init__(self, facts: Facts, contacts: Sequence[Contact]) -> None:
        self.facts = facts
        self.page = facts.page
        self.contacts = contacts
        self.addresses = Addresses(facts, contacts)

    @cached_property
    def words(self) -> Words:
        """The words of the page's languages."""
        return words_of(spoken(self.page.lower, self.page.lang))

    def given(self) -> Found[Apply] | None:
        """The first way to apply whose address a sentence of the page gives."""
        unseen = min(self.unseen(), key=lambda way: way.at, default=None)
        for low, high in sorted({span for spot in islice(self.addresses.spots(), _MOST) for span in self.round(spot)}):
            if unseen and unseen.at < low:
                break
            if (one := self.sentence(low, high)) and (way := self.way(one)) and way.rank == 0:
                return way.found
        return unseen.found if unseen else None

    def told(self) -> Found[Apply] | None:
        """How the page says to apply, where no sentence gives the address: the first to say how, else one to send."""
        sent: Found[Apply] | None = None
        for low, high in self.spans():
            way = self.way(one) if (one := self.sentence(low, high)) else None
            if way and way.rank == 1:
                return way.found
            if way and way.rank == 2:
                sent = sent or way.found
        return sent

    # Sentences.

    def round(self, spot: int) -> Iterator[tuple[int, int]]:
        """The sentence at a spot, if it may be about applying, and those that lead there with a colon from above."""
        block = self.page.block_at(spot)
        if block is None or block.zone & self.facts.SURROUNDINGS:
            return
        yield from (span for span in self.signed(block, spot) if span[0] <= spot < span[1])
        for above in reversed(self.page.blocks[max(0, block.index - _LINES) : block.index]):
            if len(block.text) > _SHORT:
                break
            if above.text.endswith(":"):
                yield from (span for span in self.signed(above, above.end) if span[1] == above.end)
            block = above

    def spans(self) -> Iterator[tuple[int, int]]:
        """The sentences of the content with a sign of applying."""
        done = 0
        for block in islice(self.page.containing(*self.words.signs), _MOST):
            if not block.zone & self.facts.SURROUNDINGS:
                for low, high in self.signed(block):
                    if low >= done:
                        yield low, high
                        done = high

    def signed(self, block: Block, spot: int | None = None) -> Iterator[tuple[int, int]]:
        """The sentences of a line with a sign of applying, as offsets: all, or those near a spot."""
        lower, sign, (start, end) = self.page.lower, self.words.sign, paragraph(self.page, block)
        if spot is not None:
            start, end = max(start, spot - _REACH), min(end, spot + _REACH)
        if sign.search(lower, start, end):
            yield from (span for span in split(self.page.text, start, end) if sign.search(lower, *span))

    def sentence(self, low: int, high: int) -> _Sentence | None:
        """A sentence, if it is about applying and no mere question."""
        said, words = self.page.lower[low:high].replace("\n", " "), self.words
        apply, papers = words.apply.search(said), words.papers.search(said)
        if not (apply or papers):
            return None
        send = words.send.search(said)
        comes = None if apply or send else words.post.search(said) or words.call.search(said)
        if not (apply or send or comes) or REFUSES.search(said):
            return None
        sends, asks = bool(send and papers), words.questions.search(said)
        if asks:
            sends = sends and self.answers(said, send, asks)
            if not sends:
                return None
        marks = (send, apply, comes, GO.search(said))
        return _Sentence(low, high, said, sends, min(mark.start() for mark in marks if mark))

    def answers(self, said: str, send: re.Match[str] | None, asks: re.Match[str]) -> bool:
        """Whether a sentence that speaks of questions says all the same to send one's papers."""
        behind = send is not None and self.words.papers.search(said, send.end(), send.end() + 80)
        return bool(behind or BOTH.match(said, asks.start()))

    def way(self, one: _Sentence) -> Invitation | None:
        """What a sentence names: the first address in it, else one in the lines below, else only a manner."""
        places = [*self.mailed(one), *self.linked(one), *self.urls(one)]
        if places:
            at, way = min(places, key=lambda place: place[0])
            to_read = way.by == "web" and TO_READ.search(one.said)
            return self.invitation(at, one.low, one.high, way, rank=1 if to_read else 0)
        return (self.below(one) if one.sends else None) or self.manner(one)

    def invitation(self, at: int, low: int, high: int, way: Apply, *, rank: int) -> Invitation:
        """A way with the words that name it."""
        node = self.page.node_at(at) or self.page.soup
        return Invitation(at, self.facts.at(way, node, self.page.text[low:high].replace("\n", " ")), rank)

    # Addresses.

    def mailed(self, one: _Sentence) -> Iterator[tuple[int, Apply]]:
        """An address to send to: the one closest behind a word of sending; without one, close behind the papers."""
        mails = self.addresses.mails_between(one.low, one.high)
        if mails and one.sends:
            verbs = [match.start() + one.low for match in self.words.send.finditer(one.said)]
            gaps = [(at - verb, at, email) for at, email in mails for verb in verbs if at >= verb]
            at, email = min(gaps)[1:] if gaps else mails[0]
            yield at, Apply("email", email)
        elif mails:
            at, email = mails[0]
            before = one.said[max(0, at - one.low - _NEAR) : at - one.low]
            if self.words.papers.search(before) or self.words.apply.search(before):
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
        rank = 0 if one.said.rstrip().endswith(":") else 1
        for line in self.page.blocks[block.index + 1 : block.index + 1 + _LINES]:
            low = line.text.lower()
            if line.zone & self.facts.SURROUNDINGS or len(low) > _SHORT or line.tag in _HEADINGS:
                break
            if self.words.questions.search(low):
                break
            for at, email in self.addresses.mails_between(line.start, line.end):
                return self.invitation(at, one.low, line.end, Apply("email", email), rank=rank)
            if rank == 0 and (match := WEB_ADDRESS.match(low)):
                written = line.text[: match.end()].rstrip(".,;)")
                return self.invitation(line.start, one.low, line.end, Apply("web", written), rank=0)
            if BY_E_MAIL.search(low):
                return self.invitation(line.start, one.low, line.end, Apply("email"), rank=1)
        return None

    # Manners.

    def manner(self, one: _Sentence) -> Invitation | None:
        """How a sentence says to apply, where it gives no address."""
        said, words = one.said, self.words
        mail = BY_E_MAIL.search(said) if one.sends and self.means_papers(said) else None
        call = words.call.search(said)
        number = NUMBER.search(said, call.end(), call.end() + 60) if call else None
        phone = self.addresses.phone(said)
        if (call and number and not (mail and mail.start() < call.start())) or (phone and not mail):
            return self.invitation(one.low, one.low, one.high, Apply("phone", phone), rank=1)
        if mail:
            return self.invitation(one.low, one.low, one.high, Apply("email", self.addresses.nearest(one.low)), rank=1)
        if words.online.search(said, one.begins) and words.apply.search(said):
            return self.invitation(one.low, one.low, one.high, Apply("web"), rank=1)
        if words.post.search(said, one.begins) and words.papers.search(said):
            return self.invitation(one.low, one.low, one.high, Apply("post"), rank=1)
        return self.bare(one) if one.sends and self.means_papers(said) else None

    def means_papers(self, said: str) -> bool:
        """Whether a sentence speaks of applying beyond doubt: an application may be software, too."""
        if self.words.apply.search(said):
            return True
        return any(not match[0].startswith("appl") for match in self.words.papers.finditer(said))

    def bare(self, one: _Sentence) -> Invitation | None:
        """A sentence that only says to send: where the page gives one address, it is meant."""
        send, emails = self.words.send.search(one.said), {email for _at, email in self.addresses.mails}
        if send is None or send[0].startswith("appl") or len(emails) != 1:
            return None
        return self.invitation(one.low, one.low, one.high, Apply("email", emails.pop()), rank=2)

    def unseen(self) -> Iterator[Invitation]:
        """What a contact's own sentence says, where its address is not in the text: spelt out, or in the data."""
        shown = {email for _at, email in self.addresses.mails}
        for contact in self.contacts:
            evidence = contact.evidence
            if evidence and contact.emails and contact.emails[0] not in shown and self.sends(evidence.text.lower()):
                at = self.page.text.find(evidence.text[:_SHORT]) % (len(self.page.text) + 1)
                yield Invitation(at, Found(Apply("email", contact.emails[0]), evidence.text, evidence.where), 0)

    def sends(self, said: str) -> bool:
        """Whether a sentence says to send one's papers."""
        send, asks = self.words.send.search(said), self.words.questions.search(said)
        if send is None or not self.words.papers.search(said) or REFUSES.search(said):
            return False
        return not asks or self.answers(said, send, asks)
