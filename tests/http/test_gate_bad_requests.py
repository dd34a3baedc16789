"""Whatever is sent to Clever's data API gets a status in Clever's shape, never a 500, never a record unasked."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import pytest
from flask import Flask

from simulator.http.app import create_app
from simulator.http.host import Host, Wanted
from simulator.library import sample_districts

LONG = 64 * 1024

Reply = tuple[int, dict[str, str], bytes]


@pytest.fixture(scope="module")
def app() -> Flask:
    host = Host(sample_districts())
    host.create(Wanted("Lincoln", token="good"))
    return create_app(host)


def ask(
    app: Flask,
    path: str = "/v3.0/users",
    query: str = "limit=2",
    authorization: str | None = "Bearer good",
    method: str = "GET",
) -> Reply:
    """Ask as a WSGI server does, with whatever it might hand over."""
    environ: dict[str, Any] = {
        "REQUEST_METHOD": method,
        "SCRIPT_NAME": "",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "8080",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": "127.0.0.1:8080",
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(),
        "wsgi.errors": BytesIO(),
    }
    if authorization is not None:
        environ["HTTP_AUTHORIZATION"] = authorization
    told: list[Any] = []

    def start_response(*said: Any) -> Any:
        told.extend(said[:2])

    body = b"".join(app(environ, start_response))
    status, headers = told
    for name, value in headers:
        f"{name}: {value}".encode("latin-1")
        assert not {"\r", "\n", "\0"} & set(name + value)
    return int(status[:3]), {name.lower(): value for name, value in headers}, body


def is_the_page(reply: Reply) -> bool:
    status, headers, body = reply
    return (
        status == 404
        and headers["content-type"] == "text/html; charset=utf-8"
        and body.startswith(b"<!DOCTYPE html>\n")
        and b"<pre>Cannot " in body
    )


def is_a_message(reply: Reply, *statuses: int) -> bool:
    status, headers, body = reply
    return (
        status in statuses
        and headers["content-type"] == "application/json; charset=utf-8"
        and [*json.loads(body)] == ["message"]
    )


@pytest.mark.parametrize(
    "path",
    [
        "/./v3.0/users",
        "/../v3.0/users",
        "/v3.0/../v3.0/users",
        "/v3.0/./users",
        "/v3.0/users/a/b",
        "/v3.0",
        "/v3",
        "/v3.0/",
        "/v3.00/users",
        "/v3.2/users",
        "/v30/users",
        "/v1.2/students",
        "/v9.9/users",
        "/v3.0/\x00",
        "/v3.0\x00/users",
        "/v3.0/<script>alert(1)</script>",
        "/v3.0/users;x=1",
        "/v3.0/ users",
        "/v3.0/users\r\nx-evil: 1",
        "/v3.0/\xff\xfe",
        "/v3.0/\xc3\xa9",
        "/v3.0/\N{SNOWMAN}",
        "/v3.0/\udcff",
        f"/v3.0/{'x' * LONG}",
        f"/v3.0{'/..' * 5000}",
    ],
)
def test_an_address_that_clever_does_not_have(app: Flask, path: str) -> None:
    assert is_the_page(ask(app, path))
    assert is_a_message(ask(app, path, authorization=None), 401)


@pytest.mark.parametrize(
    "record",
    [
        "..",
        ".",
        "\x00",
        "\xff\xfe",
        "\N{SNOWMAN}",
        "\udcff",
        "%2e%2e",
        "null",
        "-1",
        "[]",
        "6a8449404ce5a653afac9a9",
        "6a8449404ce5a653afac9a92x",
        "g" * 24,
        "0" * LONG,
    ],
)
def test_an_id_that_nobody_has(app: Flask, record: str) -> None:
    assert is_a_message(ask(app, f"/v3.0/users/{record}"), 404)


@pytest.mark.parametrize(
    "method",
    [
        "POST",
        "PUT",
        "PATCH",
        "DELETE",
        "OPTIONS",
        "TRACE",
        "CONNECT",
        "PROPFIND",
        "get",
        "G E T",
        "<b>",
        "X" * LONG,
    ],
)
def test_a_method_that_clever_does_not_have(app: Flask, method: str) -> None:
    reply = ask(app, method=method)

    assert is_the_page(reply)
    assert len(reply[2]) < 1000
    assert b"<b>" not in reply[2]
    assert is_a_message(ask(app, method=method, authorization=""), 401)


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?",
        "&&&&=&=;;",
        "limit=2&limit=3",
        "limit=2&starting_after=%00",
        "limit=2&starting_after=%FF%FE",
        "limit=2&starting_after=\xff",
        "limit=2&starting_after=\N{SNOWMAN}",
        "limit=2&starting_after=\udcff",
        "starting_after=&limit=2",
        "ending_before=&limit=2",
        "count=TRUE&limit=2",
        "count=&limit=2",
        "x=\x00\r\n",
        "%",
        "%zz=%",
        f"x={'y' * LONG}",
        "x&" * (LONG // 2),
    ],
)
def test_an_odd_query_is_read_as_far_as_it_means_anything(app: Flask, query: str) -> None:
    status, headers, body = ask(app, query=query)

    told = json.loads(body)
    assert (status, headers["content-type"]) == (200, "application/json; charset=utf-8")
    assert told["links"][0]["rel"] == "self"
    assert len(told["data"]) <= 100


@pytest.mark.parametrize(
    "query",
    [
        "limit=",
        "limit=0",
        "limit=-1",
        "limit=1e3",
        "limit=0x10",
        "limit=1.5",
        "limit=%2B5",
        "limit=\xb2",
        "limit=%00",
        "limit=%EF%BC%91",
        "limit=2&limit=no",
        "limit=10001",
        f"limit={'9' * LONG}",
        "role=%00",
        "role=student%20",
        "role=" + "x" * LONG,
    ],
)
def test_a_parameter_that_cannot_be_read_is_refused_briefly(app: Flask, query: str) -> None:
    reply = ask(app, query=query)

    assert is_a_message(reply, 400, 413)
    assert len(reply[2]) < 300


@pytest.mark.parametrize(
    "header", ["bearer good", "BEARER good", "Bearer  good", "Bearer\tgood", "  Bearer good  ", "Bearer good\t"]
)
def test_a_bearer_token_is_read_in_any_of_the_usual_ways(app: Flask, header: str) -> None:
    assert ask(app, authorization=header)[0] == 200


@pytest.mark.parametrize(
    "header",
    [
        None,
        "",
        " ",
        "Bearer",
        "Bearer ",
        "Bearer\t",
        "good",
        "Basic Z29vZDo=",
        "Basic good",
        "Token good",
        "Bearergood",
        "Bearer:good",
        "Bearer good extra",
        "Bearer good,Bearer good",
        "Bearer good, Bearer other",
        'Bearer "good"',
        "Bearer Good",
        "Bearer goo",
        "Bearer good\x00",
        "Bearer \xff\xfe",
        "Bearer g\N{SNOWMAN}",
        "Bearer \udcff",
        "\xa0Bearer good\xa0x",
        "Bearer il" + "0" * 38,
        "Bearer " + "x" * LONG,
        "x" * LONG,
    ],
)
def test_anything_else_is_no_token_and_is_not_sent_back(app: Flask, header: str | None) -> None:
    reply = ask(app, authorization=header)

    assert is_a_message(reply, 401)
    assert len(reply[2]) < 200


@pytest.mark.parametrize("name", ["path", "query", "authorization"])
def test_what_is_noted_of_odd_requests_can_be_read(app: Flask, name: str) -> None:
    odd = {"path": "/v3.0/\udcff\N{SNOWMAN}", "query": "token=\udcff&x=\udcfe", "authorization": "Bearer \udcff"}
    ask(app, **{name: odd[name]})

    for simulation in ("-", "simulation-1"):
        reply = app.test_client().get(f"/simulations/{simulation}/requests?limit=3")
        assert reply.status_code == 200
        assert json.loads(reply.data)["requests"]
