"""The interface that the sentences speak to: any Otus that can be driven so can be put under test.

Our fake is the first driver. A driver for a real system finds people by their Clever ids or email and classes by
the Clever id of the section, or by name where a class was made by hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from simulator.accounts import Kind, Origin, SignIn
from simulator.changes import Change, Skipped
from simulator.clock import Instant
from simulator.roster import CleverId


@dataclass(frozen=True, slots=True)
class Someone:
    """A person as the sentences mean them, with what an Otus can find them by."""

    key: str
    """Their key in the simulation, such as "student:1001"."""
    name: str
    email: str
    kind: Kind
    """The account they would have in Otus."""
    clever_ids: tuple[CleverId, ...] = ()
    """Their Clever ids, the present one first; none while Clever does not know them."""


@dataclass(frozen=True, slots=True)
class SomeClass:
    """A class as the sentences mean it: from a section in Clever, or made by hand in Otus."""

    name: str
    section: CleverId | None = None
    by_hand: str | None = None
    """What make_class answered when the class was made."""


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody whom a class shows."""

    account: str
    name: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class ClassPage:
    """A class as Otus shows it."""

    name: str
    main_teacher: Member | None
    co_teachers: tuple[Member, ...]
    students: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """An account as Otus shows it."""

    account: str
    kind: Kind
    name: str
    email: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class SyncReport:
    """How one nightly sync went."""

    at: Instant
    succeeded: bool
    changes: tuple[Change, ...] = ()
    skipped: tuple[Skipped, ...] = ()


class OtusDriver(Protocol):
    """What a person, support or the night can do with an Otus, and what can be seen in it.

    Acts raise Refused when Otus does not let them happen.
    """

    def add_student(self, by: Someone, of: SomeClass, student: Someone) -> None: ...
    def remove_student(self, by: Someone, of: SomeClass, student: Someone) -> None: ...
    def add_co_teacher(self, by: Someone, of: SomeClass, teacher: Someone) -> None: ...
    def remove_co_teacher(self, by: Someone, of: SomeClass, teacher: Someone) -> None: ...
    def make_class(self, by: Someone, name: str) -> str: ...
    def make_admin(self, person: Someone) -> None: ...
    def sign_in(self, person: Someone, way: SignIn, email: str | None = None) -> None: ...
    def change_email(self, person: Someone, email: str) -> None: ...
    def adjust_id(self, person: Someone) -> None: ...
    def hand_in(self, student: Someone, of: SomeClass, work: str) -> None: ...
    def set_manual_rostering(self, *, on: bool) -> None: ...
    def sync(self, at: Instant) -> SyncReport: ...

    def profile(self, person: Someone) -> Profile | None: ...
    def class_page(self, of: SomeClass) -> ClassPage | None: ...
    def work_shown(self, student: Someone, of: SomeClass) -> Sequence[str]: ...
    def has_google_features(self, teacher: Someone, of: SomeClass) -> bool: ...
