"""What one person is spared, over all applications: more unanswered messages than fit, and calls they do not want."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from server.followups import people, rules
from server.followups.records import FollowUp, Touch
from server.followups.story import SENT, is_word, rule_of
from server.sentences import Sentence

_UNLIMITED = ("thank-you", "closing-note")


class Limits:
    """How many messages each contact has not answered, and what they asked for, in whatever application it was."""

    def __init__(self, touches_by_person: Mapping[int, Sequence[Touch]]) -> None:
        self._touches = {person: sorted(touches, key=_order) for person, touches in touches_by_person.items()}
        self._unanswered = {person: _unanswered(touches) for person, touches in self._touches.items()}
        self._ahead: Counter[int] = Counter()

    def held(self, follow_up: FollowUp) -> FollowUp:
        """The follow-up, or the same waiting for another contact, where this one has been asked often enough."""
        person = follow_up.person
        if person is None or follow_up.asked_for or follow_up.kind in _UNLIMITED:
            return follow_up
        after_talk = follow_up.identity.rule.startswith("R5.")
        most = rules.get("R7.unanswered-talk" if after_talk else "R7.unanswered").most
        if self._of(follow_up, person.id) + self._ahead[person.id] >= most and not follow_up.by_hand:
            note = Sentence(
                "Not now: %(who)s already has enough messages to answer, over all your applications.",
                who=people.label(person),
            )
            return replace(follow_up, state="needs-contact", notes=(*follow_up.notes, note))
        self._ahead[person.id] += 1
        return follow_up

    def _of(self, follow_up: FollowUp, person: int) -> int:
        counted = self._unanswered.get(person)
        if counted is None:
            return follow_up.unanswered
        own = follow_up.identity.application
        elsewhere = sum(count for application, count in counted.items() if application != own)
        return elsewhere + min(follow_up.unanswered, counted[own])

    def asks_for_no_call(self, follow_up: FollowUp) -> bool:
        """Whether the contact asked somewhere not to be called, since they last offered to call back."""
        if follow_up.person is None or follow_up.channel != "phone" or follow_up.by_hand:
            return False
        asked = False
        for touch in self._touches.get(follow_up.person.id, ()):
            if touch.outcome in ("asked-not-to-call", "asked-no-contact"):
                asked = True
            elif touch.outcome == "will-call-back" and touch.application == follow_up.identity.application:
                asked = asked and not follow_up.identity.rule.startswith("R4.")
        return asked


def _order(touch: Touch) -> tuple[object, int]:
    return (touch.at, touch.id)


def _unanswered(touches: Sequence[Touch]) -> Counter[int]:
    """Messages since the contact's last word, by application. Thank-yous ask for no answer."""
    counted: Counter[int] = Counter()
    for touch in touches:
        if is_word(touch):
            counted.clear()
        elif touch.outcome in SENT and rule_of(touch) != rules.get("R5.thank-you").name:
            counted[touch.application] += 1
    return counted
