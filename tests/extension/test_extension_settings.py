"""The extension's settings page: each setting is kept at once and acted on; connecting and disconnecting."""

from __future__ import annotations

import pytest
from chromium_driving import Browser, until
from helpers import Live
from job_pages import POSTING, Site
from playwright.sync_api import Page, expect
from recording_server import TOKEN

pytestmark = pytest.mark.browser

FOLLOW_UP = {"id": "1", "title": "Clerk", "employer": "Northlake", "channel": "email", "contact": None}


def settings(browser: Browser) -> Page:
    page = browser.open(f"{browser.origin}/options.html")
    expect(page.locator("#shortcut")).not_to_be_empty()
    return page


def kept(browser: Browser, name: str) -> object:
    return browser.worker.evaluate("name => chrome.storage.local.get(name).then(all => all[name])", name)


def look(browser: Browser) -> None:
    browser.worker.evaluate("chrome.alarms.onAlarm.dispatch({name: 'due'})")


def test_the_server_is_found_on_the_port_that_is_set(chrome, recorder, site: Site):
    chrome.set(token=TOKEN)
    page = settings(chrome)
    expect(page.get_by_label("Port of the server")).to_have_value("7464")
    page.get_by_label("Port of the server").fill(str(recorder.port))
    page.keyboard.press("Tab")
    until(lambda: kept(chrome, "port") == recorder.port, "the port to be kept")
    popup = chrome.click_icon(chrome.open(site.url("jobs.example", "/job", POSTING)))
    popup.click("#go")
    popup.wait_for("Tracked")
    assert len(recorder.captures) == 1


@pytest.mark.parametrize("port", ["0", "65536", "12.5", ""])
def test_a_port_that_is_none_is_not_kept(chrome, port):
    page = settings(chrome)
    page.get_by_label("Port of the server").fill(port)
    page.keyboard.press("Tab")
    expect(page.locator("#port:invalid")).to_be_attached()
    assert kept(chrome, "port") is None


def test_reminders_are_switched_off_and_on(connected, recorder):
    connected.set(quiet=False)
    recorder.due = {"count": 2, "items": [FOLLOW_UP], "next_at": None}
    page = settings(connected)
    page.get_by_label("Tell me when something is due").uncheck()
    until(lambda: kept(connected, "reminders") is False, "the setting to be kept")
    look(connected)
    until(lambda: connected.badge() == "2", "the number on the icon")
    assert connected.said() == []
    page.get_by_label("Tell me when something is due").check()
    until(lambda: kept(connected, "reminders") is True, "the setting to be kept")
    look(connected)
    (told,) = until(connected.said, "a notification")
    assert told["title"] == "Due: write to the contact"


def test_quiet_hours_are_set_and_switched_off(connected, recorder):
    recorder.due = {"count": 1, "items": [FOLLOW_UP], "next_at": None}
    page = settings(connected)
    page.get_by_label("from").fill("00:00")
    page.get_by_label("to", exact=True).fill("23:59")
    page.keyboard.press("Tab")
    until(lambda: kept(connected, "quietTo") == "23:59", "the hours to be kept")
    look(connected)
    until(lambda: connected.badge() == "1", "the number on the icon")
    assert connected.said() == []
    page.get_by_label("Keep quiet").uncheck()
    until(lambda: kept(connected, "quiet") is False, "the setting to be kept")
    look(connected)
    assert until(connected.said, "a notification")


QUIET = [
    ("20:00", "08:00", {"19:59": False, "20:00": True, "23:59": True, "00:00": True, "07:59": True, "08:00": False}),
    ("12:00", "13:30", {"11:59": False, "12:00": True, "13:29": True, "13:30": False, "00:00": False}),
    ("09:00", "09:00", {"08:59": False, "09:00": False}),
]


@pytest.mark.parametrize(("start", "end", "times"), QUIET, ids=["over midnight", "at noon", "none"])
def test_quiet_hours_may_run_over_midnight(chrome, start, end, times):
    page = settings(chrome)
    ask = "async ([hours, time]) => (await import('/settings.js')).isQuiet(hours, time)"
    hours = {"quiet": True, "quietFrom": start, "quietTo": end}
    assert {time: page.evaluate(ask, [hours, time]) for time in times} == times
    assert not page.evaluate(ask, [hours | {"quiet": False}, "21:00"])


def test_a_browser_is_connected_and_disconnected_from_the_settings(chrome, live: Live):
    chrome.open(live.launch_link())
    chrome.set(port=live.port)
    page = settings(chrome)
    expect(page.locator("#connected")).to_have_text("This browser is not connected.")
    page.get_by_role("button", name="Connect this browser").click()
    pairing = chrome.page_at("/pair/")
    code = pairing.locator(".pair-code").inner_text()
    expect(page.locator("#code")).to_have_text(code)
    pairing.get_by_role("button", name="Connect", exact=True).click()
    expect(page.locator("#connected")).to_have_text("This browser is connected.")
    expect(page.locator("#code")).to_be_hidden()
    page.get_by_role("button", name="Disconnect").click()
    expect(page.locator("#connected")).to_have_text("This browser is not connected.")
    assert kept(chrome, "token") is None


def test_connecting_without_a_server_says_how_to_start_it(chrome):
    chrome.set(port=9)
    page = settings(chrome)
    page.get_by_role("button", name="Connect this browser").click()
    expect(page.get_by_role("alert")).to_contain_text("Ringback is not running")
    expect(page.get_by_role("alert").locator("code")).to_have_text("ringback serve")


def test_the_shortcut_that_is_set_is_shown(chrome):
    expect(settings(chrome).locator("#shortcut")).to_contain_text("Alt+Shift+J tracks the page")
