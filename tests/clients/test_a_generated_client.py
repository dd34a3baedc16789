"""strongmind-clever-client, generated from Clever's own description of v3.0, reads a district: by its host setting.

It checks what it reads against that description: a grade, a subject or a link that is not in it is an error.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import clever_client
import pytest
from clever_client.rest import ApiException

from tests.clients.conftest import Served

PAGE = 7

ANAS_TEACHERS = {"Ito", "Chen", "Roy", "Poe", "Núñez", "Diaz-Moreno"}
IN_ALGEBRA = {
    "Ana Ruiz",
    "Noah Kim",
    "Zoë Laurent",
    "Marcus Hill",
    "Leila Haddad",
    "Tomás Vega",
    "Greta Lund",
    "Jamal Carter",
    "Nora Quinn",
    "Victor Salas",
    "Esme Doyle",
}


@dataclass(frozen=True)
class Reader:
    """Somebody with the client and the token of Lincoln."""

    client: clever_client.ApiClient
    lincoln: Served

    @property
    def schools(self) -> Any:
        return clever_client.SchoolsApi(self.client)

    @property
    def sections(self) -> Any:
        return clever_client.SectionsApi(self.client)

    @property
    def users(self) -> Any:
        return clever_client.UsersApi(self.client)

    @property
    def events(self) -> Any:
        return clever_client.EventsApi(self.client)

    def section(self, sis_id: str) -> Any:
        return next(one for one in everything(self.sections.get_sections) if one.sis_id == sis_id)

    def user(self, email: str) -> Any:
        return next(one for one in everything(self.users.get_users) if one.email == email)


@pytest.fixture(params=["v3.0", "v3.1"])
def reader(request: pytest.FixtureRequest, lincoln: Served) -> Iterator[Reader]:
    with_token = clever_client.Configuration()
    with_token.host = f"{lincoln.url}/{request.param}"
    with_token.access_token = lincoln.token
    client = clever_client.ApiClient(with_token)
    yield Reader(client, lincoln)
    client.rest_client.pool_manager.clear()


def everything(list_some: Callable[..., Any], *of: str, **asked: str) -> list[Any]:
    """Read a list page after page, each from the last id of the one before, as long as there is a next one."""
    found: list[Any] = []
    after: dict[str, str] = {}
    while True:
        page = list_some(*of, limit=PAGE, **after, **asked)
        found += [item.data for item in page.data]
        if all(link.rel != "next" for link in page.links):
            return found
        after = {"starting_after": found[-1].id}


def names(users: list[Any]) -> list[str]:
    return [f"{user.name.first} {user.name.last}" for user in users]


def test_it_reads_a_whole_district_page_by_page(reader: Reader) -> None:
    (district,) = clever_client.DistrictsApi(reader.client).get_districts().data
    schools = everything(reader.schools.get_schools)
    (term,) = everything(clever_client.TermsApi(reader.client).get_terms)
    courses = everything(clever_client.CoursesApi(reader.client).get_courses)
    sections = everything(reader.sections.get_sections)
    users = everything(reader.users.get_users)

    assert (district.data.name, district.data.state) == ("Lincoln", "running")
    assert {(one.name, one.school_number) for one in schools} == {
        ("Lincoln Middle School", "010"),
        ("Lincoln High School", "020"),
    }
    assert (term.name, term.start_date, term.end_date) == ("2026-27", "2026-08-17", "2027-06-04")
    assert len({one.id for one in courses}) == len(courses) == 16
    assert len({one.id for one in sections}) == len(sections) == 17
    assert len({one.id for one in users}) == len(users) == 128


@pytest.mark.parametrize(
    ("role", "people"), [("student", 61), ("teacher", 13), ("staff", 5), ("district_admin", 1), ("contact", 49)]
)
def test_it_reads_the_people_in_a_role(reader: Reader, role: str, people: int) -> None:
    found = everything(reader.users.get_users, role=role)

    assert len(found) == people
    assert all(getattr(user.roles, role) for user in found)


def test_it_walks_back_to_the_beginning_over_the_same_pages(reader: Reader) -> None:
    forwards = [one.id for one in everything(reader.sections.get_sections)]
    backwards: list[str] = []
    before = "last"
    while page := [item.data.id for item in reader.sections.get_sections(limit=PAGE, ending_before=before).data]:
        backwards = page + backwards
        before = page[0]

    assert backwards == forwards


def test_it_finds_everything_around_a_section(reader: Reader) -> None:
    algebra = reader.section("2001")

    section = reader.sections.get_section(algebra.id).data
    course = reader.sections.get_course_for_section(algebra.id).data
    school = reader.sections.get_school_for_section(algebra.id).data
    term = reader.sections.get_term_for_section(algebra.id).data
    district = reader.sections.get_district_for_section(algebra.id).data
    students = everything(reader.sections.get_users_for_section, algebra.id, role="student")
    (teacher,) = everything(reader.sections.get_users_for_section, algebra.id, role="teacher")

    assert (section.name, section.subject, section.grade, section.period) == ("Algebra 1", "math", "9", "3")
    assert (course.name, course.number) == ("Algebra 1", "MA110")
    assert (school.name, school.principal.email) == ("Lincoln High School", "ruth.abara@lincoln.example")
    assert (term.name, district.name) == ("2026-27", "Lincoln")
    assert set(names(students)) == IN_ALGEBRA
    assert {one.id for one in students} == set(section.students)
    assert (teacher.email, teacher.id) == ("hana.ito@lincoln.example", section.teacher)


def test_it_finds_everything_around_people(reader: Reader) -> None:
    ana, hana = reader.user("ana.ruiz@lincoln.example"), reader.user("hana.ito@lincoln.example")
    jose = reader.user("jose.nunez@lincoln.example")

    anas_teachers = everything(reader.users.get_teachers_for_user, ana.id)
    hanas_sections = everything(reader.users.get_sections_for_user, hana.id)
    hanas_students = everything(reader.users.get_students_for_user, hana.id)
    joses_schools = everything(reader.users.get_schools_for_user, jose.id)
    (joses_first,) = everything(reader.users.get_schools_for_user, jose.id, primary="true")

    leo = reader.user("leo.park@lincoln.example")
    leos_contacts = everything(reader.users.get_contacts_for_user, leo.id)
    (their_child,) = everything(reader.users.get_students_for_user, leos_contacts[0].id)

    assert {one.name.last for one in anas_teachers} == ANAS_TEACHERS
    assert {one.name.last for one in leos_contacts} == {"Jin Park", "Sue Park"}
    assert their_child.id == leo.id
    assert {one.name for one in hanas_sections} == {"Algebra 1", "Geometry"}
    assert len(hanas_students) == 20
    assert {one.name for one in joses_schools} == {"Lincoln Middle School", "Lincoln High School"}
    assert joses_first.name == "Lincoln High School"


def test_it_reads_a_school(reader: Reader) -> None:
    middle = next(one for one in everything(reader.schools.get_schools) if one.sis_id == "10")

    students = everything(reader.schools.get_users_for_school, middle.id, role="student")
    sections = everything(reader.schools.get_sections_for_school, middle.id)
    courses = everything(reader.schools.get_courses_for_school, middle.id)

    assert len(students) == 30
    assert len(sections) == len(courses) == 7


def test_somebody_with_two_roles_is_one_user_with_both(reader: Reader) -> None:
    tess = reader.users.get_user(reader.user("tess.monroe@lincoln.example").id).data

    assert tess.roles.teacher.sis_id == "112"
    assert tess.roles.staff.staff_id == "304"
    assert tess.roles.student is None


def test_it_follows_the_events_from_where_it_left_them(reader: Reader) -> None:
    newest = reader.events.get_events(ending_before="last", limit=1).data
    bookmark = {"starting_after": newest[-1].data.id} if newest else {}
    algebra, ana = reader.section("2001"), reader.user("ana.ruiz@lincoln.example")

    reader.lincoln.say('the registrar drops "Ana Ruiz" from "Algebra 1 (2001)"', "15 minutes pass")
    events = [item.data for item in reader.events.get_events(**bookmark).data]
    (changed,) = (event for event in events if isinstance(event, clever_client.SectionsUpdated))

    assert changed.data.object.id == algebra.id
    assert set(algebra.students) - set(changed.data.object.students) == {ana.id}
    assert reader.events.get_events(starting_after=events[-1].id).data == []


def test_who_goes_and_who_comes_back_is_an_event(reader: Reader) -> None:
    leo = reader.user("leo.park@lincoln.example")

    reader.lincoln.say('the registrar removes "Leo Park" from the SIS', "15 minutes pass")
    with pytest.raises(ApiException) as refused:
        reader.users.get_user(leo.id)
    reader.lincoln.say('the registrar takes "Leo Park" back into the SIS', "15 minutes pass")
    of_users = [item.data for item in reader.events.get_events(record_type=["users"]).data]
    of_leo = [event for event in of_users if event.data.object.id == leo.id]

    assert refused.value.status == 404
    assert [type(event) for event in of_leo] == [clever_client.UsersDeleted, clever_client.UsersCreated]
    assert {event.data.object.name.last for event in of_leo} == {"Park"}
    assert reader.users.get_user(leo.id).data.roles.student.sis_id == "1032"


def test_a_token_that_opens_nothing_is_refused(reader: Reader) -> None:
    reader.client.configuration.access_token = "somebody else's"

    with pytest.raises(ApiException) as refused:
        reader.users.get_users()
    assert refused.value.status == 401


def test_resources_are_none(reader: Reader) -> None:
    assert clever_client.ResourcesApi(reader.client).get_resources().data is None
