"""The one thing: where what the posting wants and what the person is good at meet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from server.followups.scripts.strengths import strengths_from
from server.followups.scripts.words import Word, language_of, same, subject_words, weak_stems

ENOUGH = 0.55
"""The score below which nothing is proposed: better no one thing than a far-fetched one."""
WEAK, STRONG = 0.2, 1.0
FULL = 2.0
"""Weight of shared words from which the evidence counts as full: two words of substance."""


@dataclass(frozen=True, slots=True)
class Match:
    """A line of the posting, the person's own strength that answers it, and how well (0 to 1)."""

    want: str
    strength: str
    score: float


def match(wants: Sequence[str], strengths: Sequence[str], resume: str | None = None) -> tuple[Match, ...]:
    """Which strength answers which line of the posting, best first, each line once; nothing where none really does.

    Lines of a pasted ``resume`` count as strengths too, a little less than those the person named.
    """
    language = language_of("\n".join(wants))
    named = [(strength, subject_words(strength, language), 1.0) for strength in strengths]
    named += [(line, subject_words(line, language), 0.95) for line in strengths_from(resume) if line not in strengths]
    found = []
    for want in dict.fromkeys(wants):
        asked = subject_words(want, language)
        scored = [Match(want, text, round(score(asked, words, language) * trust, 3)) for text, words, trust in named]
        best = max(scored, key=lambda one: one.score, default=None)
        if best and best.score >= ENOUGH:
            found.append(best)
    return tuple(sorted(found, key=lambda one: -one.score))


def score(asked: Sequence[Word], offered: Sequence[Word], language: str = "en") -> float:
    """How well what is offered answers what is asked, 0 to 1: how much of it is to the point, and how much that is.

    A name in both (*Excel*, *HIPAA*) is full evidence by itself; words such as *experience* are none.
    """
    weights = {word.stem: _weight(word) for word in offered}
    shared = [(word, other) for word in offered for other in asked if same(word.stem, other.stem)]
    hit = {word.stem: weights[word.stem] for word, _ in shared}
    if STRONG not in hit.values():
        return 0.0
    named = any(_name(word, language) and _name(other, language) for word, other in shared)
    evidence = 1.0 if named else min(1.0, sum(hit.values()) / FULL)
    return (sum(hit.values()) / sum(weights.values()) + evidence) / 2


def _weight(word: Word) -> float:
    return WEAK if word.stem in weak_stems() or word.stem.isdigit() else STRONG


def _name(word: Word, language: str) -> bool:
    return word.looks_technical or (language != "de" and word.at > 0 and word.text[0].isupper())
