"""What the rules need from Clever: the little that a nightly sync reads, however it reaches Clever."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from simulator.clever.records import CleverSection, Event, User
from simulator.roster import CleverId


class Reading(Protocol):
    """Clever as Otus may read it at the instant a sync starts."""

    @property
    def feed(self) -> Sequence[Event]:
        """Everything that changed, oldest first."""

    def user(self, user: CleverId) -> User | None:
        """Find a user."""

    def users(self) -> Iterable[User]:
        """List every user."""

    def section(self, section: CleverId) -> CleverSection | None:
        """Find a section."""

    def sections(self) -> Iterable[CleverSection]:
        """List every section."""

    def sections_of(self, user: CleverId) -> Sequence[CleverId]:
        """List the sections that a user teaches or attends."""

    def teachers_with(self, email: str) -> Sequence[User]:
        """Find the teacher records that have an email."""
