"""How values of the CSV files read on the wire: grades, subjects, races, dates of birth.

Source: clever_api.md, sections 2 and 5.9. A value that Clever would not know travels as it is.
"""

from __future__ import annotations

from datetime import datetime

SUBJECTS = (
    "english/language arts",
    "math",
    "science",
    "social studies",
    "language",
    "homeroom/advisory",
    "interventions/online learning",
    "technology and engineering",
    "PE and health",
    "arts and music",
    "other",
)
RACES = {
    "A": "Asian",
    "B": "Black or African American",
    "I": "American Indian",
    "M": "Two or More Races",
    "P": "Hawaiian or Other Pacific Islander",
    "W": "Caucasian",
}
GRADES = {
    "IT": "InfantToddler",
    "PR": "Preschool",
    "PS": "Preschool",
    "PK": "PreKindergarten",
    "TK": "TransitionalKindergarten",
    "K": "Kindergarten",
    "KG": "Kindergarten",
    "PG": "PostGraduate",
    "UG": "Ungraded",
}
_SUBJECT = {subject.lower(): subject for subject in SUBJECTS}


def grade(said: str) -> str:
    """Write a grade: K is Kindergarten, 09 is 9."""
    word = said.strip().upper()
    return GRADES.get(word) or (said.lstrip("0") if word.isdigit() and word.strip("0") else said)


def subject(said: str) -> str:
    """Write a subject as Clever spells it."""
    return _SUBJECT.get(said.strip().lower(), said)


def race(said: str) -> str:
    """Write a race: the letter of the file is a word on the wire."""
    return RACES.get(said.strip().upper(), said)


def date_of_birth(said: str) -> str:
    """Write a date of birth as M/D/YYYY, without padding."""
    for form in ("%m/%d/%Y", "%Y-%m-%d"):
        try:
            day = datetime.strptime(said, form).date()  # noqa: DTZ007 -- a day has no zone
        except ValueError:
            continue
        return f"{day.month}/{day.day}/{day.year}"
    return said
