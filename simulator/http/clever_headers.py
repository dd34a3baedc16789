"""The headers of Clever's data API, as recorded for each of the three services behind it.

Sources: clever_api.md, sections 3 and 4; recordings R3. Assumed: errors in JSON have the headers of the service
they come from, without an etag.
"""

from __future__ import annotations

from binascii import b2a_base64
from email.utils import format_datetime
from functools import lru_cache
from hashlib import blake2b
from http import HTTPStatus

from simulator.clever_api.access import Asked
from simulator.clever_api.desk import Reply
from simulator.clever_api.shelf import Shelf
from simulator.clock import Instant
from simulator.http.traffic import Answer

Headers = list[tuple[str, str]]

_ENVOY: Headers = [
    ("access-control-allow-origin", "*"),
    ("cache-control", "no-store"),
    ("server", "envoy"),
    ("strict-transport-security", "max-age=15552000; includeSubDomains"),
]
_ANY_ORIGIN: Headers = [
    (
        "access-control-allow-headers",
        "Content-Type,Authorization,X-Requested-With,Accept,Origin,Referer,User-Agent",
    ),
    ("access-control-allow-methods", "GET,PATCH,POST,DELETE"),
]
_RECORDS: Headers = [*_ENVOY, *_ANY_ORIGIN, ("x-powered-by", "Express")]
_PAGE: Headers = [
    *_RECORDS,
    ("content-security-policy", "default-src 'none'"),
    ("x-content-type-options", "nosniff"),
]
_EVENTS: Headers = [*_ENVOY, *_ANY_ORIGIN, ("vary", "Accept-Encoding")]
_RESOURCES: Headers = [
    *_ENVOY,
    ("access-control-allow-methods", "GET"),
    ("content-security-policy", "frame-ancestors 'none'"),
    ("vary", "Accept-Encoding"),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
]
_END_BYTES = 512
"""Of a long body as much is looked at from either end."""
_LINES = {status.value: f"{status.value} {status.phrase}" for status in HTTPStatus}
_LINES[413] = "413 Payload Too Large"


def answer_of(asked: Asked, reply: Reply, now: Instant | None, shelf: Shelf | None = None) -> Answer:
    """Make a reply ready to be sent.

    now: what `Date` is to say; None where no simulation tells. shelf: what the body was read from.
    """
    service = _service(asked, reply)
    headers = [
        ("content-type", reply.content_type),
        ("content-length", str(len(reply.body))),
        *service,
    ]
    if now is not None:
        headers.append(("date", _date(now)))
    if service is _RECORDS and reply.status == HTTPStatus.OK:
        headers.append(("etag", _etag(reply.body, shelf)))
    traced = service is _EVENTS or service is _RESOURCES
    return Answer(reply.status, _LINES[reply.status], headers, reply.body, now, traced)


def identity_headers(request_id: str, microseconds: int) -> Headers:
    """Give what /oauth answers with beside its content: no rate limit, for it is another service [R3]."""
    return [("server", "envoy"), ("x-powered-by", "Express"), ("x-request-id", request_id), upstream(microseconds)]


def upstream(microseconds: int) -> tuple[str, str]:
    """Tell how long the service took, in whole milliseconds of real time."""
    return ("x-envoy-upstream-service-time", str(microseconds // 1000))


@lru_cache(maxsize=64)
def _date(now: Instant) -> str:
    return format_datetime(now, usegmt=True)


def _service(asked: Asked, reply: Reply) -> Headers:
    """Say which of Clever's services answers: the page of refusal comes from the one in front of the others."""
    if reply.content_type.startswith("text/html"):
        return _PAGE
    path = asked.path.lower()
    if "/events" not in path and "/resources" not in path:
        return _RECORDS
    segments = asked.segments
    if segments[1:2] == ["events"]:
        return _EVENTS
    return _RESOURCES if "resources" in (segments[-1], *segments[1:2]) else _RECORDS


def _etag(body: bytes, shelf: Shelf | None) -> str:
    """Derive a weak etag in the recorded form: the length in hex, and 22 characters of a digest.

    To digest a page of 100 KB would cost more than to make it. Its links stand at its end, and what lies between
    can only differ where the view has come to another event.
    """
    if len(body) <= 2 * _END_BYTES or shelf is None:
        told = blake2b(body, digest_size=16)
    else:
        point = f"{shelf.length} {shelf.newest.id if shelf.newest else ''}"
        told = blake2b(body[:_END_BYTES] + body[-_END_BYTES:] + point.encode(), digest_size=16)
    return f'W/"{len(body):x}-{b2a_base64(told.digest())[:22].decode()}"'
