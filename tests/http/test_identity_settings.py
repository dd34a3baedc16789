"""Where log-ins may lead: which addresses are registered, and which are refused before anybody is sent there."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from simulator.http.identity.addresses import is_of_this_machine, is_sound, with_parameters
from tests.http.caller import Caller

CALLBACK = "https://app.example/callback"
UNSOUND = [
    "javascript:alert(1)",
    "data:text/html,hello",
    "ftp://app.example/",
    "//app.example/callback",
    "/callback",
    "https://",
    "https://app.example/#fragment",
    "https://user@app.example/",
    "http://localhost@evil.example/",
    "http://localhost:80@evil.example/",
    "http://localhost\\@evil.example/",
    "http://localhost\r\nX-Header: 1",
    "http://localhost/\r\nX-Header: 1",
    "http://localhost/\n",
    "http://local host/",
    "http://localhost/<b>",
    "http://localhost:port/",
    "http://localhost:99999/",
    "http://localhost:0/",
    "http://[:::]/",
    "http://[1.2]/",
    "http://[::1]evil.example/",
    "http://löcalhost/",
    "http://localhost/" + "a" * 2000,
    "",
]


@pytest.mark.parametrize("address", UNSOUND)
def test_nobody_is_sent_to_an_address_that_could_be_read_in_two_ways(address: str) -> None:
    assert not is_sound(address)
    assert not is_of_this_machine(address)


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1",
        "http://localhost:3000/login?next=%2Fhome",
        "https://LOCALHOST:8443/a/b",
        "http://[::1]:5000/oauth",
        "http://localhost?from=clever",
    ],
)
def test_any_port_and_path_of_this_machine_is_of_this_machine(address: str) -> None:
    assert is_sound(address)
    assert is_of_this_machine(address)


@pytest.mark.parametrize("host", ["localhost.evil.example", "127.0.0.1.evil.example", "127.0.0.2", "[::2]", "evil"])
def test_a_host_that_only_looks_like_this_machine_is_another(host: str) -> None:
    assert is_sound(f"http://{host}/")
    assert not is_of_this_machine(f"http://{host}/")


def test_parameters_come_after_those_of_the_address_and_are_escaped() -> None:
    parameters = {"code": "c", "state": "a b&c=d\r\n"}

    assert with_parameters("http://localhost/", parameters) == "http://localhost/?code=c&state=a%20b%26c%3Dd%0D%0A"
    assert with_parameters("http://localhost/?x=1", {"code": "c"}) == "http://localhost/?x=1&code=c"
    assert with_parameters("http://localhost/?", {"code": "c"}) == "http://localhost/?code=c"


def test_a_simulation_begins_with_the_settings_that_it_is_asked_for(client: FlaskClient) -> None:
    wanted = {"id": "ours", "district": "Lincoln", "redirect_uris": [CALLBACK], "oidc": True}

    assert client.post("/simulations", json=wanted).status_code == 201

    shown = client.get("/simulations/ours/clever").get_json()
    assert shown == {"redirect_uris": [CALLBACK], "any_loopback": True, "oidc": True, "rate_limit": None}


def test_settings_change_key_by_key_and_a_reset_goes_back_to_the_first(client: FlaskClient) -> None:
    client.post("/simulations", json={"id": "ours", "redirect_uris": [CALLBACK]})
    client.patch("/simulations/ours/clever", json={"oidc": True})
    client.patch("/simulations/ours/clever", json={"any_loopback": False})
    changed = client.get("/simulations/ours/clever").get_json()

    client.post("/simulations/ours/reset")

    assert changed == {"redirect_uris": [CALLBACK], "any_loopback": False, "oidc": True, "rate_limit": None}
    again = client.get("/simulations/ours/clever").get_json()
    assert again == {"redirect_uris": [CALLBACK], "any_loopback": True, "oidc": False, "rate_limit": None}


@pytest.mark.parametrize(
    "body",
    [
        {"redirect_uris": CALLBACK},
        {"redirect_uris": [CALLBACK, 1]},
        {"redirect_uris": ["javascript:alert(1)"]},
        {"redirect_uris": [CALLBACK] * 101},
        {"oidc": "yes"},
        {"any_loopback": None},
        {"redirect_url": CALLBACK},
        [],
    ],
)
def test_a_setting_that_is_none_is_refused_and_changes_nothing(lincoln: Caller, body: object) -> None:
    before = lincoln.get("/clever").get_json()

    reply = lincoln.client.patch(f"/simulations/{lincoln.id}/clever", json=body)

    assert reply.status_code == 400
    assert reply.get_json()["error"].keys() == {"asked", "known", "next"}
    assert lincoln.get("/clever").get_json() == before


def test_a_simulation_that_there_is_not_has_no_settings(client: FlaskClient) -> None:
    assert client.get("/simulations/nobody/clever").status_code == 404
    assert client.patch("/simulations/nobody/clever", json={}).status_code == 404
