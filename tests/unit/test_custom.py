"""Custom data: what the forms require, nine co-teachers, when it comes and when it goes (S36 to S49, C23, C27)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from simulator import registrar
from simulator.clever import custom
from simulator.clever.records import Source, User
from simulator.errors import Refused
from simulator.roster import PersonId, Role, SectionId
from tests.properties.small_district import NORTH, SECTIONS, STUDENTS, TEACHERS
from tests.properties.world import World, begin

MINUTE = timedelta(minutes=1)
STUDENT_1, STUDENT_2 = STUDENTS[0], STUDENTS[1]


@pytest.fixture
def world() -> World:
    return begin()


def many_teachers(world: World) -> list[PersonId]:
    """Add teachers until there are eleven, and answer with all of them once Clever has them."""
    for number in range(6, 12):
        world.edit(registrar.add_person(world.sis, Role.TEACHER, f"Teacher {number}", "", NORTH))
    world.wait(15 * MINUTE)
    return world.of_role(Role.TEACHER)


def fill_in(world: World, primary: PersonId = TEACHERS[0], students: tuple[PersonId, ...] = (STUDENT_1,)) -> None:
    custom.start_section(world.clever, "Practice", NORTH)
    custom.choose_primary(world.clever, "Practice", primary)
    custom.choose_students(world.clever, "Practice", students)


def practice(world: World) -> tuple[list[str], list[str]] | None:
    """Show the teachers and students of the section that Clever has under the name Practice."""
    users = world.clever.fold.roster.users
    for section in world.clever.fold.roster.sections.values():
        if section.facts.name == "Practice":
            assert section.source is Source.CUSTOM
            return [users[one].person.first for one in section.teachers], [
                users[one].person.first for one in section.students
            ]
    return None


def user(world: World, person: PersonId) -> User | None:
    fold = world.clever.fold
    return fold.roster.users.get(fold.user_of[person]) if person in fold.user_of else None


def custom_student(world: World) -> PersonId:
    return custom.create_person(world.clever, Role.STUDENT, "Practice Student", "", NORTH, world.now).id


def test_a_custom_section_is_in_clever_fifteen_minutes_after_create_and_not_a_second_before(world: World) -> None:
    fill_in(world)
    custom.create_section(world.clever, "Practice", world.now)

    world.wait(15 * MINUTE - timedelta(seconds=1))
    before = practice(world)
    world.wait(timedelta(seconds=1))

    assert (before, practice(world)) == (None, (["Teacher1"], ["Student1"]))


def test_a_form_that_is_not_created_makes_nothing(world: World) -> None:
    fill_in(world)

    world.wait(60 * MINUTE)

    assert practice(world) is None


def test_nine_co_teachers_are_taken(world: World) -> None:
    primary, *others = many_teachers(world)
    fill_in(world, primary)

    custom.choose_co_teachers(world.clever, "Practice", tuple(others[:9]))
    custom.create_section(world.clever, "Practice", world.now)
    world.wait(15 * MINUTE)

    shown = practice(world)
    assert shown is not None
    assert len(shown[0]) == 10


def test_a_tenth_co_teacher_is_refused_and_none_of_the_ten_is_kept(world: World) -> None:
    primary, *others = many_teachers(world)
    fill_in(world, primary)
    custom.choose_co_teachers(world.clever, "Practice", tuple(others[:2]))

    with pytest.raises(Refused, match="nine"):
        custom.choose_co_teachers(world.clever, "Practice", tuple(others[:10]))

    assert world.clever.forms["Practice"].co_teachers == tuple(others[:2])


def test_nobody_is_chosen_twice(world: World) -> None:
    fill_in(world)

    with pytest.raises(Refused, match="somebody is chosen twice"):
        custom.choose_co_teachers(world.clever, "Practice", (TEACHERS[1], TEACHERS[1]))
    with pytest.raises(Refused, match="somebody is chosen twice"):
        custom.choose_co_teachers(world.clever, "Practice", (TEACHERS[0],))


def test_who_is_chosen_as_co_teacher_cannot_be_primary_too(world: World) -> None:
    fill_in(world)
    custom.choose_co_teachers(world.clever, "Practice", (TEACHERS[1],))

    with pytest.raises(Refused, match="they are chosen as co-teacher"):
        custom.choose_primary(world.clever, "Practice", TEACHERS[1])

    assert world.clever.forms["Practice"].primary == TEACHERS[0]


def test_a_student_who_is_chosen_twice_is_there_once(world: World) -> None:
    fill_in(world, students=(STUDENT_1, STUDENT_2, STUDENT_1))
    custom.create_section(world.clever, "Practice", world.now)

    world.wait(15 * MINUTE)

    assert practice(world) == (["Teacher1"], ["Student1", "Student2"])


def test_a_form_that_lacks_something_is_refused_and_stays_open(world: World) -> None:
    custom.start_section(world.clever, "Practice", NORTH)

    with pytest.raises(Refused, match="a primary teacher and a student"):
        custom.create_section(world.clever, "Practice", world.now)

    assert "Practice" in world.clever.forms


def test_a_section_without_a_name_is_refused(world: World) -> None:
    custom.start_section(world.clever, " ", NORTH)

    with pytest.raises(Refused, match="a name"):
        custom.create_section(world.clever, " ", world.now)


def test_somebody_whom_clever_does_not_have_yet_cannot_be_on_a_custom_section(world: World) -> None:
    fill_in(world, students=(custom_student(world),))

    with pytest.raises(Refused, match="is not in Clever yet"):
        custom.create_section(world.clever, "Practice", world.now)
    world.wait(15 * MINUTE)
    custom.create_section(world.clever, "Practice", world.now)
    world.wait(15 * MINUTE)

    assert practice(world) == (["Teacher1"], ["Practice"])


def test_only_a_teacher_teaches_a_custom_section(world: World) -> None:
    fill_in(world, primary=STUDENT_2)

    with pytest.raises(Refused, match="Student2 Small is chosen as teacher and has a student's record"):
        custom.create_section(world.clever, "Practice", world.now)


def test_only_a_student_attends_a_custom_section(world: World) -> None:
    fill_in(world, students=(STUDENT_1, TEACHERS[1]))

    with pytest.raises(Refused, match="Teacher2 Small is chosen as student and has a teacher's record"):
        custom.create_section(world.clever, "Practice", world.now)


def test_two_forms_of_one_name_are_refused_while_the_first_is_open(world: World) -> None:
    custom.start_section(world.clever, "Practice", NORTH)

    with pytest.raises(Refused, match="a form of that name is open"):
        custom.start_section(world.clever, "Practice", NORTH)


def test_a_form_that_is_not_open_cannot_be_filled_in(world: World) -> None:
    with pytest.raises(Refused, match="no form of that name is open"):
        custom.choose_primary(world.clever, "Practice", TEACHERS[0])


def test_two_custom_sections_may_have_one_name(world: World) -> None:
    for _ in range(2):
        fill_in(world)
        custom.create_section(world.clever, "Practice", world.now)
    world.wait(15 * MINUTE)

    names = [one.facts.name for one in world.clever.fold.roster.sections.values()]
    assert names.count("Practice") == 2


def test_a_custom_person_needs_a_first_and_a_last_name(world: World) -> None:
    with pytest.raises(Refused, match="first and a last name"):
        custom.create_person(world.clever, Role.STUDENT, "Cher", "", NORTH, world.now)


def test_a_custom_student_is_in_clever_after_fifteen_minutes_and_stays(world: World) -> None:
    made = custom_student(world)

    world.wait(15 * MINUTE - timedelta(seconds=1))
    before = user(world, made)
    world.wait(timedelta(days=30))

    after = user(world, made)
    assert before is None
    assert after is not None
    assert (after.person.name, after.source) == ("Practice Student", Source.CUSTOM)


def test_a_custom_student_is_not_in_the_sis(world: World) -> None:
    made = custom_student(world)
    world.wait(15 * MINUTE)

    with pytest.raises(Refused, match="the SIS has no such person"):
        registrar.enroll(world.sis, SECTIONS[0], made)


def test_two_custom_people_never_share_an_id(world: World) -> None:
    first = custom_student(world)
    world.wait(15 * MINUTE)
    custom.delete(world.clever, first, world.now)
    world.wait(15 * MINUTE)

    assert custom_student(world) != first


def test_a_deleted_custom_student_leaves_clever_after_fifteen_minutes(world: World) -> None:
    made = custom_student(world)
    world.wait(15 * MINUTE)
    custom.delete(world.clever, made, world.now)

    world.wait(15 * MINUTE - timedelta(seconds=1))
    before = user(world, made)
    world.wait(timedelta(seconds=1))

    assert before is not None
    assert user(world, made) is None


def test_a_custom_student_who_expires_leaves_clever_at_that_moment(world: World) -> None:
    made = custom_student(world)
    custom.expire(world.clever, made, world.now + timedelta(days=2))

    world.wait(timedelta(days=2) - timedelta(seconds=1))
    before = user(world, made)
    world.wait(timedelta(seconds=1))

    assert before is not None
    assert user(world, made) is None


def test_a_custom_student_who_expires_before_being_there_does_not_stay_for_good(world: World) -> None:
    made = custom_student(world)
    custom.expire(world.clever, made, world.now + MINUTE)

    world.wait(15 * MINUTE)

    assert user(world, made) is None


def test_a_later_expiry_takes_the_place_of_an_earlier_one(world: World) -> None:
    made = custom_student(world)
    world.wait(15 * MINUTE)
    custom.expire(world.clever, made, world.now + timedelta(days=1))
    custom.expire(world.clever, made, world.now + timedelta(days=3))

    world.wait(timedelta(days=2))
    before = user(world, made)
    world.wait(timedelta(days=1))

    assert before is not None
    assert user(world, made) is None


def test_what_is_to_expire_later_can_still_be_deleted_now(world: World) -> None:
    made = custom_student(world)
    world.wait(15 * MINUTE)
    custom.expire(world.clever, made, world.now + timedelta(days=30))

    custom.delete(world.clever, made, world.now)
    world.wait(15 * MINUTE)

    assert user(world, made) is None


def test_a_deleted_custom_section_leaves_clever_with_its_places(world: World) -> None:
    fill_in(world)
    made = custom.create_section(world.clever, "Practice", world.now)
    world.wait(15 * MINUTE)

    custom.delete(world.clever, made, world.now)
    world.wait(15 * MINUTE)

    assert practice(world) is None
    assert user(world, STUDENT_1) is not None


def test_what_the_sis_sends_cannot_be_deleted_as_custom_data(world: World) -> None:
    with pytest.raises(Refused, match="it is not custom data"):
        custom.delete(world.clever, STUDENT_1, world.now)
    with pytest.raises(Refused, match="it is not custom data"):
        custom.delete(world.clever, SectionId("section:1"), world.now)


def test_custom_data_does_not_wait_for_edits_of_the_sis_that_are_held(world: World) -> None:
    world.clever.hold([one.kind for one in registrar.change_email(world.sis, STUDENT_1, "x@small.example")])
    world.edit(registrar.change_email(world.sis, STUDENT_1, "x@small.example"))
    fill_in(world)
    custom.create_section(world.clever, "Practice", world.now)

    world.wait(15 * MINUTE)

    assert practice(world) == (["Teacher1"], ["Student1"])
