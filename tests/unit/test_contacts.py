"""Students' contacts, which Clever makes of the rows of students (clever_api.md, section 2, merging rules)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from simulator import registrar
from simulator.clever.records import Contact, Relationship
from simulator.edits import PersonSet
from simulator.roster import CleverId, Facts
from tests.properties.small_district import SECTIONS, STUDENTS, TEACHERS
from tests.properties.world import World, begin

ALEX: Facts = (
    ("contact_name", "Alex Small"),
    ("contact_relationship", "Parent"),
    ("contact_type", "Parent/Guardian"),
    ("contact_phone", "555 0100"),
    ("contact_phone_type", "Cell"),
    ("contact_email", "alex@home.example"),
)
SAM: Facts = (("contact_2_name", "Sam Small"), ("contact_2_phone", "555 0101"))


@pytest.fixture
def world() -> World:
    return begin()


def set_row(world: World, number: int, facts: Facts) -> None:
    """Let the row of a student say something, and arrive in Clever."""
    person = world.person(STUDENTS[number - 1])
    world.edit([PersonSet(replace(person, more=(("gender", "F"), *facts)))])
    world.wait(timedelta(minutes=15))


def says(**columns: str) -> Facts:
    return tuple((f"contact_{column}", value) for column, value in columns.items())


def user(world: World, number: int) -> CleverId:
    return world.clever.fold.user_of[STUDENTS[number - 1]]


def contacts(world: World, number: int) -> list[Contact]:
    roster = world.clever.fold.roster
    return [roster.contacts[one] for one in roster.contacts_of.get(user(world, number), ())]


def students(contact: Contact) -> set[CleverId]:
    return {one.student for one in contact.relationships}


def told(world: World) -> list[str]:
    """What the feed says of contacts."""
    events = [event for event in world.clever.otus.feed if isinstance(event.after or event.before, Contact)]
    return ["created" if not one.before else "deleted" if not one.after else "updated" for one in events]


def test_a_row_makes_a_contact_of_what_it_says(world: World) -> None:
    set_row(world, 1, ALEX)

    (alex,) = contacts(world, 1)
    assert alex == Contact(
        id=alex.id,
        name="Alex Small",
        email="alex@home.example",
        phone="555 0100",
        phone_type="Cell",
        sis_id="",
        relationships=(Relationship(user(world, 1), "Parent", "Parent/Guardian"),),
    )
    assert (len(alex.id), int(alex.id[:8], 16), alex.modified) == (24, int(world.now.timestamp()), None)
    assert told(world) == ["created"]


def test_a_second_contact_stands_in_numbered_columns(world: World) -> None:
    set_row(world, 1, (*ALEX, *SAM))

    assert [(one.name, one.phone) for one in contacts(world, 1)] == [
        ("Alex Small", "555 0100"),
        ("Sam Small", "555 0101"),
    ]


def test_brothers_and_sisters_share_a_contact_who_is_something_to_each(world: World) -> None:
    set_row(world, 1, ALEX)
    set_row(world, 2, says(name="Alex Small", email="alex@home.example", relationship="Other", type="Emergency"))

    assert contacts(world, 1) == contacts(world, 2)
    (alex,) = contacts(world, 1)
    assert set(alex.relationships) == {
        Relationship(user(world, 1), "Parent", "Parent/Guardian"),
        Relationship(user(world, 2), "Other", "Emergency"),
    }
    assert told(world) == ["created", "updated"]
    assert alex.modified == world.now


SAME = [
    ("the SIS id", {"name": "Alex", "sis_id": "c1", "email": "a@b.example"}, {"name": "Alexander", "sis_id": "c1"}),
    ("name and email", {"name": "Alex", "email": "a@b.example"}, {"name": "Alex", "email": " A@B.example"}),
    (
        "name and email, whatever the phone",
        {"name": "Alex", "email": "a@b.example", "phone": "1"},
        {"name": "Alex", "email": "a@b.example", "phone": "2"},
    ),
    (
        "name and phone",
        {"name": "Alex", "phone": "1", "type": "Family"},
        {"name": "Alex", "phone": "1", "type": "Emergency"},
    ),
    (
        "name, type, relationship and kind of phone",
        {"name": "Alex", "type": "Family", "relationship": "Self", "phone_type": "Home"},
        {"name": "Alex", "type": "Family", "relationship": "Self", "phone_type": "Home"},
    ),
]


@pytest.mark.parametrize(("one", "other"), [row[1:] for row in SAME], ids=[row[0] for row in SAME])
def test_two_rows_name_one_contact_by(world: World, one: dict[str, str], other: dict[str, str]) -> None:
    set_row(world, 1, says(**one))
    set_row(world, 2, says(**other))

    assert contacts(world, 1) == contacts(world, 2) != []


OTHERS = [
    (
        "another SIS id",
        {"name": "Alex", "sis_id": "c1", "email": "a@b"},
        {"name": "Alex", "sis_id": "c2", "email": "a@b"},
    ),
    (
        "an SIS id where there was none",
        {"name": "Alex", "email": "a@b"},
        {"name": "Alex", "sis_id": "c1", "email": "a@b"},
    ),
    (
        "another email",
        {"name": "Alex", "email": "a@b", "phone": "1"},
        {"name": "Alex", "email": "c@d", "phone": "1"},
    ),
    ("another name", {"name": "Alex", "email": "a@b"}, {"name": "Sam", "email": "a@b"}),
    (
        "an email where there was none",
        {"name": "Alex", "phone": "1"},
        {"name": "Alex", "phone": "1", "email": "a@b"},
    ),
    ("another phone", {"name": "Alex", "phone": "1"}, {"name": "Alex", "phone": "2"}),
    ("another type", {"name": "Alex", "type": "Family"}, {"name": "Alex", "type": "Emergency"}),
    ("another relationship", {"name": "Alex", "relationship": "Self"}, {"name": "Alex", "relationship": "Sibling"}),
    ("another kind of phone", {"name": "Alex", "phone_type": "Home"}, {"name": "Alex", "phone_type": "Work"}),
]


@pytest.mark.parametrize(("one", "other"), [row[1:] for row in OTHERS], ids=[row[0] for row in OTHERS])
def test_two_rows_name_two_contacts_by(world: World, one: dict[str, str], other: dict[str, str]) -> None:
    set_row(world, 1, says(**one))
    set_row(world, 2, says(**other))

    assert {one.id for one in contacts(world, 1)}.isdisjoint(one.id for one in contacts(world, 2))
    assert len(world.clever.fold.roster.contacts) == 2


def test_a_contact_shows_what_a_row_said_last(world: World) -> None:
    set_row(world, 1, says(name="Alex", email="a@b.example", phone="1", phone_type="Home"))
    set_row(world, 2, says(name="Alex", email="a@b.example", phone="2", phone_type="Cell"))

    (alex,) = contacts(world, 1)
    assert (alex.phone, alex.phone_type) == ("2", "Cell")


def test_a_row_that_arrives_again_as_it_was_says_nothing_new_of_a_contact(world: World) -> None:
    set_row(world, 1, says(name="Alex", email="a@b.example", phone="1"))
    set_row(world, 2, says(name="Alex", email="a@b.example", phone="2"))

    world.edit(registrar.change_email(world.sis, STUDENTS[0], "new@small.example"))
    world.wait(timedelta(minutes=15))

    assert [one.phone for one in contacts(world, 1)] == ["2"]


def test_a_contact_named_twice_in_one_row_is_there_once_as_named_first(world: World) -> None:
    twice = says(
        **{"name": "Alex", "phone": "1", "type": "Family", "2_name": "Alex", "2_phone": "1", "2_type": "Other"}
    )
    set_row(world, 1, twice)

    (alex,) = contacts(world, 1)
    assert [one.type for one in alex.relationships] == ["Family"]


@pytest.mark.parametrize(
    "facts", [(), says(relationship="Parent", phone_type="Home"), says(name=" "), says(pet="Rex")]
)
def test_a_row_that_names_nobody_makes_no_contact(world: World, facts: Facts) -> None:
    set_row(world, 1, facts)

    assert world.clever.fold.roster.contacts == {}


def test_a_contact_leaves_one_student_and_stays_with_the_other(world: World) -> None:
    set_row(world, 1, ALEX)
    set_row(world, 2, ALEX)

    set_row(world, 1, ())

    assert contacts(world, 1) == []
    assert students(contacts(world, 2)[0]) == {user(world, 2)}


def test_a_contact_goes_with_the_last_student(world: World) -> None:
    world.edit(registrar.drop(world.sis, SECTIONS[0], STUDENTS[0]))
    set_row(world, 1, (*ALEX, *SAM))
    set_row(world, 2, ALEX)

    world.edit(registrar.remove_person(world.sis, STUDENTS[0]))
    world.wait(timedelta(minutes=15))
    names = [one.name for one in world.clever.fold.roster.contacts.values()]
    set_row(world, 2, ())

    assert names == ["Alex Small"]
    assert (world.clever.fold.roster.contacts, world.clever.fold.roster.contacts_of) == ({}, {})


@pytest.mark.parametrize(("absence", "is_the_same"), [(timedelta(days=299), True), (timedelta(days=300), False)])
def test_a_contact_who_comes_back_has_the_old_id_before_three_hundred_days(
    world: World, absence: timedelta, *, is_the_same: bool
) -> None:
    set_row(world, 1, ALEX)
    before = contacts(world, 1)[0].id
    set_row(world, 1, ())

    world.wait(absence - timedelta(minutes=15))
    set_row(world, 1, ALEX)

    (alex,) = contacts(world, 1)
    assert (alex.id == before) is is_the_same
    assert alex.modified == (world.now if is_the_same else None)


def test_a_corrected_sis_id_of_the_student_keeps_the_contact_under_the_new_id(world: World) -> None:
    set_row(world, 1, ALEX)
    before, alex = user(world, 1), contacts(world, 1)[0].id

    world.edit(registrar.correct_sis_id(world.sis, STUDENTS[0], "1001"))
    world.wait(timedelta(minutes=15))

    assert [one.id for one in contacts(world, 1)] == [alex]
    assert students(contacts(world, 1)[0]) == {user(world, 1)}
    assert before not in world.clever.fold.roster.contacts_of


def test_a_contact_never_joins_an_adult_of_the_same_email(world: World) -> None:
    set_row(world, 1, says(name="Teacher1 Small", email="t1@small.example"))

    teacher = world.clever.user(TEACHERS[0])
    assert teacher is not None
    assert len(teacher.people) == 1
    assert contacts(world, 1)[0].id != teacher.id


def test_a_copy_changes_its_contacts_without_the_original(world: World) -> None:
    set_row(world, 1, ALEX)
    other = world.copy()

    set_row(other, 1, SAM)

    assert [one.name for one in contacts(world, 1)] == ["Alex Small"]
    assert [one.name for one in contacts(other, 1)] == ["Sam Small"]
