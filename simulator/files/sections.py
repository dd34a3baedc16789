"""Sections read from sections.csv, and who is in them from enrollments.csv.

The section's row is where a course and a term are named; equal ones are shared between the sections.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from simulator.files.layout import TEACHER_COLUMNS, canonical
from simulator.files.people import Schools, unknown_school
from simulator.files.problems import nearest_id, shortened
from simulator.files.table import Row, Table
from simulator.roster import Course, Person, PersonId, SchoolId, SectionFacts, Term

SECTION = ("school_id", "section_id", "name", "period")
COURSE = ("course_name", "course_number")
TERM = ("term_name", "term_start", "term_end")
READ = (*SECTION, *COURSE, *TERM)
TEACHERS_READ = tuple(canonical(column) for column in TEACHER_COLUMNS)

TaughtSection = tuple[SectionFacts, tuple[PersonId, ...]]
"""A section before its students are known: its facts and its teachers."""


class Courses(dict[tuple[str, ...], Course | None]):
    """Courses by what rows say of them, each made once."""

    def __missing__(self, says: tuple[str, ...]) -> Course | None:
        """Make the course of a row; none where the row says nothing of one."""
        course = self[says] = Course(*says) if any(says) else None
        return course


class Terms(dict[tuple[str, ...], Term | None]):
    """Terms by what rows say of them, each made once."""

    def __init__(self, table: Table) -> None:
        super().__init__()
        self.table = table

    def __missing__(self, says: tuple[str, ...]) -> Term | None:
        """Make the term of a row; none where the row says nothing of one."""
        name, start, end = says
        first, last = self._date("term_start", start), self._date("term_end", end)
        if first and last and last < first:
            wrong = f"the term starts on {shortened(start)}, after its end"
            self.table.problem("term_end", end, wrong, "Swap or correct them.")
        term = self[says] = Term(name, first, last) if any(says) else None
        return term

    def _date(self, column: str, text: str) -> date | None:
        parsed = _parsed(text) if text else None
        if text and not parsed:
            self.table.problem(column, text, "this is no date", "Write it as mm/dd/yyyy or yyyy-mm-dd.")
        return parsed


def read_sections(table: Table, schools: Schools, teachers: Mapping[str, Person]) -> dict[str, TaughtSection]:
    """Read the sections with their teachers, still without students, by SIS id."""
    sections: dict[str, TaughtSection] = {}
    make = _maker(table, schools, teachers)
    for row in table.rows():
        section = make(row)
        sis_id = section[0].sis_id
        if sections.setdefault(sis_id, section) is not section:
            line = table.first_line_with("section_id", sis_id)
            wrong = f"line {line} has a section with this id already"
            table.problem("section_id", sis_id, wrong, "Give each section one row and an id of its own.")
    return sections


def _maker(table: Table, schools: Schools, teachers: Mapping[str, Person]) -> Callable[[Row], TaughtSection]:
    """Make the function that turns a row into a section; what all rows share is worked out here, once."""
    pick, course, term = table.picker(*SECTION), table.picker(*COURSE), table.picker(*TERM)
    more = table.facts((*READ, *TEACHERS_READ))
    courses, terms = Courses(), Terms(table)
    keys = {sis_id: teacher.id for sis_id, teacher in teachers.items()}
    staffed = [table.place_of(column) for column in TEACHERS_READ if column in table.columns]
    share: dict[str, str] = {}
    shared = share.setdefault

    def make(row: Row) -> TaughtSection:
        school, sis_id, name, period = pick(row)
        named = [row[place] for place in staffed if row[place]]
        at, staff = schools.get(school), [keys[one] for one in named if one in keys]
        if not (at and staff and sis_id.strip()) or len(dict.fromkeys(staff)) < len(named):
            _note(table, row, schools, teachers)
        title = name or _clevers_name([teachers[one].last for one in named if one in keys], period, course(row)[0])
        facts = SectionFacts(
            sis_id,
            at[0] if at else SchoolId(""),
            shared(title, title),
            shared(period, period),
            courses[course(row)],
            terms[term(row)],
            more(row),
        )
        return facts, tuple(staff)

    return make


def _clevers_name(teachers: Sequence[str], period: str, course: str) -> str:
    """Name a section that its row does not name, as Clever does: after course, primary teacher and period."""
    return " - ".join(filter(None, (course, *teachers[:1], period)))


def _note(table: Table, row: Row, schools: Schools, teachers: Mapping[str, Person]) -> None:
    """Note everything that is wrong with who teaches a section, and where."""
    table.check_filled(row)
    school = row[table.place_of("school_id")]
    if school.strip() and school not in schools:
        unknown_school(table, school, schools)
    named: set[str] = set()
    for column in TEACHERS_READ:
        sis_id = row[table.place_of(column)] if column in table.columns else ""
        if sis_id.strip() and sis_id not in teachers:
            remedy = nearest_id(sis_id, teachers, "teachers.csv")
            table.problem(column, sis_id, "teachers.csv has no teacher with this id", remedy)
        elif sis_id in named:
            table.problem(column, sis_id, "the row names this teacher twice", "Name each teacher once.")
        named.update([sis_id] if sis_id else [])


def _parsed(text: str) -> date | None:
    month, _, rest = text.partition("/")
    day, _, year = rest.partition("/")
    try:
        parsed = date(int(year), int(month), int(day)) if rest else date.fromisoformat(text)
        # A year of two digits would be read as one of the first century.
        return parsed if parsed.year > 999 else None
    except (ValueError, OverflowError):
        return None


def read_enrollments(
    table: Table, schools: Schools, sections: Mapping[str, TaughtSection], students: Mapping[str, Person]
) -> dict[str, list[PersonId]]:
    """Read who is in which section, by the section's SIS id: the longest file, so its loop is written plainly."""
    at_school, at_section, at_student = (table.place_of(column) for column in table.layout.required)
    keys = {sis_id: student.id for sis_id, student in students.items()}
    rolls: dict[str, list[PersonId]] = {sis_id: [] for sis_id in sections}
    for row in table.rows():
        try:
            rolls[row[at_section]].append(keys[row[at_student]])
            schools[row[at_school]]
        except KeyError:
            _dangling(table, row, {"school_id": schools, "section_id": sections, "student_id": students})
    for sis_id, roll in rolls.items():
        if len(set(roll)) < len(roll):
            _enrolled_twice(table, sis_id)
    return rolls


def _dangling(table: Table, row: Row, known: Mapping[str, Mapping[str, object]]) -> None:
    table.check_filled(row)
    for column, ids in known.items():
        value = row[table.place_of(column)]
        if value.strip() and value not in ids:
            kind = column.removesuffix("_id")
            remedy = nearest_id(value, ids, f"{kind}s.csv")
            table.problem(column, value, f"{kind}s.csv has no {kind} with this id", remedy)


def _enrolled_twice(table: Table, section: str) -> None:
    pick = table.picker("section_id", "student_id")
    first: dict[str, int] = {}
    for row in table.again():
        of, student = pick(row)
        if of == section and first.setdefault(student, table.line) != table.line:
            wrong = f"line {first[student]} enrolls this student in the section {shortened(section)} already"
            table.problem("student_id", student, wrong, "Keep one of the rows.")
