"""Errors of the control API: who asked wrongly is told why and what to do; our own faults are logged, not shown."""

from __future__ import annotations

import logging
import re
import traceback

from flask import Flask, Response, jsonify, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed, NotFound, RequestEntityTooLarge

from simulator.errors import BadInput, NotUnderstood, Refused, SimulatorError
from simulator.http.not_here import NotHere

LOG = logging.getLogger("simulator.http")

Answer = tuple[Response, int]

QUOTED_MOST = 200
"""As many characters of what somebody sent does an error send back."""
TOLD_MOST = 2000
_QUOTATION = re.compile(rf"""(['"][^'"]{{{QUOTED_MOST}}})[^'"]+""")

_STATUS = {NotHere: 404, BadInput: 400, NotUnderstood: 422, Refused: 409}


def teach(error: SimulatorError) -> Answer:
    """Answer with an error of the caller's: what was asked, what is known, what to do next.

    A value that is wrong in a sentence or a command was not understood.
    """
    status = next(_STATUS[kind] for kind in type(error).__mro__ if kind in _STATUS)
    if error.place and isinstance(error, BadInput):
        status = _STATUS[NotUnderstood]
    said = {"asked": brief(error.asked), "known": _unquoted(error.known), "next": _unquoted(error.then)}
    message = f"{said['asked']}: {said['known']}. {said['next']}"
    place = {"place": brief(error.place)} if error.place else {}
    return jsonify({"error": said | place, "message": message}), status


def brief(text: str, most: int = QUOTED_MOST) -> str:
    """Shorten what quotes the caller, who may have sent a whole file."""
    return text if len(text) <= most else f"{text[:most]}…"


def _unquoted(text: str) -> str:
    """Shorten each long quotation in what is told, and leave the rest."""
    return brief(_QUOTATION.sub(r"\1…", text), TOLD_MOST)


def on_http_error(error: HTTPException) -> Answer:
    """Answer an address, a method or a size that the control API does not take."""
    known, remedy = _about(error)
    asked = brief(f"{request.method} {request.path}")
    told = {"error": {"asked": asked, "known": known, "next": remedy}, "message": f"{asked}: {known}. {remedy}"}
    answer = jsonify(told), error.code or 500
    if isinstance(error, MethodNotAllowed):
        answer[0].headers["Allow"] = ", ".join(sorted(error.valid_methods or ()))
    return answer


def _about(error: HTTPException) -> tuple[str, str]:
    match error:
        case MethodNotAllowed(valid_methods=methods):
            return "this address does not take that method", f"It takes {', '.join(sorted(methods or ()))}."
        case NotFound():
            return "there is nothing at this address", "GET /simulations lists what there is."
        case RequestEntityTooLarge():
            return "the body is larger than this server reads", "Send less at a time."
        case _:
            return str(error.description), ""


def on_fault(error: Exception) -> Answer:
    """Answer a fault of our own, and log where it happened, without what anybody said."""
    LOG.error("%s while answering %s", where_it_broke(error), request.url_rule)
    known = "something in the simulator broke; the simulation is as it was"
    remedy = "Please report it with the line in the server's log"
    return jsonify({"error": {"asked": brief(request.path), "known": known, "next": remedy}, "message": known}), 500


def where_it_broke(error: Exception) -> str:
    """Name a fault and the lines on which it happened, without what anybody said."""
    frames = traceback.extract_tb(error.__traceback__)
    where = " < ".join(f"{frame.filename.rpartition('/')[2]}:{frame.lineno}" for frame in reversed(frames[-6:]))
    return f"{type(error).__name__} at {where}"


def answer_errors(app: Flask) -> None:
    """Let an application answer every error in JSON."""
    app.register_error_handler(SimulatorError, teach)
    app.register_error_handler(HTTPException, on_http_error)
    app.register_error_handler(Exception, on_fault)
