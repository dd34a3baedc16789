"""What the pages of a log-in show: the districts, then the people of one, each with the link that signs them in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote, urlencode

from simulator.clever.records import User
from simulator.clever_api.kinds import roles_of
from simulator.http.identity.authorize import Asks
from simulator.http.identity.people import PAGE, Directories
from simulator.simulation.district import District

Shown = Mapping[str, Any]


def choices(asks: Asks, directories: Directories) -> tuple[str, Shown]:
    """Name the page on which somebody says who they are, or first where they are, and give what it shows."""
    if len(asks.districts) == 1:
        return "identity/people.html", _people(asks, asks.districts[0], directories)
    links = [(district.plan.name, _link(asks, district_id=district.id)) for district in asks.districts]
    return "identity/districts.html", {"districts": links}


def _people(asks: Asks, district: District, directories: Directories) -> Shown:
    words = asks.said.get("q", "")
    found = directories.of(asks.application, district).matching(words)
    last = max(1, -(-len(found) // PAGE))
    number = min(_number(asks.said.get("page", "")), last)
    pages = {"previous": number - 1, "next": number + 1}
    return {
        "district": district.plan.name,
        "words": words,
        "kept": {key: value for key, value in asks.said.items() if key not in ("q", "page")},
        "count": len(found),
        "number": number,
        "last": last,
        "links": {way: _link(asks, page=str(page)) for way, page in pages.items() if 1 <= page <= last},
        "people": [
            {"name": user.person.name, "email": user.person.email, "roles": list(_roles(asks, district, user))}
            for user in found[(number - 1) * PAGE : number * PAGE]
        ],
    }


def _roles(asks: Asks, district: District, user: User) -> Iterator[tuple[str, str]]:
    """Give each role of somebody with the link that signs them in with it."""
    for role in roles_of(user):
        who = {"district_id": district.id, "login_as": user.id, "role": role}
        yield role.replace("_", " "), _link(asks, **who)


def _link(asks: Asks, **changed: str) -> str:
    """Write a link to the same page, with some parameters otherwise."""
    return "?" + urlencode({**asks.said, **changed}, quote_via=quote)


def _number(said: str) -> int:
    return max(1, int(said)) if said.isascii() and said.isdigit() and len(said) < 10 else 1
