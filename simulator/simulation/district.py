"""One district on the road: its SIS, its Clever and its Otus, its zone and the time of its nightly sync."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import time
from enum import StrEnum
from zoneinfo import ZoneInfo

from simulator.clever.clever import Clever
from simulator.clever.fold import Fold
from simulator.clock import Instant
from simulator.edits import Edit
from simulator.otus.driver import OtusDriver, SyncReport
from simulator.roster import DistrictId
from simulator.sis import LogEntry, Roster, Sis


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


@dataclass
class District:
    """A district as it is at this moment of the simulation."""

    id: DistrictId
    plan: DistrictPlan
    sis: Sis
    clever: Clever
    otus: OtusDriver
    zone: ZoneInfo
    reports: list[SyncReport] = field(default_factory=list)
    failing_nights: int = 0
    """How many of the coming nightly syncs fail."""

    def edit_sis(self, now: Instant, edits: Iterable[Edit]) -> None:
        """Let the registrar's edits take effect in the SIS and leave for Clever."""
        first = len(self.sis.log)
        self.sis.record(now, edits)
        self.clever.send(self.sis.log[first:], first)
        self.clever.catch_up(now)

    def run_nightly_sync(self, now: Instant) -> SyncReport:
        """Run the sync of this night; one that fails changes nothing (Q04)."""
        self.clever.catch_up(now)
        if self.failing_nights:
            self.failing_nights -= 1
            report = SyncReport(now, succeeded=False)
        else:
            report = self.otus.sync(now)
        self.reports.append(report)
        return report
