"""Turning a code into a token, once and in time; what tokens open, and when they no longer do."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from concurrent.futures import ThreadPoolExecutor

import pytest
from flask.testing import FlaskClient

from simulator.clock import instant_from
from simulator.http.identity.logins import KEPT_MOST, Login, Logins
from simulator.http.identity.refusals import OAuthError
from simulator.roster import CleverId, DistrictId
from tests.http.caller import Caller
from tests.http.logging_in import CALLBACK, HANA, LEO, Application, came_back

NINE = instant_from("2026-11-16T09:00:00+00:00")
SCOPES = [
    "read:district_admins",
    "read:iep_status",
    "read:school_admins",
    "read:sections",
    "read:sis",
    "read:student_contacts",
    "read:students",
    "read:teachers",
    "read:user_id",
]


@pytest.fixture
def app(lincoln: Caller) -> Application:
    return Application.of(lincoln)


@pytest.fixture
def theirs(client: FlaskClient) -> Application:
    client.post("/simulations", json={"id": "theirs", "district": "Lincoln"})
    return Application.of(Caller(client, "theirs"))


def wait(app: Application, **length: int) -> None:
    assert app.caller.post("/clock", {"advance": length}).status_code == 200


def test_a_code_becomes_a_token_in_exactly_the_recorded_shape(app: Application) -> None:
    """[R3]: exactly these two keys; [D]: the prefix of a user's token."""
    reply = app.exchange(app.code())

    told = reply.get_json()
    assert (reply.status_code, [*told], told["token_type"]) == (200, ["access_token", "token_type"], "bearer")
    assert re.fullmatch("il[0-9a-f]{38}", told["access_token"])
    assert reply.headers["Cache-Control"] == "no-store"
    assert reply.headers["Date"] == "Mon, 16 Nov 2026 12:00:00 GMT"


def test_the_same_simulation_gives_the_same_codes_and_tokens(client: FlaskClient) -> None:
    def once() -> list[str]:
        client.post("/simulations", json={"id": "again", "seed": 7})
        app = Application.of(Caller(client, "again"))
        made = [app.code(), app.token(), app.token(HANA)]
        client.delete("/simulations/again")
        return made

    first = once()

    assert first == once()
    assert len(set(first)) == 3


def test_json_and_form_and_client_in_header_or_body_are_all_taken(app: Application) -> None:
    grant = {"grant_type": "authorization_code", "redirect_uri": CALLBACK}
    own = {"client_id": app.id, "client_secret": app.keys["client_secret"]}
    post = app.caller.client.post

    replies = [
        post("/oauth/tokens", json={**grant, "code": app.code()}, headers=app.basic),
        post("/oauth/tokens", data={**grant, "code": app.code()}, headers=app.basic),
        post("/oauth/tokens", json={**grant, "code": app.code(), **own}),
        post("/oauth/tokens", data={**grant, "code": app.code(), **own}),
        post("/oauth/tokens", data=json.dumps({**grant, "code": app.code()}), headers=app.basic),
    ]

    assert [reply.status_code for reply in replies] == [200] * 5


def test_a_code_works_once(app: Application) -> None:
    code = app.code()
    app.exchange(code)

    again = app.exchange(code)

    assert again.status_code == 400
    assert again.get_json() == {"error": "invalid_grant", "error_description": "Invalid grant: invalid code"}


def test_of_many_who_come_with_one_code_at_once_one_gets_a_token(app: Application) -> None:
    code = app.code()

    with ThreadPoolExecutor(8) as pool:
        statuses = list(pool.map(lambda turn: app.exchange(code).status_code, range(16)))

    assert sorted(statuses) == [200] + [400] * 15


@pytest.mark.parametrize(("seconds", "status"), [(59, 200), (60, 400), (3600, 400)])
def test_a_code_lives_one_minute_of_the_simulated_clock(app: Application, seconds: int, status: int) -> None:
    code = app.code()
    wait(app, seconds=seconds)

    assert app.exchange(code).status_code == status


@pytest.mark.parametrize("other", [None, "", f"{CALLBACK}/", "http://localhost:3001/callback"])
def test_a_code_needs_the_address_to_which_it_went(app: Application, other: str | None) -> None:
    code = app.code()

    refused = app.exchange(code, other)

    assert (refused.status_code, refused.get_json()["error"]) == (400, "invalid_grant")
    assert app.exchange(code).status_code == 200


def test_a_code_of_another_application_is_none(app: Application, theirs: Application) -> None:
    code = app.code()

    assert theirs.exchange(code).get_json()["error"] == "invalid_grant"
    assert app.exchange(code).status_code == 200


def test_a_code_of_somebody_who_is_gone_is_none(app: Application) -> None:
    code = app.code(HANA)
    app.caller.say('the district shares the schools "Lincoln Middle School" with Otus')

    assert app.exchange(code).get_json()["error"] == "invalid_grant"


def test_a_code_dies_with_a_reset(app: Application) -> None:
    code = app.code()
    app.caller.post("/reset")

    assert app.exchange(code).get_json()["error"] == "invalid_grant"


@pytest.mark.parametrize(
    "header",
    [
        {},
        {"Authorization": ""},
        {"Authorization": "Basic"},
        {"Authorization": "Basic !!!"},
        {"Authorization": "Basic " + b64encode(b"\xff\xfe").decode()},
        {"Authorization": "Basic " + b64encode(b"no colon").decode()},
        {"Authorization": "Basic " + b64encode(b"nobody:nothing").decode()},
        {"Authorization": "Bearer x"},
    ],
)
def test_who_is_no_application_is_refused_everywhere(app: Application, header: dict[str, str]) -> None:
    grant = {"grant_type": "authorization_code", "code": app.code(), "redirect_uri": CALLBACK}

    posted = app.caller.client.post("/oauth/tokens", json=grant, headers=header)
    listed = app.caller.client.get("/oauth/tokens?owner_type=district", headers=header)

    for reply in (posted, listed):
        assert (reply.status_code, reply.get_json()["error"]) == (401, "invalid_client")
        assert ("WWW-Authenticate" in reply.headers) is ("Authorization" in header)


def test_a_secret_that_is_wrong_is_refused(app: Application) -> None:
    wrong = b64encode(f"{app.id}:{'0' * 40}".encode()).decode()

    reply = app.caller.client.post("/oauth/tokens", json={}, headers={"Authorization": f"Basic {wrong}"})

    assert (reply.status_code, reply.get_json()["error"]) == (401, "invalid_client")


@pytest.mark.parametrize(
    ("body", "error"),
    [
        (b"", "invalid_request"),
        (b"{", "invalid_request"),
        (b"[]", "invalid_request"),
        (b"\xff", "invalid_request"),
        (b"code=%FF", "invalid_request"),
        (b'{"grant_type": 1}', "invalid_request"),
        (b"[" * 100_000, "invalid_request"),
        (b'{"grant_type": "' + b"x" * 100_000 + b'"}', "invalid_request"),
        (b"grant_type=", "invalid_request"),
        (b"grant_type=authorization_code", "invalid_request"),
        (b"grant_type=refresh_token", "unsupported_grant_type"),
        (b'{"grant_type": "password"}', "unsupported_grant_type"),
        (b"grant_type=authorization_code&code=x", "invalid_grant"),
        (b'{"grant_type": "authorization_code", "code": "\\ud800"}', "invalid_grant"),
    ],
)
@pytest.mark.parametrize("content_type", ["application/json", "application/x-www-form-urlencoded", "", "x"])
def test_what_cannot_be_exchanged_is_refused_as_oauth_does(
    app: Application, content_type: str, body: bytes, error: str
) -> None:
    """[RFC 6749, 5.2]; a form that is called JSON cannot be read either."""
    headers = {**app.basic, "Content-Type": content_type}

    reply = app.caller.client.post("/oauth/tokens", data=body, headers=headers)

    assert reply.status_code == 400
    assert reply.get_json().keys() == {"error", "error_description"}
    as_form = content_type != "application/json" or body.startswith(b"{")
    assert reply.get_json()["error"] == (error if as_form else "invalid_request")


def test_a_users_token_opens_userinfo_for_a_day_of_the_simulated_clock(app: Application) -> None:
    token = app.token()

    wait(app, hours=23, minutes=59)
    assert app.get("/userinfo", token).status_code == 200
    wait(app, minutes=1)
    for path in ("/userinfo", "/v3.0/me", "/oauth/tokeninfo"):
        assert app.get(path, token).status_code == 401


def test_userinfo_tells_who_has_logged_in(app: Application) -> None:
    hana, token = app.person("Hana"), app.token(HANA)

    told = app.get("/userinfo", token).get_json()

    assert told == {
        "sub": hana["id"],
        "user_id": hana["roles"]["teacher"]["legacy_id"],
        "multi_role_user_id": hana["id"],
        "user_type": "teacher",
        "district_id": hana["district"],
        "district": hana["district"],
        "email": "hana.ito@lincoln.example",
        "name": {"first": "Hana", "last": "Ito", "middle": ""},
        "schools": hana["roles"]["teacher"]["schools"],
        "given_name": "Hana",
        "family_name": "Ito",
        "email_verified": False,
        "authorized_by": "district",
    }
    assert app.caller.client.post("/userinfo", headers={"Authorization": f"Bearer {token}"}).get_json() == told


def test_a_token_ends_with_a_reset_though_the_next_log_in_has_the_same_again(app: Application) -> None:
    token = app.token(HANA)
    app.caller.post("/reset")

    assert app.get("/userinfo", token).status_code == 401
    assert app.token(HANA) == token


def test_a_token_ends_with_its_simulation(app: Application, theirs: Application) -> None:
    token, of_theirs = app.token(), theirs.token()
    theirs.caller.client.delete("/simulations/theirs")

    assert token != of_theirs
    assert app.get("/userinfo", of_theirs).status_code == 401
    assert app.get("/userinfo", token).status_code == 200


def test_a_token_ends_when_its_user_is_no_longer_shared(app: Application) -> None:
    hana, ivy = app.token(HANA), app.token(app.person("Ivy")["id"])
    app.caller.say('the district shares the schools "Lincoln Middle School" with Otus')

    assert app.get("/userinfo", hana).status_code == 401
    assert app.get("/userinfo", ivy).status_code == 200


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer ", "Basic x", "Bearer il", "Bearer il" + "0" * 38, "il"])
def test_userinfo_and_tokeninfo_need_a_token(app: Application, header: str) -> None:
    for path in ("/userinfo", "/oauth/tokeninfo"):
        reply = app.caller.client.get(path, headers={"Authorization": header})
        assert (reply.status_code, [*reply.get_json()]) == (401, ["message"])


def test_userinfo_is_no_address_for_a_districts_token(app: Application) -> None:
    """Assumed: never recorded."""
    reply = app.get("/userinfo", app.caller.token)

    assert (reply.status_code, reply.content_type) == (404, "text/html; charset=utf-8")


def test_tokeninfo_tells_the_application_and_the_scopes(app: Application) -> None:
    for token in (app.caller.token, app.token()):
        assert app.get("/oauth/tokeninfo", token).get_json() == {"client_id": app.id, "scopes": SCOPES}


def test_the_districts_tokens_are_listed_in_the_recorded_shape(app: Application) -> None:
    (district,) = app.caller.get("").get_json()["districts"]
    path = "/oauth/tokens?owner_type=district"

    reply = app.caller.client.get(path, headers=app.basic)

    (item,) = reply.get_json()["data"]
    assert reply.get_json() == {"data": [item], "links": [{"rel": "self", "uri": path}]}
    assert [*item] == ["id", "created", "owner", "access_token", "scopes"]
    assert re.fullmatch("[0-9a-f]{24}", item["id"])
    assert item["created"] == "2026-08-18T12:00:00.000Z"
    assert item["owner"] == {"type": "district", "id": district["id"]}
    assert item["access_token"] == district["token"]
    assert item["scopes"] == SCOPES


def test_one_districts_token_is_asked_for_by_its_id(app: Application) -> None:
    (district,) = app.caller.get("").get_json()["districts"]
    path = f"/oauth/tokens?owner_type=district&district={district['id']}"

    reply = app.caller.client.get(path, headers=app.basic).get_json()
    nobody = app.caller.client.get("/oauth/tokens?owner_type=district&district=x", headers=app.basic).get_json()

    assert [item["owner"]["id"] for item in reply["data"]] == [district["id"]]
    assert reply["links"] == [{"rel": "self", "uri": path}]
    assert nobody["data"] == []


def test_a_token_that_was_renewed_is_listed_in_place_of_the_old_one(app: Application) -> None:
    """[D:ss-design]: a token may change, and the district's id is the key."""
    path = "/oauth/tokens?owner_type=district"
    (before,) = app.caller.client.get(path, headers=app.basic).get_json()["data"]
    app.caller.say("Clever renews the token of Otus")

    (after,) = app.caller.client.get(path, headers=app.basic).get_json()["data"]

    assert after["owner"] == before["owner"]
    assert after["access_token"] != before["access_token"]
    assert app.get("/oauth/tokeninfo", after["access_token"]).status_code == 200
    assert app.get("/oauth/tokeninfo", before["access_token"]).status_code == 401


def test_a_district_that_has_disconnected_is_not_listed_and_nobody_of_it_logs_in(app: Application) -> None:
    """Assumed, but for the list [D]."""
    code, token = app.code(), app.token()
    app.caller.say("the district disconnects Otus in Clever")

    assert app.caller.client.get("/oauth/tokens?owner_type=district", headers=app.basic).get_json()["data"] == []
    assert came_back(app.authorize(login_as=LEO)) == {"error": "unauthorized-user"}
    assert "nobody can log in" in app.authorize().text
    assert app.exchange(code).get_json()["error"] == "invalid_grant"
    assert app.get("/userinfo", token).status_code == 401


def test_tokeninfo_and_the_list_tell_the_scopes_as_they_are_now(app: Application) -> None:
    app.caller.say('the district shares no "student contacts" with Otus')
    fewer = [scope for scope in SCOPES if scope != "read:student_contacts"]

    (item,) = app.caller.client.get("/oauth/tokens?owner_type=district", headers=app.basic).get_json()["data"]

    assert item["scopes"] == fewer
    assert app.get("/oauth/tokeninfo", app.caller.token).get_json()["scopes"] == fewer
    assert came_back(app.authorize(login_as=LEO))["scope"] == " ".join(fewer)


@pytest.mark.parametrize("query", ["", "?owner_type=", "?owner_type=user", "?owner_type=%FF%00"])
def test_tokens_of_others_than_districts_are_not_listed(app: Application, query: str) -> None:
    """Assumed: never recorded."""
    reply = app.caller.client.get(f"/oauth/tokens{query}", headers=app.basic)

    assert (reply.status_code, reply.get_json()["error"]) == (400, "invalid_request")


def test_the_oldest_codes_and_tokens_go_first() -> None:
    logins = Logins("ours", "1")
    somebody = Login(DistrictId("d"), CleverId("u"), "student", NINE, CALLBACK)
    codes = [logins.begin(somebody) for _ in range(KEPT_MOST + 1)]

    with pytest.raises(OAuthError):
        logins.complete(codes[0], CALLBACK, NINE)
    assert logins.complete(codes[1], CALLBACK, NINE)[0] == somebody


def test_no_code_token_secret_or_name_is_logged(app: Application, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(0)
    code = app.code(HANA)
    token = app.exchange(code).get_json()["access_token"]
    app.get("/userinfo", token)
    app.exchange(code)

    for word in (code, token, app.keys["client_secret"], "Hana", "hana"):
        assert word not in caplog.text


def test_a_multi_role_user_logs_in_with_the_first_role_or_the_one_that_is_asked_for(app: Application) -> None:
    ruth = "Ruth.Abara@lincoln.example"
    app.caller.say(f'the registrar adds the teacher "Ruth Abara" with the email "{ruth}" at "Lincoln High School"')
    wait(app, minutes=15)
    roles = app.person("Ruth")["roles"]

    first = app.get("/userinfo", app.token(ruth)).get_json()
    staff = app.get("/userinfo", app.token(ruth, role="staff")).get_json()
    by_older_id = app.get("/userinfo", app.token(roles["staff"]["legacy_id"])).get_json()

    assert [*roles] == ["teacher", "staff"]
    assert (first["user_type"], first["user_id"]) == ("teacher", roles["teacher"]["legacy_id"])
    assert (staff["user_type"], staff["user_id"]) == ("staff", roles["staff"]["legacy_id"])
    assert first["sub"] == staff["sub"] == by_older_id["sub"] == app.person("Ruth")["id"]
    assert came_back(app.authorize(login_as=ruth, role="student")) == {"error": "unauthorized-user"}
