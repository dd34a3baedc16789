"""Everything that can happen to the small district, one function a deed, and how often each is drawn.

A function takes the world and three numbers. The numbers pick people, sections and values, so that any numbers
mean something, and what they pick may well be refused.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

from simulator import registrar
from simulator.accounts import ClassId, Place, SignIn
from simulator.clever import custom, section_page
from simulator.clever.fold import SectionPage
from simulator.clever.sharing import Reach, Sharing
from simulator.edits import EditKind, PersonSet
from simulator.lag import Lag, fixed, lag_between
from simulator.roster import CleverId, PersonId, Role, SectionId
from simulator.simulation.driver import SomeClass, Someone
from tests.properties.small_district import NORTH, SOUTH
from tests.properties.world import AIDES, NobodyMeantError, World, as_someone, pick

Verb = Callable[[World, int, int, int], None]
VERBS: dict[str, Verb] = {}
DRAWN: list[str] = []
AT_OTUS: set[str] = set()
"""The deeds of people and support at Otus."""
NIGHTS = ("night_passes", "tonight_fails")

WAITS = (
    timedelta(seconds=1),
    timedelta(seconds=59),
    timedelta(minutes=7),
    timedelta(minutes=15),
    timedelta(minutes=15, seconds=1),
    timedelta(hours=3),
    timedelta(hours=11),
    timedelta(hours=25),
    timedelta(hours=73),
)
LAGS: tuple[Lag, ...] = (
    fixed(timedelta(0)),
    fixed(timedelta(minutes=15)),
    fixed(timedelta(hours=1)),
    fixed(timedelta(hours=72)),
    lag_between(timedelta(minutes=1), timedelta(minutes=15)),
)
EMAILS = (
    *(f"s{number}@small.example" for number in range(1, 6)),
    *(f"t{number}@small.example" for number in range(1, 4)),
    " S1@Small.Example ",
    "pat@home.example",
    "max@home.example",
    "",
    " ",
)


def often(times: int, *, at_otus: bool = False) -> Callable[[Verb], Verb]:
    """Register a deed that is drawn so many times as often as one that is drawn once."""

    def register(verb: Verb) -> Verb:
        VERBS[verb.__name__] = verb
        if at_otus:
            AT_OTUS.add(verb.__name__)
        DRAWN.extend([verb.__name__] * times)
        return verb

    return register


@often(1)
def nothing(world: World, a: int, b: int, c: int) -> None:
    """Stand first, so that a failing history is told with as few other deeds as possible."""


# The registrar


@often(1)
def add_student(world: World, a: int, b: int, c: int) -> None:
    _add_person(world, Role.STUDENT, a, b)


@often(1)
def add_teacher(world: World, a: int, b: int, c: int) -> None:
    _add_person(world, Role.TEACHER, a, b)


@often(2)
def add_and_enroll(world: World, a: int, b: int, c: int) -> None:
    """A newcomer is enrolled, or made co-teacher, at once, so that the one edit must not overtake the other."""
    role, section = pick((Role.STUDENT, Role.TEACHER), a), pick(list(world.sis.roster.sections), c)
    _add_person(world, role, a, b)
    newcomer = list(world.sis.roster.people)[-1]
    if role is Role.STUDENT:
        world.edit(registrar.enroll(world.sis, section, newcomer))
    else:
        world.edit(registrar.add_co_teacher(world.sis, section, newcomer))


@often(1)
def take_back(world: World, a: int, b: int, c: int) -> None:
    world.edit(registrar.take_back(world.sis, pick(list(world.sis.left) or world.everybody(), a)))


@often(1)
def change_name(world: World, a: int, b: int, c: int) -> None:
    world.edit(registrar.change_name(world.sis, pick(world.everybody(), a), "New", f"Name{b}"))


@often(3)
def change_email(world: World, a: int, b: int, c: int) -> None:
    world.edit(registrar.change_email(world.sis, pick(world.everybody(), a), pick(EMAILS, b)))


@often(2)
def change_name_and_email(world: World, a: int, b: int, c: int) -> None:
    """Two edits of one record and of two kinds, the later of which must not overtake the earlier."""
    who, email = pick(world.everybody(), a), pick(EMAILS, b)
    registrar.change_email(world.sis, who, email)  # Where one is refused, neither happens.
    if c % 2:
        world.edit(registrar.change_name(world.sis, who, "New", f"Name{b}"))
        world.edit(registrar.change_email(world.sis, who, email))
    else:
        world.edit(registrar.change_email(world.sis, who, email))
        world.edit(registrar.change_name(world.sis, who, "New", f"Name{b}"))


@often(1)
def swap_emails(world: World, a: int, b: int, c: int) -> None:
    one, other = pick(world.everybody(), a), pick(world.everybody(), b)
    its_email, other_email = world.person(one).email, world.person(other).email
    there = registrar.change_email(world.sis, one, other_email)
    world.edit((*there, *registrar.change_email(world.sis, other, its_email)))


@often(2)
def correct_sis_id(world: World, a: int, b: int, c: int) -> None:
    """Give somebody a new SIS id, or one that somebody else once had, unless that could overtake another edit."""
    had = [one.edit.person.sis_id for one in world.sis.log if isinstance(one.edit, PersonSet)]
    once_had = sorted({"1", "2", "3", *had})
    anew = c % 3 > 0 or any(world.clever.arrivals.under_way())
    sis_id = str(len(world.sis.log) + 100) if anew else pick(once_had, b)
    world.edit(registrar.correct_sis_id(world.sis, pick(world.everybody(), a), sis_id))


@often(2)
def remove_person(world: World, a: int, b: int, c: int) -> None:
    world.edit(registrar.remove_person(world.sis, pick(world.everybody(), a)))


@often(1)
def add_section(world: World, a: int, b: int, c: int) -> None:
    primary = pick(world.of_role(Role.TEACHER), c)
    world.edit(registrar.add_section(world.sis, f"Class {a}", pick((NORTH, SOUTH), b), primary))


@often(1)
def rename_section(world: World, a: int, b: int, c: int) -> None:
    world.edit(registrar.rename_section(world.sis, pick(world.sections(), a), f"Renamed {b}"))


@often(2)
def remove_section(world: World, a: int, b: int, c: int) -> None:
    world.edit(registrar.remove_section(world.sis, pick(world.sections(), a)))


@often(4)
def enroll(world: World, a: int, b: int, c: int) -> None:
    world.edit(registrar.enroll(world.sis, pick(world.sections(), a), pick(world.of_role(Role.STUDENT), b)))


@often(3)
def drop(world: World, a: int, b: int, c: int) -> None:
    section = pick(list(world.sis.roster.sections.values()), a)
    world.edit(registrar.drop(world.sis, section.id, pick(section.students, b)))


@often(2)
def set_primary_teacher(world: World, a: int, b: int, c: int) -> None:
    teacher = pick(world.of_role(Role.TEACHER), b)
    world.edit(registrar.set_primary_teacher(world.sis, pick(world.sections(), a), teacher))


@often(3)
def add_co_teacher(world: World, a: int, b: int, c: int) -> None:
    teacher = pick(world.of_role(Role.TEACHER), b)
    world.edit(registrar.add_co_teacher(world.sis, pick(world.sections(), a), teacher))


@often(2)
def remove_co_teacher(world: World, a: int, b: int, c: int) -> None:
    section = pick(list(world.sis.roster.sections.values()), a)
    world.edit(registrar.remove_co_teacher(world.sis, section.id, pick(section.teachers, b)))


@often(6)
def follow_otus(world: World, a: int, b: int, c: int) -> None:
    """Put somebody whom people at Otus have added to a class by hand on its section in the SIS too."""
    people = {user: one for one, user in world.clever.fold.user_of.items()}
    sections = {ClassId(of): one for one, of in world.clever.fold.section_of.items()}
    accounts = world.otus.holdings.accounts
    seats = [one for one in world.otus.holdings.by_hand if one.of in sections]
    seat = pick([one for one in seats if accounts[one.account].clever_id in people], a)
    section, who = sections[seat.of], people[CleverId(accounts[seat.account].clever_id or "")]
    if seat.place is Place.STUDENT:
        world.edit(registrar.enroll(world.sis, section, who))
    elif b % 2:
        world.edit(registrar.add_co_teacher(world.sis, section, who))
    else:
        world.edit(registrar.set_primary_teacher(world.sis, section, who))


# The road to Clever


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


# The district in Clever


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


# People and support at Otus


@often(4, at_otus=True)
def add_student_by_hand(world: World, a: int, b: int, c: int) -> None:
    to = world.some_class(a)
    world.otus.add_student(_actor(world, a, c), to, world.someone(pick(world.of_role(Role.STUDENT), b)))


@often(2, at_otus=True)
def remove_student_by_hand(world: World, a: int, b: int, c: int) -> None:
    of = world.some_class(a)
    world.otus.remove_student(_actor(world, a, c), of, _member(world, of, Place.STUDENT, b))


@often(8, at_otus=True)
def add_co_teacher_by_hand(world: World, a: int, b: int, c: int) -> None:
    teachers = [*map(world.someone, world.of_role(Role.TEACHER))]
    who = pick(_grown_ups(world) if c % 2 else teachers, b)
    world.otus.add_co_teacher(_actor(world, a, c), world.some_class(a), who)


@often(3, at_otus=True)
def remove_co_teacher_by_hand(world: World, a: int, b: int, c: int) -> None:
    of = world.some_class(a)
    world.otus.remove_co_teacher(_actor(world, a, c), of, _member(world, of, Place.CO_TEACHER, b))


@often(2, at_otus=True)
def turn_manual_rostering(world: World, a: int, b: int, c: int) -> None:
    world.otus.set_manual_rostering(on=a % 4 > 0)


@often(2, at_otus=True)
def make_class_by_hand(world: World, a: int, b: int, c: int) -> None:
    name = f"Sandbox {a}"
    made = world.otus.make_class(pick(_grown_ups(world), b), name)
    world.hand_made.append(SomeClass(name, by_hand=made))


@often(1, at_otus=True)
def make_admin(world: World, a: int, b: int, c: int) -> None:
    world.otus.make_admin(pick(_grown_ups(world), a))


@often(1, at_otus=True)
def sign_in(world: World, a: int, b: int, c: int) -> None:
    typed = pick((None, *EMAILS), c)
    world.otus.sign_in(world.someone(pick(world.everybody(), a)), pick(tuple(SignIn), b), typed)


@often(2, at_otus=True)
def change_email_in_otus(world: World, a: int, b: int, c: int) -> None:
    who = pick([*map(world.someone, world.everybody()), *AIDES], a)
    world.otus.change_email(who, pick(EMAILS, b))


@often(3, at_otus=True)
def adjust_id(world: World, a: int, b: int, c: int) -> None:
    skipped = list(world.otus.holdings.skipped_users)
    meant = [one for one, user in world.clever.fold.user_of.items() if user in skipped]
    world.otus.adjust_id(world.someone(pick(meant if meant and c % 3 else world.everybody(), a)))


@often(1, at_otus=True)
def hand_in(world: World, a: int, b: int, c: int) -> None:
    of = world.some_class(a)
    world.otus.hand_in(_member(world, of, Place.STUDENT, b), of, f"essay {c}")


# Time


@often(8)
def wait(world: World, a: int, b: int, c: int) -> None:
    world.wait(pick(WAITS, a))


@often(12)
def night_passes(world: World, a: int, b: int, c: int) -> None:
    world.wait(world.simulation.next_night(world.district) - world.now + timedelta(hours=4))


@often(1)
def tonight_fails(world: World, a: int, b: int, c: int) -> None:
    world.district.failing_nights = frozenset(world.simulation.next_nights(world.district, 1 + a % 2))


def _add_person(world: World, role: Role, a: int, b: int) -> None:
    school = pick((NORTH, SOUTH), a)
    world.edit(registrar.add_person(world.sis, role, f"New Person{a}", pick(EMAILS, b), school))


def _grown_ups(world: World) -> Sequence[Someone]:
    return [*AIDES, *map(world.someone, world.of_role(Role.TEACHER, Role.STAFF, Role.DISTRICT_ADMIN))]


def _member(world: World, of: SomeClass, place: Place, b: int) -> Someone:
    """Mostly somebody who is in the class, sometimes anybody."""
    key = ClassId(of.by_hand or of.section or "")
    members = list(world.otus.holdings.members(key, place)) if key in world.otus.holdings.classes else []
    if not members or b % 8 == 0:
        return world.someone(pick(world.everybody(), b))
    return as_someone(pick(members, b)[0])


def _actor(world: World, a: int, c: int) -> Someone:
    """Mostly the main teacher of the class, for hardly anybody else may act there."""
    if c % 6 == 0:
        return world.someone(pick(world.everybody(), c))
    try:
        return world.leader(world.some_class(a))
    except NobodyMeantError:
        return pick(_grown_ups(world), c)
