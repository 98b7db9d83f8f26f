"""R0 to R3: before and after the application has gone out, until somebody answers."""

from __future__ import annotations

from server.followups.rules.rule import Rule
from server.sentences import Sentence

RULES: tuple[Rule, ...] = (
    Rule(
        name="R0.apply",
        on="tracked",
        kind="apply-reminder",
        channels=("reminder",),
        wait=3,
        text=Sentence(
            "You have not applied yet. The effort belongs in the application; with no closing date known, send "
            "it within %(wait)s, before it is forgotten."
        ),
        for_=("STAFFING",),
        case="tracked only, no closing date: a reminder to apply after three business days",
    ),
    Rule(
        name="R0.before-closing",
        on="closing",
        kind="apply-reminder",
        channels=("reminder",),
        wait=2,
        text=Sentence(
            "You have not applied yet, and the posting closes soon. The effort belongs in the application: send it "
            "%(wait)s before they close."
        ),
        for_=("STAFFING",),
        case="tracked only: two business days before the posting closes",
    ),
    Rule(
        name="R1.still-open",
        on="closing",
        tracks=("posting",),
        wait=1,
        text=Sentence(
            "While a posting is still open nobody reads: the first message waits until %(later)s after it closes."
        ),
        case="the posting closes later: the first touch waits until the business day after",
    ),
    Rule(
        name="R1.reserved",
        on="applied",
        tracks=("posting",),
        stances=("reserved",),
        offer="keyword-check",
        text=Sentence(
            "Nothing is planned: you answered a posting and chose to wait. They have your application; the time is "
            "better spent on making it match what they ask for."
        ),
        for_=("STAFFING", "HRBLOG columnist"),
        against=("COLUMN", "COACH", "STORIES"),
        case="solicited, reserved: nothing is planned, the keyword check is offered",
    ),
    Rule(
        name="R1.single-check",
        on="applied",
        tracks=("posting",),
        stances=("single-check",),
        kind="receipt-check",
        channels=("phone", "email"),
        whom="named",
        wait=5,
        calls=1,
        text=Sentence(
            "Ask once, %(wait)s after you answered the posting, whether your application arrived and whether "
            "they have questions. Nothing more, and one call in all."
        ),
        for_=("COLUMN", "HRBLOG director", "HRBLOG readers", "SURVEYS"),
        against=("STAFFING", "HRBLOG columnist"),
        case="solicited, single check: a receipt check by phone after five business days",
    ),
    Rule(
        name="R1.persistent",
        on="applied",
        tracks=("posting",),
        stances=("persistent",),
        kind="value-approach",
        channels=("phone", "email"),
        whom="manager",
        wait=3,
        calls=2,
        text=Sentence(
            "Speak to the person who hires, %(wait)s after you answered the posting: who you are, the one "
            "thing they ask for that you bring, and an easy way out of the talk."
        ),
        for_=("COACH", "COLUMN", "STORIES"),
        against=("STAFFING", "HRBLOG columnist"),
        case="solicited, persistent: a value call to the hiring manager after three business days",
    ),
    Rule(
        name="R1.persistent-second",
        on="unanswered",
        after="R1.persistent",
        tracks=("posting",),
        stances=("persistent",),
        kind="value-approach",
        channels=("phone", "email"),
        whom="same",
        wait=5,
        calls=2,
        text=Sentence(
            "Your first message is unanswered for %(wait)s: try the same person once more by the other channel."
        ),
        for_=("COACH", "STORIES"),
        against=("HRBLOG director",),
        case="solicited, persistent: the voicemail unanswered, an e-mail five business days later",
    ),
    Rule(
        name="R2.reserved",
        on="applied",
        tracks=("cold",),
        stances=("reserved",),
        kind="receipt-check",
        channels=("email", "phone"),
        wait=5,
        not_before=48,
        calls=1,
        text=Sentence(
            "You wrote without a posting, so nobody waits for it: ask after %(wait)s whether it arrived, in "
            "writing where you can."
        ),
        for_=("HRBLOG gym owner", "HRBLOG director"),
        case="cold, reserved: a receipt check by e-mail after five business days",
    ),
    Rule(
        name="R2.single-check",
        on="applied",
        tracks=("cold",),
        stances=("single-check",),
        kind="receipt-check",
        channels=("phone", "email"),
        wait=3,
        not_before=48,
        calls=1,
        text=Sentence(
            "You wrote without a posting: ask after %(wait)s whether it arrived and whether they have "
            "questions. Some answer such letters within 48 hours, so never sooner."
        ),
        for_=("HRBLOG gym owner", "HRBLOG reader", "COLUMN"),
        case="cold, single check: a receipt check by phone after three business days",
    ),
    Rule(
        name="R2.persistent",
        on="applied",
        tracks=("cold",),
        stances=("persistent",),
        kind="value-approach",
        channels=("phone", "email"),
        whom="manager",
        wait=2,
        not_before=48,
        calls=2,
        text=Sentence(
            "You wrote without a posting: call after %(wait)s, once the first 48 hours are over, and say what "
            "you can do for them."
        ),
        for_=("COACH", "HRBLOG gym owner"),
        case="cold, persistent: the value call waits for the 48 hours and the lunch hour",
    ),
    Rule(
        name="R2.persistent-email",
        on="unanswered",
        after="R2.persistent",
        tracks=("cold",),
        stances=("persistent",),
        kind="value-approach",
        channels=("email", "phone"),
        whom="same",
        wait=5,
        calls=2,
        text=Sentence("Your call is unanswered for %(wait)s: write to the same person once."),
        for_=("COACH", "HRBLOG gym owner"),
        case="cold, persistent: the voicemail unanswered, an e-mail five business days later",
    ),
    Rule(
        name="R2.persistent-other",
        on="unanswered",
        after="R2.persistent-email",
        tracks=("cold",),
        stances=("persistent",),
        kind="value-approach",
        channels=("phone", "email"),
        whom="another",
        wait=10,
        calls=2,
        text=Sentence("The first person has been silent for %(wait)s: call the other person you know there, once."),
        for_=("COACH", "HRBLOG gym owner"),
        case="cold, persistent: both unanswered, a call to another person ten business days later",
    ),
    Rule(
        name="R3.lead",
        on="applied",
        tracks=("lead",),
        stances=("reserved", "single-check"),
        kind="lead-call",
        channels=("phone", "email"),
        wait=5,
        not_before=4,
        calls=1,
        text=Sentence(
            "You wrote to somebody you know or were sent to, and heard nothing for %(wait)s: call. Replies get "
            "lost or are never sent."
        ),
        for_=("STORIES",),
        case="lead, single check: a call after five business days of silence",
    ),
    Rule(
        name="R3.persistent",
        on="applied",
        tracks=("lead",),
        stances=("persistent",),
        kind="lead-call",
        channels=("phone", "email"),
        wait=3,
        not_before=4,
        calls=2,
        text=Sentence("You wrote to somebody you know or were sent to, and heard nothing for %(wait)s: call."),
        for_=("STORIES",),
        case="lead, persistent: a call after three business days of silence",
    ),
)
