"""What one does with a follow-up: log any outcome at once, take it back, see what follows, ask why, decide again."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import get_args

import pytest
from click.testing import CliRunner
from playwright.sync_api import expect
from test_daily_use import card
from test_pages import post

from server import clock, intake
from server.cli import main as cli
from server.followups.records import Outcome
from server.services import contacts, fields, outcomes, preferences, talks
from server.store import applications, followups, listing
from server.store.connection import connect

POSTING = {
    "kind": "posting",
    "title": "Office Manager",
    "employer": "Northlake Clinic",
    "location": "Seattle, WA",
    "wants": ["Calm with patients", "Working knowledge of Dentrix"],
    "contacts": [
        {
            "name": "Dana Whitfield",
            "role": "Hiring Manager",
            "emails": ["dana@northlake.example.com"],
            "phones": ["+12065550142"],
            "sure": True,
        }
    ],
}
KEY = "1/R1.single-check/0/1"


@pytest.fixture
def one(app, config, morning) -> int:
    """An application with Dana to be called today."""
    with connect(config.database) as db:
        preferences.save(db, {"timezone": "America/Los_Angeles", "country": "US", "region": "WA"}, now=morning)
        capture = intake.Capture(
            url="https://a.example/1", html="<p>", applied_on=datetime(2026, 11, 17).date(), captured_at=morning
        )
        return intake.receive(db, capture, lambda _: POSTING, now=morning).application


@pytest.mark.usefixtures("one")
@pytest.mark.parametrize("outcome", get_args(Outcome))
def test_every_outcome_is_one_click_says_what_follows_and_is_taken_back(client, outcome):
    page = client.get("/").text
    folded = re.sub(r"(?s)<details(?! id=\"due-).*?</details>", "", page)
    (value,) = set(re.findall(rf'name="outcome" value="({outcome}(?::10:minutes)?)"', folded))
    page = post(client, "/log", "/", followup=KEY, outcome=value).text
    said = re.search(r'(?s)<div class="said" role="status">.*?</form>', page)[0]
    assert "Next:" in said or len(re.findall(r'<p class="small">[^<]{20,}', said)) == 1
    event = re.search(r'name="event" value="(\d+)"', said)[1]
    page = post(client, "/undo", "/", event=event).text
    assert "Taken back" in page
    assert f'value="{KEY}"' in page


def test_the_day_an_answer_is_due_is_told_with_the_offer_or_later(client, one, config):
    post(client, "/log", "/", followup=KEY, outcome="offer", until="2026-12-04")
    with connect(config.database) as db:
        assert [str(step.due_at)[:16] for step in followups.of(db, one)][-1] == "2026-12-03 18:00"
    where = f"/applications/{one}"
    assert "your answer is due on" in client.get(where).text
    page = post(client, f"{where}/happened", where, outcome="offer", until="2026-12-08").text
    assert "Mon 7 Dec, 18:00" in page
    assert page.count("Say thank you</h3>") == 1


def test_somebody_else_is_asked_for_without_a_name(client, one, config):
    page = post(client, "/log", "/", followup=KEY, outcome="gatekeeper").text
    assert "needs a contact" in page
    with connect(config.database) as db:
        contacts.add(db, one, name="Hugo Brandt", phone="+12065550143", now=clock.now())
        assert [step.person.name for step in followups.of(db, one)] == ["Hugo Brandt"]


def test_a_number_that_is_none_is_not_a_promise(client, one):
    for length in ("0:minutes", "9" * 5000 + ":minutes", "ten:minutes", "10:years"):
        page = post(client, "/log", "/", followup=KEY, outcome=f"will-call-back:{length}").text
        assert "Within how long they will call back is missing." in page


def test_why_stands_beside_each_follow_up_and_each_absence_with_the_way_to_decide_otherwise(client, one, config):
    with connect(config.database) as db:
        fields.correct(db, one, {"wish_text": "Calls are welcome.", "calls": "welcome"}, now=clock.now())
    page = client.get("/").text
    why = re.search(rf'(?s)<details class="why" id="why-{KEY.replace("/", "-").replace(".", "-")}">.*?</details>', page)
    for words in (
        "a careers columnist, an HR director, readers of an HR blog, surveys of hiring managers",
        "a staffing firm, an advice columnist",
        "“Calls are welcome.”",
        "R1.single-check",
        "Decide otherwise",
        "Leave this one out",
    ):
        assert words in why[0]
    where = f"/applications/{one}"
    page = post(client, f"{where}/stance", where, stance="reserved").text
    assert "Nothing is planned: you answered a posting and chose to wait." in page
    assert re.search(r'(?s)Not planned.*?<details class="why" id="why-absence-1">.*?Decide otherwise', page)
    assert 'href="#keywords"' in page


def test_what_was_changed_by_hand_is_marked_and_can_go_back(client, one):
    where = f"/applications/{one}"
    page = post(client, "/change", where, act="retext", followup=KEY, subject="", body="My own words").text
    assert "changed by you" in page
    assert "My own words" in page
    page = post(client, "/change", where, act="retext", followup=KEY).text
    assert "My own words" not in page
    page = post(client, "/change", where, act="reroute", followup=KEY, channel="email").text
    assert "E-mail: Ask whether it arrived" in page
    page = post(client, "/change", where, act="reset", followup=KEY).text
    assert "Call: Ask whether it arrived" in page
    assert "changed by you" not in page


def test_put_off_for_a_week(client, one, config):
    post(client, "/change", "/", act="snooze", followup=KEY, days="7")
    with connect(config.database) as db:
        assert str(followups.get(db, KEY).due_at) == "2026-12-01 09:00:00-08:00"


def test_their_words_are_shown_while_it_is_prepared_with_or_without_a_resume(client, config, morning, app):
    with connect(config.database) as db:
        capture = intake.Capture(url="https://a.example/2", html="<p>")
        number = intake.receive(db, capture, lambda _: POSTING, now=morning).application
    page = client.get(f"/applications/{number}").text
    assert "Dentrix" in page.split("Does your résumé use their words?")[1]
    assert "Paste your résumé in the settings" in page
    with connect(config.database) as db:
        preferences.save(db, {"resume": "Six years with Dentrix."}, now=morning)
    assert "In your résumé" in client.get(f"/applications/{number}").text


def test_the_one_thing_is_asked_for_where_a_value_approach_is_planned(client, one, config):
    where = f"/applications/{one}"
    assert "None of your strengths answers" not in client.get(where).text
    page = post(client, f"{where}/stance", where, stance="persistent").text
    assert "None of your strengths answers a line of this posting yet." in page


def test_a_text_about_an_interview_is_previewed_with_it(client, one, config, morning):
    with connect(config.database) as db:
        person = applications.record(db, one).people[0].id
        starts_at = morning.replace(day=19, hour=14)
        talks.add(db, one, starts_at, now=morning, interviewers=[person], decision_on=datetime(2026, 11, 27).date())
    page = client.get(f"/settings/scripts/decision-check.any.email?with={one}").text
    assert "You expected to decide by Friday, November 27" in page.split("How it reads")[1]


def test_a_courteous_note_greets_whom_one_was_in_touch_with(client, one, config, morning):
    with connect(config.database) as db:
        outcomes.log(db, one, "withdrawn", followup=KEY, now=morning)
    assert "Dear Dana Whitfield," in client.get(f"/applications/{one}").text


def test_a_reminder_is_ended_by_doing_what_it_reminds_of(client, config, morning, app):
    with connect(config.database) as db:
        preferences.save(db, {"timezone": "America/Los_Angeles"}, now=morning)
    number = another(config, 21, morning - timedelta(days=7))
    page = client.get("/").text
    assert "I applied today" in page
    assert 'name="outcome"' not in page
    page = post(client, f"/applications/{number}/applied", "/", applied_on="2026-11-24").text
    assert "Next: Call, Ask whether it arrived (needs a contact)" in " ".join(re.sub("<[^>]+>", "", page).split())


def another(config, number, morning, **more):
    with connect(config.database) as db:
        capture = intake.Capture(url=f"https://a.example/{number}", html="<p>", captured_at=morning, **more)
        read = POSTING | {"title": f"Clerk {number}", "reference": str(number), "contacts": []}
        return intake.receive(db, capture, lambda _: read, now=morning).application


def test_favourites_come_first_in_every_list(client, config, morning, app):
    applied = datetime(2026, 11, 17).date()
    numbers = [another(config, number, morning, applied_on=applied) for number in (11, 12, 13)]
    with connect(config.database) as db:
        fields.set_favourite(db, numbers[1], True, now=morning)
    for path in ("/", "/applications", *(f"/applications?sort={sort}" for sort in listing.SORTS if sort)):
        found = re.findall(r"Clerk 1[123]", re.sub("<[^>]+>", "", client.get(path).text))
        assert found[0] == "Clerk 12", path


def test_a_due_time_is_shown_on_both_clocks_where_they_differ(client, config, morning, one):
    """Dana's number is one of New York: ten o'clock there is seven here, which is too early for the person."""
    with connect(config.database) as db:
        person = applications.record(db, one).people[0].id
        contacts.correct(db, one, person, {"phone": "+12125550143"}, now=morning)
    page = client.get("/").text
    assert re.search(r'<time datetime="2026-11-24T14:00:00-05:00">11:00</time> <span[^>]*>\(14:00 in New York\)', page)
    assert "It is 12:20 for them (New York)." in page
    assert '"14:00","UTC-05:00","2026-11-24 11:00"' in client.get("/export/calls.csv").text
    told = CliRunner().invoke(cli, ["due", "--data", str(config.data)]).output
    assert "Tue 24 Nov 2026, 14:00 UTC-05:00 (Tue 11:00 here)" in told


@pytest.mark.browser
@pytest.mark.usefixtures("filled")
def test_a_promised_call_back_is_told_when_its_minutes_are_over_without_a_reload(visit, monkeypatch):
    """The person logs the promise on the page and leaves it open; both clocks then move on by a quarter of an hour."""
    page = visit("/")
    page.clock.install()
    page.evaluate("window.stayed = true")
    card(page, "Dana Whitfield").get_by_role("button", name="in 10 minutes").click()
    expect(page.locator("main .said")).to_contain_text("They will call back")
    expect(page.locator("main .said")).to_contain_text(re.compile(r"Next: Call, Call back, as promised, today, 09:3\d"))
    page.clock.fast_forward("14:00")
    expect(page).not_to_have_title(re.compile("Time to call"))
    monkeypatch.setattr(clock, "_started", clock._started - 15 * 60 - 2)
    page.clock.fast_forward("01:05")
    expect(page).to_have_title("Time to call Dana Whitfield back · Ringback")
    expect(page.locator("#said")).to_have_text("Time to call Dana Whitfield back")
    first = page.locator("article.due").first
    expect(first).to_contain_text("Call back, as promised")
    expect(first).to_contain_text("now")
    assert page.evaluate("window.stayed")


@pytest.mark.browser
@pytest.mark.usefixtures("filled")
def test_all_that_falls_due_at_ten_is_told_at_ten(visit, monkeypatch):
    page = visit("/")
    page.clock.install()
    page.reload()
    monkeypatch.setattr(clock, "_started", clock._started - 40 * 60)
    page.clock.fast_forward("40:00")
    expect(page).to_have_title("Time to call Jo Hale, Time to call Bluebird Bakery · Ringback")


@pytest.mark.browser
@pytest.mark.usefixtures("filled")
def test_what_is_being_typed_is_not_lost_when_something_falls_due(visit, monkeypatch):
    page = visit("/")
    page.clock.install()
    dana = card(page, "Dana Whitfield")
    dana.get_by_role("button", name="in 10 minutes").click()
    expect(page.locator("main .said")).to_contain_text("They will call back")
    lena = card(page, "Lena Ortiz")
    lena.get_by_text("They named a time or a person").click()
    lena.get_by_label("Wrong person; the right one is").fill("Hugo Bra")
    monkeypatch.setattr(clock, "_started", clock._started - 15 * 60 - 2)
    page.clock.fast_forward("15:05")
    expect(page).to_have_title(re.compile("Time to call"))
    expect(lena.get_by_label("Wrong person; the right one is")).to_have_value("Hugo Bra")


@pytest.mark.browser
@pytest.mark.usefixtures("filled")
def test_the_words_are_a_click_away_from_being_changed(visit):
    page = visit("/")
    card(page, "Dana Whitfield").get_by_role("link", name="Change these words this time").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Office Manager")
    words = page.get_by_label("Your own words, this time").first
    expect(words).to_be_in_viewport()
    words.fill("My own words")
    page.get_by_role("button", name="Keep these words").first.click()
    expect(page.get_by_role("region", name="What comes next")).to_contain_text("changed by you")
    page.goto(page.url.partition("/applications")[0] + "/")
    expect(card(page, "Dana Whitfield")).to_contain_text("My own words")
    card(page, "Lena Ortiz").get_by_role("link", name="or for good").click()
    expect(page.get_by_label("with")).to_have_value(re.compile(r"\d+"))
    expect(page.get_by_role("region", name="How it reads")).to_contain_text("Lena Ortiz")
