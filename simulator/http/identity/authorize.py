"""The log-in itself: what an application asks for, who is to sign in, and where they are sent with which code.

Nothing leads to an address before it is known to be the application's. Sources: clever_api.md, section 1.5;
login_as and role are parameters of ours, for tests.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from simulator.clever.records import User
from simulator.clever_api.kinds import roles_of
from simulator.http.host import Host, Hosted
from simulator.http.identity.addresses import with_parameters
from simulator.http.identity.logins import Login, Logins
from simulator.http.identity.people import Directories, connected, scopes_of, with_id
from simulator.http.identity.refusals import NoWayOn
from simulator.simulation.district import District
from simulator.simulation.simulation import Simulation

Said = Mapping[str, str]

NOT_SHARED = "unauthorized-user"
"""What Clever says of somebody whom it does not let in to an application."""


@dataclass(frozen=True)
class Asks:
    """What an application asks for when it sends somebody to log in, at one moment of its simulation."""

    application: Hosted
    said: Said
    leads_to: str
    named: bool
    """Whether the application named that address itself."""
    logins: Logins
    simulation: Simulation

    @cached_property
    def districts(self) -> Sequence[District]:
        """Those in which one may log in: the one that is asked for, or all. Raises NoWayOn for one that is none."""
        every, wanted = connected(self.simulation), self.said.get("district_id")
        found = [district for district in every if wanted in (None, "", district.id)]
        if wanted and not found and "login_as" not in self.said:
            known = ", ".join(f"{district.plan.name} ({district.id})" for district in every) or "none"
            raise NoWayOn(
                "No district with that district_id has connected this application.", f"Known are: {known}."
            )
        return found

    def error(self, word: str) -> str:
        """Write the address that tells the application why nobody comes."""
        return with_parameters(self.leads_to, {"error": word, **self._state})

    def code(self, district: District, user: User, role: str) -> str:
        """Let somebody sign in; write the address that brings the application the code."""
        login = Login(
            district=district.id,
            user=user.id,
            role=role,
            at=self.simulation.now,
            leads_to=self.leads_to,
            named=self.named,
            openid="openid" in self.said.get("scope", "").split(),
            nonce=self.said.get("nonce", ""),
        )
        code = self.logins.begin(login)
        scope = " ".join(scopes_of(district))
        return with_parameters(self.leads_to, {"code": code, "scope": scope, **self._state})

    @property
    def _state(self) -> Said:
        return {"state": self.said["state"]} if "state" in self.said else {}


def from_application(host: Host, said: Said) -> Asks:
    """Read what an application asks for. Raises NoWayOn where nobody may be sent back to it."""
    hosted = _application(host, said)
    leads_to = said.get("redirect_uri")
    if leads_to is None:
        return _asks(hosted, said, _registered(hosted), named=False)
    if not hosted.settings.allows(leads_to):
        raise NoWayOn(
            "The redirect_uri is not registered for this application, and none of this machine.",
            f'PATCH /simulations/{hosted.id}/clever with {{"redirect_uris": ["https://…"]}} registers it.',
        )
    return _asks(hosted, said, leads_to, named=True)


def from_clever(host: Host, said: Said) -> Asks:
    """Read a log-in that begins at Clever: it goes to the registered address, and has no state. Raises NoWayOn."""
    hosted = _application(host, said)
    of_clever = {key: value for key, value in said.items() if key != "state"} | {"response_type": "code"}
    return _asks(hosted, of_clever, _registered(hosted), named=False)


def answer(asks: Asks, directories: Directories) -> str | None:
    """Write the address to go to at once; None when a person has to choose who they are."""
    if asks.said.get("response_type") != "code":
        return asks.error("unsupported_response_type" if asks.said.get("response_type") else "invalid_request")
    if "login_as" not in asks.said:
        return None
    for district in asks.districts:
        for user in _called(asks, district, directories):
            role = asks.said.get("role") or roles_of(user)[0]
            if role in roles_of(user):
                return asks.code(district, user, role)
    return asks.error(NOT_SHARED)


def _called(asks: Asks, district: District, directories: Directories) -> Iterator[User]:
    """Find those of a district who are called what login_as says."""
    word = asks.said["login_as"].strip()
    if found := with_id(district, word):
        yield found
    elif word:
        yield from directories.of(asks.application, district).with_email(word)


def _asks(hosted: Hosted, said: Said, leads_to: str, *, named: bool) -> Asks:
    logins = hosted.logins  # before the session: codes of a simulation that is reset meanwhile are not kept
    return Asks(hosted, said, leads_to, named, logins, hosted.simulation)


def _application(host: Host, said: Said) -> Hosted:
    hosted = host.application(said.get("client_id", ""))
    if hosted is None:
        raise NoWayOn(
            "The client_id belongs to no simulation of this server.",
            "GET /simulations shows the client_id of each.",
        )
    return hosted


def _registered(hosted: Hosted) -> str:
    if not hosted.settings.redirect_uris:
        raise NoWayOn(
            "This application has no registered redirect address, so a log-in cannot begin at Clever.",
            f'PATCH /simulations/{hosted.id}/clever with {{"redirect_uris": ["http://localhost:3000/callback"]}}.',
        )
    return hosted.settings.redirect_uris[0]
