"""The timetable of a generated school: which students meet when, for what.

In an elementary school a class stays together all day. In a secondary school the students of a grade are in
teams; in each period every team has another subject and is divided anew, so that classmates change.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from simulator.chance import Stream
from simulator.roster import Course, Person, PersonId

CLASS_SIZE = 25
TEAM_SIZE = 2 * CLASS_SIZE
FREE_PERIOD_PERCENT = 15
"""How many students have a free period instead of an elective."""

CLASS_TEACHER_LOAD, SPECIALIST_LOAD, SUBJECT_LOAD = 6, 24, 5
"""How many lessons one teacher gives."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject: its name on a timetable, Clever's word for it, and the code that its courses begin with."""

    name: str
    subject: str
    code: str


CORE = (
    Subject("Homeroom", "homeroom/advisory", "HR"),
    Subject("Reading", "english/language arts", "RD"),
    Subject("Writing", "english/language arts", "WR"),
    Subject("Mathematics", "math", "MA"),
    Subject("Science", "science", "SC"),
    Subject("Social Studies", "social studies", "SS"),
)
SPECIALS = (
    Subject("Art", "arts and music", "AR"),
    Subject("Music", "arts and music", "MU"),
    Subject("Physical Education", "PE and health", "PE"),
    Subject("Library", "other", "LB"),
    Subject("Technology", "technology and engineering", "TE"),
)
ADVISORY = Subject("Advisory", "homeroom/advisory", "AD")
SUBJECTS = (
    Subject("English", "english/language arts", "EN"),
    Subject("Mathematics", "math", "MA"),
    Subject("Science", "science", "SC"),
    Subject("Social Studies", "social studies", "SS"),
    Subject("Physical Education", "PE and health", "PE"),
    Subject("World Language", "language", "WL"),
    Subject("Arts Elective", "arts and music", "AR"),
    Subject("Technology Elective", "technology and engineering", "TE"),
)


@dataclass(frozen=True, slots=True)
class Lesson:
    """A section before it has a teacher: one that the same team of teachers shares with similar ones."""

    course: Course
    subject: str
    grade: str
    period: str
    students: tuple[PersonId, ...]
    team: str
    load: int


def elementary_lessons(chance: Stream, grade: str, cohort: Sequence[Person]) -> Iterator[Lesson]:
    """Divide a grade into classes, each with a teacher for most of the day and specialists for the rest."""
    for number, roll in enumerate(_divided(chance, cohort)):
        own = f"class {number} of grade {grade}"
        for subject in CORE:
            yield Lesson(_course(subject, grade), subject.subject, grade, "", roll, own, CLASS_TEACHER_LOAD)
        for place, subject in enumerate(SPECIALS):
            period = str((number + place) % len(SPECIALS) + 1)
            course = _course(subject, grade)
            yield Lesson(course, subject.subject, grade, period, roll, subject.name, SPECIALIST_LOAD)


def secondary_lessons(chance: Stream, grade: str, cohort: Sequence[Person]) -> Iterator[Lesson]:
    """Divide a grade into teams, and each team anew in every period."""
    for number, team in enumerate(_parts(chance.shuffled(cohort), TEAM_SIZE)):
        yield from _lessons(chance, ADVISORY, grade, "0", team)
        for period in range(len(SUBJECTS)):
            subject = SUBJECTS[(number + period) % len(SUBJECTS)]
            present = team
            if subject.name.endswith("Elective"):
                present = [student for student in team if not chance.happens(FREE_PERIOD_PERCENT)]
            yield from _lessons(chance, subject, grade, str(period + 1), present)


def _lessons(
    chance: Stream, subject: Subject, grade: str, period: str, students: Sequence[Person]
) -> Iterator[Lesson]:
    course = _course(subject, grade)
    for roll in _divided(chance, students):
        yield Lesson(course, subject.subject, grade, period, roll, subject.name, SUBJECT_LOAD)


def _divided(chance: Stream, students: Sequence[Person]) -> Iterator[tuple[PersonId, ...]]:
    for part in _parts(chance.shuffled(students), CLASS_SIZE):
        yield tuple([student.id for student in part])


def _parts(students: Sequence[Person], size: int) -> Iterator[Sequence[Person]]:
    """Cut into parts of about a size: as many as fit best, none more than one larger than another."""
    count = max(1, round(len(students) / size)) if students else 0
    return (students[number::count] for number in range(count))


def _course(subject: Subject, grade: str) -> Course:
    number = "00" if grade == "Kindergarten" else f"{int(grade):02}"
    level = "K" if grade == "Kindergarten" else grade
    return Course(f"{subject.name} {level}", f"{subject.code}{number}0")
