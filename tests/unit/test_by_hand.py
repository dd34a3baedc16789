"""What people may do by hand in Otus, and what is refused, with nothing changed (S10, S12, S35, O16 to O42)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from simulator.accounts import Account, AccountId, Class, ClassId, Kind, Origin, Place, Seat, SignIn
from simulator.errors import Refused
from simulator.otus import by_hand
from simulator.otus.holdings import Holdings
from simulator.roster import CleverId

ALGEBRA, BIOLOGY, SANDBOX = ClassId("algebra"), ClassId("biology"), ClassId("sandbox")


def account(name: str, kind: Kind, clever_id: str | None = None) -> Account:
    return Account(
        AccountId(name.lower()),
        kind,
        name,
        f"{name.lower()}@small.example",
        Origin.CLEVER if clever_id else Origin.BY_HAND,
        CleverId(clever_id) if clever_id else None,
    )


ITO, CHEN, ROY = (account(name, Kind.TEACHER, f"t-{name}") for name in ("Ito", "Chen", "Roy"))
LEO, ANA = (account(name, Kind.STUDENT, f"s-{name}") for name in ("Leo", "Ana"))
PAT, HEAD = account("Pat", Kind.TEACHER), account("Head", Kind.ADMIN)


@pytest.fixture
def otus() -> Holdings:
    """Algebra from Clever with Ito, co-teacher Roy and Leo; Biology from Clever, gone; Sandbox made by Ito."""
    holdings = Holdings(manual_rostering=True)
    for one in (ITO, CHEN, ROY, LEO, ANA, PAT, HEAD):
        holdings.set_account(one)
    holdings.classes = {
        ALGEBRA: Class(ALGEBRA, "Algebra", CleverId("algebra"), ITO.id, (ROY.id,), (LEO.id,)),
        BIOLOGY: Class(BIOLOGY, "Biology", CleverId("biology"), active=False),
        SANDBOX: Class(SANDBOX, "Sandbox", None, ITO.id),
    }
    return holdings


def members(otus: Holdings, of: ClassId, place: Place) -> list[tuple[str, Origin]]:
    return [(one.name, origin) for one, origin in otus.members(of, place)]


def test_a_student_added_by_hand_is_there_at_once(otus: Holdings) -> None:
    by_hand.add_student(otus, ITO, ALGEBRA, ANA)

    assert members(otus, ALGEBRA, Place.STUDENT) == [("Leo", Origin.CLEVER), ("Ana", Origin.BY_HAND)]


def test_adding_a_student_who_is_there_already_changes_nothing(otus: Holdings) -> None:
    by_hand.add_student(otus, ITO, ALGEBRA, LEO)
    by_hand.add_student(otus, ITO, ALGEBRA, ANA)
    by_hand.add_student(otus, ITO, ALGEBRA, ANA)

    assert members(otus, ALGEBRA, Place.STUDENT) == [("Leo", Origin.CLEVER), ("Ana", Origin.BY_HAND)]


def test_a_student_whom_otus_does_not_know_gets_an_account_with_the_place(otus: Holdings) -> None:
    new = by_hand.new_account(otus, Kind.STUDENT, "Practice Student", " Practice@Small.example")
    unknown_before = otus.accounts_with("practice@small.example")

    by_hand.add_student(otus, ITO, ALGEBRA, new)

    assert unknown_before == ()
    assert otus.accounts_with("practice@small.example") == (new,)
    assert (new.origin, new.clever_id) == (Origin.BY_HAND, None)


def test_the_main_teacher_a_co_teacher_and_an_admin_may_add_students(otus: Holdings) -> None:
    for actor in (ITO, ROY, HEAD):
        by_hand.add_student(otus, actor, ALGEBRA, ANA)
        by_hand.remove_student(otus, ITO, ALGEBRA, ANA)

    with pytest.raises(Refused, match="Chen is not its main teacher"):
        by_hand.add_student(otus, CHEN, ALGEBRA, ANA)


def test_the_main_teacher_and_an_admin_may_take_students_out_and_a_co_teacher_may_not(otus: Holdings) -> None:
    with pytest.raises(Refused, match="Roy is not its main teacher"):
        by_hand.remove_student(otus, ROY, ALGEBRA, LEO)

    by_hand.remove_student(otus, HEAD, ALGEBRA, LEO)

    assert members(otus, ALGEBRA, Place.STUDENT) == []


def test_only_the_main_teacher_and_an_admin_change_the_co_teachers(otus: Holdings) -> None:
    with pytest.raises(Refused, match="Roy is not its main teacher"):
        by_hand.add_co_teacher(otus, ROY, ALGEBRA, PAT)
    with pytest.raises(Refused, match="Roy is not its main teacher"):
        by_hand.remove_co_teacher(otus, ROY, ALGEBRA, ROY)

    by_hand.add_co_teacher(otus, HEAD, ALGEBRA, PAT)
    by_hand.remove_co_teacher(otus, ITO, ALGEBRA, ROY)

    assert members(otus, ALGEBRA, Place.CO_TEACHER) == [("Pat", Origin.BY_HAND)]


def test_an_admin_may_be_co_teacher(otus: Holdings) -> None:
    by_hand.add_co_teacher(otus, ITO, ALGEBRA, HEAD)

    assert ("Head", Origin.BY_HAND) in members(otus, ALGEBRA, Place.CO_TEACHER)


@pytest.mark.parametrize(
    ("act", "why"),
    [
        (lambda otus: by_hand.add_student(otus, ITO, ALGEBRA, PAT), "Pat has a teacher account"),
        (lambda otus: by_hand.add_student(otus, ANA, ALGEBRA, LEO), "Ana is not its main teacher"),
        (lambda otus: by_hand.add_student(otus, ITO, BIOLOGY, ANA), "Otus does not show it"),
        (lambda otus: by_hand.add_student(otus, ITO, ClassId("none"), ANA), "Otus does not show it"),
        (lambda otus: by_hand.remove_student(otus, ITO, ALGEBRA, ANA), "they are not in it"),
        (lambda otus: by_hand.add_co_teacher(otus, ITO, ALGEBRA, ITO), "they are its main teacher"),
        (lambda otus: by_hand.add_co_teacher(otus, HEAD, ALGEBRA, LEO), "Leo has a student account"),
        (lambda otus: by_hand.remove_co_teacher(otus, ITO, ALGEBRA, PAT), "they are not in it"),
        (lambda otus: by_hand.make_class(otus, LEO, "Mine"), "students cannot make classes"),
        (lambda otus: by_hand.make_admin(otus, "Leo", LEO.email, LEO), "who has the student account"),
        (lambda otus: by_hand.make_admin(otus, "Head", HEAD.email, HEAD), "who has the admin account"),
        (lambda otus: by_hand.change_email(otus, ANA, " LEO@small.example"), "the account of Leo has it"),
        (lambda otus: by_hand.change_email(otus, ANA, ANA.email), "it is that already"),
        (lambda otus: by_hand.adjust_id(otus, ANA, CleverId("s-Ana")), "has the Clever id of the record already"),
        (lambda otus: by_hand.adjust_id(otus, ANA, CleverId("s-Leo")), "the account of Leo has that Clever id"),
        (lambda otus: by_hand.hand_in(otus, ALGEBRA, ANA, "essay"), "they are not in 'Algebra'"),
        (lambda otus: by_hand.sign_in(otus, None, "Max", SignIn.PASSWORD), "no account in Otus has that email"),
        (lambda otus: by_hand.new_account(otus, Kind.TEACHER, "Max", " "), "it needs an email"),
        (
            lambda otus: by_hand.new_account(otus, Kind.TEACHER, "Max", "LEO@small.example"),
            "student account of Leo",
        ),
    ],
)
def test_what_is_refused_says_why_and_changes_nothing(
    otus: Holdings, act: Callable[[Holdings], object], why: str
) -> None:
    before = repr(otus)

    with pytest.raises(Refused, match=why):
        act(otus)

    assert repr(otus) == before


def test_without_the_feature_no_class_and_no_student_of_one_is_made_by_hand(otus: Holdings) -> None:
    otus.manual_rostering = False

    with pytest.raises(Refused, match="manual rostering is off"):
        by_hand.make_class(otus, ITO, "Practice")
    with pytest.raises(Refused, match="manual rostering is off"):
        by_hand.add_student(otus, ITO, SANDBOX, LEO)

    assert list(otus.classes) == [ALGEBRA, BIOLOGY, SANDBOX]
    assert members(otus, SANDBOX, Place.STUDENT) == []


def test_without_the_feature_a_student_may_still_be_added_to_a_class_from_clever(otus: Holdings) -> None:
    otus.manual_rostering = False

    by_hand.add_student(otus, ITO, ALGEBRA, ANA)

    assert ("Ana", Origin.BY_HAND) in members(otus, ALGEBRA, Place.STUDENT)


def test_a_class_made_by_hand_has_its_maker_as_main_teacher(otus: Holdings) -> None:
    made = by_hand.make_class(otus, CHEN, "Practice")

    assert otus.classes[made] == Class(made, "Practice", None, main_teacher=CHEN.id)


def test_two_classes_made_by_hand_may_have_one_name(otus: Holdings) -> None:
    first, second = (by_hand.make_class(otus, CHEN, "Practice") for _ in range(2))

    assert first != second


def test_a_teacher_becomes_an_admin_with_the_same_account(otus: Holdings) -> None:
    by_hand.make_admin(otus, "Chen", CHEN.email, CHEN)

    assert otus.accounts[CHEN.id].kind is Kind.ADMIN
    assert otus.accounts[CHEN.id].clever_id == "t-Chen"


def test_an_admin_account_is_made_for_an_email_that_otus_does_not_know(otus: Holdings) -> None:
    by_hand.make_admin(otus, "Vera Principal", "vera@small.example", None)

    [made] = otus.accounts_with("vera@small.example")
    assert (made.name, made.kind, made.origin) == ("Vera Principal", Kind.ADMIN, Origin.BY_HAND)


def test_an_email_changed_in_otus_counts_at_once_and_the_old_one_no_more(otus: Holdings) -> None:
    by_hand.change_email(otus, LEO, "new@small.example")

    assert otus.accounts_with("leo@small.example") == ()
    assert [one.id for one in otus.accounts_with(" NEW@small.example")] == [LEO.id]


def test_an_account_without_an_email_cannot_sign_in(otus: Holdings) -> None:
    by_hand.change_email(otus, LEO, " ")

    with pytest.raises(Refused, match="the account has no email"):
        by_hand.sign_in(otus, otus.accounts[LEO.id], "Leo", SignIn.PASSWORD)


def test_support_ties_an_account_to_another_clever_id(otus: Holdings) -> None:
    by_hand.adjust_id(otus, LEO, CleverId("s-Leo-2"))

    assert otus.accounts[LEO.id].clever_id == "s-Leo-2"
    assert otus.account_of(CleverId("s-Leo-2")) == otus.accounts[LEO.id]
    assert otus.account_of(CleverId("s-Leo")) is None


def test_work_is_hidden_while_the_student_is_out_and_there_again_after(otus: Holdings) -> None:
    by_hand.hand_in(otus, ALGEBRA, LEO, "essay")
    by_hand.remove_student(otus, ITO, ALGEBRA, LEO)
    hidden = by_hand.work_shown(otus, ALGEBRA, LEO)

    by_hand.add_student(otus, ITO, ALGEBRA, LEO)

    assert (hidden, by_hand.work_shown(otus, ALGEBRA, LEO)) == ((), ("essay",))


@pytest.mark.parametrize("way", [SignIn.PASSWORD, SignIn.CLEVER])
def test_only_a_google_login_of_the_main_teacher_turns_the_google_features_on(otus: Holdings, way: SignIn) -> None:
    by_hand.sign_in(otus, ITO, "Ito", way)
    by_hand.sign_in(otus, ROY, "Roy", SignIn.GOOGLE)
    before = by_hand.has_google_features(otus, ALGEBRA, ROY)

    by_hand.sign_in(otus, ITO, "Ito", SignIn.GOOGLE)

    assert (before, by_hand.has_google_features(otus, ALGEBRA, ROY)) == (False, True)


def test_a_new_main_teacher_who_never_used_google_turns_the_google_features_off(otus: Holdings) -> None:
    by_hand.sign_in(otus, ITO, "Ito", SignIn.GOOGLE)

    otus.classes[ALGEBRA] = Class(ALGEBRA, "Algebra", CleverId("algebra"), CHEN.id, (ROY.id,), ())

    assert not by_hand.has_google_features(otus, ALGEBRA, ROY)


def test_who_is_not_in_the_class_has_no_google_features_there(otus: Holdings) -> None:
    by_hand.sign_in(otus, ITO, "Ito", SignIn.GOOGLE)

    assert not by_hand.has_google_features(otus, ALGEBRA, PAT)


def test_only_a_place_from_clever_that_was_emptied_is_remembered_for_the_night(otus: Holdings) -> None:
    by_hand.add_student(otus, ITO, ALGEBRA, ANA)

    by_hand.remove_student(otus, ITO, ALGEBRA, ANA)
    by_hand.remove_student(otus, ITO, ALGEBRA, LEO)

    assert list(otus.taken_out) == [Seat(ALGEBRA, LEO.id, Place.STUDENT)]
