"""Whether Otus's token opens the district: renewed, disconnected, connected again, and after a reset."""

from __future__ import annotations

from flask.testing import FlaskClient

from tests.http.caller import Caller

DISCONNECT, CONNECT = "the district disconnects Otus in Clever", "the district connects Otus in Clever"
RENEW = "Clever renews the token of Otus"


def status(lincoln: Caller, token: str) -> int:
    return lincoln.client.get("/v3.0/districts", headers={"Authorization": f"Bearer {token}"}).status_code


def shown_token(lincoln: Caller) -> str | None:
    token: str | None = lincoln.get("").get_json()["districts"][0]["token"]
    return token


def test_a_renewed_token_opens_the_district_and_the_old_one_does_not(lincoln: Caller) -> None:
    old = lincoln.token

    lincoln.say(RENEW)

    assert len(lincoln.token) == 40
    assert lincoln.token != old
    assert (status(lincoln, old), status(lincoln, lincoln.token)) == (401, 200)


def test_a_district_that_is_disconnected_has_no_token(lincoln: Caller) -> None:
    old = lincoln.token

    lincoln.say(DISCONNECT)

    assert shown_token(lincoln) is None
    assert status(lincoln, old) == 401


def test_a_district_that_is_connected_again_has_a_new_token(lincoln: Caller) -> None:
    old = lincoln.token

    lincoln.say(DISCONNECT, CONNECT)

    assert (status(lincoln, old), status(lincoln, lincoln.token)) == (401, 200)


def test_no_two_tokens_of_a_district_are_the_same(lincoln: Caller) -> None:
    tokens = [lincoln.token]
    for sentence in (RENEW, f"{DISCONNECT}\n{CONNECT}", RENEW):
        lincoln.say(sentence)
        tokens.append(lincoln.token)

    assert len(set(tokens)) == 4


def test_a_reset_brings_the_first_token_back(lincoln: Caller) -> None:
    first = lincoln.token
    lincoln.say(DISCONNECT)

    lincoln.post("/reset")

    assert (lincoln.token, status(lincoln, first)) == (first, 200)


def test_a_token_that_the_creator_chose_is_the_first_one_only(client: FlaskClient) -> None:
    client.post("/simulations", json={"id": "mine", "district": "Lincoln", "token": "chosen"})
    mine = Caller(client, "mine")
    before = mine.token

    mine.say(RENEW)

    assert before == "chosen"
    assert (status(mine, "chosen"), status(mine, mine.token)) == (401, 200)


def test_another_simulation_is_not_touched(lincoln: Caller, client: FlaskClient) -> None:
    client.post("/simulations", json={"id": "other", "district": "Lincoln"})
    other = Caller(client, "other")
    token = other.token

    lincoln.say(DISCONNECT)

    assert (other.token, status(other, token)) == (token, 200)


def test_the_application_finds_only_the_districts_that_are_connected(lincoln: Caller) -> None:
    app = lincoln.get("").get_json()["clever"]
    auth = (app["client_id"], app["client_secret"])

    def owners() -> list[str]:
        page = lincoln.client.get("/oauth/tokens?owner_type=district", auth=auth).get_json()
        return [item["access_token"] for item in page["data"]]

    connected, token = owners(), lincoln.token
    lincoln.say(DISCONNECT)
    disconnected = owners()
    lincoln.say(CONNECT)

    assert (connected, disconnected, owners()) == ([token], [], [lincoln.token])


def test_tokeninfo_names_the_scopes_that_the_district_leaves_to_otus(lincoln: Caller) -> None:
    lincoln.say('the district shares no "student contacts" with Otus')

    told = lincoln.clever("/oauth/tokeninfo").get_json()

    assert told["scopes"] == [
        "read:district_admins",
        "read:iep_status",
        "read:school_admins",
        "read:sections",
        "read:sis",
        "read:students",
        "read:teachers",
        "read:user_id",
    ]
