"""From text, facts and tone to a script: its sections joined, and short enough to be read or said."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from server.followups.records import Channel
from server.followups.scripts.render import context, render, used
from server.followups.scripts.script import Section, count_spoken, count_words
from server.followups.scripts.texts import Block, Text
from server.followups.scripts.variables import Facts
from server.sentences import Sentence

LIMITS = {"email": 120, "letter": 120, "reminder": 120, "voicemail": 50}
"""The most words of a body, and of a voicemail: 50 words are 20 seconds."""
SPARE = ("reference", "posted_where", "location", "want", "referred_by", "why_employer", "one_thing", "applied_on")
"""The facts a text does without when it would be too long, the least important first."""
SPARE_SPOKEN = (*SPARE, "sort_of_work", "employer", "contact", "title")
"""Those a voicemail does without: whoever calls back asks."""
BRANCHES = {
    "bad-moment": Sentence("If it is a bad moment"),
    "never-arrived": Sentence("If it never arrived"),
    "voicemail": Sentence("If a machine answers"),
    "gatekeeper": Sentence("If somebody else answers"),
    "not-a-fit": Sentence("If it is not a fit"),
}
TITLES = {
    "opening": Sentence("Opening"),
    "purpose": Sentence("Why you call"),
    "question": Sentence("The one question"),
    "close": Sentence("Close"),
    **BRANCHES,
}
"""The parts of a phone script and what stands above them."""


@dataclass(frozen=True, slots=True)
class Words:
    """What was rendered: the subject, the body, the parts of a call, and the variables looked at."""

    subject: str | None
    body: str
    sections: tuple[Section, ...]
    looked_at: tuple[str, ...]


class _Values:
    """What a text sees, made once for each number of facts left out."""

    def __init__(self, facts: Facts, flags: Mapping[str, str | bool], tone: str) -> None:
        self._facts, self._flags, self._tone = facts, dict(flags), tone
        self._made: dict[tuple[str, ...], dict[str, object]] = {}

    def without(self, spared: tuple[str, ...]) -> dict[str, object]:
        """The values with these facts left out."""
        if spared not in self._made:
            self._made[spared] = context({**self._facts, **dict.fromkeys(spared)}, self._flags, self._tone)
        return self._made[spared]


def compose(
    words: Text, channel: Channel, facts: Facts, flags: Mapping[str, str | bool], tone: str, turn: int
) -> Words:
    """Render a text for a channel. Raises jinja2.TemplateError if the text is the person's own and broken."""
    blocks = words.chosen(tone, turn)
    looked_at = tuple(sorted(frozenset[str]().union(*(used(block.source) for block in blocks))))
    values = _Values(facts, flags, tone)
    if channel == "phone":
        sections = tuple(_sections(blocks, values))
        body = "\n\n".join(f"{section.title}\n{section.text}" for section in sections)
        return Words(None, body, sections, looked_at)
    subject = " ".join(render(block, values.without(())) for block in blocks if block.name == "subject")
    rest = [block for block in blocks if block.name != "subject"]
    return Words(subject or None, _fitted(rest, values, LIMITS[channel], SPARE), (), looked_at)


def _sections(blocks: tuple[Block, ...], values: _Values) -> Iterator[Section]:
    for block in blocks:
        said = _fitted([block], values, LIMITS.get(block.name), SPARE_SPOKEN, count_spoken)
        if said:
            yield Section(block.name, TITLES[block.name], said, block.name in BRANCHES)


def _fitted(
    blocks: Sequence[Block],
    values: _Values,
    limit: int | None,
    spare: tuple[str, ...],
    count: Callable[[str], int] = count_words,
) -> str:
    """The blocks' words within a number of words: one fact after another is left out until they fit.

    Where they never do, as a person's own text may not, they stay whole.
    """
    whole = ""
    for left_out in range(len(spare) + 1):
        seen = values.without(spare[:left_out])
        said = "\n\n".join(words for block in blocks if (words := render(block, seen)))
        whole = whole or said
        if limit is None or count(said) <= limit:
            return said
    return whole
