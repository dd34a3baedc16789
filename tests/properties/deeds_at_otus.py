"""What people and support do at Otus."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.accounts import ClassId, Place, SignIn
from simulator.roster import Role
from simulator.simulation.driver import SomeClass, Someone
from tests.properties.deeds import EMAILS, often
from tests.properties.world import AIDES, NobodyMeantError, World, as_someone, pick


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


def _grown_ups(world: World) -> Sequence[Someone]:
    return [*AIDES, *map(world.someone, world.of_role(Role.TEACHER, Role.STAFF, Role.DISTRICT_ADMIN))]


def _member(world: World, of: SomeClass, place: Place, b: int) -> Someone:
    """Mostly somebody who is in the class, sometimes anybody."""
    key = ClassId(of.key)
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
