"""The gate in front of Flask: Clever's data API is answered here, all else by the application behind.

Flask's way of building a request costs more than an answer of Clever's does; the gate reads what it needs from the
WSGI environment, and its answers need no framework.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from simulator.clever_api.access import READING, Asked, Grant
from simulator.clever_api.desk import Reader, refused, reply
from simulator.clever_api.refusals import NO_BEARER, UNKNOWN_BEARER, CleverError
from simulator.clever_api.shelf import Shelves
from simulator.clock import Instant
from simulator.http.answers import where_it_broke
from simulator.http.clever_headers import answer_of, upstream
from simulator.http.host import Host, Hosted
from simulator.http.masking import shown
from simulator.http.names import OUR_NAMES
from simulator.http.rate_limit import Headers, uncounted
from simulator.http.request_log import BODY_BYTES, RequestLog, TokenKind, Visit
from simulator.http.traffic import Answer

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

LOG = logging.getLogger("simulator.http")

_CLEVERS = re.compile(r"[/.]*/v[0-9]", re.IGNORECASE)
"""A path that is meant for the data API, of any version and however badly it begins."""
_TOO_MANY = "too many requests: wait until the moment that the header x-ratelimit-reset names"
_FAULT = "internal error: something in the simulator broke; the server's log says where"


class _Caller(NamedTuple):
    """Somebody at the gate: which kind of token they have, and what it opens."""

    kind: TokenKind
    token: str = ""
    hosted: Hosted | None = None
    grant: Grant | None = None


class Gate:
    """A WSGI application that answers for Clever, and lets everything else through."""

    def __init__(self, host: Host, behind: WSGIApplication, names: re.Pattern[str] = OUR_NAMES) -> None:
        """names: under which Clever's paths are answered."""
        self._host = host
        self._behind = behind
        self._names = names
        self._real = host.real
        self._shelves = Shelves()

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        path: str = environ.get("PATH_INFO", "")
        if not _CLEVERS.match(path) or not self._names.fullmatch(environ.get("HTTP_HOST", "")):
            return self._behind(environ, start_response)
        began = self._real.nanoseconds()
        asked = _asked(environ)
        caller = self._caller(asked.authorization)
        answer, told = self._answer(asked, caller)
        took = (self._real.nanoseconds() - began) // 1000
        log = caller.hosted.traffic.log if caller.hosted else self._host.strangers
        number = log.add(_visit(asked, caller, answer, took))
        start_response(answer.line, [*answer.headers, *told, *_traces(log, number, answer), upstream(took)])
        return [b"" if asked.method == "HEAD" else answer.body]

    def _caller(self, authorization: str) -> _Caller:
        scheme, *rest = authorization.split(None, 1) or ("",)
        token = "".join(rest).strip()
        if scheme.lower() != "bearer" or not token:
            return _Caller(TokenKind.NO_BEARER if scheme else TokenKind.NONE)
        held = self._host.holder_of(token)
        if held is not None:
            return _Caller(TokenKind.USER if held[1].user else TokenKind.DISTRICT, token, *held)
        formerly = self._host.former_holder_of(token)
        return _Caller(TokenKind.FORMER if formerly else TokenKind.UNKNOWN, token, *formerly or ())

    def _answer(self, asked: Asked, caller: _Caller) -> tuple[Answer, Headers]:
        """Answer a caller, and tell where their token stands."""
        if caller.hosted is None or caller.grant is None or caller.kind is TokenKind.FORMER:
            known = UNKNOWN_BEARER if caller.token else NO_BEARER
            now = caller.hosted.simulation.now if caller.hosted else None
            return _refusal(asked, 401, known, now), uncounted(self._real)
        standing = caller.hosted.traffic.limit.count(caller.token, caller.hosted.settings.rate_limit)
        if standing.exceeded:
            return _refusal(asked, 429, _TOO_MANY, caller.hosted.simulation.now), standing.headers
        try:
            return self._read(asked, caller.token, caller.hosted, caller.grant), standing.headers
        except Exception as error:  # noqa: BLE001 - a fault of ours has Clever's shape too, and is logged
            LOG.error("%s while answering %s for Clever", where_it_broke(error), asked.method)
            return _refusal(asked, 500, _FAULT, caller.hosted.simulation.now), standing.headers

    def _read(self, asked: Asked, token: str, hosted: Hosted, grant: Grant) -> Answer:
        session, recent = hosted.session, hosted.traffic.recent
        question = (token, asked.path, asked.query)
        reading = asked.method in READING
        known = recent.find(session, question) if reading else None
        if known is not None:
            return known
        now = session.simulation.now
        district = session.simulation.districts.get(grant.district)
        if district is None:
            return _refusal(asked, 401, UNKNOWN_BEARER, now)
        shelf = self._shelves.of(hosted, district)
        answer = answer_of(asked, reply(asked, Reader(grant, district, shelf, now)), now, shelf)
        if reading and answer.status == 200:
            recent.keep(session, question, answer)
        return answer


def _refusal(asked: Asked, status: int, message: str, now: Instant | None = None) -> Answer:
    return answer_of(asked, refused(CleverError(status, message)), now)


def _asked(environ: WSGIEnvironment) -> Asked:
    return Asked(
        _decoded(environ["REQUEST_METHOD"]),
        _decoded(environ["PATH_INFO"]),
        _decoded(environ.get("QUERY_STRING", "")),
        environ.get("HTTP_AUTHORIZATION", ""),
    )


def _decoded(sent: str) -> str:
    """Read bytes as UTF-8; WSGI hands them over as Latin-1, and some servers what is none."""
    if sent.isascii():
        return sent
    try:
        return sent.encode("latin-1").decode("utf-8", "replace")
    except UnicodeEncodeError:
        return sent.encode("utf-8", "replace").decode("utf-8")


def _visit(asked: Asked, caller: _Caller, answer: Answer, microseconds: int) -> Visit:
    seen = shown(asked.path, asked.query, answer.body[: 2 * BODY_BYTES], caller.token)
    return Visit(
        answer.at,
        microseconds,
        asked.method[:40],
        seen.path,
        seen.query,
        answer.status,
        len(answer.body),
        seen.body[:BODY_BYTES],
        caller.kind,
        caller.grant.district if caller.grant else None,
        caller.grant.user if caller.grant else None,
    )


def _traces(log: RequestLog, number: int, answer: Answer) -> Headers:
    told = [("x-request-id", log.request_id(number))]
    return [*told, ("clever-request-id", log.trace_id(number))] if answer.traced else told
