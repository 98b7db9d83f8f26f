"""Picture each page of the dashboard, filled with the demonstration: light, dark, narrow and in German, into a folder.

Usage: ``python tools/screenshots.py [FOLDER]``; the folder is ``screenshots`` unless told otherwise. With ``--readme``
the three pictures of the README are made anew instead, in ``docs/images``.
"""

from __future__ import annotations

import os
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Browser, Page, sync_playwright  # noqa: E402

from server import clock, create_app, demo  # noqa: E402
from server.config import Config, load  # noqa: E402
from server.store import access  # noqa: E402
from server.store.connection import connect, prepare  # noqa: E402
from server.wire import bind, make_server  # noqa: E402
from tools import find_browser  # noqa: E402

MORNING = "2026-11-24T09:20:00-08:00"
PAGES = {
    "today": "/",
    "application": "/applications/1",
    "interview": "/applications/5",
    "applications": "/applications",
    "search": "/applications?q=diary",
    "duplicate": "/duplicates/6/13",
    "board": "/applications/board",
    "people": "/people",
    "person": "/people/1",
    "insights": "/insights",
    "add": "/add",
    "first-steps": "/start",
    "settings": "/settings",
    "scripts": "/settings/scripts",
    "script": "/settings/scripts/receipt-check.solicited.phone",
    "browsers": "/settings/browsers",
    "data": "/settings/data",
    "erase": "/settings/data/erase",
    "delete": "/applications/1/delete",
}
LOOKS = {
    "light": ("light", 1280, "en-US"),
    "dark": ("dark", 1280, "en-US"),
    "narrow": ("light", 320, "en-US"),
    "narrow-dark": ("dark", 320, "en-US"),
    "german": ("light", 1280, "de-DE"),
    "narrow-german": ("light", 320, "de-DE"),
}
README = {"today": 800, "application": 880, "insights": 800}
"""The pictures of the README, and how much of each page they show."""


@contextmanager
def demonstration() -> Iterator[tuple[Config, str]]:
    """Serve the demonstration on a free port."""
    os.environ[clock.VARIABLE] = MORNING
    with tempfile.TemporaryDirectory() as folder:
        config = load(Path(folder))
        with prepare(config.database) as db:
            demo.fill(db, datetime.fromisoformat(MORNING))
        listener = bind(0)
        port = listener.getsockname()[1]
        config = load(Path(folder), port)
        app = create_app(config)
        server = make_server(app, listener)
        threading.Thread(target=server.run, daemon=True).start()
        try:
            yield config, f"http://127.0.0.1:{port}"
        finally:
            server.close()
            app.extensions["reading"].close()


def window(browser: Browser, config: Config, address: str, look: str, height: int = 860) -> Page:
    """A window on the dashboard, signed in."""
    scheme, width, language = LOOKS[look]
    context = browser.new_context(
        color_scheme=scheme,  # type: ignore[arg-type]
        viewport={"width": width, "height": height},
        locale=language,
    )
    page = context.new_page()
    with connect(config.database) as db:
        key = access.add_launch_key(db, datetime.now(UTC))
    page.goto(f"{address}/launch?key={key}")
    page.wait_for_url(f"{address}/")
    return page


def picture(browser: Browser, config: Config, address: str, look: str, folder: Path) -> None:
    """Picture all pages in one look."""
    page = window(browser, config, address, look)
    for name, path in PAGES.items():
        page.goto(f"{address}{path}")
        page.wait_for_load_state("networkidle")
        page.screenshot(path=folder / f"{name}-{look}.png", full_page=not look.startswith("narrow"))
    page.context.close()


def picture_for_readme(browser: Browser, config: Config, address: str, folder: Path) -> None:
    """Picture the top of the pages that the README shows."""
    for name, height in README.items():
        page = window(browser, config, address, "light", height)
        page.goto(f"{address}{PAGES[name]}")
        page.wait_for_load_state("networkidle")
        page.screenshot(path=folder / f"{name}.png")
        page.context.close()


def main() -> None:
    """Picture every page in every look, or those of the README."""
    for_readme = "--readme" in sys.argv[1:]
    given = [argument for argument in sys.argv[1:] if argument != "--readme"]
    folder = Path(given[0]) if given else ROOT / ("docs/images" if for_readme else "screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    with demonstration() as (config, address), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser.chromium())
        if for_readme:
            picture_for_readme(browser, config, address, folder)
        else:
            for look in LOOKS:
                picture(browser, config, address, look, folder)
        browser.close()
    print(f"{len(README) if for_readme else len(PAGES) * len(LOOKS)} pictures in {folder}")


if __name__ == "__main__":
    main()
