"""Under which name Clever speaks of each record, in paths and in events, and by which keys it is found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from simulator.clever.records import (
    CleverCourse,
    CleverDistrict,
    CleverSchool,
    CleverSection,
    CleverTerm,
    Contact,
    Record,
    User,
)
from simulator.clever_api.index import ALL, Keys
from simulator.clever_api.roles import ROLES, SchoolIds, schools_of

KINDS: Mapping[type[Record], str] = {
    CleverDistrict: "districts",
    CleverSchool: "schools",
    CleverTerm: "terms",
    CleverCourse: "courses",
    CleverSection: "sections",
    User: "users",
    Contact: "users",
}
CONTACT = "contact"
ROLE_OF: Mapping[str, str] = {
    "students": "student",
    "teachers": "teacher",
    "school_admins": "staff",
    "district_admins": "district_admin",
    "contacts": CONTACT,
}
"""The role of v3 whose people a kind of v2.1 holds; staff were school admins there."""
KIND_OF: Mapping[str, str] = {role: kind for kind, role in ROLE_OF.items()}
"""The kind of v2.1 that holds the people in a role of v3."""
OBJECTS: Mapping[str, str] = {
    "districts": "District",
    "schools": "School",
    "terms": "Term",
    "courses": "Course",
    "sections": "Section",
    "users": "User",
    "resources": "Resource",
    "events": "Event",
    "students": "Student",
    "teachers": "Teacher",
    "school_admins": "SchoolAdmin",
    "district_admins": "DistrictAdmin",
    "contacts": "Contact",
}
"""What the tables of fields call one of a kind, in whatever version has it."""
PRIMARY = "primary"


def roles_of(record: Record) -> tuple[str, ...]:
    """Name the roles of a person; nobody else has any."""
    match record:
        case User():
            return tuple(ROLES[person.role] for person in record.people)
        case Contact():
            return (CONTACT,)
        case _:
            return ()


def key_of(*words: str) -> str:
    """Join what a caller asks by into the key of an index."""
    return "/".join(words)


def keys_of(kind: str, school_ids: SchoolIds) -> Keys:
    """Make the function that names the keys under which the records of a kind stand."""

    def keys(record: Record) -> Iterable[str]:
        if KINDS[type(record)] != kind:
            return ()
        match record:
            case CleverSection():
                return _keys_of_section(record, school_ids)
            case User():
                return _keys_of_user(record, school_ids)
            case _:
                return (ALL, *roles_of(record))

    return keys


def _keys_of_section(section: CleverSection, school_ids: SchoolIds) -> Iterator[str]:
    yield ALL
    if section.facts.school in school_ids:
        yield key_of("schools", school_ids[section.facts.school])
    if section.course is not None:
        yield key_of("courses", section.course)
    if section.term is not None:
        yield key_of("terms", section.term)


def _keys_of_user(user: User, school_ids: SchoolIds) -> Iterator[str]:
    """A person stands under each role, under each school, and under each school in each role there."""
    found = dict.fromkeys((ALL, *roles_of(user)))
    for person in user.people:
        role, schools = ROLES[person.role], schools_of(person, school_ids)
        for place, school in enumerate(schools):
            primary = (PRIMARY,) if place == 0 else ()
            for as_what in ((), primary):
                found[key_of("schools", school, *as_what)] = None
                found[key_of("schools", school, *as_what, role)] = None
    yield from found
