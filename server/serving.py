"""Serve until stopped: one server on one set of data, on the loopback interface, with its reader and its chores."""

from __future__ import annotations

import ctypes
import errno
import logging
import sys
import threading
from collections.abc import Callable, Iterable
from contextlib import closing
from typing import TYPE_CHECKING

from werkzeug.wsgi import ClosingIterator

from server import create_app, logs
from server.config import HOST, Config
from server.housekeeping import keep_house
from server.store import lock
from server.wire import bind, make_server

if TYPE_CHECKING:
    import socket

    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

log = logging.getLogger(__name__)

WARM_ANYWAY_SECONDS = 3.0
M_ARENA_MAX = -8
"""From glibc's ``malloc.h``; see mallopt(3)."""


class PortTakenError(Exception):
    """Another program listens on the port."""


def address_of(config: Config) -> str:
    """Where the dashboard is, without a slash at its end."""
    return f"http://{HOST}:{config.port}"


class AfterFirstAnswer:
    """WSGI middleware that starts something once the first answer is out, or a few seconds after the start."""

    def __init__(self, application: WSGIApplication, start: Callable[[], None]) -> None:
        """Wrap ``application``; ``start`` is called once."""
        self.application = application
        self._start = start
        self._first = threading.Lock()
        self.timer = threading.Timer(WARM_ANYWAY_SECONDS, self._once)
        self.timer.daemon = True
        self.timer.start()

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer, and start when the answer is out."""
        answer = self.application(environ, start_response)
        return answer if self._first.locked() else ClosingIterator(answer, self._once)

    def _once(self) -> None:
        if self._first.acquire(blocking=False):
            self.timer.cancel()
            self._start()


def serve(config: Config, ready: Callable[[], None]) -> None:
    """Serve until interrupted; ``ready`` is called once connections are taken.

    Raises ``RunningError`` where a server runs on these data, ``PortTakenError`` where the port is taken, and
    ``StoreError`` where the data cannot be used.
    """
    share_one_heap()
    with lock.acquire(config.lock, address_of(config)), closing(_bind(config.port)) as listener:
        logs.start(config.data / "ringback.log")
        app = create_app(config)
        queue = app.extensions["reading"]
        warm = AfterFirstAnswer(app.wsgi_app, queue.warm)
        app.wsgi_app = warm  # type: ignore[method-assign]
        server = make_server(app, listener)
        stop = threading.Event()
        threading.Thread(target=keep_house, args=(config, stop, queue), name="housekeeping", daemon=True).start()
        log.info("serving on port %d", config.port)
        try:
            ready()
            server.run()
        finally:
            stop.set()
            warm.timer.cancel()
            queue.close()
            log.info("stopped")


def share_one_heap() -> None:
    """Let all threads allocate from one heap, where the system's C library is glibc.

    It would give each thread a heap of its own, and each would keep what the largest page it handled once took.
    """
    if sys.platform == "linux":
        set_option = getattr(ctypes.CDLL(None), "mallopt", None)
        if set_option is not None:
            set_option(M_ARENA_MAX, 1)


def _bind(port: int) -> socket.socket:
    try:
        return bind(port)
    except OSError as error:
        if error.errno not in (errno.EADDRINUSE, errno.EACCES):
            raise
        raise PortTakenError(f"Port {port} is taken by another program.") from error
