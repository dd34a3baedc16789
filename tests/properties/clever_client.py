"""A client of Clever's API as a partner would write it: it follows links and knows nothing of what answers them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from simulator.clever_api.access import Asked, Grant
from simulator.clever_api.desk import Reader, reply
from simulator.clever_api.shelf import Shelves
from tests.properties.world import World

KINDS = ("districts", "schools", "terms", "courses", "sections", "users")

Json = dict[str, Any]


class Client:
    """Somebody with the token of the small district, who asks again and again while the world goes on."""

    def __init__(self, world: World, version: str) -> None:
        self.world = world
        self.version = version
        self._shelves = Shelves()

    def get(self, uri: str) -> Json:
        path, _, query = uri.partition("?")
        district = self.world.district
        reader = Reader(Grant(district.id), district, self._shelves.of(self, district), self.world.now)
        answer = reply(Asked("GET", path, query), reader)
        assert answer.status == 200, f"{uri}: {answer.status} {answer.body!r}"
        found: Json = json.loads(answer.body)
        return found

    def walk(self, uri: str, rel: str = "next") -> Iterator[Json]:
        """Follow links page by page."""
        while uri:
            page = self.get(uri)
            yield page
            uri = next((link["uri"] for link in page["links"] if link["rel"] == rel), "")

    def everything(self) -> dict[str, Json]:
        """Read every record of the district, by address."""
        pages = (page for kind in KINDS for page in self.walk(f"/{self.version}/{kind}?limit=3"))
        return {one["uri"]: one["data"] for page in pages for one in page["data"]}


class Follower:
    """Somebody who reads everything once, and from then on only the events, as Clever recommends."""

    def __init__(self, client: Client) -> None:
        self.client = client
        last = client.get(f"/{client.version}/events?ending_before=last&limit=1")["data"]
        self.bookmark = last[-1]["data"]["id"] if last else ""
        self.held = {uri: as_in_events(body) for uri, body in client.everything().items()}

    def follow(self) -> list[str]:
        """Take in the events since the last time; their ids."""
        cursor = f"&starting_after={self.bookmark}" if self.bookmark else ""
        pages = list(self.client.walk(f"/{self.client.version}/events?limit=2{cursor}"))
        events = [one["data"] for page in pages for one in page["data"]]
        for event in events:
            kind, _, what = event["type"].partition(".")
            uri = f"/{self.client.version}/{kind}/{event['data']['object']['id']}"
            if what == "deleted":
                self.held.pop(uri, None)
            else:
                self.held[uri] = as_in_events(event["data"]["object"])
            self.bookmark = event["id"]
        return [event["id"] for event in events]


def as_in_events(body: Json) -> Json:
    """Leave out what recorded events have and reads have not, and the other way round (clever_api.md, 1.6).

    And what a scope of its own opens and closes, for no event tells of that; and when adults were last modified,
    for a role of theirs that is not shared may have been (both assumed).
    """
    if "roles" not in body:
        return body
    roles = {name: dict(role) for name, role in body["roles"].items()}
    for name in ("email", "ell_status", "iep_status"):
        roles.get("student", {}).pop(name, None)
    for leftover in ("relationship", "type", "students"):
        roles.get("contact", {}).pop(leftover, None)
    told = body | {"roles": roles}
    return told if roles.keys() & {"student", "contact"} else told | {"last_modified": ""}
