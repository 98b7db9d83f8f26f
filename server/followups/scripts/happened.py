"""What happened so far, as far as a script speaks of it: the last message, a promise, the talk, an offer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from server.followups.records import Interview, Outcome, Promise, Touch

NUMBERS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
NO_TOUCH = frozenset({"no-answer", "engaged", "bounced", "wrong-number"})


def last_message(touches: Iterable[Touch], person: int | None) -> Touch | None:
    """The last time this person was reached out to; attempts that reached nobody are none."""
    sent = [
        touch
        for touch in touches
        if touch.direction == "out" and touch.person == person and touch.outcome not in NO_TOUCH
    ]
    return max(sent, key=lambda touch: touch.at, default=None)


def resent(touches: Iterable[Touch]) -> Touch | None:
    """The message by which the application was sent again after they said it never arrived, if it was."""
    lost: Touch | None = None
    for touch in sorted(touches, key=lambda touch: touch.at):
        if touch.outcome == "never-arrived":
            lost = touch
        elif lost and touch.direction == "out" and touch.outcome in ("email-sent", "letter-sent"):
            return touch
    return None


def latest(touches: Iterable[Touch], *outcomes: Outcome) -> Touch | None:
    """The last touch with one of these outcomes."""
    return max((t for t in touches if t.outcome in outcomes), key=lambda touch: touch.at, default=None)


def in_words(promise: Promise | None) -> str | None:
    """A promise to call back, in words: *within ten minutes*."""
    if not promise:
        return None
    amount, unit = promise.amount, promise.unit
    if amount == 1:
        return "within an hour" if unit == "hours" else f"within a {unit.removesuffix('s')}"
    return f"within {NUMBERS[amount] if amount < len(NUMBERS) else amount} {unit}"


def talk(interviews: Sequence[Interview], person: int | None) -> Interview | None:
    """The latest interview, one with this person if there was any."""
    theirs = [interview for interview in interviews if person in interview.interviewers]
    return max(theirs or interviews, key=lambda interview: interview.starts_at, default=None)


def turn_of(interviews: Iterable[Interview], person: int | None) -> int:
    """The person's place among all who were met, from 0; somebody met twice has the place of the later meeting."""
    met = [
        someone
        for interview in sorted(interviews, key=lambda interview: (interview.starts_at, interview.id))
        for someone in interview.interviewers
    ]
    return len(met) - 1 - met[::-1].index(person) if person in met else 0


def decision_on(talked: Interview | None, person: int | None) -> date | None:
    """The day a decision was promised for: by this person if they named one, else to all."""
    if not talked:
        return None
    theirs = [report for report in talked.reports if report.person == person and report.decision_on]
    last = max(theirs, key=lambda report: report.at, default=None)
    return last.decision_on if last else talked.decision_on


def answer_due(touches: Iterable[Touch]) -> date | None:
    """The day by which the last offer is to be answered."""
    last = latest((touch for touch in touches if touch.until), "offer")
    return last.until.date() if last and last.until else None
