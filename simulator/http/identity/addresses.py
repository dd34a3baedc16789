"""Where a log-in may lead: which redirect addresses are sound, which are of this machine, what is added to them.

Strict on purpose: whoever reads an address otherwise than we do must find nothing in it to read otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote, urlencode, urlsplit

LONGEST = 2000
_SOUND = re.compile(
    r"https?://(?P<host>\[[0-9a-f:.]+\]|[a-z0-9.-]+)(?::[0-9]{1,5})?"
    r"(?:[/?][a-z0-9._~:/?\[\]@!$&'()*+,;=%-]*)?",
    re.IGNORECASE,
)
"""An absolute address without a user's name, a fragment, or anything that would have to be escaped."""
_THIS_MACHINE = ("127.0.0.1", "localhost", "[::1]")


def is_sound(address: str) -> bool:
    """Tell whether somebody could be sent to an address at all."""
    return len(address) <= LONGEST and _SOUND.fullmatch(address) is not None and _leads_to_a_port(address)


def is_of_this_machine(address: str) -> bool:
    """Tell whether an address leads to the machine of whoever follows it, on any port and path."""
    found = _SOUND.fullmatch(address)
    return found is not None and is_sound(address) and found["host"].lower() in _THIS_MACHINE


def _leads_to_a_port(address: str) -> bool:
    """Tell whether the port is one, and an address in brackets is one of IPv6."""
    try:
        return urlsplit(address).port != 0
    except ValueError:
        return False


def with_parameters(address: str, parameters: Mapping[str, str]) -> str:
    """Add parameters to a sound address, after those that it has."""
    joint = "" if address.endswith("?") else "&" if "?" in address else "?"
    return f"{address}{joint}{urlencode(parameters, quote_via=quote)}"
