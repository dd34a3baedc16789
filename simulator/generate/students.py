"""The students of a generated district, with values for every column that an application may ask for.

What is not unique to a student is made once and shared: a district of a million has only so many birthdays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from simulator.chance import Stream
from simulator.generate.names import Pools
from simulator.roster import Facts, Person, PersonId, Role, SchoolId, person_id

GRADES = ("Kindergarten", *(str(grade) for grade in range(1, 13)))
WITHOUT_EMAIL_PERCENT = 1
PROFILES = 2000
"""How many combinations of demographic values there are to draw from."""

BY_WEIGHT: dict[str, dict[str, int]] = {
    "race": {
        "Caucasian": 55,
        "Black or African American": 16,
        "Asian": 8,
        "Two or More Races": 7,
        "American Indian": 2,
        "Hawaiian or Other Pacific Islander": 1,
        "Unknown": 11,
    },
    "hispanic_latino": {"N": 72, "Y": 28},
    "home_language": {
        "English": 78,
        "Spanish": 14,
        "Arabic": 2,
        "Chinese": 2,
        "Vietnamese": 1,
        "Somali": 1,
        "Russian": 1,
        "Portuguese": 1,
    },
    "ell_status": {"N": 89, "Y": 11},
    "frl_status": {"Paid": 48, "Free": 40, "Reduced": 10, "Other": 2},
    "iep_status": {"N": 86, "Y": 14},
}

F, M = ("gender", "F"), ("gender", "M")


@dataclass(frozen=True, slots=True)
class GradeFacts:
    """What the students of one grade may have in common: the year they graduate, and the days they were born."""

    graduation: tuple[str, str]
    birthdays: tuple[tuple[str, str], ...]


class Students:
    """A maker of students, who numbers them as it goes."""

    def __init__(self, seed: int, names: Pools, domain: str) -> None:
        """Prepare what students share."""
        self._chance = Stream(seed, "students")
        self._first = [*((F, name) for name in names.female), *((M, name) for name in names.male)]
        self._last = names.last
        self._at = f"@students.{domain}"
        self._profiles = _profiles(self._chance)
        self._grades = {grade: _grade_facts(years) for years, grade in enumerate(GRADES)}
        self._made = 0

    def make(self, count: int, grade: str, schools: tuple[SchoolId, ...]) -> list[Person]:
        """Make the students of one grade of one school."""
        draw, facts = self._chance.picks, self._grades[grade]
        drawn = zip(
            draw(self._first, count),
            draw(self._last, count),
            draw(facts.birthdays, count),
            draw(self._profiles, count),
            draw(range(100), count),
            strict=True,
        )
        prefix = person_id(Role.STUDENT, "")
        students = []
        for number, (first, last, birthday, profile, percent) in enumerate(drawn, self._made + 1):
            sis_id = str(100_000 + number)
            gender, (name, local) = first
            more = (
                ("student_number", sis_id),
                ("state_id", str(7_000_000_000 + number * 7919)),
                gender,
                facts.graduation,
                birthday,
                *profile,
            )
            email = f"{local}.{last[1]}.{sis_id}{self._at}" if percent >= WITHOUT_EMAIL_PERCENT else ""
            key = PersonId(prefix + sis_id)
            students.append(Person(key, sis_id, Role.STUDENT, name, last[0], "", email, schools, grade, more))
        self._made += count
        return students


def _profiles(chance: Stream) -> Sequence[Facts]:
    columns = [
        [pair for value, weight in weights.items() for pair in [(column, value)] * weight]
        for column, weights in BY_WEIGHT.items()
    ]
    return [tuple(chance.pick(pairs) for pairs in columns) for _ in range(PROFILES)]


def _grade_facts(years_at_school: int) -> GradeFacts:
    youngest = date(2021 - years_at_school, 8, 31)
    days = (youngest - timedelta(days=ago) for ago in range(365))
    return GradeFacts(
        ("graduation_year", str(2039 - years_at_school)),
        tuple(("dob", f"{day.month}/{day.day}/{day.year}") for day in days),
    )
