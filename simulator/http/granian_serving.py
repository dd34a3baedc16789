"""A faster server for who asks for it: granian, which also speaks TLS and HTTP/2.

granian runs its workers as processes, and each would have simulations of its own. Where Python has no lock around
the interpreter it runs them as threads; that way of its own is taken here, with one worker, whatever the Python.
What this leans on inside granian is pinned in pyproject.toml.
"""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from simulator.errors import BadInput
from simulator.http.serving import CONNECTIONS_MOST, IDLE_SECONDS, THREADS, listen

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

    from simulator.http.tls import Certificate

_BACKLOG = 1024


def serve_with_granian(
    app: WSGIApplication,
    *,
    port: int,
    certificate: Certificate | None = None,
    ready: Callable[[int], None] = lambda port: None,
) -> None:
    """Serve on 127.0.0.1 until SIGTERM, SIGINT or SIGHUP, from the main thread.

    port: 0 for any free one. certificate: to speak TLS with. ready: called with the real port once connections are
    accepted. Raises BadInput where granian is not installed, and Refused when the port is taken.
    """
    require("granian", "the server granian")
    with listen("127.0.0.1", port) as listening, _signals_as_before():
        _server(listening, certificate, ready).serve(target_loader=lambda: app, wrap_loader=False)


def require(module: str, what: str) -> None:
    """Make sure that a library of the extra [fast] is there. Raises BadInput."""
    if find_spec(module) is None:
        raise BadInput(
            what,
            f"it needs {module}, which is not installed",
            "pip install 'clever-otus-simulator[fast]', or serve without it: waitress is always there",
        )


def _server(listening: socket.socket, certificate: Certificate | None, ready: Callable[[int], None]) -> Any:
    from granian._granian import SocketHolder
    from granian.constants import Interfaces, SSLProtocols
    from granian.http import HTTP1Settings
    from granian.server.mt import MTServer

    class InThisProcess(MTServer):  # type: ignore[misc]
        """One worker, a thread of this process, on a socket that is open already."""

        def _check_gil(self) -> None:
            """Take any Python."""

        def _init_shared_socket(self) -> None:
            self._ssp = None
            self._shd = SocketHolder(listening.detach(), False, _BACKLOG)  # noqa: FBT003 - no Unix socket

        def signal_handler_reload(self, *_: object) -> None:
            """End when the terminal is closed; there is nothing to load again."""
            self.signal_handler_interrupt()

    port = listening.getsockname()[1]
    server = InThisProcess(
        "",
        port=port,
        interface=Interfaces.WSGI,
        blocking_threads=THREADS,
        backlog=_BACKLOG,
        backpressure=CONNECTIONS_MOST,
        http1_settings=HTTP1Settings(header_read_timeout=IDLE_SECONDS * 1000),
        ssl_cert=certificate and certificate.chain,
        ssl_key=certificate and certificate.key,
        ssl_protocol_min=SSLProtocols.tls12,
        log_enabled=False,
    )
    server.on_startup(lambda: ready(port))
    return server


@contextmanager
def _signals_as_before() -> Iterator[None]:
    """Let the signals mean afterwards what they meant before."""
    before = {one: signal.getsignal(one) for one in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)
