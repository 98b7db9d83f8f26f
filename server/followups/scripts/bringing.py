"""What a person brings, as one says it: *Scheduled patients* is *I scheduled patients*, *Calm* is *I am calm*."""

from __future__ import annotations

import re

from server.followups.scripts.phrasing import clause, is_sentence
from server.followups.scripts.words import word_list

PAST = re.compile(
    r"(?:\w+(?<!e)ed|led|built|ran|grew|cut|won|wrote|taught|made|sold|began|set|kept|brought|drove|oversaw|held|gave"
    r"|took|spoke|put|found|raised|rose)$",
    re.I,
)
NO_PAST = re.compile(
    r"(?:certified|licensed|registered|experienced|skilled|qualified|detailed|advanced|dedicated|motivated|educated"
    r"|accredited|chartered|applied|embedded|distributed|integrated|united|related|varied|committed|trusted|proved"
    r"|trained(?= (?:in|as|with|and|nurse|chef|cook|teacher))|organi[sz]ed(?= (?:and|person)))\b",
    re.I,
)
"""Words that end as the past does, and say how somebody or something is."""
PRESENT = re.compile(
    r"(?:manage|run|lead|build|teach|train|write|sell|organi[sz]e|design|speak|keep|handle|answer|prepare)"
    r" (?:an?|the|my|our|all|new|large|small|up|for|\d+)\b",
    re.I,
)
BEING = re.compile(
    r"(?:calm|good|great|best|strong|reliable|fluent|punctual|patient|comfortable|confident|familiar|used|able|quick"
    r"|careful|friendly|experienced|skilled|trained|certified|licensed|qualified|versed|proficient|bilingual|organi[sz]ed"
    r"|flexible|available|happy|willing|known|at ease|at home)"
    r"(?:$|[,;]| (?:with|in|at|to|on|under|and|as|by|for|when|even|enough)\b)",
    re.I,
)
SOMEBODY = re.compile(
    r"(?:[\w'’-]+ ){0,4}(?:learner|player|communicator|speaker|driver|writer|listener|manager|nurse|assistant"
    r"|accountant|electrician|teacher|worker|starter|thinker|solver|leader|operator|technician|organi[sz]er|mechanic|cook|baker"
    r"|carpenter|receptionist|bookkeeper|salesperson|trainer|planner)(?:$|[,;])",
    re.I,
)
COMMON = re.compile(
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|over|more|many|several|some|years?"
    r"|fluent|native|basic|solid|deep|hands-on|first|full|patience|calm|good|great|strong|\w{3,}(?:ing|tion|ment|ship"
    r"|ness))$",
    re.I,
)


def brought(value: str | None, words: int) -> str | None:
    """A strength as the end of *I bring …*, or as a sentence that begins with *I*; None where nothing is left."""
    tidy = clause(value, words)
    if not tidy or is_sentence(tidy):
        return tidy
    first, _, rest = tidy.partition(" ")
    lower = first.lower() + (f" {rest}" if rest else "")
    if rest and ((PAST.match(first) and not NO_PAST.match(tidy)) or PRESENT.match(tidy)):
        return f"I {lower}"
    if BEING.match(tidy):
        return f"I am {lower}"
    if SOMEBODY.match(tidy) and not re.match(r"(?:an?|the)\s", tidy, re.I):
        return f"I am {_article(first)} {lower if _is_common(first) else tidy}"
    return lower if _is_common(first) else tidy


def _article(word: str) -> str:
    return "an" if word[:1].lower() in "aeio" else "a"


def _is_common(word: str) -> bool:
    """Whether a word carries its capital only because a line begins with it; names keep theirs."""
    if word[1:] != word[1:].lower():
        return False
    known = word.lower() in word_list("weak") or word.lower() in word_list("verbs")
    return known or bool(COMMON.match(word) or BEING.match(word) or SOMEBODY.match(word) or NO_PAST.match(word))
