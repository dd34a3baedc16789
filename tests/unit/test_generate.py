"""Generated districts: the shape of real ones, and the same bytes for the same seed."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.chance import Stream
from simulator.errors import BadInput
from simulator.files import read_district, write_district
from simulator.generate import generate_district
from simulator.roster import Person, Role
from simulator.simulation.district import DistrictPlan

WRITE = """
import sys
from pathlib import Path
from simulator.files import write_district
from simulator.generate import generate_district
write_district(generate_district(300, 7), Path(sys.argv[1]))
"""


@pytest.fixture(scope="module")
def plan() -> DistrictPlan:
    return generate_district(4000, 7)


def of_role(plan: DistrictPlan, role: Role) -> list[Person]:
    return [person for person in plan.roster.people.values() if person.role is role]


def written_with(hash_seed: str, folder: Path) -> dict[str, str]:
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
    subprocess.run([sys.executable, "-c", WRITE, str(folder)], check=True, env=environment)
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def test_the_same_seed_makes_the_same_bytes_in_every_run(tmp_path: Path) -> None:
    assert written_with("1", tmp_path / "one") == written_with("2", tmp_path / "other")


def test_another_seed_makes_another_district() -> None:
    assert generate_district(50, 1) != generate_district(50, 2)


@pytest.mark.parametrize("students", [1, 2, 13, 400])
def test_a_district_of_any_size_is_written_and_read_as_it_was(students: int, tmp_path: Path) -> None:
    plan = generate_district(students, 3, "Núñez Unified, #5")

    write_district(plan, tmp_path / "district")

    assert read_district(tmp_path / "district") == plan
    assert len(of_role(plan, Role.STUDENT)) == students


def test_districts_have_one_or_another_learning_management_system() -> None:
    systems = {generate_district(1, seed).lms for seed in range(1, 20)}

    assert systems == {"canvas", "google_classroom", "schoology"}


def test_a_district_without_students_is_refused() -> None:
    with pytest.raises(BadInput, match="a district with 0 students: it needs one at least"):
        generate_district(0, 1)


def test_it_has_about_ten_enrollments_a_student(plan: DistrictPlan) -> None:
    enrollments = sum(len(section.students) for section in plan.roster.sections.values())

    assert 9 <= enrollments / 4000 <= 11


def test_sections_are_of_the_usual_size_and_never_empty(plan: DistrictPlan) -> None:
    sizes = [len(section.students) for section in plan.roster.sections.values()]

    assert min(sizes) >= 1
    assert max(sizes) <= 40
    assert 20 <= sum(sizes) / len(sizes) <= 28


def test_about_one_section_in_seven_has_co_teachers(plan: DistrictPlan) -> None:
    shared = sum(len(section.teachers) > 1 for section in plan.roster.sections.values())

    assert 0.11 <= shared / len(plan.roster.sections) <= 0.19


def test_nobody_teaches_or_learns_in_two_places_at_once(plan: DistrictPlan) -> None:
    at = [
        (person, section.facts.period)
        for section in plan.roster.sections.values()
        for person in (section.teachers[0], *section.students)
        if section.facts.period
    ]

    assert len(at) == len(set(at))


def test_some_teachers_are_also_staff_by_the_same_email(plan: DistrictPlan) -> None:
    teachers = {person.email for person in of_role(plan, Role.TEACHER)}
    both = [person for person in of_role(plan, Role.STAFF) if person.email in teachers]

    assert len(both) == len(plan.roster.schools)


def test_no_two_grown_ups_share_an_email_by_accident(plan: DistrictPlan) -> None:
    emails = [person.email for person in of_role(plan, Role.TEACHER)]

    assert len(set(emails)) == len(emails)


def test_about_one_student_in_a_hundred_has_no_email(plan: DistrictPlan) -> None:
    without = sum(not student.email for student in of_role(plan, Role.STUDENT))

    assert 15 <= without <= 70


def test_names_are_as_various_as_in_life(plan: DistrictPlan) -> None:
    students = of_role(plan, Role.STUDENT)
    names = [student.name for student in students]

    assert any(not name.isascii() for name in names)
    assert any("'" in name for name in names)
    assert any("-" in name for name in names)
    assert len(set(names)) < len(names), "there should be namesakes"
    assert all(student.email.isascii() for student in students)


def test_what_travels_with_a_student_is_filled(plan: DistrictPlan) -> None:
    student = of_role(plan, Role.STUDENT)[0]

    assert {
        "gender",
        "dob",
        "race",
        "hispanic_latino",
        "home_language",
        "ell_status",
        "frl_status",
        "iep_status",
    } <= {column for column, _ in student.more}


def test_a_stream_repeats_itself_and_depends_on_what_it_is_for() -> None:
    one, same, other = Stream(1, "a"), Stream(1, "a"), Stream(1, "b")

    first = one.picks(range(1000), 5)

    assert same.picks(range(1000), 5) == first
    assert other.picks(range(1000), 5) != first


def test_a_stream_draws_what_it_always_drew() -> None:
    stream = Stream(1, "frozen")

    drawn = (stream.between(1, 6), stream.pick("abc"), stream.shuffled(range(5)), stream.happens(50))

    assert drawn == (1, "b", [3, 4, 2, 0, 1], True)
