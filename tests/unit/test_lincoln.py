"""Lincoln, the sample district: the facts about it that the features rely on."""

from __future__ import annotations

from datetime import date, time

import pytest

from simulator.files import read_district
from simulator.resources import resources
from simulator.roster import Person, Role, Section, Term
from simulator.simulation.district import DistrictPlan
from tests.unit.clever_words import contradictions, strange_words


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


def test_what_the_file_says_of_students_is_in_clevers_words_and_consistent(lincoln: DistrictPlan) -> None:
    students = [person for person in lincoln.roster.people.values() if person.role is Role.STUDENT]

    assert [strange_words(student) for student in students if strange_words(student)] == []
    assert [(student.name, contradictions(student)) for student in students if contradictions(student)] == []


@pytest.mark.parametrize(
    ("name", "says"),
    [
        (
            "Leo Park",
            {
                "state_id": "190060010",
                "graduation_year": "2030",
                "home_language": "Korean",
                "ell_status": "N",
                "frl_status": "Paid",
                "iep_status": "Y",
                "disability_status": "Y",
                "disability_type": "Specific learning disability",
                "disability_code": "sld",
                "section_504_status": "N",
                "gifted_status": "N",
                "student_street": "535 Keokuk Street",
                "student_city": "Lincoln",
                "student_state": "IL",
                "student_zip": "62656",
                "username": "leo.park",
            },
        ),
        ("Caleb Stone", {"disability_code": "ohi", "iep_status": "N", "section_504_status": "Y"}),
        ("Victor Salas", {"preferred_first_name": "Hugo", "preferred_middle_name": "Victor"}),
        ("Amara Okafor-Reed", {"preferred_last_name": "Reed"}),
        ("Quinn Avery", {"gender": "X", "preferred_first_name": "Quincy"}),
        ("Zoë Laurent", {"gifted_status": "Y", "disability_status": "N"}),
    ],
)
def test_the_file_says_of_a_student(lincoln: DistrictPlan, name: str, says: dict[str, str]) -> None:
    said = dict(the(lincoln, name).more)

    assert {column: said.get(column) for column in says} == says


def test_nothing_is_known_yet_of_the_needs_of_one_student(lincoln: DistrictPlan) -> None:
    columns = [column for column, _ in the(lincoln, "Uma Rao").more]

    assert not {"disability_status", "section_504_status", "gifted_status"} & set(columns)


def test_44_students_have_contacts_and_8_of_them_two(lincoln: DistrictPlan) -> None:
    facts = [dict(person.more) for person in lincoln.roster.people.values() if person.role is Role.STUDENT]

    assert sum("contact_name" in said for said in facts) == 44
    assert sum("contact_2_name" in said for said in facts) == 8
    assert not any("contact_3_name" in said for said in facts)


def test_leo_parks_contacts_are_his_parents(lincoln: DistrictPlan) -> None:
    contacts = [pair for pair in the(lincoln, "Leo Park").more if pair[0].startswith("contact_")]

    assert contacts == [
        ("contact_relationship", "Parent"),
        ("contact_type", "Parent/Guardian"),
        ("contact_name", "Jin Park"),
        ("contact_phone", "(217) 555-0128"),
        ("contact_phone_type", "Cell"),
        ("contact_email", "jin.park@family.example"),
        ("contact_sis_id", "G517"),
        ("contact_2_relationship", "Parent"),
        ("contact_2_type", "Secondary"),
        ("contact_2_name", "Sue Park"),
        ("contact_2_phone", "(217) 555-0129"),
        ("contact_2_phone_type", "Work"),
        ("contact_2_email", "sue.park@family.example"),
        ("contact_2_sis_id", "G518"),
    ]


@pytest.mark.parametrize(
    ("one", "other", "known_by"),
    [
        ("Mateo Ruiz", "Ana Ruiz", {"contact_name": "Elena Ruiz", "contact_sis_id": "G502"}),
        (
            "Lily-Mae Carter",
            "Jamal Carter",
            {
                "contact_name": "Denise Carter",
                "contact_sis_id": None,
                "contact_email": "denise.carter@family.example",
            },
        ),
        (
            "Theo Marsh",
            "Hope Daniels",
            {
                "contact_name": "Joan Daniels",
                "contact_sis_id": None,
                "contact_email": None,
                "contact_phone": "(217) 555-0122",
            },
        ),
    ],
)
def test_two_of_a_family_share_a_contact_that_clever_knows_by_one_thing_or_another(
    lincoln: DistrictPlan, one: str, other: str, known_by: dict[str, str | None]
) -> None:
    of_one, of_other = dict(the(lincoln, one).more), dict(the(lincoln, other).more)

    assert {column: of_one.get(column) for column in known_by} == known_by
    assert {column: of_other.get(column) for column in known_by} == known_by
    assert of_one["student_street"] == of_other["student_street"]


def test_no_contact_can_be_called_or_written_to(lincoln: DistrictPlan) -> None:
    said = [pair for person in lincoln.roster.people.values() for pair in person.more]
    phones = [value for column, value in said if column in ("contact_phone", "contact_2_phone")]
    emails = [value for column, value in said if column in ("contact_email", "contact_2_email")]

    assert (len(phones), len(emails)) == (51, 45)
    assert [phone for phone in phones if not phone.startswith("(217) 555-01")] == []
    assert [email for email in emails if not email.endswith("@family.example")] == []


def test_every_student_has_a_section_and_every_section_is_in_the_school_year(lincoln: DistrictPlan) -> None:
    everyone = {student for section in lincoln.roster.sections.values() for student in section.students}
    terms = {section.facts.term for section in lincoln.roster.sections.values()}

    assert len(everyone) == 61
    assert terms == {Term("2026-27", date(2026, 8, 17), date(2027, 6, 4))}


def test_no_sis_id_belongs_to_two_records(lincoln: DistrictPlan) -> None:
    ids = [person.sis_id for person in lincoln.roster.people.values()]
    ids += [section.facts.sis_id for section in lincoln.roster.sections.values()]

    assert len(set(ids)) == len(ids)
