"""A host with the sample districts, its application, and a caller with a simulation of Lincoln."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from simulator.http.app import create_app
from simulator.http.host import Host
from simulator.library import sample_districts
from tests.http.caller import Caller


@pytest.fixture
def host() -> Host:
    return Host(sample_districts())


@pytest.fixture
def client(host: Host) -> FlaskClient:
    return create_app(host).test_client()


@pytest.fixture
def lincoln(client: FlaskClient) -> Caller:
    assert client.post("/simulations", json={"id": "ours", "district": "Lincoln"}).status_code == 201
    return Caller(client, "ours")
