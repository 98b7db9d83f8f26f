"""The server: wiring only. What each part does is in the part."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from server.config import Config

__all__ = ["create_app"]


def create_app(config: Config) -> Flask:
    """Build the application on the data of ``config``; the database is made or brought up to date.

    Raises ``server.store.errors.StoreError`` where the data cannot be used. Imports are made here, not above, so that
    the planner and the command line can be imported without a web server.
    """
    from flask import Flask

    from server import api, dashboard, database, errors, guard, pairing, reading, session, work
    from server.store import access
    from server.store.connection import prepare

    app = Flask(__name__)
    with prepare(config.database) as db:
        key = access.signing_key(db)
    app.config.update(
        SECRET_KEY=key,
        RINGBACK=config,
        DATABASE=config.database,
        PORT=config.port,
        MAX_CONTENT_LENGTH=guard.BODY_LIMIT,
        MAX_FORM_MEMORY_SIZE=guard.BODY_LIMIT,
        WTF_CSRF_TIME_LIMIT=None,
        BOOTSTRAP_SERVE_LOCAL=True,
        TEMPLATES_AUTO_RELOAD=False,
    )
    app.url_map.merge_slashes = False
    for part in (database, errors, guard, session, reading, api, dashboard, pairing, work):
        part.install(app)
    return app
