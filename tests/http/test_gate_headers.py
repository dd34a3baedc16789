"""The headers of Clever's data API, written out by hand from the recordings of April 2023 (clever_api.md, R3)."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from werkzeug.test import TestResponse

from simulator.clever_api.access import Asked, Grant
from simulator.clever_api.desk import Reply
from simulator.http.app import create_app
from simulator.http.clever_headers import answer_of
from simulator.http.host import Host, Hosted, Wanted
from simulator.library import sample_districts
from simulator.roster import DistrictId
from tests.http.caller import Caller

ANY_ORIGIN = {
    "access-control-allow-headers": "Content-Type,Authorization,X-Requested-With,Accept,Origin,Referer,User-Agent",
    "access-control-allow-methods": "GET,PATCH,POST,DELETE",
    "access-control-allow-origin": "*",
}
ENVOY = {
    "cache-control": "no-store",
    "server": "envoy",
    "strict-transport-security": "max-age=15552000; includeSubDomains",
}
ON_EACH = {
    "content-length",
    "date",
    "x-envoy-upstream-service-time",
    "x-ratelimit-bucket",
    "x-ratelimit-limit",
    "x-ratelimit-remaining",
    "x-ratelimit-reset",
    "x-request-id",
}
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-9[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
AT = datetime(2026, 11, 16, 12, tzinfo=UTC)


def headers_of(reply: TestResponse) -> dict[str, str]:
    """Give the headers in lower case, each of them once."""
    names = [name.lower() for name, _ in reply.headers]
    assert len(names) == len(set(names))
    return {name.lower(): value for name, value in reply.headers}


def test_a_list_of_records_has_the_recorded_headers_and_no_others(lincoln: Caller) -> None:
    headers = headers_of(lincoln.clever("/v3.0/users"))

    same = {**ANY_ORIGIN, **ENVOY, "content-type": "application/json; charset=utf-8", "x-powered-by": "Express"}
    assert {name: headers[name] for name in same} == same
    assert headers.keys() == {*same, *ON_EACH, "etag"}


def test_the_rate_limit_is_told_though_nothing_is_counted(lincoln: Caller) -> None:
    for _ in range(3):
        headers = headers_of(lincoln.clever("/v3.0/schools"))
        assert headers["x-ratelimit-bucket"] == "bearer"
        assert headers["x-ratelimit-limit"] == "1200"
        assert headers["x-ratelimit-remaining"] == "1199"
        assert re.fullmatch("[0-9]{10}", headers["x-ratelimit-reset"])
    assert re.fullmatch("[0-9]+", headers["x-envoy-upstream-service-time"])


def test_each_request_has_an_id_of_its_own_in_the_recorded_form(lincoln: Caller) -> None:
    ids = [lincoln.clever("/v3.0/schools").headers["x-request-id"] for _ in range(5)]

    assert len(set(ids)) == 5
    assert all(map(UUID.fullmatch, ids))


def test_the_page_for_an_address_that_is_none_has_the_recorded_headers(lincoln: Caller) -> None:
    reply = lincoln.clever("/v3.0/nothing")
    headers = headers_of(reply)

    same = {
        **ANY_ORIGIN,
        **ENVOY,
        "content-security-policy": "default-src 'none'",
        "content-type": "text/html; charset=utf-8",
        "x-content-type-options": "nosniff",
        "x-powered-by": "Express",
    }
    assert reply.status == "404 Not Found"
    assert {name: headers[name] for name in same} == same
    assert headers.keys() == {*same, *ON_EACH}


@pytest.mark.parametrize(
    ("path", "status"),
    [("/v3.0/users/no-id", 404), ("/v3.0/users?limit=0", 400), ("/v3.0/users?limit=10001", 413)],
)
def test_a_refusal_in_json_has_the_same_headers_without_an_etag(lincoln: Caller, path: str, status: int) -> None:
    reply = lincoln.clever(path)

    assert reply.status_code == status
    assert headers_of(reply).keys() == {*ANY_ORIGIN, *ENVOY, *ON_EACH, "content-type", "x-powered-by"}


def test_without_a_token_the_rate_limit_is_told_too_and_no_simulation_names_the_date(lincoln: Caller) -> None:
    headers = headers_of(lincoln.client.get("/v3.0/users"))

    assert headers["x-ratelimit-remaining"] == "1199"
    assert "date" not in headers


@pytest.mark.parametrize("path", ["/v3.0/events", "/v3.1/events/64206e4431f12f05cc49076f", "/v3.0/EVENTS/"])
def test_events_come_from_another_service(path: str) -> None:
    answer = answer_of(Asked("GET", path), Reply(200, b"{}"), AT)

    headers = dict(answer.headers)
    assert headers == {
        **ANY_ORIGIN,
        **ENVOY,
        "content-length": "2",
        "content-type": "application/json; charset=utf-8",
        "date": "Mon, 16 Nov 2026 12:00:00 GMT",
        "vary": "Accept-Encoding",
    }
    assert answer.traced


@pytest.mark.parametrize(
    "path", ["/v3.0/resources", "/v3.1/resources/", "/v3.0/users/64206e4431f12f05cc490775/Resources"]
)
def test_resources_come_from_a_third(path: str) -> None:
    answer = answer_of(Asked("GET", path), Reply(200, b'{"resources":[]}', "application/json"), AT)

    assert dict(answer.headers) == {
        **ENVOY,
        "access-control-allow-methods": "GET",
        "access-control-allow-origin": "*",
        "content-length": "16",
        "content-security-policy": "frame-ancestors 'none'",
        "content-type": "application/json",
        "date": "Mon, 16 Nov 2026 12:00:00 GMT",
        "vary": "Accept-Encoding",
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
    }
    assert answer.traced


def test_an_etag_is_weak_and_tells_the_length_in_hex(lincoln: Caller) -> None:
    reply = lincoln.clever("/v3.0/schools?limit=1")

    assert re.fullmatch(f'W/"{len(reply.data):x}-[0-9A-Za-z+/]{{22}}"', reply.headers["etag"])


def test_the_etag_of_a_list_is_the_same_in_another_run_and_another_for_another_page() -> None:
    def etags() -> list[str]:
        client = create_app(Host(sample_districts())).test_client()
        assert client.post("/simulations", json={"id": "ours"}).status_code == 201
        paths = ("/v3.0/users", "/v3.0/users?limit=79", "/v3.0/schools", "/v3.0/schools?limit=2")
        return [Caller(client, "ours").clever(path).headers["etag"] for path in paths]

    once = etags()

    assert once == etags()
    assert len(set(once)) == 4


def test_the_etag_of_a_list_changes_with_a_record_in_its_middle(lincoln: Caller) -> None:
    before = lincoln.clever("/v3.0/users")
    lincoln.say('the registrar changes the email of "Leo Park" to "park.leo@lincoln.example"', "15 minutes pass")
    after = lincoln.clever("/v3.0/users")

    assert before.data[:512] == after.data[:512]
    assert before.data[-512:] == after.data[-512:]
    assert before.headers["etag"] != after.headers["etag"]


def test_head_has_the_headers_of_get_and_no_body(lincoln: Caller) -> None:
    ask = {"Authorization": f"Bearer {lincoln.token}"}
    get, head = (lincoln.client.open("/v3.0/users", method=method, headers=ask) for method in ("GET", "HEAD"))

    assert head.data == b""
    assert head.headers["content-length"] == get.headers["content-length"] == str(len(get.data))
    assert head.headers["etag"] == get.headers["etag"]


def test_an_answer_is_not_given_again_after_anything_was_said(lincoln: Caller) -> None:
    before = lincoln.clever("/v3.0/districts")
    lincoln.say("the night passes")
    after = lincoln.clever("/v3.0/districts")

    assert before.headers["date"] == "Mon, 16 Nov 2026 12:00:00 GMT"
    assert after.headers["date"] == "Tue, 17 Nov 2026 14:00:00 GMT"


def test_an_answer_of_one_token_is_not_given_to_another(lincoln: Caller) -> None:
    lincoln.client.post("/simulations", json={"id": "other", "district": "Lincoln"})
    other = Caller(lincoln.client, "other")

    ours, theirs = lincoln.page("/v3.0/districts"), other.page("/v3.0/districts")

    assert ours["data"][0]["data"]["id"] != theirs["data"][0]["data"]["id"]


class _NoHash(str):
    def __hash__(self) -> int:
        raise RuntimeError("Leo Park")


class _Broken(Host):
    def holder_of(self, token: str) -> tuple[Hosted, Grant] | None:
        return self.all()[0], Grant(DistrictId(_NoHash("lincoln")))


def test_a_fault_of_ours_has_clevers_shape_and_shows_nothing(caplog: pytest.LogCaptureFixture) -> None:
    host = _Broken(sample_districts())
    host.create(Wanted("Lincoln"))

    reply = create_app(host).test_client().get("/v3.0/users", headers={"Authorization": "Bearer any"})

    assert (reply.status_code, [*reply.get_json()]) == (500, ["message"])
    assert "RuntimeError at test_gate_headers.py" in caplog.text
    assert "Leo" not in caplog.text + reply.text


def test_oauth_has_the_headers_of_its_own_service_and_no_rate_limit(lincoln: Caller) -> None:
    ask = {"Authorization": f"Bearer {lincoln.token}"}
    replies = [lincoln.client.get("/oauth/tokeninfo", headers=ask) for _ in range(2)]

    headers = headers_of(replies[0])
    assert (headers["server"], headers["x-powered-by"]) == ("envoy", "Express")
    assert headers["date"] == "Mon, 16 Nov 2026 12:00:00 GMT"
    assert not [name for name in headers if name.startswith("x-ratelimit")]
    ids = [reply.headers["x-request-id"] for reply in replies]
    assert all(map(UUID.fullmatch, ids))
    assert ids[0] != ids[1]
