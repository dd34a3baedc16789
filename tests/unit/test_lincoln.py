"""Lincoln, the sample district: the facts about it that the features rely on."""

from __future__ import annotations

from datetime import date, time

import pytest

from simulator.files import read_district
from simulator.resources import resources
from simulator.roster import Person, Role, Section, Term
from simulator.simulation.district import DistrictPlan


@pytest.fixture(scope="module")
def lincoln() -> DistrictPlan:
    return read_district(resources("fixtures") / "lincoln")


def people(plan: DistrictPlan, name: str) -> list[Person]:
    return [person for person in plan.roster.people.values() if person.name == name]


def the(plan: DistrictPlan, name: str) -> Person:
    (person,) = people(plan, name)
    return person


def sections(plan: DistrictPlan, name: str) -> list[Section]:
    return [section for section in plan.roster.sections.values() if section.facts.name == name]


def teachers(plan: DistrictPlan, section: Section) -> list[str]:
    return [plan.roster.people[teacher].name for teacher in section.teachers]


def test_it_lies_in_chicago_and_syncs_at_four(lincoln: DistrictPlan) -> None:
    assert (lincoln.name, lincoln.timezone, lincoln.nightly_sync) == ("Lincoln", "America/Chicago", time(4))


def test_it_has_canvas(lincoln: DistrictPlan) -> None:
    assert lincoln.lms == "canvas"


def test_it_is_small_enough_to_read_in_one_sitting(lincoln: DistrictPlan) -> None:
    roles = [person.role for person in lincoln.roster.people.values()]

    assert [roles.count(role) for role in Role] == [61, 13, 5, 1]
    assert (len(lincoln.roster.schools), len(lincoln.roster.sections)) == (2, 17)


def test_most_sections_have_eight_to_fourteen_students_and_none_is_empty(lincoln: DistrictPlan) -> None:
    sizes = [len(section.students) for section in lincoln.roster.sections.values()]

    assert min(sizes) >= 8
    assert max(sizes) <= 14


def test_two_sections_are_called_algebra_1_and_hana_ito_teaches_the_one_in_period_3(lincoln: DistrictPlan) -> None:
    found = {section.facts.period: teachers(lincoln, section) for section in sections(lincoln, "Algebra 1")}

    assert found == {"3": ["Hana Ito"], "5": ["Omar Haddad"]}


@pytest.mark.parametrize(
    ("name", "taught_by"),
    [("Biology", ["Wen Chen"]), ("History", ["Idris Roy"]), ("Chemistry", ["Nadia Petrov", "Bo Lind"])],
)
def test_other_sections_are_the_only_ones_of_their_name(
    lincoln: DistrictPlan, name: str, taught_by: list[str]
) -> None:
    (section,) = sections(lincoln, name)

    assert teachers(lincoln, section) == taught_by


def test_only_chemistry_has_a_co_teacher_from_the_sis(lincoln: DistrictPlan) -> None:
    shared = [one.facts.name for one in lincoln.roster.sections.values() if len(one.teachers) > 1]

    assert shared == ["Chemistry"]


def test_ana_ruiz_takes_algebra_1_with_hana_ito_and_leo_park_does_not(lincoln: DistrictPlan) -> None:
    hers = next(one for one in sections(lincoln, "Algebra 1") if teachers(lincoln, one) == ["Hana Ito"])

    assert the(lincoln, "Ana Ruiz").id in hers.students
    assert not any(the(lincoln, "Leo Park").id in one.students for one in sections(lincoln, "Algebra 1"))


def test_the_only_namesakes_are_two_students_and_an_admin_who_also_teaches(lincoln: DistrictPlan) -> None:
    names = [person.name for person in lincoln.roster.people.values()]

    assert sorted({name for name in names if names.count(name) > 1}) == ["Noah Kim", "Tess Monroe"]
    assert [(one.role, one.grade) for one in people(lincoln, "Noah Kim")] == [
        (Role.STUDENT, "7"),
        (Role.STUDENT, "9"),
    ]


def test_an_admin_who_also_teaches_has_one_email_in_two_records(lincoln: DistrictPlan) -> None:
    records = people(lincoln, "Tess Monroe")

    assert [record.role for record in records] == [Role.TEACHER, Role.STAFF]
    assert len({record.email for record in records}) == 1


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Ruth Abara", Role.STAFF),
        ("June Abbott", Role.STAFF),
        ("Dana Whitfield", Role.DISTRICT_ADMIN),
        ("Mia Kay", Role.TEACHER),
        ("Ellis Poe", Role.TEACHER),
        ("José Núñez", Role.TEACHER),
        ("Nora O'Neil", Role.TEACHER),
        ("Amara Okafor-Reed", Role.STUDENT),
    ],
)
def test_everyone_whom_a_scenario_may_need_is_there_once(lincoln: DistrictPlan, name: str, role: Role) -> None:
    assert the(lincoln, name).role is role


def test_pat_moss_is_known_to_nobody(lincoln: DistrictPlan) -> None:
    assert not any(person.last == "Moss" for person in lincoln.roster.people.values())


def test_the_principal_of_the_high_school_is_on_its_row_too(lincoln: DistrictPlan) -> None:
    principals = [dict(school.more)["principal"] for school in lincoln.roster.schools.values()]

    assert principals == ["Samuel Ortega", "Ruth Abara"]


def test_one_student_has_no_email_and_no_email_can_receive_mail(lincoln: DistrictPlan) -> None:
    emails = [person.email for person in lincoln.roster.people.values() if person.role is Role.STUDENT]

    assert the(lincoln, "Ivy Bell").email == ""
    assert [email for email in emails if not email.endswith("@lincoln.example")] == [""]


def test_every_student_has_a_section_and_every_section_is_in_the_school_year(lincoln: DistrictPlan) -> None:
    everyone = {student for section in lincoln.roster.sections.values() for student in section.students}
    terms = {section.facts.term for section in lincoln.roster.sections.values()}

    assert len(everyone) == 61
    assert terms == {Term("2026-27", date(2026, 8, 17), date(2027, 6, 4))}


def test_no_sis_id_belongs_to_two_records(lincoln: DistrictPlan) -> None:
    ids = [person.sis_id for person in lincoln.roster.people.values()]
    ids += [section.facts.sis_id for section in lincoln.roster.sections.values()]

    assert len(set(ids)) == len(ids)
