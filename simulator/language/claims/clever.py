"""What the district could see in the SIS and in Clever."""

from __future__ import annotations

from simulator.clever import section_page
from simulator.clever.records import CleverSection, User
from simulator.language.registry import Seen, claim
from simulator.language.slots import (
    AnEmail,
    APerson,
    ASection,
    AStudent,
    ATeacher,
    CoTeachers,
    SearchWords,
    Sections,
    Text,
)
from simulator.language.stage import Stage
from simulator.roster import CleverId, SectionId
from simulator.simulation.driver import Someone


@claim('"{student}" is in "{section}" in the SIS')
def is_enrolled(stage: Stage, student: AStudent, section: ASection) -> Seen:
    """The SIS has the enrollment."""
    return Seen(_is_enrolled(stage, student, section), f"the SIS does not list {student.name} there")


@claim('"{student}" is not in "{section}" in the SIS')
def is_not_enrolled(stage: Stage, student: AStudent, section: ASection) -> Seen:
    """The SIS does not have the enrollment."""
    return Seen(not _is_enrolled(stage, student, section), f"the SIS lists {student.name} there")


@claim('Clever has "{person}"')
def clever_has(stage: Stage, person: APerson) -> Seen:
    """Clever has a record of the person."""
    return Seen(_user(stage, person) is not None, f"Clever does not have {person.name}")


@claim('Clever does not have "{person}"')
def clever_does_not_have(stage: Stage, person: APerson) -> Seen:
    """Clever has no record of the person."""
    return Seen(_user(stage, person) is None, f"Clever has {person.name}")


@claim('Clever shows "{person}" to Otus')
def clever_shows(stage: Stage, person: APerson) -> Seen:
    """Otus may read the person's record, in the role that the record is for (C15 to C18)."""
    return Seen(_shows(stage, person), f"Otus may not read the record of {person.name}")


@claim('Clever does not show "{person}" to Otus')
def clever_does_not_show(stage: Stage, person: APerson) -> Seen:
    """Otus may not read the person's record, or not in the role that the record is for (C15 to C18)."""
    return Seen(not _shows(stage, person), f"Otus may read the record of {person.name}")


@claim('Clever has the section "{section}"')
def clever_has_section(stage: Stage, section: ASection) -> Seen:
    """The section is in Clever."""
    return Seen(stage.district.clever.section(section) is not None, "Clever does not have it")


@claim('Clever does not have the section "{section}"')
def clever_does_not_have_section(stage: Stage, section: ASection) -> Seen:
    """The section is not in Clever, not yet or no longer."""
    return Seen(stage.district.clever.section(section) is None, "Clever has it")


@claim('Clever has no section named "{name}"')
def clever_has_no_section_named(stage: Stage, name: Text) -> Seen:
    """No section in Clever has that name."""
    named = [one for one in stage.district.clever.fold.roster.sections.values() if one.facts.name == name]
    return Seen(not named, f"Clever has {len(named)} of that name")


@claim('"{student}" is in "{section}" in Clever')
def is_on_clevers_roster(stage: Stage, student: AStudent, section: ASection) -> Seen:
    """Clever's roster of the section has the student."""
    return Seen(_is_rostered(stage, student, section), f"Clever does not list {student.name} there")


@claim('"{student}" is not in "{section}" in Clever')
def is_not_on_clevers_roster(stage: Stage, student: AStudent, section: ASection) -> Seen:
    """Clever's roster of the section does not have the student."""
    return Seen(not _is_rostered(stage, student, section), f"Clever lists {student.name} there")


@claim('the primary teacher of "{section}" in Clever is "{teacher}"')
def primary_teacher_in_clever_is(stage: Stage, section: ASection, teacher: ATeacher) -> Seen:
    """The section has this primary teacher in Clever."""
    found = _section(stage, section)
    return _are_users(stage, (teacher,), (found.primary,) if found and found.primary else ())


@claim('the co-teachers of "{section}" in Clever are "{teachers}"')
def co_teachers_in_clever_are(stage: Stage, section: ASection, teachers: CoTeachers) -> Seen:
    """The section has these co-teachers in Clever, and no others."""
    found = _section(stage, section)
    return _are_users(stage, teachers, found.co_teachers if found else ())


@claim('"{section}" has no co-teachers in Clever')
def has_no_co_teachers_in_clever(stage: Stage, section: ASection) -> Seen:
    """The section has no co-teacher in Clever."""
    found = _section(stage, section)
    if found is None:
        return Seen(holds=False, otherwise="Clever does not have the section")
    return _are_users(stage, (), found.co_teachers)


@claim('the email of "{person}" in Clever is "{email}"')
def email_in_clever_is(stage: Stage, person: APerson, email: AnEmail) -> Seen:
    """Clever's record of the person has this email."""
    user = _user(stage, person)
    if user is None:
        return Seen(holds=False, otherwise=f"Clever does not have {person.name}")
    found = user.record_of(person.key).email
    return Seen(found == email, f"it is {found!r}")


@claim('a search for "{words}" in Clever finds "{sections}"')
def search_finds(stage: Stage, words: SearchWords, sections: Sections) -> Seen:
    """The search bar of the dashboard finds these sections and no others (S19)."""
    clever = stage.district.clever
    found = {section.id: section.facts.name for section in section_page.search(clever, words)}
    wanted = {clever.fold.section_of.get(section) for section in sections}
    return Seen(found.keys() == wanted, f"it finds {', '.join(found.values()) or 'none'}")


def _is_enrolled(stage: Stage, student: Someone, section: SectionId) -> bool:
    found = stage.district.sis.roster.sections.get(section)
    return found is not None and student.key in found.students


def _is_rostered(stage: Stage, student: Someone, section: SectionId) -> bool:
    found, user = _section(stage, section), _user(stage, student)
    return found is not None and user is not None and user.id in found.students


def _section(stage: Stage, section: SectionId) -> CleverSection | None:
    return stage.district.clever.section(section)


def _user(stage: Stage, person: Someone) -> User | None:
    return stage.district.clever.user(person.key)


def _shows(stage: Stage, person: Someone) -> bool:
    user = _user(stage, person)
    shown = user and stage.district.clever.otus.user(user.id)
    return shown is not None and person.key in {one.id for one in shown.people}


def _are_users(stage: Stage, people: tuple[Someone, ...], users: tuple[CleverId, ...]) -> Seen:
    wanted = {user.id if user else None for user in (_user(stage, person) for person in people)}
    there = [stage.district.clever.fold.roster.users[user].person.name for user in users]
    return Seen(wanted == set(users), f"they are {', '.join(there) or 'nobody'}")
