"""Our description of Clever's API: it is OpenAPI, it has every path, and what is served is as it says."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest
from flask.testing import FlaskClient

from simulator.clever_api.operations import operations
from tests.http.caller import Caller

V3 = """
/districts /districts/{id}
/schools /schools/{id} /schools/{id}/district /schools/{id}/courses /schools/{id}/sections /schools/{id}/terms
/schools/{id}/users
/courses /courses/{id} /courses/{id}/district /courses/{id}/resources /courses/{id}/schools /courses/{id}/sections
/terms /terms/{id} /terms/{id}/district /terms/{id}/schools /terms/{id}/sections
/sections /sections/{id} /sections/{id}/course /sections/{id}/district /sections/{id}/school /sections/{id}/term
/sections/{id}/resources /sections/{id}/users
/users /users/{id} /users/{id}/district /users/{id}/mycontacts /users/{id}/mystudents /users/{id}/myteachers
/users/{id}/schools /users/{id}/sections /users/{id}/resources
/resources /resources/{id} /resources/{id}/courses /resources/{id}/sections /resources/{id}/users
/events /events/{id}
"""
"""The paths of clever_api.md, sections 1.1 and 1.2."""
V2 = """
/students /students/{id} /students/{id}/contacts /students/{id}/district /students/{id}/school
/students/{id}/schools /students/{id}/sections /students/{id}/teachers
/teachers /teachers/{id} /teachers/{id}/district /teachers/{id}/school
/teachers/{id}/schools /teachers/{id}/sections /teachers/{id}/students
/sections /sections/{id} /sections/{id}/course /sections/{id}/district /sections/{id}/school /sections/{id}/students
/sections/{id}/teacher /sections/{id}/teachers /sections/{id}/term
/schools /schools/{id} /schools/{id}/district /schools/{id}/sections /schools/{id}/students /schools/{id}/teachers
/contacts /contacts/{id} /contacts/{id}/district /contacts/{id}/students
/courses /courses/{id} /courses/{id}/district /courses/{id}/sections
/terms /terms/{id} /terms/{id}/district /terms/{id}/sections
/school_admins /school_admins/{id} /school_admins/{id}/district /school_admins/{id}/schools
/district_admins /district_admins/{id} /district_admins/{id}/district
/districts /districts/{id}
/events /events/{id}
"""
"""The paths of section 1.3; that v2.1 has events is told by its record types there."""


@pytest.fixture
def described(client: FlaskClient) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/openapi.json").get_json()
    return found


@pytest.mark.parametrize(("version", "paths"), [("v3.0", V3), ("v3.1", V3), ("v2.1", V2)])
def test_every_path_of_a_version_is_described_and_no_other(
    described: dict[str, Any], version: str, paths: str
) -> None:
    found = [path.removeprefix(f"/{version}") for path in described["paths"] if path.startswith(f"/{version}/")]

    assert sorted(found) == sorted(paths.split())


def test_every_path_answers_as_described(lincoln: Caller, described: dict[str, Any]) -> None:
    schemas = {"components": described["components"]}
    lincoln.say('the registrar changes the email of "Leo Park" to "leo@new.example"', "15 minutes pass")
    for one in operations():
        kind = one.path.split("/")[2]
        ids = [item["data"]["id"] for item in lincoln.page(f"/{one.version}/{kind}").get("data", ())] or ["0" * 24]
        for record in ids[:20] if one.by_id else ids[:1]:
            reply = lincoln.clever(one.path.format(id=record))
            said = described["paths"][one.path]["get"]["responses"][str(reply.status_code)]
            schema = said["content"]["application/json"]["schema"]
            jsonschema.validate(reply.get_json(), schema | schemas)
