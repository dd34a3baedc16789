"""Clever's resources as a table: what each lists, how a record is found and written, and what it links to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from simulator.clever.records import CleverDistrict
from simulator.clever_api.access import Grant
from simulator.clever_api.paging import Query
from simulator.clever_api.refusals import CleverError
from simulator.clever_api.shelf import Shelf
from simulator.clever_api.wire import Json
from simulator.clock import Instant
from simulator.roster import CleverId
from simulator.simulation.district import District

VERSION = "v3.0"
USER_ROLES = ("contact", "district_admin", "staff", "student", "teacher")


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads, and what: a grant, its district at one instant, and the shelf of what it may read."""

    grant: Grant
    district: District
    shelf: Shelf
    now: Instant


@dataclass(frozen=True, slots=True)
class Resource:
    """One kind of record and how it is read."""

    name: str
    ids: Callable[[Reader, Query], Sequence[CleverId]]
    """Lists the ids that a query asks for, in ascending order. Raises CleverError."""
    body: Callable[[Reader, CleverId], Json | None]
    """Writes one record; None where there is none, or it is not shared."""
    relations: Callable[[Json], tuple[str, ...]]
    """Names what a single record links to."""
    keeps: bool = True
    """Whether a record stays the same as long as its shelf does, and may be encoded once."""


def _district_body(reader: Reader, asked: CleverId) -> Json | None:
    district = reader.district
    if str(asked) != district.id:
        return None
    return reader.shelf.wire.body(CleverDistrict(asked, district.clever.last_sync), VERSION)


def _school_body(reader: Reader, asked: CleverId) -> Json | None:
    found = reader.shelf.schools.get(asked)
    return reader.shelf.wire.body(found, VERSION) if found else None


def _section_body(reader: Reader, asked: CleverId) -> Json | None:
    found = reader.shelf.view.section(asked)
    return reader.shelf.wire.body(found, VERSION) if found else None


def _user_body(reader: Reader, asked: CleverId) -> Json | None:
    found = reader.shelf.people.get(asked)
    return reader.shelf.wire.body(found, VERSION) if found else None


def _course_body(reader: Reader, asked: CleverId) -> Json | None:
    found = reader.shelf.courses.get(asked)
    return reader.shelf.wire.body(found, VERSION) if found else None


def _term_body(reader: Reader, asked: CleverId) -> Json | None:
    found = reader.shelf.terms.get(asked)
    return reader.shelf.wire.body(found, VERSION) if found else None


def _users(reader: Reader, query: Query) -> Sequence[CleverId]:
    role = query.get("role")
    if role is None:
        return reader.shelf.users[""]
    if role not in USER_ROLES:
        raise CleverError(400, f"invalid role {role[:40]!r}: it must be one of {', '.join(USER_ROLES)}")
    return reader.shelf.users.get(role, [])


def _always(*relations: str) -> Callable[[Json], tuple[str, ...]]:
    return lambda body: relations


_OF_USER = {
    "student": ("district", "myContacts", "myTeachers", "schools"),
    "teacher": ("district", "myStudents", "schools"),
    "staff": ("district", "schools"),
    "district_admin": ("district",),
}


def _of_user(body: Json) -> tuple[str, ...]:
    return next(_OF_USER[role] for role in _OF_USER if role in body["roles"])


RESOURCES = {
    resource.name: resource
    for resource in (
        Resource(
            "districts",
            lambda reader, query: (CleverId(reader.district.id),),
            _district_body,
            _always("schools", "sections", "users", "terms", "courses"),
            keeps=False,
        ),
        Resource(
            "schools",
            lambda reader, query: reader.shelf.ids["schools"],
            _school_body,
            _always("district", "sections", "users", "terms", "courses"),
        ),
        Resource(
            "terms",
            lambda reader, query: reader.shelf.ids["terms"],
            _term_body,
            _always("district", "sections", "schools"),
        ),
        Resource(
            "courses",
            lambda reader, query: reader.shelf.ids["courses"],
            _course_body,
            _always("district", "sections", "schools"),
        ),
        Resource(
            "sections",
            lambda reader, query: reader.shelf.sections,
            _section_body,
            _always("district", "school", "term", "course", "users"),
        ),
        Resource("users", _users, _user_body, _of_user),
    )
}
"""By the first segment of their path."""
