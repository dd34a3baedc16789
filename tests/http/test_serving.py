"""The server over a real socket: it answers, tells its port, ends on SIGTERM, and refuses a port that is taken."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
import requests

from simulator.errors import BadInput, Refused
from simulator.http.serving import listen
from tests.http.caller import ADD_LEO, LEO_IS_NOT_IN

SERVER = """
from simulator.http.app import create_app
from simulator.http.host import Host
from simulator.http.serving import serve
from simulator.library import sample_districts

serve(create_app(Host(sample_districts())), port=0, ready=lambda port: print(port, flush=True))
print("ended")
"""
TIMEOUT_SECONDS = 30


@pytest.fixture
def server() -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen([sys.executable, "-c", SERVER], stdout=subprocess.PIPE, text=True) as process:
        yield process
        process.kill()


def test_it_serves_a_story_over_a_socket_and_ends_in_order(server: subprocess.Popen[str]) -> None:
    assert server.stdout
    root = f"http://127.0.0.1:{int(server.stdout.readline())}"
    ours = requests.post(f"{root}/simulations", json={"id": "ours"}, timeout=TIMEOUT_SECONDS).json()
    text = "\n".join((ADD_LEO, "the night passes", LEO_IS_NOT_IN))
    said = requests.post(f"{root}/simulations/ours/say", json={"text": text}, timeout=TIMEOUT_SECONDS).json()
    token = {"Authorization": f"Bearer {ours['districts'][0]['token']}"}
    users = requests.get(f"{root}/v3.0/users?role=student", headers=token, timeout=TIMEOUT_SECONDS)

    assert ours["clever"]["base_url"] == root
    assert said["said"][2]["holds"]
    assert len(users.json()["data"]) == 61
    assert users.headers["Date"] == "Tue, 17 Nov 2026 14:00:00 GMT"
    server.send_signal(signal.SIGTERM)
    assert server.communicate(timeout=TIMEOUT_SECONDS)[0] == "ended\n"
    assert server.returncode == 0


def test_many_callers_who_keep_their_connections_do_not_stop_the_server(server: subprocess.Popen[str]) -> None:
    assert server.stdout
    port = int(server.stdout.readline())
    ask = f"GET /healthz HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n".encode()

    with ExitStack() as kept:
        for _ in range(150):
            idle = kept.enter_context(socket.create_connection(("127.0.0.1", port), TIMEOUT_SECONDS))
            idle.sendall(ask)
            assert idle.recv(4096).startswith(b"HTTP/1.1 200")
        reply = requests.get(f"http://127.0.0.1:{port}/healthz", timeout=TIMEOUT_SECONDS)

    assert reply.json() == {"status": "ok"}


def test_a_port_that_is_taken_is_refused() -> None:
    with listen("127.0.0.1", 0) as taken, pytest.raises(Refused, match="another program listens there"):
        listen("127.0.0.1", taken.getsockname()[1])


@pytest.mark.parametrize(("host", "port"), [("127.0.0.1", 65536), ("127.0.0.1", -1), ("203.0.113.1", 0)])
def test_an_address_that_is_none_is_refused(host: str, port: int) -> None:
    with pytest.raises(BadInput):
        listen(host, port)
