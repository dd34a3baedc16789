"""The fields of v2.1, where people are flat: those of v3 that it has too, taken from their rows there, and its own.

Which fields each kind has is published [S]; no answer of v2.1 was recorded. Assumed: they are sent as in v3, and
what is not set is "" as there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from simulator.clever_api import fields, values
from simulator.clever_api.field import OLDEST, Evidence, Field, Sent

VERSION = "v2.1"

Fields = tuple[Field, ...]


def _old(of: Fields) -> Fields:
    """Take all rows of a kind that v3.0 has."""
    return tuple(replace(row, evidence=Evidence.S, since=VERSION) for row in of if row.since == OLDEST)


def _some(of: Fields, names: str) -> Fields:
    """Take some rows of a kind."""
    return tuple(row for row in _old(of) if row.name in names.split())


def _always(rows: Fields) -> Fields:
    return tuple(replace(row, sent=Sent.ALWAYS, note="") for row in rows)


def _own(name: str, kind: str) -> Field:
    return Field(name, kind, Evidence.S, since=VERSION)


_PERSON = _some(fields.USER, "district email id name")
_DATED = (*_PERSON, *_some(fields.USER, "created last_modified"))

KINDS: Mapping[str, Fields] = {
    "District": (
        *(row for row in _old(fields.DISTRICT) if row.name != "district_contact"),
        _own("district_contact", "DistrictAdmin"),
    ),
    "School": _old(fields.SCHOOL),
    "Location": _old(fields.LOCATION),
    "Principal": _old(fields.PRINCIPAL),
    "Term": _old(fields.TERM),
    "Course": _old(fields.COURSE),
    "Section": _old(fields.SECTION),
    "Student": (
        *_DATED,
        *_some(fields.STUDENT, "credentials dob ell_status enrollments ext gender grade graduation_year"),
        *_some(fields.STUDENT, "hispanic_ethnicity location race school schools sis_id state_id student_number"),
    ),
    "Teacher": (
        *_DATED,
        *_some(fields.TEACHER, "credentials ext school schools sis_id state_id teacher_number title"),
    ),
    "SchoolAdmin": (*_PERSON, *_some(fields.STAFF, "credentials department ext schools staff_id title")),
    "DistrictAdmin": (*_PERSON, *_some(fields.DISTRICT_ADMIN, "title")),
    "Contact": (
        *_some(fields.USER, "district email id"),
        _own("name", "string"),
        *_always(_some(fields.CONTACT, "phone phone_type relationship sis_id students type")),
    ),
    "Name": _always(_old(fields.NAME)),
    "Credentials": _old(fields.CREDENTIALS),
    "SchoolEnrollment": _old(fields.SCHOOL_ENROLLMENT),
    "Event": (
        *_some(fields.EVENT, "created data id"),
        replace(_own("type", "string"), values=values.FLAT_EVENT_TYPES),
    ),
    "EventData": (
        _own("object", "Contact|Course|District|DistrictAdmin|School|SchoolAdmin|Section|Student|Teacher|Term"),
        *_some(fields.EVENT_DATA, "previous_attributes"),
    ),
}
"""The fields of each kind of object, by the name that the published description gives to the kind."""
