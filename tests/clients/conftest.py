"""A served simulation of Lincoln for clients of Clever that others wrote, unmodified."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from simulator.cli.server import Server
from tests.end_to_end.conftest import Running
from tests.end_to_end.conftest import server as server


@dataclass(frozen=True)
class Served:
    """A simulation of a running server that no other test uses, as its clients need to know it."""

    control: Server
    token: str

    @property
    def url(self) -> str:
        return self.control.url

    def say(self, *sentences: str) -> None:
        """Let something happen in the school. Raises NotUnderstood or Refused."""
        self.control.say("\n".join(sentences))


@pytest.fixture
def lincoln(server: Running) -> Served:
    made = Server(server.url).create({"district": "Lincoln"})
    return Served(Server(server.url, made["id"]), made["districts"][0]["token"])
