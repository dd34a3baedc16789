"""What a night remembers of what people did since the last good one, and what a failed night leaves (Q04)."""

from __future__ import annotations

import pytest

from simulator import registrar
from simulator.accounts import Origin
from simulator.changes import AccountChanged, SeatFilled, SeatLost
from simulator.rulebook import Rule
from simulator.simulation.driver import SomeClass
from tests.properties.small_district import SECTIONS, STUDENTS
from tests.properties.world import World, begin

CLASS_1, STUDENT_1, STUDENT_8 = SECTIONS[0], STUDENTS[0], STUDENTS[7]


@pytest.fixture
def world() -> World:
    return begin()


def night(world: World) -> list[Rule]:
    """Let a night pass, and say by which rules it filled and emptied seats and changed accounts."""
    world.simulation.advance(world.simulation.next_night(world.district))
    told = world.district.reports[-1].changes
    return [one.rule for one in told if isinstance(one, SeatFilled | SeatLost | AccountChanged)]


def class_1(world: World) -> SomeClass:
    return SomeClass("Class 1", section=world.clever.fold.section_of[CLASS_1])


def take_out(world: World) -> None:
    world.otus.remove_student(world.leader(class_1(world)), class_1(world), world.someone(STUDENT_1))


def add_by_hand(world: World) -> None:
    world.otus.add_student(world.leader(class_1(world)), class_1(world), world.someone(STUDENT_8))


def fail_tonight(world: World) -> None:
    world.district.failing_nights = frozenset(world.simulation.next_nights(world.district, 1))


def students(world: World) -> list[tuple[str, Origin]]:
    page = world.otus.class_page(class_1(world))
    assert page is not None
    return [(one.name, one.origin) for one in page.students]


def test_who_was_once_taken_out_and_enrolled_anew_much_later_comes_by_the_roster(world: World) -> None:
    take_out(world)
    back = night(world)
    world.edit(registrar.drop(world.sis, CLASS_1, STUDENT_1))
    dropped = night(world)
    world.edit(registrar.enroll(world.sis, CLASS_1, STUDENT_1))

    assert (back, dropped, night(world)) == ([Rule.O41], [Rule.S31], [Rule.S09])


def test_an_email_changed_in_otus_is_put_back_and_a_later_change_is_the_sis_s_own(world: World) -> None:
    world.otus.change_email(world.someone(STUDENT_1), "mine@small.example")
    put_back = night(world)
    world.edit(registrar.change_email(world.sis, STUDENT_1, "theirs@small.example"))

    assert (put_back, night(world)) == ([Rule.Q19], [Rule.S52])


def test_a_failed_night_changes_nothing_and_reports_nothing(world: World) -> None:
    add_by_hand(world)
    world.edit(registrar.drop(world.sis, CLASS_1, STUDENT_1))
    before = repr(world.otus.holdings)
    fail_tonight(world)

    told = night(world)

    assert (told, repr(world.otus.holdings)) == ([], before)
    assert not world.district.reports[-1].succeeded


def test_what_people_did_before_a_failed_night_is_judged_by_the_next_good_one(world: World) -> None:
    take_out(world)
    add_by_hand(world)
    fail_tonight(world)
    night(world)

    assert sorted(night(world)) == [Rule.O41, Rule.S11]


def test_after_failed_nights_only_what_clever_has_then_counts(world: World) -> None:
    fail_tonight(world)
    world.edit(registrar.change_email(world.sis, STUDENT_1, "b@small.example"))
    night(world)
    world.edit(registrar.change_email(world.sis, STUDENT_1, "c@small.example"))
    world.edit(registrar.drop(world.sis, CLASS_1, STUDENT_1))
    world.edit(registrar.enroll(world.sis, CLASS_1, STUDENT_1))

    assert night(world) == [Rule.S52]
    assert ("Student1 Small", Origin.CLEVER) in students(world)
    [account] = world.otus.holdings.accounts_with("c@small.example")
    assert account.clever_id == world.clever.fold.user_of[STUDENT_1]


def test_who_is_added_by_hand_and_in_the_sis_stays_without_a_gap_and_is_clever_s_then(world: World) -> None:
    add_by_hand(world)
    world.edit(registrar.enroll(world.sis, CLASS_1, STUDENT_8))

    assert night(world) == []
    assert ("Student8 Small", Origin.CLEVER) in students(world)
    assert [name for name, _ in students(world)].count("Student8 Small") == 1
