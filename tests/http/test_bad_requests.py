"""Whatever is asked wrongly is refused with a lesson, and nothing of it is done."""

from __future__ import annotations

import json
import logging

import pytest
from flask.testing import FlaskClient

from simulator.http.app import create_app
from simulator.http.host import Host, Hosted
from simulator.library import sample_districts
from tests.http.caller import Caller

DEEP = "[" * 100_000

BAD = [
    ("POST", "/simulations", "{", 400, "no JSON"),
    ("POST", "/simulations", "[]", 400, "JSON object"),
    ("POST", "/simulations", DEEP, 400, "nested too deeply"),
    ("POST", "/simulations", b'{"id": "\xff"}', 400, "not UTF-8"),
    ("POST", "/simulations", r'{"district": "\ud800"}', 400, "UTF-8"),
    ("POST", "/simulations", b'{"district": "\xed\xa0\x80"}', 400, "not UTF-8"),
    ("POST", "/simulations", r'{"district": "\ud800"}'.encode("utf-16"), 400, "not UTF-8"),
    ("POST", "/simulations", r'{"\ud800": 1}', 400, "not UTF-8"),
    ("POST", "/simulations/ours/say", b'{"text": "the night \xed\xb0\x80passes"}', 400, "not UTF-8"),
    ("POST", "/simulations/ours/commands", r'[{"kind": "enroll", "args": {"a": ["\uDC00"]}}]', 400, "not UTF-8"),
    ("POST", "/simulations", '{"distict": "Lincoln"}', 400, "Did you mean 'district'"),
    ("POST", "/simulations", '{"district": "Lincon"}', 400, "Did you mean 'Lincoln'"),
    ("POST", "/simulations", '{"district": 7}', 400, "a text is needed"),
    ("POST", "/simulations", '{"seed": "1"}', 400, "a whole number is needed"),
    ("POST", "/simulations", '{"seed": true}', 400, "a whole number is needed"),
    ("POST", "/simulations", '{"seed": 1' + "0" * 5000 + "}", 400, "no JSON"),
    ("POST", "/simulations", '{"start": "tomorrow"}', 400, "2026-11-17T09:00:00-06:00"),
    ("POST", "/simulations", '{"start": "2026-11-17T09:00:00"}', 400, "offset"),
    ("POST", "/simulations", '{"start": "9999-12-31T23:59:59-12:00"}', 400, "offset"),
    ("POST", "/simulations", '{"start": "0001-01-01T00:00:00+12:00"}', 400, "offset"),
    ("POST", "/simulations", '{"start": "2000-01-01T00:00:00+00:01"}', 400, "from 2000-01-01T00:00:00Z"),
    ("POST", "/simulations", '{"start": "2099-12-30T23:00:00-01:01"}', 400, "to 2099-12-31T00:00:00Z"),
    ("POST", "/simulations", '{"state": "synced"}', 400, "'in step', 'never synced'"),
    ("POST", "/simulations", '{"id": "a/b"}', 400, "letters, digits"),
    ("POST", "/simulations", '{"token": ""}', 400, "letters, digits"),
    ("POST", "/simulations", '{"id": "ours"}', 409, "another id"),
    ("POST", "/simulations", '{"files": {"sections.cvs": ""}}', 400, "Did you mean 'sections.csv'"),
    ("POST", "/simulations", '{"files": {}}', 400, "district.toml"),
    ("POST", "/simulations/ours/say", '{"text": ""}', 400, "a text is needed"),
    ("POST", "/simulations/ours/say", "{}", 400, "'text': it is missing"),
    ("POST", "/simulations/ours/say", '{"text": "make it so"}', 422, "no act or claim"),
    ("POST", "/simulations/ours/say", '{"text": "the clock moves on to \\"noon\\""}', 422, "2026-11-17T09:00"),
    ("POST", "/simulations/our/say", '{"text": "the night passes"}', 404, "Did you mean 'ours'"),
    ("POST", "/simulations/ours/commands", "{}", 400, "a list"),
    ("POST", "/simulations/ours/commands", '[{"args": {}}]', 400, "'kind': it is missing"),
    ("POST", "/simulations/ours/commands", '[{"kind": "enrol", "args": {}}]', 422, "enroll"),
    ("POST", "/simulations/ours/commands", '[{"kind": "enroll", "args": []}]', 400, "a JSON object"),
    ("POST", "/simulations/ours/commands", '[{"kind": "night_passes", "district": "Linc"}]', 422, "Lincoln"),
    ("POST", "/simulations/ours/clock", "{}", 400, "advance_to"),
    ("POST", "/simulations/ours/clock", '{"advance": {}}', 400, '{"minutes": 5}'),
    ("POST", "/simulations/ours/clock", '{"advance": {"days": 99999999999}}', 400, '{"minutes": 5}'),
    ("POST", "/simulations/ours/clock", '{"advance": {"days": 99999}}', 400, "before 2100"),
    ("POST", "/simulations/ours/clock", '{"advance": {"weeks": 1}}', 400, "known are days"),
    ("POST", "/simulations/ours/clock", '{"until": "noon", "district": "Lincoln"}', 400, "morning"),
    ("POST", "/simulations/ours/clock", '{"until": "morning", "district": "Linc"}', 422, "Lincoln"),
    ("POST", "/simulations/ours/clock", '{"advance": {"days": 1}, "district": "Linc"}', 422, "Lincoln"),
    (
        "POST",
        "/simulations/ours/clock",
        '{"advance_to": "2026-11-17T09:00:00-06:00", "district": "Linc"}',
        422,
        "Lincoln",
    ),
    ("GET", "/simulations/ours/show", "", 400, "person"),
    ("GET", "/simulations/ours/show?person=Leo Prk", "", 422, "Leo Park"),
    ("GET", "/simulations/ours/show?class=Algebra 1", "", 422, "Ito, period 3"),
    ("GET", "/simulations/ours/show?person=Leo Park&at=2026-11-16T11:59:59Z", "", 400, "starts at"),
    ("GET", "/simulations/ours/show?person=Leo Park&at=2026-11-16T12:00:01Z", "", 400, "its clock shows"),
    ("GET", "/simulations/ours/otus/clases", "", 404, "Did you mean 'classes'"),
    ("GET", "/simulations/ours/otus/classes?limit=-1", "", 400, "a whole number"),
    ("GET", "/simulations/ours/otus/classes?limit=0", "", 400, "one or more"),
    ("GET", "/simulations/ours/otus/classes?page=1", "", 400, "known are limit"),
    ("GET", "/nowhere", "", 404, "nothing at this address"),
    ("PUT", "/simulations/ours", "", 405, "DELETE, GET"),
    ("DELETE", "/simulations/our", "", 404, "Did you mean 'ours'"),
]


@pytest.mark.parametrize(("method", "path", "body", "status", "words"), BAD)
def test_it_is_refused_with_a_lesson_and_nothing_is_done(
    client: FlaskClient, lincoln: Caller, method: str, path: str, body: str | bytes, status: int, words: str
) -> None:
    before = (client.get("/simulations").get_json(), lincoln.lines())

    reply = client.open(path, method=method, data=body)

    assert (reply.status_code, reply.mimetype) == (status, "application/json")
    told = reply.get_json()
    assert {"asked", "known", "next"} <= told["error"].keys()
    assert words in f"{told['error']} {told['message']}"
    assert (client.get("/simulations").get_json(), lincoln.lines()) == before


@pytest.mark.parametrize("half", [b"\xed\xa0\x80", rb"\ud800"])
def test_half_a_character_in_a_name_is_refused_and_the_name_is_not_logged(
    lincoln: Caller, half: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    before = lincoln.lines()
    body = b'{"text": "the registrar removes \\"Leo Park' + half + b'\\" from the SIS"}'

    reply = lincoln.client.post("/simulations/ours/say", data=body)

    assert (reply.status_code, reply.is_json, lincoln.lines()) == (400, True, before)
    assert "Leo" not in caplog.text + reply.text


@pytest.mark.parametrize("path", ["say", "clock"])
def test_more_than_a_megabyte_is_not_said_at_once(lincoln: Caller, path: str) -> None:
    before = lincoln.lines()

    reply = lincoln.post(f"/{path}", {"text": "the night passes\n" * 70_000})

    assert (reply.status_code, lincoln.lines()) == (413, before)
    assert reply.get_json()["error"]["next"] == "Send less at a time."


def test_more_than_a_megabyte_is_uploaded_and_done_at_once(client: FlaskClient, lincoln: Caller) -> None:
    rows = "".join(f"1,{number},{'Z' * 100},Ann\n" for number in range(10_000))
    files = NO_ROWS | {"students.csv": NO_ROWS["students.csv"] + rows}
    toml = 'name = "Elm"\ntimezone = "America/Chicago"\n'

    assert client.post("/simulations", json={"files": {"district.toml": toml, **files}}).status_code == 201
    assert lincoln.client.post("/simulations/ours/commands", data=b"[]" + b" " * 2**20).status_code == 200


LONG = "Leo" * 100_000


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("", {"text": LONG}),
        ("/simulations/ours/say", {"text": LONG}),
        ("/simulations/ours/say", {"text": f'"{LONG}" is in "Algebra 1" in Otus'}),
        ("/simulations/ours/say", {"text": f'in the district "{LONG}", the night passes'}),
        ("/simulations/ours/say", {LONG: ""}),
        ("/simulations/ours/commands", [{"kind": LONG}]),
        ("/simulations/ours/commands", [{"kind": "night_passes", "district": LONG}]),
        ("/simulations/ours/commands", [{"kind": "wait_until", "args": {"instant": LONG}}]),
        ("/simulations/ours/clock", {"until": "morning", "district": LONG}),
        ("/simulations", {"district": LONG}),
        ("/simulations", {"files": {"district.toml": f'name = "Elm"\ntimezone = "{LONG}"\n'}}),
        ("/simulations", {"files": {LONG: ""}}),
        (f"/simulations/{LONG[:9000]}/say", {"text": "the night passes"}),
        (f"/{LONG[:9000]}", {}),
        (f"/v3.0/{LONG[:9000]}", {}),
        (f"/v3.1/{LONG[:9000]}", {}),
    ],
)
def test_an_error_does_not_send_back_all_that_was_sent(lincoln: Caller, path: str, body: object) -> None:
    reply = lincoln.client.post(path, json=body)

    assert 400 <= reply.status_code < 500
    assert "Leo" * 70 not in reply.text


@pytest.mark.parametrize("path", ["/simulations", "/healthz", "/nowhere", "/v3.0/users", "/v3.1"])
@pytest.mark.parametrize(
    "name", ["rebound.example", "rebound.example:8080", "localhost.rebound.example", "127.0.0.1@rebound", "", "::1"]
)
def test_a_caller_who_takes_this_server_for_another_reads_nothing(lincoln: Caller, path: str, name: str) -> None:
    headers = {"Host": name, "Authorization": f"Bearer {lincoln.token}"}

    reply = lincoln.client.get(path, headers=headers)

    assert (reply.status_code, reply.mimetype) == (400, "application/json")
    assert "localhost" in reply.get_json()["error"]["known"]
    assert lincoln.token not in reply.text


@pytest.mark.parametrize("name", ["127.0.0.1", "127.0.0.1:8080", "localhost:1", "LOCALHOST", "[::1]:8080"])
def test_the_names_of_this_machine_are_believed(lincoln: Caller, name: str) -> None:
    reply = lincoln.client.get("/simulations/ours", headers={"Host": name})

    assert reply.get_json()["clever"]["base_url"] == f"http://{name.lower()}"


def test_a_body_may_begin_with_a_byte_order_mark(client: FlaskClient) -> None:
    assert client.post("/simulations", data=b'\xef\xbb\xbf{"id": "marked"}').status_code == 201


def test_a_token_that_another_simulation_has_is_refused(client: FlaskClient, lincoln: Caller) -> None:
    reply = client.post("/simulations", json={"token": lincoln.token})

    assert reply.status_code == 409
    assert lincoln.token not in reply.text
    assert len(client.get("/simulations").get_json()["simulations"]) == 1


def test_a_body_beyond_the_limit_is_not_read(host: Host) -> None:
    app = create_app(host)
    app.config["MAX_CONTENT_LENGTH"] = 10

    reply = app.test_client().post("/simulations", data=json.dumps({"id": "far-too-long"}))

    assert (reply.status_code, host.all()) == (413, [])


def test_an_uploaded_district_is_refused_whole_with_file_line_column_value_and_remedy(client: FlaskClient) -> None:
    files = {"district.toml": 'name = "Elm"\ntimezone = "America/Chicago"\n', **NO_ROWS}
    files["enrollments.csv"] += "1,S1,999\n"

    reply = client.post("/simulations", json={"files": files})

    assert reply.status_code == 400
    told = reply.get_json()["message"]
    assert "enrollments.csv, line 2, column Student_id, value '999'" in told
    assert "/" not in told.replace("Add a row", "")
    assert client.get("/simulations").get_json() == {"simulations": []}


def test_an_uploaded_district_starts(client: FlaskClient) -> None:
    files = {"district.toml": 'name = "Elm"\ntimezone = "America/Chicago"\n', **NO_ROWS}

    reply = client.post("/simulations", json={"files": files, "id": "elm", "token": "elm-token"})

    (district,) = reply.get_json()["districts"]
    assert (district["name"], district["token"]) == ("Elm", "elm-token")
    assert Caller(client, "elm").records("/v3.0/schools")[0]["name"] == "Elm School"


@pytest.mark.parametrize("state", ["in step", "never synced"])
@pytest.mark.parametrize("start", ["2000-01-01T00:00:00Z", "2099-12-30T23:00:00-01:00"])
def test_the_first_and_the_last_moment_are_starts(client: FlaskClient, start: str, state: str) -> None:
    reply = client.post("/simulations", json={"id": "edge", "start": start, "state": state})

    assert reply.status_code == 201
    assert Caller(client, "edge").clever("/v3.0/users").status_code == 200


class _Broken(Host):
    def all(self) -> list[Hosted]:
        raise RuntimeError("Leo Park")


def test_a_fault_of_ours_shows_no_internals_and_logs_no_names(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        reply = create_app(_Broken(sample_districts())).test_client().get("/simulations")

    assert (reply.status_code, "Leo" in reply.text, "RuntimeError" in reply.text) == (500, False, False)
    assert "RuntimeError at test_bad_requests.py" in caplog.text
    assert "Leo" not in caplog.text


NO_ROWS = {
    "schools.csv": "School_id,School_name,School_number\n1,Elm School,1\n",
    "students.csv": "School_id,Student_id,Last_name,First_name\n",
    "teachers.csv": "School_id,Teacher_id,First_name,Last_name\n",
    "sections.csv": "School_id,Section_id,Teacher_id\n",
    "enrollments.csv": "School_id,Section_id,Student_id\n",
}
