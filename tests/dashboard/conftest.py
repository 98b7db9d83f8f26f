"""A dashboard filled with the demonstration's applications, a browser that looks at it, and a client without one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from helpers import Live
from playwright.sync_api import Browser, BrowserContext, Page

from server import clock, demo
from server.config import Config
from server.store.connection import connect

MORNING = "2026-11-24T09:20:00-08:00"


@pytest.fixture
def morning(monkeypatch: pytest.MonkeyPatch) -> datetime:
    """A Tuesday morning in Seattle, on which the clock stands at the start of the test."""
    monkeypatch.setenv(clock.VARIABLE, MORNING)
    monkeypatch.setattr(clock, "_started", clock.time.monotonic())
    return datetime.fromisoformat(MORNING)


@pytest.fixture
def filled(app: object, config: Config, morning: datetime) -> Config:
    """The data of the demonstration."""
    with connect(config.database) as db:
        demo.fill(db, morning, with_earlier=False)
    return config


@pytest.fixture
def visit(chromium: Browser, live: Live) -> Iterator[Callable[..., Page]]:
    """Open the dashboard in a window of its own: ``visit("/settings", javascript=False, width=320)``."""
    contexts: list[BrowserContext] = []
    problems: list[str] = []

    def open_window(path: str = "/", *, javascript: bool = True, width: int = 1280, scheme: str = "light") -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": 860},
            color_scheme=scheme,  # type: ignore[arg-type]
            java_script_enabled=True,
            permissions=["clipboard-read", "clipboard-write"],
        )
        contexts.append(context)
        page = context.new_page()
        page.goto(live.launch_link(path))
        page.wait_for_url(f"{live.url}{path}")
        if not javascript:
            state = context.storage_state()
            context = chromium.new_context(
                viewport={"width": width, "height": 860}, java_script_enabled=False, storage_state=state
            )
            contexts.append(context)
            page = context.new_page()
            page.goto(f"{live.url}{path}")
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("console", lambda line: problems.append(line.text) if line.type == "error" else None)
        return page

    open_window.problems = problems  # type: ignore[attr-defined]
    yield open_window
    for context in contexts:
        context.close()
    assert problems == []
