"""The dashboard's session: a one-time launch link is turned into a cookie, and the session is kept on this side.

The link carries its key into a small page, which hands it over by POST: opening a link changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, TypeVar

from flask import Blueprint, Flask, Request, Response, current_app, redirect, render_template, request, session
from flask.sessions import SessionInterface, SessionMixin
from flask_wtf import CSRFProtect
from markupsafe import Markup
from werkzeug.datastructures import CallbackDict
from werkzeug.wrappers import Response as BaseResponse

from server.dashboard import language
from server.database import get_db
from server.errors import STYLE, Refusal, inline
from server.sentences import Sentence
from server.store import access

View = TypeVar("View", bound=Callable[..., Any])

SAFE_METHODS = ("GET", "HEAD", "OPTIONS")
SUBMIT = "document.forms[0].submit();"
LAUNCH_POLICY = (
    f"default-src 'none'; style-src {inline(STYLE)}; script-src {inline(SUBMIT)}; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)

csrf = CSRFProtect()
blueprint = Blueprint("session", __name__)


class ServerSession(CallbackDict[str, Any], SessionMixin):
    """What is kept for one open dashboard; ``secret`` is the cookie's value, None where there is no session."""

    def __init__(self, secret: str | None, data: dict[str, Any] | None = None) -> None:
        """Start with what the store holds."""
        self.secret = secret
        self.modified = False
        super().__init__(data or {}, _mark_modified)


def _mark_modified(session: CallbackDict[str, Any]) -> None:
    session.modified = True  # type: ignore[attr-defined]


class StoredSessions(SessionInterface):
    """Flask's sessions, with the data in the store and only a random secret in the cookie."""

    def open_session(self, app: Flask, request: Request) -> ServerSession:
        """Find the session of the cookie. The extension's door never has one."""
        secret = request.cookies.get(cookie_name(app))
        if secret is None or request.path.startswith("/api/"):
            return ServerSession(None)
        data = access.find_session(get_db(), secret, datetime.now(UTC))
        return ServerSession(None if data is None else secret, data)

    def save_session(self, app: Flask, session: SessionMixin, response: BaseResponse) -> None:
        """Keep what a view put into the session."""
        if isinstance(session, ServerSession) and session.secret and session.modified:
            access.save_session(get_db(), session.secret, session)


def cookie_name(app: Flask) -> str:
    """Return the cookie's name. Cookies are shared by all ports of a host, so the port is in it."""
    return f"session_{app.config['PORT']}"


def has_session() -> bool:
    """Tell whether the request has a live dashboard session."""
    return getattr(session, "secret", None) is not None


def without_session(view: View) -> View:
    """Mark a view that opens without a session."""
    view.without_session = True  # type: ignore[attr-defined]
    return view


def install(app: Flask) -> None:
    """Keep sessions in the store, guard every form, and serve the launch link."""
    app.session_interface = StoredSessions()
    csrf.init_app(app)
    # The key is the secret here: there is no session yet that a form token could belong to.
    csrf.exempt(f"{launch.__module__}.{launch.__name__}")
    app.register_blueprint(blueprint)


@blueprint.get("/launch")
@without_session
def launch_page() -> Response:
    """Show the page that hands the key over; it changes nothing."""
    page = render_template(
        "door/launch.html",
        language=language.tag(),
        key=request.args.get("key", ""),
        next=request.args.get("next", "/"),
        style=Markup(STYLE),  # noqa: S704
        script=Markup(SUBMIT),  # noqa: S704
    )
    return Response(page, headers={"Content-Security-Policy": LAUNCH_POLICY})


@blueprint.post("/launch")
@without_session
def launch() -> BaseResponse:
    """Use up the key, open a session and go on to the dashboard."""
    if not access.use_launch_key(get_db(), request.form.get("key", ""), datetime.now(UTC)):
        raise Refusal(
            403,
            "launch-link-used",
            Sentence("This link was used already, or is older than two minutes."),
            Sentence("Type “ringback open” in a terminal for a new one."),
        )
    response = redirect(_own_path(request.form.get("next", "/")), 303)
    response.set_cookie(
        cookie_name(current_app),
        access.add_session(get_db(), datetime.now(UTC)),
        max_age=access.SESSION_TIME,
        httponly=True,
        # Lax, not Strict: a link in a reminder must find the session. Origin and CSRF token guard what changes.
        samesite="Lax",
        path="/",
    )
    return response


def _own_path(path: str) -> str:
    """Return ``path`` if it stays on this server, else the first page."""
    inside = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable()
    return path if inside else "/"
