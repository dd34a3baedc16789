"""Answers whoever asks Clever's Data and Events API, by the table of the version that they name.

Every answer comes from one whole state of one simulation, and answering changes nothing.
Source: clever_api.md, sections 1 to 4.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.clever.records import Record
from simulator.clever_api.access import READING, Asked, Grant
from simulator.clever_api.editions import EDITIONS, Edition, Json
from simulator.clever_api.encoding import Link, body_of, encode, item, listed, single
from simulator.clever_api.events import Feed
from simulator.clever_api.me import me
from simulator.clever_api.paging import PageAsked, Query, links_of, self_link
from simulator.clever_api.refusals import NOT_FOUND, UNKNOWN_BEARER, CleverError, NoSuchAddress
from simulator.clever_api.relations import Filters
from simulator.clever_api.shelf import Shelf
from simulator.clever_api.table import Many, NoResources, One, Resource
from simulator.clever_api.user_tokens import may_read
from simulator.clock import Instant
from simulator.roster import CleverId
from simulator.simulation.district import District

JSON = "application/json; charset=utf-8"
BARE_JSON = "application/json"
_NO_RESOURCES = b'{"resources":[]}'


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads, and what: a grant, its district at one instant, and the shelf of what it may read."""

    grant: Grant
    district: District
    shelf: Shelf
    now: Instant


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: its status, its body and what the body is."""

    status: int
    body: bytes
    content_type: str = JSON


def reply(asked: Asked, reader: Reader) -> Reply:
    """Answer somebody whose token opens something."""
    try:
        return _Desk(asked, reader).answer()
    except CleverError as error:
        return refused(error)


def refused(error: CleverError) -> Reply:
    """Answer with a refusal."""
    return Reply(error.status, error.body, error.content_type)


class _Desk:
    """One request on its way to an answer."""

    def __init__(self, asked: Asked, reader: Reader) -> None:
        self.asked = asked
        self.reader = reader
        self.shelf = reader.shelf
        self.query = Query.of(asked.query)
        self.version, *self.segments = asked.segments or [""]

    def answer(self) -> Reply:
        if self.asked.method not in READING:
            raise self._no_such_address()
        if self.reader.grant.user is not None:
            return self._for_user(self._own_body(self.reader.grant.user))
        return self._for_district()

    def _for_user(self, own: Json) -> Reply:
        """Answer a user's token, which opens little, and gives records without links [R3]."""
        grant = self.reader.grant
        taught = self.shelf.view.sections_of(CleverId(own["id"]))
        if self.version not in EDITIONS or not may_read(grant, self.asked.segments, own, taught):
            raise self._no_such_address()
        match self.segments:
            case [kind, record, relation]:
                return self._related(
                    self.edition.resources[kind].relations[relation], self._found(kind, CleverId(record))
                )
            case [kind, record]:
                uri, encoded = self._uri(kind, CleverId(record)), self._item(kind, CleverId(record))
                if encoded is None:
                    raise CleverError(404, NOT_FOUND)
                return Reply(200, single(body_of(encoded, uri), None))
            case _:
                return Reply(200, encode(me(grant, own, self.version)))

    def _for_district(self) -> Reply:
        if self.version not in EDITIONS:
            raise self._no_such_address()
        match self.segments:
            case ["events"]:
                return self._events()
            case ["events", event]:
                return self._event(event)
            case [kind, *rest] if kind in self.edition.resources:
                return self._of_resource(self.edition.resources[kind], kind, rest)
            case _:
                raise self._no_such_address()

    def _of_resource(self, resource: Resource, kind: str, rest: Sequence[str]) -> Reply:
        match rest:
            case []:
                return self._all(resource)
            case [record]:
                return self._single(resource, kind, CleverId(record))
            case [record, relation] if relation in resource.relations:
                return self._related(resource.relations[relation], self._found(kind, CleverId(record)))
            case _:
                raise self._no_such_address()

    def _all(self, resource: Resource) -> Reply:
        if isinstance(resource.all, NoResources):
            return Reply(200, _NO_RESOURCES, BARE_JSON)
        if not resource.paged:
            ids = resource.all.ids(self.shelf, self._district(), Filters())
            return Reply(200, self._counted(ids) or listed(self._items(resource.all.kind, ids), [self._self()]))
        return self._list(resource.all, self._district(), countable=resource.count)

    def _related(self, relation: Many | One | NoResources, record: Record) -> Reply:
        match relation:
            case NoResources():
                return Reply(200, _NO_RESOURCES, BARE_JSON)
            case Many():
                return self._list(relation, record, countable=False)
            case One(kind=kind):
                named = relation.id(self.shelf, record)
                encoded = None if named is None else self._item(kind, named)
                if named is None or encoded is None:
                    raise CleverError(404, NOT_FOUND)
                uri = self._uri(kind, named)
                return Reply(200, single(body_of(encoded, uri), [{"rel": "self", "uri": uri}]))

    def _list(self, many: Many, record: Record, *, countable: bool) -> Reply:
        page_asked = PageAsked.of(self.query)
        ids = many.ids(self.shelf, record, self._filters(many))
        if countable and (counted := self._counted(ids)):
            return Reply(200, counted)
        first, end = page_asked.place(ids)
        page = ids[first:end]
        links = links_of(self.asked.own_path, self.query, page_asked, page)
        return Reply(200, listed(self._items(many.kind, page), links))

    def _single(self, resource: Resource, kind: str, asked: CleverId) -> Reply:
        record = self._found(kind, asked)
        uri, encoded = self._uri(kind, asked), self._item(kind, asked)
        assert encoded is not None, "it was found just now"
        links = ("self", *resource.links(record))
        return Reply(200, single(body_of(encoded, uri), [_link(uri, one) for one in links]))

    def _events(self) -> Reply:
        page_asked = PageAsked.of(self.query)
        feed = Feed.of(self.shelf, self.edition, self.reader.now, self.query)
        page = feed.page(page_asked)
        links = links_of(self.asked.own_path, self.query, page_asked, [event.id for event in page])
        if not self.query.raw:
            links[0]["uri"] += "?"  # so recorded: a stray question mark
        return Reply(200, listed(map(feed.item, page), links))

    def _event(self, asked: str) -> Reply:
        feed = Feed.of(self.shelf, self.edition, self.reader.now, Query.of(""))
        found = feed.find(asked)
        if found is None:
            raise CleverError(404, NOT_FOUND)
        uri = f"/{self.edition.name}/events/{found.id}"
        return Reply(200, single(body_of(feed.item(found), uri), [{"rel": "self", "uri": uri}]))

    def _counted(self, ids: Sequence[CleverId]) -> bytes | None:
        if self.query.get("count") != "true":
            return None
        return encode({"count": len(ids), "links": [self._self()]})

    def _items(self, kind: str, page: Sequence[CleverId]) -> Sequence[bytes]:
        """Write the items of a page; where all were read before, looking them up is all there is to do."""
        items = list(map(self.shelf.read_before(self._uri(kind, CleverId(""))).get, page))
        if None in items:
            items = [self._item(kind, one) for one in page]
        return [one for one in items if one is not None]

    def _item(self, kind: str, asked: CleverId) -> bytes | None:
        """Write a record as an item; one that was read before is not encoded again."""
        root = self._uri(kind, CleverId(""))
        encoded = self.shelf.read_before(root).get(asked)
        if encoded is None:
            record = self.edition.find(self.shelf, kind, asked)
            if record is None:
                return None
            encoded = item(encode(self.edition.body(self.shelf, kind, record)), root + asked)
            self.shelf.remember(root, asked, encoded)
        return encoded

    def _filters(self, many: Many) -> Filters:
        """Read what a list is to be narrowed to. Raises CleverError for a role that it does not have."""
        role = self.query.get("role") if many.roles else None
        if role is not None and role not in many.roles:
            raise CleverError(400, f"invalid role {role[:40]!r}: it must be one of {', '.join(many.roles)}")
        return Filters(role, many.primary and self.query.get("primary") == "true")

    def _found(self, kind: str, asked: CleverId) -> Record:
        found = self.edition.find(self.shelf, kind, asked)
        if found is None:
            raise CleverError(404, NOT_FOUND)
        return found

    def _district(self) -> Record:
        found = self.shelf.view.record(self.shelf.wire.district)
        assert found is not None, "a district's view always shows the district"
        return found

    def _uri(self, kind: str, record: CleverId) -> str:
        return f"/{self.edition.name}/{kind}/{record}"

    def _self(self) -> Link:
        return self_link(self.asked.own_path, self.query)

    @property
    def edition(self) -> Edition:
        """The version that was asked for."""
        return EDITIONS[self.version]

    def _own_body(self, user: CleverId) -> Json:
        """Write the user who has logged in, as v3 does. Raises CleverError when nobody shares them any more."""
        record = self.shelf.view.user(user)
        if record is None:
            raise CleverError(401, UNKNOWN_BEARER)
        return self.shelf.wire.body(record, "v3.0")

    def _no_such_address(self) -> NoSuchAddress:
        return NoSuchAddress(self.asked.method, self.asked.path)


def _link(uri: str, relation: str) -> Link:
    return {"rel": relation, "uri": uri if relation == "self" else f"{uri}/{relation}"}
