"""Nothing is lost: captures wait on disk, in order, and arrive exactly once."""

from __future__ import annotations

import chromium_driving
import pytest
import recording_server
from chromium_driving import Browser, until
from job_pages import POSTING
from recording_server import TOKEN, Recording

pytestmark = pytest.mark.browser


@pytest.fixture
def off(chrome: Browser):
    """A server that is off, on a port that is kept for it: `running(off)` starts it."""
    with recording_server.running(Recording()) as recording:
        port = recording.port
    chrome.set(port=port, token=TOKEN)
    return Recording(port=port)


def track(browser: Browser, url: str, words: str) -> str:
    """Open a page, click, and return what the popup says in the end."""
    popup = browser.click_icon(browser.open(url))
    popup.click("#go")
    return popup.wait_for(words)


def titles(recording: Recording) -> list[str]:
    return [body["title"] for body in recording.captures]


def job(site, name: str) -> str:
    return site.url("jobs.example", f"/{name}", POSTING.replace("<title>Office Manager", f"<title>{name}"))


def deliver(browser: Browser) -> None:
    """What the alarm does a minute later."""
    browser.worker.evaluate("chrome.alarms.onAlarm.dispatch({name: 'deliver'})")


def test_captures_wait_while_the_server_is_off_and_are_sent_in_order_when_it_is_back(chrome, off, site):
    shown = track(chrome, job(site, "first"), "not running")
    assert "ringback serve" in shown and "Your capture is safe" in shown
    for name in ("second", "third"):
        track(chrome, job(site, name), "not running")
    assert chrome.badge() == "3"
    with recording_server.running(off) as recording:
        deliver(chrome)
        until(lambda: chrome.queued() == [], "an empty queue")
        assert [title.split()[0] for title in titles(recording)] == ["first", "second", "third"]
        until(lambda: chrome.badge() == "", "an icon without a number")


def test_the_next_click_sends_what_waits_first(chrome, off, site):
    track(chrome, job(site, "first"), "not running")
    with recording_server.running(off) as recording:
        track(chrome, job(site, "second"), "Tracked")
        assert [title.split()[0] for title in titles(recording)] == ["first", "second"]


def test_a_worker_that_is_ended_loses_nothing(chrome, off, site):
    track(chrome, job(site, "first"), "not running")
    chrome.end_worker()
    with recording_server.running(off) as recording:
        track(chrome, job(site, "second"), "Tracked")
        assert [title.split()[0] for title in titles(recording)] == ["first", "second"]


def test_a_worker_that_is_ended_between_sending_and_answer_sends_the_same_id_again(chrome, off, site):
    recording = off
    recording.hold_answers.clear()
    with recording_server.running(recording):
        popup = chrome.click_icon(chrome.open(job(site, "once")))
        popup.click("#go")
        until(lambda: recording.captures, "the first sending")
        chrome.end_worker()
        recording.hold_answers.set()
        track(chrome, job(site, "next"), "Tracked")
        until(lambda: chrome.queued() == [], "an empty queue")
    ids = [body["id"] for body in recording.captures]
    assert len(ids) == 3 and ids[0] == ids[1] != ids[2]


def test_an_answer_lost_on_the_way_sends_the_same_id_again(chrome, off, site):
    off.lose_answers = 1
    with recording_server.running(off) as recording:
        track(chrome, job(site, "once"), "not running")
        deliver(chrome)
        until(lambda: chrome.queued() == [], "an empty queue")
    ids = [body["id"] for body in recording.captures]
    assert len(ids) == 2 and ids[0] == ids[1]


def test_two_windows_at_once_send_each_page_once(connected, recorder, site):
    recorder.hold_answers.clear()
    for waiting, name in enumerate(("left", "right"), 1):
        page = connected.open_window(job(site, name))
        connected.click_icon(page).click("#go")
        until(lambda waiting=waiting: len(connected.queued()) == waiting, f"the {name} page in the queue")
    until(lambda: recorder.captures, "the first sending")
    recorder.hold_answers.set()
    until(lambda: connected.queued() == [], "an empty queue")
    assert [title.split()[0] for title in titles(recorder)] == ["left", "right"]
    assert len({body["id"] for body in recorder.captures}) == 2
    assert len(connected.worker.evaluate("chrome.windows.getAll()")) == 3


@pytest.mark.parametrize(
    ("status", "words"),
    [(413, "The page is too large"), (400, "did not take this page"), (415, "did not take this page")],
)
def test_a_page_the_server_will_not_take_is_kept_and_holds_up_no_other(connected, recorder, site, status, words):
    recorder.status["captures"] = status
    shown = track(connected, job(site, "odd"), "Throw away")
    assert words in shown and "Do that." in shown and "is sent when" not in shown
    del recorder.status["captures"]
    track(connected, job(site, "plain"), "Tracked")
    (kept,) = connected.queued()
    assert kept["title"].startswith("odd") and kept["state"] == "held"
    popup = connected.click_icon(connected.open(job(site, "another")))
    popup.wait_for("odd")
    popup.click("#waiting .row button")
    until(lambda: connected.queued() == [], "an empty queue")
    assert [title.split()[0] for title in titles(recorder)] == ["odd", "plain", "odd"]


@pytest.mark.parametrize("status", [429, 503, 507])
def test_a_server_that_fails_gets_the_page_again_later(connected, recorder, site, status):
    recorder.status["captures"] = status
    track(connected, job(site, "patient"), "Something failed")
    assert [entry["state"] for entry in connected.queued()] == ["waiting"]
    assert connected.worker.evaluate("chrome.alarms.get('deliver')")["periodInMinutes"] == 1
    del recorder.status["captures"]
    deliver(connected)
    until(lambda: connected.queued() == [], "an empty queue")
    assert connected.worker.evaluate("chrome.alarms.get('deliver').then(alarm => alarm ?? null)") is None


def test_a_page_that_was_not_taken_can_be_thrown_away(connected, recorder, site):
    recorder.status["captures"] = 400
    popup = connected.click_icon(connected.open(job(site, "odd")))
    popup.click("#go")
    popup.wait_for("Throw away")
    assert connected.badge() == "1"
    popup.click("#waiting .quiet")
    until(lambda: connected.queued() == [], "an empty queue")
    until(lambda: connected.badge() == "", "an icon without a number")


def test_what_waits_outlives_the_browser_that_is_killed_and_a_full_disk(playwright, chromium_path, tmp_path, off, site):
    """As when the computer goes down: no program gets to say goodbye. And the oldest are kept."""
    with chromium_driving.running(playwright, chromium_path, tmp_path / "profile") as chrome:
        chrome.set(port=off.port, token=TOKEN)
        for name in ("first", "second"):
            track(chrome, job(site, name), "not running")
        chrome.kill()
    with chromium_driving.running(playwright, chromium_path, tmp_path / "profile") as chrome:
        chrome.fill_disk()
        shown = track(chrome, job(site, "third"), "no room left")
        assert "What waits already is kept" in shown and "Your capture is safe" not in shown
        with recording_server.running(off) as recording:
            deliver(chrome)
            until(lambda: chrome.queued() == [], "an empty queue")
            assert [title.split()[0] for title in titles(recording)] == ["first", "second"]
            assert len({body["id"] for body in recording.captures}) == 2


def test_a_program_that_cannot_prove_itself_gets_neither_page_nor_token(connected, recorder, site):
    recorder.proves = False
    shown = track(connected, job(site, "kept"), "Another program answers")
    assert "Nothing was sent to it" in shown
    assert {path for path, _, _ in recorder.calls} == {"proof"}
    assert TOKEN.partition(".")[2] not in str(recorder.calls)
    assert len(connected.queued()) == 1


def test_a_token_that_was_revoked_asks_before_connecting_again(connected, recorder, site):
    recorder.status["proof"] = 401
    shown = track(connected, job(site, "kept"), "not connected")
    assert "Connect this browser" in shown
    assert recorder.bodies("pair/start") == []
    assert len(connected.queued()) == 1
