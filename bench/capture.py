"""From the click to the server's word that it is kept, in a real Chromium: a short page and one of 2 MB, in one run.

Run: ``python -m bench capture``. The limit for 2 MB is the project's own, for a quiet machine of two cores; on a busy
one compare with the short page. Needs a Chromium (``python tools/find_browser.py``).
"""

from __future__ import annotations

import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import sleep
from typing import Any

from playwright.sync_api import Playwright, sync_playwright

from bench.server import ROOT, Server
from server.store import access
from server.store.connection import connect
from tools.find_browser import chromium

sys.path[:0] = [str(ROOT / "tests" / "extension"), str(ROOT / "tests")]

import chromium_driving  # noqa: E402
import job_pages  # noqa: E402

TIMES = 7
SENTENCE = "<p>A sentence about the <b>work</b>, of no great length.</p>"
TRACK = """async tabId => {
    const begun = performance.now();
    const {answer} = await chrome.runtime.sendMessage({do: 'track', tabId, choices: {}});
    return [performance.now() - begun, answer?.id];
}"""


def page(size: int) -> str:
    """A posting of about so many bytes."""
    filler = SENTENCE * max(0, (size - len(job_pages.POSTING)) // len(SENTENCE))
    return job_pages.POSTING.replace("</main>", f"</main><section>{filler}</section>")


def captures(browser: Any, site: Any, size: int) -> list[float]:
    """Milliseconds that captures of pages of this size took, each of a page of its own."""
    taken = []
    for number in range(TIMES):
        job = browser.open(site.url("127.0.0.1", f"/{size}/{number}", page(size)))
        tab = browser.tab_id(job)
        asking = browser.open(f"{browser.origin}/options.html")
        milliseconds, acknowledged = asking.evaluate(TRACK, tab)
        assert acknowledged, "the capture was not acknowledged"
        taken.append(milliseconds)
        job.close()
        asking.close()
    return taken


def measure(playwright: Playwright, folder: Path) -> None:
    """Connect a browser with a server of its own, and measure."""
    program = chromium()
    assert program, "no Chromium: see tools/find_browser.py"
    server = Server(folder)
    running = chromium_driving.running(playwright, program, folder / "profile")
    try:
        with running as browser, job_pages.running() as site:
            with connect(folder / "ringback.db") as db:
                token = access.add_browser(db, "bench", datetime.now(UTC), browser.origin)
            browser.set(port=server.port, token=token)
            sleep(3)
            short, long = (median(captures(browser, site, size)) for size in (20_000, 2_000_000))
            print(f"{TIMES} captures, from the click to the acknowledgement, the median of each:")
            print(f"  20 KB {short:.0f} ms (the reading included), 2 MB {long:.0f} ms (limit 1,000)")
    finally:
        server.stop()


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, sync_playwright() as playwright:
        measure(playwright, Path(folder))


if __name__ == "__main__":
    main()
