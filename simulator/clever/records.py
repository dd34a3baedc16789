"""The records that Clever holds, under Clever's own ids, and the events that tell how they changed.

Frozen values. A record wraps what the SIS sent (or the district typed) and adds the Clever id.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from simulator.clock import Instant
from simulator.roster import CleverId, Person, School, SectionFacts, without


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
    """A section in Clever; it has no primary teacher once that record has left Clever."""

    id: CleverId
    facts: SectionFacts
    primary: CleverId | None
    co_teachers: tuple[CleverId, ...]
    students: tuple[CleverId, ...]
    source: Source = Source.SIS

    @property
    def teachers(self) -> tuple[CleverId, ...]:
        """The primary teacher, who is no co-teacher (Q12), and the co-teachers."""
        return self.co_teachers if self.primary is None else (self.primary, *self.co_teachers)

    @property
    def members(self) -> dict[CleverId, None]:
        """Everybody in the section, each once, in an order that is the same in every run."""
        return dict.fromkeys((*self.teachers, *self.students))

    def without(self, user: CleverId) -> CleverSection:
        """Take somebody out, whatever they are in it."""
        return replace(
            self,
            primary=None if self.primary == user else self.primary,
            co_teachers=without(self.co_teachers, user),
            students=without(self.students, user),
        )

    def with_in_place_of(self, before: CleverId, now: CleverId) -> CleverSection:
        """Let one user take the place of another."""
        return replace(
            self,
            primary=now if self.primary == before else self.primary,
            co_teachers=swapped(self.co_teachers, before, now),
            students=swapped(self.students, before, now),
        )


Record = CleverSchool | User | CleverSection


@dataclass(frozen=True, slots=True)
class Event:
    """How one record changed at one instant: None before means created, None after means deleted."""

    at: Instant
    before: Record | None
    after: Record | None


def swapped(ids: Iterable[CleverId], before: CleverId, now: CleverId) -> tuple[CleverId, ...]:
    """Copy a list of ids with one in place of another."""
    return tuple(now if one == before else one for one in ids)
