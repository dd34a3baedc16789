"""The bodies and ids of v2.1, where each role of a person is a record of its own [S]."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from simulator.clever.records import CleverDistrict, User
from simulator.clever_api.flat import flat_body
from simulator.clever_api.legacy import legacy_id, user_of
from simulator.roster import CleverId
from tests.unit.wire_records import (
    ADMIN,
    CLASS,
    CONTACT,
    DISTRICT,
    JAMES,
    JAMES_SAYS,
    ROBIN,
    SCHOOL,
    STAFF,
    TEACHER,
    WIRE,
    WITH_CANVAS,
    student,
)

ROLES = ("teacher", "staff", "district_admin", "contact")


def test_a_student_is_flat_and_keeps_the_id() -> None:
    assert flat_body(student(*JAMES_SAYS), "students", WITH_CANVAS) == {
        "created": "2017-03-28T16:16:35.000Z",
        "credentials": {"district_username": "jamess09"},
        "district": "58da8a43cc70ab00017a1a87",
        "dob": "1/16/1998",
        "email": "james.s@example.com",
        "enrollments": [],
        "ext": {"gifted_status": "Y"},
        "gender": "M",
        "grade": "9",
        "graduation_year": "",
        "hispanic_ethnicity": "Y",
        "id": "58da8c63d7dc0ca068000478",
        "last_modified": "2023-04-23T16:07:32.854Z",
        "location": {"address": "", "city": "", "state": "", "zip": "10280"},
        "name": {"first": "James", "last": "Spencer", "middle": "H"},
        "race": "Caucasian",
        "school": "58da8b58cc70ab00017a1a07",
        "schools": ["58da8b58cc70ab00017a1a07", "58da8b58cc70ab00017a1a08"],
        "sis_id": "233564109",
        "state_id": "197500067",
        "student_number": "233564109",
    }


def test_ell_status_is_told_in_v2_1_too_to_those_who_may_read_it() -> None:
    wire = replace(WIRE, hidden=frozenset())

    assert flat_body(student(("ell_status", "Y")), "students", wire)["ell_status"] == "Y"
    assert "ell_status" not in flat_body(student(("ell_status", "Y")), "students", WIRE)


def test_somebody_in_two_roles_is_two_records_each_under_the_legacy_id_of_the_role() -> None:
    robin = User(ROBIN, TEACHER, others=(STAFF,))
    roles = WIRE.body(robin, "v3.1")["roles"]

    teacher, staff = flat_body(robin, "teachers", WIRE), flat_body(robin, "school_admins", WIRE)

    assert (teacher["id"], staff["id"]) == (roles["teacher"]["legacy_id"], roles["staff"]["legacy_id"])
    assert teacher == {
        "created": "2020-11-10T17:07:03.000Z",
        "credentials": {"district_username": "plant_robin"},
        "district": "58da8a43cc70ab00017a1a87",
        "email": "robin.p@example.com",
        "ext": {"admin_permissions": "Y"},
        "id": teacher["id"],
        "last_modified": "2020-11-10T17:07:03.000Z",
        "name": {"first": "Robin", "last": "Plant", "middle": ""},
        "school": "58da8b58cc70ab00017a1a07",
        "schools": ["58da8b58cc70ab00017a1a07"],
        "sis_id": "77",
        "state_id": "114182024",
        "teacher_number": "532771",
        "title": "High School Arts Teacher",
    }
    assert staff == {
        "credentials": {"district_username": "rp"},
        "department": "Administration",
        "district": "58da8a43cc70ab00017a1a87",
        "email": "robin.p@example.com",
        "ext": {},
        "id": staff["id"],
        "name": {"first": "Robin", "last": "Plant", "middle": ""},
        "schools": ["58da8b58cc70ab00017a1a07"],
        "staff_id": "301",
        "title": "Principal",
    }


def test_a_district_admin_is_flat() -> None:
    body = flat_body(User(ROBIN, ADMIN), "district_admins", WIRE)

    assert body == {
        "district": "58da8a43cc70ab00017a1a87",
        "email": "dana@example.com",
        "id": body["id"],
        "name": {"first": "James", "last": "Spencer", "middle": ""},
        "title": "Technology Director",
    }
    assert body["id"] != ROBIN


def test_a_contact_has_a_name_in_one_piece_and_what_it_is_to_its_students() -> None:
    body = flat_body(CONTACT, "contacts", WIRE)

    assert body == {
        "district": "58da8a43cc70ab00017a1a87",
        "email": "",
        "id": WIRE.body(CONTACT, "v3.0")["roles"]["contact"]["legacy_id"],
        "name": "Sanjiv Becker",
        "phone": "(348) 880-2855",
        "phone_type": "Other",
        "relationship": "Other",
        "sis_id": "",
        "students": ["58da8c63d7dc0ca068000478"],
        "type": "Family",
    }


def test_a_section_names_its_teachers_by_the_ids_under_which_teachers_stand() -> None:
    teacher = flat_body(User(ROBIN, TEACHER), "teachers", WIRE)["id"]

    body = flat_body(CLASS, "sections", WITH_CANVAS)

    assert (body["teacher"], body["teachers"]) == (teacher, [teacher])
    rest = body.keys() - {"teacher", "teachers"}
    assert {key: body[key] for key in rest} == {key: WIRE.body(CLASS, "v3.0")[key] for key in rest}
    assert body.keys() == WIRE.body(CLASS, "v3.0").keys()
    assert body["students"] == [JAMES]


def test_a_section_without_a_primary_teacher_names_none() -> None:
    body = flat_body(replace(CLASS, primary=None), "sections", WIRE)

    assert (body["teacher"], body["teachers"]) == ("", [])


def test_a_school_and_a_district_are_as_in_v3_0() -> None:
    district = CleverDistrict(DISTRICT, datetime(2023, 3, 26, 16, 9, 40, 0, UTC))

    assert flat_body(SCHOOL, "schools", WITH_CANVAS) == WIRE.body(SCHOOL, "v3.0")
    assert flat_body(district, "districts", WITH_CANVAS) == WIRE.body(district, "v3.0")
    assert flat_body(district, "districts", WIRE)["district_contact"].keys() == {
        "district",
        "email",
        "id",
        "name",
        "title",
    }


def test_nobody_is_in_the_list_of_a_role_that_they_do_not_have() -> None:
    with pytest.raises(KeyError):
        flat_body(student(), "teachers", WIRE)


@pytest.mark.parametrize("role", ROLES)
def test_a_legacy_id_is_another_id_older_and_leads_back(role: str) -> None:
    old = legacy_id(ROBIN, role)

    assert len(old) == 24
    assert old != ROBIN
    assert int(old[:8], 16) <= int(ROBIN[:8], 16)
    assert user_of(old, role) == ROBIN


def test_the_roles_of_one_user_have_different_legacy_ids() -> None:
    assert len({legacy_id(ROBIN, role) for role in ROLES}) == 4


def test_legacy_ids_stand_in_the_order_of_the_ids() -> None:
    users = [CleverId(f"5faac8b7{last:016x}") for last in (0, 1, 2**63, 2**64 - 1)]

    assert [legacy_id(user, "teacher") for user in users] == sorted(legacy_id(user, "teacher") for user in users)


def test_a_student_has_one_id() -> None:
    assert legacy_id(JAMES, "student") == user_of(JAMES, "student") == JAMES


@pytest.mark.parametrize("asked", ["", "1", "x" * 24, "F" * 24, "f" * 24, "f" * 25, "５faac8b7bc447500a10ae88f"])
def test_what_is_no_legacy_id_is_nobody_s(asked: str) -> None:
    assert user_of(asked, "teacher") is None
