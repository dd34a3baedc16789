"""Edits on their way to Clever: when each arrives, which are held, and that none overtakes another.

Sources: S51, Q01, Q02 (lags), C08 (holding), Q43 (no overtaking).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from heapq import heappop, heappush

from simulator.clever.records import Source
from simulator.clock import Instant
from simulator.edits import Edit, EditKind, PersonRemoved, RecordKey, SectionRemoved, changes, refers_to
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
    _held_records: dict[RecordKey, None] = field(default_factory=dict)
    _latest: dict[RecordKey, Instant] = field(default_factory=dict)
    _expiries: dict[RecordKey, tuple[Instant, Edit]] = field(default_factory=dict)
    _sent: int = 0

    def send(self, edit: Edit, earliest: Instant) -> None:
        """Send an SIS edit on its way; it arrives at an instant, or later where it may not overtake."""
        if self._held_records.keys().isdisjoint((*changes(edit), *refers_to(edit))):
            self._expect(edit, earliest, Source.SIS, refers_to(edit))
        else:
            self.hold(edit, earliest)

    def hold(self, edit: Edit, earliest: Instant) -> None:
        """Keep an edit back until what is held is released."""
        self._held.append(_Waiting(edit, earliest))
        self._held_records.update(dict.fromkeys(changes(edit)))

    def release(self, at: Instant) -> None:
        """Let everything that is held go on: it arrives now, or when its own lag is over."""
        held, self._held, self._held_records = self._held, [], {}
        for waiting in held:
            self._expect(waiting.edit, max(at, waiting.earliest), Source.SIS, refers_to(waiting.edit))

    def send_custom(self, edit: Edit, at: Instant) -> None:
        """Let custom data arrive at an instant: it waits only for earlier edits of its own record."""
        self._expect(edit, at, Source.CUSTOM, ())

    def expire(self, removal: PersonRemoved | SectionRemoved, at: Instant) -> None:
        """Let a custom record be removed at an instant, or once it is there, unless it is gone by then."""
        record = changes(removal)[0]
        self._expiries[record] = (max(at, self._latest[record]), removal)

    def take_batch(self, now: Instant) -> tuple[Instant, list[tuple[Edit, Source]]] | None:
        """Take the edits that arrive at the next instant up to now, in the order in which they left."""
        at = self._next()
        return None if at is None or at > now else (at, list(self._take(at)))

    def under_way(self) -> Iterator[tuple[Edit, Instant | None]]:
        """List the edits that are not in Clever yet, and when each arrives; None while it is held."""
        for at, _, edit, _ in sorted(self._due):
            yield edit, at
        for waiting in self._held:
            yield waiting.edit, None

    def copy(self) -> Arrivals:
        """Make a queue that goes its own way from here."""
        return Arrivals(
            list(self._due),
            list(self._held),
            dict(self._held_records),
            dict(self._latest),
            dict(self._expiries),
            self._sent,
        )

    def _next(self) -> Instant | None:
        instants = [at for at, _ in self._expiries.values()]
        if self._due:
            instants.append(self._due[0][0])
        return min(instants, default=None)

    def _take(self, at: Instant) -> Iterator[tuple[Edit, Source]]:
        while self._due and self._due[0][0] == at:
            _, _, edit, source = heappop(self._due)
            yield edit, source
        for record, (expires, removal) in list(self._expiries.items()):
            if expires == at:
                del self._expiries[record]
                yield removal, Source.CUSTOM

    def _expect(self, edit: Edit, earliest: Instant, source: Source, refers: tuple[RecordKey, ...]) -> None:
        waits_for = (*changes(edit), *refers)
        at = arrival(earliest, [self._latest[key] for key in waits_for if key in self._latest])
        self._latest.update(dict.fromkeys(changes(edit), at))
        heappush(self._due, (at, self._sent, edit, source))
        self._sent += 1
