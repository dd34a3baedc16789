"""Clever's Data API over HTTP: the bearer token selects simulation and district, and Otus's sharing what is read.

Lists and single records as recorded in v3.0 (clever_api.md, sections 1 to 4). Answering a read changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from simulator.clever_api.access import Asked
from simulator.clever_api.paging import Link, PageAsked, Query, links_of, self_link
from simulator.clever_api.refusals import NOT_FOUND, CleverError, NoSuchAddress
from simulator.clever_api.resources import RESOURCES, Reader, Resource
from simulator.clever_api.shelf import encode
from simulator.roster import CleverId

VERSIONS = ("v3.0",)


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: its status, its body and what the body is."""

    status: int
    body: bytes
    content_type: str = "application/json; charset=utf-8"


def reply(asked: Asked, reader: Reader) -> Reply:
    """Answer somebody whose token opens something, from one whole state of one simulation."""
    try:
        return Reply(200, _answer(reader, asked))
    except CleverError as error:
        return refused(error)


def refused(error: CleverError) -> Reply:
    """Answer with a refusal."""
    return Reply(error.status, error.body, error.content_type)


def _answer(reader: Reader, asked: Asked) -> bytes:
    version, *segments = asked.segments
    resource = RESOURCES.get(segments[0]) if segments else None
    known = asked.path.startswith(f"/{version}") and version in VERSIONS
    if not known or asked.method not in ("GET", "HEAD") or resource is None or len(segments) > 2:
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
