"""Clever's feed of events: what changed in what an application may read, as an event of each version tells it.

An event is written from the records before and after it, so it reads the same whenever it is asked for. It is kept
for 30 days. Source: clever_api.md, section 1.6; created and updated as recorded, deleted as documented.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from typing import Any

from simulator.clever.records import CleverSchool, CleverSection, Event, Record, User
from simulator.clever_api.editions import Edition, Json, Told
from simulator.clever_api.encoding import encode, item
from simulator.clever_api.paging import LAST, PageAsked, Query
from simulator.clever_api.refusals import CleverError
from simulator.clever_api.roles import schools_of
from simulator.clever_api.shelf import Shelf
from simulator.clock import Instant
from simulator.roster import CleverId

KEPT_FOR = timedelta(days=30)
_EMPTY: dict[type, Any] = {str: "", list: [], dict: {}, bool: False}
"""How Clever writes what is not set, by its type: what a new key was before."""


@dataclass(frozen=True, slots=True)
class Feed:
    """The events that one version shows of a view at one moment, narrowed to what a query asks for."""

    shelf: Shelf
    edition: Edition
    now: Instant
    kinds: frozenset[str] = frozenset()
    """The kinds of record asked for; none for all."""
    school: CleverId | None = None

    @classmethod
    def of(cls, shelf: Shelf, edition: Edition, now: Instant, query: Query) -> Feed:
        """Read a query. Raises CleverError for a kind of record that there is not."""
        kinds = frozenset(query.all("record_type"))
        unknown = sorted(kinds - set(edition.event_kinds))
        if unknown:
            known = ", ".join(edition.event_kinds)
            raise CleverError(400, f"invalid record_type {unknown[0][:40]!r}: it must be one of {known}")
        school = query.get("school")
        return cls(shelf, edition, now, kinds, None if school is None else CleverId(school))

    def page(self, asked: PageAsked) -> list[Told]:
        """List the events of a page, ascending; the cursors need not exist."""
        after, before = asked.starting_after, asked.ending_before
        if before is None:
            first = self._oldest if after is None else self._last_up_to(after)
            told = self._told(range(first, len(self._events)))
            return list(islice((one for one in told if after is None or one.id > after), asked.limit))
        end = len(self._events) if before == LAST else bisect_left(self._events, before, lo=self._oldest, key=_id)
        told = self._told(range(end - 1, self._oldest - 1, -1))
        return list(islice((one for one in told if before == LAST or one.id < before), asked.limit))[::-1]

    def find(self, asked: str) -> Told | None:
        """Find an event by its id."""
        place = self._last_up_to(asked)
        return next((one for one in self._told(range(place, place + 1)) if one.id == asked), None)

    def item(self, told: Told) -> bytes:
        """Write an event as an item of a list; nothing where this version has no field that changed."""
        root = f"/{self.edition.name}/events/"
        encoded = self.shelf.read_before(root).get(told.id)
        if encoded is None:
            body = self._body(told)
            encoded = b"" if body is None else item(encode(body), root + told.id)
            self.shelf.remember(root, told.id, encoded)
        return encoded

    @property
    def _events(self) -> Sequence[Event]:
        return self.shelf.view.feed

    @property
    def _oldest(self) -> int:
        return bisect_right(self._events, self.now - KEPT_FOR, key=_at)

    def _last_up_to(self, asked: str) -> int:
        """Say where the last event is whose id is not above one; it may be told as several."""
        oldest = self._oldest
        return max(oldest, bisect_right(self._events, asked, lo=oldest, key=_id) - 1)

    def _told(self, places: Iterable[int]) -> Iterator[Told]:
        """Give what is asked for of the events at some places, in their order."""
        events, step = self._events, -1 if isinstance(places, range) and places.step < 0 else 1
        for place in places:
            if place < len(events):
                for told in self.edition.told(events[place])[::step]:
                    if self._is_asked_for(told) and self.item(told):
                        yield told

    def _is_asked_for(self, told: Told) -> bool:
        if self.kinds and told.told_of not in self.kinds:
            return False
        schools = _schools(told.record, self.shelf)
        return self.school is None or schools is None or self.school in schools

    def _body(self, told: Told) -> Json | None:
        """Write what stands inside an event's item; None where nothing changed in this version."""
        write = self.edition.event_body
        what = "created" if told.before is None else "deleted" if told.after is None else "updated"
        content: Json = {"object": write(self.shelf, told.kind, told.record)}
        if told.before is not None and told.after is not None:
            before = write(self.shelf, told.kind, told.before)
            content["previous_attributes"] = previous_attributes(before, content["object"])
            if not content["previous_attributes"]:
                return None
        created = told.at.strftime("%Y-%m-%dT%H:%M:%S.000Z")
        return {"created": created, "data": content, "id": told.id, "type": f"{told.told_of}.{what}"}


def previous_attributes(before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    """Give the leaves that changed, as they were; lists come whole, and the date of change is none."""
    changed: dict[str, Any] = {}
    for name in dict.fromkeys((*before, *after)):
        now: Any = after.get(name)
        was: Any = before[name] if name in before else _EMPTY[type(now)]
        if was == now or name == "last_modified":
            continue
        changed[name] = previous_attributes(was, now) if was and isinstance(was, dict) and now else was
    return changed


def _schools(record: Record, shelf: Shelf) -> Sequence[CleverId] | None:
    """List the schools that a record names; None for the kinds that belong to no school.

    Events of those come in spite of the filter: a client in production skips districts' and courses' ([C]); that
    terms' and contacts' do too is assumed.
    """
    match record:
        case CleverSchool():
            return (record.id,)
        case CleverSection():
            school = shelf.wire.school_ids.get(record.facts.school)
            return () if school is None else (school,)
        case User():
            return [one for person in record.people for one in schools_of(person, shelf.wire.school_ids)]
        case _:
            return None


def _at(event: Event) -> Instant:
    return event.at


def _id(event: Event) -> str:
    return event.id
