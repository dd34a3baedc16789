"""Served simulations of Lincoln for clients that others wrote, unmodified: plainly, and in Clever's place."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest
import requests

from simulator.redirect import clever_at
from tests.end_to_end.conftest import CLEVER_OTUS

SECONDS = 30


@dataclass(frozen=True)
class Serving:
    """A running server, and whose certificate tells that it is ours; none where it speaks plain HTTP."""

    url: str
    ca_file: Path | None = None

    @property
    def port(self) -> int:
        return int(self.url.rpartition(":")[2])

    def ask(self, method: str, path: str, **content: Any) -> Any:
        verify = str(self.ca_file) if self.ca_file else None
        answer = requests.request(method, self.url + path, verify=verify, timeout=SECONDS, **content)
        assert answer.ok, answer.text
        return answer.json()


@dataclass(frozen=True)
class Served:
    """A simulation that no other test uses, and what a client needs to know of it."""

    server: Serving
    id: str
    token: str
    client_id: str
    client_secret: str

    @classmethod
    def begun(cls, server: Serving) -> Served:
        made = server.ask("POST", "/simulations", json={"district": "Lincoln"})
        clever, (district,) = made["clever"], made["districts"]
        return cls(server, made["id"], district["token"], clever["client_id"], clever["client_secret"])

    @property
    def url(self) -> str:
        return self.server.url

    def read(self, path: str) -> Any:
        """Read from Clever with the district's token."""
        return self.server.ask("GET", path, headers={"Authorization": f"Bearer {self.token}"})

    def say(self, *sentences: str) -> None:
        """Let something happen in the school."""
        self.server.ask("POST", f"/simulations/{self.id}/say", json={"text": "\n".join(sentences)})


@contextmanager
def serving(folder: Path, *options: str) -> Iterator[str]:
    ready = folder / "ready.json"
    command = [CLEVER_OTUS, "serve", "--port", "0", "--ready-file", str(ready), *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            list(takewhile(lambda line: line != "Stop with Ctrl-C.\n", process.stdout))
            yield json.loads(ready.read_text(encoding="utf-8"))["clever"]["base_url"]
        finally:
            process.terminate()
            process.wait(timeout=SECONDS)


@pytest.fixture(scope="session")
def plain_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    with serving(tmp_path_factory.mktemp("plain")) as url:
        yield Serving(url)


@pytest.fixture(scope="session")
def server_in_clevers_place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    folder = tmp_path_factory.mktemp("in_clevers_place")
    with serving(folder, "--tls", "--ca-file", str(folder / "ca.pem")) as url:
        yield Serving(url, folder / "ca.pem")


@pytest.fixture
def lincoln(plain_server: Serving) -> Served:
    """Lincoln at an address that a client can be told."""
    return Served.begun(plain_server)


@pytest.fixture
def lincoln_at_clevers(server_in_clevers_place: Serving) -> Iterator[Served]:
    """Lincoln at https://clever.com and https://api.clever.com, for all of this process."""
    ca_file = server_in_clevers_place.ca_file
    assert ca_file is not None
    with clever_at(server_in_clevers_place.port, ca_file):
        yield Served.begun(server_in_clevers_place)
