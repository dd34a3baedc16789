"""Clever's Data API over HTTP: the bearer token selects simulation and district, and Otus's sharing what is read.

Lists and single records as recorded in v3.0 (clever_api.md, sections 1 to 4). Answering a read changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from email.utils import format_datetime

from flask import Blueprint, Response, request

from simulator.clock import Instant
from simulator.http.host import Host
from simulator.http.paging import Link, PageAsked, Query, links_of, self_link
from simulator.http.refusals import NO_BEARER, NOT_FOUND, UNKNOWN_BEARER, CleverError, NoSuchAddress
from simulator.http.resources import RESOURCES, Reader, Resource
from simulator.http.shelf import Shelves, encode
from simulator.roster import CleverId

VERSIONS = ("v3.0",)
_METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
_HEADERS = {
    "access-control-allow-headers": "Content-Type,Authorization,X-Requested-With,Accept,Origin,Referer,User-Agent",
    "access-control-allow-methods": "GET,PATCH,POST,DELETE",
    "access-control-allow-origin": "*",
    "cache-control": "no-store",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as far as Clever looks at it."""

    method: str
    path: str
    query: str = ""
    authorization: str = ""

    @property
    def segments(self) -> list[str]:
        """The path in pieces; Clever takes them in any case and with a slash at the end."""
        return self.path.strip("/").lower().split("/")


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: its status, its body, and the simulated moment at which it was given, where there is one."""

    status: int
    body: bytes
    content_type: str = "application/json; charset=utf-8"
    now: Instant | None = None

    @property
    def headers(self) -> dict[str, str]:
        """The headers, with the date of the simulation's clock."""
        dated = {} if self.now is None else {"date": format_datetime(self.now, usegmt=True)}
        return {"content-type": self.content_type, **_HEADERS, **dated}


def clever_api(host: Host) -> Blueprint:
    """Make the room that answers like api.clever.com."""
    room, desk = Blueprint("clever", __name__), Desk(host)

    def answer(rest: str = "") -> Response:
        """Answer one request."""
        query = request.query_string.decode("latin-1")
        asked = Asked(request.method, request.path, query, request.headers.get("Authorization", ""))
        reply = desk.reply(asked)
        return Response(reply.body, reply.status, reply.headers)

    for version in VERSIONS:
        for rule in (f"/{version}", f"/{version}/", f"/{version}/<path:rest>"):
            room.add_url_rule(rule, "answer", answer, methods=_METHODS, provide_automatic_options=False)
    return room


def is_clevers(path: str) -> bool:
    """Tell whether an address, as somebody wrote it, is meant for Clever."""
    return path.lstrip("/").lower().startswith("v3")


def no_such_address(method: str, path: str) -> Response:
    """Answer like Clever's web server at an address, or to a method, that it does not have."""
    error = NoSuchAddress(method, path)
    reply = Reply(error.status, error.body, error.content_type)
    return Response(reply.body, reply.status, reply.headers)


class Desk:
    """Answers Clever's callers; each answer comes from one whole state of one simulation."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._shelves = Shelves()

    def reply(self, asked: Asked) -> Reply:
        """Answer one request."""
        now = None
        try:
            reader = self._reader(asked.authorization)
            now = reader.now
            return Reply(200, _answer(reader, asked), now=now)
        except CleverError as error:
            return Reply(error.status, error.body, error.content_type, now)

    def _reader(self, authorization: str) -> Reader:
        scheme, _, token = authorization.strip().partition(" ")
        if scheme.lower() != "bearer" or not token.strip():
            raise CleverError(401, NO_BEARER)
        holder = self._host.holder_of(token.strip())
        if holder is None:
            raise CleverError(401, UNKNOWN_BEARER)
        hosted, district_id = holder
        simulation = hosted.simulation
        district = simulation.districts.get(district_id)
        if district is None:
            raise CleverError(401, UNKNOWN_BEARER)
        return Reader(district, self._shelves.of(hosted, district), simulation.now)


def _answer(reader: Reader, asked: Asked) -> bytes:
    version, *segments = asked.segments
    resource = RESOURCES.get(segments[0]) if segments else None
    if asked.method not in ("GET", "HEAD") or resource is None or len(segments) > 2:
        raise NoSuchAddress(asked.method, asked.path)
    query = Query.of(asked.query)
    if len(segments) == 2:
        return _single(reader, resource, f"/{version}/{resource.name}/{segments[1]}", CleverId(segments[1]))
    return _list(reader, resource, asked.path, query)


def _list(reader: Reader, resource: Resource, path: str, query: Query) -> bytes:
    page_asked, ids = PageAsked.of(query), resource.ids(reader, query)
    if query.get("count") == "true":
        return encode({"count": len(ids), "links": [self_link(path, query)]})
    first, end = page_asked.place(ids)
    page = ids[first:end]
    version = path.strip("/").partition("/")[0]
    items = b",".join(_items(reader, resource, f"/{version}/{resource.name}", page))
    return _enveloped(b"[" + items + b"]", links_of(path, query, page_asked, page))


def _items(reader: Reader, resource: Resource, root: str, page: Sequence[CleverId]) -> Iterable[bytes]:
    """Write the items of a page; a record that was read before is not encoded again."""
    remembered = reader.shelf.encoded
    for one in page:
        uri = f"{root}/{one}"
        encoded = remembered.get(uri)
        if encoded is None:
            encoded = encode({"data": resource.body(reader, one), "uri": uri})
            if resource.keeps:
                reader.shelf.remember(uri, encoded)
        yield encoded


def _single(reader: Reader, resource: Resource, uri: str, asked: CleverId) -> bytes:
    body = resource.body(reader, asked)
    if body is None:
        raise CleverError(404, NOT_FOUND)
    links = [{"rel": "self", "uri": uri}]
    links += [{"rel": relation, "uri": f"{uri}/{relation}"} for relation in resource.relations(body)]
    return _enveloped(encode(body), links)


def _enveloped(body: bytes, links: Sequence[Link]) -> bytes:
    return b'{"data":' + body + b',"links":' + encode(links) + b"}"
