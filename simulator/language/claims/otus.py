"""What a teacher, a student or an admin could see in Otus."""

from __future__ import annotations

from simulator.language.registry import Seen, claim
from simulator.language.slots import AClass, AStudent
from simulator.language.stage import Stage
from simulator.simulation.driver import Member, SomeClass, Someone


@claim('"{student}" is in "{of}" in Otus')
def student_is_in(stage: Stage, student: AStudent, of: AClass) -> Seen:
    """The class shows the student."""
    return _shows_student(stage, student, of)


@claim('"{student}" is not in "{of}" in Otus')
def student_is_not_in(stage: Stage, student: AStudent, of: AClass) -> Seen:
    """The class does not show the student."""
    seen = _shows_student(stage, student, of)
    return Seen(not seen.holds, f"{student.name} is in {of.name!r}")


def _shows_student(stage: Stage, student: Someone, of: SomeClass) -> Seen:
    page = stage.district.otus.class_page(of)
    if page is None:
        return Seen(False, f"Otus does not show the class {of.name!r}")
    return Seen(
        _account(stage, student) in accounts(page.students),
        f"the students of {of.name!r} are {names(page.students)}",
    )


def _account(stage: Stage, person: Someone) -> str | None:
    profile = stage.district.otus.profile(person)
    return profile.account if profile else None


def accounts(members: tuple[Member, ...]) -> set[str]:
    """Give the accounts of the people whom a class shows."""
    return {member.account for member in members}


def names(members: tuple[Member, ...]) -> str:
    """List the people whom a class shows, as a sentence would."""
    return ", ".join(member.name for member in members) or "nobody"
