"""What people do by hand in Otus, and what Otus support does; all of it at once, without a sync."""

from __future__ import annotations

from simulator.accounts import SignIn
from simulator.language.registry import act
from simulator.language.slots import (
    AClass,
    ACoTeacher,
    AnEmail,
    APerson,
    AStudent,
    ATeacher,
    AWayIn,
    AWork,
    Details,
    Students,
    Text,
)
from simulator.language.stage import Stage
from simulator.roster import SectionId
from simulator.simulation.district import HandMade


@act(
    '"{by}" adds "{students}" to "{of}" in Otus',
    attempt='"{by}" tries to add "{students}" to "{of}" in Otus',
)
def add_student(stage: Stage, by: ATeacher, students: Students, of: AClass) -> None:
    """Somebody adds students to a class by hand; it lasts until the next successful sync (S10, S11)."""
    for student in students:
        stage.district.otus.add_student(by, of, student)


@act(
    '"{by}" removes "{student}" from "{of}" in Otus',
    attempt='"{by}" tries to remove "{student}" from "{of}" in Otus',
)
def remove_student(stage: Stage, by: ATeacher, student: AStudent, of: AClass) -> None:
    """Somebody takes a student out of a class by hand (O41, O42)."""
    stage.district.otus.remove_student(by, of, student)


@act(
    '"{by}" adds "{teacher}" as co-teacher of "{of}" in Otus',
    attempt='"{by}" tries to add "{teacher}" as co-teacher of "{of}" in Otus',
)
def add_co_teacher(stage: Stage, by: ATeacher, teacher: ACoTeacher, of: AClass) -> None:
    """Somebody adds a co-teacher by hand; an email that Otus does not know makes an account (S12, O18)."""
    stage.district.otus.add_co_teacher(by, of, teacher)


@act(
    '"{by}" removes "{teacher}" as co-teacher of "{of}" in Otus',
    attempt='"{by}" tries to remove "{teacher}" as co-teacher of "{of}" in Otus',
)
def remove_co_teacher(stage: Stage, by: ATeacher, teacher: ACoTeacher, of: AClass) -> None:
    """Somebody takes a co-teacher out of a class by hand (O23, O24)."""
    stage.district.otus.remove_co_teacher(by, of, teacher)


@act(
    '"{by}" makes the class "{name}" in Otus',
    attempt='"{by}" tries to make the class "{name}" in Otus',
)
def make_class(stage: Stage, by: ATeacher, name: Text) -> str:
    """A teacher makes a class by hand (S32, S35)."""
    district = stage.district
    made = district.otus.make_class(by, name)
    key = SectionId(f"class:{len(district.hand_made) + 1}")
    district.hand_made[key] = HandMade(name, made)
    district.names.add_section(name, key)
    return key


@act('an admin makes an admin account for "{person}" in Otus')
def make_admin(stage: Stage, person: ATeacher) -> None:
    """An admin account is made by hand; it is there at once (S06)."""
    stage.district.otus.make_admin(person)


@act('"{person}" signs in to Otus with "{way}"', attempt='"{person}" tries to sign in to Otus with "{way}"')
def sign_in(stage: Stage, person: APerson, way: AWayIn) -> None:
    """Somebody signs in (S21)."""
    stage.district.otus.sign_in(person, way)


@act(
    '"{person}" signs in to Otus with the email "{email}"',
    attempt='"{person}" tries to sign in to Otus with the email "{email}"',
)
def sign_in_with_email(stage: Stage, person: APerson, email: AnEmail) -> None:
    """Somebody signs in with an email and a password (S53)."""
    stage.district.otus.sign_in(person, SignIn.PASSWORD, email)


@act('an admin changes the email of "{person}" to "{email}" in Otus')
def edit_email(stage: Stage, person: APerson, email: AnEmail) -> None:
    """An admin edits an email in Otus instead of the SIS; the next successful sync puts Clever's back (Q19)."""
    stage.district.otus.change_email(person, email)


@act('Otus support corrects the email of "{person}" to "{email}"')
def correct_email(stage: Stage, person: APerson, email: AnEmail) -> None:
    """Support corrects an email at once; the SIS has to be corrected too (S53, Q21)."""
    stage.district.otus.change_email(person, email)


@act('Otus support adjusts the ID of "{person}"')
def adjust_id(stage: Stage, person: APerson) -> None:
    """Support ties an account to the record that Clever has now; the next sync rosters it (S27, Q26)."""
    stage.district.otus.adjust_id(person)


@act('"{by}" reports "{student}" missing in the Otus chat, giving the "{details}"')
def report_missing(stage: Stage, by: ATeacher, student: AStudent, details: Details) -> None:
    """Somebody tells Otus in the chat that a student is missing, with the student's name, email or both (S28)."""
    stage.district.otus.report_missing(by, student, details)


@act("the district turns manual rostering on in Otus")
def turn_manual_rostering_on(stage: Stage) -> None:
    """The district has the feature that lets teachers make classes by hand (S35)."""
    stage.district.otus.set_manual_rostering(on=True)


@act("the district turns manual rostering off in Otus")
def turn_manual_rostering_off(stage: Stage) -> None:
    """The district does not have the feature; what was made with it stays (S35, Q16)."""
    stage.district.otus.set_manual_rostering(on=False)


@act('"{student}" hands in "{work}" in "{of}" in Otus')
def hand_in(stage: Stage, student: AStudent, work: AWork, of: AClass) -> None:
    """A student hands in a piece of work in a class (O44)."""
    stage.district.otus.hand_in(student, of, work)
