"""District folders: what is read, what is refused and with which words, and that writing comes back the same."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from simulator.errors import BadInput
from simulator.files import read_district, write_district
from simulator.resources import resources
from simulator.roster import PersonId, Role, SchoolId, SectionId

HEADERS = {
    "schools.csv": "School_id,School_name,School_number",
    "students.csv": "School_id,Student_id,Last_name,First_name",
    "teachers.csv": "School_id,Teacher_id,Last_name,First_name",
    "sections.csv": "School_id,Section_id,Teacher_id",
    "enrollments.csv": "School_id,Section_id,Student_id",
}


@pytest.fixture
def lincoln(tmp_path: Path) -> Path:
    return shutil.copytree(resources("fixtures") / "lincoln", tmp_path / "lincoln")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A school with a teacher, a student and no section yet."""
    folder = tmp_path / "small"
    folder.mkdir()
    (folder / "district.toml").write_text('name = "Small"\ntimezone = "Europe/Oslo"\n')
    for file, header in HEADERS.items():
        (folder / file).write_text(f"{header}\n")
    add(folder, "schools.csv", "1,Hill School,001")
    add(folder, "teachers.csv", "1,t1,Kay,Mia")
    add(folder, "students.csv", "1,s1,Park,Leo")
    return folder


def add(folder: Path, file: str, *rows: str) -> None:
    with (folder / file).open("a", encoding="utf-8") as lines:
        lines.writelines(f"{row}\n" for row in rows)


def rewrite(folder: Path, file: str, *rows: str) -> None:
    (folder / file).write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")


def swap(folder: Path, file: str, old: str, new: str) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text, f"{file} has no {old!r} to swap"
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def refusal(folder: Path) -> str:
    with pytest.raises(BadInput) as caught:
        read_district(folder)
    return str(caught.value)


# --- what is read ---------------------------------------------------------------------------------------------


def test_settings_left_out_have_their_usual_values(small: Path) -> None:
    plan = read_district(small)

    assert (plan.name, plan.timezone, plan.nightly_sync) == ("Small", "Europe/Oslo", time(4))
    assert (plan.lag_minutes, plan.manual_rostering, plan.sis) == (15, False, "a generic SIS")
    assert plan.lms == ""


def test_settings_are_read(small: Path) -> None:
    rewrite(
        small,
        "district.toml",
        'name = "Small"\ntimezone = "Europe/Oslo"\nsis = "PowerSchool"\nnightly_sync = "02:30"',
        'lag_minutes = 4320\nmanual_rostering = true\nlms = "google_classroom"',
    )

    plan = read_district(small)

    assert (plan.sis, plan.nightly_sync) == ("PowerSchool", time(2, 30))
    assert (plan.lag_minutes, plan.manual_rostering, plan.lms) == (4320, True, "google_classroom")


def test_a_local_time_of_toml_is_a_time_too(small: Path) -> None:
    add(small, "district.toml", "nightly_sync = 03:15:00")

    assert read_district(small).nightly_sync == time(3, 15)


@pytest.mark.parametrize(
    "header", ["FIRST NAME,school id,Last Name,student_ID", "First_name,School_id,Last_name,Student_id"]
)
def test_columns_may_stand_in_any_order_and_be_spelled_with_spaces_or_in_any_case(small: Path, header: str) -> None:
    rewrite(small, "students.csv", header, "Leo,1,Park,s1")

    person = read_district(small).roster.people[PersonId("student:s1")]

    assert (person.name, person.schools) == ("Leo Park", (SchoolId("school:1"),))


def test_a_byte_order_mark_and_windows_line_ends_are_no_part_of_the_text(small: Path) -> None:
    (small / "students.csv").write_bytes(
        "\ufeffSchool_id,Student_id,Last_name,First_name\r\n1,s1,Núñez,José\r\n".encode()
    )

    assert read_district(small).roster.people[PersonId("student:s1")].name == "José Núñez"


def test_blank_lines_are_passed_over(small: Path) -> None:
    add(small, "students.csv", "", "1,s2,Ruiz,Ana", "")

    assert PersonId("student:s2") in read_district(small).roster.people


def test_columns_that_no_rule_reads_travel_with_the_record_unless_empty(small: Path) -> None:
    rewrite(
        small,
        "students.csv",
        "School_id,Student_id,ext.Locker,Last_name,First_name,DOB,Home Language,Race",
        "1,s1,12,Park,Leo,2/11/2011,Korean,",
    )

    person = read_district(small).roster.people[PersonId("student:s1")]

    assert person.more == (("dob", "2/11/2011"), ("home_language", "Korean"), ("ext.Locker", "12"))


def test_a_person_at_several_schools_has_a_row_for_each(small: Path) -> None:
    add(small, "schools.csv", "2,Lake School,002")
    add(small, "teachers.csv", "2,t1,Kay,Mia")

    person = read_district(small).roster.people[PersonId("teacher:t1")]

    assert person.schools == (SchoolId("school:1"), SchoolId("school:2"))


def test_a_value_left_out_in_a_repeated_row_contradicts_nothing(small: Path) -> None:
    add(small, "schools.csv", "2,Lake School,002")
    rewrite(
        small,
        "students.csv",
        "School_id,Student_id,Last_name,First_name,Grade,Gender",
        "1,s1,Park,Leo,,M",
        "2,s1,Park,Leo,7,",
    )

    person = read_district(small).roster.people[PersonId("student:s1")]

    assert (person.grade, person.more) == ("7", (("gender", "M"),))


def test_several_contacts_of_a_student_are_kept_apart(small: Path) -> None:
    rewrite(
        small,
        "students.csv",
        "School_id,Student_id,Last_name,First_name,Contact_name,Contact_phone",
        "1,s1,Park,Leo,Jin Park,(555) 555-0101",
        "1,s1,Park,Leo,Sue Park,",
    )

    person = read_district(small).roster.people[PersonId("student:s1")]

    assert person.more == (
        ("contact_name", "Jin Park"),
        ("contact_phone", "(555) 555-0101"),
        ("contact_2_name", "Sue Park"),
    )


def test_a_contact_that_is_told_twice_is_one(small: Path) -> None:
    rewrite(
        small,
        "students.csv",
        "School_id,Student_id,Last_name,First_name,Contact_name",
        "1,s1,Park,Leo,Jin Park",
        "1,s1,Park,Leo,Sue Park",
        "1,s1,Park,Leo,",
        "1,s1,Park,Leo,Jin Park",
        "1,s1,Park,Leo,Max Park",
    )

    person = read_district(small).roster.people[PersonId("student:s1")]

    assert person.more == (
        ("contact_name", "Jin Park"),
        ("contact_2_name", "Sue Park"),
        ("contact_3_name", "Max Park"),
    )


def test_a_contact_of_whom_less_is_told_is_another_one(small: Path) -> None:
    rewrite(
        small,
        "students.csv",
        "School_id,Student_id,Last_name,First_name,Contact_name,Contact_phone",
        "1,s1,Park,Leo,Jin Park,(555) 555-0101",
        "1,s1,Park,Leo,,(555) 555-0101",
    )

    person = read_district(small).roster.people[PersonId("student:s1")]

    assert person.more == (
        ("contact_name", "Jin Park"),
        ("contact_phone", "(555) 555-0101"),
        ("contact_2_phone", "(555) 555-0101"),
    )


def test_the_rows_of_a_students_contacts_need_not_stand_together_nor_say_all(small: Path) -> None:
    add(small, "schools.csv", "2,Lake School,002")
    rewrite(
        small,
        "students.csv",
        "School_id,Student_id,Last_name,First_name,Gender,Contact_name",
        "1,s1,Park,Leo,,Jin Park",
        "1,s2,Ruiz,Ana,F,Elena Ruiz",
        "1,s1,Park,Leo,M,Sue Park",
        "2,s1,Park,Leo,,Max Park",
        "2,s1,Park,Leo,,Jin Park",
    )

    person = read_district(small).roster.people[PersonId("student:s1")]

    assert person.schools == (SchoolId("school:1"), SchoolId("school:2"))
    assert person.more == (
        ("gender", "M"),
        ("contact_name", "Jin Park"),
        ("contact_2_name", "Sue Park"),
        ("contact_3_name", "Max Park"),
    )


def test_a_section_without_a_name_is_called_by_course_teacher_and_period_as_in_clever(small: Path) -> None:
    rewrite(
        small,
        "sections.csv",
        "School_id,Section_id,Teacher_id,Course_name,Period",
        "1,a,t1,Algebra 1,3",
        "1,b,t1,Advisory,",
    )

    names = [section.facts.name for section in read_district(small).roster.sections.values()]

    assert names == ["Algebra 1 - Kay - 3", "Advisory - Kay"]


def test_terms_may_be_dated_in_both_ways_and_are_shared(small: Path) -> None:
    rewrite(
        small,
        "sections.csv",
        "School_id,Section_id,Teacher_id,Name,Course_name,Term_name,Term_start,Term_end",
        "1,a,t1,Art,Art,Fall,8/17/2026,2026-12-18",
        "1,b,t1,Art,Art,Fall,8/17/2026,2026-12-18",
    )

    one, other = read_district(small).roster.sections.values()

    assert one.facts.term is not None
    assert (one.facts.term.start, one.facts.term.end) == (date(2026, 8, 17), date(2026, 12, 18))
    assert one.facts.term is other.facts.term
    assert one.facts.course is other.facts.course


def test_the_primary_teacher_comes_first_then_the_co_teachers(small: Path) -> None:
    add(small, "teachers.csv", "1,t2,Roy,Idris", "1,t3,Lind,Bo")
    rewrite(small, "sections.csv", "School_id,Section_id,Teacher_10_id,Teacher_2_id,Teacher_id", "1,a,t3,t1,t2")

    section = read_district(small).roster.sections[SectionId("section:a")]

    assert section.teachers == ("teacher:t2", "teacher:t1", "teacher:t3")


def test_district_admins_belong_to_no_school(small: Path) -> None:
    rewrite(
        small, "district_admins.csv", "Admin_id,Admin_email,First_name,Last_name", "9,d@x.example,Dana,Whitfield"
    )

    admin = read_district(small).roster.people[PersonId("district-admin:9")]

    assert (admin.role, admin.email, admin.schools) == (Role.DISTRICT_ADMIN, "d@x.example", ())


# --- what is refused ------------------------------------------------------------------------------------------


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert "there is no such folder. Name a folder that holds district.toml" in refusal(tmp_path / "nowhere")


def test_a_missing_file_is_named_and_the_one_probably_meant(small: Path) -> None:
    (small / "students.csv").rename(small / "Students.csv")

    assert "students.csv: the folder has no such file. Did you mean 'Students.csv'" in refusal(small)


@pytest.mark.parametrize("file", HEADERS)
def test_every_file_that_clever_requires_is_required(small: Path, file: str) -> None:
    (small / file).unlink()

    assert f"{file}: the folder has no such file" in refusal(small)


def test_district_toml_is_required_and_its_absence_answered_with_what_to_write(small: Path) -> None:
    (small / "district.toml").unlink()

    assert 'district.toml: the folder has no such file. Write at least: name = "Lincoln" and timezone' in refusal(
        small
    )


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        (
            'nightly_sync = "4 in the morning"',
            "column nightly_sync, value '4 in the morning': this is no time of day",
        ),
        ('nightly_sync = "25:00"', "column nightly_sync, value '25:00': this is no time of day"),
        ("nightly_sync = 4", "column nightly_sync, value '4': this is not text"),
        (
            'nightly_sync = "04:00+01:00"',
            "column nightly_sync, value '04:00+01:00': the time names a zone of its own",
        ),
        ("lag_minutes = -1", "column lag_minutes, value '-1': this is no number of minutes"),
        ("lag_minutes = true", "column lag_minutes, value 'True': this is no number of minutes"),
        (
            'lms = "Canvas"',
            "column lms, value 'Canvas': Clever connects to no such system. Write one of \"canvas\"",
        ),
        ('lms = ["canvas"]', "column lms, value \"['canvas']\": Clever connects to no such system"),
        ('manual_rostering = "yes"', "column manual_rostering, value 'yes': this is neither true nor false"),
        ("nightly_snyc = 4", "column nightly_snyc: there is no such setting. Did you mean 'nightly_sync'?"),
        ("sis = [", "district.toml: this is not TOML"),
    ],
)
def test_a_wrong_setting_is_named_with_its_value(small: Path, setting: str, told: str) -> None:
    add(small, "district.toml", setting)

    assert told in refusal(small)


def test_an_unknown_time_zone_is_answered_with_the_nearest(small: Path) -> None:
    rewrite(small, "district.toml", 'name = "Small"\ntimezone = "America/Chicgo"')

    told = refusal(small)

    assert "district.toml, column timezone, value 'America/Chicgo': no such zone is known" in told
    assert "Did you mean 'America/Chicago'" in told


def test_a_district_needs_a_name(small: Path) -> None:
    rewrite(small, "district.toml", 'timezone = "Europe/Oslo"')

    assert "district.toml, column name: the setting is missing" in refusal(small)


def test_settings_that_are_not_utf_8_are_refused(small: Path) -> None:
    (small / "district.toml").write_bytes(b'name = "Zo\xeb"')

    assert "district.toml: byte 11 is not UTF-8. Save the file as UTF-8." in refusal(small)


def test_a_missing_column_is_named_with_what_the_header_has(lincoln: Path) -> None:
    swap(lincoln, "students.csv", "Student_id", "Studentid")

    told = refusal(lincoln)

    assert (
        "students.csv, line 1, column Student_id: the header has no such column, only School_id, Studentid" in told
    )
    assert "Did you mean 'Studentid'" in told


def test_a_column_that_is_there_twice_is_refused(small: Path) -> None:
    swap(small, "students.csv", "First_name", "First_name,First name")

    assert "students.csv, line 1, column First_name: the header names this column twice" in refusal(small)


def test_a_column_without_a_name_is_refused(small: Path) -> None:
    swap(small, "students.csv", "First_name", "First_name,")

    assert "students.csv, line 1: the header has a column without a name" in refusal(small)


def test_an_empty_file_is_refused(small: Path) -> None:
    (small / "teachers.csv").write_text("")

    assert "teachers.csv, line 1: the file is empty. Begin it with a row of column names." in refusal(small)


def test_text_that_is_not_utf_8_is_told_by_line_and_byte(small: Path) -> None:
    with (small / "students.csv").open("ab") as lines:
        lines.write("1,s2,Núñez,José\n".encode("latin-1"))

    told = refusal(small)

    assert "students.csv, line 3, value '1,s2,Núñez,José': byte 7 of the line is 0xfa, which is not UTF-8" in told


def test_utf_16_is_refused(small: Path) -> None:
    (small / "students.csv").write_text("School_id,Student_id,Last_name,First_name\n", encoding="utf-16")

    assert "byte 1 of the line is 0xff, which is not UTF-8. Save the file as UTF-8." in refusal(small)


def test_a_quote_that_is_not_closed_is_refused(small: Path) -> None:
    add(small, "students.csv", '1,s2,"Ruiz,Ana', "1,s3,Kim,Noah", "1,s4,Roy,Idris")

    assert "students.csv, line 3: this row is not CSV: unexpected end of data" in refusal(small)


def test_a_row_with_more_fields_than_the_header_is_refused(small: Path) -> None:
    add(small, "students.csv", "1,s2,Ruiz,Ana,9")

    assert "students.csv, line 3, value '1,s2,Ruiz,Ana,9': the row has 5 fields, the header 4" in refusal(small)


def test_a_row_with_fewer_fields_than_the_header_is_refused(small: Path) -> None:
    add(small, "enrollments.csv", "1,a")

    assert "enrollments.csv, line 2, value '1,a': the row has 2 fields, the header 3" in refusal(small)


SECOND_TEACHER = "1,t2,Roy,Idris"
SECTION_A = "1,a,t1"


@pytest.mark.parametrize(
    ("file", "row", "told"),
    [
        ("schools.csv", "2,,002", "line 3, column School_name, value '': every row needs a value here"),
        (
            "schools.csv",
            "1,Lake,002",
            "line 3, column School_id, value '1': line 2 has a school with this id already",
        ),
        ("students.csv", "1,s2, ,Ana", "line 3, column Last_name, value ' ': every row needs a value here"),
        ("students.csv", ",s2,Ruiz,Ana", "line 3, column School_id, value '': every row needs a value here"),
        (
            "students.csv",
            "7,s2,Ruiz,Ana",
            "line 3, column School_id, value '7': schools.csv has no school with this id",
        ),
        (
            "students.csv",
            "1,s1,Ruiz,Leo",
            "line 3, column Last_name, value 'Ruiz': line 2 says 'Park' of the same Student_id. Make both",
        ),
        ("teachers.csv", "1,,Roy,Idris", "line 3, column Teacher_id, value '': every row needs a value here"),
        ("sections.csv", "1,,t1", "line 3, column Section_id, value '': every row needs a value here"),
        ("sections.csv", "1,b,", "line 3, column Teacher_id, value '': every row needs a value here"),
        (
            "sections.csv",
            "1,b,t11",
            "line 3, column Teacher_id, value 't11': teachers.csv has no teacher with this id. Did you mean 't1'?",
        ),
        (
            "sections.csv",
            "Z,b,t1",
            "line 3, column School_id, value 'Z': schools.csv has no school with this id. Add a row",
        ),
        (
            "sections.csv",
            "1,a,t1",
            "line 3, column Section_id, value 'a': line 2 has a section with this id already",
        ),
        ("enrollments.csv", "1,,s1", "line 3, column Section_id, value '': every row needs a value here"),
        (
            "enrollments.csv",
            "1,zz,s1",
            "line 3, column Section_id, value 'zz': sections.csv has no section with this id",
        ),
        (
            "enrollments.csv",
            "1,a,s12",
            "line 3, column Student_id, value 's12': students.csv has no student with this id",
        ),
        (
            "enrollments.csv",
            "5,a,s1",
            "line 3, column School_id, value '5': schools.csv has no school with this id",
        ),
        (
            "enrollments.csv",
            "1,a,s1",
            "line 3, column Student_id, value 's1': line 2 enrolls this student in the section a already",
        ),
    ],
)
def test_a_bad_row_is_told_by_file_line_column_and_value(small: Path, file: str, row: str, told: str) -> None:
    add(small, "sections.csv", SECTION_A)
    add(small, "enrollments.csv", "1,a,s1")
    add(small, file, row)

    assert f"{file}, {told}" in refusal(small)


def test_a_teacher_named_twice_in_one_row_is_refused(small: Path) -> None:
    rewrite(small, "sections.csv", "School_id,Section_id,Teacher_id,Teacher 3 id", "1,a,t1,t1")

    assert "sections.csv, line 2, column Teacher 3 id, value 't1': the row names this teacher twice" in refusal(
        small
    )


def test_only_the_teacher_who_is_unknown_is_told(small: Path) -> None:
    rewrite(small, "sections.csv", "School_id,Section_id,Teacher_id,Teacher_2_id", "1,a,x,t1")

    told = refusal(small)

    assert "sections.csv, line 2, column Teacher_id, value 'x': teachers.csv has no teacher with this id" in told
    assert "it has 1 problem\n" in told


def test_staff_need_an_email(lincoln: Path) -> None:
    swap(lincoln, "staff.csv", "june.abbott@lincoln.example", "")

    assert "staff.csv, line 4, column Staff_email, value '': every row needs a value here" in refusal(lincoln)


@pytest.mark.parametrize("text", ["13/01/2026", "17.08.2026", "08/17/26", "soon", "2026-02-30"])
def test_a_date_that_is_none_is_refused(lincoln: Path, text: str) -> None:
    swap(lincoln, "sections.csv", "08/17/2026", text)

    assert f"sections.csv, line 2, column Term_start, value '{text}': this is no date. Write it as" in refusal(
        lincoln
    )


def test_a_term_that_ends_before_it_starts_is_refused(lincoln: Path) -> None:
    swap(lincoln, "sections.csv", "06/04/2027", "06/04/2025")

    assert "line 2, column Term_end, value '06/04/2025': the term starts on 08/17/2026, after its end" in refusal(
        lincoln
    )


def test_lines_are_counted_over_blank_misshapen_and_broken_rows(small: Path) -> None:
    rows = [f"1,x{number},Ruiz,Ana" for number in range(450)]
    rows[10], rows[20], rows[30] = "", "1,short", '1,x30,"Ru\niz",Ana'
    rows[440] = "9,x440,Ruiz,Ana"
    rewrite(small, "students.csv", HEADERS["students.csv"], *rows)

    told = refusal(small)

    assert "students.csv, line 22, value '1,short': the row has 2 fields, the header 4" in told
    assert "students.csv, line 32, value 'Ru\\niz': the value goes on in the next line" in told
    assert "students.csv, line 443, column School_id, value '9': schools.csv has no school with this id" in told
    assert "it has 3 problems\n" in told


def test_what_stands_before_a_row_that_is_no_csv_is_told_too(small: Path) -> None:
    add(small, "students.csv", "9,s2,Ruiz,Ana", '1,s3,"Kim,Noah')

    told = refusal(small)

    assert "students.csv, line 3, column School_id, value '9': schools.csv has no school with this id" in told
    assert "students.csv, line 4: this row is not CSV: unexpected end of data" in told


def test_what_is_wrong_with_a_row_that_is_repeated_is_told_of_both(small: Path) -> None:
    rewrite(
        small,
        "students.csv",
        "School_id,Student_id,Last_name,First_name,Contact_name",
        "9,s1,Park,Leo,Jin Park",
        "9,s1,Park,Leo,Sue Park",
    )

    told = refusal(small)

    assert "students.csv, line 2, column School_id, value '9'" in told
    assert "students.csv, line 3, column School_id, value '9'" in told


def test_all_problems_are_told_together(small: Path) -> None:
    add(small, "students.csv", "9,s2,Ruiz,")
    add(small, "enrollments.csv", "1,a,s1")

    told = refusal(small)

    assert "it has 3 problems" in told
    assert told.index("students.csv, line 3") < told.index("enrollments.csv, line 2")
    assert "Nothing of it was loaded. Correct this and load the folder again." in told


def test_no_more_than_ten_problems_are_told(small: Path) -> None:
    add(small, "students.csv", *(f"9,x{number},Ruiz,Ana" for number in range(30)))

    told = refusal(small)

    assert "it has 10 problems, and perhaps more" in told
    assert told.count("students.csv, line") == 10


# --- what is written ------------------------------------------------------------------------------------------


def test_what_is_written_is_read_as_the_same_district(lincoln: Path, tmp_path: Path) -> None:
    plan = read_district(lincoln)

    write_district(plan, tmp_path / "again")

    assert read_district(tmp_path / "again") == plan


def test_settings_come_back_the_same(small: Path, tmp_path: Path) -> None:
    plan = replace(
        read_district(small),
        name='The "Small" district\\',
        sis="Núñez SIS",
        nightly_sync=time(2, 30, 15),
        lag_minutes=0,
        manual_rostering=True,
        lms="schoology",
    )

    write_district(plan, tmp_path / "again")

    assert read_district(tmp_path / "again") == plan


def test_schools_contacts_and_columns_of_the_districts_own_come_back_the_same(small: Path, tmp_path: Path) -> None:
    add(small, "schools.csv", "2,Lake School,002", "3,Sea School,003")
    rewrite(
        small,
        "students.csv",
        "School_id,Student_id,Contact_name,Last_name,ext.b,First_name,Contact_phone,Username,ext.a",
        '1,s1,"Park, Jin",Park,,Leo,1,leo,',
        "2,s1,Sue Park,Park,,Leo,,leo,x",
        "3,s1,,Park,,Leo,,leo,",
        "1,s2,,Ruiz,y,Ana,,,z",
        "1,s3,One,Kim,,Noah,,,",
        '1,s3,"Two ""quoted""",Kim,,Noah,,,',
    )
    plan = read_district(small)

    write_district(plan, tmp_path / "again")

    assert read_district(tmp_path / "again") == plan


def test_the_columns_of_ours_are_written_with_capitals_as_clever_spells_its_own(
    small: Path, tmp_path: Path
) -> None:
    rewrite(
        small,
        "students.csv",
        "School_id,Student_id,Last_name,First_name,gifted status,Section_504_STATUS,disability_code,"
        "Preferred_first_name,Contact_name,Weighted_gpa",
        "1,s1,Park,Leo,Y,N,sld,Lee,Jin Park,3.9",
    )
    plan = read_district(small)

    write_district(plan, tmp_path / "again")

    assert (tmp_path / "again" / "students.csv").read_text() == (
        "School_id,Student_id,Last_name,First_name,Middle_name,Grade,Student_email,Weighted_gpa,Preferred_first_name,"
        "Disability_code,Section_504_status,Gifted_status,Contact_name\n"
        "1,s1,Park,Leo,,,,3.9,Lee,sld,N,Y,Jin Park\n"
    )
    assert read_district(tmp_path / "again") == plan


def test_ids_that_need_quotes_come_back_the_same(small: Path, tmp_path: Path) -> None:
    rewrite(small, "schools.csv", HEADERS["schools.csv"], '"1,""a""",Hill School,001')
    rewrite(small, "teachers.csv", HEADERS["teachers.csv"], '"1,""a""","t,1",Kay,Mia')
    rewrite(small, "students.csv", HEADERS["students.csv"], '"1,""a""","s,""1""",Park,Leo', '"1,""a""",s2,Ruiz,Ana')
    rewrite(small, "sections.csv", HEADERS["sections.csv"], '"1,""a""","c,1","t,1"')
    rewrite(small, "enrollments.csv", HEADERS["enrollments.csv"], '"1,""a""","c,1","s,""1"""', '"1,""a""","c,1",s2')
    plan = read_district(small)

    write_district(plan, tmp_path / "again")

    assert (tmp_path / "again" / "enrollments.csv").read_text() == (
        'School_id,Section_id,Student_id\n"1,""a""","c,1","s,""1"""\n"1,""a""","c,1",s2\n'
    )
    assert read_district(tmp_path / "again") == plan


def test_files_that_nobody_needs_are_not_written(small: Path, tmp_path: Path) -> None:
    write_district(read_district(small), tmp_path / "again")

    assert not (tmp_path / "again" / "staff.csv").exists()
    assert (tmp_path / "again" / "enrollments.csv").read_text() == "School_id,Section_id,Student_id\n"


def test_a_district_that_is_there_is_not_overwritten(lincoln: Path) -> None:
    plan = read_district(lincoln)

    with pytest.raises(BadInput, match=r"it holds district\.toml, schools\.csv.* already\. Name a new folder"):
        write_district(plan, lincoln)


# --- what somebody might do to it -----------------------------------------------------------------------------


def test_a_year_beyond_all_calendars_is_no_date(lincoln: Path) -> None:
    swap(lincoln, "sections.csv", "06/04/2027", "6/4/99999999999")

    assert "line 2, column Term_end, value '6/4/99999999999': this is no date. Write it as" in refusal(lincoln)


@pytest.mark.parametrize("number", ["²", "9" * 5000, "0", "1000"])
def test_a_contact_needs_a_number_in_plain_digits(small: Path, number: str) -> None:
    swap(small, "students.csv", "First_name", f"First_name,Contact_{number}_name")

    told = refusal(small)

    assert f"students.csv, line 1, column Contact_{number[:50]}" in told
    assert "this is no number of a contact. Number contacts from 1 to 999" in told


@pytest.mark.parametrize(
    "columns", ["Contact_name,Contact_1_name", "Contact_2_name,Contact_02_name", "contact 2 name,Contact_2_name"]
)
def test_two_columns_for_the_same_thing_of_a_contact_are_refused(small: Path, columns: str) -> None:
    rewrite(small, "students.csv", f"School_id,Student_id,Last_name,First_name,{columns}", "1,s1,Park,Leo,A,B")

    assert "the header names this column twice. Keep one of them." in refusal(small)


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ("lag_minutes = 100000", "below 100000"),
        (f"lag_minutes = {'9' * 5000}", "this is not TOML"),
        (f"lag_minutes = 0x{'f' * 5000}", "column lag_minutes, value 'too long to be told': this is no number"),
        (f"sis = {'[' * 3000}{']' * 3000}", "district.toml: this is nested too deeply"),
        (f"sis = 0x{'f' * 5000}", "column sis, value 'too long to be told': this is not text"),
        ('nightly_sync = "04:00:00.5"', "the time has a fraction of a second"),
        ('sis = "Power\\u007fSchool"', "column sis, value 'Power\\x7fSchool': this holds a control character"),
    ],
)
def test_a_monstrous_setting_is_refused(small: Path, setting: str, told: str) -> None:
    add(small, "district.toml", setting)

    assert told in refusal(small)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (f"0x{'f' * 5000}", "column name, value 'too long to be told': this is not text"),
        ('"Sm\\tall"', "column name, value 'Sm\\tall': this holds a control character"),
    ],
)
def test_a_name_that_cannot_be_a_districts_is_refused(small: Path, name: str, told: str) -> None:
    rewrite(small, "district.toml", f"name = {name}", 'timezone = "Europe/Oslo"')

    assert told in refusal(small)


@pytest.mark.parametrize("file", ["students.csv", "district.toml", "district_admins.csv"])
@pytest.mark.parametrize("what", ["folder", "dangling link"])
def test_what_is_no_file_is_named(small: Path, file: str, what: str) -> None:
    (small / file).unlink(missing_ok=True)
    if what == "folder":
        (small / file).mkdir()
    else:
        (small / file).symlink_to("nowhere")

    assert f"{file}: this is not a file" in refusal(small) or f"{file}: the folder has no such file" in refusal(
        small
    )


@pytest.mark.parametrize("file", ["students.csv", "district.toml"])
def test_a_file_that_may_not_be_read_is_named(small: Path, file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Path.open

    def refuse(path: Path, *how: Any, **more: Any) -> Any:
        if path.name == file:
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *how, **more)

    monkeypatch.setattr(Path, "open", refuse)

    assert f"{file} cannot be read: Permission denied" in refusal(small)


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    assert "there is no such folder" in refusal(tmp_path / "file")


@pytest.mark.parametrize("mark", ["\t", "\0", "\x7f", "\x85"])
def test_a_control_character_is_refused_wherever_it_stands(small: Path, mark: str) -> None:
    add(small, "students.csv", f'1,s2,"Ru{mark}iz",Ana')

    told = refusal(small)

    assert "students.csv, line 3, value '1,s2,\"Ru" in told
    assert f"the line holds the control character U+{ord(mark):04X}. Remove it" in told


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n"])
def test_a_value_over_several_lines_is_refused(small: Path, end: str) -> None:
    (small / "students.csv").write_text(
        f'School_id,Student_id,Last_name,First_name\n1,s1,"Pa{end}rk",Leo\n', encoding="utf-8", newline=""
    )

    assert f"students.csv, line 2, value {f'Pa{end}rk'!r}: the value goes on in the next line" in refusal(small)


def test_a_column_over_several_lines_is_refused(small: Path) -> None:
    rewrite(small, "students.csv", 'School_id,Student_id,Last_name,First_name,"ext.\nb"')

    assert "the name of the column goes on in the next line" in refusal(small)


def test_contacts_come_back_the_same_whatever_their_columns(small: Path, tmp_path: Path) -> None:
    rewrite(
        small,
        "students.csv",
        "School_id,Student_id,Last_name,First_name,Contact_3_name,Contact_2_name,Contact_2_phone,Contact_name",
        "1,s1,Park,Leo,C,B,,",
        "1,s2,Ruiz,Ana,Same,Same,,Same",
        "1,s3,Kim,Noah,,,5,",
        "1,s3,Kim,Noah,,X,5,",
    )
    rewrite(
        small,
        "teachers.csv",
        "School_id,Teacher_id,Last_name,First_name,Contact_2_name,Contact_name",
        "1,t1,Kay,Mia,A,B",
    )
    plan = read_district(small)

    write_district(plan, tmp_path / "again")

    assert plan.roster.people[PersonId("student:s1")].more == (("contact_name", "B"), ("contact_2_name", "C"))
    assert dict(plan.roster.people[PersonId("teacher:t1")].more) == {"contact_2_name": "A", "contact_name": "B"}
    assert read_district(tmp_path / "again") == plan


def test_district_admins_have_no_column_for_a_school(small: Path) -> None:
    rewrite(
        small, "district_admins.csv", "Admin_id,Admin_email,First_name,Last_name,School_id", "9,d@x.example,D,W,1"
    )

    assert "district_admins.csv, line 1, column School_id: district admins belong to" in refusal(small)


def test_a_long_value_is_not_quoted_whole(small: Path) -> None:
    add(small, "students.csv", f"{'9' * 5000},s2,{'R' * 5000},Ana", f"1,s1,{'R' * 5000},Leo", "x," * 5000)
    add(small, "district.toml", f"{'k' * 5000} = 1")

    first = refusal(small)
    swap(small, "district.toml", f"{'k' * 5000} = 1", "")

    assert len(first) < 600
    assert len(refusal(small)) < 1200


def test_where_nothing_can_be_written_that_is_told(small: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(BadInput, match="this cannot be done: Not a directory"):
        write_district(read_district(small), tmp_path / "file" / "sub")
