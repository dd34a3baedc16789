"""The versions of Clever's Data API, served side by side: the paths of each, and how it finds and writes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from simulator.clever.records import Event, Record
from simulator.clever_api.flat import flat_body
from simulator.clever_api.kinds import KIND_OF, KINDS, ROLE_OF, roles_of
from simulator.clever_api.shelf import Shelf
from simulator.clever_api.table import RESOURCES, Resource
from simulator.clever_api.table_v2 import RESOURCES_V2, find_flat
from simulator.clever_api.wire import VERSIONS
from simulator.clock import Instant
from simulator.roster import CleverId

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Told:
    """An event as one version tells it: of which kind of record, and the record before and after."""

    id: str
    at: Instant
    kind: str
    told_of: str
    """What the type of the event and `record_type` call the kind."""
    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        """The record as it is now; one that is gone as it was."""
        record = self.after or self.before
        assert record is not None, "an event has a record before or after it"
        return record


@dataclass(frozen=True, slots=True)
class Edition:
    """One version: its resources, and the shape of its records."""

    name: str
    resources: Mapping[str, Resource]
    find: Callable[[Shelf, str, CleverId], Record | None]
    """Finds a record of a kind that may be read."""
    body: Callable[[Shelf, str, Record], Json]
    """Writes a record as one of a kind."""
    event_body: Callable[[Shelf, str, Record], Json]
    """Writes a record as it stands in an event of a kind."""
    told: Callable[[Event], Sequence[Told]]
    """Tells an event: as one, or as several where a version has a record for each role."""
    event_kinds: tuple[str, ...]
    """The values of `record_type`."""


def _find(shelf: Shelf, kind: str, asked: CleverId) -> Record | None:
    found = shelf.view.record(asked)
    return found if found is not None and KINDS[type(found)] == kind else None


def _told(event: Event) -> Sequence[Told]:
    kind = KINDS[type(event.record)]
    return (Told(event.id, event.at, kind, kind, event.before, event.after),)


def _v3(name: str) -> Edition:
    return Edition(
        name,
        RESOURCES,
        _find,
        lambda shelf, kind, record: shelf.wire.body(record, name),
        lambda shelf, kind, record: shelf.wire.event_body(record, name),
        _told,
        ("courses", "districts", "resources", "schools", "sections", "terms", "users"),
    )


def _find_flat_or_not(shelf: Shelf, kind: str, asked: CleverId) -> Record | None:
    return find_flat(shelf, kind, asked) if kind in ROLE_OF else _find(shelf, kind, asked)


def _by_role(record: Record | None) -> dict[str, Record]:
    return {} if record is None else dict.fromkeys(roles_of(record), record)


def _told_by_role(event: Event) -> Sequence[Told]:
    """Tell what happened to a person in each of their roles, under ids that follow one another (assumed)."""
    before, after = _by_role(event.before), _by_role(event.after)
    roles = dict.fromkeys((*after, *before))
    if not roles:
        return _told(event)
    number = int(event.id, 16)
    return [
        Told(f"{number + place:024x}", event.at, kind, _unbroken(kind), before.get(role), after.get(role))
        for place, (role, kind) in enumerate((role, KIND_OF[role]) for role in roles)
    ]


def _unbroken(kind: str) -> str:
    return kind.replace("_", "")


_V2 = Edition(
    "v2.1",
    RESOURCES_V2,
    _find_flat_or_not,
    lambda shelf, kind, record: flat_body(record, kind, shelf.wire),
    lambda shelf, kind, record: flat_body(record, kind, shelf.wire),
    _told_by_role,
    tuple(sorted(map(_unbroken, RESOURCES_V2))),
)

EDITIONS: Mapping[str, Edition] = {**{name: _v3(name) for name in VERSIONS}, "v2.1": _V2}
"""By the first segment of the path."""
