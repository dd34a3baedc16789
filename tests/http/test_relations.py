"""What hangs together in Clever, against Lincoln's files, which are read here with nothing but the csv module."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.http.caller import Caller, link

LINCOLN = Path(__file__).parents[2] / "fixtures" / "lincoln"
VERSIONS = pytest.mark.parametrize("version", ["v3.0", "v3.1"])


def rows(file: str) -> list[dict[str, str]]:
    with (LINCOLN / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def attended_by(section: str) -> set[str]:
    return {row["Student_id"] for row in rows("enrollments.csv") if row["Section_id"] == section}


def taught_by(section: str) -> set[str]:
    (row,) = (row for row in rows("sections.csv") if row["Section_id"] == section)
    return {row[column] for column in row if column.startswith("Teacher_") and row[column]}


def sections_taught_by(teacher: str) -> set[str]:
    return {row["Section_id"] for row in rows("sections.csv") if teacher in taught_by(row["Section_id"])}


def sections_attended_by(student: str) -> set[str]:
    return {row["Section_id"] for row in rows("enrollments.csv") if row["Student_id"] == student}


def sis_ids(lincoln: Caller, path: str) -> list[str]:
    role = path.partition("role=")[2].partition("&")[0]
    return [next(_sis_ids(one, role)) for one in lincoln.records(path)]


def _sis_ids(record: dict[str, object], role: str = "") -> Iterator[str]:
    """Give the SIS ids of a record: of a person that in one role, or in each."""
    roles = record.get("roles", {"": record})
    assert isinstance(roles, dict)
    found = [roles[role]] if role in roles else roles.values()
    yield from (str(one.get("sis_id", one.get("staff_id"))) for one in found)


def uri(lincoln: Caller, listed: str, sis_id: str) -> str:
    page = lincoln.page(f"/{listed}{'&' if '?' in listed else '?'}limit=1000")
    return next(str(one["uri"]) for one in page["data"] if sis_id in _sis_ids(one["data"]))


@VERSIONS
def test_the_people_of_a_section_are_those_of_its_row_and_its_enrollments(lincoln: Caller, version: str) -> None:
    for row in rows("sections.csv"):
        section = uri(lincoln, f"{version}/sections", row["Section_id"])

        assert set(sis_ids(lincoln, f"{section}/users?role=student")) == attended_by(row["Section_id"])
        assert set(sis_ids(lincoln, f"{section}/users?role=teacher")) == taught_by(row["Section_id"])
        everybody = sis_ids(lincoln, f"{section}/users")
        assert sorted(everybody) == sorted([*attended_by(row["Section_id"]), *taught_by(row["Section_id"])])


@VERSIONS
def test_a_teacher_has_the_students_of_all_their_sections_and_the_students_have_the_teacher(
    lincoln: Caller, version: str
) -> None:
    ito = uri(lincoln, f"{version}/users?role=teacher", "101")
    students = set().union(*(attended_by(section) for section in sections_taught_by("101")))

    assert set(sis_ids(lincoln, f"{ito}/sections")) == sections_taught_by("101")
    assert set(sis_ids(lincoln, f"{ito}/mystudents")) == students
    for student in students:
        found = uri(lincoln, f"{version}/users?role=student", student)
        theirs = set().union(*(taught_by(section) for section in sections_attended_by(student)))
        assert set(sis_ids(lincoln, f"{found}/myTeachers")) == theirs
        assert set(sis_ids(lincoln, f"{found}/sections")) == sections_attended_by(student)
    assert lincoln.records(f"{ito}/myteachers") == lincoln.records(f"{ito}/mycontacts") == []


def test_a_students_contacts_are_those_of_the_file_and_lead_back_to_the_student(lincoln: Caller) -> None:
    with_contacts = {row["Student_id"]: row for row in rows("students.csv") if row["Contact_name"]}
    assert with_contacts

    for sis_id, row in with_contacts.items():
        student = uri(lincoln, "v3.0/users?role=student", sis_id)
        contacts = lincoln.page(f"{student}/mycontacts")["data"]
        assert row["Contact_name"] in {one["data"]["name"]["last"] for one in contacts}
        for one in contacts:
            assert sis_id in sis_ids(lincoln, f"{one['uri']}/mystudents")


@pytest.mark.parametrize("role", ["student", "teacher", "staff"])
def test_a_school_has_everybody_who_is_there_and_those_whose_first_school_it_is(lincoln: Caller, role: str) -> None:
    file, column = {"student": ("students.csv", "Student_id"), "teacher": ("teachers.csv", "Teacher_id")}.get(
        role, ("staff.csv", "Staff_id")
    )
    first: dict[str, str] = {}
    for row in rows(file):
        first.setdefault(row[column], row["School_id"])
    for school in ("10", "20"):
        found = uri(lincoln, "v3.0/schools", school)
        there = {row[column] for row in rows(file) if row["School_id"] == school}

        assert set(sis_ids(lincoln, f"{found}/users?role={role}")) == there
        primary = {one for one, at in first.items() if at == school}
        assert set(sis_ids(lincoln, f"{found}/users?role={role}&primary=true")) == primary


def test_a_school_its_courses_and_its_terms_share_their_sections(lincoln: Caller) -> None:
    for school in ("10", "20"):
        found = uri(lincoln, "v3.0/schools", school)
        its = [row for row in rows("sections.csv") if row["School_id"] == school]

        assert set(sis_ids(lincoln, f"{found}/sections")) == {row["Section_id"] for row in its}
        courses = lincoln.page(f"{found}/courses")["data"]
        assert {one["data"]["number"] for one in courses} == {row["Course_number"] for row in its} - {""}
        terms = lincoln.page(f"{found}/terms")["data"]
        assert {one["data"]["name"] for one in terms} == {row["Term_name"] for row in its} - {""}
        for one in (*courses, *terms):
            assert found in {there["uri"] for there in lincoln.page(f"{one['uri']}/schools")["data"]}
        for one in courses:
            number = one["data"]["number"]
            of_it = {row["Section_id"] for row in rows("sections.csv") if row["Course_number"] == number}
            assert set(sis_ids(lincoln, f"{one['uri']}/sections")) == of_it


@pytest.mark.parametrize("relation", ["course", "school", "term", "district"])
def test_a_record_that_another_names_reads_as_by_itself_with_a_link_to_its_own_address(
    lincoln: Caller, relation: str
) -> None:
    section = uri(lincoln, "v3.0/sections", "2001")

    page = lincoln.page(f"{section}/{relation}")

    own = link(page, "self")
    assert page["links"] == [{"rel": "self", "uri": f"/v3.0/{relation}s/{page['data']['id']}"}]
    assert lincoln.page(own)["data"] == page["data"]


def test_every_link_of_every_single_record_leads_somewhere(lincoln: Caller) -> None:
    for kind in ("districts", "schools", "terms", "courses", "sections", "users"):
        for one in lincoln.page(f"/v3.0/{kind}")["data"]:
            for found in lincoln.page(one["uri"])["links"]:
                assert lincoln.clever(found["uri"]).status_code == 200, found


@pytest.mark.parametrize(
    ("kind", "rels"),
    [
        ("courses", "self district sections schools"),
        ("schools", "self district sections users terms courses"),
        ("sections", "self district school term course users"),
        ("terms", "self district sections schools"),
        ("users?role=student", "self district sections myContacts myTeachers schools"),
        ("users?role=teacher", "self district sections myStudents schools"),
    ],
)
def test_the_links_of_a_single_record_are_those_recorded_in_their_order(
    lincoln: Caller, kind: str, rels: str
) -> None:
    for one in lincoln.page(f"/v3.0/{kind}")["data"]:
        assert [found["rel"] for found in lincoln.page(one["uri"])["links"]] == rels.split()


@pytest.mark.parametrize(
    "path", ["/resources", "/courses/{}/resources", "/sections/{}/resources", "/users/{}/resources"]
)
def test_a_district_without_resources_answers_in_the_recorded_shape(lincoln: Caller, path: str) -> None:
    kind = path.split("/")[1]
    one = "" if kind == "resources" else lincoln.records(f"/v3.0/{kind}")[0]["id"]

    reply = lincoln.clever(f"/v3.0{path.format(one)}")

    assert (reply.data, reply.headers["content-type"]) == (b'{"resources":[]}', "application/json")


@pytest.mark.parametrize(
    "path",
    [
        "/v3.0/resources/58da8c63d7dc0ca068000478",
        "/v3.0/schools/58da8c63d7dc0ca068000478/users",
        "/v3.0/sections/58da8c63d7dc0ca068000478/course",
        "/v3.0/users/58da8c63d7dc0ca068000478/resources",
        "/v3.0/events/58da8c63d7dc0ca068000478",
    ],
)
def test_what_hangs_on_a_record_that_is_not_there_is_not_there(lincoln: Caller, path: str) -> None:
    reply = lincoln.clever(path)

    assert (reply.status_code, [*reply.get_json()]) == (404, ["message"])


def test_a_record_is_found_under_its_own_kind_only(lincoln: Caller) -> None:
    section = lincoln.records("/v3.0/sections")[0]["id"]

    assert lincoln.clever(f"/v3.0/users/{section}").status_code == 404
