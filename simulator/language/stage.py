"""Where an act or a claim takes place: a simulation, one of its districts, and what has just happened there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from simulator.clock import Instant
from simulator.errors import Refused
from simulator.language.cast import Cast
from simulator.simulation.district import District, DistrictPlan
from simulator.simulation.driver import Someone, SyncReport
from simulator.simulation.simulation import Simulation

Library = Mapping[str, Callable[[], DistrictPlan]]
"""The districts that a simulation can start with, by name."""


@dataclass
class Stage:
    """One simulation as the acts and claims of one conversation meet it."""

    simulation: Simulation
    library: Library
    district_name: str | None = None
    """Which district a sentence speaks of, where it says so."""
    last_refusal: Refused | None = None
    reports: list[SyncReport] = field(default_factory=list)
    """The nightly syncs that have run during the act under way."""

    @property
    def now(self) -> Instant:
        """What the clock shows."""
        return self.simulation.now

    @property
    def district(self) -> District:
        """The district that the sentence speaks of. Raises NotUnderstood when that is not clear."""
        return self.simulation.district(self.district_name)

    @property
    def cast(self) -> Cast:
        """Whom and what names mean in the district."""
        return Cast(self.district)

    def account_of(self, person: Someone) -> str | None:
        """Give the id of somebody's account in Otus; None when they have none."""
        profile = self.district.otus.profile(person)
        return profile.account if profile else None

    def advance(self, until: Instant) -> None:
        """Let time pass, and remember the nightly syncs on the way."""
        self.reports += self.simulation.advance(until)
