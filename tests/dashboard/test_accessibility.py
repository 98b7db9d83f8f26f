"""No finding of axe-core on any page, light and dark, at 320 px and wide, all unfolded; and nothing overflows."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python.sync_playwright as axe
import pytest
from every_page import addresses

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("filled")]

AXE = (Path(axe.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
BESIDE = ("/applications/5", "/applications/14", "/applications/999", "/?done=1")
"""An interview, a page that was a wall, one that is not there, and what was just done."""


@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_has_a_finding(visit, live, width):
    page = visit("/", width=width)
    found = []
    # What the kept page of a posting holds is not ours, and no script runs in it.
    for path in [one for one in [*addresses(live.app), *BESIDE] if not one.startswith("/pages/")]:
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
        page.goto(f"{live.url}{path}")
        page.evaluate("() => document.querySelectorAll('details').forEach((part) => { part.open = true; })")
        page.evaluate(AXE)
        found += [f"{path}: {one}" for one in findings(page, STANDARD)]
        wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        found += [f"{path} is {wider} px wider than the window"] if wider > 0 else []
        # In the dark nothing but the colours is another.
        page.emulate_media(color_scheme="dark", reduced_motion="reduce")
        found += [f"{path}, dark: {one}" for one in findings(page, ["color-contrast"])]
    # The page that says an application is not there is answered with 404, which a browser reports.
    visit.problems[:] = [line for line in visit.problems if "404" not in line]
    assert found == []


def findings(page, rules):
    """What axe-core finds on the page as it stands."""
    result = page.evaluate("(rules) => axe.run({ runOnly: rules, iframes: false })", rules)
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in result["violations"]]
