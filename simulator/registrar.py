"""What the registrar does in the SIS: each verb checks the act and answers with the edits that it makes.

A verb changes nothing itself, so an act that is refused leaves no trace. Who leaves takes their places in
sections with them: the edits say so one by one, and each travels to Clever.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import count

from simulator.edits import (
    Dropped,
    Edit,
    EditKind,
    Enrolled,
    PersonRemoved,
    PersonSet,
    SectionRemoved,
    SectionSet,
)
from simulator.errors import Refused
from simulator.roster import (
    Enrollment,
    Person,
    PersonId,
    Role,
    SchoolId,
    Section,
    SectionFacts,
    SectionId,
    first_and_last,
    person_id,
    section_id,
    without,
)
from simulator.sis import Sis

Edits = tuple[Edit, ...]


def add_person(sis: Sis, role: Role, name: str, email: str, school: SchoolId) -> Edits:
    """Add a student, teacher, member of staff or district admin; the SIS gives them the next free id (S23)."""
    first, last = first_and_last(name)
    sis_id = _free_id(
        f"new-{role.value.replace(' ', '-')}",
        lambda free: sis.ever(person_id(role, free)) or sis.person_with(role, free),
    )
    return (PersonSet(Person(person_id(role, sis_id), sis_id, role, first, last, email=email, schools=(school,))),)


def take_back(sis: Sis, person: PersonId) -> Edits:
    """Put the record of somebody who left back into the SIS, without any section."""
    if person in sis.roster.people:
        raise Refused(
            f"the registrar takes {sis.roster.people[person].name} back",
            "the SIS has them already",
            "Nothing is left to do",
        )
    former = sis.left.get(person)
    if former is None:
        raise Refused(f"the registrar takes {person} back", "the SIS never had them", "Add them to the SIS")
    if sis.person_with(former.role, former.sis_id):
        raise Refused(
            f"the registrar takes {former.name} back",
            f"another {former.role} has the SIS id {former.sis_id!r} now",
            "Correct the SIS id of the other one first",
        )
    return (PersonSet(former),)


def change_name(sis: Sis, person: PersonId, first: str, last: str) -> Edits:
    """Correct the name of a person."""
    return (PersonSet(replace(_present(sis, person, "corrects the name"), first=first, last=last)),)


def change_email(sis: Sis, person: PersonId, email: str) -> Edits:
    """Correct the email of a person (S07, S08, S50)."""
    before = _present(sis, person, "changes the email")
    if before.email == email:
        raise Refused(
            f"the registrar changes the email of {before.name} to {email!r}",
            "it is that already",
            "Give another email",
        )
    return (PersonSet(replace(before, email=email), EditKind.EMAILS),)


def correct_sis_id(sis: Sis, person: PersonId, sis_id: str) -> Edits:
    """Correct the SIS id of a person; Clever will take them for somebody new (C33)."""
    before = _present(sis, person, "corrects the SIS id")
    if sis.person_with(before.role, sis_id):
        raise Refused(
            f"the registrar corrects the SIS id of {before.name} to {sis_id!r}",
            f"a {before.role} has that id",
            "Give an id that is free",
        )
    return (PersonSet(replace(before, sis_id=sis_id), gives_up=before.sis_id),)


def remove_person(sis: Sis, person: PersonId) -> Edits:
    """Remove a person, with every place they have in a section."""
    gone = _present(sis, person, "removes")
    edits: list[Edit] = []
    for section in sis.sections_of(person):
        if section.teachers[0] == person:
            raise Refused(
                f"the registrar removes {gone.name}",
                f"they are the primary teacher of {section.facts.name!r}",
                "Make somebody else its primary teacher first",
            )
        if person in section.teachers:
            edits.append(_teachers_set(section, without(section.teachers, person)))
        if person in section.students:
            edits.append(Dropped(Enrollment(section.id, person)))
    return (*edits, PersonRemoved(gone))


def add_section(sis: Sis, name: str, school: SchoolId, primary: PersonId) -> Edits:
    """Add a section with its primary teacher; the SIS gives it the next free id (O13)."""
    teacher = _in_role(sis, Role.TEACHER, primary, "adds a section for")
    sis_id = _free_id("new-section", lambda free: sis.section_ever(section_id(free)))
    return (SectionSet(section_id(sis_id), SectionFacts(sis_id, school, name), (teacher.id,)),)


def rename_section(sis: Sis, section: SectionId, name: str) -> Edits:
    """Change the name of a section."""
    before = _open(sis, section, "renames")
    return (SectionSet(section, replace(before.facts, name=name), before.teachers),)


def remove_section(sis: Sis, section: SectionId) -> Edits:
    """Remove a section with its enrollments."""
    gone = _open(sis, section, "removes")
    drops = [Dropped(Enrollment(section, student)) for student in gone.students]
    return (*drops, SectionRemoved(section))


def enroll(sis: Sis, section: SectionId, student: PersonId) -> Edits:
    """Enroll a student in a section (S09)."""
    joining = _in_role(sis, Role.STUDENT, student, "enrolls")
    joined = _open(sis, section, "enrolls a student in")
    if student in joined.students:
        raise Refused(
            f"the registrar enrolls {joining.name} in {joined.facts.name!r}",
            "the SIS has that enrollment already",
            "Drop it first, or name another student or section",
        )
    return (Enrolled(Enrollment(section, student)),)


def drop(sis: Sis, section: SectionId, student: PersonId) -> Edits:
    """End a student's enrollment in a section."""
    leaving, left = _present(sis, student, "drops"), _open(sis, section, "drops a student from")
    if student not in left.students:
        raise Refused(
            f"the registrar drops {leaving.name} from {left.facts.name!r}",
            "the SIS has no such enrollment",
            "Name a section that the student is enrolled in",
        )
    return (Dropped(Enrollment(section, student)),)


def set_primary_teacher(sis: Sis, section: SectionId, teacher: PersonId) -> Edits:
    """Give a section another primary teacher; the former one leaves it (O29, Q33)."""
    new = _in_role(sis, Role.TEACHER, teacher, "makes a primary teacher of")
    before = _open(sis, section, "changes")
    if before.teachers[0] == teacher:
        raise Refused(
            f"the registrar makes {new.name} primary teacher of {before.facts.name!r}",
            "they are that already",
            "Nothing is left to do",
        )
    co_teachers = without(before.teachers[1:], teacher)
    return (_teachers_set(before, (teacher, *co_teachers)),)


def add_co_teacher(sis: Sis, section: SectionId, teacher: PersonId) -> Edits:
    """Make a teacher co-teacher of a section (S15, S16)."""
    new = _in_role(sis, Role.TEACHER, teacher, "makes a co-teacher of")
    before = _open(sis, section, "changes")
    check_free_for_co_teacher(f"the registrar makes {new.name} co-teacher", before, teacher)
    return (_teachers_set(before, (*before.teachers, teacher)),)


def remove_co_teacher(sis: Sis, section: SectionId, teacher: PersonId) -> Edits:
    """End a teacher's place as co-teacher of a section (O24)."""
    gone, before = _present(sis, teacher, "removes a co-teacher,"), _open(sis, section, "changes")
    if teacher not in before.teachers[1:]:
        raise Refused(
            f"the registrar removes {gone.name} as co-teacher of {before.facts.name!r}",
            "the SIS does not list them as its co-teacher",
            "A co-teacher added in Clever is removed on the section's page in Clever",
        )
    return (_teachers_set(before, without(before.teachers, teacher)),)


def check_free_for_co_teacher(asked: str, section: Section, teacher: PersonId) -> None:
    """Refuse a co-teacher who is on the section already (Q14, Q15)."""
    if teacher not in section.teachers:
        return
    place = "primary teacher" if section.teachers[0] == teacher else "co-teacher"
    raise Refused(
        f"{asked} of {section.facts.name!r}",
        f"they are its {place} already",
        "One person has one place in a section",
    )


def _free_id(stem: str, taken: Callable[[str], object]) -> str:
    return next(free for number in count(1) if not taken(free := f"{stem}-{number}"))


def _teachers_set(section: Section, teachers: tuple[PersonId, ...]) -> SectionSet:
    return SectionSet(section.id, section.facts, teachers)


def _present(sis: Sis, person: PersonId, doing: str) -> Person:
    found = sis.roster.people.get(person)
    if found:
        return found
    former = sis.left.get(person)
    who, why = (former.name, "they have left the SIS") if former else (person, "the SIS has no such person")
    raise Refused(f"the registrar {doing} {who}", why, "Add them to the SIS first")


def _in_role(sis: Sis, role: Role, person: PersonId, doing: str) -> Person:
    found = _present(sis, person, doing)
    if found.role is role:
        return found
    raise Refused(
        f"the registrar {doing} {found.name}",
        f"the SIS has them as {found.role}, not as {role}",
        "Who is both has two records; name the other one",
    )


def _open(sis: Sis, section: SectionId, doing: str) -> Section:
    found = sis.roster.sections.get(section)
    if found:
        return found
    raise Refused(
        f"the registrar {doing} the section {section!r}",
        "the SIS has no such section",
        "Add it to the SIS first",
    )
