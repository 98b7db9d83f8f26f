"""From text, facts and tone to a script: its sections joined, and short enough to be read or said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from server.followups.records import Channel
from server.followups.scripts.render import context, render, used
from server.followups.scripts.script import Section, count_words
from server.followups.scripts.texts import Block, Text
from server.followups.scripts.variables import Facts

LIMITS = {"email": 120, "letter": 120, "reminder": 120, "voicemail": 50}
"""The most words of a body, and of a voicemail: 50 words are 20 seconds."""
SPARE = ("reference", "posted_where", "location", "want", "referred_by", "why_employer", "one_thing", "applied_on")
"""The facts a text does without when it would be too long, the least important first."""
SPARE_SPOKEN = (*SPARE, "sort_of_work", "employer", "contact", "title")
"""Those a voicemail does without: whoever calls back asks."""
BRANCHES = {
    "bad-moment": "If it is a bad moment",
    "never-arrived": "If it never arrived",
    "voicemail": "If a machine answers",
    "gatekeeper": "If somebody else answers",
    "not-a-fit": "If it is not a fit",
}
TITLES = {"opening": "Opening", "purpose": "Why you call", "question": "The one question", "close": "Close", **BRANCHES}
"""The parts of a phone script and what stands above them."""


@dataclass(frozen=True, slots=True)
class Words:
    """What was rendered: the subject, the body, the parts of a call, and the variables looked at."""

    subject: str | None
    body: str
    sections: tuple[Section, ...]
    looked_at: tuple[str, ...]


def compose(
    words: Text, channel: Channel, facts: Facts, flags: Mapping[str, str | bool], tone: str, turn: int
) -> Words:
    """Render a text for a channel. Raises jinja2.TemplateError if the text is the person's own and broken."""
    blocks = words.chosen(tone, turn)
    looked_at = tuple(sorted(frozenset().union(*(used(block.source) for block in blocks))))
    if channel == "phone":
        sections = tuple(_sections(blocks, facts, flags, tone))
        body = "\n\n".join(f"{section.title}\n{section.text}" for section in sections)
        return Words(None, body, sections, looked_at)
    subject = " ".join(render(b, context(facts, dict(flags), tone)) for b in blocks if b.name == "subject")
    rest = [block for block in blocks if block.name != "subject"]
    return Words(subject or None, fitted(rest, facts, flags, tone, LIMITS[channel]), (), looked_at)


def _sections(blocks: tuple[Block, ...], facts: Facts, flags: Mapping[str, str | bool], tone: str) -> Iterator[Section]:
    for block in blocks:
        said = fitted([block], facts, flags, tone, LIMITS.get(block.name), SPARE_SPOKEN)
        if said:
            yield Section(block.name, TITLES[block.name], said, block.name in BRANCHES)


def fitted(
    blocks: list[Block],
    facts: Facts,
    flags: Mapping[str, str | bool],
    tone: str,
    limit: int | None,
    spare: Sequence[str] = SPARE,
) -> str:
    """The blocks' words within a number of words: one fact after another is left out until they fit.

    Where they never do, as a person's own text may not, they stay whole.
    """
    left, whole = dict(facts), ""
    for fact in (None, *spare):
        if fact:
            left[fact] = None
        values = context(left, dict(flags), tone)
        said = "\n\n".join(words for block in blocks if (words := render(block, values)))
        whole = whole or said
        if limit is None or count_words(said) <= limit:
            return said
    return whole
