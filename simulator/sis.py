"""The student information system of one district: an append-only log of edits, and the roster it folds to.

The registrar's verbs in registrar.py decide which edits an act makes; this room only records them. Nothing
here knows a lag, Clever or Otus.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

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
from simulator.roster import Person, PersonId, Role, School, SchoolId, Section, SectionId, without


@dataclass
class Roster:
    """A district's roster at one moment: schools, people and sections by id."""

    schools: dict[SchoolId, School] = field(default_factory=dict)
    people: dict[PersonId, Person] = field(default_factory=dict)
    sections: dict[SectionId, Section] = field(default_factory=dict)

    def copy(self) -> Roster:
        """Make a roster that changes on its own; the records are shared, for they never change."""
        return Roster(dict(self.schools), dict(self.people), dict(self.sections))


@dataclass(frozen=True, slots=True)
class LogEntry:
    """An edit and when it was made."""

    at: Instant
    edit: Edit


@dataclass
class Sis:
    """What the registrar sees: the roster of this moment, what has left it, and every edit since the start."""

    roster: Roster
    left: dict[PersonId, Person] = field(default_factory=dict)
    closed: dict[SectionId, Section] = field(default_factory=dict)
    log: list[LogEntry] = field(default_factory=list)
    _keys: dict[tuple[Role, str], PersonId] = field(default_factory=dict)

    @classmethod
    def holding(cls, roster: Roster) -> Sis:
        """Make an SIS that starts with a roster, which stays as it is."""
        keys = {(person.role, person.sis_id): key for key, person in roster.people.items()}
        return cls(roster.copy(), _keys=keys)

    def record(self, at: Instant, edits: Iterable[Edit]) -> None:
        """Write edits into the log and the roster, in their order. The edits are the registrar's, checked."""
        for edit in edits:
            self.log.append(LogEntry(at, edit))
            self._fold(edit)

    def person_with(self, role: Role, sis_id: str) -> Person | None:
        """Find the person who has an SIS id in a role."""
        key = self._keys.get((role, sis_id))
        return None if key is None else self.roster.people[key]

    def sections_of(self, person: PersonId) -> Iterator[Section]:
        """List the sections that a person teaches or attends."""
        for section in self.roster.sections.values():
            if person in section.students or person in section.teachers:
                yield section

    def ever(self, person: PersonId) -> Person | None:
        """Find the record of a person who is, or was, in the SIS."""
        return self.roster.people.get(person) or self.left.get(person)

    def section_ever(self, section: SectionId) -> Section | None:
        """Find a section that is, or was, in the SIS."""
        return self.roster.sections.get(section) or self.closed.get(section)

    def copy(self) -> Sis:
        """Make an SIS that goes its own way from here."""
        return Sis(self.roster.copy(), dict(self.left), dict(self.closed), list(self.log), dict(self._keys))

    def _fold(self, edit: Edit) -> None:
        match edit:
            case PersonSet(person):
                self._set_person(person)
            case PersonRemoved(person):
                self.left[person.id] = self.roster.people.pop(person.id)
                del self._keys[person.role, person.sis_id]
            case SectionSet(section_id, facts, teachers):
                before = self.roster.sections.get(section_id)
                students = before.students if before else ()
                self.roster.sections[section_id] = Section(section_id, facts, teachers, students)
                self.closed.pop(section_id, None)
            case SectionRemoved(section_id):
                self.closed[section_id] = self.roster.sections.pop(section_id)
            case Enrolled(enrollment):
                section = self.roster.sections[enrollment.section]
                students = (*section.students, enrollment.student)
                self.roster.sections[section.id] = replace(section, students=students)
            case Dropped(enrollment):
                section = self.roster.sections[enrollment.section]
                students = without(section.students, enrollment.student)
                self.roster.sections[section.id] = replace(section, students=students)

    def _set_person(self, person: Person) -> None:
        before = self.roster.people.get(person.id)
        if before is not None:
            del self._keys[before.role, before.sis_id]
        self.roster.people[person.id] = person
        self._keys[person.role, person.sis_id] = person.id
        self.left.pop(person.id, None)
