"""The ids that people had before v3, and still have in v2.1: each can be told from the other without a register.

Source: clever_api.md, section 1.3: students keep their id, everybody else has another one in each of their roles.
How Clever made the old ids is not known; here a fixed pattern of each role turns one into the other (assumed).
"""

from __future__ import annotations

import re
from functools import cache

from simulator.chance import digest
from simulator.roster import CleverId

_ID = re.compile("[0-9a-f]{24}")
_SECOND = 8
"""How many digits of an id tell the second; they stay as they are."""


def legacy_id(user: CleverId, role: str) -> CleverId:
    """Give the id that a user had in a role, or for such an id the user's, as it works both ways."""
    if role == "student":
        return user
    return CleverId(f"{user[:_SECOND]}{int(user[_SECOND:], 16) ^ _pattern(role):016x}")


def user_of(legacy: str, role: str) -> CleverId | None:
    """Find the id of the user who had an old one in a role, whether there is such a user or not; None for no id."""
    return legacy_id(CleverId(legacy), role) if _ID.fullmatch(legacy) else None


@cache
def _pattern(role: str) -> int:
    return int(digest("legacy", role), 16)
