"""What is in Clever at this moment, with the indexes that make look-ups cheap, and what a batch changed.

It keeps records and indexes in step, and knows nothing of the SIS, lags or sharing.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from simulator.clever.records import CleverSchool, CleverSection, Event, Record, User
from simulator.clock import Instant
from simulator.roster import CleverId, Role, same_email, without

Index = dict[str, tuple[CleverId, ...]]


@dataclass
class CleverRoster:
    """Schools, users and sections by Clever id; sections by member; teacher records by email."""

    schools: dict[CleverId, CleverSchool] = field(default_factory=dict)
    users: dict[CleverId, User] = field(default_factory=dict)
    sections: dict[CleverId, CleverSection] = field(default_factory=dict)
    sections_of: Index = field(default_factory=dict)
    teachers_by_email: Index = field(default_factory=dict)
    _before: dict[CleverId, Record | None] = field(default_factory=dict)

    def set_school(self, school: CleverSchool) -> None:
        """Add or change a school."""
        self._note(school.id)
        self.schools[school.id] = school

    def set_user(self, user: User) -> None:
        """Add or change a user."""
        self._note(user.id)
        self._unlist_email(self.users.get(user.id))
        self.users[user.id] = user
        if user.person.role is Role.TEACHER and same_email(user.person.email):
            _list(self.teachers_by_email, same_email(user.person.email), user.id)

    def remove_user(self, user: CleverId) -> None:
        """Take a user out, and out of every section; nothing happens when there is no such user."""
        if user not in self.users:
            return
        self._note(user)
        for section_id in self.sections_of.get(user, ()):
            self.set_section(self.sections[section_id].without(user))
        self._unlist_email(self.users.pop(user))

    def set_section(self, section: CleverSection) -> None:
        """Add or change a section with its teachers and students."""
        self._note(section.id)
        before = self.sections.get(section.id)
        self.sections[section.id] = section
        members_before = before.members if before else {}
        members = section.members
        for member in members:
            if member not in members_before:
                _list(self.sections_of, member, section.id)
        for member in members_before:
            if member not in members:
                _unlist(self.sections_of, member, section.id)

    def remove_section(self, section: CleverId) -> None:
        """Take a section out; nothing happens when there is no such section."""
        if section not in self.sections:
            return
        self._note(section)
        for member in self.sections.pop(section).members:
            _unlist(self.sections_of, member, section)

    def record(self, record: CleverId) -> Record | None:
        """Find a record of any kind by its id."""
        return self.users.get(record) or self.sections.get(record) or self.schools.get(record)

    def close_batch(self, at: Instant) -> list[Event]:
        """End a batch of changes and tell, record by record, what it changed in all."""
        batch = [Event(at, before, self.record(record)) for record, before in self._before.items()]
        self._before = {}
        return [event for event in batch if event.before != event.after]

    def copy(self) -> CleverRoster:
        """Make a roster that changes on its own; the records are shared, for they never change."""
        return CleverRoster(
            dict(self.schools),
            dict(self.users),
            dict(self.sections),
            dict(self.sections_of),
            dict(self.teachers_by_email),
        )

    def _note(self, record: CleverId) -> None:
        self._before.setdefault(record, self.record(record))

    def _unlist_email(self, user: User | None) -> None:
        if user and user.person.role is Role.TEACHER and same_email(user.person.email):
            _unlist(self.teachers_by_email, same_email(user.person.email), user.id)


def _list(index: Index, key: str, entry: CleverId) -> None:
    index[key] = (*index.get(key, ()), entry)


def _unlist(index: Index, key: str, entry: CleverId) -> None:
    rest = without(index[key], entry)
    if rest:
        index[key] = rest
    else:
        del index[key]
