"""A caller of the doors: somebody who speaks to one simulation, and reads Clever with its token."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

ALGEBRA = "Algebra 1 (Ito, period 3)"
ADD_LEO = f'"Hana Ito" adds "Leo Park" to "{ALGEBRA}" in Otus'
LEO_IS_IN = f'"Leo Park" is in "{ALGEBRA}" in Otus'
LEO_IS_NOT_IN = f'"Leo Park" is not in "{ALGEBRA}" in Otus'

Json = Any


@dataclass(frozen=True)
class Caller:
    """Somebody with one simulation."""

    client: FlaskClient
    id: str

    def get(self, path: str) -> TestResponse:
        return self.client.get(f"/simulations/{self.id}{path}")

    def post(self, path: str, body: Json = None) -> TestResponse:
        return self.client.post(f"/simulations/{self.id}{path}", json={} if body is None else body)

    def say(self, *sentences: str) -> TestResponse:
        return self.post("/say", {"text": "\n".join(sentences)})

    @property
    def token(self) -> str:
        token: str = self.get("").get_json()["districts"][0]["token"]
        return token

    def clever(self, path: str) -> TestResponse:
        return self.client.get(path, headers={"Authorization": f"Bearer {self.token}"})

    def page(self, path: str) -> Json:
        reply = self.clever(path)
        assert reply.status_code == 200, reply.text
        return reply.get_json()

    def records(self, path: str) -> list[Json]:
        return [item["data"] for item in self.page(path)["data"]]

    def walk(self, path: str, rel: str) -> Iterator[Json]:
        """Follow the links of one kind, page after page."""
        while path:
            page = self.page(path)
            yield page
            path = link(page, rel)

    def lines(self) -> list[str]:
        found: list[str] = self.get("/journal").get_json()["lines"]
        return found


def link(page: Json, rel: str) -> str:
    return next((one["uri"] for one in page["links"] if one["rel"] == rel), "")


def ids(page: Json) -> list[str]:
    return [item["data"]["id"] for item in page["data"]]
