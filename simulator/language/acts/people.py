"""People whom neither the SIS nor Clever knows, introduced so that sentences can name them."""

from __future__ import annotations

from simulator.errors import Refused
from simulator.language.registry import act
from simulator.language.slots import Text
from simulator.language.stage import Stage
from simulator.registrar import first_and_last
from simulator.roster import Person, PersonId, Role


@act('"{name}" is known to neither the SIS nor Clever')
def introduce(stage: Stage, name: Text) -> str:
    """Somebody of the school has no record in the SIS or Clever, and an email of their own (S12, S33)."""
    return _introduce(stage, name, f"{name.lower().replace(' ', '.')}@home.example")


@act('"{name}", with the email "{email}", is known to neither the SIS nor Clever')
def introduce_with_email(stage: Stage, name: Text, email: Text) -> str:
    """Somebody of the school has no record in the SIS or Clever, and the email given (Q44)."""
    return _introduce(stage, name, email)


def _introduce(stage: Stage, name: str, email: str) -> str:
    district = stage.district
    known = [key for key in district.names.people.get(name, ()) if key not in district.outsiders]
    if known or PersonId(f"outsider:{email}") in district.outsiders:
        raise Refused(
            f"{name!r} is known to neither the SIS nor Clever",
            "somebody of that name, or with that email, is known",
            "Choose another name",
        )
    first, last = first_and_last(name)
    person = Person(PersonId(f"outsider:{email}"), email, Role.STAFF, first, last, email=email)
    district.outsiders[person.id] = person
    district.names.add_person(name, person.id)
    return person.id
