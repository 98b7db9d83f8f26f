"""Reads pages in one warm child process, so that no page can hold up or take down the server.

The child is killed and started anew where a page takes more than 5 seconds or 512 MB; the page itself was kept before.
Pages are read one after another: parsers in parallel threads only slow each other down.
"""

from __future__ import annotations

import logging
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO, Any

import msgspec

from server.intake import UnreadableError
from server.pipe import Answer, ToRead, receive, send
from server.sentences import Sentence
from server.store.captures import KeptPage
from server.store.errors import StoreError

log = logging.getLogger(__name__)

SECONDS = 5.0
MEGABYTES = 512
START_SECONDS = 60.0


class StoppedError(StoreError):
    """Ringback was ended before a page was read."""

    code = "stopped"

    def __init__(self) -> None:
        super().__init__(
            Sentence("Ringback was stopped before this page was read."), Sentence("It is read at the next start.")
        )


class Reader:
    """The child process, started when it is first needed. ``close`` ends it."""

    def __init__(self, seconds: float = SECONDS, megabytes: int = MEGABYTES) -> None:
        """Set the limits for one page: wall-clock seconds, and megabytes of memory."""
        self.seconds = seconds
        self.megabytes = megabytes
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._closed = False

    @property
    def pid(self) -> int | None:
        """The process id of the child, None while there is none."""
        return self._child.pid if self._child else None

    def read(self, page: KeptPage) -> dict[str, Any]:
        """Read a page and return ``Posting.as_dict()``.

        Raises ``UnreadableError`` where that takes too long, takes too much or fails, ``StoppedError`` once closed.
        """
        message = msgspec.msgpack.encode(
            ToRead(
                html=page.html,
                url=page.url,
                captured_at=page.captured_at,
                frames=page.frames,
                selection=page.selection,
                marked=page.selection if page.marked == "contact" else None,
            )
        )
        with self._lock:
            self._ensure_child()
            return self._ask(message)

    def warm(self) -> None:
        """Start the child now, so that the first page need not wait for it."""
        with self._lock:
            self._ensure_child()

    def close(self) -> None:
        """End the child, even in the middle of a page."""
        self._closed = True
        if (child := self._child) is not None:
            child.kill()
        with self._lock:
            self._drop_child()

    def _ask(self, message: bytes) -> dict[str, Any]:
        reply, late = self._exchange(message, self.seconds)
        if reply is None and self._closed:
            raise StoppedError
        answer = msgspec.msgpack.decode(reply, type=Answer) if reply else Answer(out_of_memory=not late)
        if answer.posting is not None:
            return answer.posting
        if answer.failure:
            log.error("reading a page of %d bytes failed: %s", len(message), answer.failure)
            raise UnreadableError(f"Reading this page failed ({answer.failure}).")
        self._drop_child()
        limit = f"longer than {self.seconds:g} seconds" if late else f"more than {self.megabytes} MB of memory"
        log.warning("reading a page of %d bytes took %s", len(message), limit)
        raise UnreadableError(f"Reading this page took {limit}, so it was stopped.")

    def _ensure_child(self) -> None:
        if self._closed:
            raise StoppedError
        if self._child is not None and self._child.poll() is None:
            return
        self._drop_child()
        self._child = subprocess.Popen(  # noqa: S603
            [sys.executable, "-m", "server.reader_child", str(self.megabytes)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            # What a library prints could hold the page's words.
            stderr=subprocess.DEVNULL,
            cwd=Path(__file__).resolve().parent.parent,
        )
        ready, _ = self._exchange(None, START_SECONDS)
        if ready is None:
            self._drop_child()
            if self._closed:
                raise StoppedError
            log.error("the reader process did not start")
            raise UnreadableError("The part of Ringback that reads pages did not start.")

    def _exchange(self, sent: bytes | None, seconds: float) -> tuple[bytes | None, bool]:
        """Send a message and wait for the next: None where the child is gone, and whether that was for the time."""
        child = self._child
        if child is None or child.stdin is None or child.stdout is None:
            return None, False
        late = threading.Event()

        def stop() -> None:
            late.set()
            child.kill()

        # Killing the child ends the blocking read on every system; Windows knows no waiting for a pipe with a limit.
        timer = threading.Timer(seconds, stop)
        timer.start()
        try:
            if sent is not None:
                send(child.stdin, sent)
            return receive(child.stdout), late.is_set()
        except OSError:
            return None, late.is_set()
        finally:
            timer.cancel()

    def _drop_child(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                _close(pipe)


def _close(pipe: IO[bytes]) -> None:
    try:
        pipe.close()
    except OSError:
        # What was still to be sent has nobody to read it.
        return
