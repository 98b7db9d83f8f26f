"""Invented job pages, served on loopback under invented names."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler

from recording_server import Server

POSTING = """<!doctype html><html lang="en"><head><title>Office Manager - Northlake Clinic</title>
<meta name="csrf-token" content="CSRF-SECRET"><style>.x{color:red}.trap{display:none}</style>
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "JobPosting",
"title": "Office Manager", "hiringOrganization": {"@type": "Organization", "name": "Northlake Clinic"},
"datePosted": "2026-11-02", "jobLocation": {"address": {"addressLocality": "Seattle", "addressRegion": "WA",
"addressCountry": "US"}}}</script></head><body><!-- COMMENT-SECRET -->
<main><h1>Office Manager</h1><p>Northlake Clinic, Seattle, WA</p>
<p>We look for an office manager who keeps calm when the waiting room is full, plans the rota, and knows every
supplier by name. You have led a small team before and you like clear books.</p>
<p>Contact: Dana Whitfield, Hiring Manager, dana<b class="trap">nospam</b>@northlake.example.com, 206-555-0142.</p>
</main>
<form><input readonly value="Reference NC-118">
<input name="who" value="FILLED-SECRET"><input type="hidden" name="t" value="HIDDEN-SECRET">
<textarea>TEXTAREA-SECRET</textarea><div contenteditable="true">EDITED-SECRET</div>
<select><option selected>Full time</option></select><input type="submit" value="Apply now"></form>
<picture><source srcset="/y.png"><img src="/x.png" alt="Northlake Clinic"></picture><svg><text>SVG-SECRET</text></svg>
<script>window.state = {"user": "SCRIPT-SECRET"};</script></body></html>"""


LIST = """<html lang="en"><head><title>40 jobs</title><link rel="canonical" href="/search"></head><body>
<div class="page">
<ul class="results">
<li><a href="/jobs/view/4410007001"><h3>Ward Clerk</h3></a><p>Alder Hospital</p></li>
<li class="MARK1"><a href="/jobs/view/4410007002"><h3>Theatre Nurse</h3></a><p>Birch Hospital</p></li>
<li><a href="/jobs/view/4410007003"><h3>Porter</h3></a><p>Cedar Hospital</p></li></ul>
<section class="detail"><h2>Theatre Nurse</h2><p>Birch Hospital looks for a theatre nurse for its two operating rooms.
You have three years behind you, you like early shifts, and you keep count of everything. We offer a fixed rota, a
contract without an end and a place for your children.</p><p>Questions: Ines Koller, 206-555-0119</p>
</section></div></body>"""

WALL = """<html lang="en"><head><title>Sign in | Jobs</title></head><body><main><h1>Please sign in to continue</h1>
<form><label>E-mail <input type="email"></label><label>Password <input type="password"></label>
<button>Sign in</button></form><p>New here? <a href="/join">Join now</a></p></main></body></html>"""

PLAIN_LIST = """<html lang="en"><head><title>5 jobs in Seattle</title></head><body><main><h1>5 jobs found</h1><ul>
<li><a href="/jobs/view/881"><h3>Ward Clerk</h3></a><p>Alder Hospital</p></li>
<li><a href="/jobs/view/882"><h3>Theatre Nurse</h3></a><p>Birch Hospital</p></li>
<li><a href="/jobs/view/883"><h3>Porter</h3></a><p>Cedar Hospital</p></li>
<li><a href="/jobs/view/884"><h3>Cook</h3></a><p>Elm Hospital</p></li>
<li><a href="/jobs/view/885"><h3>Gardener</h3></a><p>Fir Hospital</p></li></ul></main></body></html>"""


@dataclass
class Site:
    """Pages by host and path; ``url("jobs.example", "/1")`` is where one is."""

    pages: dict[tuple[str, str], str] = field(default_factory=dict)
    port: int = 0
    visits: list[str] = field(default_factory=list)
    endless: set[str] = field(default_factory=set)
    """Paths whose pages begin and never end."""
    over: threading.Event = field(default_factory=threading.Event)

    def url(self, host: str, path: str, html: str | None = None) -> str:
        """Where this page is; with ``html``, what it shows from now on."""
        if html is not None:
            self.pages[host, path.partition("?")[0]] = html
        return f"http://{host}:{self.port}{path}"


def handler(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.visits.append(self.path)
            host = self.headers["Host"].partition(":")[0]
            html = site.pages.get((host, self.path.partition("?")[0]))
            payload = (html or "").encode()
            self.send_response(200 if html is not None else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            if self.path in site.endless:
                self.send_header("Connection", "close")
            else:
                self.send_header("Content-Length", str(len(payload)))
            self.end_headers()
            self.wfile.write(payload)
            if self.path in site.endless:
                self.wfile.flush()
                site.over.wait(60)

        do_POST = do_GET

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    return Handler


@contextmanager
def running():
    """Serve a site on loopback."""
    site = Site()
    server = Server(("127.0.0.1", 0), handler(site))
    site.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield site
    finally:
        site.over.set()
        server.shutdown()
        server.server_close()
        thread.join()
