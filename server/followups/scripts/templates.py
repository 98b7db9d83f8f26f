"""Our texts as a person sees them in the settings: what there is, and what each says before it is changed."""

from __future__ import annotations

from dataclasses import dataclass

from server.followups.scripts import texts
from server.followups.scripts.render import used
from server.followups.scripts.variables import VARIABLES
from server.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Template:
    """One of our texts: its name, what it is, its parts in order, and the variables it uses itself."""

    name: str
    title: Sentence
    about: Sentence
    parts: tuple[str, ...]
    variables: tuple[str, ...]


def templates() -> tuple[Template, ...]:
    """All texts that a person may change, in alphabetical order of their names."""
    return tuple(_template(texts.text(name)) for name in texts.names())


def template(name: str, tone: str | None = None) -> str:
    """Our own text, as it is edited; with a ``tone``, only what is said in that one. Raises KeyError."""
    if tone is None:
        return texts.source(name)
    text = texts.text(name)
    parts = []
    for part in text.names:
        first = text.block(part, tone)
        turns = [block for block in text.blocks if first and (block.name, block.tone) == (part, first.tone)]
        for number, block in enumerate(turns, start=1):
            parts.append(f"## {part}{f' {number}' if len(turns) > 1 else ''}\n{block.source}\n")
    return "\n".join(parts)


def _template(text: texts.Text) -> Template:
    looked_at = frozenset[str]().union(*(used(block.source) for block in text.blocks))
    names = tuple(variable.name for variable in VARIABLES if variable.name in looked_at)
    return Template(text.name, text.title, text.about, text.names, names)
