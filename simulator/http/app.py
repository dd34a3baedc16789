"""The Flask application over a host: a factory, so that every test and every server has its own."""

from __future__ import annotations

import re

from flask import Flask, request
from flask.json.provider import DefaultJSONProvider

from simulator.errors import BadInput
from simulator.http.answers import answer_errors
from simulator.http.control import control
from simulator.http.conversation import conversation
from simulator.http.gate import Gate
from simulator.http.host import Host
from simulator.http.identity.doors import identity
from simulator.http.names import OUR_NAMES, OURS_AND_CLEVERS
from simulator.http.read_models import read_models
from simulator.http.requests_room import IDENTITY, log_identity, requests_room
from simulator.http.settings_room import settings_room

BODY_BYTES_MOST = 64 * 1024 * 1024
"""A district of a hundred thousand students fits; more is loaded from a folder."""


def create_app(host: Host, *, stands_in_for_clever: bool = False) -> Flask:
    """Make the application that serves the simulations of a host.

    stands_in_for_clever: whether Clever's own paths answer to clever.com and api.clever.com too.
    """
    for_clever = OURS_AND_CLEVERS if stands_in_for_clever else OUR_NAMES
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
    app.before_request(lambda: _refuse_other_names(for_clever))
    app.wsgi_app = Gate(host, app.wsgi_app, for_clever)  # type: ignore[method-assign]
    return app


def _refuse_other_names(for_clever: re.Pattern[str]) -> None:
    """Refuse a caller who takes this server for another: a web page whose name leads here reads nothing."""
    called = request.environ.get("HTTP_HOST", "")
    names = for_clever if IDENTITY.match(request.path) else OUR_NAMES
    if not names.fullmatch(called):
        raise BadInput(
            f"the host {called!r}",
            "this server answers as 127.0.0.1, localhost and [::1] only",
            "Call it by one of these names",
        )
