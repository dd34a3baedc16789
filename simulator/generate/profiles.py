"""What a district notes of a student's background and needs, in Clever's words, and such that it can be true.

What depends on each other is drawn together: only who speaks another language at home learns English, and only who
has a disability has a plan for it. A limited number of profiles is drawn once and shared.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from simulator.chance import Stream
from simulator.roster import Facts

Item = TypeVar("Item")

PROFILES = 2000
"""How many combinations of values there are to draw from."""

RACES = {
    "Caucasian": 55,
    "Black or African American": 16,
    "Asian": 8,
    "Two or More Races": 7,
    "American Indian": 2,
    "Hawaiian or Other Pacific Islander": 1,
    "Unknown": 11,
}
HISPANIC_PERCENT = 28
LANGUAGES = {
    "English": 89,
    "Arabic": 2,
    "Chinese": 2,
    "Vietnamese": 1,
    "Somali": 1,
    "Russian": 1,
    "Portuguese": 1,
    "Tagalog": 1,
    "Haitian Creole": 1,
    "Ukrainian": 1,
}
LANGUAGES_OF_HISPANICS = {"English": 52, "Spanish": 47, "Portuguese": 1}
LEARNS_ENGLISH_PERCENT = 45
"""How many of those who speak another language at home are still learning English."""
LUNCHES = {"Paid": 48, "Free": 40, "Reduced": 10, "Other": 2}
DISABLED_PERCENT = 16
IEP_PERCENT = 85
"""How many of those with a disability have an education plan of their own; the others have a 504 plan."""
DISABILITIES = {
    ("Specific learning disability", "sld"): 32,
    ("Speech or language impairment", "sli"): 19,
    ("Other health impairment", "ohi"): 15,
    ("Autism", "aut"): 12,
    ("Developmental delay", "dd"): 7,
    ("Intellectual Disability", "id"): 6,
    ("Emotional disturbance", "emn"): 5,
    ("Multiple disabilities", "md"): 1,
    ("Hearing impairment", "hi"): 1,
    ("Orthopedic impairment", "oi"): 1,
    ("Visual impairment", "vi"): 1,
}
GIFTED_PERCENT = 8


@dataclass(frozen=True, slots=True)
class Profile:
    """What is noted of a student: the background, and the needs, which stand further back in the file."""

    background: Facts
    needs: Facts


def profiles(chance: Stream) -> list[Profile]:
    """Draw the profiles that the students of a district have."""
    return [_profile(chance) for _ in range(PROFILES)]


def weighted(chance: Stream, weights: Mapping[Item, int]) -> Item:
    """Draw one of several things, each as likely as its weight says."""
    return chance.pick([item for item, weight in weights.items() for _ in range(weight)])


def _profile(chance: Stream) -> Profile:
    hispanic = chance.happens(HISPANIC_PERCENT)
    language = weighted(chance, LANGUAGES_OF_HISPANICS if hispanic else LANGUAGES)
    learner = language != "English" and chance.happens(LEARNS_ENGLISH_PERCENT)
    disabled = chance.happens(DISABLED_PERCENT)
    iep = disabled and chance.happens(IEP_PERCENT)
    background = (
        ("race", weighted(chance, RACES)),
        ("hispanic_latino", _y_or_n(hispanic)),
        ("home_language", language),
        ("ell_status", _y_or_n(learner)),
        ("frl_status", weighted(chance, LUNCHES)),
        ("iep_status", _y_or_n(iep)),
    )
    needs = (
        ("disability_status", _y_or_n(disabled)),
        *(_disability(chance) if disabled else ()),
        ("section_504_status", _y_or_n(disabled and not iep)),
        ("gifted_status", _y_or_n(chance.happens(GIFTED_PERCENT))),
    )
    return Profile(background, needs)


def _disability(chance: Stream) -> Facts:
    kind, code = weighted(chance, DISABILITIES)
    return (("disability_type", kind), ("disability_code", code))


def _y_or_n(so: bool) -> str:  # noqa: FBT001 - this is what becomes of a truth in a file
    return "Y" if so else "N"
