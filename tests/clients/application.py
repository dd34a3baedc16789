"""An application that lets people sign in with Clever through social-auth-core, as one in Django or Flask does.

The library is used as it comes; here is only what a web framework would bring: settings, a session, a request.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, cast
from urllib.parse import parse_qsl, urlsplit

import requests
from social_core.backends.clever import CleverOAuth2
from social_core.storage import BaseStorage, NonceMixin
from social_core.strategy import BaseStrategy

CALLBACK = "http://127.0.0.1:3000/complete/clever/"
PIPELINE = (
    "social_core.pipeline.social_auth.social_details",
    "social_core.pipeline.social_auth.social_uid",
    "social_core.pipeline.social_auth.auth_allowed",
    "tests.clients.application.welcome",
)


@dataclass
class Person:
    """Who has signed in, as the library tells the application."""

    uid: str
    details: dict[str, Any]
    social_user: Any = None
    is_new: bool = False


def welcome(uid: str, details: dict[str, Any], **others: Any) -> dict[str, Any]:
    """Let whom the library has found in; the last step of its pipeline."""
    return {"user": Person(uid, details)}


class Nonces(NonceMixin):
    """Values that may be used once."""

    used: set[tuple[str, int, str]] = set()  # noqa: RUF012 - the library calls class methods

    @classmethod
    def use(cls, server_url: str, timestamp: int, salt: str) -> bool:
        cls.used.add((server_url, timestamp, salt))
        return True

    @classmethod
    def consume(cls, server_url: str, timestamp: int, salt: str) -> bool:
        known = (server_url, timestamp, salt) in cls.used
        cls.used.discard((server_url, timestamp, salt))
        return known


class Storage(BaseStorage):
    nonce = Nonces


@dataclass
class Application(BaseStrategy[Any]):
    """One visitor's session with the application, which Clever knows by a client id."""

    client_id: str
    client_secret: str
    session: dict[str, Any] = field(default_factory=dict)
    request: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__init__(Storage)

    def to_clever(self) -> str:
        """Give the address at Clever to which a visitor is sent."""
        return CleverOAuth2(self, redirect_uri=CALLBACK).auth_url()

    def back_from_clever(self, address: str) -> Person:
        """Let a visitor in who comes back. Raises AuthException."""
        self.request = dict(parse_qsl(urlsplit(address).query))
        return cast(Person, CleverOAuth2(self, redirect_uri=CALLBACK).auth_complete())

    def get_setting(self, name: str) -> Any:
        return {
            "SOCIAL_AUTH_CLEVER_KEY": self.client_id,
            "SOCIAL_AUTH_CLEVER_SECRET": self.client_secret,
            "SOCIAL_AUTH_PIPELINE": PIPELINE,
        }[name]

    def get_request_data(self, merge: bool = True) -> dict[str, Any]:  # noqa: FBT001, FBT002 - the library's form
        return self.request

    def session_get(self, name: str, default: Any = None) -> Any:
        return self.session.get(name, default)

    def session_set(self, name: str, value: Any) -> None:
        self.session[name] = value

    def session_pop(self, name: str) -> Any:
        return self.session.pop(name, None)

    def build_absolute_uri(self, path: str | None = None) -> str:
        return path or CALLBACK


def sign_in_at_clever(address: str, who: str) -> str:
    """Be somebody's browser: log in at Clever, and answer with where it leads."""
    answer = requests.get(address, params={"login_as": who}, allow_redirects=False, timeout=10)
    assert answer.status_code == 302, answer.text
    return answer.headers["location"]
