"""What a running server does by itself: planning, a copy of the data a day, forgetting pages kept long enough."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from datetime import datetime
from time import monotonic

from server import planning
from server.config import Config
from server.reading import ReadingQueue
from server.services import erasing
from server.store import backup
from server.store.connection import Store, connect
from server.store.errors import StoreError

log = logging.getLogger(__name__)

LOOK_EVERY = 5.0
TIDY_EVERY = 3600.0


def keep_house(config: Config, stop: threading.Event, queue: ReadingQueue) -> None:
    """Plan what is left to plan, and look after the data once an hour, until ``stop`` is set."""
    next_tidy = 0.0
    while True:
        looked = monotonic()
        if looked >= next_tidy:
            next_tidy = looked + (TIDY_EVERY if _done(config, tidy) else TIDY_EVERY / 6)
            _done(config, lambda db, *_: queue.catch_up(db))
        _done(config, plan_the_rest)
        if stop.wait(LOOK_EVERY):
            return


def _done(config: Config, chore: Callable[[Store, Config, datetime], None]) -> bool:
    try:
        with connect(config.database) as db:
            chore(db, config, planning.present(db))
    except StoreError as error:
        log.error("housekeeping failed: %s", error.code)
        return False
    except Exception:
        # A chore that fails must not end the thread: the other chores and the days after depend on it.
        log.exception("housekeeping failed")
        return False
    return True


def plan_the_rest(db: Store, _: Config, now: datetime) -> None:
    """Plan what requests have left to plan, which they do where there is too much for a moment's wait."""
    if planning.is_behind(db, now) and not planning.catch_up(db, now):
        log.info("planning was overtaken by a change and is tried again")


def tidy(db: Store, config: Config, now: datetime) -> None:
    """Make today's copy if there is none yet, and forget the pages whose time is over."""
    erased = erasing.pages_over_time(db, now=now)
    if erased:
        log.info("forgot %d pages whose time was over", erased)
    backup.daily(db, config.backups, now.date())
