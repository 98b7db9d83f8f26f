"""What happened so far, as far as a script speaks of it: the last message, a promise, the talk, an offer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from server.followups.records import Interview, Touch

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


def promise(touches: Iterable[Touch]) -> str | None:
    """The last promise to call back, in words: *in ten minutes*."""
    given = [touch for touch in touches if touch.promise]
    last = max(given, key=lambda touch: touch.at, default=None)
    if not last or not last.promise:
        return None
    amount, unit = last.promise.amount, last.promise.unit
    if amount == 1:
        return "in an hour" if unit == "hours" else f"in a {unit.removesuffix('s')}"
    return f"in {NUMBERS[amount] if amount < len(NUMBERS) else amount} {unit}"


def talk(interviews: Sequence[Interview], person: int | None) -> Interview | None:
    """The latest interview, one with this person if there was any."""
    theirs = [interview for interview in interviews if person in interview.interviewers]
    return max(theirs or interviews, key=lambda interview: interview.starts_at, default=None)


def turn_of(interviews: Sequence[Interview], person: int | None) -> int:
    """The person's place among all who interviewed, from 0, in the order of the talks and of their names."""
    order: dict[int, None] = {}
    for interview in sorted(interviews, key=lambda interview: (interview.starts_at, interview.id)):
        order.update(dict.fromkeys(interview.interviewers))
    return list(order).index(person) if person in order else 0


def answer_due(touches: Iterable[Touch]) -> date | None:
    """The day by which the last offer is to be answered."""
    offers = [touch for touch in touches if touch.outcome == "offer" and touch.until]
    last = max(offers, key=lambda touch: touch.at, default=None)
    return last.until.date() if last and last.until else None
