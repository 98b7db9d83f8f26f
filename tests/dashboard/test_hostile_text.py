"""Whatever a page holds, it is shown as text: no element, no handler and no link of it comes to life."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page

from server import intake
from server.services import notes
from server.store.connection import connect

NOW = datetime(2026, 11, 24, 17, 20, tzinfo=UTC)
CALL = "window.pwned=1"
PAYLOADS = (
    f"<script>{CALL}</script>",
    f"<ScRiPt>{CALL}</sCrIpT>",
    f"</script><script>{CALL}</script>",
    f"<img src=x onerror={CALL}>",
    f'"><img src=x onerror={CALL}>',
    f"'><img src=x onerror={CALL}>",
    f"<svg onload={CALL}>",
    f"<svg><script>{CALL}</script></svg>",
    f"<body onload={CALL}>",
    f"<iframe srcdoc='<script>parent.{CALL}</script>'>",
    f"<iframe src=javascript:{CALL}>",
    f"<a href=javascript:{CALL}>x</a>",
    f"javascript:{CALL}",
    f"JaVaScRiPt:{CALL}",
    f"java\tscript:{CALL}",
    f"&#106;avascript:{CALL}",
    f"data:text/html,<script>{CALL}</script>",
    "vbscript:msgbox(1)",
    f'" onmouseover="{CALL}',
    f"' onfocus='{CALL}' autofocus='",
    f"` onclick={CALL} `",
    f"<input autofocus onfocus={CALL}>",
    f"<details open ontoggle={CALL}>",
    f"<video><source onerror={CALL}></video>",
    f"<audio src=x onerror={CALL}>",
    f"<marquee onstart={CALL}>",
    f"<math><mi xlink:href=javascript:{CALL}>x</mi></math>",
    f"<object data=javascript:{CALL}>",
    f"<embed src=javascript:{CALL}>",
    f"<form action=javascript:{CALL}><button>x</button></form>",
    "<base href=https://evil.example/>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<style>@import 'https://evil.example/x.css';</style>",
    f"<template><script>{CALL}</script></template>",
    f"<textarea></textarea><script>{CALL}</script>",
    f"</textarea><script>{CALL}</script>",
    f"</title><script>{CALL}</script>",
    f"<!--><script>{CALL}</script>-->",
    "{{ 7*7 }}{% raw %}${7*7}{% endraw %}",
    f"\u202e<script>{CALL}</script>",
    f"<noscript><p title='</noscript><img src=x onerror={CALL}>'></noscript>",
)


def posting(payload, place):
    """A posting with the payload in every field there is, and a reference of its own."""
    return {
        "kind": "posting",
        **dict.fromkeys(("title", "employer", "location", "employment_type", "description"), payload),
        "reference": f"{place} {payload}",
        "apply": {"by": "web", "to": payload},
        "wants": [payload],
        "wishes": {"calls": "welcome", "contact": "unstated", "hours": payload, "text": payload},
        "evidence": {"title": {"text": payload, "where": payload}, "pay": {"text": payload, "where": payload}},
        "problems": [payload],
        "others": [{"value": payload, "why": payload}],
        "contacts": [
            {
                "name": payload,
                "role": payload,
                "emails": [f"dana{place}@northlake.example.com"],
                "phones": ["+12065550142"],
                "sure": True,
                "evidence": {"text": payload, "where": payload},
            }
        ],
    }


@pytest.fixture
def numbers(app, config, morning):
    """One application for each payload, tracked three weeks ago and due now."""
    made = []
    with connect(config.database) as db:
        for place, payload in enumerate(PAYLOADS):
            capture = intake.Capture(
                html="<p>x</p>", url=f"https://jobs.example.com/{place}", applied_on=datetime(2026, 11, 3).date()
            )
            read = posting(payload, place)
            received = intake.receive(db, capture, lambda _, read=read: read, now=NOW)
            notes.add(db, received.application, payload, now=NOW)
            made.append(received.application)
    return made


def alive(text):
    """What of a page could act: handlers, foreign scripts, frames and links that are none of ours."""
    soup = BeautifulSoup(text, "lxml")
    for frame in soup.select("iframe.snapshot[sandbox]"):
        if "".join(frame["sandbox"]) == "" and frame["src"].startswith("/pages/"):
            frame.extract()
    found = [f"{tag.name} {name}" for tag in soup.find_all() for name in tag.attrs if name.startswith("on")]
    found += [str(tag) for tag in soup(["script"]) if not str(tag.get("src", "")).startswith("/static/dashboard/")]
    found += [
        str(tag)[:80] for tag in soup(["iframe", "object", "embed", "base", "style", "marquee", "video", "audio"])
    ]
    for tag in soup.find_all(["a", "form", "link", "img"]):
        for name in ("href", "action", "src"):
            value = str(tag.get(name, "/"))
            if not value.startswith(("/", "#", "http://", "https://jobs.example.com", "mailto:", "tel:")):
                found.append(f"{tag.name} {name}={value[:60]}")
    return found


def test_no_payload_comes_to_life_in_the_markup(client, numbers):
    paths = ["/", "/applications", *(f"/applications/{number}" for number in numbers)]
    paths += [f"/applications/{numbers[0]}/delete", "/applications?q=script"]
    for path in paths:
        response = client.get(path)
        assert response.status_code == 200, path
        assert alive(response.text) == [], path
    assert "{{ 7*7 }}" in client.get(f"/applications/{numbers[39]}/delete").text


@pytest.mark.browser
def test_no_payload_comes_to_life_in_a_browser(visit, live, numbers):
    page: Page = visit("/")
    violations: list[str] = []
    page.on("console", lambda line: violations.append(line.text) if "Content Security Policy" in line.text else None)
    for path in ["/", "/applications", *(f"/applications/{number}" for number in numbers)]:
        page.goto(f"{live.url}{path}")
        page.evaluate("() => document.querySelectorAll('details').forEach((part) => { part.open = true; })")
        assert page.evaluate("window.pwned") is None, path
    assert violations == []
