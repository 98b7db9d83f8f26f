"""The text files: one a kind, occasion and channel, split into named blocks that may differ by tone and by turn.

A file is ``kind.occasion.channel.txt``. Lines before the first heading are ``title:``, ``about:`` and ``tip:``.
A heading is ``## name``, ``## name tone`` or ``## name tone 2``: the tone falls back to the block without one, and
numbered blocks take turns, so that people who are written to on the same day do not read the same words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import cast

from server.followups.records import Channel
from server.sentences import Sentence

TONES = ("warm", "brief", "concrete")
HEADING = re.compile(r"^##\s+(?P<name>[a-z_-]+)(?:\s+(?P<tone>warm|brief|concrete))?(?:\s+(?P<turn>\d+))?\s*$")
HEADER = re.compile(r"^(title|about|tip):\s*(.+)$")


@dataclass(frozen=True, slots=True)
class Block:
    """One heading and the Jinja source below it; ``line`` is the number of the source's first line in the file."""

    name: str
    tone: str | None
    turn: int
    line: int
    source: str


@dataclass(frozen=True, slots=True)
class Text:
    """A text file, parsed but not rendered."""

    name: str
    title: Sentence
    about: Sentence
    tip: Sentence | None
    blocks: tuple[Block, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The blocks' names, each once, in the order of the file."""
        return tuple(dict.fromkeys(block.name for block in self.blocks))

    def block(self, name: str, tone: str, turn: int = 0) -> Block | None:
        """The block of that name for a tone and a turn, or None if the text has none."""
        named = [block for block in self.blocks if block.name == name]
        fitting = [block for block in named if block.tone == tone] or [b for b in named if b.tone is None] or named
        return fitting[turn % len(fitting)] if fitting else None

    def over(self, ours: Text) -> Text:
        """This text with what it leaves out taken from ours: a phone script's parts, a message's subject."""
        spoken = channel_of(self.name) == "phone"
        rest = [b for b in ours.blocks if b.name not in self.names and (spoken or b.name == "subject")]
        order = {name: place for place, name in enumerate(dict.fromkeys((*ours.names, *self.names)))}
        return replace(ours, blocks=tuple(sorted((*self.blocks, *rest), key=lambda block: order[block.name])))

    def in_words_of(self, translate: Callable[[str], str]) -> Text:
        """This text with each of its parts translated."""
        return replace(self, blocks=tuple(replace(one, source=translate(one.source)) for one in self.blocks))

    def chosen(self, tone: str, turn: int = 0) -> tuple[Block, ...]:
        """One block a name, for a tone and a turn, in the order of the file."""
        return tuple(block for name in self.names if (block := self.block(name, tone, turn)))


def parse(name: str, source: str) -> Text:
    """Split a text file into its blocks. It does not judge them: that is ``check_template``."""
    header: dict[str, str] = {}
    blocks: list[Block] = []
    heading: re.Match[str] | None = None
    start, lines = 0, source.splitlines()
    for number, line in enumerate([*lines, "## end"], start=1):
        found = HEADING.match(line)
        if found and heading:
            blocks.append(_block(heading, start, lines[start : number - 1]))
        if found:
            heading, start = found, number
        elif not heading and (entry := HEADER.match(line)):
            header[entry[1]] = entry[2].strip()
    tip = header.get("tip")
    title, about = Sentence(header.get("title", name)), Sentence(header.get("about", ""))
    return Text(name, title, about, Sentence(tip) if tip else None, tuple(blocks))


def _block(heading: re.Match[str], start: int, lines: Iterable[str]) -> Block:
    return Block(heading["name"], heading["tone"], int(heading["turn"] or 1), start + 1, "\n".join(lines).rstrip())


def channel_of(name: str) -> Channel:
    """The channel a text is for, the last part of its name."""
    return cast(Channel, name.rsplit(".", 1)[-1])


@cache
def source(name: str) -> str:
    """The file's own words. Raises KeyError if there is no text of that name."""
    file = files(__package__) / "texts" / f"{name}.txt"
    if not re.fullmatch(r"[a-z.-]+", name) or not file.is_file():
        raise KeyError(name)
    return file.read_text(encoding="utf-8")


@cache
def text(name: str) -> Text:
    """One of our own texts, parsed. Raises KeyError if there is none of that name."""
    return parse(name, source(name))


@cache
def names() -> tuple[str, ...]:
    """The names of all our texts that a person may change, in alphabetical order."""
    folder = files(__package__) / "texts"
    found = (entry.name.removesuffix(".txt") for entry in folder.iterdir() if entry.name.endswith(".txt"))
    return tuple(sorted(name for name in found if name.count(".") == 2))
