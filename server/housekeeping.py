"""What a running server does by itself, once a day: a copy of the data, and forgetting pages kept long enough."""

from __future__ import annotations

import logging
import threading
from datetime import datetime

from server import clock, planning
from server.config import Config
from server.services import erasing
from server.store import backup, settings
from server.store.connection import Store, connect
from server.store.errors import StoreError

log = logging.getLogger(__name__)

LOOK_EVERY = 3600.0


def keep_house(config: Config, stop: threading.Event) -> None:
    """Look after the data once an hour until ``stop`` is set."""
    while not stop.wait(LOOK_EVERY if _tidied(config) else LOOK_EVERY / 6):
        continue


def _tidied(config: Config) -> bool:
    try:
        with connect(config.database) as db:
            tidy(db, config, clock.now(settings.load(db).timezone))
    except StoreError as error:
        log.error("housekeeping failed: %s", error.code)
        return False
    return True


def tidy(db: Store, config: Config, now: datetime) -> None:
    """Make today's copy if there is none yet, forget the pages whose time is over, and plan the new day."""
    backup.daily(db, config.backups, now.date())
    erased = erasing.pages_over_time(db, now=now)
    if erased:
        log.info("forgot %d pages whose time was over", erased)
    planning.ensure_planned(db, now)
