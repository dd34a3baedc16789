"""The families of a generated district's students: where they live, and whom the school may call.

A family is what siblings share. Phone numbers are of those that nobody has (555-01xx), addresses of mail as well.
"""

from __future__ import annotations

from typing import NamedTuple

from simulator.chance import Stream
from simulator.generate.names import Name, Pools
from simulator.generate.profiles import weighted
from simulator.roster import Facts

CONTACTS_PERCENT = 60
"""How many students have contacts unless somebody asks for more or fewer."""
SECOND_CONTACT_PERCENT = 40
SIBLINGS_PERCENT = 25
"""How many students have a brother or sister who has been made before them."""
OTHER_NAME_PERCENT = 20
WITHOUT_PHONE_PERCENT, WITHOUT_EMAIL_PERCENT, WITH_SIS_ID_PERCENT = 3, 10, 60
HOMES, CIRCLES = 3000, 1000
"""How many addresses, and how many combinations of contacts, there are to draw from."""

STREETS = (
    "Elm Street",
    "Mill Road",
    "Prairie Avenue",
    "Depot Street",
    "Orchard Lane",
    "Union Street",
    "Creek Road",
)
AREAS = ("217", "309", "618", "815")
FIRST_CALL = {
    ("Parent", "Parent/Guardian"): 75,
    ("Parent", "Primary"): 15,
    ("Grandparent", "Parent/Guardian"): 5,
    ("Aunt/Uncle", "Family"): 2,
    ("Other", "Other"): 3,
}
SECOND_CALL = {
    ("Parent", "Secondary"): 55,
    ("Parent", "Emergency"): 15,
    ("Grandparent", "Emergency"): 15,
    ("Aunt/Uncle", "Emergency"): 6,
    ("Sibling", "Family"): 4,
    ("Other", "Emergency"): 5,
}
PHONES = {"Cell": 75, "Home": 15, "Work": 10}


class Columns(NamedTuple):
    """The columns of a contact, made once, so that all records share them."""

    relationship: str
    type: str
    name: str
    phone: str
    phone_type: str
    email: str
    sis_id: str


FIRST = Columns(*(f"contact_{rest}" for rest in Columns._fields))
SECOND = Columns(*(f"contact_2_{rest}" for rest in Columns._fields))


class Family(NamedTuple):
    """What siblings share."""

    last: Name
    home: Facts
    contacts: Facts


class Tie(NamedTuple):
    """A contact but for who it is: what stands before the name and after it, and which columns are filled."""

    before: Facts
    name: str
    after: Facts
    email: str
    """The column of the email; "" for a contact who has none."""
    sis_id: str
    has_own_name: bool


class Families:
    """A maker of families, who numbers their contacts as it goes."""

    def __init__(self, seed: int, names: Pools, city: str, contacts_percent: int) -> None:
        """Prepare what families have in common."""
        self._chance = chance = Stream(seed, "families")
        self._first = (*names.female, *names.male)
        self._last = names.last
        self._homes = [_home(chance, city) for _ in range(HOMES)]
        self._circles = [_circle(chance, contacts_percent) for _ in range(CIRCLES)]
        self._made: list[Family] = []
        self._contacts = 0

    def of_students(self, count: int) -> list[Family]:
        """Give each of some students a family: a new one, or one that has sent a child already."""
        percents = self._chance.picks(range(100), count)
        is_new = [percent >= SIBLINGS_PERCENT or not self._made for percent in percents]
        known = iter(self._chance.picks(self._made, count - sum(is_new)))
        made = self._new(sum(is_new))
        self._made += made
        new = iter(made)
        return [next(new if one else known) for one in is_new]

    def _new(self, count: int) -> list[Family]:
        draw = self._chance.picks
        lasts, homes, circles = draw(self._last, count), draw(self._homes, count), draw(self._circles, count)
        wanted = sum(map(len, circles))
        firsts, others = iter(draw(self._first, wanted)), iter(draw(self._last, wanted))
        families = []
        for last, home, circle in zip(lasts, homes, circles, strict=True):
            contacts: Facts = ()
            for tie in circle:
                other = next(others)
                contacts += self._contact(tie, next(firsts), other if tie.has_own_name else last)
            families.append(Family(last, home, contacts))
        return families

    def _contact(self, tie: Tie, first: Name, last: Name) -> Facts:
        self._contacts = number = self._contacts + 1
        email = ((tie.email, f"{first[1]}.{last[1]}{number}@family.example"),) if tie.email else ()
        sis_id = ((tie.sis_id, f"G{number:06}"),) if tie.sis_id else ()
        return (*tie.before, (tie.name, f"{first[0]} {last[0]}"), *tie.after, *email, *sis_id)


def _home(chance: Stream, city: str) -> Facts:
    street = f"{chance.between(1, 9999)} {chance.pick(STREETS)}"
    code = str(chance.between(60001, 62999))
    return (("student_street", street), ("student_city", city), ("student_state", "IL"), ("student_zip", code))


def _circle(chance: Stream, contacts_percent: int) -> tuple[Tie, ...]:
    """Draw whom a school may call for a student: nobody, one or two."""
    if not chance.happens(contacts_percent):
        return ()
    ties = [_tie(chance, FIRST, FIRST_CALL)]
    if chance.happens(SECOND_CONTACT_PERCENT):
        ties.append(_tie(chance, SECOND, SECOND_CALL))
    return tuple(ties)


def _tie(chance: Stream, columns: Columns, calls: dict[tuple[str, str], int]) -> Tie:
    relationship, kind = weighted(chance, calls)
    number = f"({chance.pick(AREAS)}) 555-01{chance.between(0, 99):02}"
    phone = ((columns.phone, number), (columns.phone_type, weighted(chance, PHONES)))
    return Tie(
        before=((columns.relationship, relationship), (columns.type, kind)),
        name=columns.name,
        after=() if chance.happens(WITHOUT_PHONE_PERCENT) else phone,
        email="" if chance.happens(WITHOUT_EMAIL_PERCENT) else columns.email,
        sis_id=columns.sis_id if chance.happens(WITH_SIS_ID_PERCENT) else "",
        has_own_name=chance.happens(OTHER_NAME_PERCENT),
    )
