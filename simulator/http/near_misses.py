"""Why Clever refused a request, in plain words, as far as the simulation knows more than the answer says.

Worked out when the log is read, from what was noted then and what the feed of the district's view tells.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from simulator.clever.records import Event
from simulator.clever_api.access import READING, Asked
from simulator.clever_api.editions import EDITIONS, Edition
from simulator.clever_api.events import KEPT_FOR
from simulator.clever_api.kinds import KINDS, ROLE_OF
from simulator.clever_api.legacy import user_of
from simulator.clever_api.paging import LIMIT_MOST
from simulator.clock import Instant, local
from simulator.errors import suggestion
from simulator.http.request_log import TokenKind, Visit
from simulator.roster import CleverId, DistrictId
from simulator.simulation.district import District
from simulator.simulation.simulation import Simulation

_OF_TOKENS: Mapping[str, str] = {
    TokenKind.NONE: "the request has no Authorization header",
    TokenKind.NO_BEARER: 'the Authorization header does not read "Bearer TOKEN"',
    TokenKind.UNKNOWN: "no simulation of this server has this token",
    TokenKind.FORMER: "the token was good once: it expired, was renewed or cut off, or its user is shared no more",
    TokenKind.DISTRICT: "the token's district is no longer in this simulation",
    TokenKind.USER: "the token was good once: its user is not shared any more",
}
_ID = re.compile("[0-9a-f]{24}")


class NearMisses:
    """Explains the refusals of one simulation as it is now."""

    def __init__(self, simulation: Simulation | None) -> None:
        """simulation: None for requests that belong to none."""
        self._simulation = simulation
        self._histories: dict[DistrictId, _History] = {}

    def of(self, visit: Visit) -> str | None:
        """Explain one request; None where nothing more is known than its answer says, or all was well."""
        match visit.status:
            case status if status >= 400 and visit.path.lower().startswith("/oauth"):
                return _said(visit.body)
            case 401 if visit.token in _OF_TOKENS:
                return _OF_TOKENS[visit.token]
            case 404:
                return self._not_found(visit)
            case 413:
                return f"limit is at most {LIMIT_MOST}"
            case 429:
                return (
                    "the token has made all its requests of this minute; x-ratelimit-reset tells when it may again"
                )
            case status if status >= 400:
                return _said(visit.body)
            case _:
                return None

    def _not_found(self, visit: Visit) -> str | None:
        version, *segments = Asked(visit.method, visit.path).segments or [""]
        if visit.body.startswith(b"<"):
            return _no_address(visit, version, segments)
        history = self._history(visit.district)
        if history is None or visit.at is None or len(segments) < 2:
            return None
        kind, asked = segments[0], CleverId(segments[1])
        if not _ID.fullmatch(asked):
            return "this is no id of Clever's, which has 24 hexadecimal digits; an SIS id leads nowhere here"
        if kind == "events":
            return f"no event has this id; events are kept for {KEPT_FOR.days} days"
        relation = segments[2] if len(segments) > 2 else ""
        for record in _perhaps_meant(kind, asked):
            of_kind = "users" if kind in ROLE_OF else kind
            told = history.of(of_kind, record, visit.at, relation) or self._elsewhere(record, visit.district)
            if told is not None:
                return told
        return None

    def _elsewhere(self, record: CleverId, own: DistrictId | None) -> str | None:
        """Look whether another district of the simulation has a record."""
        for district in self._simulation.districts.values() if self._simulation else ():
            if district.id != own and district.clever.otus.roster.record(record) is not None:
                return "the token belongs to another district of this simulation than the record"
        return None

    def _history(self, district: DistrictId | None) -> _History | None:
        found = self._simulation.districts.get(district) if self._simulation and district else None
        return None if found is None else self._histories.setdefault(found.id, _History(found))


class _History:
    """What became of the records of one district."""

    def __init__(self, district: District) -> None:
        self._district = district

    def of(self, kind: str, record: CleverId, at: Instant, relation: str) -> str | None:
        """Say what was amiss with a record at a moment."""
        events = self._told.get(record, ())
        before = [event for event in events if event.at <= at]
        after = [event for event in events if event.at > at]
        now = self._district.clever.otus.roster.record(record)
        if before and before[-1].after is None:
            since = self._wall(before[-1].at)
            return (
                f"the district has not shared this record since {since}"
                if now
                else f"this id existed until {since}"
            )
        known = next((one for event in events for one in (event.before, event.after) if one), None) or now
        if known is None:
            return None
        if (is_of := KINDS[type(known)]) != kind:
            return f"this id is {_a(is_of)}, not {_a(kind)}"
        if after and after[0].before is None:
            return f"this id has been there since {self._wall(after[0].at)}, which was after the request"
        if not events and self._district.clever.otus.record(record) is None:
            return "the record is there, but the district does not share it"
        return f"the record names no {relation}" if relation else None

    @cached_property
    def _told(self) -> Mapping[CleverId, Sequence[Event]]:
        """The events of the view's feed by record."""
        told: dict[CleverId, list[Event]] = {}
        for event in self._district.clever.otus.feed:
            told.setdefault(event.record.id, []).append(event)
        return told

    def _wall(self, at: Instant) -> str:
        """Show a moment on the district's clock, such as Tuesday 17 November 15:00."""
        wall = local(at, self._district.zone)
        return f"{wall:%A} {wall.day} {wall:%B %H:%M}"


def _perhaps_meant(kind: str, asked: CleverId) -> Iterator[CleverId]:
    """Give the records that somebody may have asked for: a person of v2.1 by the id before v3, or by that of v3."""
    if kind in ROLE_OF and (user := user_of(asked, ROLE_OF[kind])) is not None:
        yield user
    yield asked


def _no_address(visit: Visit, version: str, segments: Sequence[str]) -> str | None:
    """Say what is wrong with an address that Clever does not have."""
    if visit.method not in READING:
        return f"Clever only lets its records be read: GET, not {visit.method[:20]}"
    if version == "userinfo":
        return "the token is a district's; /userinfo tells of who has logged in"
    if visit.token == TokenKind.USER:
        return "the token is a user's: it opens /me, and the user's own record, schools and district"
    edition = EDITIONS.get(version)
    if edition is None:
        return f"there is no version {version[:20]}; there are {', '.join(sorted(EDITIONS))}"
    return _no_such_path(edition, [*segments, ""])


def _no_such_path(edition: Edition, segments: Sequence[str]) -> str | None:
    """Say which paths of a version are near one that it does not have."""
    first, *rest = segments
    resource = edition.resources.get(first)
    if resource is not None:
        relation, known = rest[1] if len(rest) > 2 else "", list(resource.relations)
        return suggestion(relation, known, f"a record of {first} has {', '.join(known)}") if relation else None
    if first == "me":
        return "the token is a district's; /me tells of who has logged in"
    if first == "users":
        return f"{edition.name} lists people by kind: {', '.join(sorted(ROLE_OF))}"
    if first in ROLE_OF:
        return f"{edition.name} has no /{first}; ask for /users?role={ROLE_OF[first]}"
    known = ["events", *edition.resources]
    return suggestion(first, known, f"{edition.name} has {', '.join(known)}")


def _said(body: bytes) -> str | None:
    """Repeat what the answer itself says is wrong."""
    try:
        told = json.loads(body)
    except ValueError:
        return None
    said = told.get("message") or told.get("error_description") if isinstance(told, dict) else None
    return said if isinstance(said, str) else None


def _a(kind: str) -> str:
    one = kind.removesuffix("s")
    return f"{'an' if one[:1] in 'aeio' else 'a'} {one}"
