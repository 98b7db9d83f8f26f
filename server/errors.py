"""Errors for people: what happened and what to do next, as JSON at the extension's door and as a page elsewhere."""

from __future__ import annotations

import logging
import sqlite3
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from flask import Flask, Response, jsonify, render_template, request
from flask_wtf.csrf import CSRFError
from markupsafe import Markup
from werkzeug.exceptions import HTTPException

from server.dashboard import language
from server.sentences import Sentence
from server.store.errors import StoreError, translate

log = logging.getLogger(__name__)

STYLE = (Path(__file__).parent / "templates" / "door" / "plain.css").read_text(encoding="utf-8")


def inline(source: str) -> str:
    """Return the CSP source that allows exactly this inline style or script."""
    return f"'sha256-{b64encode(sha256(source.encode()).digest()).decode()}'"


PLAIN_POLICY = (
    f"default-src 'none'; style-src {inline(STYLE)}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


class Refusal(Exception):
    """A request that is not done. Without ``message`` the answer is empty, so that it tells a prober nothing.

    ``status`` is the HTTP status, ``code`` a word for programs, ``message`` and ``next_step`` sentences for people.
    """

    def __init__(self, status: int, code: str = "", message: str = "", next_step: str = "") -> None:
        """Keep the parts of the answer."""
        super().__init__(message or code or str(status))
        self.status = status
        self.code = code
        self.message = message
        self.next_step = next_step


def install(app: Flask) -> None:
    """Answer every error in the manner of the door it came to."""
    app.register_error_handler(Refusal, answer)
    app.register_error_handler(StoreError, _answer_store)
    app.register_error_handler(sqlite3.Error, _answer_sqlite)
    app.register_error_handler(CSRFError, _answer_csrf)
    app.register_error_handler(HTTPException, _answer_http)
    app.register_error_handler(Exception, _answer_unexpected)


def answer(refusal: Refusal) -> Response:
    """Turn a refusal into JSON, a page or an empty answer."""
    if not refusal.message:
        return Response(status=refusal.status)
    if f"{request.path}/".startswith("/api/"):
        message, next_step = language.said(refusal.message), language.said(refusal.next_step)
        body = {"code": refusal.code, "message": message, "next_step": next_step}
        response = jsonify(error=body)
        response.status_code = refusal.status
        return response
    return plain_page(refusal.message, refusal.next_step, refusal.status)


def plain_page(message: str, next_step: str, status: int = 200) -> Response:
    """Return a page that stands alone: no session, no file beside it is needed to show it."""
    page = render_template(
        "door/plain.html",
        message=message,
        next_step=next_step,
        language=language.tag(),
        style=Markup(STYLE),  # noqa: S704
    )
    return Response(page, status, {"Content-Security-Policy": PLAIN_POLICY}, mimetype="text/html")


def _answer_store(error: StoreError) -> Response:
    return answer(Refusal(error.status, error.code, error.message, error.next_step))


def _answer_sqlite(error: sqlite3.Error) -> Response:
    shown = translate(error)
    if shown is None:
        return _answer_unexpected(error)
    log.error("%s at %r", shown.code, request.path)
    return _answer_store(shown)


def _answer_csrf(error: CSRFError) -> Response:
    log.info("csrf token refused at %r", request.path)
    return answer(
        Refusal(
            400,
            "csrf",
            Sentence(
                "This form was open too long, or was opened before Ringback was started again. Nothing was changed."
            ),
            Sentence("Go back, reload the page and send the form again."),
        )
    )


def _answer_http(error: HTTPException) -> Response:
    if error.code is None or error.code < 400:
        return Response(error.get_response().get_data(), error.code, dict(error.get_headers()))
    if error.code == 413:
        from server.guard import too_large

        return answer(too_large())
    if error.code in (404, 405):
        return answer(
            Refusal(
                404,
                "not-found",
                Sentence("There is nothing at this address."),
                Sentence("Go back, or start from Today."),
            )
        )
    return answer(Refusal(error.code, "refused", error.description or error.name, Sentence("Go back and try again.")))


def _answer_unexpected(error: Exception) -> Response:
    log.error("unexpected %s at %r", type(error).__name__, request.path, exc_info=error)
    return answer(
        Refusal(
            503,
            "failed",
            Sentence("Something went wrong here. What you sent before is kept."),
            Sentence("Try again; if it happens again, the log in the data folder says what failed."),
        )
    )
