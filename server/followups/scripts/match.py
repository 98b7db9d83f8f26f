"""The one thing: where what the posting wants and what the person is good at meet."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Match:
    """A line of the posting, the person's own strength that answers it, and how well (0 to 1)."""

    want: str
    strength: str
    score: float
