"""Clever's Data API v3.0 and v3.1 as a table: its resources, how they hang together, what a list can be asked for.

Both versions have the same paths; their bodies differ by fields. Source: clever_api.md, section 1.1.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from simulator.clever.records import CleverSection, Contact, Record, User
from simulator.clever_api.field import Evidence
from simulator.clever_api.kinds import CONTACT
from simulator.clever_api.relations import (
    Listed,
    Named,
    contacts_of_user,
    course_of_section,
    district,
    everything,
    itself,
    nothing,
    of_sections,
    school_of_section,
    schools_of_user,
    sections_by,
    sections_of_user,
    students_of_user,
    teachers_of_user,
    term_of_section,
    users_of_school,
    users_of_section,
)
from simulator.roster import Role


@dataclass(frozen=True, slots=True)
class Many:
    """A list of records of one kind."""

    kind: str
    ids: Listed
    roles: tuple[str, ...] = ()
    """The values of `role` that it can be narrowed to."""
    primary: bool = False
    """Whether it takes `primary`."""
    evidence: Evidence = Evidence.S


@dataclass(frozen=True, slots=True)
class One:
    """A single record that another names."""

    kind: str
    id: Named
    evidence: Evidence = Evidence.S


@dataclass(frozen=True, slots=True)
class NoResources:
    """The list of a district that has no digital resources, which was recorded in a shape of its own."""

    evidence: Evidence = Evidence.R3


@dataclass(frozen=True, slots=True)
class Resource:
    """One kind of record: the list of all of them, the links of a single one, and what hangs on it."""

    all: Many | NoResources
    links: Callable[[Record], tuple[str, ...]] = lambda record: ()
    relations: Mapping[str, Many | One | NoResources] = field(default_factory=dict)
    """By the last segment of the path, in lower case."""
    count: bool = True
    """Whether the list of all can be counted instead."""
    paged: bool = True
    """Whether the list of all comes in pages."""
    links_evidence: Evidence = Evidence.R3


def _always(*links: str) -> Callable[[Record], tuple[str, ...]]:
    return lambda record: links


_OF_PEOPLE = {
    Role.STUDENT: ("district", "sections", "myContacts", "myTeachers", "schools"),
    Role.TEACHER: ("district", "sections", "myStudents", "schools"),
    Role.STAFF: ("district", "schools"),
    Role.DISTRICT_ADMIN: ("district",),
}
"""Links of a person by their first role; those of staff, district admins and contacts were never recorded."""


def _links_of_user(record: Record) -> tuple[str, ...]:
    if isinstance(record, Contact):
        return ("district", "myStudents")
    assert isinstance(record, User)
    return _OF_PEOPLE[record.person.role]


def _links_of_section(record: Record) -> tuple[str, ...]:
    """Links of a section; none to a term or a course that it has not (assumed: all recorded ones had both)."""
    assert isinstance(record, CleverSection)
    found = {"district": True, "school": True, "term": record.term, "course": record.course, "users": True}
    return tuple(link for link, there in found.items() if there)


PEOPLE = (CONTACT, "district_admin", "staff", "student", "teacher")
R3 = Evidence.R3
_DISTRICT = One("districts", district)

RESOURCES: Mapping[str, Resource] = {
    "districts": Resource(Many("districts", itself, evidence=R3), paged=False, links_evidence=Evidence.ASSUMED),
    "schools": Resource(
        Many("schools", everything("schools"), evidence=R3),
        _always("district", "sections", "users", "terms", "courses"),
        {
            "district": _DISTRICT,
            "courses": Many("courses", of_sections("schools", course_of_section)),
            "sections": Many("sections", sections_by("schools")),
            "terms": Many("terms", of_sections("schools", term_of_section)),
            "users": Many("users", users_of_school, ("staff", "student", "teacher"), primary=True),
        },
    ),
    "courses": Resource(
        Many("courses", everything("courses"), evidence=R3),
        _always("district", "sections", "schools"),
        {
            "district": _DISTRICT,
            "resources": NoResources(),
            "schools": Many("schools", of_sections("courses", school_of_section)),
            "sections": Many("sections", sections_by("courses")),
        },
    ),
    "terms": Resource(
        Many("terms", everything("terms"), evidence=R3),
        _always("district", "sections", "schools"),
        {
            "district": _DISTRICT,
            "schools": Many("schools", of_sections("terms", school_of_section)),
            "sections": Many("sections", sections_by("terms")),
        },
    ),
    "sections": Resource(
        Many("sections", everything("sections"), evidence=R3),
        _links_of_section,
        {
            "course": One("courses", course_of_section),
            "district": One("districts", district, R3),
            "resources": NoResources(),
            "school": One("schools", school_of_section),
            "term": One("terms", term_of_section),
            "users": Many("users", users_of_section, ("student", "teacher"), evidence=R3),
        },
    ),
    "users": Resource(
        Many("users", everything("users"), PEOPLE, evidence=R3),
        _links_of_user,
        {
            "district": _DISTRICT,
            "mycontacts": Many("users", contacts_of_user, evidence=R3),
            "mystudents": Many("users", students_of_user),
            "myteachers": Many("users", teachers_of_user),
            "resources": NoResources(),
            "schools": Many("schools", schools_of_user, primary=True),
            "sections": Many("sections", sections_of_user),
        },
    ),
    "resources": Resource(
        NoResources(),
        relations={
            "courses": Many("courses", nothing),
            "sections": Many("sections", nothing),
            "users": Many("users", nothing, ("student", "teacher")),
        },
        count=False,
        links_evidence=Evidence.S,
    ),
}
"""By the first segment of the path."""
