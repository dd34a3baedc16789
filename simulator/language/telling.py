"""How a night's changes are told to people: what happened, by which rule, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.accounts import Place, Seat
from simulator.changes import (
    AccountChanged,
    AccountMade,
    AccountTied,
    Change,
    ClassLeft,
    ClassOpened,
    ClassRenamed,
    MainTeacherSet,
    SeatFilled,
    SeatHandedOver,
    SeatLost,
    SeatSkipped,
    Skipped,
    UserSkipped,
)
from simulator.rulebook import BECAUSE

Names = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Told:
    """One change as people are told it."""

    what: str
    rule: str
    because: str


def tell(change: Change | Skipped, names: Names) -> Told:
    """Put a change into words. names: of the accounts, classes and records that the report mentions."""
    return Told(_what(change, names), change.rule, BECAUSE[change.rule])


def _what(change: Change | Skipped, names: Names) -> str:
    match change:
        case SeatFilled(seat):
            return f"brought {_who(seat, names)} into {names[seat.of]!r}{_as(seat)}"
        case SeatHandedOver(seat):
            return f"kept {_who(seat, names)} in {names[seat.of]!r}{_as(seat)}, now from Clever"
        case SeatLost(seat):
            return f"took {_who(seat, names)} out of {names[seat.of]!r}{_as(seat)}"
        case SeatSkipped(of, user):
            return f"skipped {names[user]} in {names[of]!r}"
        case UserSkipped(user):
            return f"skipped {names[user]}"
        case MainTeacherSet(of, account):
            return f"made {names[account] if account else 'nobody'} main teacher of {names[of]!r}"
        case ClassOpened(of):
            return f"opened the class {names[of]!r}"
        case ClassLeft(of):
            return f"closed the class {names[of]!r}"
        case ClassRenamed(of, name):
            return f"renamed a class to {name!r}"
        case _:
            return _what_of_account(change, names)


def _what_of_account(change: AccountMade | AccountTied | AccountChanged, names: Names) -> str:
    match change:
        case AccountMade(account):
            return f"made an account for {account.name}"
        case AccountTied(account):
            return f"tied the account of {names[account]} to its record in Clever"
        case AccountChanged(account, name, email):
            return f"let the account of {name} show the email {email!r}"


def _who(seat: Seat, names: Names) -> str:
    return names[seat.account]


def _as(seat: Seat) -> str:
    return " as co-teacher" if seat.place is Place.CO_TEACHER else ""
