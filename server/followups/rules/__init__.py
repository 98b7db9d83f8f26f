"""The rules as data: all rows, and how the planner looks one up. A new rule is one row in one of these files."""

from __future__ import annotations

from functools import lru_cache

from server.followups.records import Settings, Stance
from server.followups.rules import always, checks, outcomes, talks
from server.followups.rules.rule import Event, Rule, Track, track
from server.sentences import Sentence

__all__ = ["RULES", "SOURCES", "Rule", "Track", "first", "get", "on", "said", "source", "then", "track", "wait"]

RULES: dict[str, Rule] = {
    rule.name: rule for rows in (checks.RULES, talks.RULES, outcomes.RULES, always.RULES) for rule in rows
}

SOURCES: dict[str, str] = {
    "HRBLOG": "An HR blogger with three opinions and five reader comments (2014); they do not agree with one another.",
    "STAFFING": "A staffing firm: leave adverts alone after applying, but never skip the thank-you after an interview.",
    "COACH": "A career coach: call the person who hires, briefly, about what they need.",
    "STORIES": "Four true stories from a job-search site, in which asking again made the difference.",
    "COLUMN": "A careers columnist: ask after three days, and thank everybody on the day of the interview.",
    "SURVEYS": "Surveys of hiring managers on how long to wait and how to be reached; what they say, not what works.",
}
"""Who stands behind the codes in a rule's ``for_`` and ``against``. A code may be followed by which voice it is."""


def source(voice: str) -> str:
    """The source that a voice belongs to: *HRBLOG* of *HRBLOG director*."""
    return voice.partition(" ")[0]


def get(name: str) -> Rule:
    """The rule of that name. Raises ``KeyError`` for one that does not exist."""
    return RULES[name]


def wait(rule: Rule, settings: Settings) -> int:
    """How many days a rule waits: the person's own number where they set one."""
    return max(0, settings.waits.get(rule.name, rule.wait))


def said(rule: Rule, settings: Settings) -> Sentence:
    """The rule in a sentence, with the person's own wait where they set one."""
    return rule.said(wait(rule, settings))


@lru_cache(maxsize=512)
def on(event: Event, kind: Track, stance: Stance) -> Rule:
    """The rule for an event in an application of this kind: the first row that fits. Raises ``KeyError`` for none."""
    found = next((rule for rule in RULES.values() if rule.on == event and _fits(rule, kind, stance)), None)
    if found is None:
        raise KeyError(event)
    return found


def first(kind: Track, stance: Stance) -> Rule:
    """The rule that an application of this kind begins with."""
    return on("applied", kind, stance)


@lru_cache(maxsize=512)
def then(before: Rule, kind: Track, stance: Stance) -> Rule | None:
    """The rule that follows when the touch of ``before`` stays unanswered, if there is one."""
    following = (rule for rule in RULES.values() if rule.on == "unanswered" and rule.after == before.name)
    return next((rule for rule in following if _fits(rule, kind, stance)), None)


def _fits(rule: Rule, kind: Track, stance: Stance) -> bool:
    return stance in rule.stances and (not rule.tracks or kind in rule.tracks)
