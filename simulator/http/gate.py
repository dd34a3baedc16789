"""The gate in front of Flask: Clever's own addresses are answered here, all others by the application behind.

Flask's way of building a request costs more than an answer of Clever's does; the gate reads what it needs from the
WSGI environment, and its answers need no framework.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from email.utils import format_datetime
from typing import TYPE_CHECKING

from simulator.clever_api.access import Asked
from simulator.clever_api.desk import Reply, refused, reply
from simulator.clever_api.refusals import NO_BEARER, UNKNOWN_BEARER, CleverError
from simulator.clever_api.resources import Reader
from simulator.clever_api.shelf import Shelves
from simulator.clock import Instant
from simulator.http.host import Host

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

OUR_NAMES = re.compile(r"(?:127\.0\.0\.1|localhost|\[::1\])(?::[0-9]{1,5})?", re.IGNORECASE)
"""Under which this server answers: a web page whose own name leads here reads nothing."""
_CLEVERS = ("/v3", "/v2")
_ALLOWED = "Content-Type,Authorization,X-Requested-With,Accept,Origin,Referer,User-Agent"
_HEADERS = [
    (
        "access-control-allow-headers",
        "Content-Type,Authorization,X-Requested-With,Accept,Origin,Referer,User-Agent",
    ),
    ("access-control-allow-methods", "GET,PATCH,POST,DELETE"),
    ("access-control-allow-origin", "*"),
    ("cache-control", "no-store"),
]
_REASONS = {200: "OK", 400: "Bad Request", 401: "Unauthorized", 404: "Not Found", 413: "Payload Too Large"}


class Gate:
    """A WSGI application that answers for Clever, and lets everything else through."""

    def __init__(self, host: Host, behind: WSGIApplication) -> None:
        self._host = host
        self._behind = behind
        self._shelves = Shelves()

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        path: str = environ.get("PATH_INFO", "")
        if not path.lower().startswith(_CLEVERS) or not OUR_NAMES.fullmatch(environ.get("HTTP_HOST", "")):
            return self._behind(environ, start_response)
        asked = Asked(
            environ["REQUEST_METHOD"],
            path.encode("latin-1").decode("utf-8", "replace"),
            environ.get("QUERY_STRING", ""),
            environ.get("HTTP_AUTHORIZATION", ""),
        )
        answer, now = self._answer(asked)
        dated = [] if now is None else [("date", format_datetime(now, usegmt=True))]
        length = ("content-length", str(len(answer.body)))
        status = f"{answer.status} {_REASONS[answer.status]}"
        start_response(status, [("content-type", answer.content_type), length, *_HEADERS, *dated])
        return [b"" if asked.method == "HEAD" else answer.body]

    def _answer(self, asked: Asked) -> tuple[Reply, Instant | None]:
        now = None
        try:
            reader = self._reader(asked.authorization)
            now = reader.now
            return reply(asked, reader), now
        except CleverError as error:
            return refused(error), now

    def _reader(self, authorization: str) -> Reader:
        """Find what a bearer token opens. Raises CleverError, 401, for none and for one that opens nothing."""
        scheme, _, token = authorization.strip().partition(" ")
        if scheme.lower() != "bearer" or not token.strip():
            raise CleverError(401, NO_BEARER)
        holder = self._host.holder_of(token.strip())
        if holder is None:
            raise CleverError(401, UNKNOWN_BEARER)
        hosted, grant = holder
        simulation = hosted.simulation
        district = simulation.districts.get(grant.district)
        if district is None:
            raise CleverError(401, UNKNOWN_BEARER)
        return Reader(grant, district, self._shelves.of(hosted, district), simulation.now)
