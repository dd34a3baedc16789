"""In which order a view's feed tells of one batch, and the ids of its events.

Recorded: the district, schools, then users; created before updated; students, teachers, contacts. Where nothing was
recorded the order is ours (assumed): terms and courses before the users, the sections that name them all after
them, and what is deleted at the end, the other way round, so that no record ever names one that is not there yet
or no longer. Source: clever_api.md, section 1.6.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from simulator.chance import digest
from simulator.clever.ids import second_of
from simulator.clever.records import (
    CleverCourse,
    CleverDistrict,
    CleverSchool,
    CleverSection,
    CleverTerm,
    Contact,
    Event,
    Record,
    User,
)
from simulator.roster import CleverId, Role

_KINDS: dict[type[Record], int] = {
    CleverDistrict: 0,
    CleverSchool: 1,
    CleverTerm: 2,
    CleverCourse: 3,
    User: 4,
    Contact: 4,
    CleverSection: 5,
}
_ROLES = (Role.STUDENT, Role.TEACHER, Role.STAFF, Role.DISTRICT_ADMIN)
"""Who is of several roles is told of under the first that their user has: a teacher, whatever else they are."""


def in_order(batch: Iterable[Event]) -> list[Event]:
    """Put the events of one batch into the order in which the feed tells them."""
    return sorted(batch, key=_place)


def event_id(event: Event, district: CleverId, view: str, number: int) -> str:
    """Make the id of an event: 24 hex digits that begin with its second and end with its number in the view.

    number: how many events the view's feed has told with this one; so ids ascend along the feed. Three ids after
    each are nobody's, for v2.1 tells what happened to a person once for each role.
    """
    return f"{second_of(event.at)}{_mark(district, view)}{4 * number:06x}"


@lru_cache(maxsize=1024)
def _mark(district: CleverId, view: str) -> str:
    return digest(district, view, size=5)


def _place(event: Event) -> tuple[int, int, int, int]:
    record = event.record
    kind, role = _KINDS[type(record)], _role(record)
    if event.after is None:
        return (1, -kind, 0, -role)
    return (0, kind, 0 if event.before is None else 1, role)


def _role(record: Record) -> int:
    if isinstance(record, User):
        return _ROLES.index(record.person.role)
    return len(_ROLES) if isinstance(record, Contact) else 0
