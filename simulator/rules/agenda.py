"""What one night has to look at: everything the first time, and afterwards only what may have changed.

What may have changed is what the feed names since the last good night, what people did by hand, and what an
earlier night had to skip. A night that looks at everything comes to the same end (tests/properties).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from simulator.accounts import AccountId, ClassId
from simulator.clever.records import CleverSection, Event, Record, User
from simulator.otus.holdings import Holdings
from simulator.roster import CleverId
from simulator.rules.reading import Reading


@dataclass
class People:
    """The people of one class to look at, by Clever id and by account."""

    users: dict[CleverId, None] = field(default_factory=dict)
    accounts: dict[AccountId, None] = field(default_factory=dict)


@dataclass
class Agenda:
    """The users whose accounts to look at, and the classes with the people in them to look at."""

    users: dict[CleverId, None] = field(default_factory=dict)
    classes: dict[CleverId, People] = field(default_factory=dict)

    def of(self, section: CleverId) -> People:
        """Give the people to look at in the class of a section."""
        return self.classes.setdefault(section, People())


def everything(otus: Holdings, clever: Reading) -> Agenda:
    """Look at every record in Clever and every class that Otus has from it."""
    agenda = Agenda(users=dict.fromkeys(user.id for user in clever.users()))
    for section in clever.sections():
        agenda.of(section.id).users.update(dict.fromkeys((*section.teachers, *section.students)))
    for known in otus.classes.values():
        if known.section is not None:
            people = agenda.of(known.section).accounts
            people.update(dict.fromkeys((*known.co_teachers, *known.students)))
    _add_unsettled(agenda, otus, clever)
    return agenda


def since(position: int, otus: Holdings, clever: Reading) -> Agenda:
    """Look at what the feed names from a position on, and at what earlier nights and people left unsettled."""
    agenda = Agenda()
    for event in clever.feed[position:]:
        _add_event(agenda, event, clever)
    _add_unsettled(agenda, otus, clever)
    return agenda


def _add_event(agenda: Agenda, event: Event, clever: Reading) -> None:
    match event.after or event.before:
        case User(id=user):
            agenda.users[user] = None
            if event.before is None or event.after is None:
                _add_places(agenda, user, clever)
        case CleverSection(id=section):
            agenda.of(section).users.update(dict.fromkeys(_moved(event.before, event.after)))


def _add_places(agenda: Agenda, user: CleverId, clever: Reading) -> None:
    for section in clever.sections_of(user):
        agenda.of(section).users[user] = None


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
    """Add what people did by hand and what earlier nights skipped; classes made by hand are nobody's (S32, S33)."""
    agenda.users.update(dict.fromkeys(otus.skipped_users))
    for user in otus.edited:
        agenda.users[user] = None
        _add_places(agenda, user, clever)
    _add_retied(agenda, otus)
    for of, user in otus.skipped_seats:
        _look_at(agenda, otus, of).users[user] = None
    for seat in (*otus.by_hand, *otus.taken_out):
        _look_at(agenda, otus, seat.of).accounts[seat.account] = None


def _add_retied(agenda: Agenda, otus: Holdings) -> None:
    """Add every seat of the accounts that support tied to another record: the old ones may have no record now."""
    for held in otus.classes.values() if otus.retied else ():
        seated = [one for one in otus.retied if one in (held.main_teacher, *held.co_teachers, *held.students)]
        if seated and held.section is not None:
            agenda.of(held.section).accounts.update(dict.fromkeys(seated))


def _look_at(agenda: Agenda, otus: Holdings, of: ClassId) -> People:
    section = otus.classes[of].section
    return People() if section is None else agenda.of(section)
