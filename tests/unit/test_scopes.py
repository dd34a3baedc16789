"""Which kinds of data the district shares with Otus, whatever else it shares (clever_api.md, sections 1.5, 5.5)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from simulator import registrar
from simulator.accounts import AccountId, ClassId, Place, Seat
from simulator.changes import SeatLost, SeatSkipped
from simulator.clever.records import Contact, Event, User
from simulator.clever.scopes import (
    USUAL,
    Scopes,
    Shareable,
    closed_roles,
    hidden_fields,
    opened,
    with_kind,
    without_kind,
)
from simulator.edits import PersonSet, SectionSet
from simulator.roster import Course, PersonId, Role, Term
from simulator.rulebook import Rule
from tests.properties.small_district import SECTIONS, STUDENTS, TEACHERS
from tests.properties.world import World, begin

STAFF = PersonId("staff:1")
LIMITED = frozenset({"read:students_limited", "read:teachers_basic", "read:sections_limited"})


@pytest.fixture
def world() -> World:
    """The small district, where teacher 3 is staff too, student 1 has a contact, and section 1 names a course."""
    world = begin()
    section = world.sis.roster.sections[SECTIONS[0]]
    facts = replace(section.facts, course=Course("Algebra 1", ""), term=Term("Fall", None, None))
    alex = (("contact_name", "Alex"), ("contact_phone", "1"))
    world.edit(registrar.change_email(world.sis, STAFF, "t3@small.example"))
    world.edit([PersonSet(replace(world.person(STUDENTS[0]), more=alex))])
    world.edit([SectionSet(section.id, facts, section.teachers)])
    world.wait(timedelta(days=1))
    return world


def close(world: World, *kinds: Shareable) -> list[Event]:
    """Close kinds of data, and answer with what the feed tells of it."""
    read = len(world.clever.otus.feed)
    for kind in kinds:
        world.clever.otus.close(kind, world.now)
    return world.clever.otus.feed[read:]


def reopen(world: World, kind: Shareable) -> list[Event]:
    read = len(world.clever.otus.feed)
    world.clever.otus.open(kind, world.now)
    return world.clever.otus.feed[read:]


def shown(world: World) -> dict[str, int]:
    """How many records of each kind Otus may read."""
    view = world.clever.otus
    users = list(view.users())
    return {
        **{role.value: sum(role in {one.role for one in user.people} for user in users) for role in Role},
        "contacts": len(list(view.contacts())),
        "terms": len(list(view.terms())),
        "courses": len(list(view.courses())),
        "sections": len(list(view.sections())),
        "schools": len(list(view.schools())),
    }


EVERYTHING = {
    "student": 8,
    "teacher": 5,
    "staff": 1,
    "district admin": 1,
    "contacts": 1,
    "terms": 1,
    "courses": 1,
    "sections": 4,
    "schools": 2,
}
HIDES = [
    (Shareable.STUDENTS, {"student": 0, "contacts": 0}),
    (Shareable.TEACHERS, {"teacher": 0}),
    (Shareable.STAFF, {"staff": 0}),
    (Shareable.DISTRICT_ADMINS, {"district admin": 0}),
    (Shareable.CONTACTS, {"contacts": 0}),
    (Shareable.SECTIONS, {"sections": 0, "terms": 0, "courses": 0}),
    (Shareable.ELL_STATUS, {}),
    (Shareable.IEP_STATUS, {}),
]


def test_otus_has_the_scopes_of_secure_sync_without_english_learner_status() -> None:
    assert sorted(USUAL) == [
        "read:district_admins",
        "read:iep_status",
        "read:school_admins",
        "read:sections",
        "read:sis",
        "read:student_contacts",
        "read:students",
        "read:teachers",
        "read:user_id",
    ]


@pytest.mark.parametrize(("kind", "hides"), HIDES, ids=[str(kind) for kind, _ in HIDES])
def test_a_kind_that_is_closed_is_not_shown_and_all_the_others_are(
    world: World, kind: Shareable, hides: dict[str, int]
) -> None:
    before = shown(world)
    close(world, kind)

    assert (before, shown(world)) == (EVERYTHING, EVERYTHING | hides)


@pytest.mark.parametrize("kind", Shareable)
def test_a_kind_that_is_opened_again_is_there_as_it_was(world: World, kind: Shareable) -> None:
    gone = close(world, kind)
    back = reopen(world, kind)

    assert shown(world) == EVERYTHING
    assert {(event.before, event.after) for event in back} == {(event.after, event.before) for event in gone}


def test_closing_a_role_deletes_its_users_in_the_feed_and_takes_the_role_from_who_has_another(world: World) -> None:
    told = close(world, Shareable.TEACHERS)

    deleted = {event.before.person.first for event in told if isinstance(event.before, User) and not event.after}
    updated = [event for event in told if event.before and event.after]
    assert deleted == {"Teacher1", "Teacher2", "Teacher4", "Teacher5"}
    assert len(updated) == 1
    before, after = updated[0].before, updated[0].after
    assert isinstance(before, User)
    assert isinstance(after, User)
    assert before.id == after.id == world.clever.fold.user_of[TEACHERS[2]]
    assert [one.role for one in before.people] == [Role.TEACHER, Role.STAFF]
    assert [one.role for one in after.people] == [Role.STAFF]


def test_a_role_that_is_closed_twice_is_told_once(world: World) -> None:
    first = close(world, Shareable.DISTRICT_ADMINS)

    assert (len(first), close(world, Shareable.DISTRICT_ADMINS)) == (1, [])


def test_what_happens_to_a_closed_role_is_not_told(world: World) -> None:
    close(world, Shareable.DISTRICT_ADMINS)
    read = len(world.clever.otus.feed)
    admin = world.of_role(Role.DISTRICT_ADMIN)[0]

    world.edit(registrar.change_email(world.sis, admin, "new@small.example"))
    world.wait(timedelta(minutes=15))

    assert [event.after for event in world.clever.otus.feed[read:]] == [world.clever.fold.roster.district]


def test_a_section_names_students_whose_role_is_closed(world: World) -> None:
    close(world, Shareable.STUDENTS)

    section = next(world.clever.otus.sections())
    assert len(section.students) == 3
    assert all(world.clever.otus.user(one) is None for one in section.students)


def test_a_field_that_is_closed_changes_no_record_and_tells_nothing(world: World) -> None:
    assert close(world, Shareable.IEP_STATUS, Shareable.ELL_STATUS) == []
    assert reopen(world, Shareable.ELL_STATUS) == []


def test_sharing_schools_and_closing_a_role_work_together(world: World) -> None:
    close(world, Shareable.STUDENTS)
    world.clever.otus.share(replace(world.clever.otus.sharing), world.now)

    assert not any(isinstance(record, Contact) for record in world.clever.otus.records())
    assert shown(world) == EVERYTHING | {"student": 0, "contacts": 0}


def test_a_copy_opens_and_closes_without_the_original(world: World) -> None:
    other = world.copy()

    close(other, Shareable.TEACHERS)

    assert shown(world) == EVERYTHING


@pytest.mark.parametrize("full", [with_kind(USUAL, Shareable.ELL_STATUS), frozenset({"read:students", *LIMITED})])
def test_the_full_scope_hides_only_what_has_a_scope_of_its_own(full: Scopes) -> None:
    own = {"ell_status", "iep_status"} if "read:ell_status" not in full else set()

    assert hidden_fields(full) == own


def test_usually_only_english_learner_status_is_hidden() -> None:
    assert hidden_fields(USUAL) == {"ell_status"}


@pytest.mark.parametrize("scope", ["read:students_basic", "read:students_limited"])
def test_a_basic_or_limited_scope_hides_what_is_told_of_students_beyond_their_names_and_schools(scope: str) -> None:
    assert hidden_fields(frozenset({scope, "read:iep_status"})) == {
        "dob",
        "gender",
        "race",
        "hispanic_ethnicity",
        "location",
        "frl_status",
        "ell_status",
        "home_language",
        "home_language_code",
        "section_504_status",
        "gifted_status",
        "disability",
    }


def test_basic_and_limited_scopes_open_their_kinds() -> None:
    assert opened(LIMITED) == {Shareable.STUDENTS, Shareable.TEACHERS, Shareable.SECTIONS}
    assert closed_roles(LIMITED) == {Role.STAFF, Role.DISTRICT_ADMIN}


def test_the_scope_of_contacts_does_not_open_students() -> None:
    assert opened(frozenset({"read:student_contacts"})) == {Shareable.CONTACTS}


@pytest.mark.parametrize("scope", ["read:sis", "read:sections"])
def test_either_of_two_scopes_opens_sections(scope: str) -> None:
    assert opened(frozenset({scope})) == {Shareable.SECTIONS}


@pytest.mark.parametrize("kind", Shareable)
def test_taking_a_kind_away_closes_that_kind_alone_and_giving_it_opens_it(kind: Shareable) -> None:
    everything = with_kind(USUAL, Shareable.ELL_STATUS)

    assert opened(without_kind(everything, kind)) == set(Shareable) - {kind}
    assert with_kind(without_kind(everything, kind), kind) == everything


def test_without_teachers_a_night_finds_no_teacher_even_in_who_is_shown_as_staff(world: World) -> None:
    teacher_3, section_2 = world.clever.fold.user_of[TEACHERS[2]], world.clever.fold.section_of[SECTIONS[1]]
    close(world, Shareable.TEACHERS)

    world.wait(timedelta(days=1))

    report, classes = world.district.reports[-1], world.otus.holdings.classes
    assert {(one.main_teacher, one.co_teachers) for one in classes.values()} == {(None, ())}
    assert SeatLost(Seat(ClassId(section_2), AccountId(teacher_3), Place.CO_TEACHER), Rule.O24) in report.changes
    assert SeatSkipped(ClassId(section_2), teacher_3, Rule.Q40) in report.skipped


def test_with_teachers_again_a_night_brings_them_back(world: World) -> None:
    def seats() -> list[object]:
        return [(one.main_teacher, one.co_teachers) for one in world.otus.holdings.classes.values()]

    before = seats()
    close(world, Shareable.TEACHERS)
    world.wait(timedelta(days=1))

    reopen(world, Shareable.TEACHERS)
    world.wait(timedelta(days=1))

    assert seats() == before
    assert world.district.reports[-1].skipped == ()
