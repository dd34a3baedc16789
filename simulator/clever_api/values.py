"""The closed lists of values that Clever's records have, and how the CSV files spell them.

Sources: clever_api.md, sections 2 (the lists) and 5.9 (the files). What becomes of a value outside
of a list was never recorded. Assumed here: "Other" where the list has that, and else "". The spellings are assumed
too, but for the letters of the races and the words of the lists themselves.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from simulator.clever_api.languages import LANGUAGES


class Enumeration:
    """A closed list of values, which knows what other spellings of them mean."""

    def __init__(self, values: Iterable[str], spelled: dict[str, str] | None = None) -> None:
        self.values = tuple(values)
        self._otherwise = next((value for value in self.values if value.lower() == "other"), "")
        self._known = {value.lower(): value for value in self.values} | (spelled or {})
        self._exact = {value: value for value in self.values} | {"": ""}

    def of(self, said: str) -> str:
        """Give the value that a spelling means; "" for what is empty."""
        exact = self._exact.get(said)
        if exact is not None:
            return exact
        word = said.strip().lower()
        return self._known.get(word, self._otherwise) if word else ""


def _spelled(spellings: str) -> dict[str, str]:
    """Read lines of `value: a spelling, another spelling`."""
    lines = (line.split(":") for line in spellings.strip().splitlines())
    return {word.strip().lower(): value.strip() for value, words in lines for word in words.split(",")}


YES_NO = Enumeration(
    ("Y", "N", ""),
    _spelled("""
        Y: yes, true, t, 1
        N: no, false, f, 0
    """),
)
GENDERS = Enumeration(
    ("M", "F", "X", ""),
    _spelled("""
        M: male, boy
        F: female, girl
        X: nonbinary, non-binary, other
    """),
)
GRADES = Enumeration(
    (
        *("InfantToddler", "Preschool", "PreKindergarten", "TransitionalKindergarten", "Kindergarten"),
        *(str(year) for year in range(1, 14)),
        *("PostGraduate", "Ungraded", "Other", ""),
    ),
    {f"{year:02}": str(year) for year in range(1, 10)}
    | _spelled("""
        InfantToddler: it
        Preschool: pr, ps
        PreKindergarten: pk, prek, pre-k
        TransitionalKindergarten: tk
        Kindergarten: k, kg, 0, 00
        PostGraduate: pg
        Ungraded: ug
    """),
)
RACES = Enumeration(
    (
        *("Caucasian", "Asian", "Black or African American", "American Indian"),
        *("Hawaiian or Other Pacific Islander", "Two or More Races", "Unknown", ""),
    ),
    _spelled("""
        Asian: a
        Black or African American: b, black, african american
        American Indian: i, american indian or alaska native
        Two or More Races: m, multiracial
        Hawaiian or Other Pacific Islander: p, native hawaiian or other pacific islander, pacific islander
        Unknown: u
        Caucasian: w, white
    """),
)
SUBJECTS = Enumeration(
    (
        *("english/language arts", "math", "science", "social studies", "language", "homeroom/advisory"),
        *("interventions/online learning", "technology and engineering", "PE and health", "arts and music"),
        *("other", ""),
    ),
)
LUNCHES = Enumeration(
    ("Free", "Reduced", "Paid", "Other", ""),
    _spelled("""
        Free: f
        Reduced: r
        Paid: p, n, no, full price
    """),
)
PHONE_TYPES = Enumeration(("Cell", "Home", "Work", "Other", ""), _spelled("Cell: mobile, cellphone, cell phone"))
RELATIONSHIPS = Enumeration(
    ("Parent", "Grandparent", "Self", "Aunt/Uncle", "Sibling", "Other", ""),
    _spelled("""
        Parent: mother, father, mom, dad
        Grandparent: grandmother, grandfather
        Aunt/Uncle: aunt, uncle
        Sibling: brother, sister
    """),
)
CONTACT_TYPES = Enumeration(
    ("Parent/Guardian", "Emergency", "Primary", "Secondary", "Family", "Other", ""),
    _spelled("Parent/Guardian: parent, guardian"),
)

_DISABILITIES = {
    "aut": "Autism",
    "db": "Deaf-blindness",
    "dd": "Developmental delay",
    "emn": "Emotional disturbance",
    "hi": "Hearing impairment",
    "id": "Intellectual Disability",
    "md": "Multiple disabilities",
    "oi": "Orthopedic impairment",
    "other": "Other",
    "ohi": "Other health impairment",
    "sld": "Specific learning disability",
    "sli": "Speech or language impairment",
    "tbi": "Traumatic brain injury",
    "vi": "Visual impairment",
}


def _pair(codes: dict[str, str]) -> tuple[Enumeration, Enumeration]:
    """Make the list of words and that of their codes; each knows what the other says."""
    words = {word.lower(): code for code, word in codes.items()}
    return Enumeration(codes.values(), codes), Enumeration(codes, words)


DISABILITY_TYPES, DISABILITY_CODES = _pair(_DISABILITIES)
LANGUAGE_NAMES, LANGUAGE_CODES = _pair(LANGUAGES)

DISTRICT_STATES = Enumeration(("running", "pending", "error", "paused", "", "success"))
LMS_TYPES = Enumeration(("canvas", "schoology", "google_classroom", ""))
LMS_STATES = Enumeration(
    (
        *("initial_sync_processing", "pending_authorization", "matching_in_progress", "error", "disconnected"),
        *("", "success"),
    )
)
LOGIN_METHODS = Enumeration(
    ("Clever Badges", "Canvas", "Clever Passwords", "Google", "LDAP", "SAML", "Other"),
)
RESOURCE_ROLES = Enumeration(("teacher", "student"))


def _changes(kinds: str) -> Enumeration:
    return Enumeration(f"{kind}.{change}" for kind in kinds.split() for change in ("created", "updated", "deleted"))


EVENT_TYPES = _changes("courses districts resources schools sections terms users")
FLAT_EVENT_TYPES = _changes(
    "contacts courses districtadmins districts schooladmins schools sections students teachers terms"
)


def date_of_birth(said: str) -> str:
    """Write a date of birth as M/D/YYYY, without padding; what is no date travels as it is (assumed)."""
    try:
        if "/" in said:
            month, day, year = map(int, said.split("/"))
            born = date(year, month, day)
        else:
            born = date.fromisoformat(said)
    except ValueError:
        return said
    return f"{born.month}/{born.day}/{born.year}"
