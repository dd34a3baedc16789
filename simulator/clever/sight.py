"""What comes into sight where a district shares some schools or some sections, kept in step batch by batch.

Sections and the people of schools are shared as such; the rest is seen through them: a term or course through a
section, a contact through a student, and where sections are shared their people and schools too. What a batch costs
follows what it changes. Sources: C16, C17, Q40; a contact is as it is, though one of the students may be out of
sight (assumed, as with a section's students).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from simulator.clever.records import CleverDistrict, CleverSchool, CleverSection, Contact, Event, Record, User
from simulator.clever.roster import CleverRoster
from simulator.roster import CleverId, SchoolId


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


WHOLE_DISTRICT = Sharing()


@dataclass
class Sight:
    """The records in sight of one sharing, and through how many sections each one is seen."""

    roster: CleverRoster
    sharing: Sharing
    shown: dict[CleverId, None] = field(default_factory=dict)
    through: dict[CleverId, int] = field(default_factory=dict)

    @classmethod
    def of(cls, roster: CleverRoster, sharing: Sharing) -> Sight:
        """Work out what is in sight now."""
        sight = cls(roster, sharing)
        for section in roster.sections.values():
            if sight._is_shared(section):
                sight._count(section, +1)
        sight._judge_all(roster.ids())
        return sight

    def follow(self, batch: Iterable[Event]) -> set[CleverId]:
        """Follow a batch of changes; tell which records thereby came into sight or went out of it."""
        affected: list[CleverId] = []
        for event in batch:
            affected.append(event.record.id)
            if isinstance(event.before, CleverSection) and event.before.id in self.shown:
                affected.extend(self._count(event.before, -1))
            if isinstance(event.after, CleverSection) and self._is_shared(event.after):
                affected.extend(self._count(event.after, +1))
        return self._judge_all(affected)

    def copy(self, roster: CleverRoster) -> Sight:
        """Make a sight of a copied roster that goes its own way."""
        return Sight(roster, self.sharing, dict(self.shown), dict(self.through))

    def _judge_all(self, affected: Iterable[CleverId]) -> set[CleverId]:
        """Judge records, and then contacts, for they are seen through students; tell which came or went."""
        records = dict.fromkeys(affected)  # a dict, so that the order is the same in every run
        contacts = [one for one in records if one in self.roster.contacts]
        moved = [one for one in records if one not in self.roster.contacts and self._judge(one)]
        for user in moved:
            contacts += self.roster.contacts_of.get(user, ())
        return {*moved, *(one for one in dict.fromkeys(contacts) if self._judge(one))}

    def _judge(self, record: CleverId) -> bool:
        found = self.roster.record(record)
        is_shown = found is not None and self._shows(found)
        if is_shown == (record in self.shown):
            return False
        if is_shown:
            self.shown[record] = None
        else:
            del self.shown[record]
        return True

    def _shows(self, record: Record) -> bool:
        match record:
            case CleverDistrict():
                return True
            case CleverSection():
                return self._is_shared(record)
            case Contact(relationships=relationships):
                return any(one.student in self.shown for one in relationships)
            case User() | CleverSchool() if self.sharing.reach is Reach.SCHOOLS:
                schools = record.schools if isinstance(record, User) else (record.school.id,)
                return not self.sharing.schools.isdisjoint(schools)
            case _:
                return record.id in self.through

    def _is_shared(self, section: CleverSection) -> bool:
        if self.sharing.reach is Reach.SCHOOLS:
            return section.facts.school in self.sharing.schools
        return section.id in self.sharing.sections

    def _count(self, section: CleverSection, by: int) -> list[CleverId]:
        """Count a section among those through which others are seen, or no longer; tell which others."""
        seen = self._seen_through(section)
        for one in seen:
            count = self.through.get(one, 0) + by
            if count:
                self.through[one] = count
            else:
                del self.through[one]
        return seen

    def _seen_through(self, section: CleverSection) -> list[CleverId]:
        others = [section.term, section.course]
        if self.sharing.reach is Reach.SECTIONS:
            others += [*section.members, self.roster.school_ids.get(section.facts.school)]
        return [one for one in others if one is not None]
