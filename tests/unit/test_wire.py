"""Clever's records on the wire, beside bodies that were recorded [R3] or follow the published description [S]."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from simulator.clever.records import CleverCourse, CleverDistrict, CleverTerm, Record, User
from simulator.clever_api.wire import Json, Wire
from simulator.roster import Course, Term
from tests.unit.wire_records import (
    ADMIN,
    CHANGED,
    CLASS,
    CONTACT,
    COURSE,
    DISTRICT,
    JAMES_SAYS,
    ROBIN,
    SCHOOL,
    STAFF,
    TEACHER,
    TERM,
    WIRE,
    WITH_CANVAS,
    student,
)


def test_a_student_reads_as_recorded() -> None:
    assert WIRE.body(student(*JAMES_SAYS), "v3.0") == {
        "created": "2017-03-28T16:16:35.000Z",
        "district": "58da8a43cc70ab00017a1a87",
        "email": "james.s@example.com",
        "last_modified": "2023-04-23T16:07:32.854Z",
        "name": {"first": "James", "last": "Spencer", "middle": "H"},
        "id": "58da8c63d7dc0ca068000478",
        "roles": {
            "student": {
                "credentials": {"district_username": "jamess09"},
                "dob": "1/16/1998",
                "enrollments": [],
                "ext": {"gifted_status": "Y"},
                "gender": "M",
                "grade": "9",
                "graduation_year": "",
                "hispanic_ethnicity": "Y",
                "location": {"address": "", "city": "", "state": "", "zip": "10280"},
                "race": "Caucasian",
                "school": "58da8b58cc70ab00017a1a07",
                "schools": ["58da8b58cc70ab00017a1a07", "58da8b58cc70ab00017a1a08"],
                "sis_id": "233564109",
                "state_id": "197500067",
                "student_number": "233564109",
                "email": "james.s@example.com",
            }
        },
    }


def test_a_teacher_reads_as_recorded() -> None:
    body = WIRE.body(User(ROBIN, TEACHER), "v3.0")

    role = body["roles"]["teacher"]
    assert len(role.pop("legacy_id")) == 24
    assert role == {
        "credentials": {"district_username": "plant_robin"},
        "ext": {"admin_permissions": "Y"},
        "school": "58da8b58cc70ab00017a1a07",
        "schools": ["58da8b58cc70ab00017a1a07"],
        "sis_id": "77",
        "state_id": "114182024",
        "teacher_number": "532771",
        "title": "High School Arts Teacher",
    }
    assert body["name"] == {"first": "Robin", "last": "Plant", "middle": ""}
    assert body["created"] == body["last_modified"] == "2020-11-10T17:07:03.000Z"


def test_a_contact_reads_as_recorded() -> None:
    body = WIRE.body(CONTACT, "v3.0")

    role = body["roles"]["contact"]
    assert len(role.pop("legacy_id")) == 24
    assert body["name"] == {"last": "Sanjiv Becker"}
    assert body["roles"] == {
        "contact": {
            "phone": "(348) 880-2855",
            "phone_type": "Other",
            "sis_id": "",
            "student_relationships": [
                {"relationship": "Other", "student": "58da8c63d7dc0ca068000478", "type": "Family"}
            ],
        }
    }


def test_a_section_reads_as_recorded() -> None:
    assert WIRE.body(CLASS, "v3.0") == {
        "course": "58da8c64cc70ab00017a1c01",
        "created": "2017-03-28T16:16:36.000Z",
        "district": "58da8a43cc70ab00017a1a87",
        "ext": {"classroom": "A1"},
        "grade": "6",
        "last_modified": "2017-03-28T16:16:36.000Z",
        "name": "Sixth Grade Advisory - Madison - 4",
        "period": "4",
        "school": "58da8b58cc70ab00017a1a08",
        "section_number": "",
        "sis_id": "587",
        "students": ["58da8c63d7dc0ca068000478"],
        "subject": "homeroom/advisory",
        "teacher": "5faac8b7bc447500a10ae88f",
        "teachers": ["5faac8b7bc447500a10ae88f"],
        "term_id": "58da8c64cc70ab00017a1d01",
        "id": "58da8c64cc70ab00017a1b01",
    }


def test_a_term_and_a_course_read_as_recorded() -> None:
    assert WIRE.body(CleverTerm(TERM, Term("S1", date(2012, 8, 1), date(2012, 12, 1))), "v3.0") == {
        "district": "58da8a43cc70ab00017a1a87",
        "end_date": "2012-12-01",
        "name": "S1",
        "start_date": "2012-08-01",
        "id": "58da8c64cc70ab00017a1d01",
    }
    assert WIRE.body(CleverCourse(COURSE, Course("Class 001, Homeroom", "1")), "v3.0") == {
        "district": "58da8a43cc70ab00017a1a87",
        "name": "Class 001, Homeroom",
        "number": "1",
        "id": "58da8c64cc70ab00017a1c01",
    }


def test_a_school_has_the_recorded_keys_and_what_its_row_says() -> None:
    assert WIRE.body(SCHOOL, "v3.0") == {
        "created": "2017-03-28T16:12:08.000Z",
        "district": "58da8a43cc70ab00017a1a87",
        "ext": {"charter_school": "N"},
        "high_grade": "12",
        "id": "58da8b58cc70ab00017a1a07",
        "last_modified": "2017-03-28T16:12:08.000Z",
        "location": {"address": "1 Main St", "city": "New York", "state": "NY", "zip": "10001"},
        "low_grade": "9",
        "name": "City High School",
        "phone": "(212) 555-0100",
        "principal": {"name": "Ada Root", "email": "ada@example.com"},
        "school_number": "02",
        "sis_id": "1234",
        "state_id": "23",
    }


def test_a_section_without_course_term_or_primary_teacher_has_empty_strings() -> None:
    bare = replace(CLASS, primary=None, course=None, term=None)

    body = WIRE.body(bare, "v3.0")

    assert (body["course"], body["term_id"], body["teacher"], body["teachers"]) == ("", "", "", [])


def test_a_district_reads_without_what_was_never_set() -> None:
    district = CleverDistrict(DISTRICT, datetime(2023, 3, 26, 16, 9, 40, 0, UTC))

    body = WIRE.body(district, "v3.0")

    assert body.pop("district_contact").keys() == {"district", "email", "id", "name", "title"}
    assert body == {
        "error": "",
        "id": "58da8a43cc70ab00017a1a87",
        "last_sync": "2023-03-26T16:09:40.000Z",
        "launch_date": "2017-07-31",
        "login_methods": ["Clever Passwords"],
        "name": "#DEMO Certification ISD - Events",
        "portal_url": "https://clever.com/in/demo-certification-isd-events",
        "sis_type": "sftp",
        "state": "running",
    }


def test_somebody_in_several_roles_is_one_user_with_an_old_id_for_each_role() -> None:
    body = WIRE.body(User(ROBIN, TEACHER, others=(STAFF,)), "v3.0")

    assert set(body["roles"]) == {"teacher", "staff"}
    staff = body["roles"]["staff"]
    assert len({ROBIN, staff["legacy_id"], body["roles"]["teacher"]["legacy_id"]}) == 3
    assert {key: staff[key] for key in staff.keys() - {"legacy_id"}} == {
        "credentials": {"district_username": "rp"},
        "department": "Administration",
        "ext": {},
        "roles": ["Principal"],
        "schools": ["58da8b58cc70ab00017a1a07"],
        "staff_id": "301",
        "title": "Principal",
    }


def test_a_district_admin_has_a_title_and_no_school() -> None:
    body = WIRE.body(User(ROBIN, ADMIN), "v3.0")

    assert body["roles"]["district_admin"].keys() == {"legacy_id", "title"}
    assert body["roles"]["district_admin"]["title"] == "Technology Director"


@pytest.mark.parametrize("version", ["v3.0", "v3.1"])
def test_a_student_in_an_event_has_no_email_in_the_role(version: str) -> None:
    body = WIRE.event_body(student(*JAMES_SAYS), version)

    expected = WIRE.body(student(*JAMES_SAYS), version)
    del expected["roles"]["student"]["email"]
    assert body == expected
    assert body["email"] == "james.s@example.com"


def test_a_contact_in_an_event_has_what_v2_said_beside_the_relationships() -> None:
    role = WIRE.event_body(CONTACT, "v3.0")["roles"]["contact"]

    assert (role["relationship"], role["type"]) == ("Other", "Family")
    assert role["students"] == ["58da8c63d7dc0ca068000478"]
    assert role["student_relationships"] == [
        {"relationship": "Other", "student": "58da8c63d7dc0ca068000478", "type": "Family"}
    ]


@pytest.mark.parametrize("record", [SCHOOL, CLASS, User(ROBIN, TEACHER, others=(STAFF,))])
def test_any_other_record_is_the_same_in_an_event(record: Record) -> None:
    assert WIRE.event_body(record, "v3.0") == WIRE.body(record, "v3.0")


def role_of(user: User, version: str = "v3.1", wire: Wire = WIRE) -> Json:
    found: Json = wire.body(user, version)["roles"]["student"]
    return found


def test_v3_1_adds_what_the_file_says_of_a_student() -> None:
    said = student(
        ("disability_status", "Y"),
        ("disability_type", "Autism"),
        ("frl_status", "Reduced"),
        ("gifted_status", "N"),
        ("home_language", "Spanish"),
        ("iep_status", "Y"),
        ("preferred_first_name", "Jim"),
        ("preferred_last_name", "Spencer"),
        ("section_504_status", "N"),
    )

    new = {key: value for key, value in role_of(said).items() if key not in role_of(said, "v3.0")}

    assert new == {
        "disability": {"disability_code": "aut", "disability_status": "Y", "disability_type": "Autism"},
        "frl_status": "Reduced",
        "gifted_status": "N",
        "home_language": "Spanish",
        "home_language_code": "spa",
        "iep_status": "Y",
        "preferred_name": {"first": "Jim", "last": "Spencer", "middle": ""},
        "section_504_status": "N",
    }


def test_what_v3_1_adds_is_empty_where_the_file_says_nothing_and_a_list_without_an_empty_value_is_absent() -> None:
    new = {key: value for key, value in role_of(student()).items() if key not in role_of(student(), "v3.0")}

    assert new == {
        "disability": {"disability_status": ""},
        "frl_status": "",
        "gifted_status": "",
        "iep_status": "",
        "preferred_name": {"first": "", "last": "", "middle": ""},
        "section_504_status": "",
    }


def test_ell_status_is_told_to_those_who_may_read_it_in_both_versions() -> None:
    said = student(("ell_status", "Y"))

    for version in ("v3.0", "v3.1"):
        assert "ell_status" not in role_of(said, version)
        assert role_of(said, version, replace(WIRE, hidden=frozenset()))["ell_status"] == "Y"


def test_a_hidden_field_is_in_no_body_of_a_student() -> None:
    wire = replace(WIRE, hidden=frozenset({"gender", "frl_status"}))

    for body in (wire.body(student(*JAMES_SAYS), "v3.1"), wire.event_body(student(*JAMES_SAYS), "v3.1")):
        assert not {"gender", "frl_status"} & body["roles"]["student"].keys()


@pytest.mark.parametrize(
    ("record", "synced"),
    [
        (CLASS, True),
        (student(), True),
        (User(ROBIN, TEACHER), True),
        (User(ROBIN, STAFF), False),
        (User(ROBIN, ADMIN, others=()), False),
        (CONTACT, False),
    ],
)
def test_with_an_lms_who_teaches_and_learns_there_and_sections_are_in_it(record: Record, *, synced: bool) -> None:
    assert WITH_CANVAS.body(record, "v3.1")["lms_status"] == {"synced_in_lms": synced}
    assert WIRE.body(record, "v3.1")["lms_status"] == {"synced_in_lms": False}
    assert "lms_status" not in WITH_CANVAS.body(record, "v3.0")


def test_a_district_tells_its_lms_in_v3_1() -> None:
    district = CleverDistrict(DISTRICT, CHANGED)

    def added(wire: Wire) -> Json:
        before = wire.body(district, "v3.0")
        return {key: value for key, value in wire.body(district, "v3.1").items() if key not in before}

    assert added(WIRE) == {"lms_state": "", "lms_type": ""}
    assert added(WITH_CANVAS) == {
        "lms_state": "success",
        "lms_type": "canvas",
    }
