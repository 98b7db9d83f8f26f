"""R6: what an outcome does to what was planned."""

from __future__ import annotations

from server.followups.rules.rule import Rule
from server.sentences import Sentence

RULES: tuple[Rule, ...] = (
    Rule(
        name="R6.never-arrived",
        on="never-arrived",
        kind="resend",
        channels=("email",),
        text=Sentence("It never arrived: send it again today, by e-mail."),
        for_=("COLUMN",),
        case="never arrived: resend at once by e-mail",
    ),
    Rule(
        name="R6.resend-check",
        on="unanswered",
        after="R6.never-arrived",
        kind="receipt-check",
        channels=("email",),
        whom="same",
        wait=2,
        text=Sentence(
            "You sent it again: ask once, by e-mail, %(later)s, whether it has arrived this time. No further call."
        ),
        for_=("COLUMN",),
        case="never arrived and sent again: one e-mail check two business days later",
    ),
    Rule(
        name="R6.sent",
        on="email-sent",
        text=Sentence(
            "You have written, and no further step follows by itself. What they answer decides what comes next."
        ),
        for_=("HRBLOG director",),
        against=("COACH",),
        case="solicited, single check: once the e-mail is sent nothing more is planned",
    ),
    Rule(
        name="R6.answered",
        on="answered",
        offer="say-what-it-means",
        text=Sentence(
            "They answered. Say what it means, and the next step is planned from that; until then nothing is."
        ),
        case="they answered in words of their own: nothing is planned until you say what it means",
    ),
    Rule(
        name="R6.arrived",
        on="arrived",
        stances=("reserved", "single-check"),
        text=Sentence(
            "It has arrived and is being read: the receipt check is done, and asking again would only press them."
        ),
        for_=("HRBLOG reader",),
        against=("COACH",),
        case="arrived, single check: the receipt check is done",
    ),
    Rule(
        name="R6.arrived-check-in",
        on="arrived",
        stances=("persistent",),
        kind="check-in",
        channels=("email",),
        wait=7,
        text=Sentence("It has arrived and is being read: one check-in by e-mail %(later)s."),
        for_=("COACH", "STORIES"),
        against=("HRBLOG reader",),
        case="arrived, persistent: one check-in by e-mail seven business days later",
    ),
    Rule(
        name="R6.no-answer",
        on="no-answer",
        wait=1,
        text=Sentence(
            "Nobody picked up, which does not count as a call: try again %(later)s, in the other half of the day."
        ),
        case="no answer in the morning: try again the next business day at 14:00",
    ),
    Rule(
        name="R6.three-tries",
        on="no-answer",
        wait=1,
        most=3,
        text=Sentence(
            "Three tries reached nobody: write instead, %(later)s, or leave a voicemail where no e-mail "
            "address is known."
        ),
        case="no answer three times: an e-mail instead",
    ),
    Rule(
        name="R6.voicemail",
        on="voicemail-left",
        stances=("single-check",),
        kind="receipt-check",
        channels=("email",),
        whom="same",
        wait=2,
        tracks=("posting", "cold"),
        text=Sentence("Your voicemail counts as the one call. Only an e-mail may follow it, %(later)s."),
        for_=("HRBLOG director",),
        against=("COACH",),
        case="voicemail left, single check: an e-mail two business days later",
    ),
    Rule(
        name="R6.voicemail-lead",
        on="voicemail-left",
        kind="lead-call",
        channels=("email",),
        whom="same",
        wait=2,
        tracks=("lead",),
        stances=("single-check",),
        text=Sentence("Your voicemail counts as the one call. Only an e-mail may follow it, %(later)s."),
        for_=("HRBLOG director",),
        against=("COACH",),
        case="lead, single check, voicemail left: an e-mail two business days later",
    ),
    Rule(
        name="R6.bad-moment",
        on="bad-moment",
        kind="call-back",
        channels=("phone", "email"),
        wait=1,
        text=Sentence(
            "You reached them at a bad moment: try again at the time they named, else %(later)s in the other "
            "half of the day."
        ),
        for_=("COACH",),
        case="bad moment, a time named: call at that time",
    ),
    Rule(
        name="R6.gatekeeper",
        on="gatekeeper",
        wait=1,
        text=Sentence(
            "You were passed on to the right person: the same follow-up goes to them %(later)s, and the call "
            "you made does not count."
        ),
        case="a gatekeeper names the right person: the same call to them the next business day",
    ),
    Rule(
        name="R6.wrong-number",
        on="wrong-number",
        text=Sentence(
            "That number is wrong and will not be used again: the same follow-up goes by another way the same day."
        ),
        case="wrong number: an e-mail the same day",
    ),
    Rule(
        name="R6.bounced",
        on="bounced",
        text=Sentence(
            "The e-mail came back, so that address will not be used again: the same follow-up goes by another way the "
            "same day."
        ),
        case="e-mail bounced: a call the same day",
    ),
    Rule(
        name="R6.invited",
        on="invited",
        text=Sentence(
            "You are invited to an interview, so all open checks are off. Enter when it is and whom you will meet, "
            "and reminders and thank-yous are planned."
        ),
        for_=("STAFFING",),
        case="invited: open checks are cancelled",
    ),
    Rule(
        name="R6.offer",
        on="offer",
        kind="thank-you",
        channels=("email", "letter"),
        text=Sentence("They made you an offer: thank them, whatever you answer. Everything else planned is off."),
        for_=("COLUMN",),
        case="an offer: a thank-you, and a reminder the business day before the answer is due",
    ),
    Rule(
        name="R6.offer-answer",
        on="offer",
        kind="decision-check",
        channels=("reminder",),
        wait=1,
        text=Sentence("Your answer to the offer is due %(later)s."),
        case="an offer: a thank-you, and a reminder the business day before the answer is due",
    ),
    Rule(
        name="R6.withdrawn",
        on="withdrawn",
        offer="courteous-note",
        text=Sentence(
            "You withdrew, so nothing more is planned. A courteous note keeps the door open, if you like to send one."
        ),
        case="withdrawn: everything is cancelled, a courteous note is offered",
    ),
    Rule(
        name="R6.not-a-fit",
        on="not-a-fit",
        offer="referral-question",
        text=Sentence(
            "They see no fit, so nothing more is planned here. Ask whether they know somebody else who hires for what "
            "you do."
        ),
        for_=("COACH",),
        case="not a fit: closed, the referral question is offered",
    ),
    Rule(
        name="R6.rejected",
        on="rejected",
        kind="closing-note",
        channels=("email", "letter"),
        wait=1,
        text=Sentence(
            "They said no, or the position is filled: one thank-you that keeps the door open, and nothing else."
        ),
        for_=("COLUMN",),
        case="rejected: one thank-you the next business morning",
    ),
    Rule(
        name="R6.asked-not-to-call",
        on="asked-not-to-call",
        wait=1,
        text=Sentence(
            "They asked not to be called, and that holds for good: what was a call becomes an e-mail, "
            "%(later)s at the earliest."
        ),
        case="asked not to call: the open call becomes an e-mail",
    ),
    Rule(
        name="R6.asked-no-contact",
        on="asked-no-contact",
        text=Sentence(
            "They asked not to be contacted, and that holds for good: nothing is planned unless they write or call."
        ),
        case="asked for no contact: everything is cancelled",
    ),
    Rule(
        name="R6.silence",
        on="unanswered",
        wait=42,
        unit="cd",
        offer="suggest-closing",
        text=Sentence(
            "They have been silent for %(wait)s. Close this application, or leave it open: some answers come "
            "after more than a year."
        ),
        for_=("HRBLOG reader",),
        case="six weeks of silence: closing is suggested",
    ),
)
