"""The Flask application over a host: a factory, so that every test and every server has its own."""

from __future__ import annotations

from flask import Flask
from flask.json.provider import DefaultJSONProvider

from simulator.http.answers import answer_errors
from simulator.http.clever_api import clever_api
from simulator.http.control import control
from simulator.http.conversation import conversation
from simulator.http.host import Host
from simulator.http.read_models import read_models

BODY_BYTES_MOST = 64 * 1024 * 1024
"""A district of a hundred thousand students fits; more is loaded from a folder."""


def create_app(host: Host) -> Flask:
    """Make the application that serves the simulations of a host."""
    app = Flask("simulator", static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = BODY_BYTES_MOST
    assert isinstance(app.json, DefaultJSONProvider)
    app.json.sort_keys = False
    app.json.ensure_ascii = False
    for room in (control(host), conversation(host), read_models(host), clever_api(host)):
        app.register_blueprint(room)
    answer_errors(app)
    return app
