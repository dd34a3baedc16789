"""clever-passport, which lives on v2.1 and on Clever's own hosts, signs people in from Node.

It follows the links of `/me` as they are, with a slash too many in front of them.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.clients.conftest import Served

NODE = Path(__file__).with_name("node")

pytestmark = [
    pytest.mark.skipif(shutil.which("node") is None, reason="there is no node on this machine"),
    pytest.mark.skipif(
        not (NODE / "node_modules" / "clever-passport").exists(),
        reason="clever-passport is not installed: `npm install --prefix tests/clients/node` does it",
    ),
]


@pytest.fixture
def lincoln(lincoln_at_clevers: Served) -> Served:
    return lincoln_at_clevers


def sign_in(lincoln: Served, who: str) -> Any:
    ours = {"CLEVER_AT": str(lincoln.server.port), "NODE_EXTRA_CA_CERTS": str(lincoln.server.ca_file)}
    told = subprocess.run(
        ["node", "--require", "./sent_to_us.js", "sign_in.js", lincoln.client_id, lincoln.client_secret, who],
        cwd=NODE,
        env={**os.environ, **ours},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert told.returncode == 0, told.stderr
    return json.loads(told.stdout)


@pytest.mark.parametrize(
    ("email", "kind", "first", "last"),
    [
        ("ana.ruiz@lincoln.example", "student", "Ana", "Ruiz"),
        ("hana.ito@lincoln.example", "teacher", "Hana", "Ito"),
        ("dana.whitfield@lincoln.example", "district_admin", "Dana", "Whitfield"),
    ],
)
def test_somebody_signs_in(lincoln: Served, email: str, kind: str, first: str, last: str) -> None:
    profile = sign_in(lincoln, email)

    assert (profile["type"], profile["email"]) == (kind, email)
    assert (profile["name"]["first"], profile["name"]["last"]) == (first, last)
    assert profile["district"] == lincoln.read("/v3.0/districts")["data"][0]["data"]["id"]


def test_a_student_is_the_same_one_in_v2_1_and_in_v3(lincoln: Served) -> None:
    profile = sign_in(lincoln, "ana.ruiz@lincoln.example")

    assert lincoln.read(f"/v3.0/users/{profile['id']}")["data"]["roles"]["student"]["sis_id"] == "1031"
