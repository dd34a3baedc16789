"""Sections read from sections.csv, and who is in them from enrollments.csv.

The section's row is where a course and a term are named; equal ones are shared between the sections.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from simulator.files.layout import TEACHER_COLUMNS, canonical
from simulator.files.people import Schools, unknown_school
from simulator.files.problems import nearest_id
from simulator.files.table import Pair, Row, Table
from simulator.roster import Course, Person, PersonId, SchoolId, SectionFacts, Term

READ = (
    "school_id",
    "section_id",
    "name",
    "period",
    "course_name",
    "course_number",
    "term_name",
    "term_start",
    "term_end",
)
TEACHERS_READ = tuple(canonical(column) for column in TEACHER_COLUMNS)


TaughtSection = tuple[SectionFacts, tuple[PersonId, ...]]
"""A section before its students are known: its facts and its teachers."""


@dataclass
class Shared:
    """Courses, terms and names that were met before, so that each is made once."""

    courses: dict[tuple[str, str], Course] = field(default_factory=dict)
    terms: dict[tuple[str, ...], Term | None] = field(default_factory=lambda: {("", "", ""): None})
    names: dict[str, str] = field(default_factory=dict)


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
    pick = table.picker(*READ)
    filled = table.picker(*table.layout.required)
    staffed = [(column, table.place_of(column)) for column in TEACHERS_READ if column in table.columns]
    more = table.facts((*READ, *TEACHERS_READ))
    shared = Shared()
    share = shared.names.setdefault

    def make(row: Row) -> TaughtSection:
        school, sis_id, name, period, course, number, *term = pick(row)
        if not all(map(str.strip, filled(row))):
            table.check_filled(row)
        named = [(column, row[place]) for column, place in staffed if row[place]]
        staff = _teachers(table, named, teachers)
        title = name or " - ".join(filter(None, (course, staff[0].last if staff else "", period)))
        facts = SectionFacts(
            sis_id,
            _school(table, school, schools),
            share(title, title),
            share(period, period),
            _course(shared, course, number),
            _term(table, shared, tuple(term)),
            more(row),
        )
        return facts, tuple([one.id for one in staff])

    return make


def _school(table: Table, school: str, schools: Schools) -> SchoolId:
    at = schools.get(school)
    if at:
        return at[0]
    if school.strip():
        unknown_school(table, school, schools)
    return SchoolId("")


def _teachers(table: Table, named: Iterable[Pair], teachers: Mapping[str, Person]) -> list[Person]:
    """Find the teachers whom a row names: the primary teacher, then the co-teachers."""
    found: dict[str, Person] = {}
    for column, sis_id in named:
        teacher = teachers.get(sis_id)
        if teacher is None:
            remedy = nearest_id(sis_id, teachers, "teachers.csv")
            table.problem(column, sis_id, "teachers.csv has no teacher with this id", remedy)
        elif sis_id in found:
            table.problem(column, sis_id, "the row names this teacher twice", "Name each teacher once.")
        else:
            found[sis_id] = teacher
    return list(found.values())


def _course(shared: Shared, name: str, number: str) -> Course | None:
    if not name and not number:
        return None
    return shared.courses.get((name, number)) or shared.courses.setdefault((name, number), Course(name, number))


def _term(table: Table, shared: Shared, says: tuple[str, ...]) -> Term | None:
    if says in shared.terms:
        return shared.terms[says]
    name, start, end = says
    first, last = _date(table, "term_start", start), _date(table, "term_end", end)
    if first and last and last < first:
        table.problem("term_end", end, f"the term starts on {start}, after its end", "Swap or correct them.")
    term = shared.terms[says] = Term(name, first, last)
    return term


def _date(table: Table, column: str, text: str) -> date | None:
    parsed = _parsed(text) if text else None
    if text and not parsed:
        table.problem(column, text, "this is no date", "Write it as mm/dd/yyyy or yyyy-mm-dd.")
    return parsed


def _parsed(text: str) -> date | None:
    month, _, rest = text.partition("/")
    day, _, year = rest.partition("/")
    try:
        parsed = date(int(year), int(month), int(day)) if rest else date.fromisoformat(text)
        # A year of two digits would be read as one of the first century.
        return parsed if parsed.year > 999 else None
    except ValueError:
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
            wrong = f"line {first[student]} enrolls this student in the section {section} already"
            table.problem("student_id", student, wrong, "Keep one of the rows.")
