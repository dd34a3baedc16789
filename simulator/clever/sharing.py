"""What one application may read in Clever: the district's sharing, and the view and feed that follow from it.

Sources: C15 to C18, O01, O06, Q40 (a section may list people who are not shared).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field
from enum import StrEnum

from simulator.clever.records import CleverDistrict, CleverSchool, CleverSection, Event, Record, User
from simulator.clever.roster import CleverRoster
from simulator.clock import Instant
from simulator.roster import CleverId, SchoolId, same_email


class Reach(StrEnum):
    """How a district chooses what an application sees."""

    DISTRICT = "the whole district"
    SCHOOLS = "schools"
    SECTIONS = "sections"


@dataclass(frozen=True, slots=True)
class Sharing:
    """What a district shares: all of it, some schools (later changes follow), or some sections (they do not)."""

    reach: Reach = Reach.DISTRICT
    schools: frozenset[SchoolId] = frozenset()
    sections: frozenset[CleverId] = frozenset()


@dataclass
class SharedView:
    """Clever as one application reads it, with the feed of what changed in it."""

    roster: CleverRoster
    sharing: Sharing = Sharing()
    feed: list[Event] = field(default_factory=list)
    _shown: frozenset[CleverId] = frozenset()
    """The users and schools seen through shared sections; kept only while sections are shared."""

    def user(self, user: CleverId) -> User | None:
        """Find a user that the application may read."""
        found = self.roster.users.get(user)
        return found if found and self._shows(found, self._shown) else None

    def section(self, section: CleverId) -> CleverSection | None:
        """Find a section that the application may read."""
        found = self.roster.sections.get(section)
        return found if found and self._shows(found, self._shown) else None

    def users(self) -> Iterator[User]:
        """List the users that the application may read."""
        return (user for user in self.roster.users.values() if self._shows(user, self._shown))

    def sections(self) -> Iterator[CleverSection]:
        """List the sections that the application may read."""
        return (section for section in self.roster.sections.values() if self._shows(section, self._shown))

    def schools(self) -> Iterator[CleverSchool]:
        """List the schools that the application may read."""
        return (school for school in self.roster.schools.values() if self._shows(school, self._shown))

    def sections_of(self, user: CleverId) -> tuple[CleverId, ...]:
        """List the shared sections that a user teaches or attends."""
        return tuple(one for one in self.roster.sections_of.get(user, ()) if self.section(one))

    def teachers_with(self, email: str) -> tuple[User, ...]:
        """Find the teacher records that have an email (Q10: trimmed, case-insensitive)."""
        ids = self.roster.teachers_by_email.get(same_email(email), ())
        return tuple(user for user in map(self.user, ids) if user)

    def follow(self, batch: Iterable[Event], at: Instant) -> None:
        """Add to the feed what a batch of changes in Clever, made at an instant, changes in this view."""
        told = {_id_of(event): event for event in batch}
        shown_before, self._shown = self._shown, self._seen_through_sections()
        for record in [*told, *sorted((shown_before ^ self._shown) - told.keys())]:
            now = self.roster.record(record)
            then = told[record].before if record in told else now
            before = then if then and self._shows(then, shown_before) else None
            after = now if now and self._shows(now, self._shown) else None
            if before or after:
                self.feed.append(Event(at, before, after))

    def share(self, sharing: Sharing, at: Instant) -> None:
        """Share something else; what thereby appears or disappears goes to the feed as created or deleted."""
        before = {record.id: record for record in self._everything()}
        self.sharing = sharing
        self._shown = self._seen_through_sections()
        after = {record.id: record for record in self._everything()}
        for record in dict.fromkeys([*before, *after]):
            if (record in before) != (record in after):
                self.feed.append(Event(at, before.get(record), after.get(record)))

    def copy(self, roster: CleverRoster) -> SharedView:
        """Make a view of a copied roster."""
        return SharedView(roster, self.sharing, list(self.feed), self._shown)

    def _everything(self) -> Iterator[Record]:
        yield from self.schools()
        yield from self.users()
        yield from self.sections()

    def _shows(self, record: Record, shown: Set[CleverId]) -> bool:
        if isinstance(record, CleverDistrict):
            return True
        match self.sharing.reach:
            case Reach.DISTRICT:
                return True
            case Reach.SCHOOLS:
                return not self.sharing.schools.isdisjoint(_schools_of(record))
            case Reach.SECTIONS:
                return self._shows_through_sections(record, shown)

    def _shows_through_sections(self, record: Record, shown: Set[CleverId]) -> bool:
        match record:
            case CleverSection():
                return record.id in self.sharing.sections
            case _:
                return record.id in shown

    def _seen_through_sections(self) -> frozenset[CleverId]:
        sections = list(self._shared_sections())
        seen = {member for section in sections for member in (*section.teachers, *section.students)}
        schools = {section.facts.school for section in sections}
        return frozenset(seen).union(
            school.id for school in self.roster.schools.values() if school.school.id in schools
        )

    def _shared_sections(self) -> Iterator[CleverSection]:
        return (self.roster.sections[one] for one in self.sharing.sections if one in self.roster.sections)


def _id_of(event: Event) -> CleverId:
    record = event.after or event.before
    assert record is not None, "an event has a record before or after it"
    return record.id


def _schools_of(record: Record) -> tuple[SchoolId, ...]:
    match record:
        case CleverSchool(school=school):
            return (school.id,)
        case User(person=person):
            return person.schools
        case CleverSection(facts=facts):
            return (facts.school,)
        case _:
            return ()
