"""How what CSV files say reads on the wire: closed lists, languages, disabilities, dates of birth."""

from __future__ import annotations

import pytest

from simulator.clever_api import values
from simulator.clever_api.languages import LANGUAGES
from simulator.clever_api.roles import student
from simulator.clever_api.values import Enumeration, date_of_birth
from simulator.clever_api.wire import Json
from simulator.roster import CleverId, Person, PersonId, Role


@pytest.mark.parametrize(
    ("enumeration", "spelled", "value"),
    [
        (values.GRADES, "09", "9"),
        (values.GRADES, "9", "9"),
        (values.GRADES, "13", "13"),
        (values.GRADES, "K", "Kindergarten"),
        (values.GRADES, "kg", "Kindergarten"),
        (values.GRADES, "Kindergarten", "Kindergarten"),
        (values.GRADES, "PK", "PreKindergarten"),
        (values.GRADES, "14", "Other"),
        (values.GENDERS, "Male", "M"),
        (values.GENDERS, "f", "F"),
        (values.GENDERS, "X", "X"),
        (values.GENDERS, "?", ""),
        (values.RACES, "A", "Asian"),
        (values.RACES, "B", "Black or African American"),
        (values.RACES, "I", "American Indian"),
        (values.RACES, "M", "Two or More Races"),
        (values.RACES, "P", "Hawaiian or Other Pacific Islander"),
        (values.RACES, "W", "Caucasian"),
        (values.RACES, "unknown", "Unknown"),
        (values.RACES, "Martian", ""),
        (values.SUBJECTS, "English/language arts", "english/language arts"),
        (values.SUBJECTS, " PE AND HEALTH ", "PE and health"),
        (values.SUBJECTS, "Alchemy", "other"),
        (values.YES_NO, "Yes", "Y"),
        (values.YES_NO, "n", "N"),
        (values.YES_NO, "perhaps", ""),
        (values.LUNCHES, "F", "Free"),
        (values.LUNCHES, "reduced", "Reduced"),
        (values.LUNCHES, "who knows", "Other"),
        (values.PHONE_TYPES, "Mobile", "Cell"),
        (values.PHONE_TYPES, "Fax", "Other"),
        (values.RELATIONSHIPS, "mother", "Parent"),
        (values.RELATIONSHIPS, "Aunt", "Aunt/Uncle"),
        (values.RELATIONSHIPS, "Neighbor", "Other"),
        (values.CONTACT_TYPES, "Guardian", "Parent/Guardian"),
        (values.CONTACT_TYPES, "Emergency", "Emergency"),
        (values.CONTACT_TYPES, "Friend", "Other"),
        (values.GRADES, "", ""),
        (values.SUBJECTS, "  ", ""),
    ],
)
def test_a_spelling_becomes_a_value_of_the_list(enumeration: Enumeration, spelled: str, value: str) -> None:
    assert enumeration.of(spelled) == value
    assert value in enumeration.values


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("01/06/1998", "1/6/1998"),
        ("2/11/2007", "2/11/2007"),
        ("2007-02-11", "2/11/2007"),
        ("", ""),
        ("in spring", "in spring"),
        ("13/13/2007", "13/13/2007"),
        ("1/2/3/4", "1/2/3/4"),
    ],
)
def test_a_date_of_birth_is_month_day_and_year_without_padding(said: str, written: str) -> None:
    assert date_of_birth(said) == written


def test_each_of_the_152_languages_has_a_code_of_its_own() -> None:
    assert len(LANGUAGES) == len(set(LANGUAGES.values())) == 152


def role(**more: str) -> Json:
    person = Person(PersonId("student:1"), "1", Role.STUDENT, "Ada", "Bell", more=tuple(more.items()))
    return student(CleverId("58da8c63d7dc0ca068000478"), person, {})


@pytest.mark.parametrize(
    ("said", "name", "code"),
    [
        ("Spanish", "Spanish", "spa"),
        ("spa", "Spanish", "spa"),
        ("haitian creole", "Haitian Creole", "hat"),
        ("Hmong", "Hmong", "hmn"),
        ("Kurdish (Sorani)", "Kurdish (Sorani)", "ckb"),
        ("Klingon", "Other", "other"),
    ],
)
def test_a_home_language_is_told_by_name_and_by_code_whichever_the_file_has(
    said: str, name: str, code: str
) -> None:
    told = role(home_language=said)

    assert (told["home_language"], told["home_language_code"]) == (name, code)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"disability_code": "SLD"}, ("sld", "Specific learning disability")),
        ({"disability_type": "vision"}, ("other", "Other")),
        ({"disability_type": "Visual impairment", "disability_code": "vi"}, ("vi", "Visual impairment")),
    ],
)
def test_a_disability_is_told_by_code_and_type_whichever_the_file_has(
    said: dict[str, str], told: tuple[str, str]
) -> None:
    disability = role(**said)["disability"]

    assert (disability["disability_code"], disability["disability_type"]) == told


def test_an_education_program_is_no_closed_list() -> None:
    assert role(iep_status="yes")["iep_status"] == "Y"
    assert role(iep_status="In review")["iep_status"] == "In review"


def test_a_person_at_a_school_that_clever_has_not_is_at_none() -> None:
    assert (role()["school"], role()["schools"]) == ("", [])
