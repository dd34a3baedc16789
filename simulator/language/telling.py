"""How a night's changes are told to people: what happened, by which rule, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo

from simulator.accounts import Class, Place
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
from simulator.simulation.driver import Labels, SyncReport


@dataclass(frozen=True, slots=True)
class Told:
    """One change as people are told it."""

    what: str
    rule: str
    because: str


@dataclass(frozen=True, slots=True)
class Night:
    """One nightly sync as people are told it: when, in its district's zone, and what it did, verb by verb."""

    at: datetime
    succeeded: bool
    told: tuple[Told, ...]


def tell_night(report: SyncReport, zone: tzinfo) -> Night:
    """Put a report into words."""
    told = (tell(entry, report.names) for entry in report.entries)
    return Night(report.at.astimezone(zone), report.succeeded, tuple(sorted(told, key=lambda one: one.what)))


def tell(entry: Change | Skipped, names: Labels) -> Told:
    """Put a change into words. names: of the accounts, classes and records that the report mentions."""
    return Told(_what(entry, names), entry.rule, BECAUSE[entry.rule])


def _what(change: Change | Skipped, names: Labels) -> str:
    match change:
        case AccountMade() | AccountTied() | AccountChanged():
            return _of_account(change, names)
        case ClassOpened() | ClassRenamed() | ClassLeft() | MainTeacherSet():
            return _of_class(change, names)
        case SeatSkipped(of, user):
            return f"skipped {names.users[user]} in {names.classes[of]!r}"
        case UserSkipped(user):
            return f"skipped {names.users[user]}"
        case _:
            return _of_seat(change, names)


def _of_seat(change: SeatFilled | SeatHandedOver | SeatLost, names: Labels) -> str:
    who, of = names.accounts[change.seat.account], names.classes[change.seat.of]
    place = " as co-teacher" if change.seat.place is Place.CO_TEACHER else ""
    match change:
        case SeatFilled():
            return f"brought {who} into {of!r}{place}"
        case SeatHandedOver():
            return f"kept {who} in {of!r}{place}, now from Clever"
        case SeatLost():
            return f"took {who} out of {of!r}{place}"


def _of_class(change: ClassOpened | ClassRenamed | ClassLeft | MainTeacherSet, names: Labels) -> str:
    match change:
        case ClassOpened(Class(id=of)):
            return f"opened the class {names.classes[of]!r}"
        case ClassLeft(of):
            return f"closed the class {names.classes[of]!r}"
        case ClassRenamed(of, name):
            return f"renamed a class to {name!r}"
        case MainTeacherSet(of, account):
            return f"made {names.accounts[account] if account else 'nobody'} main teacher of {names.classes[of]!r}"


def _of_account(change: AccountMade | AccountTied | AccountChanged, names: Labels) -> str:
    match change:
        case AccountMade(account):
            return f"made an account for {account.name}"
        case AccountTied(account):
            return f"tied the account of {names.accounts[account]} to its record in Clever"
        case AccountChanged(account, name, email):
            return f"let the account of {name} show the email {email!r}"
