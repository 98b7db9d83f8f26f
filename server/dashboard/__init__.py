"""The dashboard: one module a page, its template of the same name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask


def install(app: Flask) -> None:
    """Put the pages on the application."""
    from flask_babel import Babel
    from flask_bootstrap import Bootstrap5

    from server.dashboard import language, readings, routes

    app.config["BOOTSTRAP_SERVE_LOCAL"] = True
    Bootstrap5(app)
    Babel(app, locale_selector=language.chosen).domain_instance = language.Catalogues()
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.finalize = language.said
    app.jinja_env.filters |= {"megabytes": language.megabytes, "read": readings.read}
    app.jinja_env.globals["ngettext"] = language.ngettext
    app.register_blueprint(routes.pages)
