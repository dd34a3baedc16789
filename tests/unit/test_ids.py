"""Clever's ids: 24 hex digits, the same while a record lives, new for a new SIS id or after 300 days (C33)."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from simulator import registrar
from simulator.changes import UserSkipped
from simulator.roster import CleverId, Role
from simulator.rulebook import Rule
from simulator.simulation.district import DistrictPlan, State
from tests.properties.small_district import NORTH, SECTIONS, STUDENTS, small_roster
from tests.properties.world import World, begin

STUDENT_1 = STUDENTS[0]


@pytest.fixture
def world() -> World:
    return begin()


def id_of(world: World) -> CleverId:
    return world.clever.fold.user_of[STUDENT_1]


def away_for(world: World, absence: timedelta) -> None:
    """Let the student leave, and come back when Clever has missed them for so long."""
    world.edit(registrar.remove_person(world.sis, STUDENT_1))
    world.wait(absence)
    world.edit(registrar.take_back(world.sis, STUDENT_1))
    world.wait(timedelta(minutes=15))


def test_every_record_has_an_id_of_24_hex_digits_and_no_two_share_one(world: World) -> None:
    roster = world.clever.fold.roster

    ids = [*roster.schools, *roster.users, *roster.sections]

    assert all(re.fullmatch("[0-9a-f]{24}", one) for one in ids)
    assert len(set(ids)) == 2 + 15 + 4


def test_the_first_eight_digits_say_in_which_second_clever_first_saw_the_record(world: World) -> None:
    world.edit(registrar.add_person(world.sis, Role.STUDENT, "New Comer", "", NORTH))
    world.wait(timedelta(minutes=15))

    added = [user.id for user in world.clever.fold.roster.users.values() if user.person.first == "New"]

    assert [int(one[:8], 16) for one in added] == [int(world.now.timestamp())]


def test_a_new_name_or_email_keeps_the_id(world: World) -> None:
    before = id_of(world)
    world.edit(registrar.change_name(world.sis, STUDENT_1, "Other", "Name"))
    world.edit(registrar.change_email(world.sis, STUDENT_1, "other@small.example"))

    world.wait(timedelta(minutes=15))

    assert id_of(world) == before


def test_a_corrected_sis_id_makes_a_new_id_and_correcting_it_back_the_old_one(world: World) -> None:
    first = id_of(world)
    world.edit(registrar.correct_sis_id(world.sis, STUDENT_1, "1001"))
    world.wait(timedelta(minutes=15))
    second = id_of(world)

    world.edit(registrar.correct_sis_id(world.sis, STUDENT_1, "1"))
    world.wait(timedelta(minutes=15))

    assert second != first
    assert id_of(world) == first
    assert second not in world.clever.fold.roster.users


def test_a_corrected_sis_id_keeps_every_place_in_a_section(world: World) -> None:
    world.edit(registrar.correct_sis_id(world.sis, STUDENTS[1], "1002"))

    world.wait(timedelta(minutes=15))

    now = world.clever.fold.user_of[STUDENTS[1]]
    sections = [world.clever.section(section) for section in SECTIONS[:2]]
    assert [section is not None and now in section.students for section in sections] == [True, True]


@pytest.mark.parametrize(("absence", "is_the_same"), [(timedelta(days=299), True), (timedelta(days=300), False)])
def test_three_hundred_days_away_make_a_new_id(world: World, absence: timedelta, *, is_the_same: bool) -> None:
    before = id_of(world)

    away_for(world, absence)

    assert (id_of(world) == before) is is_the_same


def test_who_comes_back_with_a_new_id_is_skipped_until_support_adjusts_it(world: World) -> None:
    away_for(world, timedelta(days=300))
    world.edit(registrar.enroll(world.sis, SECTIONS[0], STUDENT_1))

    world.wait(timedelta(days=1))

    assert UserSkipped(id_of(world), Rule.S27) in world.district.reports[-1].skipped


def test_two_districts_with_the_same_roster_share_no_id(world: World) -> None:
    other = world.simulation.open_district(
        DistrictPlan("Other", "America/Chicago", small_roster()), State.NEVER_SYNCED
    )

    theirs, ours = other.clever.fold.roster, world.simulation.district("Small").clever.fold.roster
    assert theirs.users.keys().isdisjoint(ours.users)
    assert theirs.sections.keys().isdisjoint(ours.sections)
