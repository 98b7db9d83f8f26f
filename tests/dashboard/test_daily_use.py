"""The dashboard in a real Chromium, used as a person would: with the mouse, by keyboard alone, without JavaScript."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from server import clock
from server.followups.records import Promise
from server.services import outcomes
from server.store import applications
from server.store.connection import connect

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("filled")]


def card(page, name):
    """The follow-up of one person on the Today page, opened."""
    found = page.locator("article.due").filter(has=page.get_by_role("heading", name=name, exact=True)).first
    if found.locator("details").first.get_attribute("open") is None:
        found.locator("summary").first.click()
    return found


@pytest.mark.parametrize("javascript", [True, False])
def test_an_outcome_is_logged_in_one_click_the_next_step_said_and_taken_back(visit, javascript):
    page = visit("/", javascript=javascript)
    dana = card(page, "Dana Whitfield")
    expect(dana.get_by_role("link", name="(206) 555-0142")).to_have_attribute("href", "tel:+12065550142")
    expect(dana).to_contain_text("found, not confirmed")
    dana.get_by_role("button", name="Voicemail left").click()
    said = page.locator("main .said")
    expect(said).to_contain_text("Voicemail left")
    expect(said).to_contain_text(re.compile(r"Next: E-mail, .*Fri 27 Nov|Next: E-mail"))
    expect(page.get_by_role("heading", name="Dana Whitfield", exact=True)).to_have_count(0)
    said.get_by_role("button", name="Undo").click()
    expect(page.locator("main .said")).to_contain_text("Taken back")
    expect(page.get_by_role("heading", name="Dana Whitfield", exact=True)).to_have_count(1)


def test_logging_does_not_load_the_page_anew(visit):
    page = visit("/")
    page.evaluate("window.stayed = true")
    card(page, "Dana Whitfield").get_by_role("button", name="It arrived").click()
    expect(page.locator("main .said")).to_contain_text("It arrived")
    assert page.evaluate("window.stayed")
    expect(page.locator("#said")).to_contain_text("It arrived")
    assert page.evaluate("document.activeElement.classList.contains('said')")


def test_the_mail_link_carries_the_words(visit):
    page = visit("/")
    lena = card(page, "Lena Ortiz")
    link = lena.get_by_role("link", name="Write the e-mail").get_attribute("href")
    assert link.startswith("mailto:lena.ortiz@harbormuseum.example.org?subject=")
    assert "&body=" in link
    assert "%0D%0A" in link


def test_the_words_are_copied(visit):
    page = visit("/")
    dana = card(page, "Dana Whitfield")
    dana.get_by_role("button", name="Copy").click()
    expect(dana.get_by_role("button", name="Copied")).to_be_visible()
    assert "Robin Sample" in page.evaluate("navigator.clipboard.readText()")


def test_a_promised_call_back_shows_itself_when_its_minutes_are_over(visit, filled):
    page = visit("/")
    with connect(filled.database) as db:
        number = next(
            one.id
            for one in applications.records(db, applications.ids(db)).values()
            if one.employer == "Northlake Clinic"
        )
        person = applications.record(db, number).people[0].id
        made = clock.now() - timedelta(minutes=1, seconds=18)
        outcomes.log(
            db,
            number,
            "will-call-back",
            now=made,
            person=person,
            channel="phone",
            promise=Promise(amount=1, unit="minutes"),
        )
    page.reload()
    waiting = page.locator("article[data-lapse-in]").first
    expect(waiting).to_be_attached()
    expect(page.locator("#said")).to_contain_text("Time to call", timeout=30_000)
    expect(page).to_have_title(re.compile("Time to call"))


@pytest.mark.parametrize("javascript", [True, False])
def test_a_field_is_corrected(visit, javascript):
    page = visit("/applications/1", javascript=javascript)
    page.get_by_text("Correct any of this").click()
    page.get_by_label("Job title").fill("Practice Manager")
    page.locator("#correct").get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Practice Manager")
    expect(page.locator("main .said").first).to_contain_text("Corrected: job title")


@pytest.mark.parametrize("javascript", [True, False])
def test_a_contact_is_confirmed(visit, javascript):
    page = visit("/applications/1", javascript=javascript)
    people = page.get_by_role("region", name="People")
    expect(people).to_contain_text("Contact: Dana Whitfield, Hiring Manager")
    people.get_by_role("button", name="Confirm Dana Whitfield").click()
    expect(page.get_by_role("region", name="People")).to_contain_text("confirmed")
    expect(page.get_by_role("button", name="Confirm Dana Whitfield")).to_have_count(0)


def test_an_application_is_added_by_keyboard_alone(visit):
    page = visit("/")
    page.keyboard.press("n")
    page.wait_for_url("**/add")
    page.get_by_label("No posting").focus()
    page.keyboard.press("Space")
    page.get_by_role("textbox", name="Employer", exact=True).focus()
    page.keyboard.type("Juniper Florists")
    page.get_by_label("Their phone number").focus()
    page.keyboard.type("(206) 555-0190")
    page.get_by_label("Applied on").focus()
    page.keyboard.type("11202026")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Juniper Florists")
    expect(page.get_by_role("region", name="What comes next")).to_contain_text("Ask whether it arrived")
    expect(page.get_by_role("region", name="People")).to_contain_text("(206) 555-0190")


def test_the_day_is_worked_by_keyboard_alone(visit):
    page = visit("/")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keyboard shortcuts")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    first = page.evaluate("document.activeElement.closest('.due').querySelector('h2').innerText")
    page.keyboard.press("1")
    expect(page.locator("main .said")).to_be_visible()
    page.keyboard.press("u")
    expect(page.locator("main .said")).to_contain_text("Taken back")
    expect(page.locator("article.due h2").first).to_have_text(first)
    page.keyboard.press("g")
    page.keyboard.press("s")
    page.wait_for_url("**/settings")


def test_the_shortcuts_can_be_switched_off(visit):
    page = visit("/")
    page.keyboard.press("?")
    page.get_by_label("Use single-key shortcuts").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    page.get_by_label("Search everything").focus()
    page.keyboard.type("n?")
    expect(page.get_by_role("dialog", name="Keyboard shortcuts")).to_be_hidden()
    assert not page.url.endswith("/add")


@pytest.mark.parametrize("javascript", [True, False])
def test_deleting_asks_first(visit, javascript):
    page = visit("/applications/1", javascript=javascript)
    page.get_by_role("link", name="Delete for good").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Delete for good?")
    page.get_by_role("link", name="No, keep it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Office Manager")
    page.get_by_role("link", name="Delete for good").click()
    page.get_by_role("button", name="Yes, delete it for good").click()
    expect(page.locator("main .said").first).to_contain_text("deleted for good")
    expect(page.locator("main a[href='/applications/1']")).to_have_count(0)


def test_the_stance_of_one_application_changes_its_plan(visit):
    page = visit("/settings")
    page.get_by_label("Reserved").check()
    page.get_by_role("button", name="Save").click()
    expect(page.locator("main .said")).to_contain_text("Every plan was made anew")
    page.goto(re.sub(r"/settings.*", "/applications/1", page.url))
    plan = page.get_by_role("region", name="What comes next")
    expect(plan).to_contain_text("Not planned")
    plan.get_by_text("Why this?").click()
    plan.get_by_label("For this application be").select_option("persistent")
    plan.get_by_role("button", name="Decide otherwise").click()
    expect(page.get_by_role("region", name="What comes next")).to_contain_text("Introduce yourself")
