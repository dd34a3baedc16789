"""The plan of a district written as a folder in Clever's CSV layout, such that reading it gives the same plan."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import chain, repeat, zip_longest
from operator import itemgetter
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
    numbered,
)
from simulator.files.sections import READ, TEACHERS_READ
from simulator.files.settings import Settings, settings_text
from simulator.roster import Facts, Person, School, Section, Term
from simulator.simulation.district import DistrictPlan
from simulator.sis import Roster

SisIds = Mapping[str, str]
"""The SIS ids of schools, or of people, by their keys."""
Said = tuple[str, ...]
"""Columns in which something is said of a record, or the values: all of them, or those of one row."""
TO_BE_QUOTED = re.compile('[",\\r\\n]')


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


def _said(facts: Iterable[Facts]) -> set[str]:
    """Collect the columns that any record has a fact for; many have the same ones, which are looked at once."""
    return set(chain.from_iterable({next(zip(*more, strict=True), ()) for more in facts}))


def _columns(layout: Layout, read: Iterable[str], said: Iterable[str]) -> list[str]:
    """Choose a file's columns: those that are read or required, and those that any record has a fact for."""
    used = {layout.contact_column(column)[1] for column in said}
    return layout.in_order(used.union(layout.required, filter(None, read)))


def _write_schools(folder: Path, schools: Iterable[School]) -> None:
    columns = _columns(SCHOOLS, ("school_id", "school_name"), _said(school.more for school in schools))
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


class Picks(dict[Said, tuple[Callable[[Said], Said], ...]]):
    """How to pick rows out of what is said of a record, by the columns of its facts: a row for each contact.

    What is said is "", for columns in which nothing is, then what is read, then the facts.
    """

    def __init__(self, layout: Layout, read: Sequence[str], columns: Sequence[str]) -> None:
        super().__init__()
        self.layout = layout
        self.read = read
        self.columns = columns

    def __missing__(self, said: Said) -> tuple[Callable[[Said], Said], ...]:
        """Work out the rows of all records that have facts in the same columns."""
        places = {column: place for place, column in enumerate((*self.read, *said), 1)}
        contacts = sorted({self.layout.contact_column(column)[0] for column in said} - {0}) or [1]
        picks = self[said] = tuple(
            itemgetter(*(places.get(self._kept_as(column, contact), 0) for column in self.columns))
            for contact in contacts
        )
        return picks

    def _kept_as(self, column: str, contact: int) -> str:
        return numbered(column, contact) if self.layout.contact_column(column)[0] else column


def _split(facts: Facts) -> tuple[Said, Said]:
    """Split facts into columns and values."""
    columns, values = zip(*facts, strict=True) if facts else ((), ())
    return columns, values


def _write_people(folder: Path, kind: PeopleLayout, people: Sequence[Person], at: SisIds) -> None:
    columns = _columns(kind.layout, kind.read, _said(person.more for person in people))
    if "school_id" not in kind.layout.required:
        columns.remove("school_id")
    picks = Picks(kind.layout, kind.read, columns)
    _write(folder, kind.layout, columns, chain.from_iterable(map(_person_rows, people, repeat(picks), repeat(at))))


def _person_rows(person: Person, picks: Picks, at: SisIds) -> Iterable[Said]:
    """Say a person in one row, or in one for each school and each contact."""
    columns, values = _split(person.more)
    rows = picks[columns]
    own = ("", person.sis_id, person.first, person.last, person.middle, person.email, person.grade)
    schools = [at[school] for school in person.schools] or [""]
    if len(rows) == len(schools) == 1:
        return (rows[0]((*own, schools[0], *values)),)
    # Where one of the two has run out its first is said again: a row without a school would be refused.
    return [(pick or rows[0])((*own, school or schools[0], *values)) for school, pick in zip_longest(schools, rows)]


def _write_sections(folder: Path, roster: Roster, at: SisIds, ids: SisIds) -> None:
    sections = roster.sections.values()
    most = max((len(section.teachers) for section in sections), default=1)
    read = (*READ, *TEACHERS_READ[:most])
    columns = _columns(SECTIONS, read, _said(section.facts.more for section in sections))
    picks = Picks(SECTIONS, read, columns)
    _write(folder, SECTIONS, columns, (_section_row(section, picks, at, ids) for section in sections))


def _section_row(section: Section, picks: Picks, at: SisIds, ids: SisIds) -> Said:
    facts = section.facts
    columns, values = _split(facts.more)
    own = ("", at[facts.school], facts.sis_id, facts.name, facts.period)
    course = (facts.course.name, facts.course.number) if facts.course else ("", "")
    term = _term(facts.term) if facts.term else ("", "", "")
    places = len(picks.read) - len(READ)
    teachers = [ids[teacher] for teacher in section.teachers[:places]]
    nobody = [""] * (places - len(teachers))
    return picks[columns][0]((*own, *course, *term, *teachers, *nobody, *values))


@cache
def _term(term: Term) -> Said:
    return term.name, _day(term.start), _day(term.end)


def _day(day: date | None) -> str:
    return day.strftime("%m/%d/%Y") if day else ""


def _write_enrollments(folder: Path, roster: Roster, at: SisIds, ids: SisIds) -> None:
    """Write who is in which section: the longest file, so the rows of a section are joined as text."""
    _write(folder, ENROLLMENTS, map(canonical, ENROLLMENTS.columns), ())
    cells = {key: _cell(sis_id) for key, sis_id in ids.items()}
    with (folder / ENROLLMENTS.file).open("a", encoding="utf-8", newline="") as lines:
        for section in roster.sections.values():
            start = f"\n{_cell(at[section.facts.school])},{_cell(section.facts.sis_id)},"
            rows = start.join(["", *map(cells.__getitem__, section.students)])
            lines.write(rows[1:] + "\n" if rows else "")


def _cell(value: str) -> str:
    """Quote a value where CSV must."""
    return '"' + value.replace('"', '""') + '"' if TO_BE_QUOTED.search(value) else value
