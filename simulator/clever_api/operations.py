"""Every path of every version with what it can be asked for, read off the tables that answer it.

The description in OpenAPI and the coverage page are made of this list.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from simulator.clever_api.editions import EDITIONS, Edition
from simulator.clever_api.field import Evidence
from simulator.clever_api.table import Many, NoResources, One, Resource

PAGED = ("limit", "starting_after", "ending_before")
EVENTS = "events"
NO_RESOURCES = "no resources"


@dataclass(frozen=True, slots=True)
class Operation:
    """One path that can be read."""

    version: str
    path: str
    kind: str
    """The kind of record that it answers with; `no resources` for the shape of its own that these lists have."""
    many: bool
    parameters: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    evidence: Evidence = Evidence.S

    @property
    def by_id(self) -> bool:
        """Whether a record is named in the path."""
        return "{id}" in self.path


def operations() -> Iterator[Operation]:
    """List every path of every version."""
    for edition in EDITIONS.values():
        for name, resource in edition.resources.items():
            yield from _of_resource(edition, name, resource)
        events = Operation(edition.name, f"/{edition.name}/events", EVENTS, many=True, evidence=Evidence.R3)
        yield replace(events, parameters=(*PAGED, "school", "record_type"))
        yield replace(events, path=f"{events.path}/{{id}}", many=False)


def _of_resource(edition: Edition, name: str, resource: Resource) -> Iterator[Operation]:
    path = f"/{edition.name}/{name}"
    counted = ("count",) if resource.count else ()
    for one in _of_relation(edition.name, path, resource.all):
        paged = one.parameters if resource.paged else ()
        yield replace(one, parameters=(*paged, *counted))
    yield Operation(edition.name, f"{path}/{{id}}", name, many=False, evidence=resource.links_evidence)
    for relation, listed in resource.relations.items():
        yield from _of_relation(edition.name, f"{path}/{{id}}/{relation}", listed)


def _of_relation(version: str, path: str, relation: Many | One | NoResources) -> Iterator[Operation]:
    match relation:
        case NoResources(evidence):
            yield Operation(version, path, NO_RESOURCES, many=True, parameters=PAGED, evidence=evidence)
        case One(kind=kind, evidence=evidence):
            yield Operation(version, path, kind, many=False, evidence=evidence)
        case Many(kind=kind, evidence=evidence, roles=roles, primary=primary):
            narrowed = (*(("role",) if roles else ()), *(("primary",) if primary else ()))
            yield Operation(
                version, path, kind, many=True, parameters=(*PAGED, *narrowed), roles=roles, evidence=evidence
            )
