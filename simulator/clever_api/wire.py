"""Clever's records as they are on the wire in v3; their roles are written in `roles.py`.

Each record is written with all that any version of v3 says of it; what a version or an event does not have is then
left out, as the table of fields says. What is unset is "" or [], never null (clever_api.md, section 2).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any

from simulator.chance import digest
from simulator.clever.records import (
    CleverCourse,
    CleverDistrict,
    CleverSchool,
    CleverSection,
    CleverTerm,
    Contact,
    Record,
    User,
)
from simulator.clever.scopes import hidden_fields
from simulator.clever_api import roles, values
from simulator.clever_api.field import left_out
from simulator.clever_api.fields import KINDS
from simulator.clever_api.roles import ROLES, ext, location
from simulator.clock import Instant
from simulator.roster import CleverId, Person, Role, SchoolId
from simulator.simulation.district import District

Json = roles.Json
LeftOut = Mapping[str, tuple[str, ...]]
"""The fields that a body does not have, by the kind of object."""

VERSIONS = ("v3.0", "v3.1")
"""Those whose bodies are written here; that of v2.1 is cut from one of them."""
_WORD = re.compile("[a-z0-9]+")
_IN_LMS = (Role.STUDENT, Role.TEACHER)
_IN_READS = {version: left_out(KINDS, version, event=False) for version in VERSIONS}
_IN_EVENTS = {version: left_out(KINDS, version, event=True) for version in VERSIONS}


@dataclass(frozen=True)
class Wire:
    """Writes the records of one district."""

    district: CleverId
    name: str
    since: Instant
    """When Clever first saw the district."""
    school_ids: Mapping[SchoolId, CleverId]
    hidden: frozenset[str]
    """The fields of a student's role that the application may not read."""
    lms: str = ""
    """The learning system that is connected to Clever, as Clever spells it; "" for none."""

    @classmethod
    def of(cls, district: District) -> Wire:
        """Take from a district what its records on the wire say beyond themselves."""
        return cls(
            district=CleverId(district.id),
            name=district.plan.name,
            since=district.in_clever_since,
            school_ids={one.school.id: one.id for one in district.clever.otus.roster.schools.values()},
            hidden=hidden_fields(district.clever.otus.scopes),
            lms=district.plan.lms,
        )

    def body(self, record: Record, version: str) -> Json:
        """Write a record as the Data API of a version has it."""
        return _WRITERS[type(record)](self, record, _IN_READS[version])

    def event_body(self, record: Record, version: str) -> Json:
        """Write a record as an event of a version has it (clever_api.md, section 1.6)."""
        return _WRITERS[type(record)](self, record, _IN_EVENTS[version])

    def _district(self, district: CleverDistrict, out: LeftOut) -> Json:
        contact = {
            "district": district.id,
            "email": "",
            "id": digest(district.id, "contact", size=12),
            "name": {"first": "", "last": "", "middle": ""},
            "title": "",
        }
        body = {
            "district_contact": contact,
            "error": "",
            "id": district.id,
            "last_sync": stamp(district.last_sync),
            "launch_date": _day(self.since.date()),
            "lms_state": "success" if self.lms else "",
            "lms_type": self.lms,
            "login_methods": ["Clever Passwords"],
            "name": self.name,
            "portal_url": f"https://clever.com/in/{'-'.join(_WORD.findall(self.name.lower()))}",
            "sis_type": "sftp",
            "state": "running",
        }
        return _less(body, out["District"])

    def _school(self, school: CleverSchool, out: LeftOut) -> Json:
        more = dict(school.school.more)
        body = {
            **_dates(school.id, school.modified),
            "district": self.district,
            "ext": ext(school.school.more),
            "high_grade": values.GRADES.of(more.get("high_grade", "")),
            "id": school.id,
            "location": location(more, "school_address", "school"),
            "low_grade": values.GRADES.of(more.get("low_grade", "")),
            "name": school.school.name,
            "phone": more.get("school_phone", ""),
            "principal": {"name": more.get("principal", ""), "email": more.get("principal_email", "")},
            "school_number": more.get("school_number", ""),
            "sis_id": school.school.sis_id,
            "state_id": more.get("state_id", ""),
        }
        return _less(body, out["School"])

    def _term(self, term: CleverTerm, out: LeftOut) -> Json:
        body = {
            "district": self.district,
            "end_date": _day(term.term.end),
            "id": term.id,
            "name": term.term.name,
            "start_date": _day(term.term.start),
        }
        return _less(body, out["Term"])

    def _course(self, course: CleverCourse, out: LeftOut) -> Json:
        body = {
            "district": self.district,
            "id": course.id,
            "name": course.course.name,
            "number": course.course.number,
        }
        return _less(body, out["Course"])

    def _section(self, section: CleverSection, out: LeftOut) -> Json:
        facts, more = section.facts, dict(section.facts.more)
        body = {
            **_dates(section.id, section.modified),
            "course": section.course or "",
            "district": self.district,
            "ext": ext(facts.more),
            "grade": values.GRADES.of(more.get("grade", "")),
            "id": section.id,
            "lms_status": {"synced_in_lms": bool(self.lms)},
            "name": facts.name,
            "period": facts.period,
            "school": self.school_ids.get(facts.school, ""),
            "section_number": more.get("section_number", ""),
            "sis_id": facts.sis_id,
            "students": list(section.students),
            "subject": values.SUBJECTS.of(more.get("subject", "")),
            "teacher": section.primary or "",
            "teachers": list(section.teachers),
            "term_id": section.term or "",
        }
        return _less(body, out["Section"])

    def _user(self, user: User, out: LeftOut) -> Json:
        first = user.person
        body = {
            **_dates(user.id, user.modified),
            "district": self.district,
            "email": first.email,
            "id": user.id,
            "lms_status": self._lms_status(*user.people),
            "name": {"first": first.first, "last": first.last, "middle": first.middle},
            "roles": {ROLES[one.role]: self._role(user, one, out) for one in user.people},
        }
        return _less(body, out["User"])

    def _role(self, user: User, person: Person, out: LeftOut) -> Json:
        kind, write = roles.WRITERS[person.role]
        role = _less(write(user.id, person, self.school_ids), out[kind])
        return _less(role, self.hidden) if person.role is Role.STUDENT else role

    def _contact(self, contact: Contact, out: LeftOut) -> Json:
        body = {
            **_dates(contact.id, contact.modified),
            "district": self.district,
            "email": contact.email,
            "id": contact.id,
            "lms_status": self._lms_status(),
            "name": {"last": contact.name},
            "roles": {"contact": _less(roles.contact(contact), out["Contact"])},
        }
        return _less(body, out["User"])

    def _lms_status(self, *people: Person) -> Json:
        """Say whether somebody is in the LMS: where there is one, who teaches or learns is (assumed)."""
        return {"synced_in_lms": bool(self.lms) and any(one.role in _IN_LMS for one in people)}


_WRITERS: Mapping[type[Record], Callable[[Wire, Any, LeftOut], Json]] = {
    CleverDistrict: Wire._district,
    CleverSchool: Wire._school,
    CleverTerm: Wire._term,
    CleverCourse: Wire._course,
    CleverSection: Wire._section,
    User: Wire._user,
    Contact: Wire._contact,
}


def stamp(instant: Instant) -> str:
    """Write an instant with milliseconds, as Clever does."""
    return instant.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _dates(record: CleverId, modified: Instant | None) -> Json:
    """Tell when a record was first seen, and when it last changed."""
    created = _stamp_of_second(record[:8])
    return {"created": created, "last_modified": stamp(modified) if modified else created}


@lru_cache(maxsize=4096)
def _stamp_of_second(hexadecimal: str) -> str:
    return stamp(datetime.fromtimestamp(int(hexadecimal, 16), UTC))


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _less(body: Json, out: Iterable[str]) -> Json:
    """Leave fields out of a body."""
    for name in out:
        body.pop(name, None)
    return body
