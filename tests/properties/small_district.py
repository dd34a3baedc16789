"""The small district of the tests: two schools, four sections, five teachers, eight students, two others."""

from __future__ import annotations

from datetime import time

from simulator.roster import (
    Person,
    PersonId,
    Role,
    School,
    SchoolId,
    Section,
    SectionFacts,
    SectionId,
    person_id,
)
from simulator.simulation.district import District, DistrictPlan, State
from simulator.simulation.simulation import Simulation
from simulator.sis import Roster

NORTH, SOUTH = SchoolId("school:N"), SchoolId("school:S")
TEACHERS = tuple(PersonId(f"teacher:{number}") for number in range(1, 6))
STUDENTS = tuple(PersonId(f"student:{number}") for number in range(1, 9))
SECTIONS = tuple(SectionId(f"section:{number}") for number in range(1, 5))
TAUGHT_BY = {1: (1,), 2: (2, 3), 3: (3,), 4: (4, 1)}
ATTENDED_BY = {1: (1, 2, 3), 2: (2, 3, 4), 3: (5, 6), 4: (7,)}


def person(role: Role, sis_id: str, first: str, school: SchoolId, email: str | None = None) -> Person:
    """Make a person whose email, unless another is given, is made from role and SIS id."""
    address = f"{role.value[0]}{sis_id}@small.example" if email is None else email
    return Person(person_id(role, sis_id), sis_id, role, first, "Small", email=address, schools=(school,))


def small_roster() -> Roster:
    """Make the roster; section 1 and 2 are in the north school, 3 and 4 in the south school."""
    people = [
        *(person(Role.TEACHER, str(one), f"Teacher{one}", NORTH if one < 4 else SOUTH) for one in range(1, 6)),
        *(person(Role.STUDENT, str(one), f"Student{one}", NORTH if one < 5 else SOUTH) for one in range(1, 9)),
        person(Role.STAFF, "1", "Staff1", NORTH, "aide@small.example"),
        person(Role.DISTRICT_ADMIN, "1", "Admin1", NORTH),
    ]
    sections = [small_section(number) for number in TAUGHT_BY]
    return Roster(
        {NORTH: School(NORTH, "N", "North"), SOUTH: School(SOUTH, "S", "South")},
        {one.id: one for one in people},
        {one.id: one for one in sections},
    )


def small_section(number: int) -> Section:
    """Make one of the sections."""
    return Section(
        SectionId(f"section:{number}"),
        SectionFacts(str(number), NORTH if number < 3 else SOUTH, f"Class {number}"),
        tuple(TEACHERS[one - 1] for one in TAUGHT_BY[number]),
        tuple(STUDENTS[one - 1] for one in ATTENDED_BY[number]),
    )


def open_small_district(state: State = State.IN_STEP, seed: int = 1) -> tuple[Simulation, District]:
    """Open the small district in a simulation of its own; its nightly sync is at 04:00 in Chicago."""
    simulation = Simulation("test", seed)
    plan = DistrictPlan("Small", "America/Chicago", small_roster(), time(4))
    return simulation, simulation.open_district(plan, state)
