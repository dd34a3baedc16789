"""A server on the loopback address: waitress, which needs no compiler, with a clean end on the usual signals."""

from __future__ import annotations

import errno
import logging
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING, Any

from simulator.errors import BadInput, Refused

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

THREADS = 8
CONNECTIONS_MOST = 2000
IDLE_SECONDS = 30
"""After this long without a request a connection is closed."""


def serve(
    app: WSGIApplication,
    *,
    port: int,
    host: str = "127.0.0.1",
    ready: Callable[[int], None] = lambda port: None,
) -> None:
    """Serve until SIGTERM or SIGINT. Raises Refused when the port is taken.

    port: 0 for any free one. ready: called with the real port once connections are accepted.
    """
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # that callers wait for a thread is no news
    listening = listen(host, port)
    server = _waitress(app, listening)
    with _ending_on_signals():
        try:
            ready(listening.getsockname()[1])
            server.run()
        finally:
            server.close()


def _waitress(app: WSGIApplication, listening: socket.socket) -> Any:
    """Make the server; it says nothing of itself, for an answer of Clever's names another."""
    from waitress.channel import HTTPChannel
    from waitress.server import create_server
    from waitress.task import WSGITask

    class Task(WSGITask):  # type: ignore[misc]
        """Sends the headers of the application, and no more than those."""

        def build_response_header(self) -> bytes:
            """Leave out that the server calls itself a proxy wherever the application names a server."""
            headers: bytes = super().build_response_header()
            return headers.replace(b"\r\nVia: waitress\r\n", b"\r\n", 1)

    class Channel(HTTPChannel):  # type: ignore[misc]
        """A connection whose answers are sent so."""

        task_class = Task

    server = create_server(
        app,
        sockets=[listening],
        ident="",
        threads=THREADS,
        connection_limit=CONNECTIONS_MOST,
        asyncore_use_poll=True,
        channel_timeout=IDLE_SECONDS,
        cleanup_interval=5,
        clear_untrusted_proxy_headers=True,
    )
    server.channel_class = Channel
    return server


def listen(host: str, port: int) -> socket.socket:
    """Take a port. Raises Refused when it is taken, BadInput when there is no such port or address."""
    if not 0 <= port <= 65535:
        raise BadInput(f"the port {port}", "ports go from 0 to 65535", "Choose one above 1023, or 0 for any")
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(1024)
    except OSError as error:
        listening.close()
        raise _refusal(host, port, error) from error
    return listening


def _refusal(host: str, port: int, error: OSError) -> Refused | BadInput:
    if error.errno == errno.EADDRINUSE:
        return Refused(
            f"the port {port}",
            "another program listens there",
            "Stop that one, or choose another: --port 8081, or make run PORT=8081",
        )
    if error.errno in (errno.EACCES, errno.EPERM):
        return Refused(f"the port {port}", "this user may not open it", "Choose one above 1023")
    return BadInput(f"the address {host}:{port}", str(error.strerror or error), "Use 127.0.0.1")


@contextmanager
def _ending_on_signals() -> Iterator[None]:
    """Let SIGTERM and SIGINT end the server in order, where this is the main thread."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    signals = (signal.SIGTERM, signal.SIGINT)
    before = {one: signal.signal(one, _end) for one in signals}
    try:
        yield
    except _Ended:
        pass
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


class _Ended(SystemExit):
    """A signal asked the server to end."""


def _end(number: int, frame: FrameType | None) -> None:
    raise _Ended(0)
