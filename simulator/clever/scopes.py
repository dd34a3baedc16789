"""What kinds of data a district lets an application read: the scopes of its token, and what each opens.

Sources: clever_api.md, sections 1.5 (scopes seen) and 5.5 (a role turned off takes its users away, a field turned
off leaves the records). Which scope opens which role follows from their names (assumed).
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache

from simulator.roster import Role

Scopes = frozenset[str]


class Shareable(StrEnum):
    """The kinds of data that a district shares or does not, as sentences name them."""

    STUDENTS = "students"
    TEACHERS = "teachers"
    STAFF = "staff"
    DISTRICT_ADMINS = "district admins"
    CONTACTS = "student contacts"
    SECTIONS = "sections"
    ELL_STATUS = "English learner status"
    IEP_STATUS = "IEP status"


_FULL = {
    Shareable.STUDENTS: "read:students",
    Shareable.TEACHERS: "read:teachers",
    Shareable.STAFF: "read:school_admins",
    Shareable.DISTRICT_ADMINS: "read:district_admins",
    Shareable.CONTACTS: "read:student_contacts",
    Shareable.SECTIONS: "read:sections",
    Shareable.ELL_STATUS: "read:ell_status",
    Shareable.IEP_STATUS: "read:iep_status",
}
"""The scope that opens all of a kind; `_basic` and `_limited` behind it open the kind with fewer fields."""
_SIS = "read:sis"
"""Opens sections too, with their terms and courses."""
_KINDS_OF_ROLES = {
    Role.STUDENT: Shareable.STUDENTS,
    Role.TEACHER: Shareable.TEACHERS,
    Role.STAFF: Shareable.STAFF,
    Role.DISTRICT_ADMIN: Shareable.DISTRICT_ADMINS,
}
_MORE_THAN_BASIC = (
    "dob",
    "gender",
    "race",
    "hispanic_ethnicity",
    "location",
    "frl_status",
    "home_language",
    "home_language_code",
    "section_504_status",
    "gifted_status",
    "disability",
)
"""The fields of a student that only the full scope shows (assumed)."""

USUAL: Scopes = frozenset({_SIS, "read:user_id", *_FULL.values()} - {_FULL[Shareable.ELL_STATUS]})
"""What Otus may read unless the district says otherwise; recorded students have no ell_status."""


@lru_cache(maxsize=256)
def opened(scopes: Scopes) -> frozenset[Shareable]:
    """List the kinds of data that scopes open, wholly or in part."""
    return frozenset(kind for kind in Shareable if any(_opens(scope, kind) for scope in scopes))


@lru_cache(maxsize=256)
def closed_roles(scopes: Scopes) -> frozenset[Role]:
    """List the roles of which scopes show nothing."""
    return frozenset(role for role, kind in _KINDS_OF_ROLES.items() if kind not in opened(scopes))


@lru_cache(maxsize=256)
def hidden_fields(scopes: Scopes) -> frozenset[str]:
    """Name the fields that scopes leave out of a student, as Clever spells them."""
    hidden: Iterable[str] = () if _FULL[Shareable.STUDENTS] in scopes else _MORE_THAN_BASIC
    of_their_own = (kind for kind in (Shareable.ELL_STATUS, Shareable.IEP_STATUS) if _FULL[kind] not in scopes)
    return frozenset((*hidden, *(_FULL[kind].removeprefix("read:") for kind in of_their_own)))


def without_kind(scopes: Scopes, kind: Shareable) -> Scopes:
    """Take away every scope that opens a kind of data."""
    return frozenset(scope for scope in scopes if not _opens(scope, kind))


def with_kind(scopes: Scopes, kind: Shareable) -> Scopes:
    """Add what opens all of a kind of data."""
    return scopes | ({_FULL[kind], _SIS} if kind is Shareable.SECTIONS else {_FULL[kind]})


def _opens(scope: str, kind: Shareable) -> bool:
    return scope.startswith(_FULL[kind]) or (kind is Shareable.SECTIONS and scope == _SIS)
