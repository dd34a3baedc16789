"""Clever's records as they are on the wire; the only place that spells Clever's field names.

Key sets are those of the recorded v3.0 bodies (clever_api.md, section 2); what is unset is "" or [], never null.
Staff and district-admin roles were never recorded and follow the published schema.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from simulator.chance import digest
from simulator.clever.records import CleverSchool, CleverSection, User
from simulator.clever_api.values import date_of_birth, grade, race, subject
from simulator.clock import Instant
from simulator.roster import CleverId, Course, Facts, Role, SchoolId, Term
from simulator.simulation.district import District

Json = dict[str, Any]

ROLES = {
    Role.TEACHER: "teacher",
    Role.STAFF: "staff",
    Role.DISTRICT_ADMIN: "district_admin",
    Role.STUDENT: "student",
}
"""The names of the roles; a person in several has the id of the first of these."""


@dataclass(frozen=True)
class Wire:
    """Writes the records of one district."""

    district: CleverId
    born: str
    """The second in which Clever first saw the district, as ids begin with it."""
    school_ids: Mapping[SchoolId, CleverId]
    modified: Mapping[CleverId, Instant]
    """When records changed that did since they were first seen."""

    def school(self, school: CleverSchool) -> Json:
        """Write a school."""
        more = dict(school.school.more)
        return {
            **self._dates(school.id),
            "district": self.district,
            "ext": _ext(school.school.more),
            "high_grade": grade(more.get("high_grade", "")),
            "id": school.id,
            "location": _location(more, "school"),
            "low_grade": grade(more.get("low_grade", "")),
            "name": school.school.name,
            "phone": more.get("school_phone", ""),
            "principal": {"name": more.get("principal", ""), "email": more.get("principal_email", "")},
            "school_number": more.get("school_number", ""),
            "sis_id": school.school.sis_id,
            "state_id": more.get("state_id", ""),
        }

    def section(self, section: CleverSection) -> Json:
        """Write a section."""
        facts, more = section.facts, dict(section.facts.more)
        return {
            "course": self.course_id(facts.course) if facts.course else "",
            **self._dates(section.id),
            "district": self.district,
            "ext": _ext(facts.more),
            "grade": grade(more.get("grade", "")),
            "id": section.id,
            "name": facts.name,
            "period": facts.period,
            "school": self.school_ids.get(facts.school, ""),
            "section_number": more.get("section_number", ""),
            "sis_id": facts.sis_id,
            "students": list(section.students),
            "subject": subject(more.get("subject", "")),
            "teacher": section.primary or "",
            "teachers": list(section.teachers),
            "term_id": self.term_id(facts.term) if facts.term else "",
        }

    def user(self, records: Sequence[User]) -> Json:
        """Write a person with all their roles; the first record gives the id, the name and the email."""
        first = records[0]
        return {
            **self._dates(first.id, *(record.id for record in records)),
            "district": self.district,
            "email": first.person.email,
            "id": first.id,
            "name": {"first": first.person.first, "last": first.person.last, "middle": first.person.middle},
            "roles": {ROLES[record.person.role]: self._role(record) for record in records},
        }

    def course(self, course: Course) -> Json:
        """Write a course."""
        return {
            "district": self.district,
            "id": self.course_id(course),
            "name": course.name,
            "number": course.number,
        }

    def term(self, term: Term) -> Json:
        """Write a term."""
        return {
            "district": self.district,
            "end_date": _day(term.end),
            "id": self.term_id(term),
            "name": term.name,
            "start_date": _day(term.start),
        }

    def course_id(self, course: Course) -> CleverId:
        """Derive a course's id from its number, or from its name where it has none."""
        return self._derived("course", course.number or f"named {course.name}")

    def term_id(self, term: Term) -> CleverId:
        """Derive a term's id from all that is known of it."""
        return self._derived("term", term.name, _day(term.start), _day(term.end))

    def _derived(self, *words: str) -> CleverId:
        return CleverId(self.born + digest(self.district, *words))

    def _dates(self, record: CleverId, *parts: CleverId) -> Json:
        """Tell when a record was first seen, and when it or a part of it last changed."""
        created = datetime.fromtimestamp(int(record[:8], 16), UTC)
        changes = [self.modified[one] for one in {record, *parts} if one in self.modified]
        return {"created": stamp(created), "last_modified": stamp(max([created, *changes]))}

    def _role(self, record: User) -> Json:
        return _ROLE_BODIES[record.person.role](self, record)

    def student(self, record: User) -> Json:
        """Write what the role of a student says."""
        person, more = record.person, dict(record.person.more)
        return {
            "credentials": _credentials(more),
            "dob": date_of_birth(more.get("dob", "")),
            "email": person.email,
            "enrollments": [],
            "ext": _ext(person.more),
            "gender": more.get("gender", ""),
            "grade": grade(person.grade),
            "graduation_year": more.get("graduation_year", ""),
            "hispanic_ethnicity": more.get("hispanic_latino", ""),
            "location": _location(more, "student"),
            "race": race(more.get("race", "")),
            **self._schools(person.schools),
            "sis_id": person.sis_id,
            "state_id": more.get("state_id", ""),
            "student_number": more.get("student_number", ""),
        }

    def teacher(self, record: User) -> Json:
        """Write what the role of a teacher says."""
        person, more = record.person, dict(record.person.more)
        return {
            "credentials": _credentials(more),
            "ext": _ext(person.more),
            "legacy_id": _legacy_id(record),
            **self._schools(person.schools),
            "sis_id": person.sis_id,
            "state_id": more.get("state_teacher_id", ""),
            "teacher_number": more.get("teacher_number", ""),
            "title": more.get("title", ""),
        }

    def staff(self, record: User) -> Json:
        """Write what the role of a member of staff says."""
        person, more = record.person, dict(record.person.more)
        return {
            "credentials": _credentials(more),
            "department": more.get("department", ""),
            "ext": _ext(person.more),
            "legacy_id": _legacy_id(record),
            "roles": [more["role"]] if "role" in more else [],
            "schools": self._schools(person.schools)["schools"],
            "staff_id": person.sis_id,
            "title": more.get("title", ""),
        }

    def district_admin(self, record: User) -> Json:
        """Write what the role of a district admin says."""
        return {"legacy_id": _legacy_id(record), "title": dict(record.person.more).get("title", "")}

    def _schools(self, schools: Iterable[SchoolId]) -> Json:
        ids = [self.school_ids[one] for one in schools if one in self.school_ids]
        return {"school": ids[0] if ids else "", "schools": ids}


_ROLE_BODIES: Mapping[Role, Callable[[Wire, User], Json]] = {
    Role.STUDENT: Wire.student,
    Role.TEACHER: Wire.teacher,
    Role.STAFF: Wire.staff,
    Role.DISTRICT_ADMIN: Wire.district_admin,
}


def district_json(district: District) -> Json:
    """Write a district."""
    name, since = district.plan.name, district.in_clever_since
    return {
        "district_contact": {
            "district": district.id,
            "email": "",
            "id": digest(district.id, "contact", size=12),
            "name": {"first": "", "last": "", "middle": ""},
            "title": "",
        },
        "error": "",
        "id": district.id,
        "last_sync": stamp(district.clever.last_sync),
        "launch_date": _day(since.date()),
        "login_methods": ["Clever Passwords"],
        "name": name,
        "portal_url": f"https://clever.com/in/{'-'.join(name.lower().split())}",
        "sis_type": "sftp",
        "state": "running",
    }


def stamp(instant: Instant) -> str:
    """Write an instant with milliseconds, as Clever does."""
    return instant.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _ext(facts: Facts) -> dict[str, str]:
    return {column.removeprefix("ext."): value for column, value in facts if column.startswith("ext.")}


def _location(more: Mapping[str, str], of: str) -> dict[str, str]:
    street = "school_address" if of == "school" else f"{of}_street"
    return {
        "address": more.get(street, ""),
        **{part: more.get(f"{of}_{part}", "") for part in ("city", "state", "zip")},
    }


def _credentials(more: Mapping[str, str]) -> dict[str, str]:
    return {"district_username": more.get("username", "")}


def _legacy_id(record: User) -> str:
    return record.id[:8] + digest(record.id, "legacy")
