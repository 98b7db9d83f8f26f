"""A captured page, shown as it was and kept from doing anything: for an ``<iframe sandbox>`` of the dashboard.

The policy stops every request, script, form and navigation of its own. It does not stop a browser from opening
connections for ``<link rel=preconnect>``, nor from following ``<meta http-equiv=refresh>``: such elements are renamed
to ones that mean nothing. Renaming, not cutting out, since what is left of a cut can join to a new element.
"""

from __future__ import annotations

import re

from flask import Response

POLICY = (
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'self'"
)
_INERT = re.compile(
    r"<(/?)(?=(?:a|applet|area|audio|base|embed|fencedframe|form|frame|frameset|iframe|link|meta|object|portal|script"
    r"|source|track|video)(?:[\s/>]|$))",
    re.IGNORECASE,
)


def make_inert(html: str) -> str:
    """Rename every element that could load, send or lead somewhere to one that browsers do not know."""
    return _INERT.sub(r"<\1x-", html)


def snapshot(html: str) -> Response:
    """Return a captured page as an answer that is safe to frame, and safe to open by itself."""
    headers = {"Content-Security-Policy": POLICY, "X-DNS-Prefetch-Control": "off", "Cache-Control": "no-store"}
    return Response(f"<!doctype html>\n{make_inert(html)}", headers=headers, mimetype="text/html")
