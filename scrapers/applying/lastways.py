"""Invitations to write or call that say nothing of applying: the way where a page names no other."""

from __future__ import annotations

from collections.abc import Iterator

from scrapers.applying.addresses import Addresses
from scrapers.applying.paragraphs import paragraph, split
from scrapers.applying.words import CALL, QUESTIONS, REFUSES, SEND_US, WRITE, Words
from scrapers.posting import Apply
from scrapers.values import Found

_REACH = 600  # characters round an address in which its sentence is looked for


def written(addresses: Addresses, words: Words) -> Found[Apply] | None:
    """What a sentence that says to write to a contact's address asks first: a call or the mail."""
    for at, email in addresses.mails:
        block = addresses.page.block_at(at)
        for low, high in _round(addresses, at) if block else ():
            said = addresses.page.lower[low:high]
            if block and WRITE.search(said[: at - low]) and _invites(said, words):
                phone = addresses.phone(said[: at - low]) if words.hear(said).senses & CALL else None
                way = Apply("phone", phone) if phone else Apply("email", email)
                return addresses.facts.at(way, block.node, addresses.page.text[low:high])
    return None


def called(addresses: Addresses, words: Words) -> Found[Apply] | None:
    """The number of a contact whose own sentence says to call."""
    for contact in addresses.contacts:
        said = contact.evidence.text.lower() if contact.evidence else ""
        if contact.phones and contact.evidence and words.hear(said).senses & CALL and _invites(said, words):
            return Found(Apply("phone", contact.phones[0]), contact.evidence.text, contact.evidence.where)
    return None


def _round(addresses: Addresses, at: int) -> Iterator[tuple[int, int]]:
    """The sentence of the content that holds an offset."""
    block = addresses.page.block_at(at)
    if block and not block.zone & addresses.facts.SURROUNDINGS:
        start, end = paragraph(addresses.page, block)
        spans = split(addresses.page.text, max(start, at - _REACH), min(end, at + _REACH))
        yield from (span for span in spans if span[0] <= at < span[1])


def _invites(said: str, words: Words) -> bool:
    """Whether a sentence that says to write or call neither asks nor turns away."""
    return bool(not REFUSES.search(f" {said}") and (not words.hear(said).senses & QUESTIONS or SEND_US.search(said)))
