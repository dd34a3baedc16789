"""One district on the road: its SIS, its Clever and its Otus, its zone and the time of its nightly sync."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import time
from enum import StrEnum
from zoneinfo import ZoneInfo

from simulator.clever.clever import Clever
from simulator.clock import Instant
from simulator.collector import collector_off
from simulator.edits import Edit
from simulator.roster import DistrictId, Person, PersonId, SectionId
from simulator.simulation.driver import OtusDriver, SyncReport
from simulator.simulation.names import Names
from simulator.sis import Roster, Sis


class State(StrEnum):
    """How a simulation starts (Q42)."""

    IN_STEP = "in step"
    NEVER_SYNCED = "never synced"


@dataclass(frozen=True, slots=True)
class DistrictPlan:
    """What a district is before anything happens: its name, its settings and its roster."""

    name: str
    timezone: str
    roster: Roster
    nightly_sync: time = time(4)
    sis: str = "a generic SIS"
    lag_minutes: int = 15
    manual_rostering: bool = False
    lms: str = ""
    """The learning management system that Clever is connected to, in Clever's word for it; "" for none."""


@dataclass(frozen=True, slots=True)
class HandMade:
    """A class that somebody made by hand in Otus: its name, and what its Otus knows it by."""

    name: str
    in_otus: str


@dataclass
class District:
    """A district as it is at this moment of the simulation."""

    id: DistrictId
    plan: DistrictPlan
    sis: Sis
    clever: Clever
    otus: OtusDriver
    zone: ZoneInfo
    names: Names
    in_clever_since: Instant
    """When the starting roster was first seen by Clever."""
    outsiders: dict[PersonId, Person] = field(default_factory=dict)
    """People known to neither the SIS nor Clever, whom a sentence has introduced."""
    hand_made: dict[SectionId, HandMade] = field(default_factory=dict)
    last_good_sync: Instant | None = None
    reports: list[SyncReport] = field(default_factory=list)
    failing_nights: frozenset[Instant] = frozenset()
    """The nightly syncs that are to fail, by the instant at which they start."""

    def edit_sis(self, now: Instant, edits: Iterable[Edit]) -> None:
        """Let the registrar's edits take effect in the SIS and leave for Clever."""
        first = len(self.sis.log)
        self.sis.record(now, edits)
        self.names.follow(self.sis.log[first:])
        self.clever.send(self.sis.log[first:], first)
        self.clever.catch_up(now)

    def run_nightly_sync(self, now: Instant) -> SyncReport:
        """Run the sync of this night; one that fails changes nothing (Q04). Without a connection it fails."""
        self.clever.catch_up(now)
        if now in self.failing_nights or not self.clever.connection.connected:
            report = SyncReport(now, succeeded=False)
        else:
            with collector_off():
                report = self.otus.sync(now, self.clever.otus)
            self.last_good_sync = now
        self.reports.append(replace(report, district=self.plan.name))
        return self.reports[-1]

    def bring_into_step(self, at: Instant) -> None:
        """Let Otus hold what Clever has, as after a good sync that ran at an instant and had nothing more to do."""
        self.run_nightly_sync(at)
        self.reports.clear()
        self.reports.append(SyncReport(at, succeeded=True, district=self.plan.name))

    def copy(self) -> District:
        """Make a district that goes its own way from here."""
        clever = self.clever.copy()
        return replace(
            self,
            sis=self.sis.copy(),
            clever=clever,
            otus=self.otus.copy(),
            names=self.names.copy(),
            outsiders=dict(self.outsiders),
            hand_made=dict(self.hand_made),
            reports=list(self.reports),
        )
