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
from tests.unit.clever_words import contradictions, strange_words

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
        "student_number",
        "state_id",
        "gender",
        "graduation_year",
        "dob",
        "race",
        "hispanic_latino",
        "home_language",
        "ell_status",
        "frl_status",
        "iep_status",
        "student_street",
        "student_city",
        "student_state",
        "student_zip",
        "username",
        "disability_status",
        "section_504_status",
        "gifted_status",
    } <= {column for column, _ in student.more}


def test_what_is_said_of_students_is_in_clevers_words_and_can_be_true(plan: DistrictPlan) -> None:
    students = of_role(plan, Role.STUDENT)

    assert [strange_words(student) for student in students if strange_words(student)] == []
    assert [contradictions(student) for student in students if contradictions(student)] == []


def share(people: list[Person], column: str, value: str | None = None) -> float:
    """Say how many of a hundred people have a value in a column, or any value."""
    said = [dict(person.more).get(column) for person in people]
    return 100 * sum(one is not None if value is None else one == value for one in said) / len(people)


@pytest.mark.parametrize(
    ("column", "value", "low", "high"),
    [
        ("home_language", "English", 70, 85),
        ("home_language", "Spanish", 9, 18),
        ("home_language", "Vietnamese", 0.2, 3),
        ("ell_status", "Y", 6, 15),
        ("frl_status", "Free", 33, 47),
        ("iep_status", "Y", 9, 18),
        ("disability_status", "Y", 11, 21),
        ("disability_code", "sld", 3, 8),
        ("section_504_status", "Y", 1, 5),
        ("gifted_status", "Y", 5, 12),
        ("gender", "X", 0.5, 4),
        ("preferred_first_name", None, 1, 4),
        ("preferred_last_name", None, 0.2, 2),
        ("contact_name", None, 55, 65),
        ("contact_2_name", None, 19, 29),
    ],
)
def test_about_as_many_students_as_in_life_have(
    plan: DistrictPlan, column: str, value: str | None, low: float, high: float
) -> None:
    assert low <= share(of_role(plan, Role.STUDENT), column, value) <= high


def test_of_the_contacts_some_have_an_id_some_an_email_and_most_a_phone(plan: DistrictPlan) -> None:
    students = [student for student in of_role(plan, Role.STUDENT) if "contact_name" in dict(student.more)]

    assert 50 <= share(students, "contact_sis_id") <= 70
    assert 84 <= share(students, "contact_email") <= 95
    assert 93 <= share(students, "contact_phone") <= 99.5


def test_siblings_share_a_name_a_home_and_contacts(plan: DistrictPlan) -> None:
    students = of_role(plan, Role.STUDENT)
    children: dict[str, list[Person]] = {}
    for student in students:
        children.setdefault(dict(student.more).get("contact_sis_id", ""), []).append(student)
    del children[""]
    families = [siblings for siblings in children.values() if len(siblings) > 1]
    shared = [
        {
            (child.last, *(pair for pair in child.more if pair[0].startswith(("contact_", "student_s"))))
            for child in one
        }
        for one in families
    ]

    assert len(families) > 100
    assert {len(one) for one in shared} == {1}


def test_no_contact_can_be_called_or_written_to(plan: DistrictPlan) -> None:
    said = [pair for student in of_role(plan, Role.STUDENT) for pair in student.more]
    phones = {value for column, value in said if column in ("contact_phone", "contact_2_phone")}
    emails = {value for column, value in said if column in ("contact_email", "contact_2_email")}

    assert {phone[5:13] for phone in phones} == {" 555-01" + digit for digit in "0123456789"}
    assert {email.partition("@")[2] for email in emails} == {"family.example"}


@pytest.mark.parametrize(("percent", "students"), [(0, 0), (100, 50)])
def test_somebody_may_ask_for_more_or_fewer_contacts(percent: int, students: int) -> None:
    plan = generate_district(50, 7, contacts_percent=percent)

    assert sum("contact_name" in dict(one.more) for one in of_role(plan, Role.STUDENT)) == students


def test_a_stream_repeats_itself_and_depends_on_what_it_is_for() -> None:
    one, same, other = Stream(1, "a"), Stream(1, "a"), Stream(1, "b")

    first = one.picks(range(1000), 5)

    assert same.picks(range(1000), 5) == first
    assert other.picks(range(1000), 5) != first


def test_a_stream_draws_what_it_always_drew() -> None:
    stream = Stream(1, "frozen")

    drawn = (stream.between(1, 6), stream.pick("abc"), stream.shuffled(range(5)), stream.happens(50))

    assert drawn == (1, "b", [3, 4, 2, 0, 1], True)
