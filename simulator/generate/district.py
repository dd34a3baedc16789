"""A whole district made up: its schools by level, who works there, who goes there, and what they are taught."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from simulator.chance import Stream
from simulator.collector import collector_off, keep_for_good
from simulator.errors import BadInput
from simulator.generate.adults import ADMIN_TITLES, STAFF_TITLES, Adults
from simulator.generate.families import CONTACTS_PERCENT, Families
from simulator.generate.names import Emails, Pools, domain, pools
from simulator.generate.staffing import Staffing
from simulator.generate.students import GRADES, Students
from simulator.generate.timetable import Lesson, elementary_lessons, secondary_lessons
from simulator.roster import Facts, Person, Role, School, SchoolId, school_id
from simulator.simulation.district import DistrictPlan
from simulator.sis import Roster


@dataclass(frozen=True, slots=True)
class Level:
    """A kind of school: what it is called, its grades, how many students are usual, and how they are taught."""

    name: str
    grades: tuple[str, ...]
    usual_size: int
    lessons: Callable[[Stream, str, Sequence[Person]], Iterator[Lesson]]


LEVELS = (
    Level("Elementary School", GRADES[:6], 550, elementary_lessons),
    Level("Middle School", GRADES[6:9], 850, secondary_lessons),
    Level("High School", GRADES[9:], 1300, secondary_lessons),
)
STUDENTS_TO_AN_ASSISTANT = 400
LMS = ("canvas", "google_classroom", "schoology")
"""The learning management systems that districts have, in Clever's words for them."""


def generate_district(
    students: int, seed: int, name: str = "Riverbend", *, contacts_percent: int = CONTACTS_PERCENT
) -> DistrictPlan:
    """Make up a district with so many students; the same seed always makes the same one.

    contacts_percent: how many students of a hundred have contacts.
    """
    if students < 1:
        raise BadInput(f"a district with {students} students", "it needs one at least", "Ask for 1 or more.")
    with collector_off():
        roster = _Maker(seed, name, pools(), contacts_percent).roster(students)
        keep_for_good(students)
    return DistrictPlan(name, "America/Chicago", roster, lms=Stream(seed, "lms").pick(LMS))


class _Maker:
    def __init__(self, seed: int, district: str, names: Pools, contacts_percent: int) -> None:
        self._chance = Stream(seed, "schools")
        self._timetable = Stream(seed, "timetable")
        self._district = district
        self._names = names
        families = Families(seed, names, district, contacts_percent)
        self._students = Students(seed, names, domain(district), families)
        self._adults = Adults(Stream(seed, "adults"), names, Emails(domain(district)))
        self._staffing = Staffing(Stream(seed, "staffing"), self._adults)
        self._roster = Roster()

    def roster(self, students: int) -> Roster:
        """Make everything, and put people into the order of their files."""
        sized = list(self._sized(students))
        sis_ids = [str(101 + place) for place in range(len(sized))]
        called = self._chance.shuffled(self._names.last)
        for place, (level, size) in enumerate(sized):
            name = f"{called[place % len(called)][0]} {level.name}"
            principal = self._staff(school_id(sis_ids[place]), size)
            self._add_school(sis_ids[place], name, level, principal)
            elsewhere = school_id(sis_ids[place - 1])
            self._fill(principal.schools[0], elsewhere, level, size)
        for title in ADMIN_TITLES:
            self._adults.district_admin(title)
        for role in (Role.TEACHER, Role.STAFF, Role.DISTRICT_ADMIN):
            of_role = (person for person in self._adults.made.values() if person.role is role)
            self._roster.people.update((person.id, person) for person in of_role)
        return self._roster

    def _sized(self, students: int) -> Iterator[tuple[Level, int]]:
        """Share the students out over schools, each level having as many as it has grades."""
        grades, before = 0, 0
        for level in LEVELS:
            grades += len(level.grades)
            upto = round(students * grades / len(GRADES))
            schools = max(1, round((upto - before) / level.usual_size))
            yield from ((level, size) for size in self._uneven(upto - before, schools) if size)
            before = upto

    def _uneven(self, total: int, parts: int) -> Iterator[int]:
        """Cut a number into parts that differ by up to a fifth either way."""
        weights = [self._chance.between(80, 120) for _ in range(parts)]
        ends = [round(total * upto / sum(weights)) for upto in accumulate(weights)]
        yield from (end - start for start, end in pairwise((0, *ends)))

    def _staff(self, school: SchoolId, size: int) -> Person:
        """Hire who works at a school beside its teachers; the principal is answered."""
        at = (school,)
        principal = self._adults.staff(at, "Principal", "Administration", "Principal")
        for _ in range(size // STUDENTS_TO_AN_ASSISTANT):
            self._adults.staff(at, "Assistant Principal", "Administration", "School Admin")
        for title, department, role in STAFF_TITLES:
            self._adults.staff(at, title, department, role)
        self._adults.also_staff(self._adults.teacher(at, "Lead Teacher"))
        return principal

    def _add_school(self, sis_id: str, name: str, level: Level, principal: Person) -> None:
        more: Facts = (
            ("school_number", f"{int(sis_id):04}"),
            ("low_grade", level.grades[0]),
            ("high_grade", level.grades[-1]),
            ("principal", principal.name),
            ("principal_email", principal.email),
            ("school_address", f"{self._chance.between(1, 9999)} School Street"),
            ("school_city", self._district),
            ("school_state", "IL"),
            ("school_zip", f"{self._chance.between(60001, 62999)}"),
            ("school_phone", f"(555) 555-{self._chance.between(100, 9999):04}"),
        )
        school = School(principal.schools[0], sis_id, name, more)
        self._roster.schools[school.id] = school

    def _fill(self, school: SchoolId, elsewhere: SchoolId, level: Level, size: int) -> None:
        """Give a school its students and its sections."""
        lessons: list[Lesson] = []
        for grade, count in zip(level.grades, self._uneven(size, len(level.grades)), strict=True):
            cohort = self._students.make(count, grade, (school,))
            self._roster.people.update((student.id, student) for student in cohort)
            lessons += level.lessons(self._timetable, grade, cohort)
        sections = self._staffing.sections(school, elsewhere, lessons)
        self._roster.sections.update((section.id, section) for section in sections)
