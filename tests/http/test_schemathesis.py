"""schemathesis reads our own description of Clever's API, and asks every path of it for what nobody thought of.

Whatever is asked, the answer has a status and a body that the description names, and nothing of another district's.
"""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import Any

import pytest
import schemathesis
from hypothesis import given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.generation import GenerationMode
from schemathesis.schemas import APIOperation
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from simulator.clever_api.description import description
from simulator.http.app import create_app
from simulator.http.host import Host
from simulator.library import sample_districts

EXAMPLES = settings().max_examples // 20
"""Few in every run, many in `make proofs`."""
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
HAPPENS = 'the registrar drops "Ana Ruiz" from "Biology"\n15 minutes pass'
KINDS = {
    **dict.fromkeys(("districts", "schools", "terms", "courses", "sections", "users", "events"), "v3.1"),
    **dict.fromkeys(("students", "teachers", "contacts", "school_admins", "district_admins"), "v2.1"),
}
"""The kinds of record, and a version that lists them."""
OURS, THEIRS = "ours", "theirs"
LABEL = attrgetter("label")
TOKEN = {"Authorization": f"Bearer {OURS}"}

Operation = APIOperation[Any, Any, Any, Any]
Case = schemathesis.Case[Any]


def operations() -> list[Operation]:
    found = schemathesis.openapi.from_dict(description()).get_all_operations()
    return [one.ok() for one in found if isinstance(one, Ok)]


@dataclass(frozen=True)
class World:
    """Two simulations of Lincoln: we have the token of one, and know ids of both."""

    app: Any
    ours: dict[str, list[str]]
    others: dict[str, list[str]]

    def ask(self, operation: Operation, mode: GenerationMode) -> None:
        """Ask one path in many ways, of records that we may read, that we may not, and that there are not."""
        kind = operation.path.split("/")[2]
        known = st.sampled_from(["", *self.ours.get(kind, []), *self.others.get(kind, [])])
        not_ours = set().union(*self.others.values())

        @settings(max_examples=EXAMPLES)
        @given(case=operation.as_strategy(generation_mode=mode, headers=TOKEN), record=known)
        def ask(case: Case, record: str) -> None:
            if record and "id" in case.path_parameters:
                case.path_parameters["id"] = record
            answer = case.call(app=self.app)
            case.validate_response(answer, checks=CHECKS)
            assert not any(one in answer.text for one in not_ours)

        ask()


def begin(app: Any, token: str) -> dict[str, list[str]]:
    """Begin a simulation in which something happens; list the ids of each kind of record that its token opens."""
    client, ids = app.test_client(), {}
    client.post("/simulations", json={"district": "Lincoln", "id": token, "token": token})
    client.post(f"/simulations/{token}/say", json={"text": HAPPENS})
    for kind, version in KINDS.items():
        page = client.get(f"/{version}/{kind}?limit=1000", headers={"Authorization": f"Bearer {token}"}).get_json()
        ids[kind] = [item["data"]["id"] for item in page["data"]]
    return ids


@pytest.fixture(scope="module")
def world() -> World:
    app = create_app(Host(sample_districts()))
    return World(app, begin(app, OURS), begin(app, THEIRS))


@pytest.mark.parametrize("operation", operations(), ids=LABEL)
def test_every_path_keeps_its_word(operation: Operation, world: World) -> None:
    world.ask(operation, GenerationMode.POSITIVE)


@pytest.mark.parametrize("operation", [one for one in operations() if one.query], ids=LABEL)
def test_what_cannot_be_asked_is_answered_as_described(operation: Operation, world: World) -> None:
    world.ask(operation, GenerationMode.NEGATIVE)
