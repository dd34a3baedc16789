"""Time passing, and what becomes of the nights."""

from __future__ import annotations

from datetime import time

from simulator.clock import instant_from, next_wall
from simulator.language.registry import act
from simulator.language.slots import AnInstant, Count, Hours, Minutes
from simulator.language.stage import Stage

MORNING = time(8)


@act("the night passes")
def night_passes(stage: Stage) -> None:
    """Time goes on to 08:00 of the morning after the next nightly sync, whatever the sync does."""
    district = stage.district
    stage.advance(next_wall(stage.simulation.next_night(district), MORNING, district.zone))


@act("{count} nights pass")
def nights_pass(stage: Stage, count: Count) -> None:
    """As many nights pass, each to 08:00 of the next morning."""
    for _ in range(count):
        night_passes(stage)


@act("the nightly sync runs")
def nightly_sync_runs(stage: Stage) -> None:
    """Time goes on to the instant of the next nightly sync, and the sync runs."""
    stage.advance(stage.simulation.next_night(stage.district))


@act("tonight's sync fails")
def sync_fails(stage: Stage) -> None:
    """The next nightly sync fails; it changes nothing (Q04)."""
    syncs_fail(stage, 1)


@act("the next {count} nightly syncs fail")
def syncs_fail(stage: Stage, count: Count) -> None:
    """As many of the coming nightly syncs fail; they change nothing (Q04)."""
    district = stage.district
    nights = stage.simulation.next_nights(district, count)
    district.failing_nights = district.failing_nights.union(nights)


@act("{length} minutes pass")
def minutes_pass(stage: Stage, length: Minutes) -> None:
    """Time goes on by some minutes."""
    stage.advance(stage.now + length)


@act("{length} hours pass")
def hours_pass(stage: Stage, length: Hours) -> None:
    """Time goes on by some hours of elapsed time."""
    stage.advance(stage.now + length)


@act('the clock moves on to "{instant}"')
def wait_until(stage: Stage, instant: AnInstant) -> None:
    """Time goes on to an instant with its offset, such as 2026-11-17T09:00:00-06:00."""
    stage.advance(instant_from(instant))
