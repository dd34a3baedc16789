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

    def user(self, email: str) -> Any:
        return next(one for one in everything(self.users.get_users) if one.email == email)


@pytest.fixture(params=["v3.0"])
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
    assert len({one.id for one in users}) == len(users) == 79 + 49


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


def test_somebody_with_two_roles_is_one_user_with_both(reader: Reader) -> None:
    tess = reader.users.get_user(reader.user("tess.monroe@lincoln.example").id).data

    assert tess.roles.teacher.sis_id == "112"
    assert tess.roles.staff.staff_id == "304"
    assert tess.roles.student is None


def test_a_token_that_opens_nothing_is_refused(reader: Reader) -> None:
    reader.client.configuration.access_token = "somebody else's"

    with pytest.raises(ApiException) as refused:
        reader.users.get_users()
    assert refused.value.status == 401
