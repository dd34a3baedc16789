"""The clock that only moves forward, its agenda, and wall clocks on the nights on which they change (Q31)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from simulator.clock import Clock, Instant, instant_of, local, next_wall, zone
from simulator.errors import BadInput, Refused
from simulator.simulation.district import DistrictPlan, State
from simulator.simulation.simulation import Simulation
from simulator.sis import Roster

CHICAGO = zone("America/Chicago")
NOON = datetime(2026, 11, 16, 12, tzinfo=UTC)


def utc(month: int, day: int, hour: int, minute: int = 0, second: int = 0) -> Instant:
    return datetime(2027, month, day, hour, minute, second, tzinfo=UTC)


def test_the_clock_shows_where_it_was_moved_to() -> None:
    clock = Clock(NOON)

    clock.move_to(NOON + timedelta(hours=3))

    assert clock.now == NOON + timedelta(hours=3)


def test_the_clock_refuses_to_go_back_and_stays() -> None:
    clock = Clock(NOON)

    with pytest.raises(Refused, match="time only moves forward"):
        clock.move_to(NOON - timedelta(seconds=1))

    assert clock.now == NOON


def test_nothing_can_be_planned_in_the_past() -> None:
    clock = Clock(NOON)

    with pytest.raises(Refused, match="time only moves forward"):
        clock.plan(NOON - timedelta(seconds=1), "a night")


def test_the_clock_does_not_skip_what_is_planned() -> None:
    clock = Clock(NOON)
    clock.plan(NOON + timedelta(hours=1), "a night")

    with pytest.raises(ValueError, match="a night is on the agenda"):
        clock.move_to(NOON + timedelta(hours=2))


def test_what_is_planned_comes_in_order_of_time_and_the_clock_shows_its_time() -> None:
    clock = Clock(NOON)
    clock.plan(NOON + timedelta(hours=2), "later")
    clock.plan(NOON + timedelta(hours=1), "sooner")
    until = NOON + timedelta(hours=2)

    came = [(clock.go_to_next(until), clock.now) for _ in range(3)]

    assert came == [("sooner", NOON + timedelta(hours=1)), ("later", until), (None, until)]


def test_what_is_planned_for_one_moment_comes_in_order_of_entry() -> None:
    clock = Clock(NOON)
    for name in ("c", "a", "b"):
        clock.plan(NOON, name)

    assert [clock.go_to_next(NOON) for _ in range(3)] == ["c", "a", "b"]


def test_what_is_planned_for_later_waits() -> None:
    clock = Clock(NOON)
    clock.plan(NOON + timedelta(hours=1), "a night")

    assert clock.go_to_next(NOON + timedelta(minutes=59)) is None
    assert clock.now == NOON


def test_a_copied_clock_goes_on_by_itself() -> None:
    clock = Clock(NOON)
    clock.plan(NOON, "a night")
    copied = clock.copy()

    copied.go_to_next(NOON)
    copied.move_to(NOON + timedelta(hours=1))

    assert clock.now == NOON
    assert clock.go_to_next(NOON) == "a night"


@pytest.mark.parametrize(
    ("day", "wall", "instant"),
    [
        (date(2027, 1, 5), time(4), utc(1, 5, 10)),
        (date(2027, 7, 5), time(4), utc(7, 5, 9)),
        # On 14 March 2027 the clocks go from 02:00 to 03:00, which is 08:00 UTC.
        (date(2027, 3, 14), time(1, 59, 59), utc(3, 14, 7, 59, 59)),
        (date(2027, 3, 14), time(2), utc(3, 14, 8)),
        (date(2027, 3, 14), time(2, 30), utc(3, 14, 8)),
        (date(2027, 3, 14), time(2, 59, 59), utc(3, 14, 8)),
        (date(2027, 3, 14), time(3), utc(3, 14, 8)),
        (date(2027, 3, 14), time(4), utc(3, 14, 9)),
        # On 7 November 2027 the clocks go from 02:00 back to 01:00, which is 07:00 UTC.
        (date(2027, 11, 7), time(0, 59), utc(11, 7, 5, 59)),
        (date(2027, 11, 7), time(1, 30), utc(11, 7, 6, 30)),
        (date(2027, 11, 7), time(2), utc(11, 7, 8)),
        (date(2027, 11, 7), time(4), utc(11, 7, 10)),
    ],
)
def test_a_wall_clock_time_names_one_instant(day: date, wall: time, instant: Instant) -> None:
    assert instant_of(day, wall, CHICAGO) == instant


def test_a_gap_of_half_an_hour_ends_where_the_zone_says() -> None:
    """Lord Howe goes from 02:00 to 02:30 on 4 October 2026, which is 15:30 UTC on the day before."""
    instant = instant_of(date(2026, 10, 4), time(2, 10), zone("Australia/Lord_Howe"))

    assert instant == datetime(2026, 10, 3, 15, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("after", "wall", "weekday", "instant"),
    [
        (NOON, time(6), None, datetime(2026, 11, 16, 12, tzinfo=UTC)),
        (NOON + timedelta(seconds=1), time(6), None, datetime(2026, 11, 17, 12, tzinfo=UTC)),
        (NOON, time(9), 0, datetime(2026, 11, 16, 15, tzinfo=UTC)),
        (NOON, time(5), 0, datetime(2026, 11, 23, 11, tzinfo=UTC)),
        (NOON, time(9), 2, datetime(2026, 11, 18, 15, tzinfo=UTC)),
        (NOON, time(23, 30), 6, datetime(2026, 11, 23, 5, 30, tzinfo=UTC)),
    ],
)
def test_the_next_time_on_the_wall_may_be_now(
    after: Instant, wall: time, weekday: int | None, instant: Instant
) -> None:
    assert next_wall(after, wall, CHICAGO, weekday) == instant


def test_a_time_that_comes_twice_is_over_once_its_first_is() -> None:
    between = utc(11, 7, 7, 15)

    assert local(between, CHICAGO).time() == time(1, 15)
    assert next_wall(between, time(1, 30), CHICAGO) == utc(11, 8, 7, 30)


def test_an_unknown_zone_is_refused_with_the_nearest() -> None:
    with pytest.raises(BadInput, match="America/Chicago"):
        zone("America/Chigaco")


def nights(sync: time, start: Instant, days: int) -> list[Instant]:
    simulation = Simulation("clock", 1, start)
    simulation.open_district(DistrictPlan("Empty", "America/Chicago", Roster(), sync), State.NEVER_SYNCED)
    return [report.at for report in simulation.advance(start + timedelta(days=days))]


def test_a_sync_at_half_past_two_runs_once_in_the_night_that_has_no_half_past_two() -> None:
    assert nights(time(2, 30), utc(3, 12, 12), 4) == [
        utc(3, 13, 8, 30),
        utc(3, 14, 8),
        utc(3, 15, 7, 30),
        utc(3, 16, 7, 30),
    ]


def test_a_sync_at_half_past_one_runs_once_in_the_night_that_has_two() -> None:
    assert nights(time(1, 30), utc(11, 5, 12), 4) == [
        utc(11, 6, 6, 30),
        utc(11, 7, 6, 30),
        utc(11, 8, 7, 30),
        utc(11, 9, 7, 30),
    ]


def test_seventy_two_hours_over_the_change_in_spring_end_an_hour_later_on_the_wall() -> None:
    made = instant_of(date(2027, 3, 12), time(10), CHICAGO)

    assert local(made + timedelta(hours=72), CHICAGO).replace(tzinfo=None) == datetime(2027, 3, 15, 11)  # noqa: DTZ001


def test_two_districts_sync_at_one_moment_in_the_order_in_which_they_opened() -> None:
    simulation = Simulation("clock", 1, NOON)
    for name in ("Zebra", "Aster"):
        simulation.open_district(DistrictPlan(name, "America/Chicago", Roster()), State.NEVER_SYNCED)

    reports = simulation.advance(NOON + timedelta(days=1))

    assert len(reports) == 2
    first, second = (simulation.district(name).reports for name in ("Zebra", "Aster"))
    assert (first, second) == ([reports[0]], [reports[1]])


def test_right_after_a_sync_the_next_one_is_that_of_the_following_night() -> None:
    simulation = Simulation("clock", 1, NOON)
    district = simulation.open_district(DistrictPlan("Empty", "America/Chicago", Roster()), State.NEVER_SYNCED)

    simulation.advance(datetime(2026, 11, 17, 10, tzinfo=UTC))

    assert len(district.reports) == 1
    assert simulation.next_night(district) == datetime(2026, 11, 18, 10, tzinfo=UTC)
