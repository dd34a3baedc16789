"""What is said to a simulation over HTTP, and what is asked of it: sentences, commands, time, its journal."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from flask import Blueprint, Response, jsonify, request
from werkzeug.exceptions import RequestEntityTooLarge

from simulator import journal, show
from simulator.clock import Instant
from simulator.errors import BadInput
from simulator.http import asked
from simulator.http.host import Host, Hosted
from simulator.http.shaped import Json, clock_json, outcome_json, said_json
from simulator.session import Command, Session

COMMANDS_AT_MOST = 100_000
TEXT_BYTES_MOST = 1024 * 1024
"""What somebody says at once: some ten thousand sentences."""
_UNTIL = {"morning": "night_passes", "nightly sync": "nightly_sync_runs"}
_LENGTH: asked.Shape = dict.fromkeys(("days", "hours", "minutes", "seconds"), asked.whole)
_COMMAND: asked.Shape = {"kind": asked.text, "args": asked.an_object, "district": asked.text}
_CLOCK: asked.Shape = {
    "advance_to": asked.instant,
    "advance": asked.within(_LENGTH),
    "until": asked.one_of(*_UNTIL),
    "district": asked.text,
}
_SHOWN: asked.Shape = {
    "person": asked.text,
    "class": asked.text,
    "at": asked.instant,
    "district": asked.text,
}


def conversation(host: Host) -> Blueprint:
    """Make the part of the control API that speaks with one simulation."""
    room = Blueprint("conversation", __name__, url_prefix="/simulations/<simulation>")

    @room.post("/say")
    def say(simulation: str) -> Response:
        """Do and check what sentences say, all of them or none."""
        text = asked.read(_body(TEXT_BYTES_MOST), {"text": asked.text}, "text")["text"]
        return jsonify(host.find(simulation).change(lambda session: outcome_json(session, session.say_all(text))))

    @room.post("/commands")
    def commands(simulation: str) -> Response:
        """Do commands, all of them or none, and tell the keys of what they made."""
        wanted = _commands(_body())
        return jsonify(host.find(simulation).change(lambda session: outcome_json(session, session.do_all(wanted))))

    @room.get("/clock")
    def clock(simulation: str) -> Response:
        """Show the clock."""
        return jsonify(clock_json(host.find(simulation).simulation))

    @room.post("/clock")
    def move_clock(simulation: str) -> Response:
        """Let time pass."""
        says = asked.read(_body(TEXT_BYTES_MOST), _CLOCK)
        return jsonify(host.find(simulation).change(lambda session: _move(session, says)))

    @room.get("/journal")
    def journal_lines(simulation: str) -> Response:
        """Show the journal, from which the simulation can be replayed."""
        return jsonify({"lines": journal.lines(host.find(simulation).session)})

    @room.get("/show")
    def shown(simulation: str) -> Response:
        """Show a person or a class in the three systems, now or at an earlier moment."""
        says = asked.read_query(request.args, _SHOWN)
        return jsonify(_shown(host.find(simulation), says))

    return room


def _body(most: int | None = None) -> Any:
    """Read the body as JSON. Raises RequestEntityTooLarge for one of more bytes than are read here."""
    if most is not None and ((request.content_length or 0) > most or len(request.get_data()) > most):
        raise RequestEntityTooLarge
    return asked.parsed(request.get_data())


def _commands(body: object) -> list[Command]:
    if not isinstance(body, list):
        raise BadInput("the body of the request", "it is no list", 'Send a list of {"kind", "args"} objects')
    if len(body) > COMMANDS_AT_MOST:
        raise BadInput(
            "the body of the request", f"it has {len(body)} commands", f"Send {COMMANDS_AT_MOST} at most"
        )
    read = [asked.read(one, _COMMAND, "kind") for one in body]
    return [Command(one["kind"], one.get("args", {}), one.get("district")) for one in read]


def _move(session: Session, says: Json) -> Json:
    command = _time_command(session, says)
    said = session.do_all([command])
    return clock_json(session.simulation) | {"said": [said_json(one) for one in said]}


def _time_command(session: Session, says: Json) -> Command:
    ways = [key for key in ("advance_to", "advance", "until") if key in says]
    if len(ways) != 1:
        raise BadInput(
            "how far the clock is to go",
            f"the request says {', '.join(ways) or 'nothing'} about it",
            'Send {"advance_to": "2026-11-17T09:00:00-06:00"}, {"advance": {"minutes": 5}} or {"until": "morning"}',
        )
    district = says.get("district")
    if district is not None:
        session.simulation.district(district)
    if "until" in says:
        return Command(_UNTIL[says["until"]], {}, district)
    until = says["advance_to"] if "advance_to" in says else _later(session, says["advance"])
    return Command("wait_until", {"instant": until.isoformat()}, district)


def _later(session: Session, length: Mapping[str, int]) -> Instant:
    try:
        until = session.simulation.now + timedelta(**length)
    except OverflowError:
        until = None
    if length and until is not None and until.year < asked.LATEST:
        return until
    raise asked.wrong("advance", length, f"it leads nowhere before {asked.LATEST}", 'Send one like {"minutes": 5}')


def _shown(hosted: Hosted, says: Json) -> Json:
    session = hosted.session
    if ("person" in says) == ("class" in says):
        raise BadInput("what is to be shown", "the request names no person or class, or both", "Add ?person=NAME")
    if "at" in says:
        session = journal.as_of(session, says["at"])
    if "person" in says:
        return show.show_person(session, says["person"], says.get("district"))
    return show.show_class(session, says["class"], says.get("district"))
