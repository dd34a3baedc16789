"""What changes in an SIS, one value an edit, and which records each edit touches.

An edit is what travels to Clever. It holds the record as it is after the edit, so that applying it needs
nothing else. Nothing here applies an edit: the SIS and Clever each fold them in their own way.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from simulator.roster import Enrollment, Person, PersonId, SectionFacts, SectionId

RecordKey = PersonId | SectionId | Enrollment


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


@dataclass(frozen=True, slots=True)
class PersonRemoved:
    """A person's record is removed."""

    person: PersonId
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


def record_of(edit: Edit) -> RecordKey:
    """Name the record that an edit changes; an enrollment is a record of its own, as in enrollments.csv."""
    match edit:
        case PersonSet(person):
            return person.id
        case PersonRemoved(person_id):
            return person_id
        case SectionSet(section) | SectionRemoved(section):
            return section
        case Enrolled(enrollment) | Dropped(enrollment):
            return enrollment


def refers_to(edit: Edit) -> tuple[RecordKey, ...]:
    """Name the other records that must be in Clever before the edit makes sense there (Q43)."""
    match edit:
        case SectionSet(teachers=teachers):
            return teachers
        case Enrolled(enrollment) | Dropped(enrollment):
            return (enrollment.student, enrollment.section)
        case _:
            return ()
