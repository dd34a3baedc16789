"""The records that Clever holds, under Clever's own ids, and the events that tell how they changed.

Frozen values. A record wraps what the SIS sent (or the district typed) and adds the Clever id.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from simulator.clock import Instant
from simulator.roster import CleverId, Person, School, SectionFacts


class Source(StrEnum):
    """Where a record in Clever comes from."""

    SIS = "SIS"
    CUSTOM = "custom data"


@dataclass(frozen=True, slots=True)
class CleverSchool:
    """A school in Clever."""

    id: CleverId
    school: School


@dataclass(frozen=True, slots=True)
class User:
    """One record of a person in one role in Clever."""

    id: CleverId
    person: Person
    source: Source = Source.SIS


@dataclass(frozen=True, slots=True)
class CleverSection:
    """A section in Clever; teachers has the primary teacher first, and may be empty once they all left."""

    id: CleverId
    facts: SectionFacts
    teachers: tuple[CleverId, ...]
    students: tuple[CleverId, ...]
    source: Source = Source.SIS

    @property
    def primary(self) -> CleverId | None:
        """The primary teacher."""
        return self.teachers[0] if self.teachers else None

    @property
    def co_teachers(self) -> tuple[CleverId, ...]:
        """The teachers other than the primary one (Q12)."""
        return self.teachers[1:]


Record = CleverSchool | User | CleverSection


@dataclass(frozen=True, slots=True)
class Event:
    """How one record changed at one instant: None before means created, None after means deleted."""

    at: Instant
    before: Record | None
    after: Record | None
