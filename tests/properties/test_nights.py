"""What is true of every good night, whatever happened before it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from simulator.accounts import Class, Place, Seat
from simulator.otus.applying import apply
from simulator.otus.holdings import Holdings
from simulator.roster import CleverId
from simulator.rulebook import BECAUSE
from simulator.rules.agenda import Agenda, at_first
from simulator.rules.night import decide, decide_on
from simulator.rules.reading import Reading
from simulator.simulation.district import State
from tests.properties.histories import HISTORY, run
from tests.properties.oracle import follows_the_tables
from tests.properties.world import Deed, Night, begin

START = st.sampled_from(State)


@given(HISTORY, START)
def test_every_place_in_every_class_follows_the_outcome_tables(history: list[Deed], start: State) -> None:
    def check(night: Night) -> None:
        follows_the_tables(night)

    run(begin(check, state=start), history)


@given(HISTORY)
def test_a_night_that_looks_at_what_changed_ends_where_a_night_that_looks_at_everything_does(
    history: list[Deed],
) -> None:
    def check(night: Night) -> None:
        full = night.before.copy()
        apply(full, decide_on(everything(full, night.clever), full, night.clever))
        assert plain(night.after) == plain(full)

    run(begin(check), history)


@given(HISTORY)
def test_a_second_sync_with_nothing_changed_changes_nothing(history: list[Deed]) -> None:
    def check(night: Night) -> None:
        again = decide(night.after, night.clever, news=())
        assert again.changes == ()
        assert decide_on(everything(night.after, night.clever), night.after, night.clever).changes == ()
        assert sorted(map(repr, again.skipped)) == sorted(map(repr, night.report.skipped))

    run(begin(check), history)


@given(HISTORY)
def test_after_a_night_a_class_has_exactly_the_students_of_its_section_less_those_that_the_report_names(
    history: list[Deed],
) -> None:
    def check(night: Night) -> None:
        skipped = {(one.of, one.user) for one in night.report.skipped if hasattr(one, "of")}
        for section in night.clever.sections():
            rostered = {one for one in section.students if (section.id, one) not in skipped}
            assert students_in(night.after, section.id) == rostered

    run(begin(check), history)


@given(HISTORY)
def test_a_night_deletes_no_account_no_work_and_no_class_made_by_hand(history: list[Deed]) -> None:
    def check(night: Night) -> None:
        before, after = night.before, night.after
        assert before.accounts.keys() <= after.accounts.keys()
        assert before.work == after.work
        assert before.google_sign_ins == after.google_sign_ins
        assert by_hand(before) == by_hand(after)

    run(begin(check), history)


@given(HISTORY)
def test_every_change_and_every_skipped_record_names_a_rule_that_people_can_be_told(history: list[Deed]) -> None:
    def check(night: Night) -> None:
        rules = [one.rule for one in (*night.report.changes, *night.report.skipped)]
        assert all(BECAUSE[rule] for rule in rules)

    run(begin(check), history)


def everything(otus: Holdings, clever: Reading) -> Agenda:
    """Look at every record in Clever, and at everybody in every class that Otus has from it."""
    agenda = at_first(clever)
    for of in otus.classes.values():
        if of.section is not None:
            people = [
                account.id
                for place in (Place.CO_TEACHER, Place.STUDENT)
                for account, _ in otus.members(of.id, place)
            ]
            agenda.of(of.section).accounts.extend(people)
    return agenda


def plain(otus: Holdings) -> dict[str, object]:
    """Show everything that Otus holds, without the order in which it came there."""
    shown: dict[str, object] = dict(vars(otus))
    shown["_of_email"] = {email: sorted(ids) for email, ids in otus._of_email.items()}
    return shown


def students_in(otus: Holdings, section: CleverId) -> set[CleverId | None]:
    """Give the Clever ids of a class's students, however they came there."""
    of = next(one for one in otus.classes.values() if one.section == section)
    return {account.clever_id for account, _ in otus.members(of.id, Place.STUDENT)}


def by_hand(otus: Holdings) -> tuple[list[Class], list[Seat]]:
    """Show the classes made by hand with everyone in them."""
    classes = [one for one in otus.classes.values() if one.section is None]
    ids = {one.id for one in classes}
    seats = [seat for seat in otus.by_hand if seat.of in ids]
    return classes, seats
