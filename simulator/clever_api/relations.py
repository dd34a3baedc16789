"""Which records hang together: what a list by way of one record holds, and which single record one names.

Every function gives ids, ascending where there are several; records that are not shared are left out of lists.
Source: clever_api.md, section 1.1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from simulator.clever.records import CleverSection, Contact, Record, User
from simulator.clever_api.index import ALL
from simulator.clever_api.kinds import PRIMARY, key_of
from simulator.clever_api.roles import schools_of
from simulator.clever_api.shelf import Shelf
from simulator.roster import CleverId

Ids = Sequence[CleverId]


@dataclass(frozen=True, slots=True)
class Filters:
    """What a list of people or schools is narrowed to."""

    role: str | None = None
    primary: bool = False


Listed = Callable[[Shelf, Record, Filters], Ids]
"""Lists what belongs to a record; what belongs to the district is everything."""
Named = Callable[[Shelf, Record], CleverId | None]


def itself(shelf: Shelf, district: Record, filters: Filters) -> Ids:
    """List the district alone: a token opens one."""
    return (district.id,)


def nothing(shelf: Shelf, record: Record, filters: Filters) -> Ids:
    """List what hangs on a resource, of which there is none."""
    return ()


def everything(kind: str) -> Listed:
    """List all records of a kind, or all of one role."""
    return lambda shelf, district, filters: shelf.ids(kind, filters.role or ALL)


def sections_by(kind: str) -> Listed:
    """List the sections of a school, a course or a term."""
    return lambda shelf, record, filters: shelf.ids("sections", key_of(kind, record.id))


def of_sections(kind: str, named: Callable[[Shelf, CleverSection], CleverId | None]) -> Listed:
    """List what the sections of a school, a course or a term name, such as their courses or their schools."""
    by = sections_by(kind)

    def listed(shelf: Shelf, record: Record, filters: Filters) -> Ids:
        sections = map(shelf.view.section, by(shelf, record, filters))
        found = (named(shelf, section) for section in sections if section)
        return shelf.shown(one for one in found if one is not None)

    return listed


def users_of_school(shelf: Shelf, school: Record, filters: Filters) -> Ids:
    """List everybody of a school, or those of one role there, or those whose first school it is."""
    primary = (PRIMARY,) if filters.primary else ()
    role = (filters.role,) if filters.role else ()
    return shelf.ids("users", key_of("schools", school.id, *primary, *role))


def users_of_section(shelf: Shelf, section: Record, filters: Filters) -> Ids:
    """List the teachers and students of a section."""
    assert isinstance(section, CleverSection)
    of_role = {"teacher": section.teachers, "student": section.students}
    return shelf.shown(of_role.get(filters.role or "", tuple(section.members)))


def sections_of_user(shelf: Shelf, user: Record, filters: Filters) -> Ids:
    """List the sections that somebody teaches or attends."""
    return sorted(shelf.view.sections_of(user.id))


def schools_of_user(shelf: Shelf, user: Record, filters: Filters) -> Ids:
    """List the schools of a person in all their roles, or the first one of each."""
    if not isinstance(user, User):
        return ()
    schools = [schools_of(person, shelf.wire.school_ids) for person in user.people]
    return shelf.shown(one for found in schools for one in (found[:1] if filters.primary else found))


def students_of_user(shelf: Shelf, user: Record, filters: Filters) -> Ids:
    """List the students whom a teacher teaches, or whose contact somebody is."""
    if isinstance(user, Contact):
        return shelf.shown(one.student for one in user.relationships)
    taught = (section for section in _sections(shelf, user) if user.id in section.teachers)
    return shelf.shown(one for section in taught for one in section.students)


def teachers_of_user(shelf: Shelf, user: Record, filters: Filters) -> Ids:
    """List the teachers of a student."""
    attended = (section for section in _sections(shelf, user) if user.id in section.students)
    return shelf.shown(one for section in attended for one in section.teachers)


def contacts_of_user(shelf: Shelf, user: Record, filters: Filters) -> Ids:
    """List the contacts of a student."""
    return sorted(shelf.view.contacts_of(user.id))


def district(shelf: Shelf, record: Record) -> CleverId:
    """Name the district, to which every record belongs."""
    return shelf.wire.district


def school_of_section(shelf: Shelf, section: Record) -> CleverId | None:
    """Name the school of a section."""
    assert isinstance(section, CleverSection)
    return shelf.wire.school_ids.get(section.facts.school)


def course_of_section(shelf: Shelf, section: Record) -> CleverId | None:
    """Name the course of a section."""
    assert isinstance(section, CleverSection)
    return section.course


def term_of_section(shelf: Shelf, section: Record) -> CleverId | None:
    """Name the term of a section."""
    assert isinstance(section, CleverSection)
    return section.term


def _sections(shelf: Shelf, user: Record) -> Iterator[CleverSection]:
    found = map(shelf.view.section, shelf.view.sections_of(user.id))
    return (section for section in found if section)
