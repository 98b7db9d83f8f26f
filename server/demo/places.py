"""The invented places of the demonstration: postings as pages, and what happened with each."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from typing import Any

from server.followups.records import Outcome
from server.intake import Approach

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
    approach: Approach = "solicited"
    stance: Any = None
    kind: str = "posting"
    happened: tuple[tuple[int, Outcome], ...] = ()
    more: dict[str, Any] = field(default_factory=dict)

    @property
    def page(self) -> str:
        """The posting as a page."""
        # Contacts stand under a heading of their own, as they do on most pages.
        contact = f"<h2>Contact</h2><p>{escape(self.contact)}</p>" if self.contact else ""
        lines = "".join(f"<li>{escape(want)}</li>" for want in self.wants)
        wants = f"<h2>Requirements</h2><ul>{lines}</ul>" if lines else ""
        return (
            f"<!doctype html><html lang='en-US'><head><title>{escape(self.title)} – {escape(self.employer)}</title>"
            f"<meta property='og:site_name' content='{escape(self.employer)}'></head><body><main>"
            f"<h1>{escape(self.title or self.employer)}</h1><p>Employer: {escape(self.employer)}</p>"
            f"<p>Location: {escape(self.where)}</p><p>{escape(self.pay)}</p><p>{escape(self.text)}</p>"
            f"{wants}{contact}</main></body></html>"
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
        more={
            "favourite": True,
            "note": "Ines works there: they still use a paper diary. Mention the software.",
            "document": "CV-November.pdf",
        },
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
        happened=((6, "no-answer"), (5, "will-call-back")),
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
        more={"dead": "phone"},
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
    Place(
        title="Inventory Clerk",
        employer="Evergreen Supply",
        where="Kent, WA",
        host="jobboard.example.net",
        applied=None,
        text="Count what comes in, and what goes out, for a supplier of everything green.",
        more={"note": "Here they say part time. Ask which is right."},
    ),
)

WALL = (
    "<!doctype html><html><head><title>Sign in</title></head><body><h1>Sign in</h1>"
    "<form><input type=password></form><p>Please sign in to see this job.</p></body></html>"
)

_TITLES = ("Office Assistant", "Bookkeeper", "Receptionist", "Team Assistant", "Order Clerk", "Records Clerk")
_NAMES = ("Avery Lund", "Noa Becker", "Kim Castell", "Rui Prado", "Ida Holm", "Sol Reyes", "Max Adler", "Uma Lind")
_FIRMS = ("Maple Works", "Anchor Print", "Hollow Tools", "Pine Dairy", "Kite Travel", "Moss Garden", "Opal Glass")
_TOLD: tuple[tuple[Outcome, ...], ...] = (
    ("arrived", "rejected", "email-sent"),
    ("voicemail-left",),
    ("email-sent",),
    ("voicemail-left", "answered", "rejected", "email-sent"),
    ("email-sent", "answered", "not-a-fit", "email-sent"),
    ("voicemail-left", "filled", "email-sent"),
    ("arrived",),
)
_ENDS = {"rejected", "not-a-fit", "filled"}


def earlier() -> tuple[Place, ...]:
    """Places of the months before, long decided: some were followed up, some waited for, so that there is something
    to count.
    """
    return tuple(_earlier(number) for number in range(26))


def _earlier(number: int) -> Place:
    """The ``number``-th of them: every third one was waited for, and one in four of those wrote by itself."""
    sent, waited = 120 - 3 * number, number % 3 == 2
    told: tuple[Outcome, ...] = () if waited else _TOLD[(number - number // 3) % len(_TOLD)]
    name, firm = _NAMES[number % len(_NAMES)], f"{_FIRMS[number % len(_FIRMS)]} {'Ltd' if number < 13 else 'Group'}"
    host = f"{firm.lower().replace(' ', '-')}.example.com"
    return Place(
        title=_TITLES[number % len(_TITLES)],
        employer=firm,
        where="Seattle, WA",
        host=host,
        applied=sent,
        text="Full time, from the first of the month.",
        contact=f"Contact: {name}, Office Lead, {name.split()[0].lower()}@{host}, (206) 555-{100 + number:04}",
        approach="unsolicited" if number % 7 == 3 else "solicited",
        stance="persistent" if number % 2 else None,
        happened=tuple((sent - (3 + number % 11) - 4 * nth, outcome) for nth, outcome in enumerate(told)),
        more={"wrote": waited and number % 4 == 2, "closed": not _ENDS & set(told)},
    )
