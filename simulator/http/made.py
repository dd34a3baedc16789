"""What a command made: the keys by which later commands can speak of it."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.edits import PersonSet, SectionSet
from simulator.roster import DistrictId
from simulator.simulation.district import District
from simulator.simulation.simulation import Simulation

Key = tuple[DistrictId, str]


class Makings:
    """Watches one simulation over several commands and tells after each what it made."""

    def __init__(self, simulation: Simulation) -> None:
        self._simulation = simulation
        self._read: dict[DistrictId, int] = {}
        self._seen: set[Key] = set()
        self.latest()

    def latest(self) -> list[str]:
        """List the keys of what was made since the last time: districts, people, sections, classes."""
        made = [key for key in dict.fromkeys(self._candidates()) if key not in self._seen]
        self._seen.update(made)
        return [key for _, key in made]

    def _candidates(self) -> Iterator[Key]:
        for district in self._simulation.districts.values():
            yield district.id, district.id
            yield from ((district.id, key) for key in _made_outside_the_sis(district))
            roster = district.plan.roster
            for key in _keys(district, self._read.get(district.id, 0)):
                if key not in roster.people and key not in roster.sections:
                    yield district.id, key
            self._read[district.id] = len(district.sis.log)


def _made_outside_the_sis(district: District) -> Iterator[str]:
    yield from district.outsiders
    yield from district.hand_made
    yield from district.clever.custom_people
    yield from district.clever.custom_sections


def _keys(district: District, first: int) -> Iterator[str]:
    """List whom and what the SIS edits from a place in its log on speak of."""
    for entry in district.sis.log[first:]:
        match entry.edit:
            case PersonSet(person):
                yield person.id
            case SectionSet(section):
                yield section
            case _:
                pass
