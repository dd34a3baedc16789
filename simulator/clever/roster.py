"""What is in Clever at this moment, with the indexes that make look-ups cheap, and what a batch changed.

It keeps records and indexes in step, and knows nothing of the SIS, lags or sharing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from simulator.clever.ids import second_of
from simulator.clever.records import (
    CleverCourse,
    CleverDistrict,
    CleverSchool,
    CleverSection,
    CleverTerm,
    Contact,
    Event,
    Record,
    User,
)
from simulator.clock import Instant
from simulator.roster import CleverId, Role, SchoolId, same_email, without

Index = dict[str, tuple[CleverId, ...]]


@dataclass
class CleverRoster:
    """The district, and all other records by Clever id; sections by member; teacher records by email."""

    district: CleverDistrict
    schools: dict[CleverId, CleverSchool] = field(default_factory=dict)
    users: dict[CleverId, User] = field(default_factory=dict)
    sections: dict[CleverId, CleverSection] = field(default_factory=dict)
    terms: dict[CleverId, CleverTerm] = field(default_factory=dict)
    courses: dict[CleverId, CleverCourse] = field(default_factory=dict)
    contacts: dict[CleverId, Contact] = field(default_factory=dict)
    sections_of: Index = field(default_factory=dict)
    contacts_of: Index = field(default_factory=dict)
    """The contacts of each student, in the order of their row; whoever puts contacts keeps it."""
    teachers_by_email: Index = field(default_factory=dict)
    school_ids: dict[SchoolId, CleverId] = field(default_factory=dict)
    naming: dict[CleverId, int] = field(default_factory=dict)
    """How many sections name each term and each course."""
    _let_go: dict[CleverId, None] = field(default_factory=dict)
    """The terms and courses that some section no longer names since the last batch."""
    _before: dict[CleverId, Record | None] = field(default_factory=dict)

    def note_sync(self, at: Instant) -> None:
        """Note that a sync from the SIS has come in, which the district's own record tells."""
        self._note(self.district.id)
        self.district = CleverDistrict(self.district.id, last_sync=at)

    def set_school(self, school: CleverSchool) -> None:
        """Add or change a school."""
        self._note(school.id)
        self.schools[school.id] = school
        self.school_ids[school.school.id] = school.id

    def put(self, record: CleverTerm | CleverCourse | Contact) -> None:
        """Add or change a record that follows from others."""
        self._note(record.id)
        self._keep(record)

    def remove_contact(self, contact: CleverId) -> None:
        """Take a contact out; nothing happens when there is no such contact."""
        if contact in self.contacts:
            self._note(contact)
            del self.contacts[contact]

    def take_unnamed(self) -> list[CleverTerm | CleverCourse]:
        """Take out the terms and courses that no section names."""
        unnamed, self._let_go = [one for one in self._let_go if not self.naming[one]], {}
        gone: list[CleverTerm | CleverCourse] = []
        for one in unnamed:
            self._note(one)
            del self.naming[one]
            gone.append(self.terms.pop(one) if one in self.terms else self.courses.pop(one))
        return gone

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
        self._count(before, -1)
        self._count(section, +1)
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
        gone = self.sections.pop(section)
        self._count(gone, -1)
        for member in gone.members:
            _unlist(self.sections_of, member, section)

    def record(self, record: CleverId) -> Record | None:
        """Find a record of any kind by its id."""
        return (
            self.users.get(record)
            or self.sections.get(record)
            or self.contacts.get(record)
            or self.schools.get(record)
            or self.terms.get(record)
            or self.courses.get(record)
            or (self.district if record == self.district.id else None)
        )

    def ids(self) -> Iterator[CleverId]:
        """List the ids of all records, kind by kind."""
        yield self.district.id
        for table in (self.schools, self.terms, self.courses, self.users, self.contacts, self.sections):
            yield from table

    def close_batch(self, at: Instant) -> list[Event]:
        """End a batch of changes and tell, record by record, what it changed in all.

        Each record that it changed is from now on last modified at that instant; so is one that comes back.
        """
        told: list[Event] = []
        second = second_of(at)
        for record, before in self._before.items():
            after = self.record(record)
            if before is not None and after is not None and _reads_the_same(before, after):
                self._keep_as_old(before, after)
            elif after != before:
                is_new = before is None and record[:8] == second
                told.append(Event(at, before, after if after is None or is_new else self._stamped(after, at)))
        self._before = {}
        return told

    def copy(self) -> CleverRoster:
        """Make a roster that changes on its own; the records are shared, for they never change."""
        return CleverRoster(
            self.district,
            dict(self.schools),
            dict(self.users),
            dict(self.sections),
            dict(self.terms),
            dict(self.courses),
            dict(self.contacts),
            dict(self.sections_of),
            dict(self.contacts_of),
            dict(self.teachers_by_email),
            dict(self.school_ids),
            dict(self.naming),
        )

    def _stamped(self, record: Record, at: Instant) -> Record:
        """Let a record say when it was last modified, where its kind does."""
        match record:
            case User() | CleverSection() | CleverSchool() | Contact():
                self._keep(stamped := replace(record, modified=at))
                return stamped
            case _:
                return record

    def _keep_as_old(self, before: Record, after: Record) -> None:
        """Let a record that reads the same be as old as it was."""
        match before, after:
            case User(modified=modified), User():
                self._keep(replace(after, modified=modified))
            case CleverSection(modified=modified), CleverSection():
                self._keep(replace(after, modified=modified))
            case _:
                self._keep(before)

    def _keep(self, record: Record) -> None:
        """Put a record into the place of an equal one, so that no look-up changes."""
        match record:
            case User():
                self.users[record.id] = record
            case CleverSection():
                self.sections[record.id] = record
            case CleverSchool():
                self.schools[record.id] = record
            case Contact():
                self.contacts[record.id] = record
            case CleverTerm():
                self.terms[record.id] = record
            case CleverCourse():
                self.courses[record.id] = record

    def _count(self, section: CleverSection | None, by: int) -> None:
        """Count a section among those that name its term and its course, or no longer."""
        for named in (section.term, section.course) if section else ():
            if named is not None:
                self.naming[named] = self.naming.get(named, 0) + by
                if by < 0:
                    self._let_go[named] = None

    def _note(self, record: CleverId) -> None:
        self._before.setdefault(record, self.record(record))

    def _unlist_email(self, user: User | None) -> None:
        if user and user.person.role is Role.TEACHER and same_email(user.person.email):
            _unlist(self.teachers_by_email, same_email(user.person.email), user.id)


def _reads_the_same(before: Record, after: Record) -> bool:
    """Tell whether a record says the same as before, apart from what its row says of records that are others'."""
    match before, after:
        case User(), User() if before.person.more != after.person.more:
            return _without_contacts(before) == _without_contacts(after)
        case CleverSection(), CleverSection() if before.facts != after.facts:
            return _without_names(before) == _without_names(after)
        case _:
            return before == after


def _without_contacts(user: User) -> User:
    facts = tuple(pair for pair in user.person.more if not pair[0].startswith("contact_"))
    return replace(user, person=replace(user.person, more=facts))


def _without_names(section: CleverSection) -> CleverSection:
    """Leave out what a section's row says of its course and its term, whose ids the section has."""
    return replace(section, facts=replace(section.facts, course=None, term=None))


def _list(index: Index, key: str, entry: CleverId) -> None:
    index[key] = (*index.get(key, ()), entry)


def _unlist(index: Index, key: str, entry: CleverId) -> None:
    rest = without(index[key], entry)
    if rest:
        index[key] = rest
    else:
        del index[key]
