"""The records that Clever holds, under Clever's own ids, and the events that tell how they changed.

Frozen values. A record wraps what the SIS sent (or the district typed) and adds the Clever id.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from simulator.clock import Instant
from simulator.roster import CleverId, Course, Person, PersonId, School, SchoolId, SectionFacts, Term, without


class Source(StrEnum):
    """Where a record in Clever comes from."""

    SIS = "SIS"
    CUSTOM = "custom data"


@dataclass(frozen=True, slots=True)
class CleverDistrict:
    """The district itself; each sync from the SIS moves its last_sync, and so is a change of its record."""

    id: CleverId
    last_sync: Instant


@dataclass(frozen=True, slots=True)
class CleverSchool:
    """A school in Clever."""

    id: CleverId
    school: School
    modified: Instant | None = field(default=None, compare=False)
    """When the record last changed; None for one that is as it was first seen."""


@dataclass(frozen=True, slots=True)
class CleverTerm:
    """A term, made of what the rows of its sections say."""

    id: CleverId
    term: Term


@dataclass(frozen=True, slots=True)
class CleverCourse:
    """A course, made of what the rows of its sections say."""

    id: CleverId
    course: Course


@dataclass(frozen=True, slots=True)
class User:
    """A person in Clever who is no contact: a student, or somebody who works in one role or several."""

    id: CleverId
    person: Person
    """Their record in the first of their roles: teacher, staff, district admin; the id is that record's."""
    source: Source = Source.SIS
    others: tuple[Person, ...] = ()
    """Their records in further roles, which have the same email (C41)."""
    modified: Instant | None = field(default=None, compare=False)

    @property
    def people(self) -> tuple[Person, ...]:
        """Their records in all their roles."""
        return (self.person, *self.others)

    @property
    def schools(self) -> tuple[SchoolId, ...]:
        """The schools of all their records, each once."""
        return tuple(dict.fromkeys(school for one in self.people for school in one.schools))

    def record_of(self, person: PersonId) -> Person:
        """Give the record among theirs that is somebody's by key; the first one where that is none of theirs."""
        return next((one for one in self.people if one.id == person), self.person)


@dataclass(frozen=True, slots=True)
class Relationship:
    """What a contact is to one student."""

    student: CleverId
    relationship: str
    type: str


@dataclass(frozen=True, slots=True)
class Contact:
    """A student's contact, made of what the rows of the students say; a user of their own on the wire."""

    id: CleverId
    name: str
    email: str
    phone: str
    phone_type: str
    sis_id: str
    relationships: tuple[Relationship, ...]
    modified: Instant | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class CleverSection:
    """A section in Clever; it has no primary teacher once that record has left Clever."""

    id: CleverId
    facts: SectionFacts
    primary: CleverId | None
    co_teachers: tuple[CleverId, ...]
    students: tuple[CleverId, ...]
    source: Source = Source.SIS
    course: CleverId | None = None
    term: CleverId | None = None
    modified: Instant | None = field(default=None, compare=False)

    @property
    def teachers(self) -> tuple[CleverId, ...]:
        """The primary teacher, who is no co-teacher (Q12), and the co-teachers."""
        return self.co_teachers if self.primary is None else (self.primary, *self.co_teachers)

    @property
    def members(self) -> dict[CleverId, None]:
        """Everybody in the section, each once, in an order that is the same in every run."""
        return dict.fromkeys((*self.teachers, *self.students))

    def without(self, user: CleverId) -> CleverSection:
        """Take somebody out, whatever they are in it."""
        return replace(
            self,
            primary=None if self.primary == user else self.primary,
            co_teachers=without(self.co_teachers, user),
            students=without(self.students, user),
        )

    def with_in_place_of(self, before: CleverId, now: CleverId) -> CleverSection:
        """Let one user take the place of another."""
        return replace(
            self,
            primary=now if self.primary == before else self.primary,
            co_teachers=swapped(self.co_teachers, before, now),
            students=swapped(self.students, before, now),
        )


Record = CleverDistrict | CleverSchool | CleverTerm | CleverCourse | User | Contact | CleverSection


@dataclass(frozen=True, slots=True)
class Event:
    """How one record changed at one instant: None before means created, None after means deleted."""

    at: Instant
    before: Record | None
    after: Record | None
    id: str = field(default="", compare=False)
    """Clever's id of the event: the second, and a counter that never goes back in one view."""

    @property
    def record(self) -> Record:
        """The record as it is after the event; one that is gone as it was."""
        record = self.after or self.before
        assert record is not None, "an event has a record before or after it"
        return record


def swapped(ids: Iterable[CleverId], before: CleverId, now: CleverId) -> tuple[CleverId, ...]:
    """Copy a list of ids with one in place of another."""
    return tuple(now if one == before else one for one in ids)
