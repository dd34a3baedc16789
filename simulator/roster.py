"""The nouns of a roster as the SIS has them: schools, people, terms, courses, sections, enrollments.

Frozen records and their ids. Nothing here changes, reads a clock or knows Clever or Otus.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType, TypeVar

from simulator.errors import Refused

DistrictId = NewType("DistrictId", str)
SchoolId = NewType("SchoolId", str)
PersonId = NewType("PersonId", str)
"""A person's key in the district for good, such as "student:1001"; it outlives a corrected SIS id."""
SectionId = NewType("SectionId", str)

CleverId = NewType("CleverId", str)
"""Clever's id of a record: 24 hex digits, which only Clever makes and Otus only quotes."""

Id = TypeVar("Id", bound=str)

Facts = tuple[tuple[str, str], ...]
"""What a row says beyond what any rule reads: (column, value) pairs that travel to Clever untouched."""


class Role(StrEnum):
    """What a record of a person makes of them; who works in two roles has two records."""

    STUDENT = "student"
    TEACHER = "teacher"
    STAFF = "staff"
    DISTRICT_ADMIN = "district admin"


@dataclass(frozen=True, slots=True)
class School:
    """A school of the district."""

    id: SchoolId
    sis_id: str
    name: str
    more: Facts = ()


@dataclass(frozen=True, slots=True)
class Person:
    """One record of a person in one role."""

    id: PersonId
    sis_id: str
    role: Role
    first: str
    last: str
    middle: str = ""
    email: str = ""
    schools: tuple[SchoolId, ...] = ()
    grade: str = ""
    more: Facts = ()

    @property
    def name(self) -> str:
        """The full name as people say it: first and last."""
        return f"{self.first} {self.last}"


@dataclass(frozen=True, slots=True)
class Course:
    """What is taught, as named on the section's row."""

    name: str
    number: str


@dataclass(frozen=True, slots=True)
class Term:
    """When it is taught, as named on the section's row."""

    name: str
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class SectionFacts:
    """What a section is, apart from who is in it."""

    sis_id: str
    school: SchoolId
    name: str
    period: str = ""
    course: Course | None = None
    term: Term | None = None
    more: Facts = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A section with its people; teachers has the primary teacher first, then the co-teachers."""

    id: SectionId
    facts: SectionFacts
    teachers: tuple[PersonId, ...]
    students: tuple[PersonId, ...] = ()


@dataclass(frozen=True, slots=True)
class Enrollment:
    """One student's place in one section."""

    section: SectionId
    student: PersonId


def person_id(role: Role, sis_id: str) -> PersonId:
    """Make the key under which a person is known from the first day on."""
    return PersonId(f"{role.value.replace(' ', '-')}:{sis_id}")


def section_id(sis_id: str) -> SectionId:
    """Make the key under which a section is known, in the SIS or from custom data."""
    return SectionId(f"section:{sis_id}")


def school_id(sis_id: str) -> SchoolId:
    """Make the key under which a school is known."""
    return SchoolId(f"school:{sis_id}")


def first_and_last(name: str) -> tuple[str, str]:
    """Split a full name. Raises Refused when it has not two parts."""
    first, _, last = name.strip().rpartition(" ")
    if first and last:
        return first, last
    raise Refused(f"the name {name!r}", "a record needs a first and a last name", "Give both")


def without(ids: Iterable[Id], gone: Id) -> tuple[Id, ...]:
    """Copy a list of ids without one of them."""
    return tuple(one for one in ids if one != gone)


def same_email(email: str) -> str:
    """Reduce an email to what it is compared by: trimmed, in lower case (Q10)."""
    return email.strip().lower()
