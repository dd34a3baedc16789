"""Who and what a name may mean in a district: everybody and every section that ever was in it, by name.

It follows the SIS log, custom data and the people whom sentences introduce, so that a name is found in one
look-up however large the district is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from simulator.edits import PersonSet, SectionSet
from simulator.roster import PersonId, SectionId
from simulator.sis import LogEntry, Roster


@dataclass
class Names:
    """People and sections by every name that they have had."""

    people: dict[str, tuple[PersonId, ...]] = field(default_factory=dict)
    sections: dict[str, tuple[SectionId, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, roster: Roster) -> Names:
        """List the names in a starting roster."""
        names = cls()
        for person in roster.people.values():
            names.add_person(person.name, person.id)
        for section in roster.sections.values():
            names.add_section(section.facts.name, section.id)
        return names

    def follow(self, entries: Iterable[LogEntry]) -> None:
        """Add the names in SIS edits."""
        for entry in entries:
            match entry.edit:
                case PersonSet(person):
                    self.add_person(person.name, person.id)
                case SectionSet(section, facts):
                    self.add_section(facts.name, section)
                case _:
                    pass

    def add_person(self, name: str, person: PersonId) -> None:
        """Let a name mean a person too."""
        if person not in self.people.get(name, ()):
            self.people[name] = (*self.people.get(name, ()), person)

    def add_section(self, name: str, section: SectionId) -> None:
        """Let a name mean a section, or a class made by hand, too."""
        if section not in self.sections.get(name, ()):
            self.sections[name] = (*self.sections.get(name, ()), section)

    def copy(self) -> Names:
        """Make a list that grows on its own."""
        return Names(dict(self.people), dict(self.sections))
