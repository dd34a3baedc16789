"""What an application is told about the user who logged in, and what that user's token opens."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from simulator.clever_api.access import Grant
from simulator.clever_api.me import me, userinfo
from simulator.clever_api.user_tokens import may_read
from simulator.roster import CleverId, DistrictId

DISTRICT = "58da8a43cc70ab00017a1a87"
TEACHER, LEGACY, STAFF_LEGACY = "5faac8b7bc447500a10ae88f", "58da8c5da7a7e5a6470000a1", "58da8c5da7a7e5a6470000a2"
HERE, THERE, ELSEWHERE = (f"58da8c5c7c7e5a64700000{n}" for n in ("07", "08", "09"))
BODY = {
    "id": TEACHER,
    "district": DISTRICT,
    "email": "plant@example.com",
    "name": {"first": "Robin", "last": "Plant", "middle": "Q"},
    "roles": {
        "teacher": {"legacy_id": LEGACY, "school": HERE, "schools": [HERE]},
        "staff": {"legacy_id": STAFF_LEGACY, "schools": [THERE]},
    },
}
STUDENT = {
    "id": "58da8c63d7dc0ca068000478",
    "name": {"first": "James", "last": "Spencer"},
    "roles": {"student": {"school": HERE, "schools": [HERE]}},
}


def grant(role: str, user: str = TEACHER) -> Grant:
    return Grant(DistrictId(DISTRICT), CleverId(user), role, datetime(2026, 11, 17, tzinfo=UTC))


@pytest.mark.parametrize("version", ["v3.0", "v3.1"])
def test_me_is_as_recorded_in_a_log_in(version: str) -> None:
    """[R3], but for the inner type, which the documents have otherwise."""
    told = me(grant("teacher"), BODY, version)

    assert told == {
        "type": "user",
        "data": {"id": TEACHER, "district": DISTRICT, "type": "teacher", "authorized_by": "district"},
        "links": [
            {"rel": "self", "uri": "/me"},
            {"rel": "canonical", "uri": f"/{version}/users/{TEACHER}"},
            {"rel": "district", "uri": f"/{version}/districts/{DISTRICT}"},
        ],
    }
    assert [*told] == ["type", "data", "links"]


@pytest.mark.parametrize(
    ("role", "kind", "known_as", "path"),
    [
        ("teacher", "teacher", LEGACY, f"/v2.1/teachers/{LEGACY}"),
        ("staff", "school_admin", STAFF_LEGACY, f"/v2.1/school_admins/{STAFF_LEGACY}"),
    ],
)
def test_me_of_the_old_version_speaks_of_the_role_and_its_own_id(
    role: str, kind: str, known_as: str, path: str
) -> None:
    """Assumed: no log-in of v2.1 was recorded."""
    told = me(grant(role), BODY, "v2.1")

    assert told["type"] == told["data"]["type"] == kind
    assert told["data"]["id"] == known_as
    assert told["links"][1] == {"rel": "canonical", "uri": path}


def test_a_students_id_is_the_same_in_all_versions() -> None:
    of_student = grant("student", "58da8c63d7dc0ca068000478")

    assert me(of_student, STUDENT, "v2.1")["data"]["id"] == "58da8c63d7dc0ca068000478"
    assert userinfo(of_student, STUDENT)["user_id"] == "58da8c63d7dc0ca068000478"


def test_userinfo_has_the_documented_keys_and_only_the_role_of_the_log_in() -> None:
    assert userinfo(grant("staff"), BODY) == {
        "sub": TEACHER,
        "user_id": STAFF_LEGACY,
        "multi_role_user_id": TEACHER,
        "user_type": "staff",
        "district_id": DISTRICT,
        "district": DISTRICT,
        "email": "plant@example.com",
        "name": {"first": "Robin", "last": "Plant", "middle": "Q"},
        "schools": [THERE],
        "given_name": "Robin",
        "family_name": "Plant",
        "email_verified": False,
        "authorized_by": "district",
    }


@pytest.mark.parametrize(
    ("path", "opens"),
    [
        ("v3.0/me", True),
        ("v3.1/me", True),
        ("v2.1/me", True),
        (f"v3.0/users/{TEACHER}", True),
        (f"v3.1/users/{TEACHER}", True),
        (f"v3.0/schools/{HERE}", True),
        (f"v3.0/schools/{THERE}", True),
        (f"v3.0/districts/{DISTRICT}", True),
        (f"v2.1/teachers/{LEGACY}", True),
        (f"v2.1/schools/{HERE}", True),
        (f"v3.0/users/{LEGACY}", False),
        (f"v3.0/users/{STUDENT['id']}", False),
        (f"v3.0/schools/{ELSEWHERE}", False),
        ("v3.0/districts/62b4e190573f9600080cbf08", False),
        (f"v3.0/teachers/{LEGACY}", False),
        (f"v2.1/users/{TEACHER}", False),
        (f"v2.1/teachers/{TEACHER}", False),
        (f"v2.1/school_admins/{STAFF_LEGACY}", False),
        (f"v3.0/users/{TEACHER}/schools", False),
        ("v3.0/me/schools", False),
        ("v3.0/users", False),
        ("v3.0/districts", False),
        ("v3.0/resources", False),
        ("v3.0/events", False),
        ("v3.0", False),
        ("", False),
    ],
)
def test_a_users_token_opens_its_own_user_schools_and_district_only(path: str, *, opens: bool) -> None:
    assert may_read(grant("teacher"), path.split("/"), BODY) is opens


def test_a_district_admin_has_no_school() -> None:
    admin = {"id": TEACHER, "roles": {"district_admin": {"legacy_id": LEGACY, "title": ""}}}

    assert not may_read(grant("district_admin"), ["v3.0", "schools", HERE], admin)
