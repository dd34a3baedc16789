"""A simulation: a seed, a clock and its districts, and the one verb that lets time pass.

What people do is in simulator/language; every act of theirs is a command there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta

from simulator.chance import digest
from simulator.clever.clever import Clever
from simulator.clock import Clock, Instant, instant_of, last_wall, next_wall, zone
from simulator.collector import keep_for_good
from simulator.errors import NotUnderstood, suggestion
from simulator.lag import fixed
from simulator.otus.holdings import Holdings
from simulator.roster import DistrictId
from simulator.simulation.district import District, DistrictPlan, State
from simulator.simulation.driver import OtusDriver, SyncReport
from simulator.simulation.fake_otus import FakeOtus
from simulator.simulation.names import Names
from simulator.sis import Sis

FIRST_DAY = date(2026, 11, 16)
FIRST_HOUR = time(6)
BEFORE_ANY_START = datetime(2000, 1, 1, tzinfo=UTC)
"""What the clock shows while there is no district."""
IN_CLEVER_SINCE = timedelta(days=90)
"""How long before the start a starting district's records are first seen by Clever."""


def usual_start(timezone: str) -> Instant:
    """Give the moment at which a simulation usually starts: Monday 16 November 2026, 06:00 there (Q42)."""
    return instant_of(FIRST_DAY, FIRST_HOUR, zone(timezone))


Connect = Callable[[DistrictId, DistrictPlan], OtusDriver]


def our_fake(district: DistrictId, plan: DistrictPlan) -> OtusDriver:
    """Make our fake of Otus for a district."""
    return FakeOtus(Holdings(manual_rostering=plan.manual_rostering))


@dataclass
class Simulation:
    """Districts on one clock. It starts when the first district opens."""

    id: str
    seed: int
    start: Instant | None = None
    """When it starts; None for the usual start in the first district's zone."""
    connect: Connect = field(default=our_fake, compare=False)
    """Makes the Otus of a district that opens: which Otus is under test."""
    clock: Clock = field(default_factory=lambda: Clock(BEFORE_ANY_START))
    districts: dict[DistrictId, District] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Let the clock show the start, where one is given."""
        if self.start and self.clock.now == BEFORE_ANY_START:
            self.clock.move_to(self.start)

    @property
    def now(self) -> Instant:
        """What the clock shows."""
        return self.clock.now

    def open_district(self, plan: DistrictPlan, state: State) -> District:
        """Add a district: its Clever holds its roster, and its Otus too when it starts in step."""
        if not self.districts:
            self.clock.move_to(self.start or usual_start(plan.timezone))
        district_id = DistrictId(digest(self.id, str(self.seed), plan.name, size=12))
        in_clever_since = self.now - IN_CLEVER_SINCE
        clever = Clever.holding(district_id, plan.roster, self.seed, in_clever_since)
        clever.set_lag(fixed(timedelta(minutes=plan.lag_minutes)))
        district = District(
            id=district_id,
            plan=plan,
            sis=Sis.holding(plan.roster),
            clever=clever,
            otus=self.connect(district_id, plan),
            zone=zone(plan.timezone),
            names=Names.of(plan.roster),
            in_clever_since=in_clever_since,
        )
        if state is State.IN_STEP:
            district.bring_into_step(last_wall(self.now, plan.nightly_sync, district.zone))
        keep_for_good(len(plan.roster.people))
        self.districts[district_id] = district
        self._plan_night(district, self.now)
        return district

    def district(self, name: str | None = None) -> District:
        """Find a district by name; without a name, the only one there is."""
        for district in self.districts.values():
            if name == district.plan.name or (name is None and len(self.districts) == 1):
                return district
        names = [district.plan.name for district in self.districts.values()]
        if not names:
            raise NotUnderstood(
                "which district",
                "this simulation has none yet",
                'Begin with: the district "Lincoln", with its SIS, Clever and Otus in step',
            )
        raise NotUnderstood(
            f"the district {name!r}" if name else "which district",
            f"this simulation has {', '.join(names) or 'none'}",
            suggestion(name or "", names, 'Add: in the district "…"'),
        )

    def advance(self, until: Instant) -> list[SyncReport]:
        """Let time pass to an instant, with every nightly sync on the way. Raises Refused to go back."""
        self.clock.check(until)
        reports = []
        while (due := self.clock.go_to_next(until)) is not None:
            district = self.districts[DistrictId(due)]
            reports.append(district.run_nightly_sync(self.now))
            self._plan_night(district, self.now + timedelta(seconds=1))
        self.clock.move_to(until)
        self.settle()
        return reports

    def settle(self) -> None:
        """Let Clever have what has reached it by now."""
        for district in self.districts.values():
            district.clever.catch_up(self.now)

    def next_night(self, district: District) -> Instant:
        """Say when a district's next nightly sync starts; one that has just run is not the next."""
        return self.clock.planned(district.id) or self._night_after(district, self.now)

    def next_nights(self, district: District, count: int) -> list[Instant]:
        """Say when a district's next nightly syncs start. Raises Refused past the last year."""
        nights = [self.next_night(district)]
        while len(nights) < count:
            nights.append(self._night_after(district, nights[-1] + timedelta(seconds=1)))
            self.clock.check(nights[-1])
        return nights[:count]

    def _plan_night(self, district: District, after: Instant) -> None:
        self.clock.plan(self._night_after(district, after), district.id)

    def _night_after(self, district: District, after: Instant) -> Instant:
        return next_wall(after, district.plan.nightly_sync, district.zone)

    def copy(self) -> Simulation:
        """Make a simulation that goes its own way from here; records are shared, for they never change."""
        districts = {key: district.copy() for key, district in self.districts.items()}
        return replace(self, clock=self.clock.copy(), districts=districts)
