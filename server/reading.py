"""The queue between the door and the reader: kept captures are read one by one, in the order they came.

A capture is committed before it gets here, so that a server that stops in the middle reads the rest when it is back.
"""

from __future__ import annotations

import logging
import threading
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from pathlib import Path

from flask import Flask, current_app

from server import intake, planning
from server.reader import Reader
from server.store import captures
from server.store.connection import Store, connect
from server.store.errors import StoreError

log = logging.getLogger(__name__)


class ReadingQueue:
    """One thread that takes kept captures to the reader and what it read to the store."""

    def __init__(self, database: Path, reader: Reader) -> None:
        """Work on ``database`` with ``reader``; nothing is started before it is needed."""
        self.database = database
        self.reader = reader
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="reading")
        self._waiting: dict[str, Future[None]] = {}
        # A future that is done already calls back at once, in the thread that holds the lock.
        self._lock = threading.RLock()

    def add(self, capture: str) -> None:
        """Queue a kept capture; one that waits already is not queued twice."""
        with self._lock:
            if capture not in self._waiting:
                future = self._worker.submit(self._read, capture)
                self._waiting[capture] = future
                future.add_done_callback(lambda _: self._forget(capture))

    def wait(self, capture: str, seconds: float) -> None:
        """Wait until the capture is read, at most so long."""
        future = self._waiting.get(capture)
        if future is not None:
            try:
                future.result(timeout=seconds)
            except (NotYet, CancelledError):
                return

    def warm(self) -> None:
        """Start the reader, and queue what an earlier server kept and did not read."""
        self._worker.submit(self.reader.warm)
        with connect(self.database) as db:
            self.catch_up(db)

    def catch_up(self, db: Store) -> None:
        """Queue what was kept and not read: a server or a command was ended in between, or the disk was full."""
        for capture in captures.unread(db):
            self.add(capture)

    def close(self) -> None:
        """Stop; what is still queued stays kept and is read next time."""
        self._worker.shutdown(wait=False, cancel_futures=True)
        self.reader.close()
        self._worker.shutdown(wait=True)

    def _forget(self, capture: str) -> None:
        with self._lock:
            self._waiting.pop(capture, None)

    def _read(self, capture: str) -> None:
        try:
            with connect(self.database) as db:
                self._take_in(db, capture)
        except StoreError as error:
            # It stays "reading", and is tried again within the hour and when the server starts next.
            log.error("capture %s was not taken in: %s", capture, error.code)

    def _take_in(self, db: Store, capture: str) -> None:
        try:
            intake.read_kept(db, capture, self.reader.read, now=planning.present(db))
        except StoreError:
            raise
        except Exception:
            # A mistake of ours. The page must not stay out of sight for it: it is shown as one that could not be read.
            log.exception("capture %s was not taken in", capture)
            intake.fail(db, capture, "What was read from this page could not be used.", now=planning.present(db))


def install(app: Flask) -> None:
    """Give the application its queue; nothing is started yet."""
    app.extensions["reading"] = ReadingQueue(app.config["DATABASE"], Reader())


def reading_queue() -> ReadingQueue:
    """Return the application's queue of pages to be read."""
    queue: ReadingQueue = current_app.extensions["reading"]
    return queue
