"""The interface that the sentences speak to: any Otus that can be driven so can be put under test.

Our fake is the first driver. A driver for a real system finds people by their Clever ids or email and classes by
the Clever id of the section, or by name where a class was made by hand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from simulator.accounts import Detail, Kind, Origin, SignIn
from simulator.changes import Change, Skipped
from simulator.clock import Instant
from simulator.roster import CleverId, PersonId
from simulator.rules.reading import Reading


@dataclass(frozen=True, slots=True)
class Someone:
    """A person as the sentences mean them, with what an Otus can find them by."""

    key: PersonId
    """Their key in the simulation, such as "student:1001"."""
    name: str
    email: str
    kind: Kind | None = None
    """The account that a sync gives them; None where it gives none: staff, admins, people unknown to Clever."""
    clever_ids: tuple[CleverId, ...] = ()
    """Their Clever ids, the present one first; none while Clever does not know them."""


@dataclass(frozen=True, slots=True)
class SomeClass:
    """A class as the sentences mean it: from a section in Clever, or made by hand in Otus."""

    name: str
    section: CleverId | None = None
    by_hand: str | None = None
    """What make_class answered when the class was made."""

    @property
    def key(self) -> str:
        """What an Otus knows the class by; empty while Clever does not have it."""
        return self.by_hand or self.section or ""


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
class Labels:
    """The names of those whom a report mentions, by id."""

    accounts: Mapping[str, str] = field(default_factory=dict)
    classes: Mapping[str, str] = field(default_factory=dict)
    users: Mapping[str, str] = field(default_factory=dict)


NO_LABELS = Labels()


@dataclass(frozen=True, slots=True)
class SyncReport:
    """How one nightly sync went.

    In the changes an account has the id that its profile shows, and a class from Clever has its section's Clever
    id, whatever the Otus. An Otus that cannot say what a night changed, or why, reports no changes.
    """

    at: Instant
    succeeded: bool
    changes: tuple[Change, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    names: Labels = NO_LABELS
    district: str = ""
    """The name of the district, which the simulation fills in."""

    @property
    def entries(self) -> tuple[Change | Skipped, ...]:
        """Everything that there is to tell: what changed, then what was skipped."""
        return (*self.changes, *self.skipped)


class OtusDriver(Protocol):
    """What a person, support or the night can do with an Otus, and what can be seen in it.

    Acts raise Refused when Otus does not let them happen.
    """

    def add_student(self, by: Someone, of: SomeClass, student: Someone) -> None:
        """Add a student to a class by hand."""

    def remove_student(self, by: Someone, of: SomeClass, student: Someone) -> None:
        """Take a student out of a class by hand."""

    def add_co_teacher(self, by: Someone, of: SomeClass, teacher: Someone) -> None:
        """Add a co-teacher by hand; an email that Otus does not know makes an account."""

    def remove_co_teacher(self, by: Someone, of: SomeClass, teacher: Someone) -> None:
        """Take a co-teacher out of a class by hand."""

    def make_class(self, by: Someone, name: str) -> str:
        """Make a class by hand and answer with what it is known by."""

    def make_admin(self, person: Someone) -> None:
        """Make an admin account."""

    def sign_in(self, person: Someone, way: SignIn, email: str | None = None) -> None:
        """Sign somebody in, with the email that they type where one is given."""

    def change_email(self, person: Someone, email: str) -> None:
        """Change an email in Otus at once."""

    def adjust_id(self, person: Someone) -> None:
        """Tie somebody's account to the record that Clever has of them now."""

    def report_missing(self, by: Someone, student: Someone, details: Sequence[Detail]) -> None:
        """Tell support in the chat that a student is missing."""

    def hand_in(self, student: Someone, of: SomeClass, work: str) -> None:
        """Hand in a piece of work."""

    def set_manual_rostering(self, *, on: bool) -> None:
        """Turn the manual rostering feature on or off."""

    def sync(self, at: Instant, clever: Reading) -> SyncReport:
        """Run the nightly sync at an instant and wait for it. clever: what a driver in this process reads."""

    def profile(self, person: Someone) -> Profile | None:
        """Show somebody's account, or None."""

    def class_page(self, of: SomeClass) -> ClassPage | None:
        """Show a class that is on the active list, or None."""

    def classes_named(self, name: str) -> int:
        """Count the classes of a name on the active list."""

    def work_shown(self, student: Someone, of: SomeClass) -> Sequence[str]:
        """List the work that Otus shows of a student of a class."""

    def support_asks_for(self, student: Someone) -> Sequence[Detail] | None:
        """List what support still asks for about a missing student; None when nobody has reported them."""

    def has_google_features(self, teacher: Someone, of: SomeClass) -> bool:
        """Tell whether the Google features of a class work for a teacher of it."""

    def copy(self) -> OtusDriver:
        """Make an Otus that goes its own way from here; a real system, which cannot, answers with itself."""
