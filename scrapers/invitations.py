"""Sentences that say to apply, and the ways they name: an address to send to, a form on the web, post, a number."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

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
    words_of,
)
from scrapers.contacts import sentences
from scrapers.facts import Facts
from scrapers.page import Block, Link
from scrapers.posting import Apply, Contact
from scrapers.signs import every
from scrapers.spoken import spoken
from scrapers.values import Found

_WRAPPED = 55  # a line at least this long that ends without a stop was broken by its width
_REACH = 600  # characters that a sentence may stretch over such lines
_SHORT = 90  # the longest line of an address that stands below a sentence
_LINES = 8  # and how many there are at most
_NEAR = 60  # characters between what is sent and the address
_MOST = 300  # sentences that are read
_STOPS = (".", "!", "?", ":", ";")
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
        self.words = words_of(spoken(facts.page.lower, facts.page.lang))

    def all(self) -> list[Invitation]:
        """Every way they name, in the order of the page."""
        found = [
            way
            for low, high in islice(self.spans(), _MOST)
            if (one := self.sentence(low, high)) and (way := self.way(one))
        ]
        return sorted([*found, *self.unseen()], key=lambda way: way.at)

    def spans(self) -> Iterator[tuple[int, int]]:
        """The sentences of the content with a sign of applying, as offsets; lines broken by their width are joined."""
        lower, signs, done = self.page.lower, self.words.signs, -1
        for block in self.page.containing(*signs):
            if block.zone & self.facts.SURROUNDINGS or block.start < done:
                continue
            start, end = self.paragraph(block)
            for low, high in _sentences(self.page.text, max(done, start), end):
                if any(lower.find(sign, low, high) >= 0 for sign in signs):
                    yield low, high
            done = end

    def paragraph(self, block: Block) -> tuple[int, int]:
        """A line and those before and behind it that only their width has broken off."""
        blocks, first, last = self.page.blocks, block, block
        while first.index and block.start - first.start < _REACH and _runs_on(blocks[first.index - 1], first):
            first = blocks[first.index - 1]
        while last.index + 1 < len(blocks) and last.end - block.end < _REACH and _runs_on(last, blocks[last.index + 1]):
            last = blocks[last.index + 1]
        return first.start, last.end

    def sentence(self, low: int, high: int) -> _Sentence | None:
        """A sentence, if it is about applying and no mere question."""
        said = self.page.lower[low:high].replace("\n", " ")
        words, sends = self.words, self.sends(said)
        apply = words.apply.search(said)
        comes = (words.post.search(said) or words.call.search(said)) if words.papers.search(said) else None
        if not sends and (not (apply or comes) or words.questions.search(said) or REFUSES.search(said)):
            return None
        marks = (words.send.search(said), apply, comes, GO.search(said))
        return _Sentence(low, high, said, sends, min(mark.start() for mark in marks if mark))

    def sends(self, said: str) -> bool:
        """Whether a sentence says to send one's papers; to ask for more about the job is something else."""
        send, papers = self.words.send.search(said), self.words.papers
        if send is None or not papers.search(said) or REFUSES.search(said):
            return False
        asks = self.words.questions.search(said)
        return not asks or bool(papers.search(said, send.end(), send.end() + 80) or BOTH.match(said, asks.start()))

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

    @cached_property
    def addresses(self) -> list[tuple[int, str]]:
        """Where the contacts' e-mail addresses stand, in the text or behind a link, in the order of the page."""
        emails = [email for contact in self.contacts for email in contact.emails]
        found = [(at, email) for email in emails for at in _spots(email, self.page.lower)]
        for link in self.page.links if emails else ():
            if (to := mail_of(link.href)) in emails:
                found.append((link.start, to))
        return sorted(found)

    def mails(self, low: int, high: int) -> list[tuple[int, str]]:
        """The contacts' addresses between two offsets."""
        return [address for address in self.addresses if low <= address[0] < high]

    def mailed(self, one: _Sentence) -> Iterator[tuple[int, Apply]]:
        """An address to send to: the one closest behind a word of sending; without one, close behind the papers."""
        mails = self.mails(one.low, one.high)
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
        links = self.page.links
        for link in links[bisect_left(links, one.low, key=_start) : bisect_left(links, one.high, key=_start)]:
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
            for at, email in self.mails(line.start, line.end):
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
        if call and number and not (mail and mail.start() < call.start()):
            return self.invitation(one.low, one.low, one.high, Apply("phone", self.phone(said)), rank=1)
        if mail:
            return self.invitation(one.low, one.low, one.high, Apply("email", self.nearest(one.low)), rank=1)
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
        send, emails = self.words.send.search(one.said), {email for _at, email in self.addresses}
        if send is None or send[0].startswith("appl") or len(emails) != 1:
            return None
        return self.invitation(one.low, one.low, one.high, Apply("email", emails.pop()), rank=2)

    def phone(self, said: str) -> str | None:
        """The contacts' number that a sentence gives."""
        digits = "".join(filter(str.isdigit, said))
        phones = (phone for contact in self.contacts for phone in contact.phones)
        return next((phone for phone in phones if phone.partition(";")[0][-6:] in digits), None)

    def nearest(self, spot: int) -> str | None:
        """The contacts' address that stands nearest to an offset."""
        return min(self.addresses, key=lambda address: abs(address[0] - spot))[1] if self.addresses else None

    def unseen(self) -> Iterator[Invitation]:
        """What a contact's own sentence says, where its address is not in the text: spelt out, or in the data."""
        shown = {email for _at, email in self.addresses}
        for contact in self.contacts:
            evidence = contact.evidence
            if evidence and contact.emails and contact.emails[0] not in shown and self.sends(evidence.text.lower()):
                at = self.page.text.find(evidence.text[:_SHORT]) % (len(self.page.text) + 1)
                yield Invitation(at, Found(Apply("email", contact.emails[0]), evidence.text, evidence.where), 0)


def mail_of(href: str) -> str:
    """The address that a link writes to; empty where it is no such link."""
    return href[7:].partition("?")[0].replace("%20", "").strip().lower() if href[:7].lower() == "mailto:" else ""


def _start(link: Link) -> int:
    return link.start


def _spots(email: str, lower: str) -> Iterator[int]:
    """Where an e-mail address stands in a text (lower case), spelt out or not."""
    local, _, host = email.partition("@")
    for at in every(local, lower):
        if host.partition(".")[0] in lower[at + len(local) : at + len(email) + 12]:
            yield at


def _sentences(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    """The sentences of a paragraph; "Apt. 4", "No. 12" and a short question ("Interested?") end none."""
    start, end = low, low
    for begins, ends in sentences.split(text, low, high):
        asked = text[end - 1] == "?" and end - start < _SHORT
        if end > start and not text[begins].isdigit() and not asked:
            yield start, end
            start = begins
        end = ends
    if end > start:
        yield start, end


def _runs_on(last: Block, block: Block) -> bool:
    """Whether a line goes on in the next, because only its width had broken it."""
    if last.node is not block.node or last.text.endswith(_STOPS):
        return False
    return block.text[0].islower() or (len(last.text) >= _WRAPPED and block.text[0].isalnum())
