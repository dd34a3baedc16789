"""What a user's token reads in Clever's Data API: its own user, schools and district, and nothing else."""

from __future__ import annotations

import pytest

from tests.http.caller import Caller
from tests.http.logging_in import HANA, LEO, Application, came_back


@pytest.fixture
def app(lincoln: Caller) -> Application:
    return Application.of(lincoln)


@pytest.mark.parametrize("version", ["v3.0", "v3.1"])
def test_me_is_as_recorded_in_a_log_in(app: Application, version: str) -> None:
    """[R3]; the inner type is the role, where the documents say user."""
    hana = app.person("Hana")

    reply = app.get(f"/{version}/me", app.token(HANA))

    assert reply.get_json() == {
        "type": "user",
        "data": {"id": hana["id"], "district": hana["district"], "type": "teacher", "authorized_by": "district"},
        "links": [
            {"rel": "self", "uri": "/me"},
            {"rel": "canonical", "uri": f"/{version}/users/{hana['id']}"},
            {"rel": "district", "uri": f"/{version}/districts/{hana['district']}"},
        ],
    }


def test_me_of_the_old_version_leads_to_the_older_record(app: Application) -> None:
    """Assumed: no log-in of v2.1 was recorded."""
    older = app.person("Hana")["roles"]["teacher"]["legacy_id"]
    token = app.token(HANA)

    told = app.get("/v2.1/me", token).get_json()
    (canonical,) = (link["uri"] for link in told["links"] if link["rel"] == "canonical")

    assert (told["type"], told["data"]["id"], canonical) == ("teacher", older, f"/v2.1/teachers/{older}")
    assert app.get(canonical, token).get_json()["data"]["id"] == older


def test_a_users_token_reads_its_own_records_without_links(app: Application) -> None:
    """[R3]: a single with a user's token has no links."""
    hana, token = app.person("Hana"), app.token(HANA)
    (school,) = hana["roles"]["teacher"]["schools"]
    own = [f"/v3.0/users/{hana['id']}", f"/v3.0/schools/{school}", f"/v3.0/districts/{hana['district']}"]

    for uri in own:
        reply = app.get(uri, token)
        assert (reply.status_code, [*reply.get_json()]) == (200, ["data"])
        assert reply.get_json()["data"] == app.caller.page(uri)["data"]


def test_all_else_is_no_address_for_a_users_token(app: Application) -> None:
    """[R3]: the page of the web server, and the address in it."""
    token, leo = app.token(HANA), app.person("Leo")
    schools = [one["id"] for one in app.caller.records("/v3.0/schools")]
    (other,) = set(schools) - set(app.person("Hana")["roles"]["teacher"]["schools"])
    elsewhere = ["users", f"users/{leo['id']}", f"schools/{other}", "schools", "districts", "sections", "events"]

    for path in (*elsewhere, "resources", f"users/{app.person('Hana')['id']}/mystudents", "users/x", "me/x"):
        reply = app.get(f"/v3.0/{path}", token)
        assert (reply.status_code, reply.content_type) == (404, "text/html; charset=utf-8"), path
        assert f"<pre>Cannot GET /v3.0/{path}</pre>" in reply.text


def test_a_users_token_reads_nothing_of_another_simulation(app: Application) -> None:
    app.caller.client.post("/simulations", json={"id": "theirs", "district": "Lincoln"})
    theirs = Application.of(Caller(app.caller.client, "theirs"))
    hana = theirs.person("Hana")

    for uri in (f"/v3.0/users/{hana['id']}", f"/v3.0/districts/{hana['district']}"):
        assert app.get(uri, app.token(HANA)).status_code == 404


@pytest.mark.parametrize("path", ["/v3.0/me", "/v3.1/me", "/v2.1/me"])
def test_me_is_no_address_for_a_districts_token(app: Application, path: str) -> None:
    """Assumed: never recorded."""
    reply = app.get(path, app.caller.token)

    assert (reply.status_code, reply.content_type) == (404, "text/html; charset=utf-8")


def test_a_students_contact_does_not_log_in(app: Application) -> None:
    """Assumed: contacts have no log-in at Clever."""
    contact = app.caller.records("/v3.0/users?role=contact")[0]

    for called in (contact["id"], contact["email"]):
        assert came_back(app.authorize(login_as=called)) == {"error": "unauthorized-user"}


def test_a_student_reads_their_own_record(app: Application) -> None:
    leo, token = app.person("Leo"), app.token(LEO)

    assert app.get(f"/v3.0/users/{leo['id']}", token).get_json() == {"data": leo}
    assert app.get("/v2.1/me", token).get_json()["links"][1]["uri"] == f"/v2.1/students/{leo['id']}"


def test_with_v2_1_a_teacher_reads_their_own_sections_and_the_students_in_them(app: Application) -> None:
    """[C]: passport-clever does so with a teacher's token."""
    older = app.person("Hana")["roles"]["teacher"]["legacy_id"]
    token = app.token(HANA)

    sections = app.get(f"/v2.1/teachers/{older}/sections", token).get_json()["data"]
    own = {one["data"]["id"]: one["data"]["students"] for one in sections}
    assert {one["data"]["name"] for one in sections} >= {"Algebra 1", "Geometry"}
    for section, students in own.items():
        found = app.get(f"/v2.1/sections/{section}/students", token).get_json()["data"]
        assert {one["data"]["id"] for one in found} == set(students)

    others = next(one for one in app.caller.records("/v2.1/sections") if one["id"] not in own)
    assert app.get(f"/v2.1/sections/{others['id']}/students", token).status_code == 404
    assert app.get(f"/v2.1/teachers/{older}/students", token).status_code == 404
    assert app.get(f"/v3.0/users/{app.person('Hana')['id']}/sections", token).status_code == 404
