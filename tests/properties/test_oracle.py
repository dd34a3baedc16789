"""That the oracle reads the tables: the shortest story of each row makes it use that row, once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from simulator import registrar
from simulator.accounts import Place
from simulator.changes import Change, SeatLost
from simulator.rulebook import Rule
from simulator.simulation.driver import SomeClass
from tests.properties.oracle import follows_the_tables
from tests.properties.small_district import SECTIONS, STUDENTS, TEACHERS
from tests.properties.world import AIDES, Night, World, begin

STUDENT_1, STUDENT_8 = STUDENTS[0], STUDENTS[7]
TEACHER_3, TEACHER_5 = TEACHERS[2], TEACHERS[4]
CLASS_1, CLASS_2 = SECTIONS[0], SECTIONS[1]
"""Class 1 has no co-teacher; Class 2 has Teacher 3 from the SIS."""
Story = Callable[[World], None]


def in_otus(world: World, number: int) -> SomeClass:
    return SomeClass(f"Class {number}", section=world.clever.fold.section_of[SECTIONS[number - 1]])


def add_teacher_5(world: World, number: int) -> None:
    of = in_otus(world, number)
    world.otus.add_co_teacher(world.leader(of), of, world.someone(TEACHER_5))


def add_pat(world: World, number: int) -> None:
    of = in_otus(world, number)
    world.otus.add_co_teacher(world.leader(of), of, AIDES[0])


def add_student_8(world: World) -> None:
    of = in_otus(world, 1)
    world.otus.add_student(world.leader(of), of, world.someone(STUDENT_8))


def k1(world: World) -> None:
    add_teacher_5(world, 1)
    world.edit(registrar.set_primary_teacher(world.sis, CLASS_1, TEACHER_5))


def k2(world: World) -> None:
    add_teacher_5(world, 1)
    world.edit(registrar.add_co_teacher(world.sis, CLASS_1, TEACHER_5))


def k3(world: World) -> None:
    add_teacher_5(world, 1)


def k4(world: World) -> None:
    add_teacher_5(world, 2)


def k5(world: World) -> None:
    add_pat(world, 2)


def k6(world: World) -> None:
    add_pat(world, 1)
    world.edit(registrar.add_co_teacher(world.sis, CLASS_1, TEACHER_5))


def k7(world: World) -> None:
    add_pat(world, 1)


def k8(world: World) -> None:
    world.edit(registrar.remove_co_teacher(world.sis, CLASS_2, TEACHER_3))


def k9(world: World) -> None:
    of = in_otus(world, 2)
    world.otus.remove_co_teacher(world.leader(of), of, world.someone(TEACHER_3))


def k10(world: World) -> None:
    world.edit(registrar.add_co_teacher(world.sis, CLASS_1, TEACHER_5))


def promoted(world: World) -> None:
    world.edit(registrar.set_primary_teacher(world.sis, CLASS_2, TEACHER_3))


def t1(world: World) -> None:
    world.edit(registrar.enroll(world.sis, CLASS_1, STUDENT_8))


def t2(world: World) -> None:
    add_student_8(world)
    world.edit(registrar.enroll(world.sis, CLASS_1, STUDENT_8))


def t3(world: World) -> None:
    of = in_otus(world, 1)
    world.otus.remove_student(world.leader(of), of, world.someone(STUDENT_1))


def t4(world: World) -> None:
    add_student_8(world)


def t5(world: World) -> None:
    world.edit(registrar.drop(world.sis, CLASS_1, STUDENT_1))


def t6(world: World) -> None:
    world.edit(registrar.correct_sis_id(world.sis, STUDENT_1, "1001"))


def t7(world: World) -> None:
    leader = world.leader(in_otus(world, 1))
    sandbox = SomeClass("Sandbox", by_hand=world.otus.make_class(leader, "Sandbox"))
    world.otus.add_student(leader, sandbox, world.someone(STUDENT_8))


STORIES: tuple[Story, ...] = (k1, k2, k3, k4, k5, k6, k7, k8, k9, k10, promoted, t1, t2, t3, t4, t5, t6, t7)


def night_after(story: Story) -> tuple[Counter[str], tuple[Change, ...]]:
    """Tell a story in the district in step, and answer with the rows that its first night used, and its changes."""
    used: list[Counter[str]] = []

    def count(night: Night) -> None:
        used.append(Counter(follows_the_tables(night)))

    world = begin(count)
    story(world)
    world.simulation.advance(world.simulation.next_night(world.district))
    return used[-1], world.district.reports[-1].changes


@pytest.mark.parametrize("story", STORIES, ids=[story.__name__ for story in STORIES])
def test_the_story_of_a_row_makes_the_oracle_use_that_row_once(story: Story) -> None:
    used, _ = night_after(story)

    name = story.__name__
    assert used[name.upper() if name[1:].isdigit() else name] == 1


@pytest.mark.parametrize(
    ("story", "place", "rule"),
    [
        (k1, Place.CO_TEACHER, Rule.Q45),
        (k3, Place.CO_TEACHER, Rule.S17),
        (k4, Place.CO_TEACHER, Rule.S17),
        (k5, Place.CO_TEACHER, Rule.S14),
        (k6, Place.CO_TEACHER, Rule.Q09),
        (k8, Place.CO_TEACHER, Rule.O24),
        (t4, Place.STUDENT, Rule.S11),
        (t5, Place.STUDENT, Rule.S31),
    ],
)
def test_who_leaves_is_told_by_the_rule_of_the_row(story: Story, place: Place, rule: Rule) -> None:
    _, changes = night_after(story)

    lost = [one for one in changes if isinstance(one, SeatLost)]
    assert [(one.seat.place, one.rule) for one in lost] == [(place, rule)]


def test_a_night_after_which_nothing_happened_uses_no_row_of_the_tables() -> None:
    used, changes = night_after(lambda _: None)

    assert {row for row in used if row[1:].isdigit()} == set()
    assert changes == ()
