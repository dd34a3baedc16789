"""Requests of every kind with the tokens of two simulations: no fault, and nothing of the other."""

from __future__ import annotations

import json

import pytest
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.http.app import create_app
from simulator.http.host import Host
from simulator.library import sample_districts
from tests.http.caller import Caller

KINDS = (
    *("districts", "schools", "terms", "courses", "sections", "users", "resources", "events", "me", "userinfo"),
    *("students", "teachers", "contacts", "school_admins", "district_admins"),
)
RELATIONS = (
    *("district", "schools", "school", "sections", "section", "users", "terms", "term", "courses", "course"),
    *("resources", "mycontacts", "myStudents", "MYTEACHERS", "students", "teachers", "teacher", "contacts"),
)
VERSIONS = ("v3.0", "v3.1", "v2.1", "V3.0", "v2.0", "v1.2", "v3", "v9")
ODD = (
    *("", "..", "%2e%2e", "%00", "%ff", "a" * 300, "<b>", "last", "null"),
    *("0" * 24, "f" * 24, "-1", "☃", ";", "%2F"),
)
PARAMETERS = (
    *("limit", "starting_after", "ending_before", "count", "role", "primary", "school", "record_type"),
    "where",
)
VALUES = (
    *("0", "1", "3", "10000", "10001", "1e3", "true", "student", "teacher", "contact", "users", "sections"),
    *ODD,
)
METHODS = ("GET", "GET", "GET", "GET", "HEAD", "OPTIONS", "POST", "DELETE", "PATCH", "BREW")
STATUSES = {200, 400, 401, 404, 413}

pick = st.integers(0, 10_000)
REQUEST = st.tuples(
    st.sampled_from(METHODS),
    st.sampled_from(VERSIONS),
    st.sampled_from((*KINDS, *KINDS, *ODD)),
    pick,
    st.sampled_from((*RELATIONS, "", "", *ODD)),
    st.lists(st.tuples(st.sampled_from(PARAMETERS), st.sampled_from(VALUES)), max_size=3),
    pick,
)
Request = tuple[str, str, str, int, str, list[tuple[str, str]], int]


class Two:
    """Two simulations of one server, whose districts are the same but for their ids."""

    def __init__(self) -> None:
        self.client: FlaskClient = create_app(Host(sample_districts())).test_client()
        self.callers = []
        for name in ("ours", "theirs"):
            self.client.post("/simulations", json={"id": name, "district": "Lincoln"})
            caller = Caller(self.client, name)
            caller.say('the registrar changes the email of "Leo Park" to "leo@new.example"', "15 minutes pass")
            self.callers.append(caller)
        self.tokens = [caller.token for caller in self.callers]
        self.ids = [sorted(_ids(caller)) for caller in self.callers]

    def ask(self, request: Request) -> tuple[int, str, int]:
        """Send a request with one of the tokens, or one that is none; answer with whose it was."""
        method, version, kind, number, relation, parameters, who = request
        ids = ["", *ODD, *self.ids[0], *self.ids[1]]
        path = "/".join(part for part in ("", version, kind, ids[number % len(ids)], relation) if part or version)
        query = "&".join(f"{name}={value}" for name, value in parameters)
        token = [*self.tokens, "nobody"][who % 3]
        reply = self.client.open(f"{path}?{query}", method=method, headers={"Authorization": f"Bearer {token}"})
        return reply.status_code, reply.text, who % 3


def _ids(caller: Caller) -> set[str]:
    kinds = ("districts", "schools", "terms", "courses", "sections", "users", "events")
    return {one["data"]["id"] for kind in kinds for one in caller.page(f"/v3.0/{kind}?limit=1000")["data"]}


@pytest.fixture(scope="module")
def two() -> Two:
    return Two()


@settings(max_examples=max(300, settings().max_examples * 5))
@given(REQUEST)
def test_no_request_meets_a_fault_or_reads_what_its_token_does_not_open(two: Two, request: Request) -> None:
    status, text, who = two.ask(request)

    assert status in STATUSES
    if status != 200:
        assert text.startswith(("<!DOCTYPE html>", '{"message"')) or request[0] == "HEAD"
    elif request[0] != "HEAD":
        assert who < 2
        assert not [one for one in two.ids[1 - who] if f'"id":"{one}"' in text or f'"/v3.0/users/{one}' in text]
        json.loads(text)
