"""Clever's Data API v2.1 as a table: people are flat there, a kind of record for each role, under ids of their own.

Source: clever_api.md, section 1.3 [S]. Links of single records were never recorded: they name the paths below.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from simulator.clever.records import CleverSection, Record, User
from simulator.clever_api.field import Evidence
from simulator.clever_api.kinds import ROLE_OF, roles_of
from simulator.clever_api.legacy import legacy_id, user_of
from simulator.clever_api.relations import (
    Filters,
    Ids,
    Listed,
    contacts_of_user,
    course_of_section,
    district,
    everything,
    itself,
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
from simulator.clever_api.roles import ROLES, schools_of
from simulator.clever_api.shelf import Shelf
from simulator.clever_api.table import Many, One, Resource
from simulator.roster import CleverId


def find_flat(shelf: Shelf, kind: str, asked: CleverId) -> Record | None:
    """Find the person whose record of a kind has an id of v2.1."""
    role = ROLE_OF[kind]
    user = user_of(asked, role)
    found = None if user is None else shelf.view.record(user)
    return found if found is not None and role in roles_of(found) else None


def _people(kind: str, listed: Listed | None = None) -> Many:
    """List the people of a kind among those whom v3 lists; by themselves, all of them."""
    role = ROLE_OF[kind]
    if listed is not None:
        return Many(kind, lambda shelf, record, filters: _flat(role, listed, shelf, record))
    whole = everything("users")
    return Many(kind, lambda shelf, record, _: shelf.once(kind, lambda: _flat(role, whole, shelf, record)))


def _flat(role: str, listed: Listed, shelf: Shelf, record: Record) -> Ids:
    return sorted(legacy_id(one, role) for one in listed(shelf, record, Filters(role)))


def _school_of_person(role: str) -> Callable[[Shelf, Record], CleverId | None]:
    def named(shelf: Shelf, user: Record) -> CleverId | None:
        assert isinstance(user, User)
        in_role = next(person for person in user.people if ROLES[person.role] == role)
        return next(iter(schools_of(in_role, shelf.wire.school_ids)), None)

    return named


def _primary_teacher(shelf: Shelf, section: Record) -> CleverId | None:
    assert isinstance(section, CleverSection)
    return None if section.primary is None else legacy_id(section.primary, "teacher")


def _resource(all_of: Many, *, paged: bool = True, **relations: Many | One) -> Resource:
    links = tuple(relations)
    return Resource(all_of, lambda record: links, relations, paged=paged, links_evidence=Evidence.ASSUMED)


_DISTRICT = One("districts", district)
_SECTIONS = Many("sections", sections_of_user)

RESOURCES_V2: Mapping[str, Resource] = {
    "districts": _resource(Many("districts", itself), paged=False),
    "schools": _resource(
        Many("schools", everything("schools")),
        district=_DISTRICT,
        sections=Many("sections", sections_by("schools")),
        students=_people("students", users_of_school),
        teachers=_people("teachers", users_of_school),
    ),
    "courses": _resource(
        Many("courses", everything("courses")),
        district=_DISTRICT,
        sections=Many("sections", sections_by("courses")),
    ),
    "terms": _resource(
        Many("terms", everything("terms")),
        district=_DISTRICT,
        sections=Many("sections", sections_by("terms")),
    ),
    "sections": _resource(
        Many("sections", everything("sections")),
        course=One("courses", course_of_section),
        district=_DISTRICT,
        school=One("schools", school_of_section),
        students=_people("students", users_of_section),
        teacher=One("teachers", _primary_teacher),
        teachers=_people("teachers", users_of_section),
        term=One("terms", term_of_section),
    ),
    "students": _resource(
        _people("students"),
        contacts=_people("contacts", contacts_of_user),
        district=_DISTRICT,
        school=One("schools", _school_of_person("student")),
        schools=Many("schools", schools_of_user),
        sections=_SECTIONS,
        teachers=_people("teachers", teachers_of_user),
    ),
    "teachers": _resource(
        _people("teachers"),
        district=_DISTRICT,
        school=One("schools", _school_of_person("teacher")),
        schools=Many("schools", schools_of_user),
        sections=_SECTIONS,
        students=_people("students", students_of_user),
    ),
    "contacts": _resource(
        _people("contacts"),
        district=_DISTRICT,
        students=_people("students", students_of_user),
    ),
    "school_admins": _resource(
        _people("school_admins"),
        district=_DISTRICT,
        schools=Many("schools", schools_of_user),
    ),
    "district_admins": _resource(_people("district_admins"), district=_DISTRICT),
}
"""By the first segment of the path."""
