"""What Otus may read in Clever, by what the district shares, and what the feed tells of it (C15 to C18)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator import registrar
from simulator.clever.records import CleverSchool, CleverSection, Contact, Record, User
from simulator.clever.sharing import Reach, Sharing
from simulator.edits import PersonSet, SectionSet
from simulator.roster import CleverId, Course, Term
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


def rows_that_name_more(world: World) -> None:
    """Let sections 1 and 3 name courses, all of them terms, and students 1, 5 and 7 contacts: 1 and 5 the same."""
    fall = Term("Fall", None, None)
    for number, course in ((1, "Algebra"), (2, ""), (3, "Biology"), (4, "")):
        section = world.sis.roster.sections[SECTIONS[number - 1]]
        facts = replace(section.facts, course=Course(course, ""), term=fall)
        world.edit([SectionSet(section.id, facts, section.teachers)])
    for number, contact in ((1, "Alex"), (5, "Alex"), (7, "Sam")):
        facts_of_student = (("contact_name", contact), ("contact_phone", contact))
        world.edit([PersonSet(replace(world.person(STUDENTS[number - 1]), more=facts_of_student))])
    arrive(world)


def more_shown(world: World) -> tuple[set[str], set[str], set[str]]:
    """The names of the courses, the terms and the contacts that Otus may read."""
    view = world.clever.otus
    return (
        {one.course.name for one in view.courses()},
        {one.term.name for one in view.terms()},
        {one.name for one in view.contacts()},
    )


def contacts_of(world: World, number: int) -> list[str]:
    view = world.clever.otus
    found = map(view.record, view.contacts_of(world.clever.fold.user_of[STUDENTS[number - 1]]))
    return [one.name for one in found if isinstance(one, Contact)]


def test_the_whole_district_has_all_courses_terms_and_contacts(world: World) -> None:
    rows_that_name_more(world)

    assert more_shown(world) == ({"Algebra", "Biology"}, {"Fall"}, {"Alex", "Sam"})


def test_a_shared_school_brings_the_courses_and_terms_of_its_sections_and_the_contacts_of_its_students(
    world: World,
) -> None:
    rows_that_name_more(world)

    share_school(world)

    assert more_shown(world) == ({"Algebra"}, {"Fall"}, {"Alex"})
    assert (contacts_of(world, 1), contacts_of(world, 7)) == (["Alex"], [])


def test_shared_sections_bring_their_courses_and_terms_and_the_contacts_of_their_students(world: World) -> None:
    rows_that_name_more(world)

    share_sections(world, 3)

    assert more_shown(world) == ({"Biology"}, {"Fall"}, {"Alex"})


def test_a_shared_section_without_a_course_brings_none(world: World) -> None:
    rows_that_name_more(world)

    share_sections(world, 4)

    assert more_shown(world) == (set(), {"Fall"}, {"Sam"})


def test_a_contact_lists_a_student_who_is_not_shared(world: World) -> None:
    rows_that_name_more(world)
    share_school(world)

    (alex,) = world.clever.otus.contacts()
    students = {one.student for one in alex.relationships}
    assert students == {world.clever.fold.user_of[STUDENTS[0]], world.clever.fold.user_of[STUDENTS[4]]}
    assert world.clever.otus.user(world.clever.fold.user_of[STUDENTS[4]]) is None


def test_a_contact_comes_and_goes_with_the_student_who_joins_and_leaves_a_shared_section(world: World) -> None:
    rows_that_name_more(world)
    share_sections(world, 1)
    world.edit(registrar.enroll(world.sis, SECTIONS[0], STUDENTS[6]))
    arrive(world)
    came = more_shown(world)[2]

    world.edit(registrar.drop(world.sis, SECTIONS[0], STUDENTS[6]))
    arrive(world)

    assert (came, more_shown(world)[2]) == ({"Alex", "Sam"}, {"Alex"})


def test_a_course_comes_with_the_first_shared_section_that_names_it_and_goes_with_the_last(world: World) -> None:
    rows_that_name_more(world)
    share_school(world)
    section = world.sis.roster.sections[SECTIONS[1]]
    biology = replace(section.facts, course=Course("Biology", ""))
    world.edit([SectionSet(section.id, biology, section.teachers)])
    arrive(world)
    came = more_shown(world)[0]

    world.edit(registrar.remove_section(world.sis, SECTIONS[1]))
    arrive(world)

    assert (came, more_shown(world)[0]) == ({"Algebra", "Biology"}, {"Algebra"})


def test_any_record_that_is_shared_is_found_by_its_id_and_no_other(world: World) -> None:
    rows_that_name_more(world)
    share_school(world)
    view = world.clever.otus

    found = {one: view.record(one) for one in view.roster.ids()}
    assert {one.id: one for one in view.records()} == {one: record for one, record in found.items() if record}
    # The school in the south with its six people and two sections, Biology, and Sam are not shared.
    assert sum(record is None for record in found.values()) == 1 + 6 + 2 + 1 + 1
    assert view.record(CleverId("f" * 24)) is None
    assert view.record(world.clever.fold.roster.district.id) == world.clever.fold.roster.district
