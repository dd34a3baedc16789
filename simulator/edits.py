"""What changes in an SIS, one value an edit, and which records each edit touches.

An edit is what travels to Clever. It holds the record as it is after the edit, so that applying it needs
nothing else. Nothing here applies an edit: the SIS and Clever each fold them in their own way.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from simulator.roster import Enrollment, Person, PersonId, Role, SectionFacts, SectionId


class SisIdKey(NamedTuple):
    """An SIS id in a role: who takes it over may not overtake who gives it up."""

    role: Role
    sis_id: str


RecordKey = PersonId | SectionId | Enrollment | SisIdKey


class EditKind(StrEnum):
    """The kinds of edit that can be given a lag of their own, as sentences name them."""

    PEOPLE = "people"
    EMAILS = "emails"
    SECTIONS = "sections"
    ENROLLMENTS = "enrollments"


@dataclass(frozen=True, slots=True)
class PersonSet:
    """A person's record is added or changed; kind says whether only the email was."""

    person: Person
    kind: EditKind = EditKind.PEOPLE
    gives_up: str = ""
    """The SIS id that the record had before."""


@dataclass(frozen=True, slots=True)
class PersonRemoved:
    """A person's record is removed; here it is as it was."""

    person: Person
    kind: EditKind = EditKind.PEOPLE


@dataclass(frozen=True, slots=True)
class SectionSet:
    """A section's row is added or changed: its facts and its teachers, the primary first."""

    section: SectionId
    facts: SectionFacts
    teachers: tuple[PersonId, ...]
    kind: EditKind = EditKind.SECTIONS


@dataclass(frozen=True, slots=True)
class SectionRemoved:
    """A section's row is removed."""

    section: SectionId
    kind: EditKind = EditKind.SECTIONS


@dataclass(frozen=True, slots=True)
class Enrolled:
    """A student is enrolled in a section."""

    enrollment: Enrollment
    kind: EditKind = EditKind.ENROLLMENTS


@dataclass(frozen=True, slots=True)
class Dropped:
    """A student's enrollment in a section ends."""

    enrollment: Enrollment
    kind: EditKind = EditKind.ENROLLMENTS


Edit = PersonSet | PersonRemoved | SectionSet | SectionRemoved | Enrolled | Dropped


def made_by(edit: Edit) -> str:
    """Name the record that an edit sets or removes."""
    return str(changes(edit)[0])


def changes(edit: Edit) -> tuple[RecordKey, ...]:
    """Name what an edit changes; an enrollment is a record of its own, as in enrollments.csv."""
    match edit:
        case PersonSet(person, gives_up=former) if former:
            return (person.id, SisIdKey(person.role, person.sis_id), SisIdKey(person.role, former))
        case PersonSet(person) | PersonRemoved(person):
            return (person.id, SisIdKey(person.role, person.sis_id))
        case SectionSet(section) | SectionRemoved(section):
            return (section,)
        case Enrolled(enrollment) | Dropped(enrollment):
            return (enrollment,)


def refers_to(edit: Edit) -> tuple[RecordKey, ...]:
    """Name the other records that must be in Clever before the edit makes sense there (Q43)."""
    match edit:
        case SectionSet(teachers=teachers):
            return teachers
        case Enrolled(enrollment) | Dropped(enrollment):
            return (enrollment.student, enrollment.section)
        case _:
            return ()
