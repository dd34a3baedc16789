"""When Clever says that a record was last modified, and that each sync from the SIS moves the district's own."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from simulator import registrar
from simulator.clever import custom, section_page
from simulator.clever.records import CleverDistrict, CleverSection, User
from simulator.clever.sharing import Reach, Sharing
from simulator.clock import Instant
from simulator.edits import PersonSet
from simulator.roster import Role
from tests.properties.small_district import NORTH, SECTIONS, STUDENTS, TEACHERS
from tests.properties.world import World, begin

LAG = timedelta(minutes=15)
STUDENT_1, TEACHER_5 = STUDENTS[0], TEACHERS[4]


@pytest.fixture
def world() -> World:
    return begin()


def user(world: World) -> User:
    found = world.clever.user(STUDENT_1)
    assert found is not None
    return found


def section(world: World) -> CleverSection:
    found = world.clever.section(SECTIONS[0])
    assert found is not None
    return found


def syncs(world: World) -> list[Instant]:
    """When the feed says that a sync came in."""
    return [event.after.last_sync for event in world.clever.otus.feed if isinstance(event.after, CleverDistrict)]


def test_a_record_that_is_as_clever_first_saw_it_was_never_modified(world: World) -> None:
    world.edit(registrar.add_person(world.sis, Role.STUDENT, "New Comer", "", NORTH))
    world.wait(LAG)

    roster = world.clever.fold.roster
    assert {user.modified for user in roster.users.values()} == {None}
    assert {section.modified for section in roster.sections.values()} == {None}


def test_a_record_is_modified_when_an_edit_of_it_arrives_and_others_are_not(world: World) -> None:
    made = world.now
    world.edit(registrar.change_email(world.sis, STUDENT_1, "new@small.example"))

    world.wait(timedelta(hours=1))

    assert user(world).modified == made + LAG
    assert section(world).modified is None


def test_a_section_is_modified_when_who_is_in_it_changes_and_the_student_is_not(world: World) -> None:
    made = world.now
    world.edit(registrar.drop(world.sis, SECTIONS[0], STUDENT_1))

    world.wait(timedelta(hours=1))

    assert section(world).modified == made + LAG
    assert user(world).modified is None


def test_the_section_page_modifies_at_once(world: World) -> None:
    world.wait(timedelta(hours=1))

    section_page.add_co_teacher(world.clever, SECTIONS[0], TEACHER_5, world.now)

    assert section(world).modified == world.now


def test_what_is_changed_and_changed_back_in_one_batch_was_not_modified(world: World) -> None:
    world.edit(registrar.change_email(world.sis, STUDENT_1, "first@small.example"))
    world.wait(LAG)
    first, told = user(world).modified, len(world.clever.otus.feed)

    world.edit(registrar.change_email(world.sis, STUDENT_1, "other@small.example"))
    world.edit(registrar.change_email(world.sis, STUDENT_1, "first@small.example"))
    world.wait(LAG)

    assert user(world).modified == first
    assert [type(event.after) for event in world.clever.otus.feed[told:]] == [CleverDistrict]


def test_a_record_that_arrives_as_it_was_is_not_modified(world: World) -> None:
    world.edit([PersonSet(replace(world.person(STUDENT_1)))])

    world.wait(LAG)

    assert user(world).modified is None


def test_sharing_modifies_nothing(world: World) -> None:
    world.wait(timedelta(hours=1))

    world.clever.share(Sharing(Reach.SCHOOLS), world.now)
    world.clever.share(Sharing(), world.now)

    assert user(world).modified is None
    assert {event.after.modified for event in world.clever.otus.feed if isinstance(event.after, User)} == {None}


def test_a_record_that_returns_keeps_its_id_and_was_modified_when_it_returned(world: World) -> None:
    before = user(world).id
    world.edit(registrar.remove_person(world.sis, STUDENT_1))
    world.wait(timedelta(days=3))
    world.edit(registrar.take_back(world.sis, STUDENT_1))
    returned = world.now + LAG

    world.wait(timedelta(hours=1))

    assert (user(world).id, user(world).modified) == (before, returned)
    created = [event.after for event in world.clever.otus.feed if event.before is None and event.after]
    assert [one.modified for one in created if isinstance(one, User)] == [returned]


def test_each_sync_from_the_sis_moves_the_districts_last_sync_even_where_nothing_else_changes(world: World) -> None:
    made = world.now
    world.edit([PersonSet(replace(world.person(STUDENT_1)))])
    world.wait(timedelta(hours=1))
    world.edit(registrar.change_email(world.sis, STUDENT_1, "new@small.example"))

    world.wait(timedelta(hours=1))

    assert syncs(world) == [made + LAG, made + timedelta(hours=1) + LAG]
    assert world.clever.last_sync == made + timedelta(hours=1) + LAG


def test_what_the_district_does_in_clever_is_no_sync(world: World) -> None:
    before = world.clever.last_sync
    world.wait(timedelta(hours=1))

    section_page.add_co_teacher(world.clever, SECTIONS[0], TEACHER_5, world.now)
    custom.create_person(world.clever, Role.STUDENT, "Practice Student", "", NORTH, world.now)
    world.wait(timedelta(hours=1))
    world.clever.share(Sharing(Reach.SCHOOLS), world.now)

    assert (syncs(world), world.clever.last_sync) == ([], before)


def test_a_district_that_shares_nothing_else_still_shows_when_it_was_synced(world: World) -> None:
    world.clever.share(Sharing(Reach.SCHOOLS), world.now)
    world.edit(registrar.change_email(world.sis, STUDENT_1, "new@small.example"))

    world.wait(timedelta(hours=1))

    assert len(syncs(world)) == 1
