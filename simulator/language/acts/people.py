"""People whom neither the SIS nor Clever knows, introduced so that sentences can name them."""

from __future__ import annotations

from simulator.errors import Refused
from simulator.language.registry import act
from simulator.language.slots import AFullName, AnEmail
from simulator.language.stage import Stage
from simulator.roster import Person, PersonId, Role, first_and_last, same_email


@act('"{name}" is known to neither the SIS nor Clever')
def introduce(stage: Stage, name: AFullName) -> str:
    """Somebody of the school has no record in the SIS or Clever, and an email of their own (S12, S33)."""
    return _introduce(stage, name, f"{name.lower().replace(' ', '.')}@home.example")


@act('"{name}", with the email "{email}", is known to neither the SIS nor Clever')
def introduce_with_email(stage: Stage, name: AFullName, email: AnEmail) -> str:
    """Somebody of the school has no record in the SIS or Clever, and the email given (Q44)."""
    return _introduce(stage, name, email)


def _introduce(stage: Stage, name: str, email: str) -> str:
    district, key = stage.district, PersonId(f"outsider:{email}")
    first, last = first_and_last(name)
    person = Person(key, email, Role.STAFF, first, last, email=email)
    if district.outsiders.get(key) == person:
        return key
    _check_unknown(stage, person)
    district.outsiders[key] = person
    district.names.add_person(name, key)
    return key


def _check_unknown(stage: Stage, person: Person) -> None:
    """Refuse to call somebody unknown whose name or email the SIS, Clever or another sentence knows."""
    district = stage.district
    known = (*district.sis.roster.people.values(), *district.clever.custom_people.values())
    for other in (*known, *district.outsiders.values()):
        same = same_email(other.email) == same_email(person.email) if other.email else False
        if same or (other.name == person.name and other.id not in district.outsiders):
            raise Refused(
                f"{person.name!r} is known to neither the SIS nor Clever",
                f"{'the email' if same else 'the name'} is that of {other.name}, who is known",
                "Choose another name or email",
            )
