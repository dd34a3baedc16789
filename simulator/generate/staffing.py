"""Lessons given their teachers, which makes them sections.

Lessons of one team go round its teachers period by period: as there are at least as many teachers as lessons
in the fullest period, nobody is in two places at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from simulator.chance import Stream
from simulator.generate.adults import Adults
from simulator.generate.timetable import SUBJECT_LOAD, Lesson
from simulator.roster import Facts, Person, SchoolId, Section, SectionFacts, Term, section_id

YEAR = Term("2026-27", date(2026, 8, 17), date(2027, 6, 4))
CO_TAUGHT_PERCENT = 15
SECOND_CO_TEACHER_PERCENT = 20
"""How many co-taught sections have two co-teachers."""
TWO_SCHOOLS_PERCENT = 2


@dataclass
class Staffing:
    """A maker of sections, who numbers them as it goes."""

    chance: Stream
    adults: Adults
    _made: int = 0
    _facts: dict[tuple[str, str], Facts] = field(default_factory=dict)

    def sections(self, school: SchoolId, elsewhere: SchoolId, lessons: Iterable[Lesson]) -> Iterator[Section]:
        """Make a school's sections, hiring the teachers they need. elsewhere: where a few of them work too."""
        teams: dict[str, list[Lesson]] = {}
        for lesson in lessons:
            teams.setdefault(lesson.team, []).append(lesson)
        support = self._support(school, sum(map(len, teams.values())))
        for team in teams.values():
            teachers = [self._teacher(school, elsewhere, team[0]) for _ in range(_needed(team))]
            for place, lesson in enumerate(sorted(team, key=lambda one: one.period)):
                yield self._section(school, lesson, teachers[place % len(teachers)], support)

    def _support(self, school: SchoolId, lessons: int) -> list[Person]:
        """Hire the teachers who co-teach, and have no class of their own."""
        count = 1 + lessons * CO_TAUGHT_PERCENT // (100 * SUBJECT_LOAD)
        return [self.adults.teacher((school,), "Special Education Teacher") for _ in range(count)]

    def _teacher(self, school: SchoolId, elsewhere: SchoolId, lesson: Lesson) -> Person:
        both = school != elsewhere and self.chance.happens(TWO_SCHOOLS_PERCENT)
        title = "Teacher" if lesson.team.startswith("class ") else f"{lesson.team} Teacher"
        return self.adults.teacher((school, elsewhere) if both else (school,), title)

    def _section(self, school: SchoolId, lesson: Lesson, teacher: Person, support: Sequence[Person]) -> Section:
        self._made += 1
        sis_id = f"C{self._made:06}"
        name = f"{lesson.course.name} - {teacher.last}{' - ' if lesson.period else ''}{lesson.period}"
        more = (("section_number", f"{lesson.course.number}-{self._made}"), *self._shared(lesson))
        facts = SectionFacts(sis_id, school, name, lesson.period, lesson.course, YEAR, more)
        teachers = (teacher.id, *(one.id for one in self._co_teachers(support)))
        return Section(section_id(sis_id), facts, teachers, lesson.students)

    def _shared(self, lesson: Lesson) -> Facts:
        key = (lesson.grade, lesson.subject)
        return self._facts.setdefault(key, (("grade", lesson.grade), ("subject", lesson.subject)))

    def _co_teachers(self, support: Sequence[Person]) -> tuple[Person, ...]:
        if not self.chance.happens(CO_TAUGHT_PERCENT):
            return ()
        first = self.chance.pick(support)
        second = self.chance.pick(support) if self.chance.happens(SECOND_CO_TEACHER_PERCENT) else first
        return (first,) if second is first else (first, second)


def _needed(team: Sequence[Lesson]) -> int:
    """Say how many teachers a team needs: for all its lessons, and for those at the same time."""
    at_once = Counter(lesson.period for lesson in team if lesson.period)
    return max(-(-len(team) // team[0].load), *at_once.values(), 1)
