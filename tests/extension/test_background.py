"""What happens without the popup: shortcut, menus, badge, reminders; and what pages and other places can reach."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from chromium_driving import until
from job_pages import POSTING

pytestmark = pytest.mark.browser

FOLLOW_UP = {
    "id": "12/R1.single-check/0/7",
    "title": "Office Manager",
    "employer": "Northlake Clinic",
    "channel": "phone",
    "contact": {"name": "Dana Whitfield"},
}


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


def test_extension_can_reach_this_computer_and_nothing_else(connected, recorder, site):
    site.url("other.example", "/leak", "reached")
    allowed = f"http://127.0.0.1:{recorder.port}/api/due"
    refused = [site.url("other.example", "/leak"), site.url("localhost", "/leak")]
    attempt = (
        "url => fetch(url, {method: 'POST', body: '{}', mode: 'no-cors'}).then(() => 'sent', error => String(error))"
    )
    page = connected.open(f"{connected.origin}/options.html")
    for place in (connected.worker, page):
        assert place.evaluate(attempt, allowed) == "sent"
        for url in refused:
            assert "Failed to fetch" in place.evaluate(attempt, url)
    assert site.visits == []


def test_pages_and_content_scripts_cannot_read_the_token(connected, page):
    read = """async tabId => {
        const run = {target: {tabId}, func: () => chrome.storage.local.get('token').then(() => 'read', String)};
        const [{result}] = await chrome.scripting.executeScript(run);
        return result;
    }"""
    connected.worker.evaluate("chrome.runtime.onStartup.dispatch()")
    until(lambda: "not allowed" in connected.worker.evaluate(read, connected.tab_id(page)), "storage to be closed")
    assert page.evaluate("() => globalThis.chrome?.storage") is None


def test_other_senders_get_no_answer(connected, page):
    """A content script may send messages; the worker answers the extension's own pages alone."""
    send = """async tabId => {
        const message = {do: 'look', tabId: 1};
        const func = message => chrome.runtime.sendMessage(message).then(answer => answer ?? null, () => null);
        const [{result}] = await chrome.scripting.executeScript({target: {tabId}, func, args: [message]});
        return result;
    }"""
    assert connected.worker.evaluate(send, connected.tab_id(page)) is None
