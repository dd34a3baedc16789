"""What is true of the road from the SIS over Clever to Otus, whatever happens on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given

from simulator.clever.clever import Clever
from simulator.clever.records import CleverSection, Contact, Record, Source, User
from simulator.clever.sharing import Reach, SharedView, Sharing
from simulator.clock import local
from simulator.errors import Refused
from simulator.roster import CleverId, Person, Role
from tests.properties.deeds import AT_OTUS
from tests.properties.histories import HISTORY, RECORDS, ROAD, run
from tests.properties.world import Deed, World, begin

OPENED_BY = {
    Role.STUDENT: "read:students",
    Role.TEACHER: "read:teachers",
    Role.STAFF: "read:school_admins",
    Role.DISTRICT_ADMIN: "read:district_admins",
    "contacts": "read:student_contacts",
    "sections": "read:sections",
}
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


@given(RECORDS)
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


@given(RECORDS)
def test_who_follows_the_feed_holds_exactly_what_the_view_shows(history: list[Deed]) -> None:
    """A client reads everything once, and from then on only the feed: by id, and some of it twice."""
    world = begin()
    view = world.clever.otus
    follower, read = shown(view), 0

    def check(*_: object) -> None:
        nonlocal read
        for event in (*view.feed[read:], *view.feed[read:]):
            record = event.after or event.before
            assert record is not None
            follower.pop(record.id, None)
            if event.after:
                follower[record.id] = as_read(event.after)
        read = len(view.feed)
        assert follower == shown(view)
        now = shown(view)
        whole = [one for one in now if roles_of(now[one]) == roles_of(view.roster.record(one))]
        assert [_modified(follower[one]) for one in whole] == [_modified(now[one]) for one in whole]

    run(world, history, check)


def _modified(record: Record) -> object:
    """Say when a record was last modified; of somebody with a role that is not shared it may tell of that role."""
    return getattr(record, "modified", None)


@given(RECORDS)
def test_each_event_begins_with_what_the_client_holds(history: list[Deed]) -> None:
    world = begin()
    follower = shown(world.clever.otus)

    run(world, history)

    for event in world.clever.otus.feed:
        assert event.before != event.after
        for record in (event.before, event.after):
            if record:
                assert follower.get(record.id) == (event.before and as_read(event.before))
        if event.after:
            follower[event.after.id] = as_read(event.after)
        elif event.before:
            del follower[event.before.id]


@given(RECORDS)
def test_at_no_event_does_a_record_name_one_of_another_kind_that_the_client_lacks(history: list[Deed]) -> None:
    """While the whole district is shared; otherwise sections and contacts may name who is out of sight (Q40)."""
    world = begin()
    view = world.clever.otus
    follower, read = shown(view), 0
    unshared = ("share", "close_kind")

    def check(*_: object) -> None:
        nonlocal read
        for event in view.feed[read:]:
            record = event.after or event.before
            assert record is not None
            follower.pop(record.id, None)
            if event.after:
                follower[record.id] = as_read(event.after)
                assert set(named_by(event.after)) <= follower.keys()
            else:
                assert record.id not in {one for other in follower.values() for one in named_by(other)}
        read = len(view.feed)

    run(world, [deed for deed in history if deed.verb not in unshared], check)


def named_by(record: Record) -> tuple[CleverId, ...]:
    """List the records that a record names."""
    match record:
        case CleverSection():
            named = (record.course, record.term, *record.members)
            return tuple(one for one in named if one is not None)
        case Contact(relationships=relationships):
            return tuple(one.student for one in relationships)
        case _:
            return ()


@given(RECORDS)
def test_the_feed_is_in_order_of_time_and_so_are_its_ids(history: list[Deed]) -> None:
    world = begin()

    run(world, history)

    feed = world.clever.otus.feed
    assert [event.at for event in feed] == sorted(event.at for event in feed)
    ids = [event.id for event in feed]
    assert ids == sorted(set(ids))
    assert all(len(one) == 24 and one == f"{int(one, 16):024x}" for one in ids)
    assert [int(event.id[:8], 16) for event in feed] == [int(event.at.timestamp()) for event in feed]


@given(RECORDS)
def test_a_view_shows_what_is_shared_and_nothing_else(history: list[Deed]) -> None:
    world = begin()

    def check(*_: object) -> None:
        view = world.clever.otus
        assert {one: roles_of(record) for one, record in shown(view).items()} == to_be_shown(view)
        for one, record in shown(view).items():
            assert (found := view.record(one)) is not None
            assert as_read(found) == record
        assert all(view.record(one) is None for one in view.roster.ids() if one not in shown(view))

    run(world, history, check)


@given(RECORDS)
def test_what_is_derived_is_what_the_rows_say(history: list[Deed]) -> None:
    world = begin()

    def check(*_: object) -> None:
        roster = world.clever.fold.roster
        assert roster.courses.keys() == {one.course for one in roster.sections.values()} - {None}
        assert roster.terms.keys() == {one.term for one in roster.sections.values()} - {None}
        for section in roster.sections.values():
            assert (section.course is None) == (section.facts.course is None)
            assert section.term is None or roster.terms[section.term].term == section.facts.term
        named = {(user.id, name) for user in roster.users.values() for name in contact_names(user.person)}
        pairs = {
            (one.student, contact.name) for contact in roster.contacts.values() for one in contact.relationships
        }
        assert pairs == named
        assert {
            (student, roster.contacts[one].name) for student, ids in roster.contacts_of.items() for one in ids
        } == named

    run(world, history, check)


def contact_names(person: Person) -> list[str]:
    """List the names of the contacts that a student's row says."""
    return [value for column, value in person.more if column in ("contact_name", "contact_2_name")]


def roles_of(record: Record | None) -> frozenset[Role]:
    """List the roles in which a user is shown; none for other records."""
    return frozenset(one.role for one in record.people) if isinstance(record, User) else frozenset()


def to_be_shown(view: SharedView) -> dict[CleverId, frozenset[Role]]:
    """Work out slowly, from all records, what is to be shown; users with the roles in which they are."""
    roster, sharing = view.roster, view.sharing
    has = {kind: any(scope.startswith(named) for scope in view.scopes) for kind, named in OPENED_BY.items()}
    sections = [one for one in roster.sections.values() if is_shared(one, sharing)]
    found: dict[CleverId, frozenset[Role]] = {roster.district.id: frozenset()}
    for school in roster.schools.values():
        in_sections = {one.facts.school for one in sections}
        wanted = in_sections if sharing.reach is Reach.SECTIONS else sharing.schools
        if sharing.reach is Reach.DISTRICT or school.school.id in wanted:
            found[school.id] = frozenset()
    for user in roster.users.values():
        roles = frozenset(one.role for one in user.people if has[one.role])
        at_school = any(not sharing.schools.isdisjoint(one.schools) for one in user.people)
        in_section = any(user.id in section.members for section in sections)
        by_reach = {Reach.DISTRICT: True, Reach.SCHOOLS: at_school, Reach.SECTIONS: in_section}
        if roles and by_reach[sharing.reach]:
            found[user.id] = roles
    for contact in roster.contacts.values():
        if has["contacts"] and any(one.student in found for one in contact.relationships):
            found[contact.id] = frozenset()
    for section in sections if has["sections"] else ():
        ids = (section.id, section.course, section.term)
        found |= {one: frozenset() for one in ids if one is not None}
    return found


def is_shared(section: CleverSection, sharing: Sharing) -> bool:
    """Tell whether a section is shared, whatever the scopes."""
    by_school, by_id = section.facts.school in sharing.schools, section.id in sharing.sections
    return {Reach.DISTRICT: True, Reach.SCHOOLS: by_school, Reach.SECTIONS: by_id}[sharing.reach]


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
    return {record.id: as_read(record) for record in view.records()}


def as_read(record: Record) -> Record:
    """Leave out what a row says of contacts, of the course and of the term, for those are records of their own."""
    if isinstance(record, CleverSection):
        return replace(record, facts=replace(record.facts, course=None, term=None))
    if not isinstance(record, User):
        return record
    facts = tuple(pair for pair in record.person.more if not pair[0].startswith("contact_"))
    return replace(record, person=replace(record.person, more=facts))
