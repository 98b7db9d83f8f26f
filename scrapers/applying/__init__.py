"""How to apply, and where: the link or button for it, the address to send to, a number to call, by post."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import parse_qsl, urlsplit

from bs4 import Tag

from scrapers.applying.addresses import mail_of
from scrapers.applying.invitations import Invitations
from scrapers.applying.lastways import called, written
from scrapers.applying.words import OF_JOBS, QUESTIONS, Words, is_button
from scrapers.facts import Facts
from scrapers.page import Link, Zone
from scrapers.posting import Apply, Contact
from scrapers.values import Found

_OF_APPLYING = re.compile(
    r"apply|applic|bewerb|postul|candidat|sollicit|ansog|ansok|soknad|inscri|career_ns=job_listing", re.I
)
_APPLY_HREF = re.compile(
    r"mode=apply|apply(?:now|online|here)?(?:[/?=#]|$)|applicationform|applicationinit|/application/|"
    r"career_ns=job_listing|"
    r"bewerbung(?:sformular)?|/postuler|/candidature|/solliciteren",
    re.I,
)
_OTHER_PAGE = re.compile(r"how-?to|guide|tips|faq|login|blog|privacy|initiativ", re.I)
# An application for no job in particular.
_UNASKED = re.compile(
    r"initiativ|spontan|speculative|unsolicited|open application|open sollicitatie|talent ?pool", re.I
)
_BY_MAIL = re.compile(r"\b(?:by|via|per) e-?mail\b|\be-?mail (?:your|us)\b", re.I)
_AWAY = re.compile(r"return|back|refer|source|continue|share", re.I)
_ORIGINAL = re.compile(
    r"(?:see|read|view|show|open|go to) (?:the )?(?:complete|full|whole|entire|original) (?:text|ad|advert|job|posting|"
    r"description|announcement|vacancy)|(?:zur|zum) (?:original|vollständigen)|"
    r"ver (?:la )?oferta (?:original|completa)|"
    r"voir l'(?:offre|annonce) (?:originale|complète)|bekijk (?:de )?(?:volledige|originele)|"
    r"se hele (?:opslaget|annonsen)|(?:visa|läs) hela annonsen"
)
_SHELL = 300  # characters; a page that shows less and has a posting's data is yet to be built
_OF_BUTTONS = ("data-href", "data-url", "data-link", "data-apply-url", "formaction")


def find_apply(facts: Facts, contacts: Sequence[Contact] = ()) -> Found[Apply] | None:
    """How to apply and where. ``contacts`` are the page's own, so that no other desk's address is taken for it.

    A sentence that gives the address is the employer's own word; then come the link or the button, and what sentences
    say without one.
    """
    said = Invitations(facts, contacts)
    return (
        said.given()
        or _by_link(facts)
        or _by_button(facts)
        or _by_address(facts)
        or said.told()
        or _by_desk(contacts, said.words)
        or _by_original(facts)
        or written(said.addresses, said.words)
        or called(said.addresses, said.words)
        or _by_data(facts)
    )


def _by_link(facts: Facts) -> Found[Apply] | None:
    best: tuple[int, Link] | None = None
    for link in facts.page.links:
        worth = _worth(link)
        if worth > 0 and (best is None or worth > best[0]):
            best = (worth, link)
    if best is None:
        return None
    address, node = best[1].href, best[1].node
    if to := mail_of(address):
        return facts.at(Apply("email", to if "@" in to else None), node)
    if address.startswith(("javascript:", "#")):
        return facts.at(_here(facts, best[1].text), node)
    return facts.at(Apply("web", _target(facts.page.absolute(address))), node)


def _here(facts: Facts, words: str) -> Apply:
    """What a button does that leads to no other page: most open a form in this one."""
    return Apply("email") if _BY_MAIL.search(words) else Apply("web", facts.page.url)


def _target(address: str) -> str:
    """Where a board's link to "the company's website" leads, where the link itself says so: to another host."""
    if "http" not in address[8:]:
        return address
    try:
        parts = urlsplit(address)
        for name, value in parse_qsl(parts.query):
            if (
                value.startswith(("http://", "https://"))
                and not _AWAY.search(name)
                and urlsplit(value).netloc != parts.netloc
            ):
                return value
    except ValueError:
        pass
    return address


def _worth(link: Link) -> int:
    """How far a link is one for applying; none where its words are others."""
    words = link.text or str(link.node.get("aria-label") or link.node.get("title") or "")
    if not is_button(words):
        return 0
    href = link.href[:300]
    worth = 4 + (2 * bool(_OF_APPLYING.search(href)) or bool(OF_JOBS.search(href)))
    worth -= 2 * href.startswith(("javascript:", "#")) + 3 * bool(_UNASKED.search(f"{words} {href}"))
    return worth - 3 * bool(link.zone & (Zone.NAV | Zone.FOOTER | Zone.RELATED))


def _by_button(facts: Facts) -> Found[Apply] | None:
    for button in facts.page.tags("button"):
        words = " ".join(button.get_text(" ").split()) or str(button.get("aria-label") or "")
        if is_button(words):
            return facts.at(_behind(facts, button, words), button, words)
    for field in facts.page.by_attribute("value")[:200]:
        if (
            field.name == "input"
            and field.get("type") in ("submit", "button", "image")
            and is_button(str(field["value"]))
        ):
            return facts.at(_behind(facts, field, str(field["value"])), field, str(field["value"]))
    return None


def _behind(facts: Facts, button: Tag, words: str) -> Apply:
    """Where a button leads, where one of its attributes says so."""
    given = [str(button.get(name) or "") for name in _OF_BUTTONS]
    given += [
        str(field["value"])
        for field in facts.page.by_attribute("value")[:200]
        if field.get("type") == "hidden" and _OF_APPLYING.search(str(field.get("name")))
    ]
    address = next((value for value in given if value.startswith(("http", "/"))), None)
    return Apply("web", _target(facts.page.absolute(address))) if address else _here(facts, words)


def _by_address(facts: Facts) -> Found[Apply] | None:
    """A link whose address is one for applying, whatever its words."""
    for link in facts.page.links:
        if link.zone & facts.SURROUNDINGS or not link.href.startswith(("http", "/")) or len(link.text) > 60:
            continue
        if _APPLY_HREF.search(link.href) and not _OTHER_PAGE.search(link.href):
            return facts.at(Apply("web", _target(facts.page.absolute(link.href))), link.node)
    return None


def _by_desk(contacts: Sequence[Contact], words: Words) -> Found[Apply] | None:
    """An address that is by its name the one for applications."""
    for contact in contacts:
        evidence = contact.evidence
        if (
            contact.name is None
            and contact.role == "applications"
            and contact.emails
            and evidence
            and not words.hear(evidence.text.lower()).senses & QUESTIONS
        ):
            return Found(Apply("email", contact.emails[0]), evidence.text, evidence.where)
    return None


def _by_original(facts: Facts) -> Found[Apply] | None:
    """Where the whole advert stands, of which a board shows the beginning."""
    for link in facts.page.links:
        if (
            not link.zone & facts.SURROUNDINGS
            and link.href.startswith("http")
            and _ORIGINAL.match(link.text[:60].lower())
        ):
            return facts.at(Apply("web", _target(link.href)), link.node)
    return None


def _by_data(facts: Facts) -> Found[Apply] | None:
    """The posting's own page, where its data says so or where a script has yet to build what the page shows."""
    if str(facts.data.get("directApply")).lower() == "true" or (facts.data and len(facts.page.text) < _SHELL):
        return Found(Apply("web", facts.page.url), "directApply", "json-ld")
    return None
