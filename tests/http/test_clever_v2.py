"""Clever v2.1 for older clients: flat people under ids of their own, beside v3 and of the same records."""

from __future__ import annotations

import pytest

from tests.http.caller import Caller, ids, link

PEOPLE = {
    "students": "student",
    "teachers": "teacher",
    "contacts": "contact",
    "school_admins": "staff",
    "district_admins": "district_admin",
}


@pytest.mark.parametrize("kind", PEOPLE)
def test_every_person_of_a_role_has_a_flat_record_under_the_id_that_v3_calls_the_old_one(
    lincoln: Caller, kind: str
) -> None:
    of_v3 = lincoln.records(f"/v3.0/users?role={PEOPLE[kind]}&limit=1000")
    expected = {one["roles"][PEOPLE[kind]].get("legacy_id", one["id"]): one["email"] for one in of_v3}
    assert expected

    found = lincoln.page(f"/v2.1/{kind}?limit=1000")

    assert {one["data"]["id"]: one["data"]["email"] for one in found["data"]} == expected
    assert ids(found) == sorted(expected)
    assert lincoln.page(f"/v2.1/{kind}?count=true")["count"] == len(expected)
    for one in found["data"]:
        assert one["uri"] == f"/v2.1/{kind}/{one['data']['id']}"
        assert "roles" not in one["data"]
        assert lincoln.page(one["uri"])["data"] == one["data"]


def test_only_students_keep_their_id(lincoln: Caller) -> None:
    students, teachers = (
        {one["id"] for one in lincoln.records(f"/v2.1/{kind}?limit=1000")} for kind in ("students", "teachers")
    )

    assert students == {one["id"] for one in lincoln.records("/v3.0/users?role=student&limit=1000")}
    assert teachers.isdisjoint(one["id"] for one in lincoln.records("/v3.0/users?limit=1000"))


@pytest.mark.parametrize("kind", ["schools", "courses", "terms", "sections", *PEOPLE])
def test_every_link_of_a_record_leads_somewhere(lincoln: Caller, kind: str) -> None:
    for one in lincoln.page(f"/v2.1/{kind}")["data"]:
        for found in lincoln.page(one["uri"])["links"]:
            assert lincoln.clever(found["uri"]).status_code == 200, found


def test_a_sections_people_lead_back_to_it(lincoln: Caller) -> None:
    section = next(one for one in lincoln.page("/v2.1/sections")["data"] if one["data"]["sis_id"] == "2001")

    teachers = lincoln.page(f"{section['uri']}/teachers")["data"]
    students = lincoln.page(f"{section['uri']}/students")["data"]

    assert [one["data"]["name"]["last"] for one in teachers] == ["Ito"]
    assert {one["data"]["id"] for one in students} == set(section["data"]["students"])
    assert lincoln.page(f"{section['uri']}/teacher")["data"] == teachers[0]["data"]
    for one in (*teachers, *students):
        assert section["data"]["id"] in ids(lincoln.page(f"{one['uri']}/sections"))
    assert link(lincoln.page(section["uri"]), "term") == f"{section['uri']}/term"


def test_an_event_is_about_one_flat_record(lincoln: Caller) -> None:
    lincoln.say('the registrar changes the email of "Leo Park" to "leo@new.example"', "15 minutes pass")

    (changed,) = lincoln.records("/v2.1/events?record_type=students")

    assert changed["type"] == "students.updated"
    assert changed["data"]["previous_attributes"] == {"email": "leo.park@lincoln.example"}
    assert changed["data"]["object"]["name"]["last"] == "Park"


def test_what_changes_is_read_anew_though_it_was_read_before(lincoln: Caller) -> None:
    def emails() -> set[str]:
        return {one["email"] for one in lincoln.records("/v2.1/teachers?limit=1000")}

    assert "hana.ito@lincoln.example" in emails()
    lincoln.say('the registrar changes the email of "Hana Ito" to "hana@new.example"', "15 minutes pass")

    assert "hana@new.example" in emails()
    assert "hana.ito@lincoln.example" not in emails()


def test_whoever_comes_in_two_roles_comes_as_two_records(lincoln: Caller) -> None:
    mail = "ada.moss@lincoln.example"
    lincoln.say(
        f'the registrar adds the teacher "Ada Moss" with the email "{mail}" at "Lincoln High School"',
        "15 minutes pass",
    )
    lincoln.say(
        f'the district creates the custom staff member "Ada Moss" with the email "{mail}"'
        ' at "Lincoln High School" in Clever',
        "15 minutes pass",
    )

    found = lincoln.records("/v2.1/events?record_type=teachers&record_type=schooladmins")

    assert [one["type"] for one in found] == ["teachers.created", "schooladmins.created"]
    teacher, staff = (one["data"]["object"]["id"] for one in found)
    assert lincoln.clever(f"/v2.1/teachers/{teacher}").status_code == 200
    assert lincoln.clever(f"/v2.1/school_admins/{staff}").status_code == 200
    assert lincoln.clever(f"/v2.1/school_admins/{teacher}").status_code == 404


@pytest.mark.parametrize("path", ["/v2.1/users", "/v2.1/resources", "/v2.1/students/one/two", "/v2.0/students"])
def test_what_v2_does_not_have_is_not_there(lincoln: Caller, path: str) -> None:
    assert lincoln.clever(path).status_code == 404
