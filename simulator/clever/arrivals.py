"""Edits on their way to Clever: when each arrives, which are held, and that none overtakes another.

Sources: S51, Q01, Q02 (lags), C08 (holding), Q43 (no overtaking).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from heapq import heappop, heappush

from simulator.clever.records import Source
from simulator.clock import Instant
from simulator.edits import Edit, EditKind, RecordKey, record_of, refers_to
from simulator.lag import FIFTEEN_MINUTES, Lag, arrival


@dataclass(frozen=True, slots=True)
class Lags:
    """The lag of each kind of edit: its own where it has one, else the usual one; and the kinds that are held."""

    usual: Lag = FIFTEEN_MINUTES
    own: tuple[tuple[EditKind, Lag], ...] = ()
    held: frozenset[EditKind] = frozenset()

    def of(self, kind: EditKind) -> Lag:
        """Give the lag with which an edit of a kind leaves."""
        return dict(self.own).get(kind, self.usual)


USUAL_LAGS = Lags()


@dataclass(frozen=True, slots=True)
class _Waiting:
    edit: Edit
    earliest: Instant


@dataclass
class Arrivals:
    """The edits that have left their source and are not in Clever yet."""

    _due: list[tuple[Instant, int, Edit, Source]] = field(default_factory=list)
    _held: list[_Waiting] = field(default_factory=list)
    _latest: dict[RecordKey, Instant] = field(default_factory=dict)
    _sent: int = 0

    def send(self, edit: Edit, earliest: Instant) -> None:
        """Send an SIS edit on its way; it arrives at an instant, or later where it may not overtake."""
        held_records = {record_of(waiting.edit) for waiting in self._held}
        if held_records.isdisjoint(_keys(edit)):
            self._expect(edit, earliest, Source.SIS, _keys(edit))
        else:
            self.hold(edit, earliest)

    def hold(self, edit: Edit, earliest: Instant) -> None:
        """Keep an edit back until what is held is released."""
        self._held.append(_Waiting(edit, earliest))

    def release(self, at: Instant) -> None:
        """Let everything that is held go on: it arrives now, or when its own lag is over."""
        held, self._held = self._held, []
        for waiting in held:
            self._expect(waiting.edit, max(at, waiting.earliest), Source.SIS, _keys(waiting.edit))

    def send_custom(self, edit: Edit, at: Instant) -> None:
        """Let custom data arrive at an instant: it waits only for earlier edits of its own record."""
        self._expect(edit, at, Source.CUSTOM, (record_of(edit),))

    def take_batch(self, now: Instant) -> tuple[Instant, list[tuple[Edit, Source]]] | None:
        """Take the edits that arrive at the next instant up to now, in the order in which they left."""
        if not self._due or self._due[0][0] > now:
            return None
        at = self._due[0][0]
        return at, list(self._take(at))

    def under_way(self) -> Iterator[tuple[Edit, Instant | None]]:
        """List the edits that are not in Clever yet, and when each arrives; None while it is held."""
        for at, _, edit, _ in sorted(self._due):
            yield edit, at
        for waiting in self._held:
            yield waiting.edit, None

    def copy(self) -> Arrivals:
        """Make a queue that goes its own way from here."""
        return Arrivals(list(self._due), list(self._held), dict(self._latest), self._sent)

    def _take(self, at: Instant) -> Iterator[tuple[Edit, Source]]:
        while self._due and self._due[0][0] == at:
            _, _, edit, source = heappop(self._due)
            if self._latest.get(record_of(edit)) == at:
                del self._latest[record_of(edit)]
            yield edit, source

    def _expect(self, edit: Edit, earliest: Instant, source: Source, waits_for: tuple[RecordKey, ...]) -> None:
        at = arrival(earliest, [self._latest[key] for key in waits_for if key in self._latest])
        self._latest[record_of(edit)] = at
        heappush(self._due, (at, self._sent, edit, source))
        self._sent += 1


def _keys(edit: Edit) -> tuple[RecordKey, ...]:
    return (record_of(edit), *refers_to(edit))
