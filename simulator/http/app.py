"""The Flask application over a host: a factory, so that every test and every server has its own."""

from __future__ import annotations

from flask import Flask, request
from flask.json.provider import DefaultJSONProvider

from simulator.errors import BadInput
from simulator.http.answers import answer_errors
from simulator.http.control import control
from simulator.http.conversation import conversation
from simulator.http.gate import Gate
from simulator.http.host import Host
from simulator.http.identity.doors import identity
from simulator.http.names import OUR_NAMES
from simulator.http.read_models import read_models
from simulator.http.requests_room import log_identity, requests_room
from simulator.http.settings_room import settings_room

BODY_BYTES_MOST = 64 * 1024 * 1024
"""A district of a hundred thousand students fits; more is loaded from a folder."""


def create_app(host: Host) -> Flask:
    """Make the application that serves the simulations of a host."""
    app = Flask("simulator", static_folder=None)
    app.url_map.merge_slashes = False
    app.config["MAX_CONTENT_LENGTH"] = BODY_BYTES_MOST
    assert isinstance(app.json, DefaultJSONProvider)
    app.json.sort_keys = False
    app.json.ensure_ascii = False
    log_identity(app, host)
    for make_room in (control, settings_room, conversation, read_models, requests_room, identity):
        app.register_blueprint(make_room(host))
    answer_errors(app)
    app.before_request(_refuse_other_names)
    app.wsgi_app = Gate(host, app.wsgi_app)  # type: ignore[method-assign]
    return app


def _refuse_other_names() -> None:
    """Refuse a caller who takes this server for another: a web page whose name leads here reads nothing."""
    called = request.environ.get("HTTP_HOST", "")
    if not OUR_NAMES.fullmatch(called):
        raise BadInput(
            f"the host {called!r}",
            "this server answers as 127.0.0.1, localhost and [::1] only",
            "Call it by one of these names",
        )
