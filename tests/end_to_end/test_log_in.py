"""Logging in to a served simulation through a client of OAuth and OpenID Connect that others wrote, unmodified."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
import requests
from authlib.integrations.flask_client import OAuth
from flask import Flask, Response, jsonify
from flask.testing import FlaskClient
from freezegun import freeze_time

from simulator.cli.server import Server
from tests.end_to_end.conftest import Lincoln

CALLBACK = "http://localhost:3000/callback"
HANA = "hana.ito@lincoln.example"
SIMULATED = "2026-11-16T12:00:00Z"
"""When Lincoln begins; a client checks an identity token's hour by its own clock, which must show the same."""


@pytest.fixture
def application(lincoln: Lincoln) -> FlaskClient:
    """Make a web application as its authors tell to: by the address of the discovery document."""
    keys = Server(lincoln.server.url, lincoln.id).describe()["clever"]
    app = Flask("application")
    app.secret_key = "sessions of a test"
    oauth = OAuth(app)
    clever = oauth.register(
        "clever",
        client_id=keys["client_id"],
        client_secret=keys["client_secret"],
        server_metadata_url=f"{lincoln.server.url}/.well-known/openid-configuration",
        client_kwargs={"scope": "openid email"},
    )

    @app.get("/login")
    def login() -> Response:
        reply: Response = clever.authorize_redirect(CALLBACK, login_as=HANA)
        return reply

    @app.get("/callback")
    def callback() -> Response:
        token = clever.authorize_access_token()
        return jsonify({"token": token, "userinfo": clever.userinfo(token=token)})

    return app.test_client()


def test_somebody_logs_in_through_a_client_that_others_wrote(application: FlaskClient) -> None:
    with freeze_time(SIMULATED):
        sent = application.get("/login")
        came_back = requests.get(sent.headers["Location"], allow_redirects=False, timeout=30)
        told = application.get(_without_host(came_back.headers["Location"])).get_json()

    claims = told["token"]["userinfo"]
    assert told["token"]["access_token"].startswith("il")
    assert (claims["email"], claims["given_name"], claims["user_type"]) == (HANA, "Hana", "teacher")
    assert told["userinfo"]["sub"] == claims["sub"]
    assert told["userinfo"]["name"] == {"first": "Hana", "last": "Ito", "middle": ""}


def _without_host(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.path}?{parts.query}"
