"""The settings of a simulation's application at Clever over HTTP: looked at, and changed key by key."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, Response, jsonify, request

from simulator.http import asked
from simulator.http.host import Host
from simulator.http.settings import CLEVER_SETTINGS, settings_json


def settings_room(host: Host) -> Blueprint:
    """Make the part of the control API that sets how Clever treats the application."""
    room = Blueprint("settings", __name__)

    @room.get("/simulations/<simulation>/clever")
    def look(simulation: str) -> Response:
        """Show the settings."""
        return jsonify(settings_json(host.find(simulation).settings))

    @room.patch("/simulations/<simulation>/clever")
    def change(simulation: str) -> Response:
        """Change the settings that are named, and leave the others."""
        hosted = host.find(simulation)
        changes = asked.read(asked.parsed(request.get_data()), CLEVER_SETTINGS)
        return jsonify(settings_json(hosted.set_up(lambda settings: replace(settings, **changes))))

    return room
