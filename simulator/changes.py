"""What a night changes in Otus, as values, each with the id of the rule that caused it."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.accounts import Account, AccountId, Class, ClassId, Seat
from simulator.roster import CleverId
from simulator.rulebook import Rule


@dataclass(frozen=True, slots=True)
class AccountMade:
    """An account is made for a record that Otus reads for the first time."""

    account: Account
    rule: Rule


@dataclass(frozen=True, slots=True)
class AccountTied:
    """An account that was made by hand is tied to the record in Clever that has its email."""

    account: AccountId
    clever_id: CleverId
    rule: Rule


@dataclass(frozen=True, slots=True)
class AccountChanged:
    """An account shows the name and email that its record has in Clever."""

    account: AccountId
    name: str
    email: str
    rule: Rule


@dataclass(frozen=True, slots=True)
class ClassOpened:
    """A class is made for a section, or made anew when the section is back."""

    made: Class
    rule: Rule


@dataclass(frozen=True, slots=True)
class ClassRenamed:
    """A class takes the name of its section."""

    of: ClassId
    name: str
    rule: Rule


@dataclass(frozen=True, slots=True)
class ClassLeft:
    """A class leaves the active list with everyone in it."""

    of: ClassId
    rule: Rule


@dataclass(frozen=True, slots=True)
class MainTeacherSet:
    """A class has another main teacher; None when Otus cannot tell who it is."""

    of: ClassId
    account: AccountId | None
    rule: Rule


@dataclass(frozen=True, slots=True)
class SeatFilled:
    """Somebody comes into a class because Clever has them there."""

    seat: Seat
    rule: Rule


@dataclass(frozen=True, slots=True)
class SeatHandedOver:
    """Somebody who was added by hand stays, and is from now on there because Clever has them there."""

    seat: Seat
    rule: Rule


@dataclass(frozen=True, slots=True)
class SeatLost:
    """Somebody leaves a class; their account and their work stay."""

    seat: Seat
    rule: Rule


@dataclass(frozen=True, slots=True)
class UserSkipped:
    """A record in Clever that gets no account tonight; it is looked at again every night."""

    user: CleverId
    rule: Rule


@dataclass(frozen=True, slots=True)
class SeatSkipped:
    """Somebody whom Clever lists in a section and whom Otus cannot seat tonight; looked at again every night."""

    of: ClassId
    user: CleverId
    rule: Rule


Change = (
    AccountMade
    | AccountTied
    | AccountChanged
    | ClassOpened
    | ClassRenamed
    | ClassLeft
    | MainTeacherSet
    | SeatFilled
    | SeatHandedOver
    | SeatLost
)
Skipped = UserSkipped | SeatSkipped


@dataclass(frozen=True, slots=True)
class Decision:
    """What one night does to Otus: the changes, in the order in which they apply, and what it had to skip."""

    changes: tuple[Change, ...]
    skipped: tuple[Skipped, ...]


@dataclass(frozen=True, slots=True)
class Mentioned:
    """The accounts, classes and Clever records that a change speaks of."""

    accounts: tuple[AccountId, ...] = ()
    classes: tuple[ClassId, ...] = ()
    users: tuple[CleverId, ...] = ()


def mentioned(entry: Change | Skipped) -> Mentioned:
    """Say whom and what a change speaks of, so that a report can name them."""
    match entry:
        case SeatFilled(seat) | SeatHandedOver(seat) | SeatLost(seat):
            return Mentioned((seat.account,), (seat.of,))
        case AccountTied(account) | AccountChanged(account):
            return Mentioned((account,))
        case AccountMade(made):
            return Mentioned((made.id,))
        case MainTeacherSet(of, teacher):
            return Mentioned((teacher,) if teacher else (), (of,))
        case UserSkipped(user):
            return Mentioned(users=(user,))
        case SeatSkipped(of, user):
            return Mentioned(classes=(of,), users=(user,))
        case ClassOpened(Class(id=of)) | ClassRenamed(of) | ClassLeft(of):
            return Mentioned(classes=(of,))
