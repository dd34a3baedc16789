"""Reading Clever as Otus does: envelopes, shapes, pages and refusals, written out by hand from the recordings."""

from __future__ import annotations

import pytest

from tests.http.caller import ALGEBRA, Caller, ids, link

KEYS = {
    "districts": "district_contact error id last_sync launch_date login_methods name portal_url sis_type state",
    "schools": "created district ext high_grade id last_modified location low_grade name phone principal "
    "school_number sis_id state_id",
    "terms": "district end_date id name start_date",
    "courses": "district id name number",
    "sections": "course created district ext grade id last_modified name period school section_number sis_id "
    "students subject teacher teachers term_id",
    "users": "created district email id last_modified name roles",
}
STUDENT = (
    "credentials dob enrollments ext gender grade graduation_year hispanic_ethnicity location race school schools "
    "sis_id state_id student_number email"
)
TEACHER = "credentials ext legacy_id school schools sis_id state_id teacher_number title"
EMAIL = "Ruth.Abara@lincoln.example"
NEW_TEACHER = f'the registrar adds the teacher "Ruth Abara" with the email "{EMAIL}" at "Lincoln High School"'


@pytest.mark.parametrize("kind", KEYS)
def test_every_record_of_a_kind_has_the_recorded_keys_and_reads_the_same_alone(lincoln: Caller, kind: str) -> None:
    items = lincoln.page(f"/v3.0/{kind}")["data"]

    assert items
    for item in items:
        assert item.keys() == {"data", "uri"}
        assert item["data"].keys() == set(KEYS[kind].split())
        assert item["uri"] == f"/v3.0/{kind}/{item['data']['id']}"
        assert lincoln.page(item["uri"])["data"] == item["data"]


@pytest.mark.parametrize(("role", "keys"), [("student", STUDENT), ("teacher", TEACHER)])
def test_a_role_has_the_recorded_keys(lincoln: Caller, role: str, keys: str) -> None:
    people = lincoln.records(f"/v3.0/users?role={role}")

    assert {frozenset(person["roles"][role]) for person in people} == {frozenset(keys.split())}


def test_a_record_alone_links_to_what_belongs_to_it(lincoln: Caller) -> None:
    section = lincoln.page("/v3.0/sections")["data"][0]

    page = lincoln.page(section["uri"])

    assert [one["rel"] for one in page["links"]] == ["self", "district", "school", "term", "course", "users"]
    assert link(page, "users") == f"{section['uri']}/users"


def test_the_ids_in_a_section_lead_to_its_people_its_school_its_course_and_its_term(lincoln: Caller) -> None:
    for section in lincoln.records("/v3.0/sections"):
        assert section["teacher"] == section["teachers"][0]
        uris = [f"/v3.0/users/{user}" for user in (*section["teachers"], *section["students"])]
        uris += [f"/v3.0/schools/{section['school']}", f"/v3.0/courses/{section['course']}"]
        uris += [f"/v3.0/terms/{section['term_id']}"]
        assert {lincoln.clever(uri).status_code for uri in uris} == {200}


def test_values_read_as_recorded(lincoln: Caller) -> None:
    ivy = next(one for one in lincoln.records("/v3.0/users?role=student") if one["name"]["first"] == "Ivy")
    (term,) = lincoln.records("/v3.0/terms")

    assert ivy["name"] == {"first": "Ivy", "last": "Bell", "middle": ""}
    assert (ivy["created"], ivy["roles"]["student"]["dob"]) == ("2026-08-18T12:00:00.000Z", "1/1/2015")
    assert (term["start_date"], term["end_date"]) == ("2026-08-17", "2027-06-04")


@pytest.mark.parametrize("limit", [1, 7, 79, 100])
def test_walking_forward_meets_everybody_once_in_order(lincoln: Caller, limit: int) -> None:
    everybody = ids(lincoln.page("/v3.0/users?limit=1000"))

    pages = list(lincoln.walk(f"/v3.0/users?limit={limit}", "next"))

    assert [one for page in pages for one in ids(page)] == everybody == sorted(everybody)
    assert all(len(page["data"]) == limit for page in pages[:-1])


@pytest.mark.parametrize("limit", [1, 7, 79, 100])
def test_walking_back_from_the_last_meets_everybody_once(lincoln: Caller, limit: int) -> None:
    everybody = ids(lincoln.page("/v3.0/users?limit=1000"))

    pages = list(lincoln.walk(f"/v3.0/users?limit={limit}&ending_before=last", "prev"))

    assert [one for page in reversed(pages) for one in ids(page)] == everybody


def test_the_links_of_pages_are_those_recorded(lincoln: Caller) -> None:
    first = lincoln.page("/v3.0/users?role=teacher&limit=2")
    second = lincoln.page(link(first, "next"))
    beyond = lincoln.page("/v3.0/schools?starting_after=ffffffffffffffffffffffff")

    assert [one["rel"] for one in first["links"]] == ["self", "next"]
    assert link(first, "self") == "/v3.0/users?role=teacher&limit=2"
    assert link(first, "next") == f"/v3.0/users?limit=2&role=teacher&starting_after={ids(first)[-1]}"
    assert link(second, "prev") == f"/v3.0/users?limit=2&role=teacher&ending_before={ids(second)[0]}"
    assert beyond["data"] == []
    assert [one["rel"] for one in beyond["links"]] == ["self", "prev"]
    assert link(beyond, "prev") == "/v3.0/schools?ending_before=ffffffffffffffffffffffff"


def test_a_full_last_page_has_a_next_that_is_empty_and_a_short_one_has_none(lincoln: Caller) -> None:
    full, short = lincoln.page("/v3.0/schools?limit=2"), lincoln.page("/v3.0/schools?limit=3")

    assert lincoln.page(link(full, "next"))["data"] == []
    assert link(short, "next") == ""


def test_a_count_has_no_records_and_other_words_in_its_place_do_nothing(lincoln: Caller) -> None:
    counted = lincoln.page("/v3.0/schools?count=true")

    assert counted == {"count": 2, "links": [{"rel": "self", "uri": "/v3.0/schools?count=true"}]}
    assert len(lincoln.page("/v3.0/schools?count=5")["data"]) == 2


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/v3.0/users?limit=10000", 200),
        ("/v3.0/users?limit=10001", 413),
        ("/v3.0/users?limit=" + "9" * 5000, 413),
        ("/v3.0/users?limit=" + "0" * 5000 + "1", 200),
        ("/v3.0/users?limit=" + "0" * 5000, 400),
        ("/v3.0/users?limit=0", 400),
        ("/v3.0/users?limit=-1", 400),
        ("/v3.0/users?limit=ten", 400),
        ("/v3.0/users?limit=", 400),
        ("/v3.0/users?limit=%D9%A1", 400),
        ("/v3.0/users?role=parent", 400),
        ("/v3.0/users?role=contact", 200),
        ("/v3.0/users?starting_after=a&ending_before=b", 400),
        ("/v3.0/users?starting_after=%00%FF", 200),
        ("/v3.0/users/000000000000000000000000", 404),
        ("/v3.0/users/no-id", 404),
        ("/V3.0/users", 200),
        ("/v3.0/USERS/", 200),
    ],
)
def test_what_cannot_be_read_is_refused_in_clevers_shape(lincoln: Caller, path: str, status: int) -> None:
    reply = lincoln.clever(path)

    assert reply.status_code == status, reply.text
    if status != 200 and path.startswith("/v3.0"):
        assert reply.get_json().keys() == {"message"}


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer ", "Basic YTpi", "Bearer nobody", "nobody"])
def test_without_a_token_nothing_is_read(lincoln: Caller, header: str) -> None:
    reply = lincoln.client.get("/v3.0/users", headers={"Authorization": header})

    assert (reply.status_code, [*reply.get_json()]) == (401, ["message"])


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/v3.0/<b>"),
        ("POST", "/v3.0/users"),
        ("GET", "/v3.0"),
        ("GET", "/v3"),
        ("GET", "/v3.2/users"),
        ("GET", "/v3.0/students"),
        ("GET", "/v3.0/users/one/two/three"),
        ("PURGE", "/v3.0/users"),
        ("TRACE", "/v3.0"),
        ("DELETE", "/V3.1"),
    ],
)
def test_an_address_that_clever_does_not_have_gets_the_page_of_its_web_server(
    lincoln: Caller, method: str, path: str
) -> None:
    reply = lincoln.client.open(path, method=method, headers={"Authorization": f"Bearer {lincoln.token}"})

    assert (reply.status_code, reply.content_type) == (404, "text/html; charset=utf-8")
    assert f"<pre>Cannot {method} {path.replace('<b>', '&lt;b&gt;')}</pre>" in reply.text


@pytest.mark.parametrize("path", ["/V3.0/users", "/v3.0/USERS/", "/v3.0//users", "/v3.0/users/"])
def test_a_path_is_taken_in_any_case_and_with_slashes_too_many(lincoln: Caller, path: str) -> None:
    assert ids(lincoln.page(path)) == ids(lincoln.page("/v3.0/users"))


def test_the_date_is_the_simulations_and_nothing_may_be_stored(lincoln: Caller) -> None:
    lincoln.say("the night passes")

    reply = lincoln.clever("/v3.0/districts")

    assert reply.headers["Date"] == "Tue, 17 Nov 2026 14:00:00 GMT"
    assert reply.headers["Cache-Control"] == "no-store"


def test_an_edit_is_read_when_its_lag_has_passed_and_not_before(lincoln: Caller) -> None:
    lincoln.say('the registrar changes the email of "Leo Park" to "leo@new.example"')

    def emails() -> set[str]:
        return {person["email"] for person in lincoln.records("/v3.0/users?role=student")}

    assert "leo@new.example" not in emails()
    lincoln.say("15 minutes pass")
    assert "leo@new.example" in emails()
    (leo,) = (one for one in lincoln.records("/v3.0/users?role=student") if one["email"] == "leo@new.example")
    assert (leo["created"], leo["last_modified"]) == ("2026-08-18T12:00:00.000Z", "2026-11-16T12:15:00.000Z")


def test_records_of_one_email_are_one_user_with_the_id_of_the_teacher(lincoln: Caller) -> None:
    before = len(lincoln.records("/v3.0/users?limit=1000"))
    lincoln.say(NEW_TEACHER, "15 minutes pass")

    found = [one for one in lincoln.records("/v3.0/users?limit=1000") if one["name"]["last"] == "Abara"]

    (ruth,) = found
    assert list(ruth["roles"]) == ["teacher", "staff"]
    assert ruth["created"] == "2026-11-16T12:15:00.000Z"
    assert len(lincoln.records("/v3.0/users?limit=1000")) == before
    for role in ("teacher", "staff"):
        assert ruth in lincoln.records(f"/v3.0/users?role={role}")


def test_what_is_not_shared_is_not_there(lincoln: Caller) -> None:
    schools = {one["name"]: one["id"] for one in lincoln.records("/v3.0/schools")}
    lincoln.say('the district shares the schools "Lincoln High School" with Otus')

    assert [one["name"] for one in lincoln.records("/v3.0/schools")] == ["Lincoln High School"]
    assert {one["school"] for one in lincoln.records("/v3.0/sections")} == {schools["Lincoln High School"]}
    assert lincoln.clever(f"/v3.0/schools/{schools['Lincoln Middle School']}").status_code == 404


def test_custom_data_and_a_co_teacher_of_the_section_page_are_read_like_any_other(lincoln: Caller) -> None:
    lincoln.say(f'the district adds "Idris Roy" as co-teacher on the section page of "{ALGEBRA}" in Clever')

    section = next(one for one in lincoln.records("/v3.0/sections") if one["sis_id"] == "2001")
    second = lincoln.page(f"/v3.0/users/{section['teachers'][1]}")["data"]

    assert second["name"] == {"first": "Idris", "last": "Roy", "middle": ""}


def test_reading_again_after_a_reset_reads_the_beginning(lincoln: Caller) -> None:
    before = lincoln.page("/v3.0/users?role=student")
    lincoln.say('the registrar removes "Leo Park" from the SIS', "15 minutes pass")
    assert lincoln.page("/v3.0/users?role=student") != before

    lincoln.post("/reset")

    assert lincoln.page("/v3.0/users?role=student") == before
