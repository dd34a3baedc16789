"""The fields of Clever's records in v3: one row for each, with its type, its values and where it is known from.

The bodies of a version, its schemas and the coverage page all follow from these rows. Source: clever_api.md,
section 2 (1.6 for what stands only in events).
"""

from __future__ import annotations

from collections.abc import Mapping

from simulator.clever_api import values
from simulator.clever_api.field import Evidence, Field, Sent

R3, S = Evidence.R3, Evidence.S
SOMETIMES, IN_READS, IN_EVENTS, NEVER = Sent.SOMETIMES, Sent.IN_READS, Sent.IN_EVENTS, Sent.NEVER
_NEW = "v3.1"

DISTRICT = (
    Field("district_contact", "DistrictContact", S, note="nobody is named in it (assumed)"),
    Field("error", "string", S, note="always empty"),
    Field("id", "string", R3),
    Field("last_attendance_sync", "instant", S, SOMETIMES, since=_NEW, note="absent: no attendance is faked"),
    Field("last_sync", "instant", R3),
    Field("launch_date", "day", R3),
    Field("lms_state", "string", S, values=values.LMS_STATES, since=_NEW, note="success with an LMS (assumed)"),
    Field("lms_type", "string", S, values=values.LMS_TYPES, since=_NEW),
    Field("login_methods", "string[]", R3, values=values.LOGIN_METHODS, note="always Clever Passwords (assumed)"),
    Field("mdr_number", "string", R3, SOMETIMES, note="absent when unset"),
    Field("name", "string", R3),
    Field("nces_id", "string", R3, SOMETIMES, note="absent when unset"),
    Field("pause_end", "instant", R3, SOMETIMES, note="absent when not paused"),
    Field("pause_start", "instant", R3, SOMETIMES, note="absent when not paused"),
    Field("portal_url", "string", R3),
    Field("sis_type", "string", R3),
    Field("state", "string", R3, values=values.DISTRICT_STATES, note="always running"),
)
DISTRICT_CONTACT = (
    Field("district", "string", S),
    Field("email", "string", S),
    Field("id", "string", S),
    Field("name", "Name", S),
    Field("title", "string", S),
)
SCHOOL = (
    Field("created", "instant", R3),
    Field("district", "string", R3),
    Field("ext", "texts", R3),
    Field("high_grade", "string", R3, values=values.GRADES),
    Field("id", "string", R3),
    Field("last_modified", "instant", R3),
    Field("location", "Location", R3),
    Field("low_grade", "string", R3, values=values.GRADES),
    Field("mdr_number", "string", R3, SOMETIMES, note="absent when unset"),
    Field("name", "string", R3),
    Field("nces_id", "string", R3, SOMETIMES, note="absent when unset"),
    Field("phone", "string", R3),
    Field("principal", "Principal", R3),
    Field("school_number", "string", R3),
    Field("sis_id", "string", R3),
    Field("state_id", "string", R3),
)
LOCATION = (
    Field("address", "string", R3),
    Field("city", "string", R3),
    Field("lat", "string", S, NEVER),
    Field("lon", "string", S, NEVER),
    Field("state", "string", R3),
    Field("zip", "string", R3),
)
PRINCIPAL = (
    Field("email", "string", S),
    Field("name", "string", S),
)
TERM = (
    Field("district", "string", R3),
    Field("end_date", "day", R3, note="a date and no instant, unlike the published description"),
    Field("id", "string", R3),
    Field("name", "string", R3),
    Field("start_date", "day", R3, note="as end_date"),
)
COURSE = (
    Field("district", "string", R3),
    Field("id", "string", R3),
    Field("name", "string", R3),
    Field("number", "string", R3),
)
SECTION = (
    Field("course", "string", R3, note='"" where there is none (assumed)'),
    Field("created", "instant", R3),
    Field("district", "string", R3),
    Field("ext", "texts", R3),
    Field("grade", "string", R3, values=values.GRADES),
    Field("id", "string", R3),
    Field("last_modified", "instant", R3),
    Field("lms_status", "LmsStatus", S, since=_NEW),
    Field("name", "string", R3),
    Field("period", "string", R3),
    Field("school", "string", R3),
    Field("section_number", "string", R3),
    Field("sis_id", "string", R3),
    Field("students", "string[]", R3),
    Field("subject", "string", R3, values=values.SUBJECTS),
    Field("teacher", "string", R3),
    Field("teachers", "string[]", R3),
    Field("term_id", "string", R3, note='"" where there is none (assumed)'),
)
USER = (
    Field("created", "instant", R3),
    Field("district", "string", R3),
    Field("email", "string", R3),
    Field("id", "string", R3),
    Field("last_modified", "instant", R3),
    Field("lms_status", "LmsStatus", S, since=_NEW),
    Field("name", "Name", R3),
    Field("roles", "Roles", R3),
)
NAME = (
    Field("first", "string", R3, SOMETIMES, note="absent for a contact, whose whole name is in last"),
    Field("last", "string", R3),
    Field("middle", "string", R3, SOMETIMES, note="absent for a contact"),
)
ROLES = (
    Field("contact", "Contact", R3, SOMETIMES),
    Field("district_admin", "DistrictAdmin", S, SOMETIMES),
    Field("staff", "Staff", S, SOMETIMES),
    Field("student", "Student", R3, SOMETIMES),
    Field("teacher", "Teacher", R3, SOMETIMES),
)
STUDENT = (
    Field("created", "instant", R3, NEVER),
    Field("credentials", "Credentials", R3),
    Field("disability", "Disability", S, since=_NEW),
    Field(
        "dob", "string", R3, SOMETIMES, note='M/D/YYYY, unpadded; unset: absent, as no "" fits the published form'
    ),
    Field("ell_status", "string", R3, SOMETIMES, values.YES_NO, note="absent without its scope"),
    Field("email", "string", R3, IN_READS, note="not in the published description"),
    Field("enrollments", "SchoolEnrollment[]", R3, note="always empty"),
    Field("ext", "texts", R3),
    Field("frl_status", "string", S, values=values.LUNCHES, since=_NEW),
    Field("gender", "string", R3, values=values.GENDERS),
    Field("gifted_status", "string", S, values=values.YES_NO, since=_NEW),
    Field("grade", "string", R3, values=values.GRADES),
    Field("graduation_year", "string", R3),
    Field("hispanic_ethnicity", "string", R3, values=values.YES_NO),
    Field(
        "home_language", "string", S, SOMETIMES, values.LANGUAGE_NAMES, _NEW, 'unset: absent, the list has no ""'
    ),
    Field("home_language_code", "string", S, SOMETIMES, values.LANGUAGE_CODES, _NEW, "as home_language"),
    Field("iep_status", "string", S, since=_NEW),
    Field("last_modified", "instant", R3, NEVER),
    Field("legacy_id", "string", R3, NEVER),
    Field("location", "Location", R3),
    Field("preferred_name", "PreferredName", S, since=_NEW),
    Field("race", "string", R3, values=values.RACES),
    Field("school", "string", R3),
    Field("schools", "string[]", R3),
    Field("section_504_status", "string", S, values=values.YES_NO, since=_NEW),
    Field("sis_id", "string", R3),
    Field("state_id", "string", R3),
    Field("student_number", "string", R3),
)
SCHOOL_ENROLLMENT = (
    Field("end_date", "instant", S),
    Field("school", "string", S),
    Field("start_date", "instant", S),
)
DISABILITY = (
    Field("disability_code", "string", S, SOMETIMES, values.DISABILITY_CODES, _NEW, "as home_language"),
    Field("disability_status", "string", S, values=values.YES_NO, since=_NEW),
    Field("disability_type", "string", S, SOMETIMES, values.DISABILITY_TYPES, _NEW, "as home_language"),
)
PREFERRED_NAME = (
    Field("first", "string", S, since=_NEW),
    Field("last", "string", S, since=_NEW),
    Field("middle", "string", S, since=_NEW),
)
TEACHER = (
    Field("created", "instant", R3, NEVER),
    Field("credentials", "Credentials", R3),
    Field("district", "string", R3, NEVER),
    Field("ext", "texts", R3),
    Field("last_modified", "instant", R3, NEVER),
    Field("legacy_id", "string", R3),
    Field("name", "Name", R3, NEVER),
    Field("school", "string", R3),
    Field("schools", "string[]", R3),
    Field("sis_id", "string", R3),
    Field("state_id", "string", R3),
    Field("teacher_number", "string", R3),
    Field("title", "string", R3),
)
STAFF = (
    Field("credentials", "Credentials", S),
    Field("department", "string", S),
    Field("ext", "texts", S),
    Field("legacy_id", "string", S),
    Field("roles", "string[]", S, note="the Role of staff.csv"),
    Field("schools", "string[]", S),
    Field("staff_id", "string", S),
    Field("title", "string", S),
)
DISTRICT_ADMIN = (
    Field("legacy_id", "string", S),
    Field("title", "string", S),
)
CONTACT = (
    Field("legacy_id", "string", R3),
    Field("phone", "string", R3),
    Field("phone_type", "string", R3, values=values.PHONE_TYPES),
    Field("relationship", "string", R3, IN_EVENTS, values.RELATIONSHIPS, note="the first student's (assumed)"),
    Field("sis_id", "string", R3),
    Field("student_relationships", "StudentRelationship[]", R3),
    Field("students", "string[]", R3, IN_EVENTS),
    Field("type", "string", R3, IN_EVENTS, values.CONTACT_TYPES, note="the first student's (assumed)"),
)
STUDENT_RELATIONSHIP = (
    Field("relationship", "string", R3, values=values.RELATIONSHIPS),
    Field("student", "string", R3),
    Field("type", "string", R3, values=values.CONTACT_TYPES),
)
CREDENTIALS = (Field("district_username", "string", R3),)
LMS_STATUS = (Field("synced_in_lms", "boolean", S, since=_NEW, note="true with an LMS (assumed)"),)
RESOURCE = (
    Field("created", "instant", S),
    Field("district", "string", S),
    Field("id", "string", S),
    Field("resource_id", "string", S),
    Field("roles", "string[]", S, values=values.RESOURCE_ROLES),
    Field("title", "string", S),
    Field("updated", "instant", S),
)
EVENT = (
    Field("created", "instant", R3),
    Field("data", "EventData", R3),
    Field("id", "string", R3),
    Field("type", "string", R3, values=values.EVENT_TYPES),
)
EVENT_DATA = (
    Field(
        "object",
        "Course|District|Resource|School|Section|Term|User",
        R3,
        note="deleted: as it last was (documentation)",
    ),
    Field("previous_attributes", "any", R3, SOMETIMES, note="updated only; in deleted never recorded (assumed)"),
)

KINDS: Mapping[str, tuple[Field, ...]] = {
    "District": DISTRICT,
    "DistrictContact": DISTRICT_CONTACT,
    "School": SCHOOL,
    "Location": LOCATION,
    "Principal": PRINCIPAL,
    "Term": TERM,
    "Course": COURSE,
    "Section": SECTION,
    "User": USER,
    "Name": NAME,
    "Roles": ROLES,
    "Student": STUDENT,
    "SchoolEnrollment": SCHOOL_ENROLLMENT,
    "Disability": DISABILITY,
    "PreferredName": PREFERRED_NAME,
    "Teacher": TEACHER,
    "Staff": STAFF,
    "DistrictAdmin": DISTRICT_ADMIN,
    "Contact": CONTACT,
    "StudentRelationship": STUDENT_RELATIONSHIP,
    "Credentials": CREDENTIALS,
    "LmsStatus": LMS_STATUS,
    "Resource": RESOURCE,
    "Event": EVENT,
    "EventData": EVENT_DATA,
}
"""The fields of each kind of object, by the name that the published description gives to the kind."""
