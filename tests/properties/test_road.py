"""What is true of the road from the SIS over Clever to Otus, whatever happens on it."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given

from simulator.clever.clever import Clever
from simulator.clever.records import Record, Source
from simulator.clever.sharing import SharedView
from simulator.clock import local
from simulator.errors import Refused
from simulator.roster import CleverId, Person, Role
from tests.properties.deeds import AT_OTUS
from tests.properties.histories import HISTORY, ROAD, run
from tests.properties.world import Deed, World, begin

LONGER_THAN_ANY_LAG = timedelta(hours=80)
ROLES_IN_ORDER = (Role.TEACHER, Role.STAFF, Role.DISTRICT_ADMIN, Role.STUDENT)
"""A user has the id of the first of their roles (C41)."""


@given(HISTORY)
def test_the_clock_never_goes_back(history: list[Deed]) -> None:
    world = begin()
    shown = [world.now]

    run(world, history, lambda *_: shown.append(world.now))

    assert shown == sorted(shown)


@given(HISTORY)
def test_every_calendar_day_has_one_sync_at_its_time(history: list[Deed]) -> None:
    world = begin()
    start = world.now

    run(world, history)

    nights = [local(report.at, world.district.zone) for report in world.district.reports[1:]]
    assert {(night.hour, night.minute, night.second) for night in nights} <= {(4, 0, 0)}
    days = [night.date() for night in nights]
    assert days == [local(start, world.district.zone).date() + timedelta(days=1 + one) for one in range(len(days))]


@given(ROAD)
def test_once_everything_has_arrived_clever_has_what_the_sis_has(history: list[Deed]) -> None:
    world = begin()
    run(world, history)

    world.clever.release(world.now)
    world.wait(LONGER_THAN_ANY_LAG)

    assert people_from_sis(world.clever) == set(world.sis.roster.people.values())
    assert students_from_sis(world.clever) == students_in_sis(world)
    assert_teachers_are_those_of_the_sis(world)


@given(HISTORY)
def test_one_long_wait_is_as_good_as_many_short_ones(history: list[Deed]) -> None:
    long, short = begin(steps=1), begin(steps=7)

    run(long, history)
    run(short, history)

    assert everything(long) == everything(short)


@given(HISTORY, HISTORY)
def test_what_happens_to_a_copy_leaves_the_original_as_it_was(before: list[Deed], after: list[Deed]) -> None:
    world = begin()
    run(world, before)
    as_it_was = everything(world)

    run(world.copy(), after)

    assert everything(world) == as_it_was


@given(HISTORY, HISTORY)
def test_a_copy_goes_the_way_that_the_original_goes(before: list[Deed], after: list[Deed]) -> None:
    world = begin()
    run(world, before)
    copied = world.copy()

    run(world, after)
    run(copied, after)

    assert everything(copied) == everything(world)


@given(HISTORY)
def test_an_act_that_is_refused_leaves_everything_as_it_was(history: list[Deed]) -> None:
    world = begin()
    before = [world.simulation.copy()]

    def check(deed: Deed, refused: Refused | None) -> None:
        if refused:
            assert world.simulation == before[0]
        before[0] = world.simulation.copy()

    run(world, history, check)


@given(HISTORY)
def test_nothing_that_happens_at_otus_changes_clever_or_the_sis(history: list[Deed]) -> None:
    world = begin()
    before = [repr((world.sis, world.clever))]

    def check(deed: Deed, refused: Refused | None) -> None:
        now = repr((world.sis, world.clever))
        world.otus.copy().sync(world.now, world.clever.otus)
        assert repr((world.sis, world.clever)) == now
        if deed.verb in AT_OTUS:
            assert now == before[0]
        before[0] = now

    run(world, history, check)


@given(ROAD)
def test_adults_of_one_email_are_one_user_with_each_role_once_and_nobody_else_is(history: list[Deed]) -> None:
    world = begin()

    def check(*_: object) -> None:
        users = world.clever.fold.roster.users.values()
        people = [person for user in users for person in user.people]
        assert len({person.id for person in people}) == len(people), "nobody is two users"
        for user in users:
            roles = [person.role for person in user.people]
            assert roles == sorted(set(roles), key=ROLES_IN_ORDER.index)
            assert len({plain_email(person) for person in user.people}) == 1
            assert len(roles) == 1 or (plain_email(user.person) and Role.STUDENT not in roles)
        for email in {plain_email(one) for one in people if one.role is not Role.STUDENT} - {""}:
            adults = [one for one in people if one.role is not Role.STUDENT and plain_email(one) == email]
            most = max(len(user.people) for user in users if plain_email(user.person) == email)
            assert most == len({one.role for one in adults}), "one of the users has every role there is"

    run(world, history, check)


@given(HISTORY)
def test_the_look_ups_of_clever_and_otus_agree_with_their_records(history: list[Deed]) -> None:
    world = begin()

    def check(*_: object) -> None:
        roster, otus = world.clever.fold.roster, world.otus.holdings
        assert {one: set(of) for one, of in roster.sections_of.items()} == sections_of(world.clever)
        assert {one: set(ids) for one, ids in roster.teachers_by_email.items()} == teachers_by_email(world.clever)
        for account in otus.accounts.values():
            assert account.clever_id is None or otus.account_of(account.clever_id) == account
            assert not account.email.strip() or account in otus.accounts_with(account.email)
        assert sum(len(ids) for ids in otus._of_email.values()) == sum(
            1 for account in otus.accounts.values() if account.email.strip()
        )

    run(world, history, check)


@given(ROAD)
def test_who_follows_the_feed_holds_exactly_what_the_view_shows(history: list[Deed]) -> None:
    world = begin()
    view = world.clever.otus
    follower, read = shown(view), 0

    def check(*_: object) -> None:
        nonlocal read
        for event in view.feed[read:]:
            record = event.after or event.before
            assert record is not None
            assert follower.pop(record.id, None) == event.before
            if event.after:
                follower[record.id] = event.after
        read = len(view.feed)
        assert follower == shown(view)

    run(world, history, check)


@given(ROAD)
def test_the_feed_is_in_order_of_time(history: list[Deed]) -> None:
    world = begin()

    run(world, history)

    times = [event.at for event in world.clever.otus.feed]
    assert times == sorted(times)
    assert all(event.before != event.after for event in world.clever.otus.feed)


def everything(world: World) -> str:
    """Write out all that there is, record by record."""
    simulation = world.simulation
    watchers, world.otus.watchers = world.otus.watchers, ()
    written = repr(simulation)
    world.otus.watchers = watchers
    return written


def people_from_sis(clever: Clever) -> set[object]:
    """Show the records of people that Clever has from the SIS, whatever user they are part of."""
    people = {person for user in clever.fold.roster.users.values() for person in user.people}
    return {person for person in people if person.id not in clever.custom_people}


def plain_email(person: Person) -> str:
    """Reduce an email to what it is compared by."""
    return person.email.strip().lower()


def students_from_sis(clever: Clever) -> dict[object, set[object]]:
    """Show the students of every section that Clever has from the SIS, by the facts of the section."""
    users = clever.fold.roster.users
    return {
        section.facts: {users[one].person for one in section.students}
        for section in clever.fold.roster.sections.values()
        if section.source is Source.SIS
    }


def students_in_sis(world: World) -> dict[object, set[object]]:
    """Show the students of every section in the SIS, by the facts of the section."""
    people = world.sis.roster.people
    return {
        section.facts: {people[one] for one in section.students} for section in world.sis.roster.sections.values()
    }


def assert_teachers_are_those_of_the_sis(world: World) -> None:
    """The SIS's teachers come first and in its order; only those added on the page in Clever come after them."""
    users, people = world.clever.fold.roster.users, world.sis.roster.people
    in_sis = {section.facts: section.teachers for section in world.sis.roster.sections.values()}
    for section in world.clever.fold.roster.sections.values():
        if section.source is Source.SIS:
            sent = [people[one] for one in in_sis[section.facts]]
            assert [users[one].person for one in section.teachers][: len(sent)] == sent
            page = world.clever.fold.page_of(section)
            assert set(section.teachers[len(sent) :]) <= set(page.added) <= set(section.teachers)


def sections_of(clever: Clever) -> dict[CleverId, set[CleverId]]:
    """Work out who is in which sections, record by record."""
    found: dict[CleverId, set[CleverId]] = {}
    for section in clever.fold.roster.sections.values():
        for member in (*section.teachers, *section.students):
            found.setdefault(member, set()).add(section.id)
    return found


def teachers_by_email(clever: Clever) -> dict[str, set[CleverId]]:
    """Work out which teacher records have which email, record by record."""
    found: dict[str, set[CleverId]] = {}
    for user in clever.fold.roster.users.values():
        if user.person.role is Role.TEACHER and user.person.email.strip():
            found.setdefault(user.person.email.strip().lower(), set()).add(user.id)
    return found


def shown(view: SharedView) -> dict[CleverId, Record]:
    """Show what an application may read now."""
    records: list[Record] = [view.roster.district, *view.schools(), *view.users(), *view.sections()]
    return {record.id: record for record in records}
