"""What is wrong with a text the person wrote, line by line, and what to do about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from jinja2 import TemplateError, TemplateSyntaxError, nodes
from rapidfuzz.process import extractOne

from server.followups.records import Channel
from server.followups.scripts import texts
from server.followups.scripts.compose import LIMITS, TITLES, compose
from server.followups.scripts.render import ENVIRONMENT, context, phrases
from server.followups.scripts.script import count_spoken, count_words
from server.followups.scripts.texts import Block, Text
from server.followups.scripts.variables import BY_NAME, FLAGS, VARIABLES, Facts
from server.sentences import Sentence

LONGEST = 20_000
"""Characters of a text: ten times our longest part; nobody types more."""
ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.If,
    nodes.CondExpr,
    nodes.Const,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Compare,
    nodes.Operand,
    nodes.Filter,
)
FILTERS = frozenset({"capitalized", "lower", "upper", "trim"})
PLACEHOLDER = re.compile(r"\[[^\]\n]{2,40}\]|<(?:your|the|name|company|title|employer)[^>\n]*>|_{3,}|\bX{3,}\b", re.I)
FACTS_OF_EXAMPLE: Facts = {variable.name: variable.example for variable in VARIABLES}


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in which line of a text (counted from 1), and what to do. Not ``blocking``: it only should be."""

    line: int
    what: Sentence
    do: Sentence
    blocking: bool = True


@lru_cache(maxsize=256)
def check_template(name: str, source: str) -> tuple[Problem, ...]:
    """What keeps a person's own text from being used in place of ours, in order of lines; empty if nothing does.

    Raises KeyError if there is no text of that name.
    """
    ours = texts.text(name)
    if len(source) > LONGEST:
        return (
            Problem(
                1,
                Sentence("The text has %(count)s characters.", count=len(source)),
                Sentence("Keep it under %(most)s.", most=LONGEST),
            ),
        )
    own = texts.parse(name, source)
    found = [*_headings(source, own, ours), *(problem for block in own.blocks for problem in _block(block))]
    if not any(problem.blocking for problem in found):
        found += _lengths(own, name)
    return tuple(sorted(found, key=lambda problem: problem.line))


def variables() -> tuple[tuple[str, Sentence, str], ...]:
    """Each variable a text may use: its name, what it is, an example. Facts, then phrases, then conditions."""
    made = _example_phrases()
    return (
        *((variable.name, variable.about, variable.example) for variable in VARIABLES),
        *(
            (phrase, Sentence("A phrase made of the above, worded without what is not known"), made[phrase])
            for phrase in made
        ),
        *((flag, about, "") for flag, about in FLAGS.items()),
    )


def _example_phrases() -> dict[str, str]:
    """Our phrases as they read with every example filled in."""
    values = context(FACTS_OF_EXAMPLE, example_flags("email"), "warm")
    return {name: str(values[name] or "") for name in phrases().names}


def example_flags(channel: str) -> dict[str, str | bool]:
    """The yes-or-no variables as they are for a posting answered."""
    return {
        "approach": "solicited",
        "lead": False,
        "channel": channel,
        "again": False,
        "evening": False,
        "title_says_job": False,
        "one_thing_is_sentence": False,
    }


def _headings(source: str, own: Text, ours: Text) -> Iterator[Problem]:
    known = " ".join(f"“## {part}”" for part in ours.names)
    for number, line in enumerate(source.splitlines(), start=1):
        if line.startswith("##") and not texts.HEADING.match(line):
            what = Sentence("“%(line)s” is no heading.", line=line.strip())
            yield Problem(number, what, Sentence("Use one of %(parts)s, with a tone or none.", parts=known))
    allowed = {*ours.names, *(TITLES if ours.name.endswith(".phone") else ("subject", "body"))}
    for block in own.blocks:
        if block.name not in allowed:
            what = Sentence("There is no part “%(name)s” here.", name=block.name)
            yield Problem(block.line - 1, what, Sentence("Use one of %(parts)s.", parts=known))
    if not own.blocks:
        do = Sentence("Put a heading above each part: %(parts)s.", parts=known)
        yield Problem(1, Sentence("No part is named."), do)
    elif not ours.name.endswith(".phone") and not any(name != "subject" for name in own.names):
        do = Sentence("Add a part: %(parts)s.", parts=known)
        yield Problem(1, Sentence("There is a subject and no text."), do)


def _block(block: Block) -> Iterator[Problem]:
    try:
        tree = ENVIRONMENT.parse(block.source)
    except TemplateSyntaxError as error:
        do = Sentence("Close every “{{” with “}}” and every “{% if … %}” with “{% endif %}”.")
        what = Sentence("This cannot be read: %(error)s", error=error.message or "")
        yield Problem(block.line + error.lineno - 1, what, do)
        return
    for node in tree.find_all(nodes.Node):
        if problem := _node(node, block.line):
            yield problem
    for number, line in enumerate(block.source.splitlines()):
        if placeholder := PLACEHOLDER.search(line):
            do = Sentence("Use a variable such as {{ contact }}, or write the words themselves.")
            what = Sentence("“%(words)s” would be sent as it stands.", words=placeholder.group())
            yield Problem(block.line + number, what, do)


def _node(node: nodes.Node, start: int) -> Problem | None:
    line = start + (node.lineno or 1) - 1
    if not isinstance(node, ALLOWED):
        do = Sentence("Only {{ variables }}, {% if … %}, {% elif … %} and {% else %} are.")
        return Problem(line, Sentence("“%(name)s” is not possible in a text.", name=type(node).__name__.lower()), do)
    if isinstance(node, nodes.Filter) and node.name not in FILTERS:
        do = Sentence("Use one of %(filters)s, or none.", filters=", ".join(sorted(FILTERS)))
        return Problem(line, Sentence("There is no “| %(name)s”.", name=node.name), do)
    known = {*BY_NAME, *FLAGS, *phrases().names}
    if isinstance(node, nodes.Name) and node.name not in known:
        near = extractOne(node.name, sorted(known), score_cutoff=75)
        do = Sentence("Take one from the list of variables.")
        if near:
            do = Sentence("Did you mean “%(name)s”?", name=near[0])
        return Problem(line, Sentence("There is no variable “%(name)s”.", name=node.name), do)
    return None


def _lengths(own: Text, name: str) -> Iterator[Problem]:
    channel: Channel = texts.channel_of(name)
    try:
        for tone in texts.TONES:
            words = compose(own, channel, FACTS_OF_EXAMPLE, example_flags(channel), tone, 0)
            said = {section.name: section.text for section in words.sections} or {channel: words.body}
            for part, text in said.items():
                limit = LIMITS.get(part)
                count = count_spoken(text) if part == "voicemail" else count_words(text)
                if limit and count > limit:
                    line = next((block.line for block in own.blocks if block.name in (part, "body")), 1)
                    what = Sentence("This has %(count)s words.", count=count)
                    yield Problem(line, what, Sentence("Keep it to %(most)s.", most=limit), blocking=False)
                    return
    except TemplateError as error:
        what = Sentence("This cannot be filled in: %(error)s", error=error.message or "")
        yield Problem(1, what, Sentence("Compare it with our text."))
