"""Why a request was refused, as the log tells people: what the simulation knows more than Clever's answer says."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from simulator.http.app import create_app
from simulator.http.host import Host
from simulator.library import sample_districts
from tests.http.caller import Caller

CALLBACK = "http://localhost:9/cb"
NEW = 'the registrar adds the student "Nia Wood" with the email "nia@home.example" at "Lincoln {} School"'


@pytest.fixture
def client() -> FlaskClient:
    """A host whose library has a second district with the same people."""
    plans = sample_districts()
    return create_app(Host({**plans, "Elm": lambda: replace(plans["Lincoln"](), name="Elm")})).test_client()


def why(caller: Caller) -> str | None:
    """Read what the log says of the latest request, which was refused."""
    newest = caller.get("/requests?limit=1").get_json()["requests"][0]
    assert newest["status"] >= 400
    told: str | None = newest["near_miss"]
    return told


def uri_of(caller: Caller, kind: str, name: object = None) -> str:
    """Find a record by its name, or take the first."""
    items = caller.page(f"/v3.0/{kind}?limit=10000")["data"]
    return next(str(item["uri"]) for item in items if name is None or item["data"]["name"] == name)


FORMER = "the token was good once: it expired, was renewed or cut off, or its user is shared no more"


def named(first: str, last: str) -> dict[str, str]:
    return {"first": first, "last": last, "middle": ""}


def asked(caller: Caller, path: str, status: int = 404) -> Caller:
    assert caller.clever(path).status_code == status
    return caller


@pytest.mark.parametrize(
    ("kind", "path", "words"),
    [
        ("sections", "users", "this id is a section, not a user"),
        ("users", "sections", "this id is a user, not a section"),
        ("terms", "courses", "this id is a term, not a course"),
        ("schools", "districts", "this id is a school, not a district"),
    ],
)
def test_an_id_of_another_kind(lincoln: Caller, kind: str, path: str, words: str) -> None:
    record = uri_of(lincoln, kind).rpartition("/")[2]

    assert why(asked(lincoln, f"/v3.0/{path}/{record}")) == words


def test_somebody_who_has_left(lincoln: Caller) -> None:
    leo = uri_of(lincoln, "users", named("Leo", "Park"))
    lincoln.say('the registrar removes "Leo Park" from the SIS', "the night passes")

    assert why(asked(lincoln, leo)) == "this id existed until Monday 16 November 06:15"


def test_a_teacher_who_has_left_is_known_by_the_id_of_v2_1_too(lincoln: Caller) -> None:
    teachers = lincoln.page("/v2.1/teachers")["data"]
    bo = next(str(one["uri"]) for one in teachers if one["data"]["name"] == named("Bo", "Lind"))
    lincoln.say('the registrar removes "Bo Lind" from the SIS', "the night passes")

    assert why(asked(lincoln, bo)) == "this id existed until Monday 16 November 06:15"


def test_slashes_that_clever_merges_explain_nothing(lincoln: Caller) -> None:
    assert "Did you mean 'users'" in str(why(asked(lincoln, "/v3.0//user")))


def test_what_is_no_longer_shared(lincoln: Caller) -> None:
    school = uri_of(lincoln, "schools", "Lincoln Middle School")
    lincoln.say("the night passes", 'the district shares the schools "Lincoln High School" with Otus')

    since = "Tuesday 17 November 08:00"
    assert why(asked(lincoln, school)) == f"the district has not shared this record since {since}"


def test_what_was_never_shared(lincoln: Caller) -> None:
    lincoln.say(NEW.format("Middle"), "15 minutes pass")
    nia = uri_of(lincoln, "users", named("Nia", "Wood"))
    lincoln.post("/reset")
    lincoln.say('the district shares the schools "Lincoln High School" with Otus')
    lincoln.say(NEW.format("Middle"), "15 minutes pass")

    assert why(asked(lincoln, nia)) == "the record is there, but the district does not share it"


def test_what_came_later(lincoln: Caller) -> None:
    lincoln.say(NEW.format("High"), "15 minutes pass")
    nia = uri_of(lincoln, "users", named("Nia", "Wood"))
    lincoln.post("/reset")
    asked(lincoln, nia)
    lincoln.say(NEW.format("High"), "15 minutes pass")

    since = "Monday 16 November 06:15"
    assert why(lincoln) == f"this id has been there since {since}, which was after the request"


def test_the_record_of_another_district(lincoln: Caller) -> None:
    lincoln.say('the district "Elm", with its SIS, Clever and Otus in step')
    other = lincoln.get("").get_json()["districts"][1]["token"]
    page = lincoln.client.get("/v3.0/schools", headers={"Authorization": f"Bearer {other}"}).get_json()

    told = why(asked(lincoln, page["data"][0]["uri"]))

    assert told == "the token belongs to another district of this simulation than the record"


def test_an_id_that_nobody_has_is_not_explained(lincoln: Caller) -> None:
    assert why(asked(lincoln, "/v3.0/users/64206e4431f12f05cc490775")) is None


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/v3.0/users/1001", 404, "24 hexadecimal digits"),
        ("/v3.0/students", 404, "ask for /users?role=student"),
        ("/v3.0/school_admins", 404, "ask for /users?role=staff"),
        ("/v3.0/user", 404, "Did you mean 'users'"),
        ("/userinfo", 404, "the token is a district's"),
        ("/v3.0/", 404, "v3.0 has events, districts, schools"),
        ("/v4.0/users", 404, "there is no version v4.0; there are v2.1, v3.0, v3.1"),
        ("/v1.2/students", 404, "there is no version v1.2"),
        ("/v2.1/users", 404, "v2.1 lists people by kind: contacts, district_admins"),
        ("/v2.1/studnets", 404, "Did you mean 'students'"),
        ("/v3.1/sections/64206e4431f12f05cc490775/student", 404, "a record of sections has course"),
        ("/v3.1/sections/64206e4431f12f05cc490775/user", 404, "Did you mean 'users'"),
        ("/v3.0/me", 404, "/me tells of who has logged in"),
        ("/v3.0/users?limit=10001", 413, "limit is at most 10000"),
        ("/v3.0/users?limit=no", 400, "a whole number from 1 to 10000"),
        ("/v3.0/users?role=parent", 400, "must be one of contact, district_admin"),
    ],
)
def test_an_address_or_a_parameter_that_is_none(lincoln: Caller, path: str, status: int, words: str) -> None:
    assert words in str(why(asked(lincoln, path, status)))


def test_a_method_that_changes_something(lincoln: Caller) -> None:
    lincoln.client.post("/v3.0/users", headers={"Authorization": f"Bearer {lincoln.token}"})

    assert why(lincoln) == "Clever only lets its records be read: GET, not POST"


def test_too_many_requests(client: FlaskClient) -> None:
    client.post("/simulations", json={"id": "slow", "district": "Lincoln", "rate_limit": 1})
    slow = Caller(client, "slow")
    slow.clever("/v3.0/terms")

    assert "all its requests of this minute" in str(why(asked(slow, "/v3.0/terms", 429)))


def _logged_in(caller: Caller) -> dict[str, str]:
    clever = caller.get("").get_json()["clever"]
    wanted = {"response_type": "code", "client_id": clever["client_id"], "redirect_uri": CALLBACK}
    login = wanted | {"login_as": "hana.ito@lincoln.example"}
    leads_to = caller.client.get("/oauth/authorize", query_string=login).headers["Location"]
    (code,) = re.findall("[?&]code=([^&]+)", leads_to)
    said = {"code": code, "grant_type": "authorization_code", "redirect_uri": CALLBACK}
    keys = {key: clever[key] for key in ("client_id", "client_secret")}
    token = caller.client.post("/oauth/tokens", json=said | keys).get_json()["access_token"]
    return {"Authorization": f"Bearer {token}"}


def test_a_user_s_token_opens_little(lincoln: Caller) -> None:
    ask = _logged_in(lincoln)
    assert lincoln.client.get("/v3.0/sections", headers=ask).status_code == 404

    assert "it opens /me" in str(why(lincoln))


def test_a_token_that_has_expired_is_known_still_and_its_request_is_the_simulation_s(lincoln: Caller) -> None:
    ask = _logged_in(lincoln)
    lincoln.say("2 nights pass")

    reply = lincoln.client.get("/v3.0/me", headers=ask)

    assert (reply.status_code, reply.headers["date"]) == (401, "Wed, 18 Nov 2026 14:00:00 GMT")
    assert why(lincoln) == FORMER


def test_reading_the_log_of_an_empty_simulation() -> None:
    client = create_app(Host(sample_districts())).test_client()
    client.post("/simulations", json={"id": "none", "district": "empty"})

    assert client.get("/simulations/none/requests").get_json() == {"requests": []}


@pytest.mark.parametrize("deed", ["Clever renews the token of Otus", "the district disconnects Otus in Clever"])
def test_a_districts_token_that_was_good_until_now(lincoln: Caller, deed: str) -> None:
    token = lincoln.token
    lincoln.say(deed)

    reply = lincoln.client.get("/v3.0/users", headers={"Authorization": f"Bearer {token}"})

    assert (reply.status_code, why(lincoln)) == (401, FORMER)
    lincoln.post("/reset")
    assert lincoln.clever("/v3.0/users").status_code == 200
