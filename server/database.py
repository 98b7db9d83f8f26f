"""One database connection a request: a connection belongs to its thread, and opening one costs 0.05 ms."""

from __future__ import annotations

from flask import Flask, current_app, g

from server.store.connection import Store, connect


def get_db() -> Store:
    """Return the request's connection, opened at the first call."""
    if "db" not in g:
        g.db = connect(current_app.config["DATABASE"])
    db: Store = g.db
    return db


def close_db(_: BaseException | None = None) -> None:
    """Close the request's connection if one was opened."""
    if (db := g.pop("db", None)) is not None:
        db.close()


def install(app: Flask) -> None:
    """Close each request's connection at its end."""
    app.teardown_appcontext(close_db)
