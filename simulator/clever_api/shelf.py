"""What one application may read of one district, in order of Clever id, and encoded once.

A shelf belongs to one point of the view's feed; as long as nothing more changed, every page is cut from the same
lists. It only arranges what the view shows.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from threading import Lock
from typing import TypeVar
from weakref import WeakKeyDictionary

from simulator.clever.records import CleverCourse, CleverSchool, CleverSection, CleverTerm, Event, User
from simulator.clever.sharing import SharedView
from simulator.clever_api.roles import ROLES
from simulator.clever_api.wire import Wire
from simulator.roster import CleverId, DistrictId, Role, same_email
from simulator.simulation.district import District

REMEMBERED_MOST = 20_000
"""How many encoded records a shelf keeps: some 20 MB."""

Ids = list[CleverId]
Thing = TypeVar("Thing")


@dataclass
class Shelf:
    """The records of one view at one point of its feed."""

    view: SharedView
    wire: Wire
    length: int
    newest: Event | None
    encoded: dict[str, bytes] = field(default_factory=dict)
    """Records that were read before, by their address."""

    @classmethod
    def of(cls, district: District) -> Shelf:
        """Arrange what Otus may read of a district."""
        view = district.clever.otus
        newest = view.feed[-1] if view.feed else None
        return cls(view, Wire.of(district), len(view.feed), newest)

    def is_of(self, district: District) -> bool:
        """Tell whether a district's view is at the same point; copies of a simulation share their events."""
        feed = district.clever.otus.feed
        newest = feed[-1] if feed else None
        return len(feed) == self.length and newest is self.newest

    @cached_property
    def schools(self) -> Mapping[CleverId, CleverSchool]:
        """The schools by id, ascending."""
        return _by_id((school.id, school) for school in self.view.schools())

    @cached_property
    def sections(self) -> Ids:
        """The sections' ids, ascending."""
        return sorted(section.id for section in self.view.sections())

    @cached_property
    def people(self) -> Mapping[CleverId, User]:
        """The people by the id of their first role, each with the records of all their roles."""
        return {records[0].id: self._user(records) for records in _merged(self.view.users())}

    @cached_property
    def users(self) -> Mapping[str, Ids]:
        """The users' ids, ascending: all of them under "", and those in each role under the role's name."""
        found: dict[str, Ids] = {"": sorted(self.people), **{role: [] for role in ROLES.values()}}
        for user in found[""]:
            for record in self.people[user].people:
                found[ROLES[record.role]].append(user)
        return found

    @cached_property
    def courses(self) -> Mapping[CleverId, CleverCourse]:
        """The courses of the sections, by id, ascending."""
        found = (section.course for section in self._in_order())
        return _by_id((one, self.view.roster.courses[one]) for one in found if one)

    @cached_property
    def terms(self) -> Mapping[CleverId, CleverTerm]:
        """The terms of the sections, by id, ascending."""
        found = (section.term for section in self._in_order())
        return _by_id((one, self.view.roster.terms[one]) for one in found if one)

    @cached_property
    def ids(self) -> Mapping[str, Ids]:
        """The ids of the lists that nobody filters, by the name of the list."""
        return {"schools": list(self.schools), "courses": list(self.courses), "terms": list(self.terms)}

    def remember(self, uri: str, encoded: bytes) -> None:
        """Keep an encoded record under its address, as far as there is room."""
        if len(self.encoded) >= REMEMBERED_MOST:
            self.encoded.clear()
        self.encoded[uri] = encoded

    def _user(self, records: tuple[User, ...]) -> User:
        first, *others = records
        changes = [one.modified for one in records if one.modified]
        more = (*first.others, *(one.person for one in others))
        return replace(first, others=more, modified=max(changes, default=None))

    def _in_order(self) -> Iterable[CleverSection]:
        found = map(self.view.section, self.sections)
        return (section for section in found if section)


class Shelves:
    """The latest shelf of each district of each simulation."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._latest: WeakKeyDictionary[object, dict[DistrictId, Shelf]] = WeakKeyDictionary()

    def of(self, owner: object, district: District) -> Shelf:
        """Find the shelf of a district of a simulation as it is at a reader's moment, or arrange it.

        owner: whatever holds the simulation; its shelves go when it goes.
        """
        with self._lock:
            latest = self._latest.setdefault(owner, {})
            found = latest.get(district.id)
        if found is None or not found.is_of(district):
            found = Shelf.of(district)
            with self._lock:
                latest[district.id] = found
        return found


def encode(body: object) -> bytes:
    """Write JSON as compactly as Clever does."""
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()


def _by_id(found: Iterable[tuple[CleverId, Thing]]) -> dict[CleverId, Thing]:
    first: dict[CleverId, Thing] = {}
    for key, thing in found:
        first.setdefault(key, thing)
    return dict(sorted(first.items(), key=lambda entry: entry[0]))


def _merged(users: Iterable[User]) -> Iterable[tuple[User, ...]]:
    """Join the teacher, staff and district-admin records of one email; students stay by themselves.

    A second record of the same email and role stays by itself too, for one user has each role once.
    """
    of_email: dict[str, list[User]] = {}
    for user in users:
        if user.person.role is Role.STUDENT or not user.person.email:
            yield (user,)
        else:
            of_email.setdefault(same_email(user.person.email), []).append(user)
    for records in of_email.values():
        yield from _joined(records)


def _joined(records: list[User]) -> Iterable[tuple[User, ...]]:
    first: dict[Role, User] = {}
    for record in records:
        if first.setdefault(record.person.role, record) is not record:
            yield (record,)
    yield tuple(first[role] for role in ROLES if role in first)
