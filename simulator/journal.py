"""The journal of a simulation as text, and the simulation as bytes: what replays alike, is alike.

A journal is its first line (the seed and the start) and one line a command: `{"at", "kind", "args"}`, with keys
and never display names. Everything that a simulation is follows from it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence, Set
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from simulator.clock import Instant, instant_from
from simulator.errors import BadInput
from simulator.language.stage import Library
from simulator.session import Command, Entry, Session
from simulator.simulation.simulation import usual_start

HEAD = {"seed": int, "simulation": str}
ENTRY = {"at": str, "kind": str, "args": dict}
"""What the lines of a journal hold, and of what type."""


def lines(session: Session) -> list[str]:
    """Write a session's journal, first line first."""
    simulation = session.simulation
    start = simulation.start and simulation.start.isoformat()
    head = {"simulation": simulation.id, "seed": simulation.seed, "start": start}
    return [_line(head), *(_line(_entry_json(entry)) for entry in session.journal)]


def replay(journal: Sequence[str], library: Library) -> Session:
    """Do what a journal says, from the start. Raises BadInput where a line is not one of a journal."""
    if not journal:
        raise BadInput("the journal", "it is empty", "Take a whole journal")
    head, *entries = (_parsed(number, line) for number, line in enumerate(journal, 1))
    start = head.get("start")
    session = Session.begin(library, head["seed"], head["simulation"], start and instant_from(start))
    for number, entry in enumerate(entries, 2):
        at = instant_from(entry["at"])
        if at != session.simulation.now:
            raise BadInput(
                f"line {number} of the journal",
                f"it was given at {at.isoformat()} and the clock shows {session.simulation.now.isoformat()}",
                "The journal was changed by hand, or its district is not the one it began with",
            )
        session.do_all([Command(entry["kind"], entry["args"], entry.get("district"))])
    return session


def as_of(session: Session, instant: Instant) -> Session:
    """Replay a session up to an instant: what was given by then, and the time up to it.

    Raises BadInput for an instant before the simulation's start or after its clock. The session stays as it is.
    """
    simulation = session.simulation
    _check_between(session, instant)
    past = Session.begin(session.stage.library, simulation.seed, simulation.id, simulation.start)
    given = [entry.command for entry in session.journal if entry.at <= instant]
    past.do_all(given[:-1])
    # Only the last one may let time pass beyond the instant; then what it did by the instant is that time passed.
    whole = past.copy()
    whole.do(given[-1:])
    if whole.simulation.now <= instant:
        past = whole
    if past.simulation.now < instant:
        past.do_all([Command("wait_until", {"instant": instant.isoformat()})])
    return past


def _check_between(session: Session, instant: Instant) -> None:
    """Refuse an instant at which there is nothing to see, or not yet."""
    simulation = session.simulation
    first = next(iter(simulation.districts.values()), None)
    if first is None:
        raise BadInput("an earlier moment", "no district has started, so there is none", "Start a district first")
    start = simulation.start or usual_start(first.plan.timezone)
    if not start <= instant <= simulation.now:
        raise BadInput(
            f"the moment {instant.isoformat()}",
            f"the simulation starts at {start.isoformat()} and its clock shows {simulation.now.isoformat()}",
            "Name a moment between the two, or let the time pass first",
        )


def state_of(session: Session) -> bytes:
    """Write everything that a simulation is, in one form that two equal simulations share."""
    return json.dumps(_plain(session.simulation), ensure_ascii=False, separators=(",", ":")).encode()


def _entry_json(entry: Entry) -> dict[str, Any]:
    line: dict[str, Any] = {"at": entry.at.isoformat(), "kind": entry.command.kind, "args": entry.command.args}
    return line | ({"district": entry.command.district} if entry.command.district else {})


def _line(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _parsed(number: int, line: str) -> dict[str, Any]:
    try:
        parsed = json.loads(line)
    except json.JSONDecodeError as error:
        raise BadInput(
            f"line {number} of the journal", f"it is no JSON: {error}", "Take a whole journal"
        ) from error
    needed = HEAD if number == 1 else ENTRY
    if not isinstance(parsed, dict) or not all(isinstance(parsed.get(key), kind) for key, kind in needed.items()):
        raise BadInput(
            f"line {number} of the journal", f"it lacks {', '.join(sorted(needed))}", "Take a whole journal"
        )
    return parsed


def _plain(value: object) -> Any:
    """Turn any record into lists, texts and numbers."""
    if is_dataclass(value):
        return [type(value).__name__, *(_plain(getattr(value, one.name)) for one in fields(value) if one.compare)]
    if isinstance(value, Mapping):
        return [[_plain(key), _plain(one)] for key, one in value.items()]
    if isinstance(value, Set):
        return sorted(str(one) for one in value)
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, datetime | date | time | timedelta):
        return str(value)
    return value if isinstance(value, str | int | None) else str(value)
