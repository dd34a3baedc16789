"""The rate limit as recorded: per token, a window of a minute from its first request, all addresses together."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Thread

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from simulator.http.app import create_app
from simulator.http.host import Host
from simulator.http.rate_limit import WINDOWS_MOST, RateLimit
from simulator.http.real_time import RealTime
from simulator.library import sample_districts
from tests.http.caller import Caller

BEGAN = 1_682_376_209.4


@dataclass
class Hand:
    """A clock that a test moves by hand."""

    passed: float = 0

    @property
    def clocks(self) -> RealTime:
        return RealTime(lambda: BEGAN + self.passed, lambda: 5 + self.passed)


@pytest.fixture
def hand() -> Hand:
    return Hand()


@pytest.fixture
def client(hand: Hand) -> FlaskClient:
    return create_app(Host(sample_districts(), hand.clocks)).test_client()


@pytest.fixture
def three(client: FlaskClient) -> Caller:
    """Somebody whose token may make three requests a minute."""
    reply = client.post("/simulations", json={"id": "ours", "district": "Lincoln", "rate_limit": 3})
    assert reply.status_code == 201
    return Caller(client, "ours")


def told(reply: TestResponse) -> tuple[int, str, str, str]:
    names = ("limit", "remaining", "reset")
    limit, remaining, reset = (reply.headers[f"x-ratelimit-{name}"] for name in names)
    return reply.status_code, limit, remaining, reset


def test_the_window_starts_with_the_first_request_and_ends_a_minute_later(three: Caller, hand: Hand) -> None:
    seen = []
    for hand.passed in (100, 130, 159.9, 159.99, 160, 219):
        seen.append(told(three.clever("/v3.0/schools")))

    assert seen == [
        (200, "3", "2", "1682376370"),
        (200, "3", "1", "1682376370"),
        (200, "3", "0", "1682376370"),
        (429, "3", "0", "1682376370"),
        (200, "3", "2", "1682376430"),
        (200, "3", "1", "1682376430"),
    ]


def test_one_request_too_many_is_refused_in_clevers_shape(three: Caller) -> None:
    for _ in range(3):
        assert three.clever("/v3.0/schools").status_code == 200

    reply = three.clever("/v3.0/schools")

    assert (reply.status_code, reply.mimetype) == (429, "application/json")
    assert [*reply.get_json()] == ["message"]
    assert reply.headers["x-ratelimit-bucket"] == "bearer"
    assert "etag" not in reply.headers


def test_all_addresses_count_and_pages_of_refusal_too(three: Caller) -> None:
    statuses = [three.clever(path).status_code for path in ("/v3.0/schools", "/v3.0/users/x", "/v3.0/no", "/v3.0")]

    assert statuses == [200, 404, 404, 429]


def test_a_request_that_is_refused_for_its_number_makes_the_wait_no_longer(three: Caller, hand: Hand) -> None:
    for _ in range(50):
        three.clever("/v3.0/schools")
    hand.passed = 60

    assert three.clever("/v3.0/schools").status_code == 200


def test_the_clock_of_the_simulation_does_not_end_the_wait(three: Caller) -> None:
    for _ in range(3):
        three.clever("/v3.0/schools")
    three.say("the night passes")

    assert three.clever("/v3.0/schools").status_code == 429


def test_each_token_has_a_window_of_its_own(three: Caller) -> None:
    three.client.post("/simulations", json={"id": "other", "district": "Lincoln", "rate_limit": 3})
    for _ in range(4):
        three.clever("/v3.0/schools")

    assert Caller(three.client, "other").clever("/v3.0/schools").headers["x-ratelimit-remaining"] == "2"


def test_a_reset_ends_the_wait_and_keeps_the_limit(three: Caller) -> None:
    for _ in range(4):
        three.clever("/v3.0/schools")
    three.post("/reset")

    assert told(three.clever("/v3.0/schools"))[:3] == (200, "3", "2")


def test_the_limit_may_change_within_the_minute(three: Caller) -> None:
    for _ in range(3):
        three.clever("/v3.0/schools")
    changed = three.client.patch("/simulations/ours/clever", json={"rate_limit": 5})

    assert changed.get_json()["rate_limit"] == 5
    assert [told(three.clever("/v3.0/schools"))[:3] for _ in range(3)] == [
        (200, "5", "1"),
        (200, "5", "0"),
        (429, "5", "0"),
    ]


def test_null_is_no_limit(client: FlaskClient) -> None:
    client.post("/simulations", json={"id": "free", "district": "Lincoln", "rate_limit": None})

    assert told(Caller(client, "free").clever("/v3.0/schools"))[:3] == (200, "1200", "1199")


@pytest.mark.parametrize("limit", [0, -1, 1.5, "1200", True, []])
def test_a_limit_that_is_none_is_refused(client: FlaskClient, limit: object) -> None:
    reply = client.post("/simulations", json={"rate_limit": limit})

    assert reply.status_code == 400
    assert "whole number" in reply.get_json()["error"]["known"]


def test_the_windows_of_many_tokens_do_not_fill_the_memory(hand: Hand) -> None:
    limit = RateLimit(hand.clocks)
    for number in range(WINDOWS_MOST + 5):
        limit.count(f"token {number}", 1)

    assert len(limit) == WINDOWS_MOST
    hand.passed = 60
    limit.count("another", 1)
    assert len(limit) == 1


def test_requests_at_the_same_time_are_all_counted(hand: Hand) -> None:
    limit = RateLimit(hand.clocks)
    exceeded: list[bool] = []

    def call() -> None:
        exceeded.extend(limit.count("token", 4000).exceeded for _ in range(1000))

    threads = [Thread(target=call) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert (len(exceeded), sum(exceeded)) == (5000, 1000)
