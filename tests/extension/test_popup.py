"""The popup: what was found can be put right, what is chosen is sent, and nothing is lost under one's hands."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from chromium_driving import Browser, until
from job_pages import POSTING, Site
from playwright.sync_api import Page, expect
from recording_server import Recording, answered

pytestmark = pytest.mark.browser

TODAY = date.today()
YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture
def page(connected: Browser, site: Site) -> Page:
    """A posting on this computer's own address, which the extension may read without a click on its icon."""
    return connected.open(site.url("127.0.0.1", "/job", POSTING))


@pytest.fixture
def popup(connected: Browser, page: Page) -> Page:
    return connected.popup_as_page(page)


@pytest.fixture
def found(popup: Page) -> Page:
    """The popup after the one click."""
    track(popup)
    return popup


def track(popup: Page) -> None:
    popup.get_by_role("button", name="Track this job").click()
    expect(popup.get_by_role("heading", name="Tracked")).to_be_visible()


def save(popup: Page) -> None:
    popup.get_by_role("button", name="Save changes").click()
    expect(popup.get_by_text("Saved", exact=True)).to_be_visible()


def changes(recorder: Recording) -> dict:
    return recorder.bodies("corrections")[-1]["changes"]


@pytest.mark.parametrize(
    ("words", "approach", "origin"),
    [
        ("answering this posting", "solicited", None),
        ("writing cold", "unsolicited", "cold"),
        ("coming through someone I know", "lead", "referral"),
    ],
)
def test_how_one_comes_to_the_job_is_sent(popup, recorder, words, approach, origin):
    popup.get_by_role("radio", name=words).check()
    track(popup)
    assert (recorder.captures[-1]["approach"], recorder.captures[-1]["origin"]) == (approach, origin)


@pytest.mark.parametrize(("words", "day"), [("not yet", None), ("today", TODAY), ("on …", YESTERDAY)])
def test_the_day_of_applying_is_sent(popup, recorder, words, day):
    popup.get_by_role("radio", name=words).check()
    if words == "on …":
        popup.get_by_label("The day you applied").fill(day.isoformat())
    track(popup)
    assert recorder.captures[-1]["applied_on"] == (day and day.isoformat())


def test_nobody_has_applied_tomorrow(popup, recorder):
    popup.get_by_role("radio", name="on …").check()
    popup.get_by_label("The day you applied").fill((TODAY + timedelta(days=1)).isoformat())
    popup.get_by_role("button", name="Track this job").click()
    assert popup.evaluate("document.getElementById('applied-date').validity.rangeOverflow")
    assert recorder.captures == []


@pytest.mark.parametrize("stance", ["", "reserved", "single-check", "persistent"])
def test_the_stance_is_sent(popup, recorder, stance):
    popup.get_by_label("How often to follow up").select_option(stance)
    track(popup)
    assert recorder.captures[-1]["stance"] == (stance or None)


def test_every_value_found_can_be_put_right(found, recorder):
    corrected = {"Job title": "Practice Manager", "Employer": "Northlake Clinic, Ltd", "Name": "Dana Whitfield-Ross"}
    corrected |= {"Role": "Owner", "E-mail": "dwr@northlake.example.com", "Phone": "206-555-0143"}
    for label, value in corrected.items():
        found.get_by_label(label, exact=True).fill(value)
    found.get_by_label("asks not to be called").uncheck()
    save(found)
    (contact,) = changes(recorder)["contacts"]
    assert contact == {
        "id": 7,
        "name": "Dana Whitfield-Ross",
        "role": "Owner",
        "email": "dwr@northlake.example.com",
        "phone": "206-555-0143",
    }
    assert changes(recorder) | {"contacts": []} == {
        "title": "Practice Manager",
        "employer": "Northlake Clinic, Ltd",
        "calls": "unstated",
        "contacts": [],
    }


def test_what_is_not_touched_is_not_sent_and_what_is_emptied_is_null(found, recorder):
    found.get_by_label("Role").fill("")
    save(found)
    assert changes(recorder) == {"contacts": [{"id": 7, "role": None}]}
    save(found)
    assert changes(recorder) == {"contacts": []}


def test_a_person_is_added_and_then_known(found, recorder):
    found.get_by_role("button", name="Add a person").click()
    found.keyboard.type("Ona Reyes")
    save(found)
    new = {"id": None, "name": "Ona Reyes", "role": None, "email": None, "phone": None}
    assert changes(recorder)["contacts"] == [new]
    found.get_by_label("Role").nth(1).fill("Recruiter")
    save(found)
    assert changes(recorder)["contacts"] == [{"id": 8, "role": "Recruiter"}]


def test_a_person_is_taken_off_or_kept_after_all(found, recorder):
    found.get_by_role("button", name="Not for this job").click()
    found.get_by_role("button", name="Keep after all").click()
    save(found)
    assert changes(recorder)["contacts"] == []
    found.get_by_role("button", name="Not for this job").click()
    save(found)
    assert changes(recorder)["contacts"] == [{"id": 7, "removed": True}]
    expect(found.get_by_label("Name")).to_have_count(0)


def test_choices_can_be_made_after_the_one_click_and_the_next_step_follows(found, recorder):
    later = answered("")["next"] | {"kind": "check-in", "due_at": "2026-12-01T10:00:00-08:00"}
    recorder.follow_ups = [later]
    found.get_by_role("radio", name="coming through someone I know").check()
    found.get_by_role("radio", name="today").check()
    found.get_by_label("How often to follow up").select_option("persistent")
    save(found)
    assert changes(recorder) == {
        "approach": "unsolicited",
        "origin": "referral",
        "applied_on": TODAY.isoformat(),
        "stance": "persistent",
        "contacts": [],
    }
    expect(found.locator("#next")).to_contain_text("Check in with Dana Whitfield")
    expect(found.locator("#next")).to_contain_text("December 1")


def test_what_was_put_right_is_there_when_the_popup_is_opened_again(connected, page, found):
    found.get_by_label("Job title").fill("Practice Manager")
    found.get_by_label("Name").fill("Dana Whitfield-Ross")
    found.get_by_role("radio", name="today").check()
    save(found)
    again = connected.popup_as_page(page)
    expect(again.get_by_label("Job title")).to_have_value("Practice Manager")
    expect(again.get_by_label("Name")).to_have_value("Dana Whitfield-Ross")
    expect(again.get_by_role("radio", name="today")).to_be_checked()


def test_a_correction_that_is_not_taken_says_why_and_stays(found, recorder):
    recorder.status["corrections"] = 400
    found.get_by_label("E-mail").fill("no address")
    found.get_by_role("button", name="Save changes").click()
    expect(found.locator("#saved")).to_contain_text("Not this one. Do that.", use_inner_text=True)
    expect(found.get_by_label("E-mail")).to_have_value("no address")


def test_what_is_being_typed_and_the_focus_survive_what_happens_behind(connected, found, recorder):
    found.get_by_label("Job title").fill("Practice")
    recorder.due = {"count": 4, "items": [], "next_at": None}
    connected.worker.evaluate("chrome.alarms.onAlarm.dispatch({name: 'due'})")
    expect(found.get_by_text("4 follow-ups are due today")).to_be_visible()
    expect(found.get_by_label("Job title")).to_have_value("Practice")
    expect(found.get_by_label("Job title")).to_be_focused()


def test_another_job_in_the_same_tab_is_offered_anew(connected, site, page, found, recorder):
    page.goto(site.url("127.0.0.1", "/other", POSTING.replace("<title>Office", "<title>Other Office")))
    popup = connected.popup_as_page(page)
    expect(popup.locator("#page-title")).to_contain_text("Other Office")
    track(popup)
    assert [body["title"].split()[0] for body in recorder.captures] == ["Office", "Other"]


def test_a_page_that_is_still_being_read_says_so_and_then_shows_it(connected, page, recorder):
    recorder.answers = {"captures": {"state": "reading", "posting": None, "application": None, "choices": None}}
    recorder.answers["captures/status"] = recorder.answers["captures"]
    popup = connected.popup_as_page(page)
    popup.get_by_role("button", name="Track this job").click()
    expect(popup.get_by_text("still being read")).to_be_visible()
    again = connected.popup_as_page(page)
    expect(again.get_by_text("still being read")).to_be_visible()
    del recorder.answers["captures/status"]
    expect(again.get_by_label("Job title")).to_have_value("Office Manager")


def test_a_page_that_could_not_be_read_can_be_filled_in(connected, page, recorder):
    recorder.answers = {"captures": {"state": "unreadable", "posting": None, "next": None}}
    popup = connected.popup_as_page(page)
    popup.get_by_role("button", name="Track this job").click()
    expect(popup.get_by_text("it could not be read")).to_be_visible()
    popup.get_by_label("Job title").fill("Site Engineer")
    save(popup)
    assert changes(recorder) == {"title": "Site Engineer", "contacts": []}


def test_a_known_job_is_said_to_be_with_its_day_and_a_link(connected, page, recorder):
    recorder.known = {"id": 12, "since": f"{TODAY.year}-03-09T12:00:00Z", "title": "Office Manager"}
    popup = connected.popup_as_page(page)
    expect(popup.locator("#known")).to_contain_text(
        "Already tracked on Monday, March 9" if TODAY.year == 2026 else "March 9"
    )
    link = popup.locator("#known").get_by_role("link", name="Open")
    expect(link).to_have_attribute("href", f"http://127.0.0.1:{recorder.port}/applications/12")


def test_today_and_settings_open_their_pages(connected, popup, page, recorder):
    popup.locator("#today").click()
    assert connected.page_at(f"http://127.0.0.1:{recorder.port}/")
    connected.popup_as_page(page).locator("#settings").click()
    assert connected.page_at("/options.html")


def test_snooze_in_the_popup_is_quiet_for_an_hour(connected, page, recorder):
    recorder.due = {"count": 1, "items": [], "next_at": None}
    connected.worker.evaluate("chrome.alarms.onAlarm.dispatch({name: 'due'})")
    until(lambda: connected.badge() == "1", "the number on the icon")
    popup = connected.popup_as_page(page)
    expect(popup.get_by_text("1 follow-up is due today")).to_be_visible()
    popup.get_by_role("button", name="Remind me in an hour").click()
    expect(popup.get_by_role("button", name="In an hour, then")).to_be_disabled()
    assert connected.worker.evaluate("chrome.alarms.get('snoozed')")
