"""A captured page shown on the dashboard does nothing: no script, no request, no connection, no way out."""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Iterator
from contextlib import closing

import pytest
from flask import Flask, Response
from helpers import Live
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser

from server.session import without_session
from server.snapshot import POLICY, make_inert, snapshot

HOSTILE = """
<p>the words of the posting</p>
<link rel="preconnect" href="{u}/preconnect"><link rel="dns-prefetch" href="{u}"><link rel="icon" href="{u}/icon">
<link rel="preload" as="image" href="{u}/preload"><link rel="stylesheet" href="{u}/style"><LINK REL=preconnect HREF={u}>
<link rel="modulepreload" href="{u}/module"><link rel="manifest" href="{u}/manifest"><link rel="prefetch" href="{u}/p">
<meta http-equiv="refresh" content="0; url={u}/refresh"><base href="{u}/base/">
<meta http-equiv="Content-Security-Policy" content="img-src *"><li<link rel=preconnect href={u}/joined></li>
<script>fetch("{u}/fetch"); window.pwned = 1; top.pwned = 1; location = "{u}/location"</script>
<script src="{u}/script"></script><script type="module">import "{u}/import"</script>
<script type="speculationrules">{{"prefetch": [{{"source": "list", "urls": ["{u}/speculation"]}}]}}</script>
<img src="{u}/img" onerror="fetch('{u}/onerror')" onload="fetch('{u}/onload')"><img srcset="{u}/srcset 2x">
<picture><source srcset="{u}/source"><img></picture><svg><image href="{u}/svg"/><script>window.pwned = 2</script></svg>
<svg><use href="{u}/use#x"/><a href="{u}/svglink"><text y="20">x</text></a></svg>
<form id="f" action="{u}/form" method="post"><button id="send">send</button></form>
<a id="out" href="{u}/link" ping="{u}/ping" target="_top">out</a><map><area href="{u}/area"></map>
<a id="js" href="javascript:window.top.pwned=4">js</a><noscript><img src="{u}/noscript"><link rel=preconnect href="{u}">
</noscript><details open ontoggle="fetch('{u}/toggle')">x</details><marquee onstart="fetch('{u}/marquee')">x</marquee>
<video src="{u}/video" poster="{u}/poster" autoplay></video><audio src="{u}/audio" autoplay></audio>
<iframe src="{u}/iframe"></iframe><iframe srcdoc="<img src='{u}/srcdoc'>"></iframe><frameset><frame src="{u}/frame">
</frameset><object data="{u}/object"></object><embed src="{u}/embed"><applet code="{u}/applet"></applet>
<style>@import "{u}/cssimport"; body {{ background: url({u}/body) }} @font-face {{ font-family: x; src: url({u}/font) }}
p {{ font-family: x; cursor: url({u}/cursor), auto; list-style: url({u}/list) }}</style>
<div style="background-image: url({u}/inline)">x</div><body background="{u}/bodybackground">
<table background="{u}/table"><tr><td>x</table><input type="image" src="{u}/inputimage" autofocus onfocus="pwned=3">
<math><mtext><mglyph><style><img src="{u}/mutation" onerror="pwned=5"></style></mglyph></mtext></math>
<div><template shadowrootmode="open"><img src="{u}/shadow"><link rel=preconnect href="{u}/shadowlink"></template></div>
"""


class Counter:
    """A server that counts the connections it takes, whether or not a request follows."""

    def __init__(self) -> None:
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.taken = 0
        self.thread = threading.Thread(target=self._take, daemon=True)
        self.thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.listener.getsockname()[1]}"

    def _take(self) -> None:
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            self.taken += 1
            connection.close()

    def close(self) -> None:
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        self.thread.join()


@pytest.fixture
def counter() -> Iterator[Counter]:
    counter = Counter()
    yield counter
    counter.close()


@pytest.fixture
def shown(app: Flask, counter: Counter) -> None:
    """Put the hostile page behind an address, a page that frames it, and the same page without any of our care."""
    page = HOSTILE.format(u=counter.url)
    framing = "<!doctype html><iframe sandbox src=/snapshot width=900 height=900></iframe>"
    app.add_url_rule("/snapshot", "snapshot", without_session(lambda: snapshot(page)))
    app.add_url_rule("/framing", "framing", without_session(lambda: framing))
    careless = {"Content-Security-Policy": "default-src * 'unsafe-inline'"}
    app.add_url_rule("/careless", "careless", without_session(lambda: Response(page, headers=careless)))


@pytest.mark.browser
def test_a_hostile_page_makes_no_connection(shown: None, live: Live, counter: Counter, chromium: Browser) -> None:
    with closing(chromium.new_page()) as page:
        page.goto(f"{live.url}/framing")
        frame = page.frame_locator("iframe")
        frame.get_by_text("the words of the posting").wait_for()
        for name in ("out", "js"):
            frame.get_by_text(name, exact=True).click(force=True)
        frame.get_by_text("send", exact=True).click(force=True)
        page.goto(f"{live.url}/snapshot")
        page.get_by_text("the words of the posting").wait_for()
        page.wait_for_timeout(1000)
        assert page.evaluate("window.pwned") is None
        assert counter.taken == 0
        page.goto(f"{live.url}/careless", wait_until="commit")
        page.wait_for_timeout(1000)
        assert counter.taken > 5, "the page is not as hostile as it should be"


def test_the_answer_carries_the_policy(app: Flask) -> None:
    with app.test_request_context():
        response = snapshot("<p>x")
    assert response.headers["Content-Security-Policy"] == POLICY
    assert POLICY.startswith("sandbox; default-src 'none'; ")
    assert response.headers["X-DNS-Prefetch-Control"] == "off"
    assert response.mimetype == "text/html"


def test_words_and_looks_stay() -> None:
    page = '<style>p{color:red}</style><h1>Clerk</h1><p style="margin:0">Call <b>us</b>, <abbr>a.m.</abbr>'
    assert make_inert(page) == page
    assert make_inert('<a href="/x">here</a>') == '<x-a href="/x">here</x-a>'


PIECES = st.sampled_from(
    [
        "<",
        "/",
        ">",
        "link",
        "LINK",
        "meta",
        "base",
        "a",
        " ",
        "x-",
        "\t",
        "\n",
        '"',
        "<!--",
        "-->",
        "script",
        "\0",
        "li",
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_no_piece_of_text_makes_an_element_that_could_act(html: str) -> None:
    assert not re.search(r"<(link|meta|base|script|a)[\s/>]", make_inert(html), re.IGNORECASE)
