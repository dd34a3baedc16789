"""The bodies of v2.1, where each role of a person is a record of its own, flat and under its legacy id.

Source: clever_api.md, section 1.3. They are cut from what v3 says of the same record.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from simulator.clever.records import Record
from simulator.clever_api.field import Sent
from simulator.clever_api.flat_fields import KINDS
from simulator.clever_api.kinds import OBJECTS, ROLE_OF
from simulator.clever_api.legacy import legacy_id
from simulator.clever_api.wire import Json, Wire
from simulator.roster import CleverId

_NAMES = {kind: frozenset(row.name for row in rows if row.sent is not Sent.NEVER) for kind, rows in KINDS.items()}


def flat_body(record: Record, kind: str, wire: Wire) -> Json:
    """Write a record as v2.1 has it in one of its lists.

    Raises KeyError for a person who is not in the role that the list shows.
    """
    said = wire.event_body(record, "v3.0")
    if kind in ROLE_OF:
        said = _flattened(said, ROLE_OF[kind])
    said = _OWN.get(kind, _unchanged)(said)
    return {name: value for name, value in said.items() if name in _NAMES[OBJECTS[kind]]}


def _flattened(said: Json, role: str) -> Json:
    """Put a person and one of their roles into one object."""
    return {**said, **said["roles"][role], "id": legacy_id(said["id"], role)}


def _section(said: Json) -> Json:
    teachers = [legacy_id(CleverId(one), "teacher") for one in said["teachers"]]
    primary = legacy_id(CleverId(said["teacher"]), "teacher") if said["teacher"] else ""
    return {**said, "teacher": primary, "teachers": teachers}


def _contact(said: Json) -> Json:
    """Write a contact, whose name is in one piece."""
    return {**said, "name": said["name"]["last"]}


def _unchanged(said: Json) -> Json:
    return said


_OWN: Mapping[str, Callable[[Json], Json]] = {"sections": _section, "contacts": _contact}
