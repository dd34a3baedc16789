"""What a user's token opens: the user, their schools and district, one at a time, and in v2.1 what they teach.

Source: clever_api.md, section 1.5; everything else is answered with the page of an address that there is not [R3].
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence, Set
from typing import Any

from simulator.clever_api.access import Grant
from simulator.clever_api.kinds import KIND_OF
from simulator.clever_api.me import legacy_id
from simulator.clever_api.roles import ROLES
from simulator.clock import Instant
from simulator.simulation.district import District


def still_opens(grant: Grant, district: District | None, now: Instant) -> bool:
    """Tell whether a user's token is good: not expired, and the user is shared and has the role still (assumed).

    It is not while the district has the application disconnected (assumed).
    """
    if district is None or grant.user is None or (grant.expires is not None and grant.expires <= now):
        return False
    user = district.clever.otus.user(grant.user) if district.clever.connection.connected else None
    return user is not None and any(ROLES[person.role] == grant.role for person in user.people)


def may_read(grant: Grant, segments: Sequence[str], body: Mapping[str, Any], taught: Collection[str] = ()) -> bool:
    """Tell whether a user's token opens a path.

    segments: the path in pieces, the version first. body: the user's own, as v3 writes it. taught: the ids of the
    sections that the user teaches; passport-clever reads them and their students from v2.1 with such a token [C].
    """
    match segments:
        case [_, "me"]:
            return True
        case [version, kind, one]:
            return one in _own(grant, kind, body, version)
        case ["v2.1", "teachers", one, "sections"]:
            return grant.role == "teacher" and one == legacy_id(grant, body)
        case ["v2.1", "sections", one, "students"]:
            return grant.role == "teacher" and one in taught
        case _:
            return False


def _own(grant: Grant, kind: str, body: Mapping[str, Any], version: str) -> Set[str]:
    """List the ids of a kind that are the user's own."""
    if kind == "districts":
        return {grant.district}
    if kind == "schools":
        return {school for role in body["roles"].values() for school in role.get("schools", ())}
    if version.startswith("v2"):
        return {legacy_id(grant, body)} if kind == KIND_OF[grant.role] else set()
    return {body["id"]} if kind == "users" else set()
