"""How fast the dashboard's pages answer with much data: 10,000 applications, 100,000 follow-ups, as many touches.

Run: ``python -m bench pages``. The limit is the project's own. Each page is asked for over HTTP from the server as it
is shipped; its first answer, which compiles the template, is not counted. On a busy machine the clock says how busy it
is, so the time spent computing stands beside it, and that is what is held against the limit.
"""

from __future__ import annotations

import http.client
import random
import tempfile
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from urllib.parse import urlencode

from server import clock, create_app, planning
from server.clock import zone
from server.config import load
from server.followups.records import Absence, FollowUp, Identity, Person, Plan, Why
from server.store import access, applications, events, followups, notes, people, rows, search, settings, times
from server.store.connection import Store, connect, prepare, write
from server.wire import bind, make_server, stop

APPLICATIONS, EACH, ASKED, LIMIT = 10_000, 10, 9, 100
"""How many applications, follow-ups and touches of each, times each page is asked for, milliseconds allowed."""
STAGES = ("tracked", "applied", "applied", "applied", "in-contact", "interview", "offer", "closed")
OUTCOMES = ("no-answer", "voicemail-left", "email-sent", "arrived", "answered", "bad-moment", "rejected")
TITLES = ("Office Manager", "Bookkeeper", "Archive Assistant", "Scheduling Coordinator", "Receptionist")
WORDS = (
    "desk",
    "ledger",
    "clinic",
    "patients",
    "invoices",
    "reports",
    "customers",
    "software",
    "orders",
    "diary",
    "bakery",
)
WHY = Why(rule="R1.single-check", text="Ask once whether it arrived.", for_=("STAFFING",), against=("STORIES",))
PAGES = (
    "/",
    "/?done=1",
    "/applications",
    "/applications?page=150",
    "/applications?show=open&sort=next",
    "/applications?show=needs-contact&sort=employer",
    "/applications?q=clinic",
    "/applications?q=clerk4711",
    "/applications?q=dana+4711",
    "/applications/board",
    "/applications/5000",
    "/applications/5000/delete",
    "/duplicates/4999/5000",
    "/people",
    "/people?q=dana+4711",
    "/people?page=150",
    "/people/5000",
    "/people/5000/card.vcf",
    "/people/5000/dial.svg",
    "/insights",
    "/add",
    "/start",
    "/settings",
    "/settings/scripts",
    "/settings/scripts/receipt-check.solicited.phone",
    "/settings/browsers",
    "/settings/data",
    "/settings/data/erase",
)


def fill(db: Store, now: datetime) -> None:
    """Fill empty data with invented applications, their people, histories and plans."""
    chance = random.Random(1)
    planned: list[FollowUp] = []
    with write(db):
        for number in range(1, APPLICATIONS + 1):
            person = add_application(db, chance, number, now)
            add_history(db, chance, number, person.id, now)
            planned += steps(chance, number, person, now)
        planned.sort(key=lambda step: step.due_at)
        followups.keep_arranged(db, planned)
        followups.keep_plans(db, [plan(number) for number in range(1, APPLICATIONS + 1)], now)
        search.refresh(db, applications.ids(db))
        settings.set_mark(db, planning.PLANNED_ON, now.date().isoformat())


def add_application(db: Store, chance: random.Random, number: int, now: datetime) -> Person:
    """One application with a contact of its own."""
    applied = now.date() - timedelta(days=chance.randrange(200))
    stage = chance.choice(STAGES)
    applications.add(db, {
        "title": f"{chance.choice(TITLES)} {number}", "employer": f"Employer {number % 3000}",
        "employer_key": f"employer {number % 3000}", "location": "Seattle, WA", "country": "US",
        "timezone": "America/New_York", "stage": stage, "closing": "rejected" if stage == "closed" else None,
        "favourite": number % 50 == 0, "applied_on": applied.isoformat() if stage != "tracked" else None,
        "tracked_at": times.to_text(now - timedelta(days=200, minutes=-number)), "updated_at": times.to_text(now),
        "url": f"https://jobs.example.com/{number}", "wants": chance.choices(WORDS, k=4),
        "description": f"clerk{number} " + " ".join(chance.choices(WORDS, k=250)),
    })  # fmt: skip
    phone, email = f"+1206555{number % 10_000:04}", f"dana{number}@employer.example.com"
    person = people.add(db, {"name": f"Dana {number}", "name_key": f"dana {number}", "added_at": times.to_text(now)})
    people.add_detail(db, person, "phone", phone)
    people.add_detail(db, person, "email", email)
    people.add_link(db, number, person, {"role": "Manager", "sure": 1, "evidence_text": f"Contact: Dana {number}"})
    return Person(id=person, name=f"Dana {number}", role="Manager", phone=phone, email=email, sure=True)


def add_history(db: Store, chance: random.Random, number: int, person: int, now: datetime) -> None:
    """What happened with one application, as touches, events and a note."""
    for nth in range(EACH):
        at = times.to_text(now - timedelta(days=180 - 15 * nth, minutes=number % 600))
        outcome = chance.choice(OUTCOMES)
        touch = {"application": number, "person": person, "at": at, "channel": "phone", "outcome": outcome}
        rows.insert(db, "touches", touch)
        events.record(db, "outcome", now, application=number, person=person, data={"outcome": outcome})
    notes.add(db, {"application": number, "text": "They still use a paper diary.", "written_at": at})


def steps(chance: random.Random, number: int, person: Person, now: datetime) -> Iterator[FollowUp]:
    """What is planned for one application: some of it long due, most to come, some without a contact."""
    for nth in range(EACH):
        due = now + timedelta(days=chance.randrange(-10, 200), minutes=chance.randrange(600))
        alone = number % 20 == 0 and nth == 0
        yield FollowUp(
            identity=Identity(application=number, rule=WHY.rule, step=nth, person=None if alone else person.id),
            kind="receipt-check",
            channel="phone",
            due_at=due.astimezone(zone("America/New_York")),
            why=WHY,
            state="needs-contact" if alone else "open",
            person=None if alone else person,
            favourite=number % 50 == 0,
        )


def plan(number: int) -> Plan:
    """A kept plan that says why something is not done."""
    return Plan(application=number, absences=(Absence(application=number, why=WHY),))


@contextmanager
def served(folder: Path) -> Iterator[http.client.HTTPConnection]:
    """The server on the data in ``folder``, and a connection to it."""
    listener = bind(0)
    config = load(folder, listener.getsockname()[1])
    app = create_app(config)
    server = make_server(app, listener)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        with closing(http.client.HTTPConnection("127.0.0.1", config.port, timeout=60)) as connection:
            yield connection
    finally:
        stop(server, thread)
        app.extensions["reading"].close()


def sign_in(connection: http.client.HTTPConnection, folder: Path) -> dict[str, str]:
    """Open a dashboard session; the headers that carry it."""
    with connect(load(folder).database) as db:
        key = access.add_launch_key(db, datetime.now(UTC))
    own = {"Origin": f"http://127.0.0.1:{connection.port}", "Content-Type": "application/x-www-form-urlencoded"}
    connection.request("POST", "/launch", urlencode({"key": key}), own)
    answer = connection.getresponse()
    answer.read()
    return {"Cookie": (answer.headers["Set-Cookie"] or "").partition(";")[0]}


def ask(connection: http.client.HTTPConnection, path: str, headers: dict[str, str]) -> tuple[float, float]:
    """Milliseconds until a page is there in full, on the clock and of computing."""
    begun, computed = perf_counter(), process_time()
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    answer.read()
    if answer.status != 200:
        raise RuntimeError(f"{path} answered {answer.status}")
    return (perf_counter() - begun) * 1000, (process_time() - computed) * 1000


def main() -> None:
    """Fill, serve, ask, print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        begun = perf_counter()
        with prepare(load(folder).database) as db:
            fill(db, clock.now(settings.load(db).timezone))
            counts = f"{applications.count(db)} applications, {followups.count(db)} follow-ups"
            print(f"{counts}, made in {perf_counter() - begun:.0f} s")
        print("milliseconds: median, of it computing, fastest, slowest")
        with served(folder) as connection:
            headers = sign_in(connection, folder)
            slow = [path for path in PAGES if not measured(connection, path, headers)]
    print("all within the limit" if not slow else f"{len(slow)} of {len(PAGES)} over the limit of {LIMIT} ms")


def measured(connection: http.client.HTTPConnection, path: str, headers: dict[str, str]) -> bool:
    """Ask for a page several times and print how long it took; whether it is within the limit."""
    ask(connection, path, headers)
    taken = sorted(ask(connection, path, headers) for _ in range(ASKED))
    clock_time, computing = taken[len(taken) // 2][0], median(cpu for _, cpu in taken)
    print(f"  {clock_time:6.1f} {computing:6.1f} {taken[0][0]:6.1f} {taken[-1][0]:6.1f}  {path}", flush=True)
    return computing <= LIMIT


if __name__ == "__main__":
    main()
