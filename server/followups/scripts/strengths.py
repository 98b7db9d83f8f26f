"""Strengths proposed from a pasted résumé: the lines in which somebody says what they did or can do."""

from __future__ import annotations

import re

from server.followups.scripts.phrasing import plain

MOST = 20
BULLET = re.compile(r"^\s*(?:[-*•·–—●▪◦‣○✓➢>]|\d{1,2}[.)])\s+")
NOT_A_STRENGTH = re.compile(
    r"@|https?://|www\.|linkedin|\b(?:references|upon request|curriculum|résumé|resume|lebenslauf|born|address)\b"
    r"|^\W*(?:\+?\d[\d\s()./-]{6,})$",
    re.I,
)
PERIOD = re.compile(
    r"\(?\b(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?\s+)?(?:19|20)\d\d\b\s*"
    r"(?:[-–—]|to|until)\s*(?:present|now|today|heute|(?:\w+\.?\s+)?(?:19|20)\d\d)?\)?",
    re.I,
)
SKILLS = re.compile(
    r"^\s*(?:[\w &]*skills?|tools?|languages?|technologies|software|kenntnisse|sprachen)\s*:\s*(.+)$", re.I
)
DID = re.compile(
    r"^(?:\w{3,}ed|led|built|ran|grew|cut|won|wrote|taught|made|sold|began|set up|kept|brought|drove|oversaw|held|"
    r"manage|lead|run|build|train|design|teach|write|sell|i)\b",
    re.I,
)


def strengths_from(resume: str | None) -> tuple[str, ...]:
    """Lines of a pasted résumé that say what the person did or can do, most telling first, at most twenty."""
    found: dict[str, int] = {}
    for line in (resume or "").splitlines():
        if listed := SKILLS.match(line):
            found.update({item: 1 for item in _items(listed[1]) if item not in found})
            continue
        text = plain(PERIOD.sub("", BULLET.sub("", line)).strip(" ,;|–—-."))
        if text and text not in found and (rank := _rank(line, text)):
            found[text] = rank
    return tuple(sorted(found, key=lambda text: -found[text]))[:MOST]


def _items(listed: str) -> list[str]:
    items = (plain(item.strip(" .")) for item in re.split(r"[,;|•·/]", listed))
    return [item for item in items if item and len(item) <= 60]


def _rank(line: str, text: str) -> int:
    """How telling a line is: 0 for none at all, more for what was done and for figures."""
    words = len(text.split())
    if not 3 <= words <= 30 or NOT_A_STRENGTH.search(text):
        return 0
    did, bulleted = bool(DID.match(text)), bool(BULLET.match(line))
    if not did and not bulleted:
        return 0
    return 1 + did + bulleted + bool(re.search(r"\d", text))
