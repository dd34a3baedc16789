"""The students of a generated district, with values for every column that an application may ask for.

What is not unique to a student is made once and shared: a district of a million has only so many birthdays.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from simulator.chance import Stream
from simulator.generate.families import Families
from simulator.generate.names import Pools
from simulator.generate.profiles import profiles
from simulator.roster import Facts, Person, PersonId, Role, SchoolId, person_id

GRADES = ("Kindergarten", *(str(grade) for grade in range(1, 13)))
WITHOUT_EMAIL_PERCENT = 1
PREFERRED_NAME_PERCENT = 3
OTHER_GENDER_EVERY = 60
"""Of how many names one is also that of somebody whose gender is X."""

F, M, X = ("gender", "F"), ("gender", "M"), ("gender", "X")


@dataclass(frozen=True, slots=True)
class GradeFacts:
    """What the students of one grade may have in common: the year they graduate, and the days they were born."""

    graduation: tuple[str, str]
    birthdays: tuple[tuple[str, str], ...]


class Students:
    """A maker of students, who numbers them as it goes."""

    def __init__(self, seed: int, names: Pools, domain: str, families: Families) -> None:
        """Prepare what students share."""
        self._chance = Stream(seed, "students")
        self._first = [*((F, name) for name in names.female), *((M, name) for name in names.male)]
        self._first += [(X, name) for _, name in self._first[::OTHER_GENDER_EVERY]]
        self._preferred = _preferred(names)
        self._families = families
        self._at = f"@students.{domain}"
        self._profiles = profiles(self._chance)
        self._grades = {grade: _grade_facts(years) for years, grade in enumerate(GRADES)}
        self._made = 0

    def make(self, count: int, grade: str, schools: tuple[SchoolId, ...]) -> list[Person]:
        """Make the students of one grade of one school."""
        draw, facts = self._chance.picks, self._grades[grade]
        drawn = zip(
            draw(self._first, count),
            self._families.of_students(count),
            draw(facts.birthdays, count),
            draw(self._profiles, count),
            draw(self._preferred, count),
            draw(range(100), count),
            strict=True,
        )
        prefix = person_id(Role.STUDENT, "")
        students = []
        for number, (first, family, birthday, profile, preferred, percent) in enumerate(drawn, self._made + 1):
            sis_id = str(100_000 + number)
            gender, (name, local) = first
            (last, last_local), home, contacts = family
            username = f"{local}.{last_local}.{sis_id}"
            more = (
                ("student_number", sis_id),
                ("state_id", str(7_000_000_000 + number * 7919)),
                gender,
                facts.graduation,
                birthday,
                *profile.background,
                *home,
                ("username", username),
                *preferred,
                *profile.needs,
                *contacts,
            )
            email = username + self._at if percent >= WITHOUT_EMAIL_PERCENT else ""
            key = PersonId(prefix + sis_id)
            students.append(Person(key, sis_id, Role.STUDENT, name, last, "", email, schools, grade, more))
        self._made += count
        return students


def _preferred(names: Pools) -> list[Facts]:
    """List what students may say they are called; most say nothing."""
    first: list[Facts] = [(("preferred_first_name", name),) for name, _ in (names.female + names.male)[::10]]
    last: list[Facts] = [(("preferred_last_name", name),) for name, _ in names.last[::40]]
    called = first + last
    return called + [()] * (len(called) * (100 - PREFERRED_NAME_PERCENT) // PREFERRED_NAME_PERCENT)


def _grade_facts(years_at_school: int) -> GradeFacts:
    youngest = date(2021 - years_at_school, 8, 31)
    days = (youngest - timedelta(days=ago) for ago in range(365))
    return GradeFacts(
        ("graduation_year", str(2039 - years_at_school)),
        tuple(("dob", f"{day.month}/{day.day}/{day.year}") for day in days),
    )
