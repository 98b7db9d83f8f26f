"""The words people read for the values the records carry. One table a value set; a test holds them complete."""

from __future__ import annotations

from collections.abc import Mapping

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

Words = Mapping[str, LazyString]

KINDS: Words = {
    "receipt-check": _l("Ask whether it arrived"),
    "value-approach": _l("Introduce yourself"),
    "lead-call": _l("Follow up with your lead"),
    "call-back": _l("Call back, as promised"),
    "resend": _l("Send it again"),
    "thank-you": _l("Say thank you"),
    "decision-check": _l("Ask for the decision"),
    "check-in": _l("Check in"),
    "closing-note": _l("Send a closing note"),
    "apply-reminder": _l("Apply"),
    "interview-reminder": _l("Prepare the interview"),
}
CHANNELS: Words = {
    "phone": _l("Call"),
    "email": _l("E-mail"),
    "letter": _l("Letter"),
    "reminder": _l("Reminder"),
}
OUTCOMES: Words = {
    "arrived": _l("It arrived"),
    "never-arrived": _l("It never arrived"),
    "email-sent": _l("E-mail sent"),
    "letter-sent": _l("Letter sent"),
    "answered": _l("They answered"),
    "acknowledged": _l("Automatic receipt came"),
    "no-answer": _l("No answer"),
    "engaged": _l("Engaged"),
    "voicemail-left": _l("Voicemail left"),
    "bad-moment": _l("Bad moment"),
    "will-call-back": _l("They will call back"),
    "gatekeeper": _l("Sent to someone else"),
    "wrong-number": _l("Wrong number"),
    "bounced": _l("E-mail bounced"),
    "invited": _l("Invited to an interview"),
    "interview-held": _l("Interview held"),
    "offer": _l("They made an offer"),
    "not-a-fit": _l("Not a fit"),
    "rejected": _l("Rejected"),
    "filled": _l("Job filled"),
    "withdrawn": _l("I withdrew"),
    "asked-not-to-call": _l("Asked not to call"),
    "asked-no-contact": _l("Asked for no contact"),
}
STAGES: Words = {
    "tracked": _l("Tracked"),
    "applied": _l("Applied"),
    "in-contact": _l("In contact"),
    "interview": _l("Interview"),
    "offer": _l("Offer"),
    "closed": _l("Closed"),
}
CLOSINGS: Words = {
    "hired": _l("hired"),
    "declined": _l("declined by me"),
    "rejected": _l("rejected"),
    "filled": _l("filled"),
    "withdrawn": _l("withdrawn"),
    "no-answer": _l("no answer"),
}
STANCES: Words = {
    "reserved": _l("Reserved"),
    "single-check": _l("Single check"),
    "persistent": _l("Persistent"),
}
STANCES_EXPLAINED: Words = {
    "reserved": _l("Wait, unless they have spoken to you."),
    "single-check": _l("Ask once whether it arrived; nothing more."),
    "persistent": _l("Speak to the hiring manager; try again by the other channel."),
}
APPROACHES: Words = {
    "solicited": _l("Answers a posting"),
    "unsolicited": _l("Unsolicited"),
    "lead": _l("Through a lead"),
}
ORIGINS: Words = {
    "posting": _l("a posting"),
    "phone": _l("a phone advert"),
    "cold": _l("sent cold"),
    "referral": _l("a lead"),
}
POLICIES: Words = {
    "welcome": _l("welcome"),
    "unstated": _l("not mentioned"),
    "forbidden": _l("not wanted"),
}
APPLY_BY: Words = {
    "email": _l("by e-mail"),
    "web": _l("on the web"),
    "phone": _l("by phone"),
    "post": _l("by post"),
}
PAGE_KINDS: Words = {
    "posting": _l("a job posting"),
    "employer": _l("an employer's page without a posting"),
    "list": _l("a list of jobs, not one job"),
    "expired": _l("a posting that says it is closed"),
    "wall": _l("a login wall or an error page, not the job"),
}
SOURCES: Words = {
    "HRBLOG": _l("an HR blogger and her readers"),
    "HRBLOG columnist": _l("an advice columnist"),
    "HRBLOG gym owner": _l("a gym owner who hires"),
    "HRBLOG director": _l("an HR director"),
    "HRBLOG reader": _l("an HR reader"),
    "HRBLOG readers": _l("readers of an HR blog"),
    "STAFFING": _l("a staffing firm"),
    "COACH": _l("a career coach"),
    "STORIES": _l("job seekers' own stories"),
    "COLUMN": _l("a careers columnist"),
    "SURVEYS": _l("surveys of hiring managers"),
}
UNITS: Words = {"minutes": _l("minutes"), "hours": _l("hours"), "days": _l("business days")}
PERIODS: Words = {
    "hour": _l("hour"),
    "day": _l("day"),
    "week": _l("week"),
    "month": _l("month"),
    "year": _l("year"),
}
DAYS: tuple[LazyString, ...] = (
    _l("Monday"),
    _l("Tuesday"),
    _l("Wednesday"),
    _l("Thursday"),
    _l("Friday"),
    _l("Saturday"),
    _l("Sunday"),
)
TONES: Words = {"warm": _l("Warm"), "brief": _l("Brief"), "concrete": _l("Concrete")}
_ALL: Mapping[str, Words] = {
    "kind": KINDS,
    "channel": CHANNELS,
    "outcome": OUTCOMES,
    "stage": STAGES,
    "closing": CLOSINGS,
    "stance": STANCES,
    "approach": APPROACHES,
    "origin": ORIGINS,
    "policy": POLICIES,
    "apply_by": APPLY_BY,
    "page": PAGE_KINDS,
    "source": SOURCES,
    "unit": UNITS,
    "tone": TONES,
}


def word(group: str, value: str | None) -> str:
    """The words for one value of a group (``word("stage", "in-contact")``); an unknown value is shown as it is."""
    return str(_ALL[group].get(value or "", value or ""))
