"""A server in a process of its own, started as people start it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from simulator.cli.main import main
from simulator.cli.server import Server

CLEVER_OTUS = str(Path(sys.executable).with_name("clever-otus"))


@dataclass(frozen=True)
class Running:
    """A running server: what it printed when it was ready, and what it wrote into its ready file."""

    printed: list[str]
    ready: dict[str, Any]

    @property
    def url(self) -> str:
        return str(self.ready["clever"]["base_url"])

    def clever_otus(self, *arguments: str, typed: str | None = None) -> Result:
        return CliRunner().invoke(main, [*arguments, "--url", self.url], input=typed)


@dataclass(frozen=True)
class Lincoln:
    """A simulation of the running server that no other test uses."""

    server: Running
    id: str

    def clever_otus(self, *arguments: str, typed: str | None = None) -> Result:
        return self.server.clever_otus(*arguments, "--simulation", self.id, typed=typed)


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    file = tmp_path_factory.mktemp("server") / "ready.json"
    command = [CLEVER_OTUS, "serve", "--port", "0", "--ready-file", str(file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            printed = list(takewhile(lambda line: line != "Stop with Ctrl-C.\n", process.stdout))
            yield Running(printed, json.loads(file.read_text(encoding="utf-8")))
        finally:
            process.terminate()
            process.wait(timeout=30)
    assert process.returncode == 0


@pytest.fixture
def lincoln(server: Running) -> Lincoln:
    return Lincoln(server, Server(server.url).create({"district": "Lincoln"})["id"])
