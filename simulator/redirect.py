"""Sends what this Python process asks of https://api.clever.com and https://clever.com to a simulator instead.

For programs and libraries that are hard-wired to Clever's addresses and speak through `requests` or urllib3:

    with clever_at(8443, "clever-ca.pem"):
        requests.get("https://api.clever.com/v3.0/users", headers={"Authorization": f"Bearer {token}"})

The server is one that `clever-otus serve --tls --ca-file clever-ca.pem` has started. Only new connections to these
two hosts are led elsewhere, and only they trust that authority; no other host, no file and no setting is touched.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any
from weakref import WeakKeyDictionary

from simulator.errors import BadInput, Refused

CLEVERS_HOSTS = frozenset({"api.clever.com", "clever.com"})
HTTPS = 443

_ROAD = ("host", "port", "proxy")
_TRUST = ("ca_certs", "ca_cert_dir", "ca_cert_data", "ssl_context")
"""What of a connection is set for as long as it leads here, and set back afterwards."""
_INHERITED = object()
_redirecting = Lock()


@contextmanager
def clever_at(port: int, ca_file: str | Path) -> Iterator[None]:
    """Let Clever be at a port of this machine, for all threads of this process, until the block ends.

    ca_file: the certificate of the authority that the server was started with. Raises BadInput where there is no
    such file, and Refused inside another such block.
    """
    ca_file = Path(ca_file).absolute()
    if not ca_file.is_file():
        remedy = "Name the one that `clever-otus serve --tls --ca-file` wrote"
        raise BadInput(f"the file {str(ca_file)!r}", "it does not exist", remedy)
    if not _redirecting.acquire(blocking=False):
        raise Refused(
            "Clever at another port",
            "this process sends it somewhere already",
            "Leave the first `with clever_at(…)` before a second one",
        )
    try:
        with _redirected(port, str(ca_file)):
            yield
    finally:
        _redirecting.release()


@contextmanager
def _redirected(port: int, ca_file: str) -> Iterator[None]:
    """Put methods of our own in the place of urllib3's, and take them away again."""
    from urllib3.connection import HTTPSConnection
    from urllib3.util import connection as sockets

    connect, is_connected, create = HTTPSConnection.connect, HTTPSConnection.is_connected, sockets.create_connection
    ours: WeakKeyDictionary[HTTPSConnection, dict[str, object]] = WeakKeyDictionary()

    def connect_to_ours(self: Any) -> None:
        """Connect; for Clever straight to this machine, whatever proxy there is, and trusting its authority."""
        host = _plain(self._tunnel_host or self.host)
        if host in CLEVERS_HOSTS:
            ours.setdefault(self, {name: getattr(self, name) for name in (*_ROAD, *_TRUST)})
            self._tunnel_host, self.proxy, self.host, self.port = None, None, host, HTTPS
            self.ca_certs, self.ca_cert_dir, self.ca_cert_data, self.ssl_context = ca_file, None, None, None
        connect(self)

    def is_connected_to_ours(self: Any) -> bool:
        """Tell whether a kept connection may be used again; one that was made to the real Clever may not."""
        to_clever = _plain(self._tunnel_host or self.host) in CLEVERS_HOSTS
        return (self in ours or not to_clever) and bool(is_connected.fget(self))  # type: ignore[attr-defined]

    def create_to_ours(address: tuple[str, int], *arguments: Any, **options: Any) -> Any:
        """Open a socket; Clever's leads to this machine."""
        to_clever = _plain(address[0]) in CLEVERS_HOSTS and address[1] == HTTPS
        return create(("127.0.0.1", port) if to_clever else address, *arguments, **options)

    with (
        _in_place(HTTPSConnection, "connect", connect_to_ours),
        _in_place(HTTPSConnection, "is_connected", property(is_connected_to_ours)),
        _in_place(sockets, "create_connection", create_to_ours),
    ):
        try:
            yield
        finally:
            for connection, before in list(ours.items()):
                connection.close()
                for name, value in before.items():
                    setattr(connection, name, value)


@contextmanager
def _in_place(owner: object, name: str, ours: object) -> Iterator[None]:
    """Set an attribute, and let the owner be as before afterwards."""
    before = vars(owner).get(name, _INHERITED)
    setattr(owner, name, ours)
    try:
        yield
    finally:
        if before is _INHERITED:
            delattr(owner, name)
        else:
            setattr(owner, name, before)


def _plain(host: str) -> str:
    return host.rstrip(".").lower()
