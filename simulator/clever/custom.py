"""Custom data: the sections, students, teachers and staff that a district makes in Clever itself.

They are in Clever after the custom-data lag (S44: up to 15 minutes) and behave like the SIS's from then on
(S49). Sources: S36 to S49, C23 to C27, Q02, Q14, Q15, Q28, Q29.
"""

from __future__ import annotations

from dataclasses import replace

from simulator.clever.clever import Clever, SectionForm
from simulator.clock import Instant
from simulator.edits import Edit, Enrolled, PersonRemoved, PersonSet, SectionRemoved, SectionSet
from simulator.errors import Refused
from simulator.roster import (
    Enrollment,
    Person,
    PersonId,
    Role,
    SchoolId,
    SectionFacts,
    SectionId,
    first_and_last,
    person_id,
    section_id,
)

CO_TEACHERS_MOST = 9
"""S40: up to nine co-teachers may be added to a custom section."""


def create_person(clever: Clever, role: Role, name: str, email: str, school: SchoolId, now: Instant) -> Person:
    """Create a custom student, teacher or member of staff; the SIS id follows from their number (S48)."""
    first, last = first_and_last(name)
    sis_id = f"custom-{len(clever.custom_people) + 1}"
    person = Person(person_id(role, sis_id), sis_id, role, first, last, email=email, schools=(school,))
    clever.custom_people[person.id] = person
    _expect(clever, now, PersonSet(person))
    return person


def start_section(clever: Clever, name: str, school: SchoolId) -> None:
    """Start the form for a custom section (S38, S39). Raises Refused when one of that name is open."""
    if name in clever.forms:
        raise Refused(f"the custom section {name!r}", "a form of that name is open", "Create that one first")
    clever.forms[name] = SectionForm(name, school)


def choose_primary(clever: Clever, name: str, teacher: PersonId) -> None:
    """Indicate the primary teacher (S41). Raises Refused for somebody who is chosen as co-teacher (Q15)."""
    form = _form(clever, name)
    if teacher in form.co_teachers:
        raise Refused(
            f"the primary teacher of the custom section {name!r}",
            "they are chosen as co-teacher",
            "One person has one place in a section",
        )
    clever.forms[name] = replace(form, primary=teacher)


def choose_co_teachers(clever: Clever, name: str, co_teachers: tuple[PersonId, ...]) -> None:
    """Choose the co-teachers, in place of any chosen before (S40). Raises Refused past nine, nothing saved."""
    form = _form(clever, name)
    asked = f"the co-teachers of the custom section {name!r}"
    if len(co_teachers) > CO_TEACHERS_MOST:
        raise Refused(asked, "at most nine may be added", "Choose nine or fewer")
    if len(dict.fromkeys(co_teachers)) != len(co_teachers) or form.primary in co_teachers:
        raise Refused(asked, "somebody is chosen twice", "One person has one place in a section")
    clever.forms[name] = replace(form, co_teachers=co_teachers)


def choose_students(clever: Clever, name: str, students: tuple[PersonId, ...]) -> None:
    """Add practice students to those added before (S42)."""
    form = _form(clever, name)
    clever.forms[name] = replace(form, students=tuple(dict.fromkeys((*form.students, *students))))


def create_section(clever: Clever, name: str, now: Instant) -> SectionId:
    """Create the section of a form (S43). Raises Refused, with the form left open, when something is missing."""
    form = _form(clever, name)
    _check_complete(clever, form)
    assert form.primary is not None, "a complete form has a primary teacher"
    sis_id = f"custom-{len(clever.custom_sections) + 1}"
    section = section_id(sis_id)
    facts = SectionFacts(sis_id, form.school, form.name)
    enrolled = [Enrolled(Enrollment(section, student)) for student in form.students]
    _expect(clever, now, SectionSet(section, facts, (form.primary, *form.co_teachers)), *enrolled)
    clever.custom_sections[section] = facts
    del clever.forms[name]
    return section


def delete(clever: Clever, of: PersonId | SectionId, now: Instant) -> None:
    """Delete a custom record; it leaves Clever after the same lag (Q02, C27)."""
    _expect(clever, now, _removal(clever, of, "the district deletes"))


def expire(clever: Clever, of: PersonId | SectionId, at: Instant) -> None:
    """Give a custom record an expiry: Clever deletes it by itself then (C23)."""
    clever.arrivals.expire(_removal(clever, of, "Clever lets expire"), at)


def _removal(clever: Clever, of: PersonId | SectionId, doing: str) -> PersonRemoved | SectionRemoved:
    if of in clever.custom_people:
        return PersonRemoved(clever.custom_people[PersonId(of)])
    if of in clever.custom_sections:
        return SectionRemoved(SectionId(of))
    raise Refused(f"{doing} {of!r}", "it is not custom data", "What the SIS sends is removed in the SIS")


def _expect(clever: Clever, now: Instant, *edits: Edit) -> None:
    clever.custom_acts += 1
    draws_as = f"{clever.fold.ids.district}/custom"
    at = now + clever.custom_lag.of_edit(clever.seed, draws_as, clever.custom_acts)
    for edit in edits:
        clever.arrivals.send_custom(edit, at)


def _form(clever: Clever, name: str) -> SectionForm:
    if name in clever.forms:
        return clever.forms[name]
    raise Refused(f"the custom section {name!r}", "no form of that name is open", "Start it first")


def _check_complete(clever: Clever, form: SectionForm) -> None:
    """Refuse a form that lacks something required, or names somebody whom Clever does not have (Q28)."""
    missing = [
        what
        for what, given in (
            ("a name", form.name.strip()),
            ("a primary teacher", form.primary),
            ("a student", form.students),
        )
        if not given
    ]
    asked = f"the district creates the custom section {form.name!r}"
    if missing:
        raise Refused(asked, f"it still needs {' and '.join(missing)}", "Fill that in first")
    assert form.primary is not None, "the primary teacher is not missing"
    for person in (form.primary, *form.co_teachers):
        _check_in_clever(clever, asked, person, Role.TEACHER)
    for person in form.students:
        _check_in_clever(clever, asked, person, Role.STUDENT)


def _check_in_clever(clever: Clever, asked: str, person: PersonId, role: Role) -> None:
    user = clever.user(person)
    if user is None:
        raise Refused(
            asked,
            "somebody on it is not in Clever yet",
            f"New records, such as {person!r}, take up to 15 minutes; then try again",
        )
    if user.person.role is not role:
        raise Refused(
            asked,
            f"{user.person.name} is chosen as {role} and has a {user.person.role}'s record",
            f"Choose a {role}",
        )
