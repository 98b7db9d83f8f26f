"""The main job, end to end: a click in a real Chromium becomes a follow-up on the dashboard."""

from __future__ import annotations

from datetime import date

import pytest
from chromium_driving import Browser, Popup, until
from helpers import Live, serving
from job_pages import LIST, PLAIN_LIST, POSTING, WALL, Site
from playwright.sync_api import Page, expect

from server.store.connection import connect

pytestmark = pytest.mark.browser


@pytest.fixture
def dashboard(chrome: Browser, live: Live) -> Page:
    """The dashboard, opened as `ringback serve` opens it; the extension knows the port and nothing else."""
    chrome.set(port=live.port)
    return chrome.open(live.launch_link())


def read(popup: Popup, **expected: str) -> None:
    """Wait until the fields of what was found hold these values."""
    for name, value in expected.items():
        field = f"document.querySelector('[data-field={name}]')?.value"
        until(lambda field=field, value=value: popup.evaluate(field) == value, f"{value!r} as {name}")


def connect_browser(chrome: Browser) -> None:
    """Confirm on the page that the extension has opened."""
    page = chrome.page_at("/pair/")
    code = page.locator(".pair-code").inner_text()
    assert chrome.badge() == code
    page.get_by_role("button", name="Connect", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("is connected")
    page.close()


def test_one_click_connects_captures_and_plans(chrome, dashboard, live: Live, site: Site):
    page = chrome.open(site.url("jobs.example", "/office-manager", POSTING))
    popup = chrome.click_icon(page)
    popup.click("[name=applied][value=today]")
    popup.click("#go")
    connect_browser(chrome)
    until(lambda: chrome.queued() == [], "the queue to be sent")
    popup = chrome.click_icon(page)
    popup.wait_for("Tracked")
    read(popup, title="Office Manager", employer="Northlake Clinic", name="Dana Whitfield")
    assert "Ask whether the application arrived" in popup.text()

    dashboard.goto(f"{live.url}/applications")
    dashboard.get_by_role("link", name="Office Manager").first.click()
    expect(dashboard.locator("main")).to_contain_text("dana@northlake.example.com")
    expect(dashboard.locator("main")).to_contain_text("Dana Whitfield")
    expect(dashboard.locator("main")).to_contain_text("Northlake Clinic")


def test_what_is_corrected_in_the_popup_stands_in_the_dashboard(chrome, dashboard, live: Live, site: Site):
    chrome.set(token=live.add_token(chrome.origin))
    page = chrome.open(site.url("jobs.example", "/office-manager", POSTING))
    popup = chrome.click_icon(page)
    popup.click("#go")
    read(popup, title="Office Manager", name="Dana Whitfield")
    for field, words in (("title", "Practice Manager"), ("name", "Dana Whitfield-Ross")):
        popup.evaluate(f"document.querySelector('[data-field={field}]').value = {words!r}")
    popup.click("#found [type=submit]")
    popup.wait_for("Saved")
    dashboard.goto(f"{live.url}/applications")
    dashboard.get_by_role("link", name="Practice Manager").first.click()
    expect(dashboard.locator("main")).to_contain_text("Dana Whitfield-Ross")


def test_a_job_that_is_known_is_said_to_be_and_merges(chrome, dashboard, live: Live, site: Site):
    chrome.set(token=live.add_token(chrome.origin))
    url = site.url("jobs.example", "/office-manager", POSTING)
    popup = chrome.click_icon(chrome.open(url))
    popup.click("#go")
    popup.wait_for("Tracked")
    popup = chrome.click_icon(chrome.open(url))
    popup.wait_for("Already tracked on")
    popup.click("#go")
    popup.wait_for("brought up to date")
    dashboard.goto(f"{live.url}/applications")
    expect(dashboard.get_by_role("link", name="Office Manager")).to_have_count(1)


def test_a_browser_that_is_shut_out_keeps_its_captures_and_connects_again(chrome, dashboard, live: Live, site: Site):
    """The person shuts it out in the dashboard's settings, among the browsers that are connected."""
    chrome.set(token=live.add_token(chrome.origin))
    dashboard.goto(f"{live.url}/settings/browsers")
    dashboard.get_by_role("button", name="Disconnect").click()
    expect(dashboard.get_by_role("button", name="Disconnect")).to_have_count(0)
    popup = chrome.click_icon(chrome.open(site.url("jobs.example", "/office-manager", POSTING)))
    popup.click("#go")
    popup.wait_for("not connected")
    assert len(chrome.queued()) == 1
    popup.click("#status button")
    connect_browser(chrome)
    until(lambda: chrome.queued() == [], "the queue to be sent")


def test_the_server_stops_and_comes_back_and_has_each_page_once(chrome, app, config, site: Site):
    """The shipped server, not a stand-in; the port stays the same."""
    with serving(app, config) as first:
        chrome.set(port=first.port, token=first.add_token(chrome.origin))
        popup = chrome.click_icon(chrome.open(site.url("jobs.example", "/one", POSTING)))
        popup.click("#go")
        popup.wait_for("Tracked")
    for name in ("two", "three"):
        popup = chrome.click_icon(chrome.open(site.url("jobs.example", f"/{name}", POSTING)))
        popup.click("#go")
        popup.wait_for("Ringback is not running")
    with serving(app, config, first.port):
        popup.click("#status button")
        until(lambda: chrome.queued() == [], "the queue to be sent")
    with connect(config.database) as db:
        kept = [row["url"].rpartition("/")[2] for row in db.query("select url from captures order by rowid")]
    assert kept == ["one", "two", "three"]


def test_a_page_of_two_megabytes_is_acknowledged_and_read(chrome, dashboard, live: Live, site: Site):
    chrome.set(token=live.add_token(chrome.origin))
    filler = "<p>A sentence about the work, of no great length.</p>" * 40_000
    html = POSTING.replace("</main>", f"</main><section>{filler}</section>")
    popup = chrome.click_icon(chrome.open(site.url("jobs.example", "/office-manager", html)))
    popup.click("#go")
    popup.wait_for("Tracked")
    until(
        lambda: popup.evaluate("document.querySelector('[data-field=title]')?.value") == "Office Manager", "the title"
    )
    assert chrome.queued() == []


def test_selected_text_is_added_as_a_contact_of_the_job(chrome, dashboard, live: Live, site: Site):
    chrome.set(token=live.add_token(chrome.origin))
    html = POSTING.replace("</main>", "<p id='more'>Ona Reyes, ona.reyes@northlake.example.com</p></main>")
    page = chrome.open(site.url("127.0.0.1", "/office-manager", html))
    popup = chrome.click_icon(page)
    popup.click("#go")
    popup.wait_for("Tracked")
    page.evaluate("() => getSelection().selectAllChildren(document.getElementById('more'))")
    chrome.dispatch(page, "chrome.contextMenus.onClicked.dispatch({menuItemId: 'contact'}, tab)")
    until(lambda: chrome.notifications() == ["tracked"], "the confirmation")
    dashboard.goto(f"{live.url}/applications")
    dashboard.get_by_role("link", name="Office Manager").first.click()
    expect(dashboard.locator("main")).to_contain_text("Ona Reyes")
    expect(dashboard.locator("main")).to_contain_text("Dana Whitfield")


@pytest.mark.parametrize(
    ("html", "words"), [(WALL, "shows a login or a check, not the job"), (PLAIN_LIST, "This page is a list of jobs")]
)
def test_a_login_wall_and_a_list_are_said_to_be_one(chrome, dashboard, live: Live, site: Site, html, words):
    chrome.set(token=live.add_token(chrome.origin))
    popup = chrome.click_icon(chrome.open(site.url("jobs.example", "/page", html)))
    popup.click("#go")
    popup.wait_for(words)


def test_a_pane_s_job_is_read_and_known_by_its_own_address(chrome, dashboard, live: Live, site: Site):
    chrome.set(token=live.add_token(chrome.origin))
    site.url("jobs.example", "/search", LIST)
    url = site.url("jobs.example", "/search?currentJobId=4410007002")
    popup = chrome.click_icon(chrome.open(url))
    assert "Theatre Nurse" in popup.wait_for("Theatre Nurse")
    popup.click("#go")
    read(popup, title="Theatre Nurse")
    chrome.click_icon(chrome.open(url)).wait_for("Already tracked on")


def test_the_day_of_applying_is_the_person_s_choice(chrome, dashboard, live: Live, site: Site):
    chrome.set(token=live.add_token(chrome.origin))
    popup = chrome.click_icon(chrome.open(site.url("jobs.example", "/office-manager", POSTING)))
    popup.click("[name=applied][value=on]")
    popup.evaluate(f"document.getElementById('applied-date').value = '{date.today():%Y-%m}-01'")
    popup.click("#go")
    popup.wait_for("Tracked")
