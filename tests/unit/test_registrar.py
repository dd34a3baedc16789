"""What the registrar may do in the SIS, what each act makes of it, and what is refused."""

from __future__ import annotations

import pytest

from simulator import registrar
from simulator.clock import Instant, zone
from simulator.errors import Refused
from simulator.registrar import Edits
from simulator.roster import PersonId, Role, SectionId
from simulator.sis import Sis
from tests.properties.small_district import NORTH, SECTIONS, STUDENTS, TEACHERS, small_roster

MONDAY = Instant(2026, 11, 16, 12, tzinfo=zone("UTC"))
NOBODY, NOWHERE = PersonId("student:99"), SectionId("section:99")
STUDENT_1, STUDENT_5 = STUDENTS[0], STUDENTS[4]
TEACHER_1, TEACHER_2, TEACHER_3, TEACHER_5 = TEACHERS[0], TEACHERS[1], TEACHERS[2], TEACHERS[4]
SECTION_1, SECTION_2 = SECTIONS[0], SECTIONS[1]


@pytest.fixture
def sis() -> Sis:
    return Sis.holding(small_roster())


def done(sis: Sis, edits: Edits) -> None:
    sis.record(MONDAY, edits)


def test_a_new_student_gets_a_free_sis_id_and_no_section(sis: Sis) -> None:
    done(sis, registrar.add_person(sis, Role.STUDENT, "Mary Ann Lee", "lee@small.example", NORTH))

    added = sis.roster.people[PersonId("student:new-student-1")]
    assert (added.first, added.last, added.email, added.schools) == (
        "Mary Ann",
        "Lee",
        "lee@small.example",
        (NORTH,),
    )
    assert list(sis.sections_of(added.id)) == []


def test_a_new_student_never_gets_the_sis_id_that_another_was_given_by_correction(sis: Sis) -> None:
    done(sis, registrar.correct_sis_id(sis, STUDENT_1, "new-student-1"))

    done(sis, registrar.add_person(sis, Role.STUDENT, "Mary Lee", "", NORTH))

    assert sis.roster.people[PersonId("student:new-student-2")].sis_id == "new-student-2"


def test_a_name_without_two_parts_is_refused(sis: Sis) -> None:
    with pytest.raises(Refused, match="a record needs a first and a last name"):
        registrar.add_person(sis, Role.STUDENT, "Cher", "", NORTH)


def test_enrolling_puts_the_student_last_on_the_section(sis: Sis) -> None:
    done(sis, registrar.enroll(sis, SECTION_1, STUDENT_5))

    assert sis.roster.sections[SECTION_1].students == (*STUDENTS[:3], STUDENT_5)


def test_dropping_leaves_the_other_students(sis: Sis) -> None:
    done(sis, registrar.drop(sis, SECTION_1, STUDENT_1))

    assert sis.roster.sections[SECTION_1].students == (STUDENTS[1], STUDENTS[2])


def test_a_new_primary_teacher_takes_the_place_of_the_former_and_leaves_co_teachers(sis: Sis) -> None:
    done(sis, registrar.set_primary_teacher(sis, SECTION_2, TEACHER_1))

    assert sis.roster.sections[SECTION_2].teachers == (TEACHER_1, TEACHER_3)


def test_a_co_teacher_who_becomes_primary_has_one_place(sis: Sis) -> None:
    done(sis, registrar.set_primary_teacher(sis, SECTION_2, TEACHER_3))

    assert sis.roster.sections[SECTION_2].teachers == (TEACHER_3,)


def test_who_is_removed_loses_every_place_in_a_section(sis: Sis) -> None:
    done(sis, registrar.remove_person(sis, STUDENTS[1]))

    assert STUDENTS[1] not in sis.roster.people
    assert sis.roster.sections[SECTION_1].students == (STUDENT_1, STUDENTS[2])
    assert sis.roster.sections[SECTION_2].students == (STUDENTS[2], STUDENTS[3])


def test_who_comes_back_has_the_same_record_and_no_section(sis: Sis) -> None:
    before = sis.roster.people[STUDENT_1]
    done(sis, registrar.remove_person(sis, STUDENT_1))

    done(sis, registrar.take_back(sis, STUDENT_1))

    assert sis.roster.people[STUDENT_1] == before
    assert list(sis.sections_of(STUDENT_1)) == []


def test_a_removed_section_takes_its_enrollments_with_it(sis: Sis) -> None:
    done(sis, registrar.remove_section(sis, SECTION_1))

    assert SECTION_1 not in sis.roster.sections
    assert list(sis.sections_of(STUDENT_1)) == []


def test_who_was_never_there_cannot_come_back(sis: Sis) -> None:
    with pytest.raises(Refused, match="the SIS never had them"):
        registrar.take_back(sis, NOBODY)


def test_who_left_cannot_come_back_under_an_sis_id_that_somebody_else_has_now(sis: Sis) -> None:
    done(sis, registrar.remove_person(sis, STUDENT_1))
    done(sis, registrar.correct_sis_id(sis, STUDENT_5, "1"))

    with pytest.raises(Refused, match="another student has the SIS id '1' now"):
        registrar.take_back(sis, STUDENT_1)


def test_acts_about_people_who_are_not_there_are_refused(sis: Sis) -> None:
    with pytest.raises(Refused, match="the SIS has no such person"):
        registrar.enroll(sis, SECTION_1, NOBODY)
    with pytest.raises(Refused, match="the SIS has no such person"):
        registrar.change_email(sis, NOBODY, "a@small.example")


def test_only_a_student_is_enrolled_and_only_a_teacher_teaches(sis: Sis) -> None:
    with pytest.raises(Refused, match="the SIS has them as teacher, not as student"):
        registrar.enroll(sis, SECTION_1, TEACHER_5)
    with pytest.raises(Refused, match="the SIS has them as student, not as teacher"):
        registrar.add_co_teacher(sis, SECTION_1, STUDENT_5)
    with pytest.raises(Refused, match="the SIS has them as student, not as teacher"):
        registrar.set_primary_teacher(sis, SECTION_1, STUDENT_5)
    with pytest.raises(Refused, match="the SIS has them as staff, not as teacher"):
        registrar.add_section(sis, "Algebra", NORTH, PersonId("staff:1"))


def test_acts_about_sections_that_are_not_there_are_refused(sis: Sis) -> None:
    with pytest.raises(Refused, match="the SIS has no such section"):
        registrar.enroll(sis, NOWHERE, STUDENT_1)
    with pytest.raises(Refused, match="the SIS has no such section"):
        registrar.rename_section(sis, NOWHERE, "Algebra")


def test_what_is_so_already_is_refused(sis: Sis) -> None:
    with pytest.raises(Refused, match="has that enrollment already"):
        registrar.enroll(sis, SECTION_1, STUDENT_1)
    with pytest.raises(Refused, match="has no such enrollment"):
        registrar.drop(sis, SECTION_1, STUDENT_5)
    with pytest.raises(Refused, match="it is that already"):
        registrar.change_email(sis, STUDENT_1, "s1@small.example")
    with pytest.raises(Refused, match="they are that already"):
        registrar.set_primary_teacher(sis, SECTION_2, TEACHER_2)
    with pytest.raises(Refused, match="the SIS has them already"):
        registrar.take_back(sis, STUDENT_1)


def test_one_person_has_one_place_among_the_teachers_of_a_section(sis: Sis) -> None:
    with pytest.raises(Refused, match="they are its primary teacher already"):
        registrar.add_co_teacher(sis, SECTION_2, TEACHER_2)
    with pytest.raises(Refused, match="they are its co-teacher already"):
        registrar.add_co_teacher(sis, SECTION_2, TEACHER_3)


def test_the_primary_teacher_is_no_co_teacher_that_could_be_removed(sis: Sis) -> None:
    with pytest.raises(Refused, match="does not list them as its co-teacher"):
        registrar.remove_co_teacher(sis, SECTION_2, TEACHER_2)


def test_a_primary_teacher_cannot_leave_before_somebody_else_is_primary(sis: Sis) -> None:
    with pytest.raises(Refused, match="they are the primary teacher of 'Class 1'"):
        registrar.remove_person(sis, TEACHER_1)


def test_two_students_cannot_have_one_sis_id(sis: Sis) -> None:
    with pytest.raises(Refused, match="a student has that id"):
        registrar.correct_sis_id(sis, STUDENT_1, "2")


def test_a_student_and_a_teacher_may_have_one_sis_id(sis: Sis) -> None:
    done(sis, registrar.correct_sis_id(sis, TEACHER_5, "8"))

    assert sis.roster.people[TEACHER_5].sis_id == "8"
