"""A district folder read into the plan of a district: all of it, or nothing and a list of what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from simulator.collector import collector_off, keep_for_good
from simulator.errors import BadInput, suggestion
from simulator.files.layout import (
    ENROLLMENTS,
    LAYOUTS,
    PEOPLE,
    SCHOOLS,
    SECTIONS,
    SETTINGS,
    STUDENTS,
    TEACHERS,
    Layout,
    PeopleLayout,
)
from simulator.files.people import Schools, read_people
from simulator.files.problems import Place, Problems
from simulator.files.sections import TaughtSection, read_enrollments, read_sections
from simulator.files.settings import read_settings
from simulator.files.table import Table
from simulator.roster import Person, PersonId, School, Section, SectionId, school_id, section_id
from simulator.simulation.district import DistrictPlan
from simulator.sis import Roster

Tables = dict[Layout, Table]


def read_district(folder: Path) -> DistrictPlan:
    """Read a district folder in Clever's CSV layout. Raises BadInput, naming what is wrong, and keeps nothing."""
    try:
        return _read(folder)
    except OSError as wrong:
        file = Path(wrong.filename).name if isinstance(wrong.filename, str) else "a file of it"
        raise BadInput(
            f"the district folder {str(folder)!r}",
            f"{file} cannot be read: {wrong.strerror}",
            "Make it a file or folder that you may read.",
        ) from wrong


def _read(folder: Path) -> DistrictPlan:
    if not folder.is_dir():
        raise BadInput(
            f"the district folder {str(folder)!r}",
            "there is no such folder",
            f"Name a folder that holds {SETTINGS} and Clever's CSV files.",
        )
    problems = Problems(folder)
    settings = read_settings(folder / SETTINGS, problems)
    tables = _tables(folder, problems)
    problems.stop_if_any()
    with collector_off():
        roster = _roster(tables)
    problems.stop_if_any()
    assert settings is not None  # a problem with the settings has stopped the reading
    return DistrictPlan(
        name=settings.name,
        timezone=settings.timezone,
        roster=roster,
        nightly_sync=settings.nightly_sync,
        sis=settings.sis,
        lag_minutes=settings.lag_minutes,
        manual_rostering=settings.manual_rostering,
        lms=settings.lms,
    )


def _tables(folder: Path, problems: Problems) -> Tables:
    tables: Tables = {}
    there = sorted(path.name for path in folder.iterdir())
    for layout in LAYOUTS:
        if layout.file in there and not (folder / layout.file).is_file():
            problems.add(Place(layout.file), "this is not a file", "Put a file in its place, or remove it.")
        elif layout.file in there:
            tables[layout] = Table(folder / layout.file, layout, problems)
        elif not layout.optional:
            remedy = suggestion(layout.file, there, "Add the file; a header alone will do.")
            problems.add(Place(layout.file), "the folder has no such file", remedy)
    return tables


def _roster(tables: Tables) -> Roster:
    schools = _schools(tables[SCHOOLS])
    at: Schools = {sis_id: (school.id,) for sis_id, school in schools.items()}
    people = {kind.layout: _people(tables, kind, at) for kind in PEOPLE}
    sections = read_sections(tables[SECTIONS], at, people[TEACHERS])
    rolls = read_enrollments(tables[ENROLLMENTS], at, sections, people[STUDENTS])
    roster = Roster(
        {school.id: school for school in schools.values()},
        {person.id: person for of_role in people.values() for person in of_role.values()},
        _with_students(sections, rolls),
    )
    keep_for_good(len(roster.people))
    return roster


def _with_students(
    sections: Mapping[str, TaughtSection], rolls: Mapping[str, list[PersonId]]
) -> dict[SectionId, Section]:
    filled = {}
    for sis_id, (facts, teachers) in sections.items():
        key = section_id(sis_id)
        filled[key] = Section(key, facts, teachers, tuple(rolls[sis_id]))
    return filled


def _people(tables: Tables, kind: PeopleLayout, at: Schools) -> dict[str, Person]:
    if kind.layout not in tables:
        return {}
    # District admins belong to no school, and their file has no column for one.
    schools = at if "school_id" in kind.layout.required else {**at, "": ()}
    return read_people(tables[kind.layout], kind, schools)


def _schools(table: Table) -> dict[str, School]:
    pick = table.picker("school_id", "school_name")
    facts = table.facts(("school_id", "school_name"))
    schools: dict[str, School] = {}
    for row in table.rows():
        table.check_filled(row)
        sis_id, name = pick(row)
        if sis_id in schools:
            wrong = f"line {table.first_line_with('school_id', sis_id)} has a school with this id already"
            table.problem("school_id", sis_id, wrong, "Give each school one row and an id of its own.")
        schools[sis_id] = School(school_id(sis_id), sis_id, name, facts(row))
    return schools
