"""R7: what holds whatever the rule: limits, the employer's own words, and states in which nothing is planned."""

from __future__ import annotations

from server.followups.rules.rule import Rule
from server.sentences import Sentence

RULES: tuple[Rule, ...] = (
    Rule(
        name="R7.not-ready",
        on="always",
        text=Sentence(
            "Say first what this page is: it looks like a list, a log-in page or something other than one posting."
        ),
        case="a page not yet told what it is: nothing is planned",
    ),
    Rule(
        name="R7.closed",
        on="always",
        text=Sentence("This application is closed, so nothing is planned."),
        case="closed by hand: nothing is planned",
    ),
    Rule(
        name="R7.offer-open",
        on="always",
        text=Sentence("There is an offer on the table, so no further checks are planned."),
        case="the offer is answered with a thank-you: nothing more is planned",
    ),
    Rule(
        name="R7.no-contact",
        on="always",
        text=Sentence(
            "The employer asks not to be contacted. That outranks all advice: nothing is planned beyond answering "
            "what they begin themselves."
        ),
        case="the posting forbids all contact: nothing is planned, and the words are quoted",
    ),
    Rule(
        name="R7.unanswered",
        on="always",
        most=2,
        text=Sentence(
            "Two messages in a row to the same person are unanswered: a further one would hurt rather than help."
        ),
        for_=("SURVEYS",),
        against=("COACH",),
        case="two messages unanswered: no third one to the same person",
    ),
    Rule(
        name="R7.unanswered-talk",
        on="always",
        most=3,
        text=Sentence(
            "Three messages in a row to the same person are unanswered since you met: a further one would hurt rather "
            "than help."
        ),
        for_=("SURVEYS",),
        against=("STORIES",),
        case="three unanswered after the interview: no further check-in",
    ),
    Rule(
        name="R7.no-other-person",
        on="always",
        text=Sentence(
            "The person you wrote to is silent, and no other person there is known. Add one, and a call to them is "
            "planned."
        ),
        for_=("COACH",),
        case="cold, persistent: both unanswered and nobody else known: nothing more is planned",
    ),
    Rule(
        name="R7.needs-contact",
        on="always",
        text=Sentence(
            "There is nobody to turn to yet. Look at the employer's contact page, ask the switchboard, or read the "
            "posting's own lines again for a name."
        ),
        case="no contact at all: the follow-up needs a contact and is never due",
    ),
    Rule(
        name="R7.needs-address",
        on="always",
        text=Sentence(
            "There is nobody to write to yet. Look at the employer's contact page, or read the posting's own lines "
            "again for an address."
        ),
        case="no calls and only a number known: an address is needed",
    ),
    Rule(
        name="R7.no-call-hours",
        on="always",
        text=Sentence("Their hours for calls and yours never overlap: an e-mail instead."),
        case="both hours cannot be met: an e-mail instead, and it is said",
    ),
)
