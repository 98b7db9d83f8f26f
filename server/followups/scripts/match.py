"""The one thing: where what the posting wants and what the person is good at meet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from server.followups.scripts.strengths import strengths_from
from server.followups.scripts.words import Word, language_of, same, subject_words, weak_stems

ENOUGH = 0.4
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
    named += [(line, subject_words(line, language), 0.9) for line in strengths_from(resume) if line not in strengths]
    found = []
    for want in dict.fromkeys(wants):
        asked = subject_words(want, language)
        scored = [Match(want, text, round(score(asked, words) * trust, 3)) for text, words, trust in named]
        best = max(scored, key=lambda one: one.score, default=None)
        if best and best.score >= ENOUGH:
            found.append(best)
    return tuple(sorted(found, key=lambda one: -one.score))


def score(asked: Sequence[Word], offered: Sequence[Word]) -> float:
    """How well what is offered answers what is asked, 0 to 1: how much of it is to the point, and how much that is."""
    stems = {word.stem for word in asked}
    weights = {word.stem: _weight(word) for word in offered}
    shared = sum(weight for stem, weight in weights.items() if any(same(stem, other) for other in stems))
    if not any(weight == STRONG and any(same(stem, other) for other in stems) for stem, weight in weights.items()):
        return 0.0
    to_the_point = shared / sum(weights.values())
    return (to_the_point + min(1.0, shared / FULL)) / 2


def _weight(word: Word) -> float:
    return WEAK if word.stem in weak_stems() or word.stem.isdigit() else STRONG
