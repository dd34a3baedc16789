"""What a teacher, a student or an admin could see in Otus."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable

from simulator.accounts import Kind, Origin
from simulator.language.registry import Seen, claim
from simulator.language.slots import (
    AClass,
    AnEmail,
    APerson,
    ARefusal,
    AStudent,
    ATeacher,
    AWork,
    CoTeachers,
    Details,
    Students,
    Text,
)
from simulator.language.stage import Stage
from simulator.simulation.driver import ClassPage, Member, SomeClass, Someone

Members = Callable[[ClassPage], tuple[Member, ...]]
"""Whom to look for on the page of a class."""


@claim('"{student}" is in "{of}" in Otus')
def student_is_in(stage: Stage, student: AStudent, of: AClass) -> Seen:
    """The class shows the student."""
    return _shows(stage, student, of, _students)


@claim('"{student}" is not in "{of}" in Otus')
def student_is_not_in(stage: Stage, student: AStudent, of: AClass) -> Seen:
    """The class does not show the student."""
    return _does_not_show(stage, student, of, _students)


@claim('"{student}" is in "{of}" in Otus, added by hand')
def student_added_by_hand(stage: Stage, student: AStudent, of: AClass) -> Seen:
    """The class shows the student, because somebody added them in Otus."""
    return _shows(stage, student, of, _students, [Origin.BY_HAND])


@claim('"{student}" is in "{of}" in Otus, coming from Clever')
def student_from_clever(stage: Stage, student: AStudent, of: AClass) -> Seen:
    """The class shows the student, because Clever's roster has them."""
    return _shows(stage, student, of, _students, [Origin.CLEVER])


@claim('the students of "{of}" in Otus are "{students}"')
def students_are(stage: Stage, of: AClass, students: Students) -> Seen:
    """The class shows these students, each once, and nobody else."""
    return _are(stage, of, students, _students)


@claim('the main teacher of "{of}" in Otus is "{teacher}"')
def main_teacher_is(stage: Stage, of: AClass, teacher: ATeacher) -> Seen:
    """The class shows this main teacher."""
    return _are(stage, of, (teacher,), _main_teacher)


@claim('"{of}" has no main teacher in Otus')
def has_no_main_teacher(stage: Stage, of: AClass) -> Seen:
    """Otus shows the class, without a main teacher."""
    return _are(stage, of, (), _main_teacher)


@claim('the co-teachers of "{of}" in Otus are "{teachers}"')
def co_teachers_are(stage: Stage, of: AClass, teachers: CoTeachers) -> Seen:
    """The class shows these co-teachers and nobody else."""
    return _are(stage, of, teachers, _co_teachers)


@claim('"{of}" has no co-teachers in Otus')
def has_no_co_teachers(stage: Stage, of: AClass) -> Seen:
    """The class shows no co-teacher."""
    return _are(stage, of, (), _co_teachers)


@claim('"{teacher}" is co-teacher of "{of}" in Otus, added by hand')
def co_teacher_added_by_hand(stage: Stage, teacher: ATeacher, of: AClass) -> Seen:
    """The class shows the co-teacher, because somebody added them in Otus."""
    return _shows(stage, teacher, of, _co_teachers, [Origin.BY_HAND])


@claim('"{teacher}" is co-teacher of "{of}" in Otus, coming from Clever')
def co_teacher_from_clever(stage: Stage, teacher: ATeacher, of: AClass) -> Seen:
    """The class shows the co-teacher, because the section in Clever has them."""
    return _shows(stage, teacher, of, _co_teachers, [Origin.CLEVER])


@claim('Otus shows the class "{of}"')
def shows_class(stage: Stage, of: AClass) -> Seen:
    """The class is on the active list."""
    return Seen(stage.district.otus.class_page(of) is not None, f"Otus does not show {of.name!r}")


@claim('Otus does not show the class "{of}"')
def does_not_show_class(stage: Stage, of: AClass) -> Seen:
    """The class is not on the active list."""
    return Seen(stage.district.otus.class_page(of) is None, f"Otus shows {of.name!r}")


@claim('Otus shows no class named "{name}"')
def shows_no_class_named(stage: Stage, name: Text) -> Seen:
    """No class on the active list has that name."""
    count = stage.district.otus.classes_named(name)
    return Seen(count == 0, f"Otus shows {count} of that name")


@claim('Otus shows a class named "{name}"')
def shows_class_named(stage: Stage, name: Text) -> Seen:
    """A class on the active list has that name."""
    return Seen(stage.district.otus.classes_named(name) > 0, "Otus shows none of that name")


@claim('"{person}" has an account in Otus')
def has_account(stage: Stage, person: APerson) -> Seen:
    """Otus has an account of the person."""
    return Seen(stage.district.otus.profile(person) is not None, f"{person.name} has none")


@claim('"{person}" has an account in Otus, coming from Clever')
def has_account_from_clever(stage: Stage, person: APerson) -> Seen:
    """Otus has an account of the person that a sync made."""
    profile = stage.district.otus.profile(person)
    found = f"came {profile.origin}" if profile else "has none"
    return Seen(profile is not None and profile.origin is Origin.CLEVER, f"{person.name} {found}")


@claim('"{person}" has no account in Otus')
def has_no_account(stage: Stage, person: APerson) -> Seen:
    """Otus has no account of the person."""
    return Seen(stage.district.otus.profile(person) is None, f"{person.name} has one")


@claim('"{person}" has an admin account in Otus')
def has_admin_account(stage: Stage, person: ATeacher) -> Seen:
    """Otus has an admin account of the person."""
    return _has_admin_account(stage, person)


@claim('"{person}" has no admin account in Otus')
def has_no_admin_account(stage: Stage, person: ATeacher) -> Seen:
    """Otus has no admin account of the person; they may have another."""
    return Seen(not _has_admin_account(stage, person).holds, f"{person.name} has one")


@claim('the email of "{person}" in Otus is "{email}"')
def email_in_otus_is(stage: Stage, person: APerson, email: AnEmail) -> Seen:
    """The account shows this email."""
    profile = stage.district.otus.profile(person)
    if profile is None:
        return Seen(holds=False, otherwise=f"{person.name} has no account in Otus")
    return Seen(profile.email == email, f"it is {profile.email!r}")


@claim('Otus shows the work "{work}" of "{student}" in "{of}"')
def shows_work(stage: Stage, work: AWork, student: AStudent, of: AClass) -> Seen:
    """The student's work is there to see."""
    return _work(stage, work, student, of, shown=True)


@claim('Otus does not show the work "{work}" of "{student}" in "{of}"')
def does_not_show_work(stage: Stage, work: AWork, student: AStudent, of: AClass) -> Seen:
    """The student's work is out of sight."""
    return _work(stage, work, student, of, shown=False)


@claim('"{teacher}" has Google features in "{of}"')
def has_google_features(stage: Stage, teacher: ATeacher, of: AClass) -> Seen:
    """The Google features of the class work for the teacher (S21)."""
    return _google_features(stage, teacher, of, work=True)


@claim('"{teacher}" has no Google features in "{of}"')
def has_no_google_features(stage: Stage, teacher: ATeacher, of: AClass) -> Seen:
    """The Google features of the class do not work for the teacher (S21)."""
    return _google_features(stage, teacher, of, work=False)


@claim('Otus support takes up the case of "{student}"')
def support_takes_up(stage: Stage, student: AStudent) -> Seen:
    """Support has been told all that it needs about the missing student (S29)."""
    asked = stage.district.otus.support_asks_for(student)
    if asked is None:
        return Seen(holds=False, otherwise=f"nobody reported {student.name} missing")
    return Seen(not asked, f"support asks for {', '.join(asked)}")


@claim('Otus support asks for the "{details}" of "{student}"')
def support_asks(stage: Stage, details: Details, student: AStudent) -> Seen:
    """Support asks back for what the message about the missing student lacks (S29)."""
    asked = stage.district.otus.support_asks_for(student)
    return Seen(tuple(asked or ()) == details, f"support asks for {', '.join(asked or ()) or 'nothing'}")


@claim('it is refused, because "{reason}"')
def is_refused(stage: Stage, reason: ARefusal) -> Seen:
    """What somebody last tried to do was refused, and for that reason."""
    refusal = stage.last_refusal
    return Seen(refusal is not None and refusal.known == reason, str(refusal or "nothing was refused"))


def _students(page: ClassPage) -> tuple[Member, ...]:
    return page.students


def _co_teachers(page: ClassPage) -> tuple[Member, ...]:
    return page.co_teachers


def _main_teacher(page: ClassPage) -> tuple[Member, ...]:
    return (page.main_teacher,) if page.main_teacher else ()


def _on_page(stage: Stage, of: SomeClass, look: Callable[[ClassPage], Seen]) -> Seen:
    """Look at a class; whatever is claimed of one that Otus does not show is false."""
    page = stage.district.otus.class_page(of)
    return look(page) if page else Seen(holds=False, otherwise=f"Otus does not show the class {of.name!r}")


def _shows(
    stage: Stage, person: Someone, of: SomeClass, members: Members, origins: Container[Origin] = tuple(Origin)
) -> Seen:
    account = stage.account_of(person)

    def look(page: ClassPage) -> Seen:
        found = [one for one in members(page) if one.account == account and one.origin in origins]
        there = f"{person.name} is {'' if found else 'not '}in {of.name!r}"
        return Seen(len(found) == 1, f"{there}; it shows {_names(members(page))}")

    return _on_page(stage, of, look)


def _does_not_show(stage: Stage, person: Someone, of: SomeClass, members: Members) -> Seen:
    account = stage.account_of(person)
    return _on_page(
        stage,
        of,
        lambda page: Seen(
            account not in {one.account for one in members(page)}, f"{person.name} is in {of.name!r}"
        ),
    )


def _are(stage: Stage, of: SomeClass, people: Iterable[Someone], members: Members) -> Seen:
    accounts = sorted(str(stage.account_of(person)) for person in people)
    return _on_page(
        stage,
        of,
        lambda page: Seen(
            accounts == sorted(one.account for one in members(page)), f"they are {_names(members(page))}"
        ),
    )


def _google_features(stage: Stage, teacher: Someone, of: SomeClass, *, work: bool) -> Seen:
    if stage.account_of(teacher) is None:
        return Seen(holds=False, otherwise=f"{teacher.name} has no account in Otus")
    otus = stage.district.otus
    return _on_page(
        stage,
        of,
        lambda page: Seen(otus.has_google_features(teacher, of) is work, f"they {'do not ' if work else ''}work"),
    )


def _work(stage: Stage, work: str, student: Someone, of: SomeClass, *, shown: bool) -> Seen:
    if stage.account_of(student) is None:
        return Seen(holds=False, otherwise=f"{student.name} has no account in Otus")

    def look(page: ClassPage) -> Seen:
        works = stage.district.otus.work_shown(student, of)
        return Seen((work in works) is shown, f"Otus shows {', '.join(works) or 'none'}")

    return _on_page(stage, of, look)


def _has_admin_account(stage: Stage, person: Someone) -> Seen:
    profile = stage.district.otus.profile(person)
    kind = f"a {profile.kind}'s" if profile else "not there"
    return Seen(profile is not None and profile.kind is Kind.ADMIN, f"the account of {person.name} is {kind}")


def _names(members: Iterable[Member]) -> str:
    return ", ".join(f"{member.name} ({member.origin})" for member in members) or "nobody"
