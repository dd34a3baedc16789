"""What the role of a person says on the wire, with everything that any version of v3 says of it.

Staff and district-admin roles were never recorded and follow the published schema.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from simulator.clever.records import Contact
from simulator.clever_api import values
from simulator.clever_api.legacy import legacy_id
from simulator.roster import CleverId, Facts, Person, Role, SchoolId

Json = dict[str, Any]
SchoolIds = Mapping[SchoolId, CleverId]
Said = Mapping[str, str]

ROLES = {
    Role.TEACHER: "teacher",
    Role.STAFF: "staff",
    Role.DISTRICT_ADMIN: "district_admin",
    Role.STUDENT: "student",
}
"""The names of the roles; a person in several has the id of the first of these."""


def schools_of(person: Person, school_ids: SchoolIds) -> tuple[CleverId, ...]:
    """List the schools of one record of a person, the primary one first."""
    return tuple(school_ids[one] for one in person.schools if one in school_ids)


def student(user: CleverId, person: Person, schools: SchoolIds) -> Json:
    """Write the role of a student; user: the id, which is the same in every version."""
    more = dict(person.more)
    said = more.get
    return {
        "credentials": credentials(more),
        "disability": _disability(more),
        **({"dob": values.date_of_birth(more["dob"])} if more.get("dob") else {}),
        "ell_status": values.YES_NO.of(said("ell_status", "")),
        "email": person.email,
        "enrollments": [],
        "ext": ext(person.more),
        "frl_status": values.LUNCHES.of(said("frl_status", "")),
        "gender": values.GENDERS.of(said("gender", "")),
        "gifted_status": values.YES_NO.of(said("gifted_status", "")),
        "grade": values.GRADES.of(person.grade),
        "graduation_year": said("graduation_year", ""),
        "hispanic_ethnicity": values.YES_NO.of(said("hispanic_latino", "")),
        **_home_language(said("home_language", "")),
        "iep_status": _iep_status(said("iep_status", "")),
        "location": location(more, "student_street", "student"),
        "preferred_name": {part: said(f"preferred_{part}_name", "") for part in ("first", "last", "middle")},
        "race": values.RACES.of(said("race", "")),
        **_at(person, schools),
        "section_504_status": values.YES_NO.of(said("section_504_status", "")),
        "sis_id": person.sis_id,
        "state_id": said("state_id", ""),
        "student_number": said("student_number", ""),
    }


def teacher(user: CleverId, person: Person, schools: SchoolIds) -> Json:
    """Write the role of a teacher."""
    more = dict(person.more)
    return {
        "credentials": credentials(more),
        "ext": ext(person.more),
        "legacy_id": legacy_id(user, "teacher"),
        **_at(person, schools),
        "sis_id": person.sis_id,
        "state_id": more.get("state_teacher_id", ""),
        "teacher_number": more.get("teacher_number", ""),
        "title": more.get("title", ""),
    }


def staff(user: CleverId, person: Person, schools: SchoolIds) -> Json:
    """Write the role of a member of staff."""
    more = dict(person.more)
    return {
        "credentials": credentials(more),
        "department": more.get("department", ""),
        "ext": ext(person.more),
        "legacy_id": legacy_id(user, "staff"),
        "roles": [more["role"]] if more.get("role") else [],
        "schools": _at(person, schools)["schools"],
        "staff_id": person.sis_id,
        "title": more.get("title", ""),
    }


def district_admin(user: CleverId, person: Person, schools: SchoolIds) -> Json:
    """Write the role of a district admin, who is at no school."""
    return {"legacy_id": legacy_id(user, "district_admin"), "title": dict(person.more).get("title", "")}


def contact(contact: Contact) -> Json:
    """Write the role of a contact; what it is to the first student stands beside the list of all (assumed)."""
    relationships = [
        {
            "relationship": values.RELATIONSHIPS.of(one.relationship),
            "student": one.student,
            "type": values.CONTACT_TYPES.of(one.type),
        }
        for one in contact.relationships
    ]
    first = relationships[0] if relationships else {"relationship": "", "type": ""}
    return {
        "legacy_id": legacy_id(contact.id, "contact"),
        "phone": contact.phone,
        "phone_type": values.PHONE_TYPES.of(contact.phone_type),
        "relationship": first["relationship"],
        "sis_id": contact.sis_id,
        "student_relationships": relationships,
        "students": [one.student for one in contact.relationships],
        "type": first["type"],
    }


WRITERS: Mapping[Role, tuple[str, Callable[[CleverId, Person, SchoolIds], Json]]] = {
    Role.STUDENT: ("Student", student),
    Role.TEACHER: ("Teacher", teacher),
    Role.STAFF: ("Staff", staff),
    Role.DISTRICT_ADMIN: ("DistrictAdmin", district_admin),
}
"""For each role the kind of its object, as `fields.py` has it, and what writes it."""


def ext(facts: Facts) -> dict[str, str]:
    """Write a district's own columns."""
    return {column.removeprefix("ext."): value for column, value in facts if column.startswith("ext.")}


def location(more: Said, street: str, of: str) -> dict[str, str]:
    """Write where a school or a student is, of the columns that begin with a word; street: the column of that."""
    return {
        "address": more.get(street, ""),
        "city": more.get(f"{of}_city", ""),
        "state": more.get(f"{of}_state", ""),
        "zip": more.get(f"{of}_zip", ""),
    }


def credentials(more: Said) -> dict[str, str]:
    """Write what somebody logs in to the district with; a password is never told."""
    return {"district_username": more.get("username", "")}


def _at(person: Person, schools: SchoolIds) -> Json:
    ids = schools_of(person, schools)
    return {"school": ids[0] if ids else "", "schools": list(ids)}


def _home_language(said: str) -> dict[str, str]:
    """Write a language, which a file may name or give the code of; nothing, where it says none (assumed)."""
    if not said.strip():
        return {}
    return {"home_language": values.LANGUAGE_NAMES.of(said), "home_language_code": values.LANGUAGE_CODES.of(said)}


def _disability(more: Said) -> dict[str, str]:
    """Write a disability by its type or code, whichever a file has; without any, both are absent (assumed)."""
    status = {"disability_status": values.YES_NO.of(more.get("disability_status", ""))}
    said = more.get("disability_type", "").strip() or more.get("disability_code", "").strip()
    if not said:
        return status
    code, kind = values.DISABILITY_CODES.of(said), values.DISABILITY_TYPES.of(said)
    return {"disability_code": code, **status, "disability_type": kind}


def _iep_status(said: str) -> str:
    """Write whether a student has an education program; unlike the other statuses it is no closed list."""
    return values.YES_NO.of(said) or said
