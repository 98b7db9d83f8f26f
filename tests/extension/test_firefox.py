"""The same extension in a real Firefox: install, toolbar, context menu, pairing, capture, queue."""

from __future__ import annotations

import json

import pytest
import recording_server
from chromium_driving import until
from firefox_driving import ORIGIN, Firefox
from helpers import Live
from job_pages import POSTING, Site
from recording_server import TOKEN, Recording

pytestmark = pytest.mark.browser


@pytest.fixture
def job(firefox: Firefox, site: Site) -> str:
    """A posting, open in front."""
    return firefox.open(site.url("jobs.example", "/office-manager", POSTING))


def test_a_toolbar_click_opens_the_popup_and_one_click_there_sends_the_page(firefox, recorder, job):
    firefox.use(recorder.port, TOKEN)
    firefox.front(job)
    assert firefox.click_icon() == f"{ORIGIN}/popup.html"
    popup = firefox.popup_as_page(job)
    firefox.click(popup, "#go")
    shown = firefox.wait_for(popup, "Tracked")
    assert "asks not to be called" in shown and "Questions? Dana Whitfield" in shown
    (sent,) = recorder.captures
    assert "SECRET" not in json.dumps(sent) and '"hiringOrganization"' in sent["html"]
    assert 'dana<b class="trap" style="display:none">nospam</b>@northlake' in sent["html"]
    origins = {headers["Origin"] for _, _, headers in recorder.calls}
    assert origins == {ORIGIN}


def test_without_a_click_the_page_stays_closed_to_the_extension(firefox, recorder, job):
    firefox.use(recorder.port, TOKEN)
    popup = firefox.popup_without_click(job)
    firefox.click(popup, "#go")
    firefox.wait_for(popup, "This page cannot be read")
    assert recorder.captures == []


@pytest.mark.parametrize(
    ("label", "approach", "origin"),
    [("Track this job", "solicited", None), ("Track this employer (unsolicited)", "unsolicited", "cold")],
)
def test_context_menu_tracks_a_page(firefox, recorder, job, label, approach, origin):
    firefox.use(recorder.port, TOKEN)
    firefox.front(job)
    firefox.choose_in_menu(job, "h1", label)
    until(lambda: recorder.captures, "the capture")
    (sent,) = recorder.captures
    assert (sent["approach"], sent["origin"]) == (approach, origin)
    assert sent["title"] == "Office Manager - Northlake Clinic"


def test_context_menu_adds_selected_text_as_a_contact(firefox, recorder, job):
    firefox.use(recorder.port, TOKEN)
    firefox.front(job)
    firefox.evaluate(job, "getSelection().selectAllChildren(document.querySelector('main p:last-of-type'))")
    firefox.choose_in_menu(job, "main p:last-of-type", "Add as contact")
    until(lambda: recorder.captures, "the capture")
    (sent,) = recorder.captures
    assert sent["marked"] == "contact" and sent["selection"].startswith("Contact: Dana Whitfield")


def test_the_keys_of_the_shortcut_track_the_page(firefox, recorder, job):
    firefox.use(recorder.port, TOKEN)
    firefox.front(job)
    firefox.press_shortcut("J")
    until(lambda: recorder.captures, "the capture")
    assert recorder.captures[-1]["title"] == "Office Manager - Northlake Clinic"
    assert firefox.contexts("popup.html") == []


def test_the_number_due_is_on_the_icon_and_a_notification_names_it(firefox, recorder):
    firefox.use(recorder.port, TOKEN)
    follow_up = {"id": "1", "title": "Clerk", "employer": "Northlake", "channel": "phone", "contact": {"name": "Dana"}}
    recorder.due = {"count": 3, "items": [follow_up], "next_at": None}
    page = firefox.extension_page("options.html")
    firefox.evaluate(page, "browser.storage.local.set({quiet: false})")
    firefox.evaluate(page, "browser.runtime.sendMessage({do: 'due'})")
    until(lambda: firefox.badge() == "3", "the number on the icon")
    assert firefox.evaluate(page, "browser.storage.local.get('told')") == {"told": ["1"]}


def test_a_frame_that_loads_without_end_holds_up_nothing(firefox, recorder, site):
    firefox.use(recorder.port, TOKEN)
    site.endless.add("/advertisement")
    site.url("jobs.example", "/advertisement", "<p>Buy")
    html = "<title>Office</title><h1>Office Manager</h1><iframe src='/advertisement'></iframe>"
    page = firefox.open(site.url("jobs.example", "/endless", html), wait="interactive")
    popup = firefox.popup_as_page(page)
    firefox.click(popup, "#go")
    firefox.wait_for(popup, "Tracked")
    assert "Office Manager" in recorder.captures[-1]["html"]


def test_a_connected_browser_goes_on_without_the_host_permission(firefox, live: Live, job):
    firefox.use(live.port, live.add_token(ORIGIN))
    with firefox.without_permission("http://127.0.0.1/*"):
        popup = firefox.popup_as_page(job)
        firefox.click(popup, "#go")
        firefox.wait_for(popup, "Tracked")
        assert firefox.queued(popup) == []


def test_two_clicks_connect_and_the_first_one_s_capture_arrives(firefox, live: Live, job):
    firefox.open(live.launch_link())
    firefox.use(live.port)
    popup = firefox.popup_as_page(job)
    firefox.click(popup, "#go")
    page = until(lambda: firefox.contexts("/pair/"), "the pairing page")[0]
    code = until(lambda: firefox.evaluate(page, "document.querySelector('.pair-code')?.innerText"), "the code")
    assert firefox.badge() == code
    firefox.click(page, "button[value=connect]")
    firefox.wait_for(page, "is connected")
    until(lambda: firefox.queued(popup) == [], "the queue to be sent")
    firefox.front(popup)
    firefox.wait_for(popup, "Tracked")
    status, _, _ = live.request("POST", "/api/hello", "{}", {"Origin": ORIGIN, "Content-Type": "application/json"})
    assert status == 401


def test_captures_wait_while_the_server_is_off_and_the_background_page_ends(firefox, site, job):
    with recording_server.running(Recording()) as recording:
        port = recording.port
    firefox.use(port, TOKEN)
    popup = firefox.popup_as_page(job)
    firefox.click(popup, "#go")
    assert "ringback serve" in firefox.wait_for(popup, "Ringback is not running")
    assert firefox.badge() == "1"
    second = firefox.open(site.url("jobs.example", "/second", POSTING.replace("<title>Office", "<title>Second")))
    firefox.end_background()
    other = firefox.popup_as_page(second)
    firefox.click(other, "#go")
    until(lambda: len(firefox.queued(popup)) == 2, "the second in the queue")
    with recording_server.running(Recording(port=port)) as back:
        firefox.end_background()
        firefox.click(other, "#status button")
        until(lambda: firefox.queued(popup) == [], "an empty queue")
        assert [body["title"][:6] for body in back.captures] == ["Office", "Second"]
        until(lambda: firefox.badge() == "", "an icon without a number")


def test_a_frame_of_another_site_is_read_once_the_person_allows_it(firefox, recorder, site):
    firefox.use(recorder.port, TOKEN)
    board = site.url("boards.example", "/embed", POSTING)
    html = f"<title>Jobs</title><h1>Work with us</h1><iframe src='{board}' width='800' height='600'></iframe>"
    job = firefox.open(site.url("jobs.example", "/embedding", html))
    popup = firefox.popup_as_page(job)
    firefox.click(popup, "#go")
    firefox.wait_for(popup, "Part of this page comes from boards.example")
    until(lambda: recorder.captures, "the capture")
    assert recorder.captures[-1]["frames"] == []
    firefox.click(popup, "#status button")
    until(
        lambda: firefox.in_window("PopupNotifications.panel.firstElementChild?.button?.click() ?? true"), "the question"
    )
    until(lambda: recorder.captures[-1]["frames"], "a capture with the frame in it")
    (frame,) = recorder.captures[-1]["frames"]
    assert frame["url"] == board and "Dana Whitfield" in frame["html"]


def test_extension_reaches_this_computer_alone_and_keeps_the_token_from_content_scripts(firefox, recorder, site, job):
    firefox.use(recorder.port, TOKEN)
    page = firefox.extension_page("options.html")
    attempt = "fetch({}, {{method: 'POST', body: '{{}}', mode: 'no-cors'}}).then(() => 'sent', String)"
    assert firefox.evaluate(page, attempt.format(json.dumps(f"http://127.0.0.1:{recorder.port}/api/due"))) == "sent"
    site.visits.clear()
    assert "NetworkError" in firefox.evaluate(page, attempt.format(json.dumps(site.url("other.example", "/leak"))))
    assert site.visits == []
    assert TOKEN not in json.dumps(firefox.evaluate(page, "browser.storage.local.get()"))
