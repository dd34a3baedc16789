"""How long an SIS edit takes to reach Clever, that none overtakes another, and what is held (Q02, Q43, C08)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from simulator import registrar
from simulator.clever.records import CleverSection
from simulator.edits import EditKind
from simulator.errors import Refused
from simulator.lag import FIFTEEN_MINUTES, Lag, arrival, fixed, lag_between
from simulator.roster import PersonId
from tests.properties.small_district import SECTIONS, STUDENTS, TEACHERS
from tests.properties.world import World, begin

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
STUDENT_1, STUDENT_8, SECTION_1 = STUDENTS[0], STUDENTS[7], SECTIONS[0]


@pytest.fixture
def world() -> World:
    return begin()


def email_of(world: World, person: PersonId) -> str:
    return world.clever.fold.roster.users[world.clever.fold.user_of[person]].person.email


def section_1(world: World) -> CleverSection:
    section = world.clever.section(SECTION_1)
    assert section is not None
    return section


def students(world: World) -> list[str]:
    users = world.clever.fold.roster.users
    return [users[one].person.first for one in section_1(world).students]


def test_a_fixed_lag_is_the_same_for_every_edit() -> None:
    assert {FIFTEEN_MINUTES.of_edit(7, "d", number) for number in range(50)} == {15 * MINUTE}


def test_a_lag_from_a_range_stays_within_it_and_reaches_both_ends() -> None:
    lag = lag_between(timedelta(seconds=60), timedelta(seconds=63))

    drawn = {lag.of_edit(7, "d", number).total_seconds() for number in range(200)}

    assert drawn == {60, 61, 62, 63}


def test_a_lag_from_a_range_is_drawn_from_the_seed_the_district_and_the_number() -> None:
    lag = lag_between(timedelta(0), timedelta(days=30))

    assert lag.of_edit(7, "d", 3) == lag.of_edit(7, "d", 3)
    assert (
        len({lag.of_edit(7, "d", 3), lag.of_edit(8, "d", 3), lag.of_edit(7, "e", 3), lag.of_edit(7, "d", 4)}) == 4
    )


@pytest.mark.parametrize(("shortest", "longest"), [(-MINUTE, MINUTE), (HOUR, MINUTE), (-HOUR, -MINUTE)])
def test_a_lag_is_never_negative_nor_upside_down(shortest: timedelta, longest: timedelta) -> None:
    with pytest.raises(Refused, match="Give a lag of zero or more"):
        lag_between(shortest, longest)


def test_an_edit_arrives_after_its_own_lag_or_with_the_last_that_it_may_not_overtake(world: World) -> None:
    now = world.now

    assert arrival(now, []) == now
    assert arrival(now, [now - HOUR]) == now
    assert arrival(now, [now + HOUR, now + MINUTE]) == now + HOUR


def test_an_edit_is_not_in_clever_a_second_before_fifteen_minutes_and_is_there_then(world: World) -> None:
    world.edit(registrar.change_email(world.sis, STUDENT_1, "new@small.example"))

    world.wait(15 * MINUTE - timedelta(seconds=1))
    before = email_of(world, STUDENT_1)
    world.wait(timedelta(seconds=1))

    assert (before, email_of(world, STUDENT_1)) == ("s1@small.example", "new@small.example")


def test_two_edits_travel_each_with_its_own_lag(world: World) -> None:
    world.edit(registrar.change_email(world.sis, STUDENT_1, "b@small.example"))
    world.wait(10 * MINUTE)
    world.edit(registrar.change_email(world.sis, STUDENT_1, "c@small.example"))

    world.wait(5 * MINUTE)
    at_fifteen = email_of(world, STUDENT_1)
    world.wait(10 * MINUTE)

    assert (at_fifteen, email_of(world, STUDENT_1)) == ("b@small.example", "c@small.example")


def test_an_edit_keeps_the_lag_that_it_left_with(world: World) -> None:
    world.edit(registrar.change_email(world.sis, STUDENT_1, "new@small.example"))

    world.clever.set_lag(fixed(72 * HOUR))
    world.wait(15 * MINUTE)

    assert email_of(world, STUDENT_1) == "new@small.example"


def test_an_edit_does_not_overtake_an_earlier_one_of_its_record(world: World) -> None:
    world.clever.set_lag(fixed(HOUR))
    world.edit(registrar.change_email(world.sis, STUDENT_1, "slow@small.example"))
    world.clever.set_lag(fixed(MINUTE))
    world.edit(registrar.change_email(world.sis, STUDENT_1, "fast@small.example"))

    world.wait(59 * MINUTE)
    at_59 = email_of(world, STUDENT_1)
    world.wait(MINUTE)

    assert (at_59, email_of(world, STUDENT_1)) == ("s1@small.example", "fast@small.example")


def test_an_edit_of_another_record_goes_its_own_way(world: World) -> None:
    world.clever.set_lag(fixed(HOUR))
    world.edit(registrar.change_email(world.sis, STUDENT_1, "slow@small.example"))
    world.clever.set_lag(fixed(MINUTE))
    world.edit(registrar.change_email(world.sis, STUDENT_8, "fast@small.example"))

    world.wait(MINUTE)

    assert email_of(world, STUDENT_8) == "fast@small.example"


def test_an_enrollment_does_not_overtake_the_student(world: World) -> None:
    world.clever.set_lag(fixed(HOUR), EditKind.PEOPLE)
    world.clever.set_lag(fixed(MINUTE), EditKind.ENROLLMENTS)
    world.edit(registrar.change_name(world.sis, STUDENT_8, "Renamed", "Small"))
    world.edit(registrar.enroll(world.sis, SECTION_1, STUDENT_8))

    world.wait(59 * MINUTE)
    at_59 = students(world)
    world.wait(MINUTE)

    assert (at_59[3:], students(world)[3:]) == ([], ["Renamed"])


def test_a_co_teacher_does_not_overtake_the_record_of_the_teacher(world: World) -> None:
    world.clever.set_lag(fixed(HOUR), EditKind.PEOPLE)
    world.edit(registrar.change_name(world.sis, TEACHERS[4], "Renamed", "Small"))
    world.edit(registrar.add_co_teacher(world.sis, SECTION_1, TEACHERS[4]))

    world.wait(59 * MINUTE)
    at_59 = section_1(world).co_teachers
    world.wait(MINUTE)

    assert at_59 == ()
    assert section_1(world).co_teachers == (world.clever.fold.user_of[TEACHERS[4]],)


def test_each_kind_of_edit_has_its_own_lag_or_the_usual_one(world: World) -> None:
    world.clever.set_lag(fixed(HOUR), EditKind.EMAILS)
    world.edit(registrar.change_email(world.sis, STUDENT_1, "new@small.example"))
    world.edit(registrar.enroll(world.sis, SECTION_1, STUDENT_8))

    world.wait(15 * MINUTE)

    assert email_of(world, STUDENT_1) == "s1@small.example"
    assert "Student8" in students(world)


def test_a_lag_for_all_edits_takes_the_place_of_those_of_their_kinds(world: World) -> None:
    world.clever.set_lag(fixed(HOUR), EditKind.EMAILS)

    world.clever.set_lag(fixed(MINUTE))

    assert world.clever.lags.of(EditKind.EMAILS) == Lag(MINUTE, MINUTE)


def test_what_is_held_stays_away_until_it_is_released_and_is_then_there_at_once(world: World) -> None:
    world.clever.hold(EditKind)
    world.edit(registrar.change_email(world.sis, STUDENT_1, "new@small.example"))
    world.wait(200 * HOUR)
    held = email_of(world, STUDENT_1)

    world.clever.release(world.now)
    world.clever.catch_up(world.now)

    assert (held, email_of(world, STUDENT_1)) == ("s1@small.example", "new@small.example")


def test_what_is_released_early_still_takes_its_lag(world: World) -> None:
    world.clever.hold(EditKind)
    world.edit(registrar.change_email(world.sis, STUDENT_1, "new@small.example"))
    world.wait(5 * MINUTE)
    world.clever.release(world.now)

    world.wait(9 * MINUTE)
    at_14 = email_of(world, STUDENT_1)
    world.wait(MINUTE)

    assert (at_14, email_of(world, STUDENT_1)) == ("s1@small.example", "new@small.example")


def test_what_was_under_way_before_a_hold_arrives(world: World) -> None:
    world.edit(registrar.change_email(world.sis, STUDENT_1, "new@small.example"))

    world.clever.hold(EditKind)
    world.wait(15 * MINUTE)

    assert email_of(world, STUDENT_1) == "new@small.example"


def test_an_edit_waits_behind_a_held_one_of_a_record_that_it_speaks_of(world: World) -> None:
    world.clever.hold([EditKind.PEOPLE])
    world.edit(registrar.change_name(world.sis, STUDENT_8, "Renamed", "Small"))
    world.edit(registrar.enroll(world.sis, SECTION_1, STUDENT_8))
    world.edit(registrar.drop(world.sis, SECTION_1, STUDENT_1))
    world.wait(HOUR)
    held = students(world)

    world.clever.release(world.now)
    world.clever.catch_up(world.now)

    assert held == ["Student2", "Student3"]
    assert students(world) == ["Student2", "Student3", "Renamed"]


def test_held_edits_come_in_the_order_in_which_they_were_made(world: World) -> None:
    world.clever.hold(EditKind)
    world.edit(registrar.enroll(world.sis, SECTION_1, STUDENT_8))
    world.edit(registrar.drop(world.sis, SECTION_1, STUDENT_8))
    world.edit(registrar.change_email(world.sis, STUDENT_1, "b@small.example"))
    world.edit(registrar.change_email(world.sis, STUDENT_1, "c@small.example"))
    world.wait(HOUR)

    world.clever.release(world.now)
    world.clever.catch_up(world.now)

    assert "Student8" not in students(world)
    assert email_of(world, STUDENT_1) == "c@small.example"


def test_a_section_that_is_gone_is_not_brought_back_by_a_late_enrollment(world: World) -> None:
    world.clever.set_lag(fixed(72 * HOUR), EditKind.ENROLLMENTS)
    world.edit(registrar.enroll(world.sis, SECTION_1, STUDENT_8))
    world.edit(registrar.remove_section(world.sis, SECTION_1))

    world.wait(73 * HOUR)

    assert world.clever.section(SECTION_1) is None


def test_a_student_who_takes_over_an_sis_id_does_not_overtake_the_one_who_gives_it_up(world: World) -> None:
    world.clever.set_lag(fixed(72 * HOUR))
    world.edit(registrar.correct_sis_id(world.sis, STUDENT_1, "100"))
    world.clever.set_lag(fixed(MINUTE))
    world.edit(registrar.correct_sis_id(world.sis, STUDENTS[1], "1"))

    world.wait(73 * HOUR)

    assert students(world) == ["Student1", "Student2", "Student3"]


def test_a_late_drop_of_who_left_does_not_take_out_who_has_their_sis_id_now(world: World) -> None:
    world.clever.set_lag(fixed(MINUTE))
    world.clever.set_lag(fixed(72 * HOUR), EditKind.ENROLLMENTS)
    world.edit(registrar.remove_person(world.sis, STUDENT_1))
    world.clever.set_lag(fixed(MINUTE))
    world.edit(registrar.correct_sis_id(world.sis, STUDENT_8, "1"))
    world.edit(registrar.enroll(world.sis, SECTION_1, STUDENT_8))

    world.wait(73 * HOUR)

    assert "Student8" in students(world)
