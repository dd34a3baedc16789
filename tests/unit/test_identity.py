"""Whose account a record in Clever is (Q38): the rule as a table, and what becomes of it over some nights."""

from __future__ import annotations

import pytest

from simulator import registrar
from simulator.accounts import Account, AccountId, ClassId, Kind, Origin, Place, Seat
from simulator.changes import SeatSkipped, UserSkipped
from simulator.roster import CleverId, PersonId, Role
from simulator.rulebook import Rule
from simulator.rules.identity import Adopt, Make, Skip, account_after_sync
from simulator.simulation.driver import Someone
from tests.properties.small_district import NORTH, SECTIONS, STUDENTS
from tests.properties.world import AIDES, World, begin


def account(kind: Kind, clever_id: str | None = None) -> Account:
    return Account(
        AccountId(f"{kind}:{clever_id}"),
        kind,
        "A B",
        "a@b",
        Origin.BY_HAND,
        CleverId(clever_id) if clever_id else None,
    )


STUDENT, TEACHER, ADMIN = account(Kind.STUDENT), account(Kind.TEACHER), account(Kind.ADMIN)
TIED_STUDENT, TIED_TEACHER = account(Kind.STUDENT, "x"), account(Kind.TEACHER, "x")


@pytest.mark.parametrize(
    ("role", "with_the_email", "outcome"),
    [
        (Role.STUDENT, (), Make(Rule.S04)),
        (Role.TEACHER, (), Make(Rule.S04)),
        (Role.STUDENT, (STUDENT,), Adopt(STUDENT, Rule.Q38)),
        (Role.TEACHER, (TEACHER,), Adopt(TEACHER, Rule.Q38)),
        (Role.TEACHER, (ADMIN,), Adopt(ADMIN, Rule.Q38)),
        (Role.STUDENT, (TIED_STUDENT,), Skip(Rule.S27)),
        (Role.TEACHER, (TIED_TEACHER,), Skip(Rule.S27)),
        (Role.STUDENT, (TEACHER,), Skip(Rule.S27)),
        (Role.STUDENT, (ADMIN,), Skip(Rule.S27)),
        (Role.TEACHER, (STUDENT,), Skip(Rule.S27)),
        (Role.STUDENT, (STUDENT, TIED_STUDENT), Skip(Rule.S27)),
    ],
)
def test_a_record_without_an_account_adopts_one_gets_one_or_is_skipped(
    role: Role, with_the_email: tuple[Account, ...], outcome: Adopt | Make | Skip
) -> None:
    assert account_after_sync(role, with_the_email) == outcome


@pytest.fixture
def world() -> World:
    return begin()


def night(world: World) -> None:
    world.simulation.advance(world.simulation.next_night(world.district))
    world.simulation.advance(world.now.replace(hour=14))


def id_of(world: World, person: PersonId) -> CleverId:
    return world.clever.fold.user_of[person]


def seat(world: World, number: int, account: str, place: Place = Place.STUDENT) -> Seat:
    return Seat(ClassId(world.clever.fold.section_of[SECTIONS[number - 1]]), AccountId(account), place)


def test_a_corrected_sis_id_takes_the_student_out_until_support_adjusts_the_id(world: World) -> None:
    account = id_of(world, STUDENTS[0])
    world.edit(registrar.correct_sis_id(world.sis, STUDENTS[0], "1001"))

    night(world)

    new_id, of = id_of(world, STUDENTS[0]), seat(world, 1, account).of
    assert world.otus.holdings.origin_of(seat(world, 1, account)) is None
    assert UserSkipped(new_id, Rule.S27) in world.district.reports[-1].skipped
    assert SeatSkipped(of, new_id, Rule.S27) in world.district.reports[-1].skipped

    world.otus.adjust_id(world.someone(STUDENTS[0]))
    night(world)

    assert world.otus.holdings.origin_of(seat(world, 1, account)) is Origin.CLEVER
    assert world.district.reports[-1].skipped == ()


def test_work_is_there_again_once_support_has_adjusted_the_id(world: World) -> None:
    student = world.someone(STUDENTS[0])
    world.otus.hand_in(student, world.some_class(4), "essay")
    world.edit(registrar.correct_sis_id(world.sis, STUDENTS[0], "1001"))
    night(world)

    world.otus.adjust_id(world.someone(STUDENTS[0]))
    night(world)

    assert world.otus.work_shown(world.someone(STUDENTS[0]), world.some_class(4)) == ("essay",)


def given_away(world: World) -> tuple[CleverId, CleverId]:
    """Let support tie the account of student 1 to a newcomer with the same email, whose own email is put right."""
    world.edit(registrar.add_person(world.sis, Role.STUDENT, "New Comer", "s1@small.example", NORTH))
    night(world)
    newcomer = PersonId("student:new-student-1")
    world.edit(registrar.change_email(world.sis, STUDENTS[0], "one@small.example"))
    world.otus.adjust_id(world.someone(newcomer))
    night(world)
    return id_of(world, STUDENTS[0]), id_of(world, newcomer)


def test_a_record_whose_account_support_tied_to_another_gets_an_account_beside_it(world: World) -> None:
    first, newcomer = given_away(world)

    accounts = world.otus.holdings.accounts
    assert accounts[AccountId(first)].clever_id == newcomer
    assert accounts[AccountId(first)].name == "New Comer"
    assert accounts[AccountId(f"{first}~")].clever_id == first
    assert accounts[AccountId(f"{first}~")].name == "Student1 Small"


def test_an_account_that_support_tied_to_another_record_leaves_the_classes_of_the_former_one(world: World) -> None:
    first, _ = given_away(world)

    assert world.otus.holdings.origin_of(seat(world, 1, first)) is None
    assert world.otus.holdings.origin_of(seat(world, 1, f"{first}~")) is Origin.CLEVER


def test_an_email_that_is_given_up_in_the_same_night_is_free_for_somebody_new(world: World) -> None:
    world.edit(registrar.change_email(world.sis, STUDENTS[0], "one@small.example"))
    world.edit(registrar.add_person(world.sis, Role.STUDENT, "New Comer", "s1@small.example", NORTH))

    night(world)

    newcomer = world.otus.holdings.account_of(id_of(world, PersonId("student:new-student-1")))
    assert newcomer is not None
    assert (newcomer.name, newcomer.email) == ("New Comer", "s1@small.example")


def test_of_two_new_records_with_one_email_one_gets_an_account_and_the_other_is_named(world: World) -> None:
    for _ in range(2):
        world.edit(registrar.add_person(world.sis, Role.STUDENT, "New Comer", "new@small.example", NORTH))

    night(world)

    report = world.district.reports[-1]
    assert len(world.otus.holdings.accounts_with("new@small.example")) == 1
    assert [one.rule for one in report.skipped] == [Rule.S27]


@pytest.mark.parametrize("no_email", ["", " "])
def test_students_without_an_email_each_get_an_account(world: World, no_email: str) -> None:
    for _ in range(2):
        world.edit(registrar.add_person(world.sis, Role.STUDENT, "New Comer", no_email, NORTH))

    night(world)

    names = [one.name for one in world.otus.holdings.accounts.values()]
    assert names.count("New Comer") == 2
    assert world.district.reports[-1].skipped == ()


def test_tied_people_who_swap_emails_keep_their_accounts(world: World) -> None:
    first, second = id_of(world, STUDENTS[0]), id_of(world, STUDENTS[1])
    world.edit(registrar.change_email(world.sis, STUDENTS[0], "s2@small.example"))
    world.edit(registrar.change_email(world.sis, STUDENTS[1], "s1@small.example"))

    night(world)

    accounts = world.otus.holdings.accounts
    assert accounts[AccountId(first)].email == "s2@small.example"
    assert accounts[AccountId(second)].email == "s1@small.example"


def test_an_administrator_in_clever_never_gets_an_account(world: World) -> None:
    world.edit(registrar.add_person(world.sis, Role.STAFF, "Vice Principal", "vice@small.example", NORTH))

    night(world)

    assert world.otus.holdings.accounts_with("vice@small.example") == ()
    assert {one.kind for one in world.otus.holdings.accounts.values()} == {Kind.STUDENT, Kind.TEACHER}


def test_an_admin_account_made_by_hand_becomes_that_of_the_teacher_with_its_email_and_stays_an_admin_s(
    world: World,
) -> None:
    world.otus.make_admin(Someone(PersonId("outsider:x"), "Head Teacher", "head@small.example"))
    world.edit(registrar.add_person(world.sis, Role.TEACHER, "Head Teacher", "Head@Small.example ", NORTH))

    night(world)

    [head] = world.otus.holdings.accounts_with("head@small.example")
    assert (head.kind, head.origin) == (Kind.ADMIN, Origin.BY_HAND)
    assert head.clever_id == id_of(world, PersonId("teacher:new-teacher-1"))


def test_a_co_teacher_whom_otus_has_to_skip_does_not_send_the_aide_away(world: World) -> None:
    of = world.some_class(0)
    world.otus.add_co_teacher(world.leader(of), of, AIDES[0])
    world.edit(registrar.add_person(world.sis, Role.TEACHER, "New Teacher", "t1@small.example", NORTH))
    world.edit(registrar.add_co_teacher(world.sis, SECTIONS[0], PersonId("teacher:new-teacher-1")))

    night(world)

    aide = seat(world, 1, "by-hand:pat@home.example", Place.CO_TEACHER)
    assert world.otus.holdings.origin_of(aide) is Origin.BY_HAND
    assert {one.rule for one in world.district.reports[-1].skipped} == {Rule.S27}
