"""What a script is: the words for one follow-up, how long they take, and what could not be said for want of a fact."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from server.followups.records import Channel, Kind
from server.followups.scripts.match import Match
from server.sentences import Sentence

Source: TypeAlias = Literal["ours", "own", "once"]
Place: TypeAlias = Literal["settings", "application", "people", "interview"]
WORDS_PER_MINUTE = 150
ENGLISH = "en_US"


@dataclass(frozen=True, slots=True)
class Reader:
    """The person's own language: a reminder speaks to them, every other text to an employer, in English.

    ``translate`` gives the translation of a part of a text as it stands in its file, its variables included.
    """

    locale: str = ENGLISH
    translate: Callable[[str], str] = str


@dataclass(frozen=True, slots=True)
class Missing:
    """A fact the text had to do without. ``place`` and ``field`` say where it is filled in, ``where`` says it in words.

    ``needed`` is True where the text suffers from its absence, False where it would merely gain.
    """

    fact: str
    what: Sentence
    where: Sentence
    place: Place
    field: str
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a script. ``branch`` is True for what is said only if the talk takes that turn."""

    name: str
    title: Sentence
    text: str
    branch: bool = False

    @property
    def words(self) -> int:
        """How many words are spoken, each digit of a number counted as one."""
        return count_spoken(self.text)

    @property
    def seconds(self) -> int:
        """How long it takes to say, in whole seconds, at 150 words a minute."""
        return -(-self.words * 60 // WORDS_PER_MINUTE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """The words for one follow-up. ``sections`` are a phone script's parts in order, or a letter's address.

    ``source`` is *ours*, *own* (the person's template) or *once* (text the person wrote for this follow-up alone).
    ``notes`` are sentences for the person, never part of what is said: a tip, or why their own text was not used.
    ``language`` is that of subject and body, as HTML has it.
    """

    name: str
    kind: Kind
    channel: Channel
    subject: str | None
    body: str
    sections: tuple[Section, ...] = ()
    missing: tuple[Missing, ...] = ()
    source: Source = "ours"
    notes: tuple[Sentence, ...] = ()
    match: Match | None = None
    language: str = "en"

    @property
    def words(self) -> int:
        """How many words the body has."""
        return count_words(self.body)

    @property
    def voicemail(self) -> Section | None:
        """What to say to a machine, if this is a call."""
        return next((section for section in self.sections if section.name == "voicemail"), None)

    def as_dict(self) -> dict[str, Any]:
        """The script as JSON types, as ``ringback due --json`` gives it."""
        return {
            "subject": self.subject,
            "body": self.body,
            "missing": [{"what": item.what, "where": item.where} for item in self.missing],
        }


def count_words(text: str) -> int:
    """Words as they are read: what stands between spaces and has a letter or a digit."""
    return sum(any(sign.isalnum() for sign in word) for word in text.split())


def count_spoken(text: str) -> int:
    """Words as they are said: a group of letters is one word, and so is every digit of a number."""
    return len(re.findall(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*|\d", text))
