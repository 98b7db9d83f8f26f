"""The wire: waitress on the loopback interface, with requests of doubtful framing handed on unread.

waitress would join a chunked body and buffer any body before the application sees a header. Here the application gets
such a request without its body, answers in the manner of its door, and the connection is closed.
"""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.server import TcpWSGIServer, create_server
from waitress.wasyncore import dispatcher

from server.config import HOST
from server.guard import BODY_LIMIT

if TYPE_CHECKING:
    from flask import Flask
    from waitress.adjustments import Adjustments


LINGER_BYTES = 64 * 1024 * 1024
"""How much of a refused body is taken and thrown away, so that the sender comes to read the answer."""


class Parser(HTTPRequestParser):  # type: ignore[misc]
    """Reads one request, but not the body of one that will be refused for its framing."""

    chunked: bool
    content_length: int

    def __init__(self, adj: Adjustments, on_refused: Callable[[], None]) -> None:
        """Start; ``on_refused`` is called where the body is left unread."""
        super().__init__(adj)
        self.on_refused = on_refused

    def parse_header(self, header_plus: bytes) -> None:
        """Parse the head and drop the body where it is chunked or over the limit."""
        super().parse_header(header_plus)
        if self.chunked:
            self.headers["TRANSFER_ENCODING"] = "chunked"
        if "TRANSFER_ENCODING" in self.headers or self.content_length > BODY_LIMIT:
            self.chunked = self.expect_continue = False
            self.body_rcv = None
            self.content_length = 0
            self.headers["CONNECTION"] = "close"
            self.on_refused()


class Channel(HTTPChannel):  # type: ignore[misc]
    """A connection. After an answer to an unread body it lingers: closing at once would throw the answer away.

    A system that gets more data on a closed connection resets it, and the sender, still busy sending, sees a broken
    connection instead of the answer (RFC 9112, section 9.6).
    """

    close_when_flushed: bool
    refused = False
    lingering = False
    discarded = 0

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take the connection."""
        super().__init__(*args, **kwargs)
        self.parser_class = partial(Parser, on_refused=self._note_refusal)

    def _note_refusal(self) -> None:
        self.refused = True

    def readable(self) -> bool:
        """Tell whether more is to be read."""
        return self.lingering or bool(super().readable())

    def writable(self) -> bool:
        """Tell whether there is something to send or to close."""
        return bool(self.will_close or (not self.lingering and super().writable()))

    def handle_write(self) -> None:
        """Send; after the answer to an unread body, end the sending side alone."""
        if not (self.refused and self.close_when_flushed) or self.will_close:
            super().handle_write()
            return
        self._flush_exception(self._flush_some)
        if self.connected and not self.total_outbufs_len:
            self.close_when_flushed = False
            self.lingering = True
            # Where the sender is gone by now, the next look at the connection says so.
            with suppress(OSError):
                self.socket.shutdown(socket.SHUT_WR)

    def handle_read(self) -> None:
        """Read a request, or throw away what still comes of a refused one."""
        if not self.lingering:
            super().handle_read()
            return
        self.discarded += len(self.recv(self.adj.recv_bytes))
        if self.discarded > LINGER_BYTES:
            self.handle_close()


def bind(port: int) -> socket.socket:
    """Bind the loopback interface alone. Raises ``OSError`` where the port is taken; port 0 takes a free one."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    # On Windows SO_REUSEADDR would let a second program take the same port.
    option = "SO_EXCLUSIVEADDRUSE" if os.name == "nt" else "SO_REUSEADDR"
    listener.setsockopt(socket.SOL_SOCKET, getattr(socket, option), 1)
    try:
        listener.bind((HOST, port))
    except OSError:
        listener.close()
        raise
    return listener


def make_server(app: Flask, listener: socket.socket) -> TcpWSGIServer:
    """Return a waitress server for ``app`` on a bound socket; ``run()`` serves, ``close()`` stops it."""
    app.config["PORT"] = listener.getsockname()[1]
    server = create_server(
        app,
        sockets=[listener],
        threads=6,
        ident=None,
        channel_timeout=30,
        cleanup_interval=10,
        # The parser has refused larger ones before.
        max_request_body_size=BODY_LIMIT + 1,
    )
    server.channel_class = Channel
    return server


def stop(server: TcpWSGIServer, thread: threading.Thread) -> None:
    """Stop a server that runs in ``thread``: its connections are closed, and ``run()`` has returned there.

    Its trigger is closed last, when nobody is left who could pull it: what is written to a closed one goes to
    whichever file or connection has its number by then.
    """

    def close() -> None:
        for channel in list(server.active_channels.values()):
            channel.handle_close()
        dispatcher.close(server)
        server.trigger.del_channel()

    server.trigger.pull_trigger(close)
    thread.join()
    server.task_dispatcher.shutdown()
    server.trigger.close()
