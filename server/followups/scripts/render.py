"""Rendering: our own and the person's text files, in a sandbox, over facts that are never anything but words."""

from __future__ import annotations

import re
from functools import lru_cache

from jinja2 import StrictUndefined, Template, meta
from jinja2.sandbox import ImmutableSandboxedEnvironment

from server.followups.scripts.texts import Block, Text, text
from server.followups.scripts.variables import BY_NAME, Facts

HOLE = "\ue000"
TAG_LINE = re.compile(r"^[ \t]*(\{%[^%\n]*%\})[ \t]*\n", re.M)


def _filled(value: object) -> object:
    """What a template prints for an unknown fact: a mark, whose sentence is then left out."""
    return HOLE if value is None else value


ENVIRONMENT = ImmutableSandboxedEnvironment(undefined=StrictUndefined, finalize=_filled)

ENVIRONMENT.filters["capitalized"] = lambda value: value[:1].upper() + value[1:] if value else value


@lru_cache(maxsize=1024)
def compiled(source: str) -> Template:
    """The source as a template of the sandbox. Raises jinja2.TemplateSyntaxError."""
    return ENVIRONMENT.from_string(TAG_LINE.sub(r"\1{#\n#}", source))


@lru_cache(maxsize=1024)
def used(source: str) -> frozenset[str]:
    """The variables a source looks at, those that its phrases look at included."""
    direct = meta.find_undeclared_variables(ENVIRONMENT.parse(source))
    within = (used(block.source) for block in phrases().blocks if block.name in direct)
    return frozenset(direct).union(*within)


def phrases() -> Text:
    """The phrases that all texts share, each a variable of its own."""
    return text("phrases")


def context(facts: Facts, flags: dict[str, str | bool], tone: str) -> dict[str, object]:
    """What a template sees: the facts, the flags, and the phrases made of them, in their order."""
    values: dict[str, object] = {**dict.fromkeys(BY_NAME), **facts, **flags}
    for block in phrases().chosen(tone):
        values[block.name] = tidy(compiled(block.source).render(values)) or None
    return values


def render(block: Block, values: dict[str, object]) -> str:
    """One block's words. A sentence that would show an unknown fact is left out."""
    return tidy(without_holes(compiled(block.source).render(values)))


def without_holes(words: str) -> str:
    """The words without the sentences that hold the mark of an unknown fact."""
    if HOLE not in words:
        return words
    lines = (
        " ".join(s for s in re.split(r"(?<=[.!?])\s+", line) if HOLE not in s) if HOLE in line else line
        for line in words.split("\n")
    )
    return "\n".join(lines)


def tidy(words: str) -> str:
    """One space between words, one empty line between paragraphs, none around the whole."""
    lines = (re.sub(r"[ \t]+", " ", line).strip() for line in words.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
