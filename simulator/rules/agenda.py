"""What one night has to look at: everything the first time, and afterwards only what may have changed.

What may have changed is what the feed told since the last good night, what people did by hand, and what an
earlier night had to skip. A night that looks at everything comes to the same end (tests/properties).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from simulator.accounts import AccountId, ClassId
from simulator.clever.records import CleverSection, Event, Record, User
from simulator.otus.holdings import Holdings
from simulator.roster import CleverId
from simulator.rules.identity import KINDS
from simulator.rules.reading import Reading


@dataclass
class People:
    """The people of one class to look at, by Clever id and by account; some of them more than once."""

    users: list[CleverId] = field(default_factory=list)
    accounts: list[AccountId] = field(default_factory=list)


@dataclass
class Agenda:
    """The users whose accounts to look at, and the classes with the people in them to look at."""

    users: list[CleverId] = field(default_factory=list)
    classes: dict[CleverId, People] = field(default_factory=dict)

    def of(self, section: CleverId) -> People:
        """Give the people to look at in the class of a section."""
        return self.classes.setdefault(section, People())


def at_first(clever: Reading) -> Agenda:
    """Look at every record in Clever: no night has read any, so Otus has nothing from it."""
    agenda = Agenda([user.id for user in clever.users()])
    for section in clever.sections():
        agenda.of(section.id).users.extend((*section.teachers, *section.students))
    return agenda


def since(news: Iterable[Event], otus: Holdings, clever: Reading) -> Agenda:
    """Look at what the feed told since the last good night, and at what that night and people left unsettled."""
    agenda = Agenda()
    for event in news:
        _add_event(agenda, event, clever)
    _add_unsettled(agenda, otus, clever)
    return agenda


def _add_event(agenda: Agenda, event: Event, clever: Reading) -> None:
    match event.record:
        case User(id=user):
            agenda.users.append(user)
            if not _has_an_account(event.after):  # sections may still list whom Otus can read no longer
                _add_places(agenda, user, clever)
        case CleverSection(id=section):
            agenda.of(section).users.extend(_moved(event.before, event.after))


def _has_an_account(record: Record | None) -> bool:
    return isinstance(record, User) and record.person.role in KINDS


def _add_places(agenda: Agenda, user: CleverId, clever: Reading) -> None:
    for section in clever.sections_of(user):
        agenda.of(section).users.append(user)


def _moved(before: Record | None, after: Record | None) -> list[CleverId]:
    """List who may have another place in a section than before, in an order that is the same in every run."""
    students, teachers = _places(before)
    students_now, teachers_now = _places(after)
    moved = set(students).symmetric_difference(students_now)
    if teachers != teachers_now:
        moved.update(teachers, teachers_now)
    return sorted(moved)


def _places(record: Record | None) -> tuple[tuple[CleverId, ...], tuple[CleverId, ...]]:
    return (record.students, record.teachers) if isinstance(record, CleverSection) else ((), ())


def _add_unsettled(agenda: Agenda, otus: Holdings, clever: Reading) -> None:
    """Add what people did by hand and what the last night skipped; classes made by hand are nobody's (S32, S33)."""
    agenda.users.extend(otus.skipped_users)
    for user in otus.edited:
        agenda.users.append(user)
        _add_places(agenda, user, clever)
    for of, user in otus.skipped_seats:
        _look_at(agenda, otus, of).users.append(user)
    for seat in (*otus.by_hand, *otus.taken_out, *otus.retied):
        _look_at(agenda, otus, seat.of).accounts.append(seat.account)


def _look_at(agenda: Agenda, otus: Holdings, of: ClassId) -> People:
    section = otus.classes[of].section
    return People() if section is None else agenda.of(section)
