"""Where a page ends speaking of its own job and goes on to others ("Similar jobs")."""

from __future__ import annotations

import re
from typing import Any

from bs4 import Tag

from scrapers.signs import grouped
from scrapers.tree import Element
from scrapers.walk import Walk
from scrapers.zones import Zone

# Headings, in lower case, under which a page goes on to other jobs; what follows them is not about this one.
_OTHER_JOBS = re.compile(
    grouped(
        r"(?:see |view |show |discover |explore )?(?:similar|related|recommended|suggested|more|other|"
        r"latest|recent|new) "
        r"(?:jobs?|positions?|vacanc(?:y|ies)|openings?|opportunities|roles|job offers|searches)\b.{0,40}"
        r"|you (?:may|might) also be interested in.{0,20}|more (?:jobs )?from this (?:company|employer)|"
        r"mehr (?:jobs|stellen) (?:bei|von) .{2,40}"
        r"|jobs? (?:you might|you may|like this|near).{0,40}|people (?:also|who) viewed.{0,40}|you (?:might|"
        r"may) (?:also )?like.{0,40}"
        r"|ähnliche (?:jobs|stellen\w{0,10}|angebote)|weitere (?:jobs|stellen\w{0,10}|offene stellen|"
        r"positionen)|das könnte (?:dich|sie) .{0,30}"
        r"|(?:autres|plus d'|plus d’)\s?offres.{0,40}|offres (?:similaires|d'emploi similaires)|ces offres "
        r".{0,40}|(?:ofertas|empleos) (?:similares|relacionad\w{1,3})"
        r"|(?:andere|vergelijkbare|gerelateerde|meer) vacatures.{0,30}|lignende (?:job|stillinger)|andre "
        r"(?:job|stillinger)|liknande jobb|fler jobb|andra jobb"
        r"|podobné (?:nabídky|pozice|práce).{0,30}|další (?:nabídky|pozice).{0,40}|podobne oferty.{0,20}|"
        r"panašūs .{0,30}|samankaltaisia .{0,20}"
    )
    + r"\W{0,3}"
)
_LONGEST = 70
_NO_HEADINGS = ("li", "a", "button")


def mark_other_jobs(walk: Walk) -> None:
    """Put everything after a heading such as "Similar jobs" in the zone of other jobs."""
    headings = (
        block
        for block in walk.blocks[5:]
        if len(block.text) < _LONGEST and not block.zone & Zone.NAV and block.node.name not in _NO_HEADINGS
    )
    heading = next((block for block in headings if _OTHER_JOBS.fullmatch(block.text.lower())), None)
    if heading is None:
        return
    for block in walk.blocks[heading.index :]:
        if not block.zone & Zone.FOOTER:
            block.zone |= Zone.RELATED
    for link in walk.links:
        if link.start >= heading.start and not link.zone & Zone.FOOTER:
            link.zone |= Zone.RELATED
    for element in heading.node.next_elements:
        if isinstance(element, Element) and not element.place[1] & Zone.FOOTER:
            _others(element)


def keep_only(walk: Walk, pane: Tag) -> None:
    """Put everything outside an element in the zone of other jobs: of a search page, all but the job that is open."""
    inside = {id(pane), *(id(tag) for tag in pane.find_all(True))}
    for block in walk.blocks:
        if id(block.node) not in inside:
            block.zone |= Zone.RELATED
    for link in walk.links:
        if id(link.node) not in inside:
            link.zone |= Zone.RELATED
    for elements in walk.by_tag.values():
        for element in elements:
            if id(element) not in inside:
                _others(element)


def _others(element: Any) -> None:
    block_node, zone, preformatted = element.place
    element.place = (block_node, zone | Zone.RELATED, preformatted)
