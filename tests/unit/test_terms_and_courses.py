"""Terms and courses, which Clever makes of the rows of sections (clever_api.md, section 5.6)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from simulator import registrar
from simulator.clever.records import CleverCourse, CleverSection, CleverTerm, Record
from simulator.edits import SectionSet
from simulator.roster import Course, SectionFacts, Term, section_id
from tests.properties.small_district import NORTH, SECTIONS, STUDENTS, TEACHERS
from tests.properties.world import World, begin

ALGEBRA = Course("Algebra 1", "MA110")
FALL = Term("Fall", date(2026, 8, 17), date(2026, 12, 18))


@pytest.fixture
def world() -> World:
    return begin()


def set_row(world: World, number: int, course: Course | None = None, term: Term | None = None) -> None:
    """Let the row of a section say its course and its term, and arrive in Clever."""
    section = world.sis.roster.sections[SECTIONS[number - 1]]
    facts = replace(section.facts, course=course, term=term)
    world.edit([SectionSet(section.id, facts, section.teachers)])
    world.wait(timedelta(minutes=15))


def section(world: World, number: int) -> CleverSection:
    found = world.clever.section(SECTIONS[number - 1])
    assert found is not None
    return found


def courses(world: World) -> list[Course]:
    return [one.course for one in world.clever.fold.roster.courses.values()]


def terms(world: World) -> list[Term]:
    return [one.term for one in world.clever.fold.roster.terms.values()]


def told(world: World, kind: type[Record]) -> list[str]:
    """What the feed says of the records of a kind."""
    events = [event for event in world.clever.otus.feed if isinstance(event.after or event.before, kind)]
    return ["created" if not one.before else "deleted" if not one.after else "updated" for one in events]


def test_a_course_and_a_term_that_a_row_names_are_records_of_their_own(world: World) -> None:
    set_row(world, 1, ALGEBRA, FALL)

    roster, named = world.clever.fold.roster, section(world, 1)
    assert named.course is not None
    assert named.term is not None
    assert roster.courses == {named.course: CleverCourse(named.course, ALGEBRA)}
    assert roster.terms == {named.term: CleverTerm(named.term, FALL)}


def test_their_ids_are_of_24_hex_digits_and_begin_with_the_second_in_which_clever_first_saw_them(
    world: World,
) -> None:
    set_row(world, 1, ALGEBRA, FALL)

    for found in (section(world, 1).course, section(world, 1).term):
        assert found is not None
        assert (len(found), int(found[:8], 16)) == (24, int(world.now.timestamp()))


def test_sections_that_name_the_same_course_and_term_share_the_records(world: World) -> None:
    set_row(world, 1, ALGEBRA, FALL)
    set_row(world, 2, ALGEBRA, FALL)

    assert (section(world, 1).course, section(world, 1).term) == (section(world, 2).course, section(world, 2).term)
    assert told(world, CleverCourse) == told(world, CleverTerm) == ["created"]


def test_courses_of_one_number_are_one_course_and_show_the_name_of_the_latest_row(world: World) -> None:
    set_row(world, 1, ALGEBRA)
    set_row(world, 2, Course("Algebra I", "MA110"))

    assert section(world, 1).course == section(world, 2).course
    assert courses(world) == [Course("Algebra I", "MA110")]
    assert told(world, CleverCourse) == ["created", "updated"]


def test_a_row_that_says_the_same_again_does_not_give_the_course_its_name_back(world: World) -> None:
    set_row(world, 1, ALGEBRA)
    set_row(world, 2, Course("Algebra I", "MA110"))

    world.edit(registrar.add_co_teacher(world.sis, SECTIONS[0], TEACHERS[4]))
    world.wait(timedelta(minutes=15))

    assert courses(world) == [Course("Algebra I", "MA110")]


def test_a_row_without_a_name_leaves_the_course_its_name(world: World) -> None:
    set_row(world, 1, ALGEBRA)
    set_row(world, 2, Course("", "MA110"))

    assert courses(world) == [ALGEBRA]


def test_courses_without_a_number_are_told_by_their_names(world: World) -> None:
    set_row(world, 1, Course("Advisory", ""))
    set_row(world, 2, Course("Advisory", ""))
    set_row(world, 3, Course("Homeroom", ""))

    assert section(world, 1).course == section(world, 2).course != section(world, 3).course
    assert courses(world) == [Course("Advisory", ""), Course("Homeroom", "")]


@pytest.mark.parametrize("course", [None, Course("", ""), Course(" ", "")])
def test_a_row_without_a_name_and_a_number_has_no_course(world: World, course: Course | None) -> None:
    set_row(world, 1, course)

    assert (section(world, 1).course, courses(world)) == (None, [])


@pytest.mark.parametrize("term", [None, Term("", None, None), Term(" ", None, None)])
def test_a_row_without_a_name_and_days_has_no_term(world: World, term: Term | None) -> None:
    set_row(world, 1, term=term)

    assert (section(world, 1).term, terms(world)) == (None, [])


@pytest.mark.parametrize(
    "other",
    [
        Term("Fall", None, date(2026, 12, 18)),
        Term("Fall", date(2026, 8, 18), date(2026, 12, 18)),
        Term("", date(2026, 8, 17), date(2026, 12, 18)),
        Term("Fall", None, None),
    ],
)
def test_a_term_is_told_by_all_that_a_row_says_of_it(world: World, other: Term) -> None:
    set_row(world, 1, term=FALL)
    set_row(world, 2, term=other)

    assert section(world, 1).term != section(world, 2).term
    assert terms(world) == [FALL, other]


def test_a_course_and_a_term_stay_as_long_as_some_section_names_them(world: World) -> None:
    set_row(world, 1, ALGEBRA, FALL)
    set_row(world, 2, ALGEBRA, FALL)

    set_row(world, 1)

    assert (courses(world), terms(world)) == ([ALGEBRA], [FALL])
    assert (section(world, 1).course, section(world, 1).term) == (None, None)


def test_they_go_with_the_last_section_that_names_them(world: World) -> None:
    set_row(world, 1, ALGEBRA, FALL)

    world.edit(registrar.remove_section(world.sis, SECTIONS[0]))
    world.wait(timedelta(minutes=15))

    assert (courses(world), terms(world)) == ([], [])
    assert told(world, CleverCourse) == told(world, CleverTerm) == ["created", "deleted"]


def test_made_again_they_are_other_records_with_new_ids(world: World) -> None:
    set_row(world, 1, ALGEBRA, FALL)
    before = {section(world, 1).course, section(world, 1).term}
    set_row(world, 1)

    set_row(world, 1, ALGEBRA, FALL)

    assert before.isdisjoint({section(world, 1).course, section(world, 1).term})
    assert told(world, CleverCourse) == ["created", "deleted", "created"]


def test_what_one_batch_takes_from_one_section_and_gives_to_another_stays(world: World) -> None:
    set_row(world, 1, ALGEBRA, FALL)
    before = section(world, 1).course

    facts = SectionFacts("new", NORTH, "New", course=ALGEBRA, term=FALL)
    new = replace(world.sis.roster.sections[SECTIONS[0]], id=section_id("new"), facts=facts)
    world.edit([*registrar.remove_section(world.sis, SECTIONS[0]), SectionSet(new.id, facts, new.teachers)])
    world.wait(timedelta(minutes=15))

    found = world.clever.section(new.id)
    assert found is not None
    assert found.course == before
    assert told(world, CleverCourse) == told(world, CleverTerm) == ["created"]


def test_who_joins_a_section_changes_neither_its_course_nor_its_term(world: World) -> None:
    set_row(world, 1, ALGEBRA, FALL)
    named = (section(world, 1).course, section(world, 1).term)

    world.edit(registrar.enroll(world.sis, SECTIONS[0], STUDENTS[7]))
    world.wait(timedelta(minutes=15))

    joined = section(world, 1)
    assert len(joined.students) == 4
    assert (joined.course, joined.term) == named


def test_a_district_has_the_courses_and_terms_of_its_sections_from_the_first_day(world: World) -> None:
    set_row(world, 1, ALGEBRA, FALL)

    other = type(world.clever).holding(
        world.district.id, world.sis.roster, seed=1, seen=world.district.in_clever_since
    )

    roster = other.fold.roster
    assert [one.course for one in roster.courses.values()] == [ALGEBRA]
    assert [one.term for one in roster.terms.values()] == [FALL]
