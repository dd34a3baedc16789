"""What happens on the way to Clever and in Clever itself, and time passing."""

from __future__ import annotations

from datetime import timedelta

from simulator.clever import custom, section_page
from simulator.clever.fold import SectionPage
from simulator.clever.scopes import Shareable, opened
from simulator.clever.sharing import Reach, Sharing
from simulator.edits import EditKind
from simulator.roster import PersonId, Role, SectionId
from tests.properties.deeds import EMAILS, LAGS, WAITS, often
from tests.properties.small_district import NORTH, SOUTH
from tests.properties.world import World, pick


@often(2)
def set_lag(world: World, a: int, b: int, c: int) -> None:
    world.clever.set_lag(pick(LAGS, a), pick((None, *EditKind), b))


@often(1)
def hold(world: World, a: int, b: int, c: int) -> None:
    world.clever.hold(list(EditKind) if b % 2 else [pick(list(EditKind), a)])


@often(2)
def release(world: World, a: int, b: int, c: int) -> None:
    world.clever.release(world.now)
    world.clever.catch_up(world.now)


@often(3)
def add_on_page(world: World, a: int, b: int, c: int) -> None:
    who = pick(world.everybody() if c % 4 == 0 else world.of_role(Role.TEACHER), b)
    section_page.add_co_teacher(world.clever, pick(world.sections(), a), who, world.now)


@often(2)
def remove_on_page(world: World, a: int, b: int, c: int) -> None:
    section = pick(world.sections(), a)
    shown = world.clever.section(section)
    page = world.clever.fold.page_of(shown) if shown else SectionPage((), ())
    wanted = page.added if page.added and c % 3 else (*page.sent, *page.added)
    who = [one for one, user in world.clever.fold.user_of.items() if user in wanted]
    section_page.remove_co_teacher(world.clever, section, pick(who, b), world.now)


@often(1)
def make_custom_person(world: World, a: int, b: int, c: int) -> None:
    role = pick((Role.STUDENT, Role.TEACHER, Role.STAFF), a)
    custom.create_person(world.clever, role, f"Custom Person{b}", pick(EMAILS, b), NORTH, world.now)


@often(2)
def make_custom_section(world: World, a: int, b: int, c: int) -> None:
    name, teachers, students = f"Custom {a}", world.of_role(Role.TEACHER), world.of_role(Role.STUDENT)
    custom.start_section(world.clever, name, SOUTH)
    try:
        co_teachers = tuple(one for one in teachers if one != pick(teachers, b))[: c % 11]
        custom.choose_primary(world.clever, name, pick(teachers, b))
        custom.choose_co_teachers(world.clever, name, co_teachers)
        custom.choose_students(world.clever, name, (pick(students, c), pick(students, b)))
        custom.create_section(world.clever, name, world.now)
    finally:
        world.clever.forms.pop(name, None)


@often(1)
def delete_custom(world: World, a: int, b: int, c: int) -> None:
    records: list[PersonId | SectionId] = [*world.clever.custom_people, *world.clever.custom_sections]
    custom.delete(world.clever, pick(records, a), world.now)


@often(1)
def expire_custom(world: World, a: int, b: int, c: int) -> None:
    records: list[PersonId | SectionId] = [*world.clever.custom_people, *world.clever.custom_sections]
    custom.expire(world.clever, pick(records, a), world.now + pick(WAITS, b))


@often(2)
def share(world: World, a: int, b: int, c: int) -> None:
    sections = list(world.clever.fold.section_of.values())
    shared = frozenset(one for number, one in enumerate(sections) if b >> number & 1)
    sharings = (
        Sharing(),
        Sharing(Reach.SECTIONS, sections=shared),
        Sharing(Reach.SCHOOLS, schools=frozenset({pick((NORTH, SOUTH), b)})),
        Sharing(Reach.SECTIONS, sections=shared),
    )
    world.clever.share(pick(sharings, a), world.now)


@often(1)
def close_kind(world: World, a: int, b: int, c: int) -> None:
    world.clever.otus.close(pick(list(Shareable), a), world.now)


@often(2)
def open_kind(world: World, a: int, b: int, c: int) -> None:
    """Mostly a kind that is closed."""
    closed = [one for one in Shareable if one not in opened(world.clever.otus.scopes)]
    world.clever.otus.open(pick(closed or list(Shareable), a), world.now)


@often(1)
def disconnect(world: World, a: int, b: int, c: int) -> None:
    world.clever.connection = world.clever.connection.cut()


@often(4)
def connect(world: World, a: int, b: int, c: int) -> None:
    connection = world.clever.connection
    world.clever.connection = connection.renewed() if a % 3 == 0 else connection.made_again()


@often(8)
def wait(world: World, a: int, b: int, c: int) -> None:
    world.wait(pick(WAITS, a))


@often(12)
def night_passes(world: World, a: int, b: int, c: int) -> None:
    world.wait(world.simulation.next_night(world.district) - world.now + timedelta(hours=4))


@often(1)
def tonight_fails(world: World, a: int, b: int, c: int) -> None:
    world.district.failing_nights = frozenset(world.simulation.next_nights(world.district, 1 + a % 2))
