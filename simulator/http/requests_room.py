"""The log of what was asked of Clever, over HTTP: filtered, newest last, and emptied.

`/simulations/-/requests` has the requests that belong to no simulation; no simulation can be called `-`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from flask import Blueprint, Flask, Response, g, jsonify, request

from simulator.clever_api.access import Grant
from simulator.clock import written
from simulator.http import asked
from simulator.http.clever_headers import identity_headers
from simulator.http.host import Host, Hosted
from simulator.http.masking import shown, without_secrets
from simulator.http.near_misses import NearMisses
from simulator.http.request_log import BODY_BYTES, NOBODY, RequestLog, TokenKind, Visit
from simulator.simulation.simulation import Simulation

IDENTITY = re.compile("/+(?:oauth|[.]well-known|userinfo)(?:/|$)", re.IGNORECASE)
"""Where people and programs log in with Clever."""
_QUERY: asked.Shape = {
    "status": asked.number_in_words,
    "method": asked.text,
    "path": asked.text,
    "since": asked.number_in_words,
    "limit": asked.some_in_words,
}
Numbered = tuple[int, Visit]


def requests_room(host: Host) -> Blueprint:
    """Make the part of the control API that shows what was asked of Clever."""
    room = Blueprint("requests", __name__)

    @room.get("/simulations/<simulation>/requests")
    def requests(simulation: str) -> Response:
        """Show the latest requests that pass a filter, the newest last."""
        log, state = _log(host, simulation)
        says = asked.read_query(request.args, _QUERY)
        explained = NearMisses(state)
        return jsonify({"requests": [_shown(log, one, explained) for one in _wanted(log.visits(), says)]})

    @room.delete("/simulations/<simulation>/requests")
    def empty(simulation: str) -> tuple[str, int]:
        """Forget what was asked so far."""
        _log(host, simulation)[0].empty()
        return "", 204

    return room


def log_identity(app: Flask, host: Host) -> None:
    """Let an application note what it answers at Clever's other addresses, where people and programs log in."""

    @app.before_request
    def begin() -> None:
        """Note when an answer begins."""
        g.began = host.real.nanoseconds()

    @app.after_request
    def note(answer: Response) -> Response:
        """Note a request and its answer without what they give away, and add the headers that were recorded."""
        if IDENTITY.match(request.path):
            took = (host.real.nanoseconds() - g.began) // 1000
            hosted: Hosted | None = g.get("hosted")
            log = hosted.traffic.log if hosted else host.strangers
            request_id = log.request_id(log.add(_visit(answer, took, hosted)))
            answer.headers.update(identity_headers(request_id, took))
        return answer


def _visit(answer: Response, microseconds: int, hosted: Hosted | None) -> Visit:
    grant: Grant | None = g.get("grant")
    body = without_secrets(answer.get_data()[: 2 * BODY_BYTES])
    query = request.query_string.decode("utf-8", "replace")
    seen = shown(request.path, query, body, _bearer(), hosted.client_secret if hosted else "")
    return Visit(
        hosted.simulation.now if hosted else None,
        microseconds,
        request.method,
        seen.path,
        seen.query,
        answer.status_code,
        answer.calculate_content_length() or 0,
        seen.body[:BODY_BYTES],
        _kind(hosted, grant),
        grant.district if grant else None,
        grant.user if grant else None,
    )


def _bearer() -> str:
    """Read the token with which a request came; empty where there is none."""
    scheme, _, token = request.headers.get("authorization", "").strip().partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


def _kind(hosted: Hosted | None, grant: Grant | None) -> TokenKind:
    if grant is not None:
        return TokenKind.USER if grant.user else TokenKind.DISTRICT
    if hosted is not None:
        return TokenKind.APPLICATION
    return TokenKind.UNKNOWN if request.headers.get("authorization") else TokenKind.NONE


def _log(host: Host, simulation: str) -> tuple[RequestLog, Simulation | None]:
    if simulation == NOBODY:
        return host.strangers, None
    hosted = host.find(simulation)
    return hosted.traffic.log, hosted.simulation


def _wanted(visits: Iterable[Numbered], says: dict[str, Any]) -> list[Numbered]:
    """Filter; with `since`, `limit` takes the first of those, so that who follows misses none, else the last."""
    found = [one for one in visits if _passes(*one, says)]
    limit = says.get("limit", len(found))
    return list(islice(found, limit)) if "since" in says else found[max(0, len(found) - limit) :]


def _passes(number: int, visit: Visit, says: dict[str, Any]) -> bool:
    return (
        number > says.get("since", 0)
        and visit.status == says.get("status", visit.status)
        and visit.method == says.get("method", visit.method)
        and visit.path.startswith(says.get("path", ""))
    )


def _shown(log: RequestLog, numbered: Numbered, explained: NearMisses) -> dict[str, Any]:
    number, visit = numbered
    return {
        "number": number,
        "request_id": log.request_id(number),
        "at": written(visit.at) if visit.at else None,
        "microseconds": visit.microseconds,
        "method": visit.method,
        "path": visit.path,
        "query": visit.query,
        "status": visit.status,
        "length": visit.length,
        "body": visit.body.decode("utf-8", "ignore"),
        "token": dict(_token(visit)),
        "near_miss": explained.of(visit),
    }


def _token(visit: Visit) -> Iterator[tuple[str, str]]:
    yield "kind", visit.token
    if visit.district is not None:
        yield "district", visit.district
    if visit.user is not None:
        yield "user", visit.user
