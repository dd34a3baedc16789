"""What the maker of an application sets at Clever; each key is read and shown in one place.

These settings are the application's, no part of the world and its journal; a reset goes back to those of the
beginning.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from simulator.http import asked
from simulator.http.identity.addresses import LONGEST, is_of_this_machine, is_sound

ADDRESSES_MOST = 100


@dataclass(frozen=True, slots=True)
class CleverSettings:
    """The settings of one simulation's application."""

    redirect_uris: tuple[str, ...] = ()
    """Where log-ins may lead; those that begin at Clever lead to the first."""
    any_loopback: bool = True
    """Whether log-ins may also lead to any address of the machine on which the browser runs."""
    oidc: bool = False
    """Whether every log-in yields an id_token, not only one that asks for the scope openid."""
    rate_limit: int | None = None
    """How many requests a bearer token may make in a minute of real time; Clever's is 1200, None is no limit."""

    def allows(self, address: str) -> bool:
        """Tell whether a log-in may lead to an address; Clever compares letter by letter (assumed)."""
        return address in self.redirect_uris or (self.any_loopback and is_of_this_machine(address))


def _addresses(key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or len(value) > ADDRESSES_MOST:
        raise asked.wrong(key, value, f"a list of {ADDRESSES_MOST} addresses at most is needed", "Send a JSON list")
    for address in value:
        if not isinstance(address, str) or not is_sound(address):
            why = f"it is no http or https address of at most {LONGEST} ASCII characters without user or fragment"
            raise asked.wrong(key, address, why, "Send one like https://app.example/callback")
    return tuple(value)


CLEVER_SETTINGS: asked.Shape = {
    "redirect_uris": _addresses,
    "any_loopback": asked.yes_or_no,
    "oidc": asked.yes_or_no,
    "rate_limit": asked.some_or_none,
}
"""How each setting is read."""


def settings_json(settings: CleverSettings) -> Mapping[str, Any]:
    """Show settings as they are sent."""
    shown = {key: getattr(settings, key) for key in CLEVER_SETTINGS}
    return shown | {"redirect_uris": list(settings.redirect_uris)}
