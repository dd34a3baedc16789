"""How an edit that has arrived changes Clever's roster, with SIS keys turned into Clever ids on the way.

Total: an edit may arrive when what it speaks of is gone, and then changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from simulator.clever.ids import Ids
from simulator.clever.records import CleverSchool, CleverSection, Source, User
from simulator.clever.roster import CleverRoster, without
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
from simulator.roster import CleverId, Enrollment, Person, PersonId, SectionFacts, SectionId
from simulator.sis import Roster


@dataclass(frozen=True, slots=True)
class SectionPage:
    """The teachers of a section by where they come from: sent, or added on its page in Clever (Q41)."""

    sent: tuple[CleverId, ...]
    added: tuple[CleverId, ...]

    @property
    def teachers(self) -> tuple[CleverId, ...]:
        """All of them, each once, the primary teacher first."""
        return tuple(dict.fromkeys((*self.sent, *self.added)))

    def without(self, user: CleverId) -> SectionPage:
        """Take a teacher off, whoever put them there."""
        return SectionPage(without(self.sent, user), without(self.added, user))


@dataclass
class Fold:
    """Clever's roster so far, and which Clever id each SIS key stands for."""

    ids: Ids
    roster: CleverRoster = field(default_factory=CleverRoster)
    user_of: dict[PersonId, CleverId] = field(default_factory=dict)
    former_users: dict[PersonId, tuple[CleverId, ...]] = field(default_factory=dict)
    section_of: dict[SectionId, CleverId] = field(default_factory=dict)
    pages: dict[CleverId, SectionPage] = field(default_factory=dict)

    def load(self, roster: Roster, seen: Instant) -> None:
        """Take over a whole SIS roster as Clever first saw it at an instant."""
        for school in roster.schools.values():
            self.roster.set_school(CleverSchool(self.ids.of("school", school.sis_id, seen), school))
        for person in roster.people.values():
            self._set_person(person, Source.SIS, seen)
        for section in roster.sections.values():
            self._set_section(section.id, section.facts, section.teachers, Source.SIS, seen)
            users = tuple(self.user_of[student] for student in section.students)
            filled = self.roster.sections[self.section_of[section.id]]
            self.roster.set_section(replace(filled, students=users))

    def apply(self, edit: Edit, source: Source, at: Instant) -> None:
        """Apply one edit that arrives at an instant."""
        match edit:
            case PersonSet(person):
                self._set_person(person, source, at)
            case PersonRemoved(person_id):
                self._remove_person(person_id, at)
            case SectionSet(section, facts, teachers):
                self._set_section(section, facts, teachers, source, at)
            case SectionRemoved(section):
                self._remove_section(section, at)
            case Enrolled(enrollment):
                self._enroll(enrollment)
            case Dropped(enrollment):
                self._drop(enrollment)

    def set_page(self, section: CleverSection, page: SectionPage) -> None:
        """Change who teaches a section as its page in Clever has it."""
        self.pages[section.id] = page
        self.roster.set_section(replace(section, teachers=page.teachers))

    def page_of(self, section: CleverSection) -> SectionPage:
        """Show the teachers on a section's page by where they come from."""
        return self.pages.get(section.id) or SectionPage(section.teachers, ())

    def copy(self) -> Fold:
        """Make a fold that goes its own way from here."""
        return Fold(
            self.ids.copy(),
            self.roster.copy(),
            dict(self.user_of),
            dict(self.former_users),
            dict(self.section_of),
            dict(self.pages),
        )

    def _set_person(self, person: Person, source: Source, at: Instant) -> None:
        before = self.user_of.get(person.id)
        now = self.ids.of(person.role, person.sis_id, at)
        self.user_of[person.id] = now
        self.roster.set_user(User(now, person, source))
        if before is not None and before != now:
            self.former_users[person.id] = (*self.former_users.get(person.id, ()), before)
            self._replace_user(before, now, at)

    def _replace_user(self, before: CleverId, now: CleverId, at: Instant) -> None:
        """Let the record with a new Clever id take the places of the one it replaces (C33)."""
        for section_id in self.roster.sections_of.get(before, ()):
            section = self.roster.sections[section_id]
            if section_id in self.pages:
                page = self.pages[section_id]
                self.pages[section_id] = SectionPage(
                    _swapped(page.sent, before, now), _swapped(page.added, before, now)
                )
            teachers, students = (
                _swapped(section.teachers, before, now),
                _swapped(section.students, before, now),
            )
            self.roster.set_section(replace(section, teachers=teachers, students=students))
        self._remove_user(before, at)

    def _remove_person(self, person: PersonId, at: Instant) -> None:
        user = self.user_of.get(person)
        if user in self.roster.users:
            self._remove_user(user, at)

    def _remove_user(self, user: CleverId, at: Instant) -> None:
        for section in self.roster.sections_of.get(user, ()):
            if section in self.pages:
                self.pages[section] = self.pages[section].without(user)
        gone = self.roster.users.get(user)
        if gone:
            self.ids.gone(gone.person.role, gone.person.sis_id, at)
            self.roster.remove_user(user)

    def _set_section(
        self,
        section: SectionId,
        facts: SectionFacts,
        teachers: Iterable[PersonId],
        source: Source,
        at: Instant,
    ) -> None:
        now = self.ids.of("section", facts.sis_id, at)
        self.section_of[section] = now
        before = self.roster.sections.get(now)
        sent = tuple(user for user in map(self.user_of.get, teachers) if user in self.roster.users)
        if now in self.pages:
            self.pages[now] = SectionPage(sent, self.pages[now].added)
            sent = self.pages[now].teachers
        students = before.students if before else ()
        self.roster.set_section(CleverSection(now, facts, sent, students, source))

    def _remove_section(self, section: SectionId, at: Instant) -> None:
        gone = self.roster.sections.get(self.section_of.get(section, CleverId("")))
        if gone:
            self.pages.pop(gone.id, None)
            self.ids.gone("section", gone.facts.sis_id, at)
            self.roster.remove_section(gone.id)

    def _enroll(self, enrollment: Enrollment) -> None:
        section = self.roster.sections.get(self.section_of.get(enrollment.section, CleverId("")))
        student = self.user_of.get(enrollment.student)
        if section and student in self.roster.users and student not in section.students:
            self.roster.set_section(replace(section, students=(*section.students, student)))

    def _drop(self, enrollment: Enrollment) -> None:
        section = self.roster.sections.get(self.section_of.get(enrollment.section, CleverId("")))
        student = self.user_of.get(enrollment.student)
        if section and student in section.students:
            self.roster.set_section(replace(section, students=without(section.students, student)))


def _swapped(ids: Iterable[CleverId], before: CleverId, now: CleverId) -> tuple[CleverId, ...]:
    return tuple(now if one == before else one for one in ids)
