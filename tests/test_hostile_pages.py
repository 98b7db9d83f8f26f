"""Pages that attack the server from a real browser in which its dashboard is open: nothing is changed, nothing read."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from http.cookies import SimpleCookie
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from flask import Flask
from helpers import Live
from playwright.sync_api import BrowserContext, Page, Playwright

from server.store.connection import connect

pytestmark = pytest.mark.browser

HOSTILE = """<!doctype html><title>hostile</title>
<img src="{u}/"><img src="{u}/static/dashboard/app.css"><link rel="stylesheet" href="{u}/static/dashboard/app.css">
<script src="{u}/static/dashboard/app.js"></script><iframe src="{u}/"></iframe><iframe name="sink"></iframe>
<object data="{u}/settings"></object>
<form id="plain" target="sink" method="post" enctype="text/plain" action="{u}/api/captures">
  <input name='{{"id": "11111111-2222-4333-8444-555555555555", "html": "x", "url": "' value='"}}'></form>
<form id="launch" target="sink" method="post" action="{u}/launch"><input name="key" value="guess"></form>
<form id="settings" target="sink" method="post" action="{u}/settings"><input name="name" value="Mallory"></form>
<script>
const body = '{{"id": "11111111-2222-4333-8444-555555555555", "html": "x"}}';
const tries = [
  ["/api/captures", {{method: "POST", mode: "no-cors", credentials: "include", body}}],
  ["/api/captures", {{method: "POST", credentials: "include", body, headers: {{"Content-Type": "application/json"}}}}],
  ["/api/captures", {{method: "POST", body, headers: {{"Content-Type": "application/json", Authorization: "Bearer"}}}}],
  ["/api/proof", {{method: "POST", mode: "no-cors", body: '{{"id": "1", "nonce": "0123456789abcdef"}}'}}],
  ["/api/pair/start", {{method: "POST", mode: "no-cors", body: "{{}}"}}],
  ["/", {{credentials: "include"}}], ["/", {{mode: "no-cors", credentials: "include"}}],
  ["/settings", {{method: "POST", mode: "no-cors", credentials: "include", body: new URLSearchParams("name=Mallory")}}],
  ["/settings", {{method: "PUT", credentials: "include", body: "name=Mallory"}}],
];
async function attack() {{
  const read = [];
  for (const [path, options] of tries) {{
    try {{
      const answer = await fetch("{u}" + path, options);
      if (answer.type !== "opaque" && answer.ok) read.push(path + " " + await answer.text());
    }} catch (error) {{ /* refused, as it should be */ }}
  }}
  for (const form of document.forms) {{ form.submit(); await new Promise((done) => setTimeout(done, 300)); }}
  window.read = read;
}}
attack();
</script>"""


class Watch:
    """WSGI middleware that notes each request with what it was answered."""

    def __init__(self, application: Any) -> None:
        self.application = application
        self.seen: list[tuple[str, str, str, str]] = []

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        def note(status: str, headers: Any, *more: Any) -> Any:
            origin = environ.get("HTTP_ORIGIN", "")
            self.seen.append((environ["REQUEST_METHOD"], environ["PATH_INFO"], origin, status))
            return start_response(status, headers, *more)

        answer: Iterable[bytes] = self.application(environ, note)
        return answer


@pytest.fixture
def watch(app: Flask) -> Watch:
    watch = Watch(app.wsgi_app)
    app.wsgi_app = watch  # type: ignore[method-assign]
    return watch


@dataclass(frozen=True)
class Neighbour:
    """Another program's server on this machine: its port, and the cookies that browsers brought it."""

    port: int
    cookies: list[str]


@pytest.fixture
def neighbour(live: Live) -> Iterator[Neighbour]:
    """A neighbour whose every page attacks ours."""
    cookies: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            cookies.extend(self.headers.get_all("Cookie", []))
            page = HOSTILE.format(u=f"http://{self.path.strip('/')}").encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(page)))
            self.end_headers()
            self.wfile.write(page)

        def log_message(self, format: str, *args: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Neighbour(server.server_address[1], cookies)
    server.shutdown()
    server.server_close()


@pytest.fixture
def browser(live: Live, playwright: Playwright, chromium_path: str) -> Iterator[BrowserContext]:
    """A browser in which the dashboard is open, and in which every name leads to this machine."""
    rules = "--host-resolver-rules=MAP *.example 127.0.0.1"
    with closing(playwright.chromium.launch(executable_path=chromium_path, args=[rules])) as started:
        context = started.new_context()
        page = context.new_page()
        page.goto(live.launch_link())
        page.wait_for_url(f"{live.url}/")
        page.wait_for_load_state("networkidle")
        page.close()
        yield context


def rows(live: Live) -> list[str]:
    """All that is kept, but for the sessions and what is noted of the day."""
    with connect(live.config.database) as db:
        return [line for line in db.conn.iterdump() if '"sessions"' not in line and '"marks"' not in line]


def attack(browser: BrowserContext, address: str) -> Page:
    """Open a hostile page and let it do its worst."""
    page = browser.new_page()
    page.goto(address)
    page.wait_for_function("window.read !== undefined")
    page.wait_for_timeout(300)
    return page


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "evil.example"])
def test_a_page_of_another_origin_gets_nothing(
    browser: BrowserContext, live: Live, watch: Watch, neighbour: Neighbour, host: str
) -> None:
    before = rows(live)
    watch.seen.clear()
    page = attack(browser, f"http://{host}:{neighbour.port}/127.0.0.1:{live.port}")
    assert page.evaluate("window.read") == []
    assert len(watch.seen) > 10
    assert [one for one in watch.seen if one[3][0] not in "4"] == []
    assert rows(live) == before


def test_a_name_that_leads_here_gets_nothing(
    browser: BrowserContext, live: Live, watch: Watch, neighbour: Neighbour
) -> None:
    before = rows(live)
    watch.seen.clear()
    page = attack(browser, f"http://evil.example:{neighbour.port}/evil.example:{live.port}")
    assert page.evaluate("window.read") == []
    assert {one[3] for one in watch.seen} <= {"421 Misdirected Request"}
    assert rows(live) == before


def test_a_form_that_takes_the_whole_tab_changes_nothing(
    browser: BrowserContext, live: Live, watch: Watch, neighbour: Neighbour
) -> None:
    before = rows(live)
    page = browser.new_page()
    page.goto(f"http://localhost:{neighbour.port}/127.0.0.1:{live.port}")
    for form in ("settings", "launch", "plain"):
        page.goto(f"http://localhost:{neighbour.port}/127.0.0.1:{live.port}")
        watch.seen.clear()
        page.evaluate(f"const form = document.getElementById('{form}'); form.target = '_self'; form.submit()")
        page.wait_for_timeout(500)
        assert "403 FORBIDDEN" in {one[3] for one in watch.seen if one[0] == "POST"}
    assert rows(live) == before


def test_a_neighbour_is_brought_a_session_that_opens_nothing_by_itself(
    browser: BrowserContext, live: Live, neighbour: Neighbour
) -> None:
    attack(browser, f"http://127.0.0.1:{neighbour.port}/127.0.0.1:{live.port}")
    # Browsers tell cookies apart by host, not by port: so nothing may be opened by the cookie alone.
    (brought,) = set(neighbour.cookies)
    (name, value) = SimpleCookie(brought).popitem()
    assert name == f"session_{live.port}"
    assert "Mallory" not in value
    for path in ("/api/captures", "/settings", "/launch"):
        request = Request(
            f"{live.url}{path}", b"name=Mallory", {"Cookie": brought, "Origin": f"http://127.0.0.1:{neighbour.port}"}
        )
        with pytest.raises(HTTPError) as refused:
            urlopen(request, timeout=10)
        with closing(refused.value):
            assert refused.value.code == 403


def test_the_dashboard_itself_still_works(browser: BrowserContext, live: Live, watch: Watch) -> None:
    page = browser.new_page()
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    answer = page.goto(f"{live.url}/settings")
    assert answer is not None
    assert answer.status == 200
    assert problems == []
