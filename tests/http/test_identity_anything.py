"""Whatever is sent to a log-in: an answer in its shape, no fault, and nobody sent where they may not be sent."""

from __future__ import annotations

from functools import cache

from hypothesis import given
from hypothesis import strategies as some

from simulator.http.app import create_app
from simulator.http.host import Host
from simulator.library import sample_districts
from tests.http.caller import Caller
from tests.http.logging_in import CALLBACK, HANA, LEO, Application

ANYTHING = some.text(max_size=40) | some.binary(max_size=40).map(lambda raw: raw.decode("latin-1"))
ADDRESSES = some.sampled_from([CALLBACK, "http://127.0.0.1", "https://evil.example/", "javascript:0"]) | ANYTHING
PARAMETERS = some.fixed_dictionaries(
    {},
    optional={
        "redirect_uri": ADDRESSES,
        "response_type": some.sampled_from(["code", "token"]) | ANYTHING,
        "login_as": some.sampled_from([LEO, HANA]) | ANYTHING,
        "role": some.sampled_from(["student", "teacher"]) | ANYTHING,
        **dict.fromkeys(("state", "nonce", "scope", "district_id", "q", "page"), ANYTHING),
    },
)
ALLOWED = ("http://localhost:3000/callback?", "http://127.0.0.1?")


@cache
def application() -> Application:
    client = create_app(Host(sample_districts())).test_client()
    client.post("/simulations", json={"id": "ours", "district": "Lincoln"})
    return Application.of(Caller(client, "ours"))


@given(PARAMETERS)
def test_a_log_in_answers_with_a_page_or_leads_to_an_address_that_is_allowed(parameters: dict[str, str]) -> None:
    reply = application().authorize(**parameters)

    assert reply.status_code in (200, 302, 400)
    if reply.status_code == 302:
        assert reply.headers["Location"].startswith(ALLOWED)
        assert reply.headers["Location"].isprintable()
        assert reply.headers["Location"].isascii()
    else:
        assert reply.content_type == "text/html; charset=utf-8"
        assert "<script" not in reply.text


@given(some.binary(max_size=200), some.sampled_from(["application/json", "application/x-www-form-urlencoded", ""]))
def test_whatever_is_posted_for_a_token_is_refused_as_oauth_does(body: bytes, content_type: str) -> None:
    ours = application()

    reply = ours.caller.client.post(
        "/oauth/tokens", data=body, headers={**ours.basic, "Content-Type": content_type}
    )

    assert reply.status_code == 400
    assert reply.get_json().keys() == {"error", "error_description"}


@given(some.binary(max_size=60).map(lambda raw: raw.decode("latin-1").replace("\r", "").replace("\n", "")))
def test_whatever_somebody_calls_themselves_opens_nothing(header: str) -> None:
    client = application().caller.client
    for path in ("/userinfo", "/oauth/tokeninfo", "/oauth/tokens?owner_type=district"):
        assert client.get(path, headers={"Authorization": header}).status_code == 401
