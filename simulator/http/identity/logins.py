"""The log-ins of one simulation: codes that an application may turn into a token once, and what the tokens open.

They belong to the connection between Clever and the application, not to the world: no journal has them, and a
reset ends them. Both die by the simulation's clock. Source: clever_api.md, section 1.5.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from threading import Lock
from typing import TypeVar

from simulator.chance import digest
from simulator.clever_api.access import Grant
from simulator.clock import Instant
from simulator.http.identity.refusals import invalid_grant
from simulator.roster import CleverId, DistrictId

CODE_LIVES = timedelta(minutes=1)
TOKEN_LIVES = timedelta(hours=24)
KEPT_MOST = 10_000
"""So many codes and so many tokens are kept; the oldest go first."""
USER_TOKENS = "il"
"""How the tokens of users begin."""

Kept = TypeVar("Kept")


@dataclass(frozen=True, slots=True)
class Login:
    """Somebody who has signed in, and whom the application has not asked about yet."""

    district: DistrictId
    user: CleverId
    role: str
    at: Instant
    leads_to: str
    """The address to which the code went."""
    named: bool = True
    """Whether the application named that address; a log-in that begins at Clever leads to the registered one."""
    openid: bool = False
    """Whether the application asked for the scope openid."""
    nonce: str = ""

    def takes(self, redirect_uri: str | None, now: Instant) -> None:
        """Check what the application sends with the code. Raises OAuthError."""
        if not self.at <= now < self.at + CODE_LIVES:
            raise invalid_grant()
        if redirect_uri != self.leads_to and (self.named or redirect_uri is not None):
            raise invalid_grant("Invalid grant: redirect_uri is not the one to which the code went")


class Logins:
    """The codes and the users' tokens of one simulation, since it was last reset."""

    def __init__(self, *of: str) -> None:
        """Begin without any; of: words that no other simulation of the server has."""
        self._of = of
        self._lock = Lock()
        self._begun = 0
        self._codes: dict[str, Login] = {}
        self._grants: dict[str, Grant] = {}

    def begin(self, login: Login) -> str:
        """Let somebody sign in; give the code with which the application may ask who it was."""
        with self._lock:
            self._begun += 1
            code = digest("code", *self._of, str(self._begun), size=20)
            _keep(self._codes, code, login)
            return code

    def complete(self, code: str, redirect_uri: str | None, now: Instant) -> tuple[Login, Grant, str]:
        """Turn a code into a token, once. Raises OAuthError for a code that is none, or no longer one."""
        with self._lock:
            login = self._codes.get(code)
            if login is None:
                raise invalid_grant()
            login.takes(redirect_uri, now)
            del self._codes[code]
            token = USER_TOKENS + digest("user token", *self._of, code, size=19)
            grant = Grant(login.district, login.user, login.role, now + TOKEN_LIVES)
            _keep(self._grants, token, grant)
            return login, grant, token

    def grant(self, token: str) -> Grant | None:
        """Find what a user's token was given for; whether it is still good is another question."""
        return self._grants.get(token)


def _keep(kept: dict[str, Kept], key: str, one: Kept) -> None:
    kept[key] = one
    while len(kept) > KEPT_MOST:
        del kept[next(iter(kept))]
