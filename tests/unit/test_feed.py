"""The order in which the feed tells of one batch, and the ids of its events (clever_api.md, section 1.6)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from simulator import registrar
from simulator.clever.records import (
    CleverCourse,
    CleverDistrict,
    CleverSchool,
    CleverSection,
    CleverTerm,
    Contact,
    Event,
    Record,
    User,
)
from simulator.clever.sharing import Reach, Sharing
from simulator.edits import PersonSet, SectionSet
from simulator.roster import Course, Facts, Role, Term
from simulator.simulation.district import DistrictPlan, State
from tests.properties.small_district import NORTH, SECTIONS, STUDENTS, TEACHERS, small_roster
from tests.properties.world import World, begin

NAMES: dict[type[Record], str] = {
    CleverDistrict: "district",
    CleverSchool: "school",
    CleverTerm: "term",
    CleverCourse: "course",
    Contact: "contact",
    CleverSection: "section",
}
ALEX: Facts = (("contact_name", "Alex"), ("contact_email", "alex@home.example"))
SAM: Facts = (("contact_name", "Sam"), ("contact_email", "sam@home.example"))


@pytest.fixture
def world() -> World:
    return begin()


def arrive(world: World) -> list[Event]:
    """Let what is under way arrive, and answer with what the feed tells of it."""
    read = len(world.clever.otus.feed)
    world.wait(timedelta(minutes=15))
    return world.clever.otus.feed[read:]


def told(events: list[Event]) -> list[str]:
    return [f"{name(event.after or event.before)} {what(event)}" for event in events]


def what(event: Event) -> str:
    return "created" if not event.before else "deleted" if not event.after else "updated"


def name(record: Record | None) -> str:
    assert record is not None, "an event has a record"
    return str(record.person.role) if isinstance(record, User) else NAMES[type(record)]


def say(world: World, number: int, facts: Facts) -> None:
    world.edit([PersonSet(replace(world.person(STUDENTS[number - 1]), more=facts))])


def name_course(world: World, number: int) -> None:
    section = world.sis.roster.sections[SECTIONS[number - 1]]
    facts = replace(section.facts, course=Course("Algebra 1", ""), term=Term("Fall", None, None))
    world.edit([SectionSet(section.id, facts, section.teachers)])


def test_a_batch_is_told_kind_by_kind_and_within_a_kind_created_before_updated(world: World) -> None:
    say(world, 7, SAM)
    arrive(world)
    # The edits are made in another order than the one in which they are told.
    world.edit(registrar.add_section(world.sis, "New", NORTH, TEACHERS[0]))
    name_course(world, 1)
    for role in (Role.DISTRICT_ADMIN, Role.STAFF, Role.TEACHER, Role.STUDENT):
        world.edit(registrar.change_email(world.sis, world.of_role(role)[0], f"{role[0]}@new.example"))
        world.edit(registrar.add_person(world.sis, role, "New Comer", "", NORTH))
    say(world, 7, (*SAM, ("contact_phone", "1")))
    say(world, 2, ALEX)

    assert told(arrive(world)) == [
        "district updated",
        "term created",
        "course created",
        "student created",
        "teacher created",
        "staff created",
        "district admin created",
        "contact created",
        "student updated",
        "teacher updated",
        "staff updated",
        "district admin updated",
        "contact updated",
        "section created",
        "section updated",
    ]


def test_what_is_deleted_comes_last_and_the_sections_first_of_it(world: World) -> None:
    name_course(world, 3)
    say(world, 8, ALEX)
    arrive(world)
    world.edit(registrar.remove_person(world.sis, STUDENTS[7]))
    world.edit(registrar.remove_person(world.sis, world.of_role(Role.STAFF)[0]))
    world.edit(registrar.remove_section(world.sis, SECTIONS[2]))
    world.edit(registrar.change_name(world.sis, STUDENTS[0], "Other", "Name"))

    assert told(arrive(world)) == [
        "district updated",
        "student updated",
        "section deleted",
        "contact deleted",
        "staff deleted",
        "student deleted",
        "course deleted",
        "term deleted",
    ]


def test_what_is_no_longer_shared_is_told_in_the_same_order(world: World) -> None:
    name_course(world, 1)
    arrive(world)
    read = len(world.clever.otus.feed)

    world.clever.share(Sharing(Reach.SECTIONS, sections=frozenset()), world.now)
    gone = told(world.clever.otus.feed[read:])
    world.clever.share(Sharing(), world.now)
    back = told(world.clever.otus.feed[read + len(gone) :])

    kinds = list(dict.fromkeys(gone))
    assert kinds == [
        "section deleted",
        "district admin deleted",
        "staff deleted",
        "teacher deleted",
        "student deleted",
        "course deleted",
        "term deleted",
        "school deleted",
    ]
    assert list(dict.fromkeys(back)) == [one.replace("deleted", "created") for one in reversed(kinds)]


def test_a_teacher_who_is_staff_too_is_told_among_the_teachers(world: World) -> None:
    world.edit(registrar.change_email(world.sis, world.of_role(Role.STAFF)[0], "t1@small.example"))
    world.edit(registrar.change_email(world.sis, world.of_role(Role.DISTRICT_ADMIN)[0], "d@new.example"))

    assert told(arrive(world)) == [
        "district updated",
        "teacher updated",
        "district admin updated",
        "staff deleted",
    ]


def test_an_event_has_an_id_of_24_hex_digits_its_second_first_and_its_number_last(world: World) -> None:
    world.edit(registrar.change_email(world.sis, STUDENTS[0], "new@small.example"))

    first, second = (event.id for event in arrive(world))

    assert [first[:8], second[:8]] == [f"{int(world.now.timestamp()):08x}"] * 2
    assert first[8:18] == second[8:18]
    assert [first[18:], second[18:]] == ["000004", "000008"]
    assert len(first) == len(second) == 24


def test_the_number_goes_on_from_batch_to_batch(world: World) -> None:
    for number in range(3):
        world.edit(registrar.change_email(world.sis, STUDENTS[0], f"new{number}@small.example"))
        arrive(world)

    ends = [event.id[18:] for event in world.clever.otus.feed]
    assert ends == ["000004", "000008", "00000c", "000010", "000014", "000018"]


def test_two_districts_have_no_event_id_in_common(world: World) -> None:
    plan = DistrictPlan("Other", "America/Chicago", small_roster())
    theirs, ours = world.simulation.open_district(plan, State.NEVER_SYNCED), world.simulation.district("Small")
    for district in (theirs, ours):
        district.clever.share(Sharing(Reach.SECTIONS), world.now)

    their_ids, our_ids = ({event.id for event in one.clever.otus.feed} for one in (theirs, ours))
    assert len(their_ids) == len(our_ids) == 2 + 15 + 4
    assert their_ids.isdisjoint(our_ids)


def test_an_event_of_the_past_keeps_its_id_when_more_is_told(world: World) -> None:
    world.edit(registrar.change_email(world.sis, STUDENTS[0], "new@small.example"))
    before = [event.id for event in arrive(world)]

    world.clever.share(Sharing(Reach.SECTIONS), world.now)

    assert [event.id for event in world.clever.otus.feed[:2]] == before
