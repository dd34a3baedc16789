"""What Otus may read in Clever, by what the district shares, and what the feed tells of it (C15 to C18)."""

from __future__ import annotations

import pytest

from simulator import registrar
from simulator.clever.records import CleverSchool, CleverSection, Record, User
from simulator.clever.sharing import Reach, Sharing
from simulator.roster import CleverId
from tests.properties.small_district import NORTH, SECTIONS, SOUTH, STUDENTS, TEACHERS
from tests.properties.world import World, begin


@pytest.fixture
def world() -> World:
    return begin()


def share_sections(world: World, *numbers: int) -> None:
    sections = frozenset(section_id(world, number) for number in numbers)
    world.clever.share(Sharing(Reach.SECTIONS, sections=sections), world.now)


def share_school(world: World) -> None:
    world.clever.share(Sharing(Reach.SCHOOLS, schools=frozenset({NORTH})), world.now)


def section_id(world: World, number: int) -> CleverId:
    return world.clever.fold.section_of[SECTIONS[number - 1]]


def shown(world: World) -> tuple[set[str], set[str], set[str]]:
    view = world.clever.otus
    return (
        {one.school.name for one in view.schools()},
        {one.person.first for one in view.users()},
        {one.facts.name for one in view.sections()},
    )


def told(world: World) -> set[tuple[str, str]]:
    """What the feed says: the name of each record that appeared or disappeared."""
    events = world.clever.otus.feed
    came = {("came", name(one.after)) for one in events if one.before is None and one.after}
    return came | {("went", name(one.before)) for one in events if one.after is None and one.before}


def name(record: Record) -> str:
    match record:
        case CleverSchool(school=school):
            return school.name
        case User(person=person):
            return person.first
        case CleverSection(facts=facts):
            return facts.name
        case _:
            raise AssertionError(f"{record} has no name in these tests")


def arrive(world: World) -> None:
    world.wait(world.clever.lags.usual.longest)


def test_at_first_the_whole_district_is_shared(world: World) -> None:
    schools, users, sections = shown(world)

    assert (schools, len(users), sections) == (
        {"North", "South"},
        15,
        {"Class 1", "Class 2", "Class 3", "Class 4"},
    )


def test_a_shared_school_brings_its_people_and_its_sections(world: World) -> None:
    share_school(world)

    assert shown(world) == (
        {"North"},
        {"Teacher1", "Teacher2", "Teacher3", "Student1", "Student2", "Student3", "Student4", "Staff1", "Admin1"},
        {"Class 1", "Class 2"},
    )


def test_shared_sections_bring_the_people_in_them_and_their_schools(world: World) -> None:
    share_sections(world, 4)

    assert shown(world) == ({"South"}, {"Teacher4", "Teacher1", "Student7"}, {"Class 4"})


def test_nothing_shared_shows_nothing(world: World) -> None:
    share_sections(world)

    assert shown(world) == (set(), set(), set())


def test_a_section_that_is_shared_with_its_school_lists_people_who_are_not_shared(world: World) -> None:
    share_school(world)

    world.edit(registrar.enroll(world.sis, SECTIONS[0], STUDENTS[7]))
    arrive(world)

    user = world.clever.fold.user_of[STUDENTS[7]]
    section = world.clever.otus.section(section_id(world, 1))
    assert section is not None
    assert user in section.students
    assert world.clever.otus.user(user) is None


def test_a_shared_school_follows_later_changes_and_shared_sections_do_not(world: World) -> None:
    share_school(world)
    world.edit(registrar.add_section(world.sis, "New", NORTH, TEACHERS[0]))
    arrive(world)
    in_school = shown(world)[2]

    share_sections(world, 1)
    world.edit(registrar.add_section(world.sis, "Newer", NORTH, TEACHERS[0]))
    arrive(world)

    assert in_school == {"Class 1", "Class 2", "New"}
    assert shown(world)[2] == {"Class 1"}


def test_what_sharing_takes_away_goes_and_what_it_brings_comes(world: World) -> None:
    share_sections(world, 4)
    share_sections(world, 3)

    assert ("went", "Class 1") in told(world)
    assert {("went", "Class 4"), ("went", "Teacher1"), ("went", "Student7")} <= told(world)
    assert {("came", "Class 3"), ("came", "Student5"), ("came", "Student6")} <= told(world)


def test_who_joins_a_shared_section_comes_and_who_leaves_it_goes(world: World) -> None:
    share_sections(world, 4)

    world.edit(registrar.enroll(world.sis, SECTIONS[3], STUDENTS[0]))
    world.edit(registrar.drop(world.sis, SECTIONS[3], STUDENTS[6]))
    arrive(world)

    assert ("came", "Student1") in told(world)
    assert ("went", "Student7") in told(world)


def test_a_school_goes_with_its_last_shared_section(world: World) -> None:
    share_sections(world, 1, 4)

    world.edit(registrar.remove_section(world.sis, SECTIONS[3]))
    arrive(world)

    assert ("went", "South") in told(world)
    assert shown(world)[0] == {"North"}


def test_the_feed_says_nothing_of_what_is_not_shared(world: World) -> None:
    share_school(world)
    before = len(world.clever.otus.feed)

    world.edit(registrar.rename_section(world.sis, SECTIONS[2], "Secret"))
    world.edit(registrar.change_email(world.sis, STUDENTS[7], "secret@small.example"))
    arrive(world)

    told = [event.after for event in world.clever.otus.feed[before:]]
    assert told == [world.clever.fold.roster.district]
    assert SOUTH not in {one.school.id for one in world.clever.otus.schools()}
