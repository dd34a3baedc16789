"""What the registrar does in the SIS."""

from __future__ import annotations

from dataclasses import replace

from simulator import registrar
from simulator.accounts import ClassId, Place
from simulator.edits import PersonSet, SectionSet
from simulator.roster import CleverId, Course, Facts, Role, Term
from tests.properties.deeds import EMAILS, often
from tests.properties.small_district import NORTH, SOUTH, STUDENTS
from tests.properties.world import World, pick

COURSES = (None, Course("Algebra 1", "MA110"), Course("Algebra I", "MA110"), Course("Advisory", ""))
TERMS = (None, Term("Fall", None, None), Term("Spring", None, None))
CONTACTS: tuple[Facts, ...] = (
    (),
    (("contact_name", "Alex"), ("contact_email", "alex@home.example"), ("contact_type", "Family")),
    (("contact_name", "Alex"), ("contact_email", "alex@home.example"), ("contact_phone", "1")),
    (("contact_name", "Sam"), ("contact_phone", "2")),
)
SECOND_CONTACTS: tuple[Facts, ...] = (
    (),
    (("contact_2_name", "Sam"), ("contact_2_phone", "2")),
    (("contact_2_name", "Kim"), ("contact_2_sis_id", "c1")),
)


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
def say_course_and_term(world: World, a: int, b: int, c: int) -> None:
    """Let the row of one of a few sections name a course and a term, or other ones, or none."""
    section = pick(list(world.sis.roster.sections.values()), a % 2)
    facts = replace(section.facts, course=pick(COURSES, b), term=pick(TERMS, c))
    world.edit([SectionSet(section.id, facts, section.teachers)])


@often(2)
def say_contacts(world: World, a: int, b: int, c: int) -> None:
    """Let the row of one of a few students name contacts, or other ones, or none."""
    student = world.sis.roster.people[pick([one for one in STUDENTS if one in world.sis.roster.people], a % 3)]
    world.edit([PersonSet(replace(student, more=(*pick(CONTACTS, b), *pick(SECOND_CONTACTS, c))))])


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


def _add_person(world: World, role: Role, a: int, b: int) -> None:
    school = pick((NORTH, SOUTH), a)
    world.edit(registrar.add_person(world.sis, role, f"New Person{a}", pick(EMAILS, b), school))
