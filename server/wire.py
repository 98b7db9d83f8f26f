"""The wire: waitress on the loopback interface, with requests of doubtful framing handed on unread.

waitress would join a chunked body and buffer any body before the application sees a header. Here the application gets
such a request without its body, answers in the manner of its door, and the connection is closed.
"""

from __future__ import annotations

import os
import socket
from typing import TYPE_CHECKING

from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.server import TcpWSGIServer, create_server

from server.config import HOST
from server.guard import BODY_LIMIT

if TYPE_CHECKING:
    from flask import Flask


class Parser(HTTPRequestParser):  # type: ignore[misc]
    """Reads one request, but not the body of one that will be refused for its framing."""

    chunked: bool
    content_length: int

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


class Channel(HTTPChannel):  # type: ignore[misc]
    """A connection that reads requests with ``Parser``."""

    parser_class = Parser


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
