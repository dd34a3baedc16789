"""What the registrar does in the SIS."""

from __future__ import annotations

from simulator import registrar
from simulator.edits import made_by
from simulator.language.registry import act
from simulator.language.slots import (
    ACoTeacher,
    AFullName,
    AnEmail,
    AnSisId,
    APerson,
    ASchool,
    ASection,
    ATeacher,
    Students,
    Text,
)
from simulator.language.stage import Stage
from simulator.registrar import Edits
from simulator.roster import Role, SchoolId, first_and_last


@act('the registrar adds the student "{name}" with the email "{email}" at "{school}"')
def add_student_record(stage: Stage, name: AFullName, email: AnEmail, school: ASchool) -> str:
    """A student gets a record in the SIS (S23)."""
    return _add(stage, Role.STUDENT, name, email, school)


@act('the registrar adds the teacher "{name}" with the email "{email}" at "{school}"')
def add_teacher_record(stage: Stage, name: AFullName, email: AnEmail, school: ASchool) -> str:
    """A teacher gets a record in the SIS (S15)."""
    return _add(stage, Role.TEACHER, name, email, school)


@act('the registrar adds the administrator "{name}" with the email "{email}" at "{school}"')
def add_administrator_record(stage: Stage, name: AFullName, email: AnEmail, school: ASchool) -> str:
    """An administrator gets a record in the SIS, as staff (S05)."""
    return _add(stage, Role.STAFF, name, email, school)


@act(
    'the registrar removes "{person}" from the SIS',
    attempt='the registrar tries to remove "{person}" from the SIS',
)
def remove_record(stage: Stage, person: APerson) -> None:
    """A person leaves the SIS, with every place in a section."""
    _edit(stage, registrar.remove_person(stage.district.sis, person.key))


@act('the registrar takes "{person}" back into the SIS')
def take_back_record(stage: Stage, person: APerson) -> None:
    """A person who left is in the SIS again, in no section."""
    _edit(stage, registrar.take_back(stage.district.sis, person.key))


@act('the registrar changes the email of "{person}" to "{email}"')
def change_email(stage: Stage, person: APerson, email: AnEmail) -> None:
    """An email is created or changed in the SIS (S07, S08, S50)."""
    _edit(stage, registrar.change_email(stage.district.sis, person.key, email))


@act('the registrar corrects the name of "{person}" to "{name}"')
def correct_name(stage: Stage, person: APerson, name: AFullName) -> None:
    """A name is corrected in the SIS."""
    first, last = first_and_last(name)
    _edit(stage, registrar.change_name(stage.district.sis, person.key, first, last))


@act('the registrar corrects the SIS id of "{person}" to "{sis_id}"')
def correct_sis_id(stage: Stage, person: APerson, sis_id: AnSisId) -> None:
    """An SIS id is corrected; Clever takes the record for a new one (C33, Q38)."""
    _edit(stage, registrar.correct_sis_id(stage.district.sis, person.key, sis_id))


@act('the registrar adds the section "{name}" at "{school}", taught by "{teacher}"')
def add_section(stage: Stage, name: Text, school: ASchool, teacher: ATeacher) -> str:
    """A section is added to the SIS with its primary teacher (O13)."""
    edits = registrar.add_section(stage.district.sis, name, school, teacher.key)
    _edit(stage, edits)
    return made_by(edits[0])


@act('the registrar renames "{section}" to "{name}"')
def rename_section(stage: Stage, section: ASection, name: Text) -> None:
    """A section gets another name."""
    _edit(stage, registrar.rename_section(stage.district.sis, section, name))


@act('the registrar removes the section "{section}"')
def remove_section(stage: Stage, section: ASection) -> None:
    """A section leaves the SIS with its enrollments (Q32)."""
    _edit(stage, registrar.remove_section(stage.district.sis, section))


@act(
    'the registrar enrolls "{students}" in "{section}"',
    attempt='the registrar tries to enroll "{students}" in "{section}"',
)
def enroll(stage: Stage, students: Students, section: ASection) -> None:
    """Students are enrolled in a section (S09)."""
    for student in students:
        _edit(stage, registrar.enroll(stage.district.sis, section, student.key))


@act('the registrar drops "{students}" from "{section}"')
def drop(stage: Stage, students: Students, section: ASection) -> None:
    """Students' enrollments in a section end."""
    for student in students:
        _edit(stage, registrar.drop(stage.district.sis, section, student.key))


@act('the registrar makes "{teacher}" primary teacher of "{section}"')
def set_primary_teacher(stage: Stage, teacher: ATeacher, section: ASection) -> None:
    """A section gets another primary teacher; the former one leaves it (O29, Q33, Q45)."""
    _edit(stage, registrar.set_primary_teacher(stage.district.sis, section, teacher.key))


@act(
    'the registrar makes "{teacher}" co-teacher of "{section}"',
    attempt='the registrar tries to make "{teacher}" co-teacher of "{section}"',
)
def make_co_teacher(stage: Stage, teacher: ACoTeacher, section: ASection) -> None:
    """A teacher becomes co-teacher of a section in the SIS (S15, S16)."""
    _edit(stage, registrar.add_co_teacher(stage.district.sis, section, teacher.key))


@act('the registrar removes "{teacher}" as co-teacher of "{section}"')
def end_co_teacher(stage: Stage, teacher: ACoTeacher, section: ASection) -> None:
    """A teacher is no longer co-teacher of a section in the SIS (O24)."""
    _edit(stage, registrar.remove_co_teacher(stage.district.sis, section, teacher.key))


def _add(stage: Stage, role: Role, name: str, email: str, school: SchoolId) -> str:
    edits = registrar.add_person(stage.district.sis, role, name, email, school)
    _edit(stage, edits)
    return made_by(edits[0])


def _edit(stage: Stage, edits: Edits) -> None:
    stage.district.edit_sis(stage.now, edits)
