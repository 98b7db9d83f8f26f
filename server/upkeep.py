"""What has to be seen to at start and once a day: pages left unread, the daily copy, pages whose time is over."""

from __future__ import annotations

import logging
from datetime import datetime
from pathlib import Path

from server import intake, planning
from server.clock import zone
from server.services import erasing
from server.store import backup, captures, settings
from server.store.connection import Store
from server.store.errors import StoreError

log = logging.getLogger(__name__)


def read_left_over(db: Store, read: intake.Reader, *, now: datetime) -> int:
    """Read the captures that were kept but not read because the server stopped in between. Returns how many."""
    left = captures.unread(db)
    for capture in left:
        intake.read_kept(db, capture, read, now=now)
    return len(left)


def daily(db: Store, backups: Path, *, now: datetime) -> bool:
    """Plan for a new day, copy the database, and delete pages whose time is over. True where a copy was made.

    A copy that cannot be made (no room) is logged and tried again the next time: it must not stop the work.
    """
    planning.ensure_planned(db, now)
    erasing.pages_over_time(db, now=now)
    today = now.astimezone(zone(settings.load(db).timezone)).date()
    try:
        return backup.daily(db, backups, today) is not None
    except StoreError as error:
        log.warning("the daily copy was not made: %s", error.message)
        return False
