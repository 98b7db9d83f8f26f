"""Where on a page stand the addresses by which one may apply: its contacts', as text or links, and web addresses."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from scrapers.facts import Facts
from scrapers.lazy import cached_property
from scrapers.page import Link
from scrapers.posting import Contact
from scrapers.signs import every


class Addresses:
    """The addresses of one page. ``contacts`` are the page's own: e-mail addresses and numbers are theirs alone."""

    def __init__(self, facts: Facts, contacts: Sequence[Contact]) -> None:
        self.facts = facts
        self.page = facts.page
        self.contacts = contacts

    @cached_property
    def mails(self) -> list[tuple[int, str]]:
        """Where the contacts' e-mail addresses stand, in the text or behind a link, in the order of the page."""
        emails = [email for contact in self.contacts for email in contact.emails]
        found = [(at, email) for email in emails for at in _spots(email, self.page.lower)]
        for link in self.page.links if emails else ():
            if (to := mail_of(link.href)) in emails:
                found.append((link.start, to))
        return sorted(found)

    def mails_between(self, low: int, high: int) -> list[tuple[int, str]]:
        """The contacts' addresses between two offsets."""
        return [address for address in self.mails if low <= address[0] < high]

    def links_between(self, low: int, high: int) -> list[Link]:
        """The links whose words begin between two offsets."""
        links = self.page.links
        return links[bisect_left(links, low, key=_start) : bisect_left(links, high, key=_start)]

    def spots(self) -> list[int]:
        """Where in the content an address is written: the contacts', a web address."""
        lower = self.page.lower
        found = [at for at, _email in self.mails]
        found += every("www.", lower)
        found += (
            at for at in every("/", lower) if "." in lower[lower.rfind(" ", 0, at) + 1 : at] + lower[at + 2 : at + 9]
        )
        return found

    def inline(self) -> Iterator[int]:
        """Where in the content a link begins that is part of a line."""
        page = self.page
        for link in page.links:
            block = None if link.zone & self.facts.SURROUNDINGS else page.block_at(link.start)
            if block and block.start <= link.start < block.end and block.end - block.start > len(link.text) + 2:
                yield link.start

    def phone(self, said: str) -> str | None:
        """The contacts' number that a sentence gives."""
        digits = "".join(filter(str.isdigit, said))
        phones = (phone for contact in self.contacts for phone in contact.phones)
        return next((phone for phone in phones if phone.partition(";")[0][-6:] in digits), None)

    def nearest(self, spot: int) -> str | None:
        """The contacts' address that stands nearest to an offset."""
        return min(self.mails, key=lambda address: abs(address[0] - spot))[1] if self.mails else None


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
