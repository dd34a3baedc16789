"""What one application may read in Clever: the district's sharing, and the view and feed that follow from it.

Sources: C15 to C18, O01, O06, Q40 (a section may list people who are not shared); clever_api.md, sections 1.5, 1.6
and 5.5.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from simulator.clever.feed import event_id, in_order
from simulator.clever.records import (
    CleverCourse,
    CleverSchool,
    CleverSection,
    CleverTerm,
    Contact,
    Event,
    Record,
    User,
)
from simulator.clever.roster import CleverRoster
from simulator.clever.scopes import USUAL, Scopes, Shareable, closed_roles, opened, with_kind, without_kind
from simulator.clever.sight import WHOLE_DISTRICT, Reach, Sharing, Sight
from simulator.clock import Instant
from simulator.roster import CleverId, Role, same_email

__all__ = ["Reach", "SharedView", "Sharing"]

NAME = "otus"
"""Whose view it is, as the ids of its events tell."""


@dataclass
class SharedView:
    """Clever as one application reads it, with the feed of what changed in it."""

    roster: CleverRoster
    sharing: Sharing = WHOLE_DISTRICT
    scopes: Scopes = USUAL
    feed: list[Event] = field(default_factory=list)
    _sight: Sight | None = None
    """What is in sight where less than the whole district is shared."""

    def record(self, record: CleverId) -> Record | None:
        """Find a record of any kind that the application may read."""
        found = self.roster.record(record)
        return self._opened(found) if found and self._is_in_sight(record) else None

    def user(self, user: CleverId) -> User | None:
        """Find a user that the application may read."""
        found = self.roster.users.get(user)
        return self._opened_user(found) if found and self._is_in_sight(user) else None

    def section(self, section: CleverId) -> CleverSection | None:
        """Find a section that the application may read."""
        found = self.roster.sections.get(section)
        return found if found and self._has(Shareable.SECTIONS) and self._is_in_sight(section) else None

    def schools(self) -> Iterator[CleverSchool]:
        """List the schools that the application may read."""
        return (school for school in self.roster.schools.values() if self._is_in_sight(school.id))

    def terms(self) -> Iterator[CleverTerm]:
        """List the terms of the sections that the application may read."""
        terms = self.roster.terms.values() if self._has(Shareable.SECTIONS) else ()
        return (term for term in terms if self._is_in_sight(term.id))

    def courses(self) -> Iterator[CleverCourse]:
        """List the courses of the sections that the application may read."""
        courses = self.roster.courses.values() if self._has(Shareable.SECTIONS) else ()
        return (course for course in courses if self._is_in_sight(course.id))

    def users(self) -> Iterator[User]:
        """List the users that the application may read, contacts apart."""
        users = (self._opened_user(user) for user in self.roster.users.values() if self._is_in_sight(user.id))
        return (user for user in users if user)

    def contacts(self) -> Iterator[Contact]:
        """List the contacts of the students that the application may read."""
        contacts = (
            self.roster.contacts.values() if self._has(Shareable.CONTACTS) and self._has(Shareable.STUDENTS) else ()
        )
        return (contact for contact in contacts if self._is_in_sight(contact.id))

    def sections(self) -> Iterator[CleverSection]:
        """List the sections that the application may read."""
        sections = self.roster.sections.values() if self._has(Shareable.SECTIONS) else ()
        return (section for section in sections if self._is_in_sight(section.id))

    def records(self) -> Iterator[Record]:
        """List everything that the application may read, the district included."""
        yield self.roster.district
        yield from self.schools()
        yield from self.terms()
        yield from self.courses()
        yield from self.users()
        yield from self.contacts()
        yield from self.sections()

    def sections_of(self, user: CleverId) -> tuple[CleverId, ...]:
        """List the shared sections that a user teaches or attends."""
        return tuple(one for one in self.roster.sections_of.get(user, ()) if self.section(one))

    def contacts_of(self, student: CleverId) -> tuple[CleverId, ...]:
        """List the contacts of a student that the application may read."""
        return tuple(one for one in self.roster.contacts_of.get(student, ()) if self.record(one))

    def teachers_with(self, email: str) -> tuple[User, ...]:
        """Find the teacher records that have an email (Q10: trimmed, case-insensitive)."""
        ids = self.roster.teachers_by_email.get(same_email(email), ())
        return tuple(user for user in map(self.user, ids) if user and user.person.role is Role.TEACHER)

    def follow(self, batch: Iterable[Event], at: Instant) -> None:
        """Add to the feed what a batch of changes in Clever, made at an instant, changes in this view."""
        told = {event.record.id: event for event in batch}
        moved = self._sight.follow(told.values()) if self._sight else set()
        events = []
        for record in (*told, *sorted(moved - told.keys())):
            then = told[record].before if record in told else self.roster.record(record)
            was_in_sight = self._is_in_sight(record) != (record in moved)
            before = self._opened(then) if then and was_in_sight else None
            after = self.record(record)
            if before != after:
                events.append(Event(at, before, after))
        self._tell(events)

    def share(self, sharing: Sharing, at: Instant) -> None:
        """Share something else; what thereby appears or disappears goes to the feed as created or deleted."""

        def change() -> None:
            self.sharing = sharing
            self._sight = None if sharing.reach is Reach.DISTRICT else Sight.of(self.roster, sharing)

        self._tell_what_changes(change, at)

    def open(self, kind: Shareable, at: Instant) -> None:
        """Share a kind of data, with all of its fields; who thereby appears goes to the feed."""
        self._scope(with_kind(self.scopes, kind), at)

    def close(self, kind: Shareable, at: Instant) -> None:
        """Share a kind of data no longer; who thereby disappears goes to the feed."""
        self._scope(without_kind(self.scopes, kind), at)

    def copy(self, roster: CleverRoster) -> SharedView:
        """Make a view of a copied roster."""
        sight = self._sight and self._sight.copy(roster)
        return SharedView(roster, self.sharing, self.scopes, list(self.feed), sight)

    def _scope(self, scopes: Scopes, at: Instant) -> None:
        """Read with other scopes. A field that they show or hide is no event of its own (assumed)."""

        def change() -> None:
            self.scopes = scopes

        self._tell_what_changes(change, at)

    def _tell_what_changes(self, change: Callable[[], None], at: Instant) -> None:
        before = {record.id: record for record in self.records()}
        change()
        after = {record.id: record for record in self.records()}
        both = ((before.get(one), after.get(one)) for one in dict.fromkeys([*before, *after]))
        self._tell(Event(at, then, now) for then, now in both if then is not now and then != now)

    def _tell(self, batch: Iterable[Event]) -> None:
        for event in in_order(batch):
            id_ = event_id(event, self.roster.district.id, NAME, number=len(self.feed) + 1)
            self.feed.append(Event(event.at, event.before, event.after, id_))

    def _is_in_sight(self, record: CleverId) -> bool:
        return self._sight is None or record in self._sight.shown

    def _has(self, kind: Shareable) -> bool:
        return kind in opened(self.scopes)

    def _opened(self, record: Record) -> Record | None:
        """Show as much of a record as the scopes do, wherever it is in sight."""
        match record:
            case User():
                return self._opened_user(record)
            case Contact():
                return record if self._has(Shareable.CONTACTS) and self._has(Shareable.STUDENTS) else None
            case CleverTerm() | CleverCourse() | CleverSection():
                return record if self._has(Shareable.SECTIONS) else None
            case _:
                return record

    def _opened_user(self, user: User) -> User | None:
        """Show somebody in those of their roles that the scopes show; the id stays the same."""
        closed = closed_roles(self.scopes)
        if not closed:
            return user
        people = tuple(one for one in user.people if one.role not in closed)
        if len(people) == len(user.people):
            return user
        return replace(user, person=people[0], others=people[1:]) if people else None
