"""The plan of a district written as a folder in Clever's CSV layout, such that reading it gives the same plan."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import chain, repeat, zip_longest
from pathlib import Path

from simulator.errors import BadInput
from simulator.files.layout import (
    ENROLLMENTS,
    LAYOUTS,
    PEOPLE,
    SCHOOLS,
    SECTIONS,
    SETTINGS,
    Layout,
    PeopleLayout,
    canonical,
)
from simulator.files.people import contacts
from simulator.files.sections import READ, TEACHERS_READ
from simulator.files.settings import Settings, settings_text
from simulator.roster import Facts, Person, School, Section
from simulator.simulation.district import DistrictPlan
from simulator.sis import Roster

SisIds = Mapping[str, str]
"""The SIS ids of schools, or of people, by their keys."""


def write_district(plan: DistrictPlan, folder: Path) -> None:
    """Write a district as a folder. Raises BadInput when it has a district in it already, or cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _refuse_to_overwrite(folder)
        _write_all(plan, folder)
    except (OSError, ValueError) as wrong:
        why = wrong.strerror if isinstance(wrong, OSError) else str(wrong)
        asked = f"writing a district to the folder {str(folder)!r}"
        raise BadInput(
            asked, f"this cannot be done: {why}", "Name a new folder in one that you may write to."
        ) from wrong


def _write_all(plan: DistrictPlan, folder: Path) -> None:
    settings = Settings(
        plan.name, plan.timezone, plan.sis, plan.nightly_sync, plan.lag_minutes, plan.manual_rostering, plan.lms
    )
    (folder / SETTINGS).write_text(settings_text(settings), encoding="utf-8", newline="\n")
    at: SisIds = {school.id: school.sis_id for school in plan.roster.schools.values()}
    _write_schools(folder, plan.roster.schools.values())
    for kind in PEOPLE:
        people = [person for person in plan.roster.people.values() if person.role is kind.role]
        if people or not kind.layout.optional:
            _write_people(folder, kind, people, at)
    ids: SisIds = {person.id: person.sis_id for person in plan.roster.people.values()}
    _write_sections(folder, plan.roster, at, ids)
    _write_enrollments(folder, plan.roster, at, ids)


def _refuse_to_overwrite(folder: Path) -> None:
    there = [name for name in (SETTINGS, *(layout.file for layout in LAYOUTS)) if (folder / name).exists()]
    if there:
        raise BadInput(
            f"writing a district to the folder {str(folder)!r}",
            f"it holds {', '.join(there)} already",
            "Name a new folder, or remove these files.",
        )


def _write(folder: Path, layout: Layout, columns: Iterable[str], rows: Iterable[Iterable[str | None]]) -> None:
    with (folder / layout.file).open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow([layout.spell(column) for column in columns])
        writer.writerows(rows)


def _columns(layout: Layout, read: Iterable[str], facts: Iterable[Facts]) -> list[str]:
    """Choose a file's columns: those that are read or required, and those that any record has a fact for."""
    said = {column for more in facts for column, _ in more}
    used = {layout.contact_column(column)[1] for column in said}
    return layout.in_order(used.union(layout.required, filter(None, read)))


def _write_schools(folder: Path, schools: Iterable[School]) -> None:
    columns = _columns(SCHOOLS, ("school_id", "school_name"), (school.more for school in schools))
    rows = (
        {
            "school_number": school.sis_id,
            **dict(school.more),
            "school_id": school.sis_id,
            "school_name": school.name,
        }
        for school in schools
    )
    _write(folder, SCHOOLS, columns, (map(row.get, columns) for row in rows))


def _write_people(folder: Path, kind: PeopleLayout, people: Sequence[Person], at: SisIds) -> None:
    columns = _columns(kind.layout, kind.read, (person.more for person in people))
    if "school_id" not in kind.layout.required:
        columns.remove("school_id")
    contacts_told = any(kind.layout.contact_column(column)[0] for column in columns)
    rows: Iterator[dict[str, str]] = (_person_row(person, kind, at) for person in people)
    if contacts_told or any(len(person.schools) > 1 for person in people):
        rows = (
            again
            for person, row in zip(people, rows, strict=True)
            for again in _repeated(person, kind.layout, row, at)
        )
    _write(folder, kind.layout, columns, (map(row.get, columns) for row in rows))


def _person_row(person: Person, kind: PeopleLayout, at: SisIds) -> dict[str, str]:
    row = dict(person.more)
    row[kind.sis_id] = person.sis_id
    row["first_name"] = person.first
    row["last_name"] = person.last
    row["middle_name"] = person.middle
    row[kind.email] = person.email
    row["school_id"] = at[person.schools[0]] if person.schools else ""
    if kind.grade:
        row[kind.grade] = person.grade
    return row


def _repeated(person: Person, layout: Layout, row: dict[str, str], at: SisIds) -> Iterator[dict[str, str]]:
    """Repeat a person's row, once for each school and once for each contact."""
    schools = [at[school] for school in person.schools] or [""]
    groups = contacts(person, layout) or [{}]
    own = {column: value for column, value in row.items() if not layout.contact_column(column)[0]}
    for school, contact in zip_longest(schools, groups):
        # Where one of the two has run out its first is said again: a row without a school would be refused.
        yield own | (contact or groups[0]) | {"school_id": school or schools[0]}


def _write_sections(folder: Path, roster: Roster, at: SisIds, ids: SisIds) -> None:
    sections = roster.sections.values()
    most = max((len(section.teachers) for section in sections), default=1)
    columns = _columns(SECTIONS, (*READ, *TEACHERS_READ[:most]), (section.facts.more for section in sections))
    rows = (_section_row(section, at, ids) for section in sections)
    _write(folder, SECTIONS, columns, (map(row.get, columns) for row in rows))


def _section_row(section: Section, at: SisIds, ids: SisIds) -> dict[str, str]:
    facts = section.facts
    row = dict(facts.more)
    row["school_id"] = at[facts.school]
    row["section_id"] = facts.sis_id
    row["name"] = facts.name
    row["period"] = facts.period
    row.update(zip(TEACHERS_READ, (ids[teacher] for teacher in section.teachers), strict=False))
    if facts.course:
        row["course_name"] = facts.course.name
        row["course_number"] = facts.course.number
    if facts.term:
        row["term_name"] = facts.term.name
        row["term_start"] = _day(facts.term.start)
        row["term_end"] = _day(facts.term.end)
    return row


@cache
def _day(day: date | None) -> str:
    return day.strftime("%m/%d/%Y") if day else ""


def _write_enrollments(folder: Path, roster: Roster, at: SisIds, ids: SisIds) -> None:
    rows = (
        zip(
            repeat(at[section.facts.school]),
            repeat(section.facts.sis_id),
            map(ids.__getitem__, section.students),
            strict=False,
        )
        for section in roster.sections.values()
    )
    _write(folder, ENROLLMENTS, map(canonical, ENROLLMENTS.columns), chain.from_iterable(rows))
