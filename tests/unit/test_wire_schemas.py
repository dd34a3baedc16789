"""The table of fields, and the schemas that follow from it, held against what is written and what was recorded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from jsonschema import Draft202012Validator

from simulator.clever.records import CleverCourse, CleverDistrict, CleverTerm, Contact, Record, Relationship, User
from simulator.clever_api.flat import flat_body
from simulator.clever_api.schemas import schema_name, schemas
from simulator.clever_api.table_v2 import RESOURCES_V2
from simulator.clever_api.wire import Json, Wire
from simulator.library import sample_districts
from simulator.roster import CleverId, Role, Term
from simulator.simulation.district import District, State
from simulator.simulation.simulation import Simulation

SECTION = (
    "course created district ext grade id last_modified name period school section_number sis_id students subject "
    "teacher teachers term_id"
)
SCHOOL = (
    "created district ext high_grade id last_modified location low_grade name phone principal school_number sis_id "
    "state_id"
)
USER = "created district email id last_modified name roles"
STUDENT = (
    "credentials dob email enrollments ext gender grade graduation_year hispanic_ethnicity location race school "
    "schools sis_id state_id student_number"
)
TEACHER = "credentials ext legacy_id school schools sis_id state_id teacher_number title"
"""The keys of every recorded object of a kind [R3]."""
NEW_OF_STUDENT = (
    "disability frl_status gifted_status home_language home_language_code iep_status preferred_name "
    "section_504_status"
)
"""What v3.1 adds [S]."""


@pytest.fixture(scope="module")
def lincoln() -> District:
    return Simulation("schemas", 1).open_district(sample_districts()["Lincoln"](), State.IN_STEP)


def records(district: District) -> Iterator[Record]:
    """List every record of a district, and one of each kind that it might not have."""
    roster = district.clever.otus.roster
    yield CleverDistrict(CleverId(district.id), district.clever.last_sync)
    yield CleverTerm(CleverId("58da8c64cc70ab00017a1d01"), Term("S1", None, date(2012, 12, 1)))
    yield from roster.terms.values()
    yield from roster.courses.values()
    yield from roster.schools.values()
    yield from roster.sections.values()
    yield from roster.users.values()
    student = next(user for user in roster.users.values() if user.person.role is Role.STUDENT)
    tie = Relationship(student.id, "Mother", "Guardian")
    yield Contact(CleverId("5fac11aa0000000000000001"), "Pat Bell", "", "555", "Mobile", "", (tie,))


V3_KINDS = ("districts", "schools", "terms", "courses", "sections", "users")


def kind_of(record: Record) -> str:
    if isinstance(record, User | Contact):
        return "users"
    return f"{type(record).__name__.removeprefix('Clever').lower()}s"


def validator(version: str, kind: str) -> Draft202012Validator:
    name = schema_name(version, kind)
    root = {"$ref": f"#/components/schemas/{name}", "components": {"schemas": schemas(version)}}
    Draft202012Validator.check_schema(root)
    return Draft202012Validator(root)


def role_keys(district: District, version: str, role: str) -> set[frozenset[str]]:
    wire = Wire.of(district)
    bodies = [wire.body(one, version) for one in records(district) if isinstance(one, User)]
    return {frozenset(body["roles"][role]) for body in bodies if role in body["roles"]}


@pytest.mark.parametrize("version", ["v3.0", "v3.1"])
def test_every_body_of_a_district_is_as_its_schema_says(lincoln: District, version: str) -> None:
    wire = replace(Wire.of(lincoln), hidden=frozenset())
    validators = {kind: validator(version, kind) for kind in V3_KINDS}

    seen = set()
    for record in records(lincoln):
        schema = validators[kind_of(record)]
        schema.validate(wire.body(record, version))
        schema.validate(wire.event_body(record, version))
        seen.add(kind_of(record))
    assert seen == validators.keys()


def test_every_flat_body_of_a_district_is_as_its_schema_says(lincoln: District) -> None:
    wire = Wire.of(lincoln)
    validators = {kind: validator("v2.1", kind) for kind in RESOURCES_V2}

    seen = set()
    for record in records(lincoln):
        for kind in lists_of(record):
            validators[kind].validate(flat_body(record, kind, wire))
            seen.add(kind)
    assert seen == validators.keys()


def lists_of(record: Record) -> list[str]:
    of_role = {
        Role.STUDENT: "students",
        Role.TEACHER: "teachers",
        Role.STAFF: "school_admins",
        Role.DISTRICT_ADMIN: "district_admins",
    }
    match record:
        case User():
            return [of_role[person.role] for person in record.people]
        case Contact():
            return ["contacts"]
        case _:
            return [kind_of(record)]


@pytest.mark.parametrize(
    ("version", "kind", "change"),
    [
        ("v3.0", "courses", {"lms_status": {"synced_in_lms": True}}),
        ("v3.0", "courses", {"number": None}),
        ("v3.0", "terms", {"start_date": "8/1/2012"}),
        ("v3.0", "sections", {"lms_status": {"synced_in_lms": True}}),
        ("v3.1", "sections", {"lms_status": {"synced_in_lms": "yes"}}),
        ("v3.1", "sections", {"subject": "Alchemy"}),
        ("v3.1", "sections", {"students": [None]}),
        ("v3.0", "users", {"roles": {"janitor": {}}}),
        ("v3.0", "users", {"roles": {"district_admin": {"title": "", "legacy_id": "", "schools": []}}}),
    ],
)
def test_a_schema_refuses_what_no_body_of_its_version_has(
    lincoln: District, version: str, kind: str, change: Json
) -> None:
    record = next(one for one in records(lincoln) if kind_of(one) == kind)
    body = Wire.of(lincoln).body(record, version)

    assert validator(version, kind).is_valid(body)
    assert not validator(version, kind).is_valid(body | change)


def test_a_schema_refuses_a_body_that_lacks_a_field(lincoln: District) -> None:
    course = next(one for one in records(lincoln) if isinstance(one, CleverCourse))
    body = Wire.of(lincoln).body(course, "v3.0")

    for name in ("district", "id", "name", "number"):
        assert not validator("v3.0", "courses").is_valid({key: body[key] for key in body if key != name})


@pytest.mark.parametrize(
    ("kind", "keys"),
    [
        ("sections", SECTION),
        ("schools", SCHOOL),
        ("courses", "district id name number"),
        ("terms", "district end_date id name start_date"),
        ("users", USER),
        (
            "districts",
            "district_contact error id last_sync launch_date login_methods name portal_url sis_type state",
        ),
    ],
)
def test_every_body_of_v3_0_has_the_recorded_keys_and_no_other(lincoln: District, kind: str, keys: str) -> None:
    bodies = [Wire.of(lincoln).body(one, "v3.0") for one in records(lincoln) if kind_of(one) == kind]

    assert {frozenset(body) for body in bodies} == {frozenset(keys.split())}


def test_every_role_of_v3_0_has_the_recorded_keys_and_no_other(lincoln: District) -> None:
    assert role_keys(lincoln, "v3.0", "student") == {frozenset(STUDENT.split())}
    assert role_keys(lincoln, "v3.0", "teacher") == {frozenset(TEACHER.split())}


def test_every_role_of_staff_and_district_admins_has_the_published_keys(lincoln: District) -> None:
    staff = "credentials department ext legacy_id roles schools staff_id title"

    assert role_keys(lincoln, "v3.0", "staff") == {frozenset(staff.split())}
    assert role_keys(lincoln, "v3.0", "district_admin") == {frozenset({"legacy_id", "title"})}


def test_v3_1_adds_to_the_recorded_keys_what_is_published(lincoln: District) -> None:
    wire = Wire.of(lincoln)
    added = {"districts": {"lms_state", "lms_type"}}
    added |= {"users": {"lms_status"}, "sections": {"lms_status"}}

    for record in records(lincoln):
        before, after = wire.body(record, "v3.0").keys(), wire.body(record, "v3.1").keys()
        assert after - before == added.get(kind_of(record), set())
        assert not before - after
    assert role_keys(lincoln, "v3.1", "student") == {frozenset(f"{STUDENT} {NEW_OF_STUDENT}".split())}
    assert role_keys(lincoln, "v3.1", "teacher") == {frozenset(TEACHER.split())}


def test_a_student_s_location_has_four_keys_and_a_contact_one_name(lincoln: District) -> None:
    wire = Wire.of(lincoln)
    bodies = [wire.body(one, "v3.0") for one in records(lincoln) if isinstance(one, User | Contact)]

    students = [body for body in bodies if "student" in body["roles"]]
    assert {frozenset(one["roles"]["student"]["location"]) for one in students} == {
        frozenset({"address", "city", "state", "zip"})
    }
    assert {frozenset(one["name"]) for one in students} == {frozenset({"first", "last", "middle"})}
    assert {frozenset(one["name"]) for one in bodies if "contact" in one["roles"]} == {frozenset({"last"})}


def test_the_schemas_of_v3_0_do_not_know_what_came_with_v3_1() -> None:
    before, after = schemas("v3.0"), schemas("v3.1")

    new = {name.removesuffix("_v3.1") for name in after} - {name.removesuffix("_v3.0") for name in before}
    assert new == {"Disability", "PreferredName", "LmsStatus"}
    old, student = before["Student_v3.0"]["properties"], after["Student_v3.1"]["properties"]
    assert student.keys() - old.keys() == set(NEW_OF_STUDENT.split())
    assert len(student["home_language"]["enum"]) == len(student["home_language_code"]["enum"]) == 152


def test_an_event_holds_its_object_and_what_it_was(lincoln: District) -> None:
    wire = Wire.of(lincoln)
    record = next(one for one in records(lincoln) if kind_of(one) == "schools")
    event = {
        "created": "2023-03-26T16:09:40.000Z",
        "data": {
            "object": wire.event_body(record, "v3.0"),
            "previous_attributes": {"ext": {"charter_school": ""}, "low_grade": "Kindergarten"},
        },
        "id": "64206e4431f12f05cc490775",
        "type": "schools.updated",
    }

    assert validator("v3.0", "events").is_valid(event)
    assert not validator("v3.0", "events").is_valid(event | {"type": "schools.renamed"})
    assert not validator("v3.0", "events").is_valid(event | {"data": {"object": {"id": "?"}}})
