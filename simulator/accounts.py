"""What Otus holds: accounts, classes, and seats in classes, each knowing whether it came from Clever or by hand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, NewType

from simulator.roster import CleverId

AccountId = NewType("AccountId", str)
ClassId = NewType("ClassId", str)


class Origin(StrEnum):
    """Where something in Otus came from; every rule of the article turns on it."""

    CLEVER = "Clever"
    BY_HAND = "by hand"


class Kind(StrEnum):
    """What an account is for."""

    STUDENT = "student"
    TEACHER = "teacher"
    ADMIN = "admin"


class Place(StrEnum):
    """What somebody is in a class."""

    MAIN_TEACHER = "main teacher"
    CO_TEACHER = "co-teacher"
    STUDENT = "student"


class SignIn(StrEnum):
    """A way to sign in to Otus."""

    PASSWORD = "a password"  # noqa: S105 -- the name of a way, not a secret
    GOOGLE = "Google SSO"
    CLEVER = "Clever"


class Detail(StrEnum):
    """What a message about a missing student has to hold (S29)."""

    NAME = "name"
    EMAIL = "email"


@dataclass(frozen=True, slots=True)
class Account:
    """An account in Otus. An account that a night made carries as its id the Clever id that it was made for."""

    id: AccountId
    kind: Kind
    name: str
    email: str
    origin: Origin
    clever_id: CleverId | None = None


@dataclass(frozen=True, slots=True)
class Class:
    """A class in Otus with the people whom Clever has in it; who was added by hand stands in the holdings."""

    id: ClassId
    name: str
    section: CleverId | None
    """The section in Clever that it comes from; None for a class made by hand."""
    main_teacher: AccountId | None = None
    co_teachers: tuple[AccountId, ...] = ()
    students: tuple[AccountId, ...] = ()
    active: bool = True


class Seat(NamedTuple):
    """One person's place in one class."""

    of: ClassId
    account: AccountId
    place: Place
