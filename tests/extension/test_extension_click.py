"""One click in a real Chromium: what is sent, and what the popup says about it."""

from __future__ import annotations

import uuid

import pytest
from chromium_driving import until
from job_pages import POSTING

pytestmark = pytest.mark.browser


def test_a_click_sends_the_page_and_shows_what_was_found(connected, recorder, site):
    page = connected.open(site.url("jobs.example", "/office-manager", POSTING))
    popup = connected.click_icon(page)
    popup.click("#go")
    shown = popup.wait_for("Tracked")
    (sent,) = recorder.captures
    assert uuid.UUID(sent["id"]).version == 4
    assert sent["url"] == page.url
    assert sent["title"] == "Office Manager - Northlake Clinic"
    assert (sent["approach"], sent["origin"], sent["stance"], sent["applied_on"]) == (
        "solicited",
        None,
        None,
        None,
    )
    assert "asks not to be called" in shown and "No phone calls, please." in shown
    assert "Questions? Dana Whitfield, Hiring Manager, 206 555 0142" in shown
    assert "not sure" in shown
    assert "November 9" in shown and "Five working days after you applied" in shown
    assert popup.evaluate("document.querySelector('[data-field=title]').value") == "Office Manager"
    assert until(lambda: connected.queued() == [], "an empty queue")
