"""The ids of one kind of record in ascending order: all of them, and those under each key that somebody may ask by.

An index never changes once it is made; the one after some events is another, which shares what did not change.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from simulator.clever.records import Event, Record
from simulator.roster import CleverId

Keys = Callable[[Record], Iterable[str]]
"""Names the keys under which a record stands; none for a record of another kind."""
Thing = TypeVar("Thing")

ALL = ""
"""The key under which every record of the kind stands."""


class Index:
    """Ids by key, ascending."""

    def __init__(self, keys: Keys, lists: Mapping[str, list[CleverId]]) -> None:
        self._keys = keys
        self._lists = lists

    @classmethod
    def of(cls, keys: Keys, records: Iterable[Record]) -> Index:
        """Arrange records."""
        lists: dict[str, list[CleverId]] = {}
        for record in records:
            for key in keys(record):
                lists.setdefault(key, []).append(record.id)
        for ids in lists.values():
            ids.sort()
        return cls(keys, lists)

    def under(self, key: str = ALL) -> Sequence[CleverId]:
        """List the ids under a key."""
        return self._lists.get(key, ())

    def after(self, events: Iterable[Event]) -> Index:
        """Give the index as it is after some events."""
        lists: dict[str, list[CleverId]] = dict(self._lists)
        own: set[str] = set()

        def list_of(key: str) -> list[CleverId]:
            if key not in own:
                own.add(key)
                lists[key] = list(lists.get(key, ()))
            return lists[key]

        for event in events:
            before, after = self._standing(event.before), self._standing(event.after)
            for key, record in before.items() - after.items():
                _take_out(list_of(key), record)
            for key, record in after.items() - before.items():
                _put_in(list_of(key), record)
        return Index(self._keys, {key: ids for key, ids in lists.items() if ids})

    def _standing(self, record: Record | None) -> dict[str, CleverId]:
        return {} if record is None else dict.fromkeys(self._keys(record), record.id)


def _put_in(ids: list[CleverId], new: CleverId) -> None:
    place = bisect_left(ids, new)
    if ids[place : place + 1] != [new]:
        ids.insert(place, new)


def _take_out(ids: list[CleverId], gone: CleverId) -> None:
    place = bisect_left(ids, gone)
    if ids[place : place + 1] == [gone]:
        del ids[place]
