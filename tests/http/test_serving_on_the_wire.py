"""What goes over the wire with either server: each header once, none of its own, and an answer to anything."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from importlib.util import find_spec

import pytest
import requests

from simulator.errors import BadInput, Refused
from simulator.http.granian_serving import require, serve_with_granian
from simulator.http.serving import listen

SERVER = """
import sys
from simulator.http.app import create_app
from simulator.http.granian_serving import serve_with_granian
from simulator.http.host import Host, Wanted
from simulator.http.serving import serve
from simulator.library import sample_districts

host = Host(sample_districts())
host.create(Wanted("Lincoln", token="good"))
serves = {"waitress": serve, "granian": serve_with_granian}[sys.argv[1]]
serves(create_app(host), port=0, ready=lambda port: print(port, flush=True))
print("ended")
"""
TIMEOUT_SECONDS = 30
needs_granian = pytest.mark.skipif(find_spec("granian") is None, reason="granian comes with the extra [fast]")


@dataclass
class Served:
    """A server in a process of its own."""

    process: subprocess.Popen[str]
    port: int

    def send(self, *lines: bytes, body: bytes = b"") -> bytes:
        """Send a request as it stands, and read until the server closes or says no more."""
        with socket.create_connection(("127.0.0.1", self.port), TIMEOUT_SECONDS) as connection:
            connection.sendall(b"\r\n".join([*lines, b"Connection: close", b"", body]))
            parts = []
            while part := connection.recv(65536):
                parts.append(part)
        return b"".join(parts)

    def ask(self, path: bytes, *more: bytes, method: bytes = b"GET") -> bytes:
        return self.send(method + b" " + path + b" HTTP/1.1", b"Host: 127.0.0.1", *more)


@pytest.fixture(scope="module", params=["waitress", pytest.param("granian", marks=needs_granian)])
def served(request: pytest.FixtureRequest) -> Iterator[Served]:
    command = [sys.executable, "-c", SERVER, request.param]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            yield Served(process, int(process.stdout.readline()))
        finally:
            process.kill()


GOOD = b"Authorization: Bearer good"
SENT_ONCE = {
    "access-control-allow-headers",
    "access-control-allow-methods",
    "access-control-allow-origin",
    "cache-control",
    "content-length",
    "content-type",
    "date",
    "etag",
    "server",
    "strict-transport-security",
    "x-envoy-upstream-service-time",
    "x-powered-by",
    "x-ratelimit-bucket",
    "x-ratelimit-limit",
    "x-ratelimit-remaining",
    "x-ratelimit-reset",
    "x-request-id",
}


def headers_of(reply: bytes) -> list[tuple[str, str]]:
    head = reply.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")[1:]
    pairs = [line.split(": ", 1) for line in head]
    return sorted((name.lower(), value) for name, value in pairs if name.lower() != "connection")


def status_of(reply: bytes) -> int:
    (status,) = re.findall(rb"\AHTTP/1\.[01] ([0-9]{3})", reply)
    return int(status)


def test_each_header_goes_over_the_wire_once_and_no_other(served: Served) -> None:
    headers = headers_of(served.ask(b"/v3.0/users", GOOD))

    assert [name for name, _ in headers] == sorted(SENT_ONCE)
    assert ("date", "Mon, 16 Nov 2026 12:00:00 GMT") in headers
    assert ("server", "envoy") in headers


def test_head_sends_the_length_and_no_body(served: Served) -> None:
    get, head = (served.ask(b"/v3.0/users", GOOD, method=method) for method in (b"GET", b"HEAD"))

    assert head.endswith(b"\r\n\r\n")
    named = ("content-length", "content-type", "etag")
    assert [one for one in headers_of(head) if one[0] in named] == [
        one for one in headers_of(get) if one[0] in named
    ]


@pytest.mark.parametrize(
    "path", [b"/v3.0/users", b"/v3.0/no", b"/v1.1/users", b"/oauth/certs", b"/oauth/tokeninfo"]
)
@pytest.mark.parametrize("lines", [[GOOD], []])
def test_where_clever_answers_no_other_server_is_named(served: Served, path: bytes, lines: list[bytes]) -> None:
    headers = headers_of(served.ask(path, *lines))

    assert [value for name, value in headers if name == "server"] == ["envoy"]
    assert not {"via", "x-served-by"} & {name for name, _ in headers}
    assert len([name for name, _ in headers if name == "date"]) == 1


def test_oauth_has_no_rate_limit_headers(served: Served) -> None:
    assert b"x-ratelimit" not in served.ask(b"/oauth/tokens?owner_type=district").lower()
    assert b"x-ratelimit" not in served.ask(b"/oauth/tokeninfo", GOOD).lower()


@pytest.mark.parametrize(
    "path",
    [
        b"//v3.0/users",
        b"/V3.0/users",
        b"/v3.0/../users",
        b"/v3.0/users/..%2f..%2fsimulations",
        b"/v3.0/users/%00",
        b"/v3.0%00",
        b"/v3.0/%ff%fe",
        b"/v3.0/users?limit=%00%ff",
        b"/v3.0/users?" + b"x" * 65536,
        b"/v3.0/" + b"x" * 65536,
        b"/v3.0/%",
        b"/v3.0/%zz",
        b"/v3.0/users?%",
        b"/v3.0/users#part",
        b"/v3.0/\xff\xfe",
        b"/v3.0/users?\xff=\xfe",
        b"http://api.clever.com/v3.0/users",
        b"*",
        b"/v3.0/us ers",
    ],
)
def test_an_odd_address_is_answered_and_never_with_a_fault(served: Served, path: bytes) -> None:
    assert 200 <= status_of(served.ask(path, GOOD)) < 500


@pytest.mark.parametrize("method", [b"POST", b"OPTIONS", b"TRACE", b"PROPFIND", b"G=T", b"X" * 200])
def test_an_odd_method_is_answered_and_never_with_a_fault(served: Served, method: bytes) -> None:
    assert 400 <= status_of(served.ask(b"/v3.0/users", GOOD, method=method)) < 500


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        ([GOOD], 200),
        ([b"authorization: bearer good"], 200),
        ([b"Authorization:Bearer\tgood"], 200),
        ([b"Authorization:   Bearer   good   "], 200),
        ([], 401),
        ([b"Authorization:"], 401),
        ([b"Authorization: Bearer"], 401),
        ([b"Authorization: Basic Z29vZDo="], 401),
        ([b"Authorization: Bearer \xff\xfe"], 401),
        ([b"Authorization: Bearer g\xc3\xb6\xc3\xb6d"], 401),
        ([GOOD, GOOD], 401),
        ([GOOD, b"Authorization: Bearer other"], 401),
        ([b"Authorization_: Bearer good"], 401),
    ],
)
def test_authorization_is_read_the_same_with_either_server(served: Served, lines: list[bytes], status: int) -> None:
    reply = served.ask(b"/v3.0/schools", *lines)

    assert status_of(reply) == status
    assert (b'{"message":' in reply) is (status == 401)


def test_a_body_with_a_get_does_not_matter(served: Served) -> None:
    lines = (b"GET /v3.0/schools HTTP/1.1", b"Host: localhost", GOOD, b"Content-Length: 5")

    assert status_of(served.send(*lines, body=b"{\xff\x00}!")) == 200


@pytest.mark.parametrize("name", [b"rebound.example", b"clever.com", b"api.clever.com", b"127.0.0.1.example"])
@pytest.mark.parametrize("path", [b"/v3.0/users", b"/oauth/certs", b"/simulations"])
def test_under_another_name_nothing_is_read(served: Served, name: bytes, path: bytes) -> None:
    reply = served.send(b"GET " + path + b" HTTP/1.1", b"Host: " + name, GOOD)

    assert status_of(reply) == 400
    assert b"this server answers as 127.0.0.1" in reply


def test_many_callers_who_keep_their_connections_do_not_stop_the_server(served: Served) -> None:
    ask = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"

    with ExitStack() as kept:
        for _ in range(150):
            idle = kept.enter_context(socket.create_connection(("127.0.0.1", served.port), TIMEOUT_SECONDS))
            idle.sendall(ask)
            assert idle.recv(4096).startswith(b"HTTP/1.1 200")
        reply = requests.get(f"http://127.0.0.1:{served.port}/healthz", timeout=TIMEOUT_SECONDS)

    assert reply.json() == {"status": "ok"}


@needs_granian
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_granian_ends_in_order_though_somebody_keeps_a_connection(number: signal.Signals) -> None:
    command = [sys.executable, "-c", SERVER, "granian"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        port = int(process.stdout.readline())
        with socket.create_connection(("127.0.0.1", port), TIMEOUT_SECONDS) as idle:
            idle.sendall(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
            assert idle.recv(4096).startswith(b"HTTP/1.1 200")
            process.send_signal(number)
            assert process.communicate(timeout=TIMEOUT_SECONDS)[0] == "ended\n"

    assert process.returncode == 0


@needs_granian
def test_granian_is_refused_a_port_that_is_taken() -> None:
    with listen("127.0.0.1", 0) as taken, pytest.raises(Refused, match="another program listens there"):
        serve_with_granian(lambda environ, start: [], port=taken.getsockname()[1])


def test_what_is_not_installed_is_named_with_the_way_to_install_it() -> None:
    with pytest.raises(BadInput, match=r"needs no_such_module, which is not installed.*\[fast\]"):
        require("no_such_module", "the server no_such_module")
