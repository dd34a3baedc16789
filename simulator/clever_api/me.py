"""What Clever tells an application about the user who has just logged in: /me and /userinfo.

Both are cut from the user's own v3 body. Sources: clever_api.md, section 1.5: /me of v3 as recorded in a log-in,
/userinfo as documented. That v2.1 speaks of the role and its own id instead of a user is assumed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from simulator.clever_api.access import Grant
from simulator.clever_api.kinds import KIND_OF

Json = dict[str, Any]


def me(grant: Grant, body: Mapping[str, Any], version: str) -> Json:
    """Tell who has logged in.

    body: the user's own, as v3 writes it. version: as in the path, such as v3.0.
    """
    if version.startswith("v2"):
        kind, known_as = KIND_OF[grant.role], legacy_id(grant, body)
        told_type = role = kind.removesuffix("s")
    else:
        kind, known_as, told_type, role = "users", body["id"], "user", grant.role
    links = {
        "self": "/me",
        "canonical": f"/{version}/{kind}/{known_as}",
        "district": f"/{version}/districts/{grant.district}",
    }
    return {
        "type": told_type,
        "data": {"id": known_as, "district": grant.district, "type": role, "authorized_by": "district"},
        "links": [{"rel": relation, "uri": uri} for relation, uri in links.items()],
    }


def userinfo(grant: Grant, body: Mapping[str, Any]) -> Json:
    """Tell who has logged in as OpenID Connect does; body: the user's own, as v3 writes it.

    That the schools are the ids of those in the role is assumed: the documents show an empty list.
    """
    name = body["name"]
    return {
        "sub": body["id"],
        "user_id": legacy_id(grant, body),
        "multi_role_user_id": body["id"],
        "user_type": grant.role,
        "district_id": grant.district,
        "district": grant.district,
        "email": body.get("email", ""),
        "name": {part: name.get(part, "") for part in ("first", "last", "middle")},
        "schools": list(body["roles"][grant.role].get("schools", ())),
        "given_name": name.get("first", ""),
        "family_name": name.get("last", ""),
        "email_verified": False,
        "authorized_by": "district",
    }


def legacy_id(grant: Grant, body: Mapping[str, Any]) -> str:
    """Give the id that a user had before v3: a student's is the same, any other role carries its own."""
    known_as: str = body["roles"][grant.role].get("legacy_id", body["id"])
    return known_as
