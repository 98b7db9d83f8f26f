"""No request leaves the machine; and the fixture that says so would notice one."""

from __future__ import annotations

import socket
import urllib.request

import pytest
from helpers import LeftTheMachineError


@pytest.mark.parametrize("host", ["example.com", "192.0.2.1", "2001:db8::1", "127.0.0.1.example.com"])
def test_a_connection_elsewhere_fails_the_test(host: str) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for attempt in ("connect", "connect_ex"):
        with socket.socket(family) as direct, pytest.raises(LeftTheMachineError):
            getattr(direct, attempt)((host, 80))


def test_a_name_looked_up_fails_the_test() -> None:
    for name in ("example.com", b"example.com"):
        with pytest.raises(LeftTheMachineError):
            socket.getaddrinfo(name, 80)


def test_a_library_that_fetches_fails_the_test() -> None:
    with pytest.raises(LeftTheMachineError):
        urllib.request.urlopen("http://example.com/", timeout=1)
