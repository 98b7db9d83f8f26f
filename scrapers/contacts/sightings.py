"""Every e-mail address and telephone number on a flow, wherever it is written, with the place it stood."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal
from urllib.parse import unquote

from bs4 import Tag

from scrapers.contacts import emails, phones
from scrapers.contacts.flow import Flow
from scrapers.contacts.phones import Numbering
from scrapers.page import Block, Link, Zone

_MAILTO = re.compile(r"^\s*(?:mailto:|mailto%3a)+(?://)?", re.I)
_TEL = re.compile(r"^\s*(?:tel|callto|sms|phone):(?://)?", re.I)
_WHATSAPP = re.compile(r"^https?://(?:wa\.me/|api\.whatsapp\.com/send\?phone=)\+?(\d{8,15})", re.I)
_CLOUDFLARE = re.compile(r"/cdn-cgi/l/email-protection#([0-9a-f]{6,400})$", re.I)
_CRYPTED = re.compile(r"linkTo_UnCryptMailto\((?:'|%27|\")([^'\"%]{6,300})", re.I)
_DIALS = ("tel:", "callto:", "sms:", "phone:", "https://wa.me", "https://api.whatsapp")
MOST = 200


@dataclass(frozen=True, slots=True)
class Sighting:
    """One address or number at one place: ``start:end`` of ``Page.text``, in ``block`` (None if it has no place there).

    ``shown`` are the words of the link it hides behind (else empty), ``behind`` the other address which that link
    shows; ``certain`` is False for a number that fits no
    numbering plan as written.
    """

    value: str
    channel: Literal["email", "phone"]
    start: int
    end: int
    block: Block | None
    zone: int
    node: Tag | None
    shown: str = ""
    behind: str = ""
    fax: bool = False
    labelled: bool = False
    certain: bool = True


def collect(flow: Flow, numbering: Numbering) -> list[Sighting]:
    """All sightings of a page in page order; what a link holds and shows alike is one sighting.

    A page with more than ``MOST`` of a kind is a directory: the rest is not read, and ``Page.problems`` says so.
    """
    found = [*_in_text(flow, numbering)]
    written = {channel: [each for each in found if each.channel == channel] for channel in ("email", "phone")}
    twins: dict[int, Sighting] = {}
    for linked in (*_in_links(flow, numbering), *_in_attributes(flow), *_in_pictures(flow)):
        twin = _twin(written[linked.channel], linked)
        if twin is None:
            found.append(linked)
        elif linked.channel == "phone":
            # The link says how to dial what the text only shows.
            twins[id(twin)] = replace(twin, value=linked.value, certain=linked.certain)
        elif twin.start < linked.start and twin.value.endswith(linked.value):
            # What stands right before the link ("… 01 42" and "info@…") is none of the address.
            twins[id(twin)] = replace(twin, value=linked.value, start=linked.start)
    return sorted((twins.get(id(each), each) for each in found), key=lambda sighting: sighting.start)


def _twin(written: list[Sighting], linked: Sighting) -> Sighting | None:
    """The value in the text that a link shows."""
    low, high = linked.start, max(linked.end, linked.start + 1)
    at = bisect_left(written, high, key=lambda sighting: sighting.start) - 1
    return written[at] if at >= 0 and low < written[at].end else None


def _first(flow: Flow, found: list[Any], what: str) -> list[Any]:
    if len(found) > MOST:
        flow.page.problems.append(f"The page holds {len(found):,} {what}: only the first {MOST} were read.")
    return found[:MOST]


def _in_text(flow: Flow, numbering: Numbering) -> Iterator[Sighting]:
    for spelling in _first(flow, emails.find(flow.text, flow.lowered), "e-mail addresses"):
        address, node = spelling.address, flow.node_at(spelling.start)
        block = flow.block_at(spelling.start)
        zone = block.zone if block else Zone.NONE
        yield Sighting(address, "email", spelling.start, spelling.end, block, zone, node)
    if not phones.is_read_in_full(flow.text):
        flow.page.problems.append("The page is full of numbers: not all were looked at for telephone numbers.")
    for reading in _first(flow, phones.find(flow.text, numbering), "telephone numbers"):
        block = flow.block_at(reading.start)
        zone = block.zone if block else Zone.NONE
        yield Sighting(
            reading.number,
            "phone",
            reading.start,
            reading.end,
            block,
            zone,
            flow.node_at(reading.start),
            fax=reading.fax,
            labelled=reading.labelled,
            certain=reading.certain,
        )


def _in_links(flow: Flow, numbering: Numbering) -> Iterator[Sighting]:
    heads = [(link, link.href[:80].strip().lower()) for link in flow.links]
    links = [(link, head) for link, head in heads if _writes(head) or head.startswith(_DIALS)]
    for link, head in _first(flow, links, "links to write or call"):
        if _writes(head):
            yield from _mail_link(flow, link)
        elif number := _dialled(link.href, numbering()):
            yield _from_link(flow, link, number, "phone")


def _writes(head: str) -> bool:
    return "mail" in head or "cdn-cgi" in head


def _mail_link(flow: Flow, link: Link) -> Iterator[Sighting]:
    """What a mail link writes to; where it shows another address than that, what it shows and what lies behind."""
    shown = emails.read_alone(link.text[:254]) if "mail" in link.href[:80].lower() else None
    if shown:
        yield _from_link(flow, link, shown, "email")
    for address in mailto_addresses(link.href):
        if address != shown:
            yield replace(_from_link(flow, link, address, "email"), behind=shown or "")


def mailto_addresses(href: str) -> list[str]:
    """The addresses a link writes to: ``mailto:`` in any of its misspellings, Cloudflare's and TYPO3's disguises."""
    if found := _CLOUDFLARE.search(href):
        return [address for address in (uncloak(found[1]),) if address]
    if found := _CRYPTED.search(unquote(href)):
        return [address for address in (_uncrypt(found[1]),) if address]
    if not _MAILTO.match(href):
        return []
    target = unquote(_MAILTO.sub("", href)).replace("&amp;", "&")
    to, _, query = target.partition("?")
    if not to.strip() and query.lower().startswith("to="):
        to = query[3:].partition("&")[0]
    addresses: list[str] = []
    for part in re.split(r"[,;]", to)[:10]:
        inner = re.search(r"<([^<>]{3,254})>", part)
        addresses.extend(spelling.address for spelling in emails.find((inner[1] if inner else part).strip()))
    return list(dict.fromkeys(addresses))


def uncloak(code: str) -> str | None:
    """Cloudflare's ``data-cfemail``: hexadecimal bytes, each XORed with the first (Cloudflare docs, Scrape Shield)."""
    try:
        raw = bytes.fromhex(code)
        return (
            emails.normalize(bytes(byte ^ raw[0] for byte in raw[1:]).decode("utf-8").partition("?")[0])
            if raw
            else None
        )
    except ValueError:
        return None


def _uncrypt(code: str) -> str | None:
    """TYPO3's ``spamProtectEmailAddresses``: letters, digits and signs shifted within their own range by -10..10."""
    for offset in (*range(-10, 0), *range(1, 11)):
        plain = "".join(_shifted(character, offset) for character in code.replace("\\/", "/"))
        if plain.startswith("mailto:"):
            return emails.normalize(plain.removeprefix("mailto:").partition("?")[0])
    return None


def _shifted(character: str, offset: int) -> str:
    for low, high in ((0x2B, 0x3A), (0x40, 0x5A), (0x61, 0x7A)):
        if low <= ord(character) <= high:
            return chr(low + (ord(character) - low + offset) % (high - low + 1))
    return character


def _dialled(href: str, regions: tuple[str, ...]) -> str | None:
    if found := _WHATSAPP.match(href):
        return phones.parse("+" + found[1], regions)
    return phones.parse(unquote(_TEL.sub("", href)).partition("?")[0].strip(" /"), regions)


def _from_link(flow: Flow, link: Link, value: str, channel: Literal["email", "phone"]) -> Sighting:
    start = _text_start(flow, link)
    block = flow.block_at(start)
    shown = link.text[:200]
    zone = link.zone | (block.zone & Zone.RELATED if block else Zone.NONE)
    return Sighting(value, channel, start, start + len(shown), block, zone, link.node, shown=shown, labelled=True)


def _text_start(flow: Flow, link: Link) -> int:
    """Where the link's own words begin: after the break before them, if they open a new line."""
    for start, node in flow.page.parts(link.start, link.start + 3):
        if node is link.node or link.node in node.parents:
            return start
    return link.start


def _in_attributes(flow: Flow) -> Iterator[Sighting]:
    """Addresses that no text shows: Cloudflare's spans, fields a page fills in and locks, ``data-email``."""
    for tag in flow.page.by_class("__cf_email__")[:MOST]:
        if address := uncloak(str(tag.get("data-cfemail") or "")):
            yield _at_tag(flow, tag, address)
    for tag in flow.page.tags("input"):
        locked = tag.has_attr("readonly") or tag.has_attr("disabled")
        if locked and "@" in (value := str(tag.get("value") or "")[:254]) and (address := emails.normalize(value)):
            yield _at_tag(flow, tag, address)


def _in_pictures(flow: Flow) -> Iterator[Sighting]:
    """Addresses whose at-sign is a picture: ``jane<img alt="@">lab.example.com``."""
    for picture in flow.page.tags("img")[:500]:
        sign, parent = str(picture.get("alt") or "").strip(" ()[]").lower(), picture.parent
        if sign in ("@", "at") and parent is not None:
            written = "".join("@" if child is picture else child.get_text() for child in parent.children)
            for spelling in emails.find(written[:400]):
                yield _at_tag(flow, parent, spelling.address)


def _at_tag(flow: Flow, tag: Tag, address: str) -> Sighting:
    """A sighting at an element that may hold no text of its own: placed where the text before it ends."""
    starts = flow.part_starts
    start = next((starts[id(node)] for node in (tag, *tag.descendants) if id(node) in starts), None)
    if start is None:
        start = next((starts[id(node)] for node in tag.previous_elements if id(node) in starts), 0)
    block = flow.block_at(start)
    return Sighting(address, "email", start, start, block, block.zone if block else Zone.NONE, tag)
