"""Who can reach what: the extension this computer alone; pages and other extensions nothing of ours."""

from __future__ import annotations

import pytest
from chromium_driving import Browser, identifier, until
from helpers import Live
from job_pages import POSTING, Site
from recording_server import TOKEN

from server.store import access
from server.store.connection import connect

pytestmark = pytest.mark.browser


@pytest.fixture
def page(connected, site):
    return connected.open(site.url("127.0.0.1", "/job", POSTING))


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


def test_another_extension_with_every_right_gets_nothing_of_ours(connected, recorder, beside):
    """Neither by a message, nor from our files and stores."""
    rogue = connected.worker_of(identifier(beside["rogue"]))
    ask = "([id, message]) => chrome.runtime.sendMessage(id, message).then(answer => answer ?? null, String)"
    for message in ({"do": "look", "tabId": 1}, {"do": "retry"}, {"do": "disconnect"}):
        assert "Receiving end does not exist" in rogue.evaluate(ask, [connected.id, message])
    read = "url => fetch(url).then(answer => answer.text(), error => String(error))"
    for path in ("popup.html", "api.js", "manifest.json"):
        assert "Failed to fetch" in rogue.evaluate(read, f"{connected.origin}/{path}")
    assert rogue.evaluate("chrome.storage.local.get()") == {}
    assert recorder.calls == []


def test_another_extension_can_neither_read_nor_write_at_the_server_even_with_our_token(
    connected, live: Live, beside: dict, site: Site
):
    """With the dashboard's session in the browser, whose cookie it may send along, and with a stolen token."""
    connected.open(live.launch_link())
    token = live.add_token(connected.origin)
    rogue = connected.worker_of(identifier(beside["rogue"]))
    send = """([url, token, type]) => fetch(url, {method: 'POST', credentials: 'include', body: '{"url": "https://a.example.com/"}',
        headers: {...(token ? {Authorization: `Bearer ${token}`} : {}), 'Content-Type': type}})
        .then(answer => answer.status, String)"""
    for path in ("captures", "known", "due", "corrections", "hello", "captures/status"):
        assert rogue.evaluate(send, [f"{live.url}/api/{path}", token, "application/json"]) == 401
        assert rogue.evaluate(send, [f"{live.url}/api/{path}", None, "application/json"]) == 401
    for path in ("settings", "add", "applications/1/delete"):
        assert rogue.evaluate(send, [f"{live.url}/{path}", token, "application/x-www-form-urlencoded"]) == 403
    with connect(live.config.database) as db:
        assert [browser.last_used_at for browser in access.list_browsers(db)] == [None]


HOME = "http://127.0.0.1/*"


def set_host_access(chrome: Browser, access: str) -> None:
    """Give or take the address 127.0.0.1, as the person does in the browser's settings for extensions."""
    chrome.in_settings(f"updateExtensionConfiguration({{extensionId: id, hostAccess: '{access}'}})")
    until(lambda: chrome.may_read(HOME) == (access != "ON_CLICK"), "the permission to change")


@pytest.fixture
def revoked(chrome: Browser):
    set_host_access(chrome, "ON_CLICK")
    yield chrome
    set_host_access(chrome, "ON_ALL_SITES")


def test_a_connected_browser_goes_on_without_the_host_permission(revoked, live: Live, site: Site):
    """The server answers the preflight of connected origins alone."""
    revoked.set(port=live.port, token=live.add_token(revoked.origin))
    popup = revoked.click_icon(revoked.open(site.url("jobs.example", "/office-manager", POSTING)))
    popup.click("#go")
    popup.wait_for("Tracked")
    assert revoked.queued() == []


def test_a_browser_that_is_not_connected_is_asked_for_the_permission(revoked, live: Live, site: Site):
    revoked.open(live.launch_link())
    revoked.set(port=live.port)
    popup = revoked.click_icon(revoked.open(site.url("jobs.example", "/office-manager", POSTING)))
    popup.click("#go")
    popup.wait_for("does not let Ringback reach your computer")
    assert "Allow" in popup.text() and len(revoked.queued()) == 1
    set_host_access(revoked, "ON_ALL_SITES")
    page = revoked.page_at("/pair/")
    page.get_by_role("button", name="Connect", exact=True).click()
    until(lambda: revoked.queued() == [], "the queue to be sent")


def test_a_posting_in_another_site_s_frame_is_read_once_the_person_allows_that_site(revoked, recorder, site: Site):
    revoked.set(port=recorder.port, token=TOKEN)
    board = site.url("127.0.0.1", "/embed", POSTING)
    html = f"<title>Jobs</title><h1>Work with us</h1><iframe src='{board}' width='800' height='600'></iframe>"
    popup = revoked.click_icon(revoked.open(site.url("jobs.example", "/embedding", html)))
    popup.click("#go")
    popup.wait_for("Part of this page comes from 127.0.0.1")
    assert "Read that part too" in popup.text()
    assert recorder.captures[-1]["frames"] == []
    set_host_access(revoked, "ON_ALL_SITES")
    until(lambda: len(recorder.captures) == 2, "a second capture")
    (frame,) = recorder.captures[-1]["frames"]
    assert frame["url"] == board and "Dana Whitfield" in frame["html"]
    until(lambda: "tracked" in revoked.notifications(), "the confirmation")


def test_a_board_in_a_frame_is_read_by_the_server(chrome, live: Live, site: Site):
    chrome.set(port=live.port, token=live.add_token(chrome.origin))
    board = site.url("127.0.0.1", "/embed", POSTING)
    html = f"<title>Jobs</title><h1>Work with us</h1><iframe src='{board}' width='800' height='600'></iframe>"
    popup = chrome.click_icon(chrome.open(site.url("jobs.example", "/embedding", html)))
    popup.click("#go")
    title = "document.querySelector('[data-field=title]')?.value"
    until(lambda: popup.evaluate(title) == "Office Manager", "the title")
    assert popup.evaluate("document.querySelector('[data-field=name]').value") == "Dana Whitfield"
