"""Our side: the whole application over a generated district, with authentication, sharing, limits and log on."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from flask import Flask
from werkzeug.test import EnvironBuilder

from simulator.generate import generate_district
from simulator.http.app import create_app
from simulator.http.host import Host, Wanted
from simulator.http.settings import CleverSettings
from simulator.library import sample_districts

SEED = 7
TOKEN = "benchmark"
NEVER_REACHED = 1_000_000_000
"""A rate limit that counts every request and refuses none."""
PAGE = "/v3.0/users?limit=100"

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


@dataclass(frozen=True)
class Served:
    """Our application, and what to ask it."""

    app: Application
    pages: list[str]
    records: list[str]
    """The addresses of the users on the first page."""

    def body(self, path: str) -> bytes:
        """Ask for an address. Raises AssertionError unless it is there."""
        return answer(self.app, environ(path))


def serve_district(students: int) -> Served:
    """Put a generated district before our application, and read all of its users once, so that they are encoded."""
    host = Host(sample_districts())
    settings = CleverSettings(rate_limit=NEVER_REACHED)
    host.create(Wanted(upload=generate_district(students, SEED), id="default", token=TOKEN, settings=settings))
    app = create_app(host)
    pages = dict(walk(app))
    items = json.loads(pages[PAGE])["data"]
    return Served(app, list(pages), [item["uri"] for item in items])


def walk(app: Flask) -> Iterator[tuple[str, bytes]]:
    """Read the users page after page, as a client does."""
    path: str | None = PAGE
    while path:
        body = answer(app, environ(path))
        yield path, body
        path = next((link["uri"] for link in json.loads(body)["links"] if link["rel"] == "next"), None)


def environ(path: str) -> dict[str, Any]:
    """Make what a WSGI server passes on for a request."""
    headers = [("Authorization", f"Bearer {TOKEN}"), ("Accept", "*/*"), ("User-Agent", "benchmark")]
    return EnvironBuilder(path, base_url="http://127.0.0.1:8080", headers=headers).get_environ()


def answer(app: Application, asked: dict[str, Any]) -> bytes:
    """Take the body of an answer. Raises AssertionError for any other than a good one."""
    statuses: list[str] = []
    body = b"".join(app(dict(asked), lambda status, headers, exc_info=None: statuses.append(status)))
    assert statuses == ["200 OK"], statuses
    return body
