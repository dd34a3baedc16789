"""The log of what was asked of Clever: each request with its answer, filtered, bounded, and never with a secret."""

from __future__ import annotations

import re
from base64 import b64encode
from threading import Thread
from typing import Any

import pytest
from flask.testing import FlaskClient

from simulator.http.request_log import KEPT, KEPT_OF_NOBODY
from tests.http.caller import ADD_LEO, Caller, Json

CALLBACK = "http://localhost:9/cb"


def log(caller: Caller, query: str = "") -> list[Json]:
    reply = caller.get(f"/requests{query}")
    assert reply.status_code == 200, reply.text
    found: list[Json] = reply.get_json()["requests"]
    return found


def strangers(client: FlaskClient) -> list[Json]:
    found: list[Json] = client.get("/simulations/-/requests").get_json()["requests"]
    return found


def test_each_request_stands_there_with_its_answer_newest_last(lincoln: Caller) -> None:
    lincoln.clever("/v3.0/schools?limit=1")
    lincoln.say("the night passes")
    reply = lincoln.clever("/v3.0/nothing")
    district = lincoln.get("").get_json()["districts"][0]["id"]

    first, second = log(lincoln)

    assert first["microseconds"] >= 0
    assert {key: first[key] for key in first if key not in ("body", "length", "microseconds", "request_id")} == {
        "number": 1,
        "at": "2026-11-16T12:00:00Z",
        "method": "GET",
        "path": "/v3.0/schools",
        "query": "limit=1",
        "status": 200,
        "token": {"kind": "district", "district": district},
        "near_miss": None,
    }
    assert first["body"].startswith('{"data":[{"data":{')
    assert (second["number"], second["at"], second["status"]) == (2, "2026-11-17T14:00:00Z", 404)
    assert (second["body"], second["length"]) == (reply.text, len(reply.data))
    assert second["request_id"] == reply.headers["x-request-id"]


def test_of_a_long_answer_the_first_4096_bytes_are_kept(lincoln: Caller) -> None:
    reply = lincoln.clever("/v3.0/users")

    (noted,) = log(lincoln)

    assert len(reply.data) > 4096
    assert noted["length"] == len(reply.data)
    assert noted["body"] == reply.data[:4096].decode("utf-8", "ignore")


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("", [1, 2, 3, 4, 5]),
        ("?status=404", [2, 4]),
        ("?path=/v3.0/users", [3, 4, 5]),
        ("?path=/v3.0/users&status=200", [3, 5]),
        ("?method=HEAD", [5]),
        ("?since=3", [4, 5]),
        ("?since=5", []),
        ("?limit=2", [4, 5]),
        ("?since=1&limit=2", [2, 3]),
        ("?status=404&limit=1", [4]),
        ("?limit=999999999", [1, 2, 3, 4, 5]),
    ],
)
def test_the_log_is_filtered(lincoln: Caller, query: str, numbers: list[int]) -> None:
    for path in ("/v3.0/schools", "/v3.0/nothing", "/v3.0/users", "/v3.0/users/no-id"):
        lincoln.clever(path)
    lincoln.client.head("/v3.0/users", headers={"Authorization": f"Bearer {lincoln.token}"})

    assert [one["number"] for one in log(lincoln, query)] == numbers


@pytest.mark.parametrize(
    "query", ["status=ok", "since=-1", "limit=0", "limit=1.5", "path=", "stauts=404", "since="]
)
def test_a_filter_that_is_none_is_refused_with_a_lesson(lincoln: Caller, query: str) -> None:
    reply = lincoln.get(f"/requests?{query}")

    assert reply.status_code == 400
    assert {"asked", "known", "next"} <= reply.get_json()["error"].keys()


def test_the_log_of_a_simulation_that_is_not_there_is_not_there(client: FlaskClient) -> None:
    assert client.get("/simulations/nothing/requests").status_code == 404
    assert client.delete("/simulations/nothing/requests").status_code == 404


def test_emptying_forgets_and_numbers_go_on(lincoln: Caller) -> None:
    lincoln.clever("/v3.0/schools")

    assert lincoln.client.delete("/simulations/ours/requests").status_code == 204

    assert log(lincoln) == []
    lincoln.clever("/v3.0/terms")
    assert [one["number"] for one in log(lincoln)] == [2]


def test_a_reset_empties_the_log(lincoln: Caller) -> None:
    lincoln.clever("/v3.0/schools")
    lincoln.post("/reset")

    assert log(lincoln) == []


def test_the_last_thousand_are_kept(lincoln: Caller) -> None:
    ask = {"Authorization": f"Bearer {lincoln.token}"}
    for _ in range(KEPT + 3):
        lincoln.client.get("/v3.0/terms", headers=ask)

    numbers = [one["number"] for one in log(lincoln)]

    assert (KEPT, len(numbers), numbers[0], numbers[-1]) == (1000, 1000, 4, 1003)


def test_requests_at_the_same_time_are_all_there_with_numbers_of_their_own(lincoln: Caller) -> None:
    app, token = lincoln.client.application, lincoln.token
    ids: list[str] = []

    def call() -> None:
        client = app.test_client()
        for _ in range(50):
            reply = client.get("/v3.0/terms", headers={"Authorization": f"Bearer {token}"})
            ids.append(reply.headers["x-request-id"])

    threads = [Thread(target=call) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    noted = log(lincoln)
    assert [one["number"] for one in noted] == list(range(1, 201))
    assert {one["request_id"] for one in noted} == set(ids)


def test_a_simulation_sees_its_own_requests_only(lincoln: Caller) -> None:
    lincoln.client.post("/simulations", json={"id": "other", "district": "Lincoln"})
    lincoln.clever("/v3.0/schools")
    Caller(lincoln.client, "other").clever("/v3.0/terms")

    assert [one["path"] for one in log(lincoln)] == ["/v3.0/schools"]


def test_what_belongs_to_no_simulation_stands_under_a_hyphen(client: FlaskClient, lincoln: Caller) -> None:
    for header in ("", "Basic YTpi", "Bearer il-nobody"):
        assert client.get("/v3.0/schools", headers={"Authorization": header}).status_code == 401

    seen = strangers(client)

    assert log(lincoln) == []
    assert [(one["token"]["kind"], one["near_miss"], one["at"]) for one in seen] == [
        ("none", "the request has no Authorization header", None),
        ("no bearer", 'the Authorization header does not read "Bearer TOKEN"', None),
        ("unknown", "no simulation of this server has this token", None),
    ]
    assert client.delete("/simulations/-/requests").status_code == 204
    assert strangers(client) == []
    assert client.post("/simulations", json={"id": "-"}).status_code == 400


def test_of_those_the_last_hundred_are_kept(client: FlaskClient) -> None:
    for _ in range(KEPT_OF_NOBODY + 1):
        client.get("/v3.0/schools")

    assert [one["number"] for one in strangers(client)] == list(range(2, 102))


def test_what_is_said_to_the_simulation_itself_is_not_in_the_log(lincoln: Caller) -> None:
    lincoln.say(ADD_LEO)
    lincoln.get("/journal")

    assert log(lincoln) == []
    assert strangers(lincoln.client) == []


def _basic(lincoln: Caller) -> tuple[str, dict[str, str]]:
    clever: dict[str, Any] = lincoln.get("").get_json()["clever"]
    coded = b64encode(f"{clever['client_id']}:{clever['client_secret']}".encode()).decode()
    return clever["client_id"], {"Authorization": f"Basic {coded}"}


def test_a_log_in_stands_there_from_the_page_to_the_token_and_gives_nothing_away(lincoln: Caller) -> None:
    client, (client_id, basic) = lincoln.client, _basic(lincoln)
    secret = lincoln.get("").get_json()["clever"]["client_secret"]
    wanted = f"response_type=code&client_id={client_id}&redirect_uri={CALLBACK}"
    page = client.get(f"/oauth/authorize?{wanted}")
    leads_to = client.get(f"/oauth/authorize?{wanted}&login_as=hana.ito@lincoln.example").headers["Location"]
    code = re.findall("code=([0-9a-f]+)", leads_to)[0]
    asked = {"code": code, "grant_type": "authorization_code", "redirect_uri": CALLBACK}
    token = client.post("/oauth/tokens", json=asked, headers=basic).get_json()["access_token"]
    client.get("/oauth/tokens?owner_type=district", headers=basic)
    client.get("/oauth/tokeninfo", headers={"Authorization": f"Bearer {token}"})

    noted = log(lincoln)

    assert [(one["method"], one["path"], one["status"], one["token"]["kind"]) for one in noted] == [
        ("GET", "/oauth/authorize", 200, "application"),
        ("GET", "/oauth/authorize", 302, "application"),
        ("POST", "/oauth/tokens", 200, "application"),
        ("GET", "/oauth/tokens", 200, "application"),
        ("GET", "/oauth/tokeninfo", 200, "user"),
    ]
    assert noted[0]["length"] == len(page.data)
    assert noted[2]["body"].startswith('{"access_token":"…","token_type":"bearer"')
    told = lincoln.get("/requests").text
    for hidden in (code, token, secret, lincoln.token, basic["Authorization"].partition(" ")[2]):
        assert hidden not in told


def test_a_refused_exchange_is_explained(lincoln: Caller) -> None:
    _, basic = _basic(lincoln)
    lincoln.client.post("/oauth/tokens", json={"grant_type": "authorization_code", "code": "c"}, headers=basic)

    (noted,) = log(lincoln, "?status=400")

    assert noted["near_miss"] == "Invalid grant: invalid code"


SECRET = "5ec5e70f5ec5e70f"


@pytest.mark.parametrize(
    "path",
    [
        f"/v3.0/users?access_token={SECRET}",
        f"/v3.0/users?limit=1&CODE={SECRET}&role=student",
        f"/v3.0/users?client%5Fsecret={SECRET}",
        f"/v3.0/users?%63ode={SECRET}",
        f"/v3.0/users?limit=0&password={SECRET}",
        f"/v3.0/schools?limit=1&token={SECRET}%2F",
        f"/oauth/authorize?client_id=x&code={SECRET}",
        f"/oauth/tokens?owner_type=district&client_secret={SECRET}",
        f"/.well-known/openid-configuration?id_token={SECRET}",
    ],
)
def test_a_secret_in_an_address_is_masked_there_and_in_the_answer_that_repeats_it(
    lincoln: Caller, path: str
) -> None:
    lincoln.clever(path)

    told = lincoln.get("/requests").text + lincoln.client.get("/simulations/-/requests").text

    assert SECRET not in told
    assert "…" in told


@pytest.mark.parametrize(
    "path",
    [
        "/v3.0/users/{}",
        "/v3.0/users?starting_after={}",
        "/v3.0/{}/x",
        "/v3.0/users?x={}",
        "/oauth/tokeninfo?x={}",
        "/oauth/{}",
        "/userinfo?x={}",
    ],
)
def test_the_caller_s_own_token_is_masked_wherever_it_stands(lincoln: Caller, path: str) -> None:
    lincoln.clever(path.format(lincoln.token))

    told = lincoln.get("/requests").text + lincoln.client.get("/simulations/-/requests").text

    assert lincoln.token not in told
    assert "…" in told


def test_the_application_s_own_secret_is_masked_wherever_it_stands(lincoln: Caller) -> None:
    secret = lincoln.get("").get_json()["clever"]["client_secret"]

    lincoln.client.get(f"/oauth/tokens?owner_type=district&x={secret}", headers=_basic(lincoln)[1])

    (noted,) = log(lincoln)
    assert noted["query"] == "owner_type=district&x=…"
    assert secret not in noted["body"]


def test_a_query_full_of_secrets_is_not_kept(lincoln: Caller) -> None:
    lincoln.clever("/v3.0/users?" + "&".join(f"code={number:06}" for number in range(9000)))

    (noted,) = log(lincoln)

    assert (noted["query"], noted["body"]) == ("…", "…")


def test_of_a_long_address_the_first_2000_characters_are_kept(lincoln: Caller) -> None:
    lincoln.clever("/v3.0/" + "x" * 60_000)
    lincoln.clever("/v3.0/users?" + "y" * 60_000)

    first, second = log(lincoln)

    assert (len(first["path"]), len(second["query"])) == (2000, 2000)


def test_what_only_looks_like_a_secret_is_left(lincoln: Caller) -> None:
    lincoln.clever("/v3.0/users?role=teacher&starting_after=c0de&encoded=1&count=%74rue")

    (noted,) = log(lincoln)

    assert noted["query"] == "role=teacher&starting_after=c0de&encoded=1&count=%74rue"


def test_a_token_that_lies_across_the_end_of_what_is_kept_of_an_answer_leaves_no_part_there(
    lincoln: Caller,
) -> None:
    token = lincoln.token
    place = lincoln.clever(f"/v3.0/schools?pad=&x={token}").data.index(token.encode())

    answer = lincoln.clever(f"/v3.0/schools?pad={'a' * (4096 - 10 - place)}&x={token}").data

    assert answer.index(token.encode()) == 4096 - 10
    kept = lincoln.get("/requests").get_json()["requests"][-1]["body"]
    assert token[:8] not in kept
