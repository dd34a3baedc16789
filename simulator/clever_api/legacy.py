"""The ids that people had before v3, and still have in v2.1: each follows from the other, without a register.

Source: clever_api.md, section 1.3: students keep their id, everybody else has another one in each of their roles.
How Clever made the old ids is not known. Assumed here: they lie a fixed way before the new ones, another way for
each role, so that they are older, as those recorded are, and stand in the same order.
"""

from __future__ import annotations

import re
from functools import cache

from simulator.chance import digest
from simulator.roster import CleverId

DIGITS = 24
_ID = re.compile(f"[0-9a-f]{{{DIGITS}}}")


def legacy_id(user: CleverId, role: str) -> CleverId:
    """Give the id that a user has in v2.1 for one of their roles, which is spelled as in v3."""
    return CleverId(f"{int(user, 16) - _way(role):0{DIGITS}x}")


def user_of(legacy: str, role: str) -> CleverId | None:
    """Find who has an id of v2.1 in a role, whether there is such a user or not; None for what is no id."""
    if not _ID.fullmatch(legacy):
        return None
    user = f"{int(legacy, 16) + _way(role):0{DIGITS}x}"
    return CleverId(user) if len(user) == DIGITS else None


@cache
def _way(role: str) -> int:
    return 0 if role == "student" else int(digest("legacy", role), 16)
