"""The life of simulations over HTTP: made, listed, looked at, set back, deleted."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from flask import Blueprint, Response, jsonify, request

from simulator.clever_api.description import description
from simulator.errors import BadInput, suggestion
from simulator.files import read_district
from simulator.files.layout import LAYOUTS, SETTINGS
from simulator.http import asked
from simulator.http.host import EMPTY, Host, Hosted, Wanted
from simulator.http.settings import CLEVER_SETTINGS, CleverSettings
from simulator.http.shaped import simulation_json
from simulator.simulation.district import DistrictPlan, State

FILES = (SETTINGS, *(layout.file for layout in LAYOUTS))


def _upload(key: str, value: object) -> DistrictPlan:
    """Read a district that came as the texts of its files."""
    texts = asked.read(asked.an_object(key, value), dict.fromkeys(FILES, asked.any_text))
    with tempfile.TemporaryDirectory() as folder:
        for file, content in texts.items():
            (Path(folder) / file).write_text(content, encoding="utf-8", newline="")
        try:
            return read_district(Path(folder))
        except BadInput as error:
            raise BadInput("the uploaded district", error.known, error.then) from error


_WANTED: asked.Shape = {
    "district": asked.text,
    "id": asked.name,
    "seed": asked.whole,
    "start": asked.instant,
    "state": asked.one_of(*map(str, State)),
    "token": asked.name,
    "files": _upload,
    **CLEVER_SETTINGS,
}


def control(host: Host) -> Blueprint:
    """Make the part of the control API that makes and ends simulations."""
    room = Blueprint("control", __name__)

    @room.get("/healthz")
    def healthz() -> Response:
        """Say that the server answers."""
        return jsonify({"status": "ok"})

    @room.get("/openapi.json")
    def openapi() -> Response:
        """Describe Clever's API as it is served here."""
        return jsonify(description())

    @room.get("/simulations")
    def simulations() -> Response:
        """List the simulations."""
        return jsonify({"simulations": [_shown(hosted) for hosted in host.all()]})

    @room.post("/simulations")
    def create() -> tuple[Response, int]:
        """Begin a simulation."""
        return jsonify(_shown(host.create(_wanted(host)))), 201

    @room.get("/simulations/<simulation>")
    def look(simulation: str) -> Response:
        """Describe a simulation."""
        return jsonify(_shown(host.find(simulation)))

    @room.delete("/simulations/<simulation>")
    def delete(simulation: str) -> tuple[str, int]:
        """Forget a simulation."""
        host.delete(simulation)
        return "", 204

    @room.post("/simulations/<simulation>/reset")
    def reset(simulation: str) -> Response:
        """Set a simulation back to its beginning."""
        hosted = host.find(simulation)
        hosted.reset()
        return jsonify(_shown(hosted))

    return room


def _shown(hosted: Hosted) -> dict[str, Any]:
    return simulation_json(hosted, request.host_url.rstrip("/"))


def _wanted(host: Host) -> Wanted:
    says = asked.read(asked.parsed(request.get_data()), _WANTED)
    upload = says.pop("files", None)
    settings = CleverSettings(**{key: says.pop(key) for key in CLEVER_SETTINGS if key in says})
    if "state" in says:
        says["state"] = State(says["state"])
    _check_district(host, says.get("district"), upload)
    return Wanted(**says, upload=upload, settings=settings)


def _check_district(host: Host, district: str | None, upload: DistrictPlan | None) -> None:
    if upload is not None and district not in (None, upload.name):
        raise BadInput(
            f"the district {district!r}",
            f"the uploaded files are of {upload.name!r}",
            "Leave district out, or files",
        )
    known = [*host.library, EMPTY]
    if upload is None and district is not None and district not in known:
        raise BadInput(
            f"the district {district!r}",
            f"known are {', '.join(map(repr, known))}",
            suggestion(district, known, 'Upload one of your own with "files".'),
        )
