"""How an edit that has arrived changes Clever's roster, with SIS keys turned into Clever ids on the way.

Total: an edit may arrive when what it speaks of is gone, and then changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from simulator.clever.adults import AdultRecord, Adults
from simulator.clever.contacts import Contacts
from simulator.clever.derived import forget_unnamed, name_course, name_term
from simulator.clever.ids import Ids
from simulator.clever.records import CleverSchool, CleverSection, Event, Source, User, swapped
from simulator.clever.roster import CleverRoster
from simulator.clock import Instant
from simulator.edits import (
    Dropped,
    Edit,
    Enrolled,
    PersonRemoved,
    PersonSet,
    SectionRemoved,
    SectionSet,
)
from simulator.roster import CleverId, Enrollment, Person, PersonId, Role, SectionId, without
from simulator.sis import Roster


@dataclass(frozen=True, slots=True)
class SectionPage:
    """The co-teachers of a section by where they come from: sent, or added on its page in Clever (Q41)."""

    sent: tuple[CleverId, ...]
    added: tuple[CleverId, ...]

    def co_teachers(self, primary: CleverId | None) -> tuple[CleverId, ...]:
        """List them, each once; who is the primary teacher is none."""
        return tuple(one for one in dict.fromkeys((*self.sent, *self.added)) if one != primary)

    def without(self, user: CleverId) -> SectionPage:
        """Take a co-teacher off, whoever put them there."""
        return SectionPage(without(self.sent, user), without(self.added, user))

    def with_in_place_of(self, before: CleverId, now: CleverId) -> SectionPage:
        """Let one user take the place of another."""
        return SectionPage(swapped(self.sent, before, now), swapped(self.added, before, now))


@dataclass
class Fold:
    """Clever's roster so far, and which Clever id each SIS key stands for."""

    ids: Ids
    roster: CleverRoster
    user_of: dict[PersonId, CleverId] = field(default_factory=dict)
    former_users: dict[PersonId, tuple[CleverId, ...]] = field(default_factory=dict)
    section_of: dict[SectionId, CleverId] = field(default_factory=dict)
    pages: dict[CleverId, SectionPage] = field(default_factory=dict)
    adults: Adults = field(default_factory=Adults)

    def __post_init__(self) -> None:
        """Open what only lives during a batch."""
        self._contacts = Contacts(self.ids, self.roster)

    def load(self, roster: Roster, seen: Instant) -> None:
        """Take over a whole SIS roster as Clever first saw it at an instant."""
        for school in roster.schools.values():
            self.roster.set_school(CleverSchool(self.ids.of("school", school.sis_id, seen), school))
        for person in roster.people.values():
            self._set_person(person, Source.SIS, seen)
        for section in roster.sections.values():
            students = tuple(self.user_of[student] for student in section.students)
            edit = SectionSet(section.id, section.facts, section.teachers)
            self._set_section(edit, students, Source.SIS, seen)

    def apply(self, edit: Edit, source: Source, at: Instant) -> None:
        """Apply one edit that arrives at an instant."""
        match edit:
            case PersonSet(person):
                self._set_person(person, source, at)
            case PersonRemoved(person):
                self._remove_person(person.id, at)
            case SectionSet():
                before = self.section(edit.section)
                self._set_section(edit, before.students if before else (), source, at)
            case SectionRemoved(section):
                self._remove_section(section, at)
            case Enrolled(enrollment):
                self._enroll(enrollment)
            case Dropped(enrollment):
                self._drop(enrollment)

    def close_batch(self, at: Instant) -> list[Event]:
        """End a batch of changes: settle what follows from the others, and tell record by record what changed."""
        forget_unnamed(self.ids, self.roster)
        self._contacts.settle(at)
        return self.roster.close_batch(at)

    def user(self, person: PersonId) -> User | None:
        """Find the user whom Clever has of a person now, through any of the person's records in it."""
        record = self._record_of(person)
        return None if record is None else self.roster.users.get(self.adults.user_of(record))

    def section(self, section: SectionId) -> CleverSection | None:
        """Find the section that Clever has under a key now."""
        clever_id = self.section_of.get(section)
        return None if clever_id is None else self.roster.sections.get(clever_id)

    def ids_of(self, person: PersonId) -> tuple[CleverId, ...]:
        """List the Clever ids that a person has or had, the present one first, less any that is another's now."""
        user = self.user(person)
        present = (user.id,) if user else ()
        own = (self.user_of[person],) if person in self.user_of else ()
        ids = dict.fromkeys((*present, *own, *reversed(self.former_users.get(person, ()))))
        holders = ((one, self._holder(one)) for one in ids)
        return tuple(one for one, holder in holders if one in present or not holder or holder.id == person)

    def set_page(self, section: CleverSection, page: SectionPage) -> None:
        """Change who teaches a section as its page in Clever has it."""
        self.pages[section.id] = page
        self.roster.set_section(replace(section, co_teachers=page.co_teachers(section.primary)))

    def page_of(self, section: CleverSection) -> SectionPage:
        """Show the co-teachers on a section's page by where they come from."""
        return self.pages.get(section.id) or SectionPage(section.co_teachers, ())

    def copy(self) -> Fold:
        """Make a fold that goes its own way from here."""
        return Fold(
            self.ids.copy(),
            self.roster.copy(),
            dict(self.user_of),
            dict(self.former_users),
            dict(self.section_of),
            dict(self.pages),
            self.adults.copy(),
        )

    def _set_person(self, person: Person, source: Source, at: Instant) -> None:
        before = self.user_of.get(person.id)
        now = self.ids.of(person.role, person.sis_id, at)
        self.user_of[person.id] = now
        if person.role is Role.STUDENT:
            held = self.roster.users.get(now)
            self._contacts.set(now, person, held.person if held else None, at)
            self.roster.set_user(User(now, person, source))
        else:
            self.adults.set(self.roster, AdultRecord(now, person, source))
        if before is not None and before != now:
            self.former_users[person.id] = (*self.former_users.get(person.id, ()), before)
            self._replace_record(before, now, at)

    def _replace_record(self, before: CleverId, now: CleverId, at: Instant) -> None:
        """Let the record with a new Clever id take the places of the one it replaces (C33)."""
        for section_id in self.roster.sections_of.get(before, ()):
            if section_id in self.pages:
                self.pages[section_id] = self.pages[section_id].with_in_place_of(before, now)
            section = self.roster.sections[section_id]
            self.roster.set_section(section.with_in_place_of(before, now))
        self._remove_record(before, at)

    def _remove_person(self, person: PersonId, at: Instant) -> None:
        record = self._record_of(person)
        if record is not None:
            self._remove_record(record, at)

    def _remove_record(self, record: CleverId, at: Instant) -> None:
        for section in self.roster.sections_of.get(record, ()):
            if section in self.pages:
                self.pages[section] = self.pages[section].without(record)
        gone = self._holder(record)
        if gone:
            self.ids.gone(gone.role, gone.sis_id, at)
            if gone.role is Role.STUDENT:
                self._contacts.drop(record)
                self.roster.remove_user(record)
            else:
                self.adults.remove(self.roster, record)

    def _record_of(self, person: PersonId) -> CleverId | None:
        """Find the id of a person's own record; one under an SIS id that they gave up is another's."""
        record = self.user_of.get(person)
        holder = None if record is None else self._holder(record)
        return record if holder and holder.id == person else None

    def _holder(self, record: CleverId) -> Person | None:
        """Say whose record has an id now."""
        adult = self.adults.records.get(record)
        if adult:
            return adult.person
        user = self.roster.users.get(record)
        return user.person if user else None

    def _set_section(self, edit: SectionSet, students: tuple[CleverId, ...], source: Source, at: Instant) -> None:
        now = self.ids.of("section", edit.facts.sis_id, at)
        self.section_of[edit.section] = now
        primary, *co_teachers = (user.id if user else None for user in map(self.user, edit.teachers))
        sent = tuple(one for one in co_teachers if one is not None)
        page = SectionPage(sent, self.pages[now].added if now in self.pages else ())
        if now in self.pages:
            self.pages[now] = page
        course = name_course(self.ids, self.roster, edit.facts, self.roster.sections.get(now), at)
        term = name_term(self.ids, self.roster, edit.facts, at)
        self.roster.set_section(
            CleverSection(now, edit.facts, primary, page.co_teachers(primary), students, source, course, term)
        )

    def _remove_section(self, section: SectionId, at: Instant) -> None:
        gone = self.section(section)
        if gone:
            self.pages.pop(gone.id, None)
            self.ids.gone("section", gone.facts.sis_id, at)
            self.roster.remove_section(gone.id)

    def _enroll(self, enrollment: Enrollment) -> None:
        section, student = self.section(enrollment.section), self.user(enrollment.student)
        if section and student and student.id not in section.students:
            self.roster.set_section(replace(section, students=(*section.students, student.id)))

    def _drop(self, enrollment: Enrollment) -> None:
        section, student = self.section(enrollment.section), self.user(enrollment.student)
        if section and student and student.id in section.students:
            self.roster.set_section(replace(section, students=without(section.students, student.id)))
