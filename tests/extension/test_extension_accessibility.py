"""Popup and settings for everyone: no finding of axe-core, light and dark, narrow, in German; and by keyboard alone."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python.sync_playwright as axe
import pytest
from chromium_driving import Browser, identifier
from job_pages import POSTING, Site
from playwright.sync_api import Page, expect
from recording_server import TOKEN, Recording

pytestmark = pytest.mark.browser

AXE = (Path(axe.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
NARROW, USUAL = 280, 372


def findings(page: Page, what: str) -> list[str]:
    """What axe-core finds in both colour schemes, and what does not fit, at both widths."""
    page.evaluate(AXE + ";0")
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        result = page.evaluate("tags => axe.run(document, {runOnly: tags})", STANDARD)
        found += [f"{what}, {scheme}: {one['id']}: {one['nodes'][0]['html'][:200]}" for one in result["violations"]]
    for width in (NARROW, USUAL):
        page.set_viewport_size({"width": width, "height": 600})
        wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        found += [f"{what} is {wider} px wider than {width}"] if wider > 0 else []
    return found


@pytest.fixture(params=["English", "German"])
def spoken(request, connected: Browser, recorder: Recording, beside: dict) -> str:
    """The id of our extension in one language, connected with the recorder."""
    if request.param == "English":
        return connected.id
    german = identifier(beside["german"])
    worker = connected.worker_of(german)
    worker.evaluate("values => chrome.storage.local.set(values)", {"port": recorder.port, "token": TOKEN})
    return german


def test_no_state_of_the_popup_has_a_finding(connected, spoken, recorder, site: Site):
    found = []

    def popup_on(name: str) -> Page:
        return connected.popup_as_page(connected.open(site.url("127.0.0.1", f"/{name}", POSTING)), spoken)

    recorder.known = {"id": 12, "since": "2026-11-09T10:00:00-08:00", "title": "Office Manager"}
    popup = popup_on("known")
    expect(popup.locator("#known")).to_be_visible()
    popup.locator("[name=applied][value=on]").check()
    found += findings(popup, "before")
    popup.locator("#go").click()
    expect(popup.locator("#found")).to_be_visible()
    popup.locator(".person button").click()
    popup.locator("#found .row button.quiet").last.click()
    popup.locator("#found [type=submit]").click()
    expect(popup.locator("#saved")).not_to_be_empty()
    found += findings(popup, "found")
    for status, name in ((413, "held"), (503, "failed")):
        recorder.status["captures"] = status
        popup = popup_on(name)
        popup.locator("#go").click()
        expect(popup.locator("#status .warn")).to_be_visible()
        expect(popup.locator("#waiting")).to_be_visible()
        found += findings(popup, name)
    assert found == []


def test_the_settings_have_no_finding(connected, spoken):
    page = connected.open(f"chrome-extension://{spoken}/options.html")
    expect(page.locator("#connected")).not_to_be_empty()
    assert findings(page, "settings") == []


def test_pages_say_which_language_they_are_in(connected, beside):
    """A screen reader pronounces by it; the browser's language is none of ours where it is neither."""
    for extension, language, words in (
        (connected.id, "en-US", "Ringback settings"),
        (identifier(beside["german"]), "de", "Ringback-Einstellungen"),
    ):
        page = connected.open(f"chrome-extension://{extension}/options.html")
        expect(page.get_by_role("heading", level=1)).to_have_text(words)
        expect(page.locator("html")).to_have_attribute("lang", language)


def test_the_whole_popup_works_by_keyboard_alone(connected, recorder, site):
    popup = connected.popup_as_page(connected.open(site.url("127.0.0.1", "/job", POSTING)))
    popup.bring_to_front()
    reach(popup, "[name=approach]:checked")
    popup.keyboard.press("ArrowRight")
    reach(popup, "[name=applied]:checked")
    popup.keyboard.press("ArrowRight")
    reach(popup, "#stance")
    popup.keyboard.type("persistent")
    reach(popup, "#go")
    popup.keyboard.press("Enter")
    expect(popup.get_by_role("heading", name="Tracked")).to_be_focused()
    (sent,) = recorder.captures
    assert (sent["approach"], sent["stance"]) == ("unsolicited", "persistent") and sent["applied_on"]
    reach(popup, "[data-field=title]")
    popup.keyboard.type("Practice Manager")
    reach(popup, ".person button")
    popup.keyboard.press("Space")
    popup.keyboard.press("Shift+Tab")
    reach(popup, "#found [type=submit]")
    popup.keyboard.press("Enter")
    expect(popup.get_by_text("Saved", exact=True)).to_be_visible()
    changes = recorder.bodies("corrections")[-1]["changes"]
    assert changes == {"title": "Practice Manager", "contacts": [{"id": 7, "removed": True}]}


def reach(page: Page, selector: str) -> None:
    """Go on with the Tab key until this element has the focus, and can be seen to."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"the Tab key never reaches {selector}")


def test_troubles_and_news_are_announced(connected, recorder, site):
    """A screen reader hears what changes in a live region that was there before."""
    popup = connected.popup_as_page(connected.open(site.url("127.0.0.1", "/job", POSTING)))
    status = popup.get_by_role("status").first
    expect(status).to_be_empty()
    recorder.status["captures"] = 503
    popup.get_by_role("button", name="Track this job").click()
    expect(status).to_contain_text("Something failed in Ringback")
