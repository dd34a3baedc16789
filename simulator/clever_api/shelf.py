"""What one application may read of one district, in order of Clever id, and encoded once.

A shelf belongs to one point of the view's feed and never changes but for what it remembers. The shelf of a later
point is made of an earlier one and the events between them, so that reading costs what changed, not the district.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from simulator.clever.records import Event, Record
from simulator.clever.sharing import SharedView
from simulator.clever_api.index import ALL, Index
from simulator.clever_api.kinds import keys_of, roles_of
from simulator.clever_api.latest import Latest
from simulator.clever_api.legacy import legacy_id
from simulator.clever_api.wire import Wire
from simulator.roster import CleverId
from simulator.simulation.district import District

REMEMBERED_MOST = 20_000
"""How many encoded records a shelf keeps: some 20 MB."""

_RECORDS: Mapping[str, Callable[[SharedView], Iterable[Record]]] = {
    "schools": SharedView.schools,
    "terms": SharedView.terms,
    "courses": SharedView.courses,
    "sections": SharedView.sections,
    "users": lambda view: chain(view.users(), view.contacts()),
}


@dataclass
class Shelf:
    """The records of one view at one point of its feed."""

    view: SharedView
    wire: Wire
    settings: tuple[object, ...]
    """What bodies depend on beside the records."""
    length: int
    newest: Event | None
    indexes: dict[str, Index] = field(default_factory=dict)
    """Those that somebody has asked for, by kind."""
    lists: dict[str, Sequence[CleverId]] = field(default_factory=dict)
    """Long lists that somebody has asked for and that no index has, by what they hold."""
    encoded: dict[str, dict[str, bytes]] = field(default_factory=dict)
    """Records that were read before, each as an item of a list, by the root of their address and by id.

    An id is looked up as the object that stands in the list of ids, so that nothing else need be read.
    """

    @classmethod
    def of(cls, district: District) -> Shelf:
        """Arrange what may be read of a district; nothing is looked at before it is asked for."""
        view = district.clever.otus
        newest = view.feed[-1] if view.feed else None
        return cls(view, Wire.of(district), _settings(district), len(view.feed), newest)

    def is_of(self, district: District) -> bool:
        """Tell whether a district's view is at the same point; copies of a simulation share their events."""
        feed = district.clever.otus.feed
        newest = feed[-1] if feed else None
        return len(feed) == self.length and newest is self.newest and _settings(district) == self.settings

    def later(self, district: District) -> Shelf:
        """Arrange a district that has gone on from here, or another: by what happened since, or from the start."""
        later = Shelf.of(district)
        if self._is_before(later):
            events = later.view.feed[self.length :]
            changed = {known_as for event in events for known_as in _known_as(event)}
            later.indexes = {kind: index.after(events) for kind, index in list(self.indexes.items())}
            for root, items in list(self.encoded.items()):
                kept = list(items.items())
                later.encoded[root] = {record: one for record, one in kept if record not in changed}
        return later

    def ids(self, kind: str, key: str = ALL) -> Sequence[CleverId]:
        """List the ids of a kind of records under a key, ascending."""
        index = self.indexes.get(kind)
        if index is None:
            index = Index.of(keys_of(kind, self.wire.school_ids), _RECORDS[kind](self.view))
            self.indexes[kind] = index
        return index.under(key)

    def shown(self, ids: Iterable[CleverId]) -> Sequence[CleverId]:
        """Put ids in order, each once, without those of records that are not shown."""
        return sorted(one for one in set(ids) if self.view.record(one) is not None)

    def once(self, what: str, make: Callable[[], Sequence[CleverId]]) -> Sequence[CleverId]:
        """Make a list once, as it does not change while the shelf does not."""
        found = self.lists.get(what)
        if found is None:
            found = self.lists[what] = make()
        return found

    def read_before(self, root: str) -> Mapping[str, bytes]:
        """Give the encoded records under the root of an address, by id."""
        return self.encoded.get(root, {})

    def remember(self, root: str, record: str, encoded: bytes) -> None:
        """Keep an encoded record, as far as there is room."""
        if sum(map(len, list(self.encoded.values()))) >= REMEMBERED_MOST:
            self.encoded.clear()
        self.encoded.setdefault(root, {})[record] = encoded

    def _is_before(self, later: Shelf) -> bool:
        if self.settings != later.settings or later.length < self.length:
            return False
        return self.length == 0 or later.view.feed[self.length - 1] is self.newest


class Shelves(Latest[Shelf]):
    """The latest shelf of each district of each simulation."""

    def _made(self, before: Shelf | None, district: District) -> Shelf:
        return Shelf.of(district) if before is None else before.later(district)


def _settings(district: District) -> tuple[object, ...]:
    plan = district.plan
    return (plan.name, plan.lms, district.in_clever_since, district.clever.otus.scopes)


def _known_as(event: Event) -> Iterator[CleverId]:
    """List the ids of what an event changed: the record's, and a person's of v2.1, one for each role."""
    for record in (event.before, event.after):
        if record is not None:
            yield record.id
            yield from (legacy_id(record.id, role) for role in roles_of(record))
