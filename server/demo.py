"""Invented applications in all states, taken in and worked on through the same doors as real ones."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from html import escape
from typing import Any

from server import intake, planning
from server.clock import zone
from server.followups.records import Outcome, Promise
from server.intake import Capture
from server.services import contacts, fields, notes, outcomes, preferences, talks, tracking
from server.store import applications, followups
from server.store.captures import KeptPage
from server.store.connection import Store

ME: dict[str, Any] = {
    "name": "Robin Sample",
    "phone": "+12065550100",
    "emails": ("robin@example.com",),
    "timezone": "America/Los_Angeles",
    "country": "US",
    "region": "WA",
    "strengths": (
        "Kept the front desk of a busy practice for four years",
        "Brought a paper diary into scheduling software",
        "Calm with people who are not",
        "Spreadsheets that others can read",
    ),
    "resume": "Front desk and office coordination. Scheduling software, bookkeeping, supplier contracts, spreadsheets.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One invented posting. ``applied`` is how many days ago, None for not yet; ``contact`` is a line of the page."""

    title: str
    employer: str
    where: str
    host: str
    applied: int | None
    contact: str = ""
    text: str = ""
    wants: tuple[str, ...] = ()
    pay: str = ""
    approach: intake.Approach = "solicited"
    stance: Any = None
    kind: str = "posting"
    happened: tuple[tuple[int, Outcome], ...] = ()
    more: dict[str, Any] = field(default_factory=dict)

    @property
    def page(self) -> str:
        """The posting as a page."""
        lines = "".join(f"<li>{escape(want)}</li>" for want in self.wants)
        wants = f"<h2>Requirements</h2><ul>{lines}</ul>" if lines else ""
        return (
            f"<!doctype html><html lang='en-US'><head><title>{escape(self.title)} – {escape(self.employer)}</title>"
            f"<meta property='og:site_name' content='{escape(self.employer)}'></head><body><main>"
            f"<h1>{escape(self.title or self.employer)}</h1><p>Employer: {escape(self.employer)}</p>"
            f"<p>Location: {escape(self.where)}</p><p>{escape(self.pay)}</p><p>{escape(self.text)}</p>"
            f"{wants}<p>{escape(self.contact)}</p></main></body></html>"
        )


PLACES = (
    Place(
        title="Office Manager",
        employer="Northlake Clinic",
        where="Seattle, WA",
        host="jobs.northlake.example.com",
        applied=8,
        text="You run the front desk, keep the books and see that the day holds together. Feel free to call.",
        wants=("Three years at a front desk", "Scheduling software", "Calm with patients on a busy day"),
        pay="Salary: $52,000 - $58,000 a year",
        contact="Contact: Dana Whitfield, Hiring Manager, dana@northlake.example.com, (206) 555-0142",
        more={"favourite": True, "note": "Ines works there: they still use a paper diary. Mention the software."},
    ),
    Place(
        title="Scheduling Coordinator",
        employer="Larkspur Freight",
        where="Brooklyn, NY",
        host="careers.larkspur.example.com",
        applied=12,
        text="Plan forty vans a day across five boroughs.",
        wants=("Spreadsheets", "A steady voice on the phone"),
        contact="Recruiter: Marcus Bell, (212) 555-0123, mbell@larkspur.example.com",
        stance="persistent",
        happened=((5, "no-answer"), (4, "will-call-back")),
    ),
    Place(
        title="Archive Assistant",
        employer="Harbor Museum",
        where="Tacoma, WA",
        host="harbormuseum.example.org",
        applied=7,
        text="Two rooms of photographs wait to be named.",
        wants=("Patience", "Catalogue software"),
        contact="Please, no phone calls. Write to Lena Ortiz, HR, lena.ortiz@harbormuseum.example.org",
    ),
    Place(
        title="Receptionist",
        employer="Quarry Dental",
        where="Bellevue, WA",
        host="quarrydental.example.com",
        applied=16,
        text="Mornings at the desk of a practice with three chairs.",
        contact="Contact: Priya Raman, Practice Owner, priya@quarrydental.example.com, (425) 555-0177",
        happened=((9, "arrived"), (6, "invited")),
        more={"interview": 1},
    ),
    Place(
        title="Operations Assistant",
        employer="Tidewater Cooperative",
        where="Portland, OR",
        host="tidewater.example.org",
        applied=30,
        text="A cooperative of nine bakeries looks for a second pair of hands.",
        contact="Contact: Jo Hale, Coordinator, jo@tidewater.example.org, (503) 555-0119",
        happened=((20, "arrived"), (14, "invited")),
        more={"interview": -8, "second": "Sam Okafor, Head Baker", "thanked": 7},
    ),
    Place(
        title="Inventory Clerk",
        employer="Evergreen Supply",
        where="Kent, WA",
        host="evergreen.example.com",
        applied=7,
        text="Count what comes in, and what goes out.",
    ),
    Place(
        title="Customer Care Lead",
        employer="Brightwell Energy",
        where="Spokane, WA",
        host="brightwell.example.com",
        applied=25,
        text="Lead a team of eight.",
        contact="Contact: Theo Lindqvist, Manager, theo@brightwell.example.com, (509) 555-0131",
        happened=((16, "voicemail-left"), (1, "offer")),
    ),
    Place(
        title="Bookkeeper",
        employer="Fir & Stone Builders",
        where="Olympia, WA",
        host="firstone.example.com",
        applied=40,
        text="Invoices, wages, and a dog in the office.",
        contact="Contact: Ana Petrov, Owner, ana@firstone.example.com, (360) 555-0188",
        happened=((30, "arrived"), (3, "rejected"), (2, "email-sent")),
    ),
    Place(
        title="Library Assistant",
        employer="Cedar County Library",
        where="Everett, WA",
        host="cedarlibrary.example.org",
        applied=None,
        text="Evenings at the desk and story hour on Saturdays. Closes on December 4, 2026.",
        wants=("Friendly with children", "Some Spanish"),
        contact="Questions to Noor Haddad, Branch Manager, noor@cedarlibrary.example.org",
    ),
    Place(
        title="Kitchen and front of house",
        employer="Bluebird Bakery",
        where="Seattle, WA",
        host="bluebird.example.com",
        applied=5,
        approach="unsolicited",
        contact="hello@bluebird.example.com, (206) 555-0164",
        more={"facts": {"employer": "Bluebird Bakery", "sort_of_work": "counter and office work"}},
    ),
    Place(
        title="",
        employer="Sound Studio Seven",
        where="Seattle, WA",
        host="sound7.example.com",
        applied=8,
        approach="lead",
        contact="Mika Rowe, mika@sound7.example.com, (206) 555-0171",
        more={"facts": {"employer": "Sound Studio Seven"}},
    ),
    Place(
        title="Front Desk Agent",
        employer="Alder Hotel",
        where="Seattle, WA",
        host="alderhotel.example.com",
        applied=60,
        text="Nights and weekends.",
        contact="Contact: Front office, (206) 555-0155",
        happened=((52, "voicemail-left"),),
    ),
)

WALL = (
    "<!doctype html><html><head><title>Sign in</title></head><body><h1>Sign in</h1>"
    "<form><input type=password></form><p>Please sign in to see this job.</p></body></html>"
)


def fill(db: Store, now: datetime) -> None:
    """Fill empty data with the invented applications, as somebody would have who began some weeks ago."""
    preferences.save(db, ME, now=now - timedelta(days=61))
    for place in PLACES:
        _track(db, place, now)
    wall = Capture(html=WALL, url="https://login.example.com/jobs/81", captured_at=now - timedelta(days=1))
    intake.receive(db, wall, _read, now=now - timedelta(days=1))
    planning.replan_all(db, now)


def _read(page: KeptPage) -> dict[str, Any]:
    from scrapers import scrape

    return scrape(page.html, page.url, captured_at=page.captured_at).as_dict()


def _track(db: Store, place: Place, now: datetime) -> None:
    local = now.astimezone(zone(ME["timezone"]))
    sent = _at(local, place.applied or 2, 9)
    capture = Capture(
        html=place.page,
        url=f"https://{place.host}/jobs/{len(place.title)}",
        title=place.title,
        captured_at=sent,
        approach=place.approach,
        stance=place.stance,
        applied_on=sent.date() if place.applied is not None else None,
        facts=place.more.get("facts", {}),
    )
    number = tracking.add(db, capture, _read, now=sent).application
    if number is None:
        return
    for days, outcome in place.happened:
        _happened(db, number, outcome, _at(local, days, 11))
    _extras(db, number, place, local)


def _at(local: datetime, days: int, hour: int) -> datetime:
    return datetime.combine(local.date() - timedelta(days=days), time(hour, 5), local.tzinfo)


def _happened(db: Store, number: int, outcome: Outcome, at: datetime) -> None:
    people = applications.record(db, number).people
    open_ones = [one for one in followups.of(db, number) if one.state == "open"]
    outcomes.log(
        db,
        number,
        outcome,
        now=at,
        followup=open_ones[0].identity.key if open_ones else None,
        person=people[0].id if people else None,
        channel="email" if outcome == "email-sent" else "phone",
        promise=Promise(amount=2, unit="days") if outcome == "will-call-back" else None,
        until=at + timedelta(days=9) if outcome == "offer" else None,
    )


def _extras(db: Store, number: int, place: Place, local: datetime) -> None:
    if place.more.get("favourite"):
        fields.set_favourite(db, number, True, now=_at(local, 7, 9))
    if place.more.get("note"):
        notes.add(db, number, place.more["note"], now=_at(local, 6, 18))
    if "interview" in place.more:
        _interview(db, number, place, local)


def _interview(db: Store, number: int, place: Place, local: datetime) -> None:
    name, _, role = place.more.get("second", "").partition(", ")
    if name:
        contacts.add(db, number, now=_at(local, 14, 12), name=name, role=role)
    people = [person.id for person in applications.record(db, number).people]
    starts = _at(local, -place.more["interview"], 14)
    made = talks.add(
        db, number, starts, now=_at(local, 14, 12), interviewers=people, place="At their office, second floor"
    )
    if starts < local and made.id is not None:
        talks.hold(db, made.id, now=starts + timedelta(hours=2), decision_on=(local - timedelta(days=1)).date())
        _happened(db, number, "email-sent", _at(local, place.more["thanked"], 8))
