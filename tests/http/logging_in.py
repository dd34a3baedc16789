"""An application that people log in to with Clever: it sends them there, and asks who came back."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlsplit

from werkzeug.test import TestResponse

from tests.http.caller import Caller, Json

CALLBACK = "http://localhost:3000/callback"
LEO, HANA = "leo.park@lincoln.example", "hana.ito@lincoln.example"


@dataclass(frozen=True)
class Application:
    """The application of one simulation, with its client id and secret."""

    caller: Caller
    keys: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, caller: Caller) -> Application:
        return cls(caller, caller.get("").get_json()["clever"])

    @property
    def id(self) -> str:
        return self.keys["client_id"]

    @property
    def basic(self) -> dict[str, str]:
        coded = b64encode(f"{self.id}:{self.keys['client_secret']}".encode()).decode()
        return {"Authorization": f"Basic {coded}"}

    def authorize(self, **parameters: str) -> TestResponse:
        asked = {"response_type": "code", "client_id": self.id, "redirect_uri": CALLBACK} | parameters
        query = {key: value for key, value in asked.items() if value != "LEAVE OUT"}
        return self.caller.client.get("/oauth/authorize", query_string=query)

    def code(self, login_as: str = LEO, **parameters: str) -> str:
        return came_back(self.authorize(login_as=login_as, **parameters))["code"]

    def exchange(self, code: str, redirect_uri: str | None = CALLBACK, **more: str) -> TestResponse:
        body = {"grant_type": "authorization_code", "code": code, "redirect_uri": redirect_uri, **more}
        said = {key: value for key, value in body.items() if value is not None}
        return self.caller.client.post("/oauth/tokens", json=said, headers=self.basic)

    def token(self, login_as: str = LEO, **parameters: str) -> str:
        token: str = self.exchange(self.code(login_as, **parameters)).get_json()["access_token"]
        return token

    def get(self, path: str, token: str) -> TestResponse:
        return self.caller.client.get(path, headers={"Authorization": f"Bearer {token}"})

    def person(self, first: str) -> Json:
        users = self.caller.records("/v3.0/users?limit=1000")
        return next(one for one in users if one["name"].get("first") == first)


def came_back(reply: TestResponse) -> dict[str, str]:
    """Read what a redirect brings to the application's address."""
    assert reply.status_code == 302, reply.text
    return dict(parse_qsl(urlsplit(reply.headers["Location"]).query, keep_blank_values=True))
