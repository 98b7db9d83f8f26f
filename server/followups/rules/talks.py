"""R4 and R5: promised call-backs and interviews, where the ice is broken."""

from __future__ import annotations

from server.followups.rules.rule import Rule
from server.sentences import Sentence

RULES: tuple[Rule, ...] = (
    Rule(
        name="R4.call-back",
        on="will-call-back",
        kind="call-back",
        channels=("phone", "email"),
        stretch=1.5,
        text=Sentence(
            "They said they would call back, and half as long again has passed: call them. They began this, so no "
            "limit on calls holds it back, and hardly anybody does it."
        ),
        for_=("STORIES",),
        case="a call-back promised in ten minutes: call after fifteen",
    ),
    Rule(
        name="R4.call-back-days",
        on="will-call-back",
        kind="call-back",
        channels=("phone", "email"),
        wait=1,
        text=Sentence(
            "They said they would call back in a matter of days. If those pass without a call, call them %(later)s. "
            "They began this, so no limit on calls holds it back."
        ),
        for_=("STORIES",),
        case="a call-back promised in two days: call the business morning after",
    ),
    Rule(
        name="R5.reminder-evening",
        on="interview",
        kind="interview-reminder",
        channels=("reminder",),
        text=Sentence(
            "Your interview is tomorrow. Before you leave it, ask what the next steps are and by when they decide, "
            "and note the name and address of everybody you meet."
        ),
        for_=("STAFFING",),
        case="an interview: reminders the evening before and two hours before",
    ),
    Rule(
        name="R5.reminder-hours",
        on="interview",
        kind="interview-reminder",
        channels=("reminder",),
        wait=2,
        unit="h",
        text=Sentence(
            "Your interview is in %(wait)s. Ask for the next steps and the decision date before you leave, and "
            "note everybody's name and address."
        ),
        for_=("STAFFING",),
        case="an interview: reminders the evening before and two hours before",
    ),
    Rule(
        name="R5.thank-you",
        on="interview",
        kind="thank-you",
        channels=("email", "letter"),
        wait=2,
        unit="h",
        text=Sentence(
            "Thank everybody you met, one by one, %(wait)s after the talk and at the latest the next morning, "
            "weekends and holidays included. Leaving it out lowers your chances; few do it."
        ),
        for_=("STAFFING", "COLUMN"),
        case="an interview with two people: a thank-you to each, two hours after its end",
    ),
    Rule(
        name="R5.decision-promised",
        on="interview",
        kind="decision-check",
        channels=("phone", "email"),
        whom="manager",
        wait=1,
        text=Sentence(
            "The day on which they promised to decide is over: ask where it stands. After an interview that is "
            "expected."
        ),
        for_=("STAFFING",),
        case="an interview with a decision date: a decision call the business day after it",
    ),
    Rule(
        name="R5.decision",
        on="interview",
        kind="decision-check",
        channels=("phone", "email"),
        whom="manager",
        wait=14,
        unit="cd",
        text=Sentence("It is %(wait)s since the interview and they named no date: ask where it stands."),
        for_=("STAFFING",),
        case="an interview without a decision date: a decision call after fourteen days",
    ),
    Rule(
        name="R5.check-in",
        on="interview",
        stances=("persistent",),
        kind="check-in",
        channels=("email", "phone"),
        wait=5,
        text=Sentence(
            "Still undecided: check in every %(wait)s, with each of those you met in turn. They do not always "
            "know the same things."
        ),
        for_=("STORIES",),
        case="an interview, persistent: check-ins every five business days, each interviewer in turn",
    ),
    Rule(
        name="R5.conflict",
        on="interview",
        text=Sentence("They tell you different things. Count on nothing until it is in writing."),
        for_=("STORIES",),
        case="two interviewers name different decision dates: the conflict is shown",
    ),
    Rule(
        name="R5.asked",
        on="interview",
        text=Sentence("You have asked where it stands. Nothing more is planned until they answer."),
        for_=("STAFFING",),
        against=("STORIES",),
        case="an interview, single check: after the decision call nothing more is planned",
    ),
)
