"""The posting as it was on the day it was tracked: shown in a frame that can do nothing and asks for nothing."""

from __future__ import annotations

import re

from flask import Response

from server.dashboard.blueprint import db, pages
from server.store import captures

POLICY = (
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'self'"
)
# A preconnect opens a connection even under this policy, and a refresh navigates: such tags lose their names.
# Renaming, as against cutting out, cannot put a new tag together from what stood around it.
_ACTIVE = re.compile(r"<(/?)(link|meta|base)\b", re.IGNORECASE)


@pages.get("/pages/<uuid:capture>")
def snapshot(capture: object) -> Response:
    """Give the kept page, inert."""
    html = captures.page(db(), str(capture)).html
    return Response(
        inert(html),
        mimetype="text/html",
        headers={"Content-Security-Policy": POLICY, "X-DNS-Prefetch-Control": "off", "Cache-Control": "no-store"},
    )


def inert(html: str) -> str:
    """A page without the tags that reach out whatever the policy says."""
    return _ACTIVE.sub(r"<\1x-\2", html)
