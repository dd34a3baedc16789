"""Teacher, staff and district-admin records of one email are one user in Clever (C34, C41)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from simulator import registrar
from simulator.clever import custom, section_page
from simulator.clever.records import User
from simulator.roster import PersonId, Role
from tests.properties.small_district import NORTH, SECTIONS, STUDENTS, TEACHERS
from tests.properties.world import World, begin

TEACHER_1, TEACHER_2 = TEACHERS[0], TEACHERS[1]
STAFF, ADMIN = PersonId("staff:1"), PersonId("district-admin:1")
EMAIL = "t1@small.example"
"""The email of teacher 1."""


@pytest.fixture
def world() -> World:
    return begin()


def set_email(world: World, person: PersonId, email: str = EMAIL) -> None:
    world.edit(registrar.change_email(world.sis, person, email))
    world.wait(timedelta(minutes=15))


def user(world: World, person: PersonId) -> User:
    found = world.clever.user(person)
    assert found is not None
    return found


def roles(world: World, person: PersonId) -> list[Role]:
    return [one.role for one in user(world, person).people]


def own_id(world: World, person: PersonId) -> str:
    """The Clever id that a record has by itself."""
    return world.clever.fold.user_of[person]


def told(world: World, since: int = 0) -> list[tuple[str, str]]:
    """What the feed says of users: what happened, and to which id."""
    found = []
    for event in world.clever.otus.feed[since:]:
        record = event.after or event.before
        if isinstance(record, User):
            what = "created" if not event.before else "deleted" if not event.after else "updated"
            found.append((what, str(record.id)))
    return found


def test_a_teacher_who_is_staff_too_is_one_user_with_the_teachers_id(world: World) -> None:
    set_email(world, STAFF)

    assert user(world, STAFF) == user(world, TEACHER_1)
    assert user(world, STAFF).id == own_id(world, TEACHER_1)
    assert roles(world, STAFF) == [Role.TEACHER, Role.STAFF]


def test_the_feed_tells_of_one_user_who_goes_and_one_who_has_a_role_more(world: World) -> None:
    set_email(world, STAFF)

    assert sorted(told(world)) == [("deleted", own_id(world, STAFF)), ("updated", own_id(world, TEACHER_1))]


@pytest.mark.parametrize("email", ["T1@Small.Example", " t1@small.example "])
def test_emails_that_differ_in_case_or_blanks_only_are_the_same(world: World, email: str) -> None:
    set_email(world, STAFF, email)

    assert roles(world, TEACHER_1) == [Role.TEACHER, Role.STAFF]


def test_staff_who_is_district_admin_too_has_the_id_of_the_staff_record(world: World) -> None:
    set_email(world, ADMIN, "aide@small.example")

    assert user(world, ADMIN).id == own_id(world, STAFF)
    assert roles(world, ADMIN) == [Role.STAFF, Role.DISTRICT_ADMIN]


def test_all_three_roles_are_in_the_order_teacher_staff_district_admin_however_they_came(world: World) -> None:
    set_email(world, ADMIN, "aide@small.example")
    set_email(world, TEACHER_1, "aide@small.example")

    assert roles(world, ADMIN) == [Role.TEACHER, Role.STAFF, Role.DISTRICT_ADMIN]
    assert user(world, ADMIN).id == own_id(world, TEACHER_1)


def test_another_email_splits_them_and_the_staff_record_has_its_own_id_again(world: World) -> None:
    alone = user(world, STAFF).id
    set_email(world, STAFF)
    read = len(world.clever.otus.feed)

    set_email(world, STAFF, "aide@small.example")

    assert user(world, STAFF).id == alone == own_id(world, STAFF)
    assert user(world, STAFF).modified == world.now
    assert roles(world, TEACHER_1) == [Role.TEACHER]
    assert sorted(told(world, read)) == [("created", alone), ("updated", own_id(world, TEACHER_1))]


def test_the_staff_record_stays_when_the_teacher_leaves(world: World) -> None:
    set_email(world, STAFF, "t5@small.example")
    world.edit(registrar.remove_person(world.sis, TEACHERS[4]))
    world.wait(timedelta(minutes=15))

    assert world.clever.user(TEACHERS[4]) is None
    assert user(world, STAFF).id == own_id(world, STAFF)


def test_the_teacher_stays_as_they_were_when_the_staff_record_leaves(world: World) -> None:
    set_email(world, STAFF)

    world.edit(registrar.remove_person(world.sis, STAFF))
    world.wait(timedelta(minutes=15))

    assert world.clever.user(STAFF) is None
    assert roles(world, TEACHER_1) == [Role.TEACHER]


def test_a_second_teacher_of_the_email_is_a_user_by_themselves(world: World) -> None:
    set_email(world, STAFF)
    set_email(world, TEACHER_2)

    assert roles(world, TEACHER_2) == [Role.TEACHER]
    assert user(world, TEACHER_2).id == own_id(world, TEACHER_2)
    assert roles(world, TEACHER_1) == [Role.TEACHER, Role.STAFF]


def test_the_second_teacher_has_the_staff_role_once_the_first_has_another_email(world: World) -> None:
    set_email(world, STAFF)
    set_email(world, TEACHER_2)

    set_email(world, TEACHER_1, "other@small.example")

    assert roles(world, TEACHER_2) == [Role.TEACHER, Role.STAFF]
    assert roles(world, TEACHER_1) == [Role.TEACHER]


def test_a_student_of_the_email_is_never_part_of_anybody(world: World) -> None:
    set_email(world, STUDENTS[0])

    assert roles(world, STUDENTS[0]) == [Role.STUDENT]
    assert roles(world, TEACHER_1) == [Role.TEACHER]


@pytest.mark.parametrize("email", ["", " "])
def test_records_without_an_email_are_never_joined(world: World, email: str) -> None:
    set_email(world, STAFF, email)
    set_email(world, TEACHER_1, email)

    assert roles(world, STAFF) == [Role.STAFF]
    assert roles(world, TEACHER_1) == [Role.TEACHER]


def test_sections_keep_naming_the_teacher_by_the_same_id(world: World) -> None:
    before = world.clever.section(SECTIONS[0])
    set_email(world, STAFF)
    set_email(world, ADMIN)

    assert world.clever.section(SECTIONS[0]) == before
    assert before is not None
    assert before.primary == user(world, ADMIN).id


def test_a_corrected_sis_id_of_the_teacher_takes_the_staff_role_along(world: World) -> None:
    set_email(world, STAFF)
    before = user(world, STAFF).id

    world.edit(registrar.correct_sis_id(world.sis, TEACHER_1, "1001"))
    world.wait(timedelta(minutes=15))

    assert user(world, STAFF).id == own_id(world, TEACHER_1) != before
    assert roles(world, STAFF) == [Role.TEACHER, Role.STAFF]
    assert before not in world.clever.fold.roster.users


def test_an_sis_id_that_one_teacher_gives_up_and_another_takes_over_is_the_others(world: World) -> None:
    set_email(world, STAFF)
    first = own_id(world, TEACHER_1)
    world.edit(registrar.correct_sis_id(world.sis, TEACHER_1, "1001"))
    world.edit(registrar.correct_sis_id(world.sis, TEACHER_2, "1"))

    world.wait(timedelta(minutes=15))

    assert user(world, TEACHER_2).id == first
    assert first not in world.clever.fold.ids_of(TEACHER_1)
    assert roles(world, TEACHER_2) == [Role.TEACHER]
    assert roles(world, STAFF) == [Role.TEACHER, Role.STAFF]


def test_a_custom_teacher_joins_the_staff_record_of_the_email_and_leaves_it_again(world: World) -> None:
    made = custom.create_person(world.clever, Role.TEACHER, "Aide Custom", "aide@small.example", NORTH, world.now)
    world.wait(timedelta(minutes=15))
    joined = roles(world, STAFF)

    custom.delete(world.clever, made.id, world.now)
    world.wait(timedelta(minutes=15))

    assert (joined, roles(world, STAFF)) == ([Role.TEACHER, Role.STAFF], [Role.STAFF])


def test_both_records_find_the_ids_that_otus_may_know_the_person_by(world: World) -> None:
    set_email(world, STAFF)

    assert world.clever.fold.ids_of(TEACHER_1) == (own_id(world, TEACHER_1),)
    assert world.clever.fold.ids_of(STAFF) == (own_id(world, TEACHER_1), own_id(world, STAFF))


def test_somebody_who_teaches_can_be_co_teacher_by_either_record(world: World) -> None:
    set_email(world, STAFF)

    section_page.add_co_teacher(world.clever, SECTIONS[2], STAFF, world.now)

    section = world.clever.section(SECTIONS[2])
    assert section is not None
    assert section.co_teachers == (own_id(world, TEACHER_1),)


def test_a_copy_joins_and_splits_people_without_the_original(world: World) -> None:
    set_email(world, STAFF)
    other = world.copy()

    set_email(other, STAFF, "aide@small.example")
    set_email(other, STAFF)
    set_email(other, ADMIN)

    assert roles(world, TEACHER_1) == [Role.TEACHER, Role.STAFF]
    assert roles(other, TEACHER_1) == [Role.TEACHER, Role.STAFF, Role.DISTRICT_ADMIN]
