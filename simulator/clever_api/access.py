"""What a bearer token opens, and what somebody with one asks of Clever.

A district's token (Secure Sync) reads what the district shares; a user's token (a log-in) reads its own user,
schools and district, and in v2.1 what a teacher teaches. Sources: clever_api.md, sections 1.5 and 5.5.
"""

from __future__ import annotations

from dataclasses import dataclass

from simulator.clock import Instant
from simulator.roster import CleverId, DistrictId

READING = ("GET", "HEAD")
"""The methods that Clever answers; its records are only read."""


@dataclass(frozen=True, slots=True)
class Grant:
    """What a bearer token opens: a district, or one user of it as whom somebody has logged in."""

    district: DistrictId
    user: CleverId | None = None
    role: str = ""
    """The role in which the user logged in, as Clever spells it: student, teacher, staff, district_admin."""
    expires: Instant | None = None
    """From when on it opens nothing, by the simulation's clock; None for a district's token, which lives on."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as far as Clever looks at it."""

    method: str
    path: str
    query: str = ""
    authorization: str = ""

    @property
    def segments(self) -> list[str]:
        """The path in pieces; Clever takes them in any case, with several slashes for one, and with one at the end.

        That slashes are merged shows in passport-clever, which sends two and works.
        """
        return [segment.lower() for segment in self.path.split("/") if segment]

    @property
    def own_path(self) -> str:
        """The path as it was sent, with several slashes merged."""
        return "/" + "/".join(segment for segment in self.path.split("/") if segment)
