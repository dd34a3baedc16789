"""A section's page in Clever: finding it, and adding and removing a co-teacher there (S18, S19, Q41)."""

from __future__ import annotations

import pytest

from simulator import registrar
from simulator.clever import custom, section_page
from simulator.errors import Refused
from simulator.roster import PersonId, Role
from tests.properties.small_district import NORTH, SECTIONS, STUDENTS, TEACHERS
from tests.properties.world import World, begin

TEACHER_1, TEACHER_2, TEACHER_3, TEACHER_5 = TEACHERS[0], TEACHERS[1], TEACHERS[2], TEACHERS[4]
SECTION_1, SECTION_2 = SECTIONS[0], SECTIONS[1]


@pytest.fixture
def world() -> World:
    return begin()


def add(world: World, teacher: PersonId, number: int = 1) -> None:
    section_page.add_co_teacher(world.clever, SECTIONS[number - 1], teacher, world.now)


def remove(world: World, teacher: PersonId, number: int = 1) -> None:
    section_page.remove_co_teacher(world.clever, SECTIONS[number - 1], teacher, world.now)


def teachers(world: World, number: int = 1) -> list[str]:
    section = world.clever.section(SECTIONS[number - 1])
    assert section is not None
    return [world.clever.fold.roster.users[one].person.first for one in section.teachers]


def arrive(world: World) -> None:
    world.wait(world.clever.lags.usual.longest)


def test_a_co_teacher_added_on_the_page_is_in_clever_at_once_and_not_in_the_sis(world: World) -> None:
    add(world, TEACHER_5)

    assert teachers(world) == ["Teacher1", "Teacher5"]
    assert world.sis.roster.sections[SECTION_1].teachers == (TEACHER_1,)


def test_a_co_teacher_added_on_the_page_stays_when_the_sis_changes_the_section(world: World) -> None:
    add(world, TEACHER_5)

    world.edit(registrar.set_primary_teacher(world.sis, SECTION_1, TEACHER_2))
    world.edit(registrar.rename_section(world.sis, SECTION_1, "Algebra"))
    arrive(world)

    assert teachers(world) == ["Teacher2", "Teacher5"]


def test_a_co_teacher_added_on_the_page_whom_the_sis_makes_primary_has_one_place(world: World) -> None:
    add(world, TEACHER_5)

    world.edit(registrar.set_primary_teacher(world.sis, SECTION_1, TEACHER_5))
    arrive(world)

    assert teachers(world) == ["Teacher5"]


def test_a_co_teacher_added_on_the_page_and_by_the_sis_stays_until_both_let_go(world: World) -> None:
    add(world, TEACHER_5)
    world.edit(registrar.add_co_teacher(world.sis, SECTION_1, TEACHER_5))
    arrive(world)

    world.edit(registrar.remove_co_teacher(world.sis, SECTION_1, TEACHER_5))
    arrive(world)
    without_the_sis = teachers(world)
    remove(world, TEACHER_5)

    assert (without_the_sis, teachers(world)) == (["Teacher1", "Teacher5"], ["Teacher1"])


def test_a_co_teacher_added_on_the_page_is_removed_there(world: World) -> None:
    add(world, TEACHER_5)

    remove(world, TEACHER_5)

    assert teachers(world) == ["Teacher1"]


def test_a_co_teacher_whom_the_sis_sends_is_removed_in_the_sis_and_the_page_says_so(world: World) -> None:
    with pytest.raises(Refused, match="Remove them from the section in the SIS"):
        remove(world, TEACHER_3, number=2)

    assert teachers(world, number=2) == ["Teacher2", "Teacher3"]


def test_a_co_teacher_added_on_the_page_who_leaves_the_sis_leaves_the_page(world: World) -> None:
    add(world, TEACHER_5)

    world.edit(registrar.remove_person(world.sis, TEACHER_5))
    arrive(world)
    world.edit(registrar.take_back(world.sis, TEACHER_5))
    arrive(world)

    assert teachers(world) == ["Teacher1"]


def test_a_co_teacher_added_on_the_page_whose_sis_id_is_corrected_stays_on_it(world: World) -> None:
    add(world, TEACHER_5)

    world.edit(registrar.correct_sis_id(world.sis, TEACHER_5, "105"))
    arrive(world)

    assert teachers(world) == ["Teacher1", "Teacher5"]
    remove(world, TEACHER_5)
    assert teachers(world) == ["Teacher1"]


def test_who_is_on_the_section_already_is_refused(world: World) -> None:
    with pytest.raises(Refused, match="they are its primary teacher already"):
        add(world, TEACHER_1)
    with pytest.raises(Refused, match="they are its co-teacher already"):
        add(world, TEACHER_3, number=2)


def test_who_is_no_co_teacher_there_cannot_be_removed(world: World) -> None:
    with pytest.raises(Refused, match="they are not its co-teacher in Clever"):
        remove(world, TEACHER_1)
    with pytest.raises(Refused, match="they are not its co-teacher in Clever"):
        remove(world, TEACHER_5)


def test_only_a_teacher_whom_clever_has_can_be_chosen(world: World) -> None:
    world.edit(registrar.add_person(world.sis, Role.TEACHER, "New Teacher", "", NORTH))

    for who in (STUDENTS[0], PersonId("staff:1"), PersonId("teacher:new-teacher-1"), PersonId("teacher:99")):
        with pytest.raises(Refused, match="Clever has no teacher record of them"):
            add(world, who)


def test_a_section_that_clever_does_not_have_has_no_page(world: World) -> None:
    world.edit(registrar.remove_section(world.sis, SECTION_2))
    arrive(world)

    with pytest.raises(Refused, match="Clever does not have it yet, or no longer"):
        add(world, TEACHER_5, number=2)


def test_a_custom_teacher_can_be_co_teacher_of_a_section_from_the_sis(world: World) -> None:
    made = custom.create_person(world.clever, Role.TEACHER, "Custom Teacher", "", NORTH, world.now)
    world.wait(world.clever.custom_lag.longest)

    add(world, made.id)

    assert teachers(world) == ["Teacher1", "Custom"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("class 2", ["Class 2"]),
        ("CLASS", ["Class 1", "Class 2", "Class 3", "Class 4"]),
        ("teacher3", ["Class 2", "Class 3"]),
        ("class teacher4 small", ["Class 4"]),
        ("teacher1 teacher2", []),
    ],
)
def test_a_section_is_found_by_words_of_its_name_or_its_teachers(
    world: World, words: str, found: list[str]
) -> None:
    assert [one.facts.name for one in section_page.search(world.clever, words)] == found
