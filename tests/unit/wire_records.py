"""Records of what the bodies recorded of Clever's demo district say [R3], for the tests of how they are written."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from simulator.clever.records import CleverSchool, CleverSection, Contact, Relationship, User
from simulator.clever_api.wire import Wire
from simulator.roster import (
    CleverId,
    Course,
    Facts,
    Person,
    PersonId,
    Role,
    School,
    SchoolId,
    SectionFacts,
    Term,
)

DISTRICT = CleverId("58da8a43cc70ab00017a1a87")
SCHOOLS = (CleverId("58da8b58cc70ab00017a1a07"), CleverId("58da8b58cc70ab00017a1a08"))
JAMES = CleverId("58da8c63d7dc0ca068000478")
ROBIN = CleverId("5faac8b7bc447500a10ae88f")
SECTION = CleverId("58da8c64cc70ab00017a1b01")
COURSE, TERM = CleverId("58da8c64cc70ab00017a1c01"), CleverId("58da8c64cc70ab00017a1d01")
CHANGED = datetime(2023, 4, 23, 16, 7, 32, 854_000, UTC)

WIRE = Wire(
    district=DISTRICT,
    name="#DEMO Certification ISD - Events",
    since=datetime(2017, 7, 31, tzinfo=UTC),
    school_ids={SchoolId("school:7"): SCHOOLS[0], SchoolId("school:8"): SCHOOLS[1]},
    hidden=frozenset({"ell_status"}),
)
"""A district without an LMS, as an application reads it that may not read ell_status."""
WITH_CANVAS = replace(WIRE, lms="canvas")


def person(role: Role, sis_id: str, more: Facts = (), **other: str) -> Person:
    schools = (SchoolId("school:7"),)
    names = {"first": "James", "last": "Spencer", **other}
    return Person(PersonId(f"{role}:{sis_id}"), sis_id, role, schools=schools, more=more, **names)


def student(*more: tuple[str, str], grade: str = "9") -> User:
    said = person(Role.STUDENT, "233564109", more, middle="H", email="james.s@example.com", grade=grade)
    return User(JAMES, replace(said, schools=(SchoolId("school:7"), SchoolId("school:8"))), modified=CHANGED)


JAMES_SAYS = (
    ("student_number", "233564109"),
    ("state_id", "197500067"),
    ("gender", "M"),
    ("dob", "01/16/1998"),
    ("race", "W"),
    ("hispanic_latino", "Y"),
    ("student_zip", "10280"),
    ("username", "jamess09"),
    ("ext.gifted_status", "Y"),
)
TEACHER = person(
    Role.TEACHER,
    "77",
    (
        ("teacher_number", "532771"),
        ("state_teacher_id", "114182024"),
        ("title", "High School Arts Teacher"),
        ("username", "plant_robin"),
        ("ext.admin_permissions", "Y"),
    ),
    first="Robin",
    last="Plant",
    email="robin.p@example.com",
)
STAFF = person(
    Role.STAFF,
    "301",
    (("department", "Administration"), ("title", "Principal"), ("role", "Principal"), ("username", "rp")),
    first="Robin",
    last="Plant",
    email="robin.p@example.com",
)
ADMIN = person(Role.DISTRICT_ADMIN, "901", (("title", "Technology Director"),), email="dana@example.com")
CONTACT = Contact(
    id=CleverId("5fac11aa0000000000000001"),
    name="Sanjiv Becker",
    email="",
    phone="(348) 880-2855",
    phone_type="Other",
    sis_id="",
    relationships=(Relationship(JAMES, "Other", "Family"),),
)
CLASS = CleverSection(
    SECTION,
    SectionFacts(
        "587",
        SchoolId("school:8"),
        "Sixth Grade Advisory - Madison - 4",
        "4",
        Course("Class 001, Homeroom", "1"),
        Term("S1", date(2012, 8, 1), date(2012, 12, 1)),
        (("grade", "6"), ("subject", "Homeroom/advisory"), ("ext.classroom", "A1")),
    ),
    primary=ROBIN,
    co_teachers=(),
    students=(JAMES,),
    course=COURSE,
    term=TERM,
)
SCHOOL = CleverSchool(
    SCHOOLS[0],
    School(
        SchoolId("school:7"),
        "1234",
        "City High School",
        (
            ("school_number", "02"),
            ("state_id", "23"),
            ("low_grade", "09"),
            ("high_grade", "12"),
            ("principal", "Ada Root"),
            ("principal_email", "ada@example.com"),
            ("school_address", "1 Main St"),
            ("school_city", "New York"),
            ("school_state", "NY"),
            ("school_zip", "10001"),
            ("school_phone", "(212) 555-0100"),
            ("ext.charter_school", "N"),
        ),
    ),
)
