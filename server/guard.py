"""The guard: two doors that are never mixed, exact hosts and exact origins.

*The extension's door*, ``/api/``: POST with ``application/json``, the origin of an extension, and a token bound to
that origin; cookies count for nothing. *The dashboard's door*, everything else: a session cookie, the page's own
origin and a CSRF token for whatever changes something; a bearer token counts for nothing.
Nothing here compares by pattern or suffix: a host or an origin is the whole string or it is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from flask import Flask, Response, current_app, g, request
from flask_cors.core import get_cors_options, set_cors_headers

from server.database import get_db
from server.errors import Refusal
from server.sentences import Sentence
from server.session import SAFE_METHODS, has_session
from server.store import access

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

View = TypeVar("View", bound=Callable[..., Any])

BODY_LIMIT = 16 * 1024 * 1024
API = "/api/"
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    # Not no-referrer: with it a browser sends our own forms with "Origin: null".
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-DNS-Prefetch-Control": "off",
    "Cache-Control": "no-store",
}
EXTENSION_ORIGIN = re.compile(
    r"chrome-extension://[a-p]{32}|moz-extension://[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
)


class HostGuard:
    """WSGI middleware before all routing: 421 and nothing else for a request that does not name this server.

    A page of ``evil.example`` whose name was made to point at this machine still sends its own name as Host.
    """

    def __init__(self, application: WSGIApplication, port: Callable[[], int]) -> None:
        """Wrap ``application``; ``port`` gives the port that is listened on."""
        self.application = application
        self.port = port

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Pass the request on if its Host is ours to the letter and its target is a plain path."""
        ours = (f"127.0.0.1:{self.port()}", f"localhost:{self.port()}")
        target = environ.get("REQUEST_URI", "/")
        if environ.get("HTTP_HOST") in ours and target.startswith("/"):
            return self.application(environ, start_response)
        start_response("421 Misdirected Request", [("Content-Length", "0"), *HEADERS.items()])
        return []


def without_token(view: View) -> View:
    """Mark an API view that an extension may call before it has a token (its origin is still checked)."""
    view.without_token = True  # type: ignore[attr-defined]
    return view


def install(app: Flask) -> None:
    """Put the guard before every request and the security headers on every answer."""
    app.wsgi_app = HostGuard(app.wsgi_app, partial(_port, app))  # type: ignore[method-assign]
    app.before_request(check)
    app.after_request(seal)


def _port(app: Flask) -> int:
    return int(app.config["PORT"])


def is_api() -> bool:
    """Tell whether the request is at the extension's door."""
    return f"{request.path}/".startswith(API)


def check() -> Response | None:
    """Refuse what neither door lets in. Called before each request."""
    _check_framing()
    if is_api():
        return _check_api()
    _check_dashboard()
    return None


def _check_framing() -> None:
    if "Transfer-Encoding" in request.headers:
        raise Refusal(400, "transfer-encoding", "The request was sent in pieces.", "Send it with a Content-Length.")
    if "Content-Encoding" in request.headers:
        raise Refusal(415, "content-encoding", "The request was sent compressed.", "Send it as it is.")
    if (request.content_length or 0) > BODY_LIMIT:
        raise too_large()


def too_large() -> Refusal:
    """Say that a body is over the limit."""
    return Refusal(
        413,
        "too-large",
        Sentence("This is more than %(most)s MB, the most that is taken at once.", most=BODY_LIMIT // 2**20),
        Sentence("Send a smaller page: select the part with the posting, or save it without pictures."),
    )


def _check_api() -> Response | None:
    origin = request.headers.get("Origin", "")
    if not EXTENSION_ORIGIN.fullmatch(origin) or request.headers.get("Sec-Fetch-Site") == "same-site":
        raise Refusal(403)
    if request.method == "OPTIONS":
        return _preflight(origin)
    view = current_app.view_functions.get(request.endpoint or "")
    if request.method != "POST" or view is None:
        raise Refusal(404, "no-such-call", "There is no such call.", "See docs/api.md for the calls there are.")
    if request.headers.get("Content-Type") != "application/json":
        raise Refusal(415, "not-json", "The body must be application/json.", "Send JSON with exactly this type.")
    if not hasattr(view, "without_token"):
        _check_token(origin)
    return None


def _preflight(origin: str) -> Response:
    if not access.is_paired(get_db(), origin):
        raise Refusal(403)
    return Response(status=204)


def _check_token(origin: str) -> None:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    found = access.check_token(get_db(), token, origin, datetime.now(UTC)) if scheme == "Bearer" else None
    if found is None:
        raise Refusal(
            401,
            "not-paired",
            Sentence("This browser is not connected."),
            Sentence("Connect it on the settings page of the dashboard."),
        )
    g.browser = found


def own_origin() -> str:
    """Return the origin that the dashboard has for this request; its Host was checked before."""
    return f"http://{request.host}"


def _check_dashboard() -> None:
    site = request.headers.get("Sec-Fetch-Site")
    if request.method not in SAFE_METHODS:
        origin = request.headers.get("Origin")
        if origin != own_origin() and not (origin is None and site == "same-origin"):
            raise Refusal(403)
    elif site in ("cross-site", "same-site") and not _is_visit():
        raise Refusal(403)
    if not has_session() and not hasattr(current_app.view_functions.get(request.endpoint or ""), "without_session"):
        raise closed_door()


def _is_visit() -> bool:
    """Tell whether a person follows a link into a tab, as against a frame, a picture or a script."""
    headers = request.headers
    return headers.get("Sec-Fetch-Mode") == "navigate" and headers.get("Sec-Fetch-Dest") == "document"


def closed_door() -> Refusal:
    """Refuse for want of a session: with words for a person who opens a page, with silence for a probe."""
    if request.headers.get("Sec-Fetch-Dest", "document") != "document" or "text/html" not in request.headers.get(
        "Accept", ""
    ):
        return Refusal(403)
    return Refusal(
        403,
        "no-session",
        Sentence("This page opens only from the computer it runs on, through a link that works once."),
        Sentence("Type “ringback open” in a terminal, or start Ringback again."),
    )


def seal(response: Response) -> Response:
    """Put the security headers on an answer, and for a paired extension those that its preflight needs."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    origin = request.headers.get("Origin", "")
    if is_api() and EXTENSION_ORIGIN.fullmatch(origin) and access.is_paired(get_db(), origin):
        set_cors_headers(response, _cors_options(origin))
        response.vary.add("Origin")
    return response


def _cors_options(origin: str) -> Any:
    return get_cors_options(
        current_app,
        {
            "origins": [origin],
            "methods": ["POST"],
            "allow_headers": ["Authorization", "Content-Type"],
            "supports_credentials": False,
            "allow_private_network": False,
            "send_wildcard": False,
            "max_age": 600,
        },
    )
