"""Clever's CSV layout: the files of a district folder, their columns, and which of them must be filled.

Inside, a column goes by its name in lower case with underscores; a district's own `ext.` columns keep their name.
`district_admins.csv` is ours, for Clever has no such file; so are the columns of students.csv that begin with
Preferred_, Disability_, Section_504_ and Gifted_: the fields that v3.1 of the API adds, for which the documented
files have no column (assumed).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from simulator.roster import Role

SETTINGS = "district.toml"
CONTACT = "contact_"
_NUMBERED_CONTACT = re.compile("contact_0{0,9}([1-9][0-9]{0,2})_(.+)")
OWN = ("_number", "_id", "_email", "_phone", "_name", "_street", "_gpa", "username", "password")


@dataclass(frozen=True, slots=True)
class Layout:
    """One file: its name, its columns as Clever spells them, and how many of the first ones must be filled."""

    file: str
    columns: tuple[str, ...]
    required_count: int
    optional: bool = False
    contacts: bool = False
    """Whether columns that begin with Contact_ are a contact's: they are where there are students."""

    @property
    def required(self) -> tuple[str, ...]:
        """The columns that must be there, with a value in every row."""
        return tuple(canonical(column) for column in self.columns[: self.required_count])

    def column(self, spelled: str) -> str:
        """Give the name that a column goes by here; `Contact_1_name` is the same as `Contact_name`."""
        name = canonical(spelled)
        number, base = self.contact_column(name)
        return numbered(base, number)

    def contact_column(self, column: str) -> tuple[int, str]:
        """Split a contact's column into the contact's number and its name in the file; 0 for other columns.

        A student's second contact, on a row of its own, is kept as `contact_2_name` and so on.
        """
        return _contact_column(column) if self.contacts else (0, column)

    def spell(self, column: str) -> str:
        """Spell a column as Clever does; one that Clever does not know keeps its name."""
        return next((known for known in self.columns if canonical(known) == column), column)

    def in_order(self, columns: Iterable[str]) -> list[str]:
        """Put columns into Clever's order, then those that Clever does not know, then contacts one by one.

        Facts are kept and written in this order, so that a district is the same after writing and reading.
        """
        known = {canonical(column): place for place, column in enumerate(self.columns)}

        def rank(column: str) -> tuple[int, int, str]:
            number, base = self.contact_column(column)
            return (number, known.get(base, len(known)), column)

        return sorted(columns, key=rank)


@dataclass(frozen=True, slots=True)
class PeopleLayout:
    """A file of people: what its rows make of them, and the columns that are named after the role."""

    layout: Layout
    role: Role
    sis_id: str
    email: str
    grade: str = ""

    @property
    def read(self) -> tuple[str, ...]:
        """The columns that a record has a place for; all others travel with it as facts."""
        return (self.sis_id, "first_name", "last_name", "middle_name", self.email, self.grade, "school_id")


@lru_cache(1000)
def _contact_column(column: str) -> tuple[int, str]:
    if not column.startswith(CONTACT):
        return 0, column
    found = _NUMBERED_CONTACT.fullmatch(column)
    return (int(found[1]), CONTACT + found[2]) if found else (1, column)


@lru_cache(1000)
def numbered(column: str, number: int) -> str:
    """Name a contact's column for a student's first contact, the second, and so on."""
    return column.replace(CONTACT, f"{CONTACT}{number}_", 1) if number > 1 else column


def canonical(column: str) -> str:
    """Reduce a column's name to the one it goes by here: `School ID` and `school_id` are the same."""
    name = column.strip()
    return f"ext.{name[4:]}" if name.lower().startswith("ext.") else name.lower().replace(" ", "_")


def is_own(column: str) -> bool:
    """Say whether a column is a record's own affair, as a number is, and not one of a few values."""
    return column.endswith(OWN)


def numbers_no_contact(column: str) -> bool:
    """Say whether a contact's column has a number that is none: 0, one of many digits, or not in plain digits."""
    number, numbered, _ = column.removeprefix(CONTACT).partition("_")
    return bool(numbered) and number.isdigit() and not _NUMBERED_CONTACT.fullmatch(column)


def _columns(words: str) -> tuple[str, ...]:
    return tuple(words.split())


SCHOOLS = Layout(
    "schools.csv",
    _columns(
        "School_id School_name School_number State_id Low_grade High_grade Principal Principal_email "
        "School_address School_city School_state School_zip School_phone"
    ),
    required_count=3,
)
STUDENTS = Layout(
    "students.csv",
    _columns(
        "School_id Student_id Last_name First_name Middle_name Student_number State_id Grade Gender "
        "Graduation_year DOB Race Hispanic_Latino Home_language Ell_status Frl_status IEP_status Student_street "
        "Student_city Student_state Student_zip Student_email Contact_relationship Contact_type Contact_name "
        "Contact_phone Contact_phone_type Contact_email Contact_sis_id Username Password Unweighted_gpa "
        "Weighted_gpa "
        "Preferred_first_name Preferred_middle_name Preferred_last_name "
        "Disability_status Disability_type Disability_code Section_504_status Gifted_status"
    ),
    required_count=4,
    contacts=True,
)
TEACHERS = Layout(
    "teachers.csv",
    _columns(
        "School_id Teacher_id Last_name First_name Middle_name Teacher_number State_teacher_id Teacher_email Title "
        "Username Password"
    ),
    required_count=4,
)
STAFF = Layout(
    "staff.csv",
    _columns(
        "School_id Staff_id Staff_email Last_name First_name Middle_name Department Title Username Password Role"
    ),
    required_count=5,
    optional=True,
)
DISTRICT_ADMINS = Layout(
    "district_admins.csv",
    _columns("Admin_id Admin_email Last_name First_name Middle_name Title"),
    required_count=4,
    optional=True,
)
TEACHER_COLUMNS = ("Teacher_id", *(f"Teacher_{number}_id" for number in range(2, 11)))
SECTIONS = Layout(
    "sections.csv",
    (
        *_columns("School_id Section_id Teacher_id"),
        *TEACHER_COLUMNS[1:],
        *_columns(
            "Name Section_number Grade Course_name Course_number Course_description Period Subject Term_name "
            "Term_start Term_end"
        ),
    ),
    required_count=3,
)
ENROLLMENTS = Layout("enrollments.csv", _columns("School_id Section_id Student_id"), required_count=3)

PEOPLE = (
    PeopleLayout(STUDENTS, Role.STUDENT, "student_id", "student_email", "grade"),
    PeopleLayout(TEACHERS, Role.TEACHER, "teacher_id", "teacher_email"),
    PeopleLayout(STAFF, Role.STAFF, "staff_id", "staff_email"),
    PeopleLayout(DISTRICT_ADMINS, Role.DISTRICT_ADMIN, "admin_id", "admin_email"),
)
LAYOUTS = (SCHOOLS, STUDENTS, TEACHERS, SECTIONS, ENROLLMENTS, STAFF, DISTRICT_ADMINS)
