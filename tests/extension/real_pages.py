"""Real pages, where they lie: ``RINGBACK_EVAL``, or ``shared/eval`` beside the checkout. None of their text is here."""

from __future__ import annotations

import json
import os
import re
import sys
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from chromium_driving import EXTENSION
from playwright.sync_api import Browser, BrowserContext, Route

from scrapers import Frame, scrape

ROOT = Path(__file__).resolve().parent.parent.parent
PAGE_SCRIPTS = ("serialize.js", "pane.js", "state.js", "selection.js", "capture.js")
# Where a page's own address is not known.
SOMEWHERE = "https://page.example/"


@cache
def folder() -> Path:
    """The evaluation set. Fails where it is not: a test of real pages that reads none says nothing."""
    found = Path(os.environ.get("RINGBACK_EVAL") or ROOT.parent / "shared" / "eval")
    assert (found / "gold.jsonl").is_file(), f"the real pages are not at {found}; set RINGBACK_EVAL"
    return found


@cache
def scorer() -> ModuleType:
    """The module that scores predictions against the labels."""
    sys.path.insert(0, str(folder()))
    import score

    return score


def labels() -> list[dict[str, Any]]:
    return list(scorer().load(folder() / "gold.jsonl"))


def page_bytes(label: dict[str, Any]) -> bytes:
    return (folder() / "pages" / label["file"]).read_bytes()


def served(content: bytes) -> bytes:
    """The page as a server sends it: some were saved with the head of the answer on top."""
    return re.sub(rb"\AHTTP/1\.[01] [^<]*", b"", content)


def read_page(label: dict[str, Any]) -> dict[str, Any]:
    """What is read of the page as it was saved."""
    return as_prediction(label, scrape(page_bytes(label), label.get("url")).as_dict())


def read_capture(label: dict[str, Any], parts: list[dict[str, Any]]) -> dict[str, Any]:
    """What is read of what the extension would send."""
    top, *frames = parts
    url = top["url"] if label.get("url") else None
    inside = [Frame(frame["url"], frame["html"]) for frame in frames]
    return as_prediction(label, scrape(top["html"], url, frames=inside).as_dict())


def as_prediction(label: dict[str, Any], posting: dict[str, Any]) -> dict[str, Any]:
    return json.loads(json.dumps({**posting, "file": label["file"]}))


def content_type(content: bytes) -> str:
    """The header the page came with is lost; a page that is UTF-8 was served as such."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "text/html"
    return "text/html; charset=utf-8"


@contextmanager
def saved_pages(browser: Browser):
    """A window that shows saved pages and asks for nothing else: no script of theirs runs, nothing is fetched."""
    context = browser.new_context(java_script_enabled=False, offline=True)
    try:
        yield context
    finally:
        context.close()


def capture(context: BrowserContext, label: dict[str, Any]) -> list[dict[str, Any]]:
    """Run the page scripts in the page and its written-in frames, as a click does; the top frame first."""
    url = label.get("url") or SOMEWHERE
    content = served(page_bytes(label))

    def answer(route: Route) -> None:
        if route.request.is_navigation_request() and route.request.frame.parent_frame is None:
            route.fulfill(body=content, content_type=content_type(content))
        else:
            route.abort()

    def is_the_page(asked: str) -> bool:
        return asked.partition("#")[0] == url.partition("#")[0]

    page = context.new_page()
    try:
        page.route(is_the_page, answer)
        page.goto(url, wait_until="domcontentloaded")
        scripts = "\n".join((EXTENSION / "page" / name).read_text(encoding="utf-8") for name in PAGE_SCRIPTS)
        run = f"(() => {{ {scripts}; return globalThis.ringback.capture(2_999_000); }})()"
        return [frame.evaluate(run) for frame in page.frames if frame == page.main_frame or frame.url == "about:srcdoc"]
    finally:
        page.close()
