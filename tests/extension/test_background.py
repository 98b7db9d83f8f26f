"""What happens without the popup: shortcut, menus, badge, reminders."""

from __future__ import annotations

import socket
from datetime import datetime, timedelta

import pytest
from chromium_driving import until
from job_pages import POSTING
from recording_server import TOKEN

pytestmark = pytest.mark.browser

FOLLOW_UP = {
    "id": "12/R1.single-check/0/7",
    "title": "Office Manager",
    "employer": "Northlake Clinic",
    "channel": "phone",
    "contact": {"name": "Dana Whitfield"},
}


def closed_port() -> int:
    """A port on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def told(browser) -> list[str]:
    return browser.worker.evaluate("chrome.storage.local.get('told').then(({told}) => told ?? [])")


def look(browser) -> None:
    """What the alarm does every few minutes."""
    browser.worker.evaluate("chrome.alarms.onAlarm.dispatch({name: 'due'})")


@pytest.fixture
def page(connected, site):
    """A posting on this computer's own address, which the extension may read without a click on its icon."""
    connected.clear_notifications()
    return connected.open(site.url("127.0.0.1", "/job", POSTING))


def test_shortcut_tracks_without_opening_anything_and_confirms(connected, recorder, page):
    connected.dispatch(page, "chrome.commands.onCommand.dispatch('track', tab)")
    until(lambda: "tracked" in connected.notifications(), "the confirmation")
    (sent,) = recorder.captures
    assert sent["url"] == page.url and sent["approach"] == "solicited"
    tab = connected.tab_id(page)
    assert connected.worker.evaluate("tabId => chrome.action.getBadgeText({tabId})", tab) == "✓"
    assert len(connected.context.pages) == 2


@pytest.mark.parametrize(
    ("entry", "approach", "origin"), [("track", "solicited", None), ("employer", "unsolicited", "cold")]
)
def test_menu_entries_say_how_one_comes(connected, recorder, page, entry, approach, origin):
    connected.dispatch(page, f"chrome.contextMenus.onClicked.dispatch({{menuItemId: '{entry}'}}, tab)")
    until(lambda: "tracked" in connected.notifications(), "the confirmation")
    (sent,) = recorder.captures
    assert (sent["approach"], sent["origin"]) == (approach, origin)


def test_menu_entry_for_selected_text_sends_the_selection(connected, recorder, page):
    page.evaluate("() => getSelection().selectAllChildren(document.querySelector('main p:last-of-type'))")
    connected.dispatch(page, "chrome.contextMenus.onClicked.dispatch({menuItemId: 'contact'}, tab)")
    until(lambda: "tracked" in connected.notifications(), "the confirmation")
    (sent,) = recorder.captures
    assert sent["selection"].startswith("Contact: Dana Whitfield") and sent["marked"] == "contact"


SHORTCUT = "chrome.commands.onCommand.dispatch('track', tab)"


def test_without_a_server_the_shortcut_says_how_to_start_it(chrome, recorder, site):
    chrome.set(port=closed_port(), token=TOKEN)
    chrome.dispatch(chrome.open(site.url("127.0.0.1", "/job", POSTING)), SHORTCUT)
    (told,) = until(chrome.said, "a notification")
    assert told["title"] == "Ringback is not running" and "ringback serve" in told["message"]
    assert len(chrome.queued()) == 1


def test_on_the_first_day_without_a_server_the_shortcut_keeps_the_page_and_says_so(chrome, site):
    chrome.set(port=closed_port())
    chrome.dispatch(chrome.open(site.url("127.0.0.1", "/job", POSTING)), SHORTCUT)
    (told,) = until(chrome.said, "a notification")
    assert told["title"] == "Ringback is not running" and "ringback serve" in told["message"]
    assert len(chrome.queued()) == 1 and chrome.badge() == "1"


def test_on_a_page_of_the_browser_itself_the_shortcut_says_that_it_is_closed(connected, recorder):
    connected.dispatch(connected.open("chrome://version/"), SHORTCUT)
    (told,) = until(connected.said, "a notification")
    assert told["title"] == "This page cannot be read" and "Open the job on its own site" in told["message"]
    assert recorder.captures == []


def test_the_confirmation_names_the_job_and_a_merged_one_is_said_to_be(connected, recorder, page):
    connected.dispatch(page, SHORTCUT)
    until(lambda: len(connected.said()) == 1, "the confirmation")
    recorder.answers = {"captures": {"known_since": "2026-11-09T10:00:00Z"}}
    connected.dispatch(page, SHORTCUT)
    until(lambda: len(connected.said()) == 2, "the second confirmation")
    first, second = connected.said()
    assert (first["title"], first["message"]) == ("Tracked", "Office Manager")
    assert second["title"] == "Tracked before: brought up to date"


def test_number_due_is_on_the_icon_and_each_follow_up_is_told_once(connected, recorder, page):
    connected.set(quiet=False)
    recorder.due = {"count": 3, "items": [FOLLOW_UP], "next_at": None}
    look(connected)
    until(lambda: connected.badge() == "3", "the number on the icon")
    until(lambda: "due" in connected.notifications(), "the notification")
    connected.clear_notifications()
    look(connected)
    until(lambda: len(recorder.bodies("due")) >= 2, "the second look")
    assert connected.notifications() == []


@pytest.mark.parametrize(
    "way", ["chrome.notifications.onClicked.dispatch('due')", "chrome.notifications.onButtonClicked.dispatch('due', 0)"]
)
def test_open_on_the_notification_opens_today(connected, recorder, page, way):
    connected.set(quiet=False)
    recorder.due = {"count": 1, "items": [FOLLOW_UP], "next_at": None}
    look(connected)
    (told,) = until(connected.said, "the notification")
    assert told["title"] == "Due: call Dana Whitfield" and told["message"] == "Office Manager · Northlake Clinic"
    assert [button["title"] for button in told["buttons"]] == ["Open", "Remind me in an hour"]
    connected.worker.evaluate(way)
    assert connected.page_at(f"http://127.0.0.1:{recorder.port}/")
    assert connected.notifications() == []


def test_snooze_is_quiet_for_an_hour_and_tells_again(connected, recorder, page):
    connected.set(quiet=False)
    recorder.due = {"count": 1, "items": [FOLLOW_UP], "next_at": None}
    look(connected)
    until(lambda: "due" in connected.notifications(), "the notification")
    connected.worker.evaluate("chrome.notifications.onButtonClicked.dispatch('due', 1)")
    until(lambda: connected.notifications() == [], "silence")
    alarm = until(lambda: connected.worker.evaluate("chrome.alarms.get('snoozed')"), "an alarm")
    assert 0 < alarm["scheduledTime"] / 1000 - datetime.now().timestamp() <= 3600
    asked = len(recorder.bodies("due"))
    look(connected)
    until(lambda: len(recorder.bodies("due")) > asked, "another look")
    assert told(connected) == [] and connected.notifications() == []
    connected.set(snoozedUntil=0)
    look(connected)
    until(lambda: "due" in connected.notifications(), "the notification again")


@pytest.mark.parametrize("chosen", [{"reminders": False}, {"quiet": True, "quietFrom": "00:00", "quietTo": "23:59"}])
def test_off_switch_and_quiet_hours_keep_the_number_and_say_nothing(connected, recorder, page, chosen):
    connected.set(**chosen)
    recorder.due = {"count": 2, "items": [FOLLOW_UP], "next_at": None}
    look(connected)
    until(lambda: connected.badge() == "2", "the number on the icon")
    assert connected.notifications() == [] and told(connected) == []


def test_a_promise_of_minutes_is_looked_at_when_it_lapses(connected, recorder, page):
    soon = datetime.now().astimezone() + timedelta(minutes=10)
    recorder.due = {"count": 0, "items": [], "next_at": soon.isoformat()}
    look(connected)
    alarm = until(lambda: connected.worker.evaluate("chrome.alarms.get('due-soon')"), "an alarm")
    assert abs(alarm["scheduledTime"] / 1000 - soon.timestamp()) < 5
    connected.set(quiet=False)
    recorder.due = {"count": 1, "items": [FOLLOW_UP], "next_at": None}
    connected.worker.evaluate("chrome.alarms.onAlarm.dispatch({name: 'due-soon'})")
    (told,) = until(connected.said, "the notification")
    assert told["title"] == "Due: call Dana Whitfield"
