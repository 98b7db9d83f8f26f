"""Every page of the dashboard with an address that opens it, so that what holds for pages is tested on all of them.

A new route with a number in it needs a row in ``EXAMPLES``; one that gives a file goes into ``FILES``.
"""

from __future__ import annotations

from flask import Flask

from server.pairing import PairRequest
from server.store import captures
from server.store.connection import connect

EXAMPLES = {
    "application": "/applications/1",
    "ask_delete": "/applications/1/delete",
    "duplicate": "/duplicates/1/2",
    "people_one": "/people/1",
    "settings_scripts_text": "/settings/scripts/receipt-check.solicited.phone",
}
FILES = {"static", "export", "person_card", "dial_code"}
BESIDE = ("/applications?q=office", "/applications?q=nothing-like-it", "/people?q=dana", "/applications/delete?ids=1")
"""Pages in another state, which another address shows."""


def addresses(app: Flask) -> list[str]:
    """Every page's address; the data hold two applications or more. A browser asks to be connected."""
    found = [*BESIDE, _pairing(app), _kept_page(app)]
    for rule in app.url_map.iter_rules():
        blueprint, _, name = rule.endpoint.partition(".")
        if blueprint != "dashboard" or "GET" not in (rule.methods or ()) or name in {*FILES, "pair", "snapshot"}:
            continue
        found.append(EXAMPLES[name] if rule.arguments else rule.rule)
    return sorted(found)


def _pairing(app: Flask) -> str:
    request = PairRequest("0123456789abcdef", "secret", "1234", "chrome-extension://x", "Chrome", 1e12)
    app.extensions["pairing"].requests[request.id] = request
    return f"/pair/{request.id}"


def _kept_page(app: Flask) -> str:
    with connect(app.config["DATABASE"]) as db:
        return f"/pages/{captures.of(db, 1)[0]['id']}"
