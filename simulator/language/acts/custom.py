"""Custom data that the district makes in Clever: Support Tools, Custom Data (S36 to S49)."""

from __future__ import annotations

from simulator.clever import custom
from simulator.errors import Refused
from simulator.language.registry import act
from simulator.language.slots import (
    AFullName,
    AnEmail,
    APerson,
    ASchool,
    ASection,
    ATeacher,
    CoTeachers,
    Days,
    Students,
    Text,
)
from simulator.language.stage import Stage
from simulator.roster import Role, SchoolId


@act('the district starts the custom section "{name}" at "{school}" in Clever')
def start_custom_section(stage: Stage, name: Text, school: ASchool) -> None:
    """The form for a custom section is opened, with its name and school (S38, S39)."""
    custom.start_section(stage.district.clever, name, school)


@act('the district fills in the custom section "{name}", taught by "{teacher}", with "{students}"')
def fill_in_custom_section(stage: Stage, name: Text, teacher: ATeacher, students: Students) -> None:
    """The form for a custom section is filled in, at the teacher's school, and not created yet (S39 to S42)."""
    schools = stage.cast.person(teacher.key).schools
    if not schools:
        raise Refused(f"the custom section {name!r}", f"{teacher.name} is at no school", "Choose another teacher")
    custom.start_section(stage.district.clever, name, schools[0])
    custom.choose_primary(stage.district.clever, name, teacher.key)
    custom.choose_students(stage.district.clever, name, tuple(student.key for student in students))


@act(
    'the district chooses "{teacher}" as primary teacher of the custom section "{name}"',
    attempt='the district tries to choose "{teacher}" as primary teacher of the custom section "{name}"',
)
def choose_primary_teacher(stage: Stage, teacher: ATeacher, name: Text) -> None:
    """The primary teacher is indicated on the form (S41)."""
    custom.choose_primary(stage.district.clever, name, teacher.key)


@act(
    'the district chooses "{teachers}" as co-teachers of the custom section "{name}"',
    attempt='the district tries to choose "{teachers}" as co-teachers of the custom section "{name}"',
)
def choose_co_teachers(stage: Stage, teachers: CoTeachers, name: Text) -> None:
    """Up to nine co-teachers are chosen on the form (S40)."""
    custom.choose_co_teachers(stage.district.clever, name, tuple(teacher.key for teacher in teachers))


@act('the district adds "{students}" to the custom section "{name}"')
def choose_students(stage: Stage, students: Students, name: Text) -> None:
    """The practice students are added on the form (S42)."""
    custom.choose_students(stage.district.clever, name, tuple(student.key for student in students))


@act(
    'the district creates the custom section "{name}" in Clever',
    attempt='the district tries to create the custom section "{name}" in Clever',
)
def create_custom_section(stage: Stage, name: Text) -> str:
    """The form is reviewed and the section created (S43, S44)."""
    made = custom.create_section(stage.district.clever, name, stage.now)
    stage.district.names.add_section(name, made)
    return made


@act('the district creates the custom student "{name}" with the email "{email}" at "{school}" in Clever')
def create_custom_student(stage: Stage, name: AFullName, email: AnEmail, school: ASchool) -> str:
    """A student is made in Clever (S46 to S48)."""
    return _create(stage, Role.STUDENT, name, email, school)


@act('the district creates the custom teacher "{name}" with the email "{email}" at "{school}" in Clever')
def create_custom_teacher(stage: Stage, name: AFullName, email: AnEmail, school: ASchool) -> str:
    """A teacher is made in Clever (S15, C25)."""
    return _create(stage, Role.TEACHER, name, email, school)


@act('the district creates the custom staff member "{name}" with the email "{email}" at "{school}" in Clever')
def create_custom_staff(stage: Stage, name: AFullName, email: AnEmail, school: ASchool) -> str:
    """A member of staff is made in Clever (C23, C24)."""
    return _create(stage, Role.STAFF, name, email, school)


@act('the district deletes the custom record of "{person}" in Clever')
def delete_custom_record(stage: Stage, person: APerson) -> None:
    """A custom person is deleted in Clever (Q02, Q29)."""
    custom.delete(stage.district.clever, person.key, stage.now)


@act('the district deletes the custom section "{section}" in Clever')
def delete_custom_section(stage: Stage, section: ASection) -> None:
    """A custom section is deleted in Clever (Q02, Q29)."""
    custom.delete(stage.district.clever, section, stage.now)


@act('the custom record of "{person}" in Clever expires in {length} days')
def expire_custom_record(stage: Stage, person: APerson, length: Days) -> None:
    """A custom person is deleted by Clever itself at the end of that time (C23, Q29)."""
    custom.expire(stage.district.clever, person.key, stage.now + length)


@act('the custom section "{section}" in Clever expires in {length} days')
def expire_custom_section(stage: Stage, section: ASection, length: Days) -> None:
    """A custom section is deleted by Clever itself at the end of that time (C23, Q29)."""
    custom.expire(stage.district.clever, section, stage.now + length)


def _create(stage: Stage, role: Role, name: str, email: str, school: SchoolId) -> str:
    person = custom.create_person(stage.district.clever, role, name, email, school, stage.now)
    stage.district.names.add_person(name, person.id)
    return person.id
