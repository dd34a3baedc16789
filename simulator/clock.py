"""The one place where time is kept: a clock that only moves forward, its agenda, and local wall clocks.

Instants are UTC. A zone is used only to turn "04:00 in Chicago" into an instant and back into words. Nothing
here reads the machine's clock.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from heapq import heappop, heappush
from zoneinfo import ZoneInfo

from simulator.errors import BadInput, Refused, suggestion

Instant = datetime
"""A moment, aware and in UTC."""

LAST_INSTANT = datetime(2099, 12, 31, tzinfo=UTC)

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass
class Clock:
    """A clock that only moves forward, with an agenda of what is to happen when (ties: order of entry)."""

    now: Instant
    _agenda: list[tuple[Instant, int, str]] = field(default_factory=list)
    _entries: int = 0

    def plan(self, at: Instant, what: str) -> None:
        """Put something on the agenda. Raises Refused when that moment is past."""
        if at < self.now:
            raise _backwards(self.now, at)
        heappush(self._agenda, (at, self._entries, what))
        self._entries += 1

    def move_to(self, until: Instant) -> None:
        """Move the clock to an instant, with nothing on the agenda before it. Raises Refused when it is past."""
        self.check(until)
        if self._agenda and self._agenda[0][0] < until:
            raise ValueError(f"{self._agenda[0][2]} is on the agenda before {until}")
        self.now = until

    def check(self, until: Instant) -> None:
        """Refuse an instant that is past, or so far ahead that no school year reaches it."""
        if until < self.now:
            raise _backwards(self.now, until)
        if until > LAST_INSTANT:
            raise Refused(
                f"the clock cannot go to {until.isoformat()}",
                f"simulations end with {LAST_INSTANT.year}",
                "Name an earlier moment",
            )

    def planned(self, what: str) -> Instant | None:
        """Say when something is next on the agenda."""
        return min((at for at, _, planned in self._agenda if planned == what), default=None)

    def go_to_next(self, until: Instant) -> str | None:
        """Move to the next thing on the agenda up to an instant and take it off; None when there is none."""
        if not self._agenda or self._agenda[0][0] > until:
            return None
        at, _, what = heappop(self._agenda)
        self.now = max(self.now, at)
        return what

    def copy(self) -> Clock:
        """Make a clock that shows the same time and has the same agenda, and moves on its own."""
        return Clock(self.now, list(self._agenda), self._entries)


def _backwards(now: Instant, asked: Instant) -> Refused:
    return Refused(
        f"the clock cannot go to {asked.isoformat()}",
        f"it shows {now.isoformat()} already, and time only moves forward",
        "Name a later moment, or start a new simulation",
    )


@cache
def zone(name: str) -> ZoneInfo:
    """Look up a time zone by its IANA name. Raises BadInput with the nearest names when there is none."""
    from zoneinfo import available_timezones

    zones = available_timezones()
    if name not in zones:
        raise BadInput(
            f"the time zone {name!r}",
            "no such zone is known",
            suggestion(name, zones, "Use an IANA name such as 'America/Chicago'."),
        )
    return ZoneInfo(name)


def instant_from(text: object) -> Instant:
    """Read an instant with its offset, such as 2026-11-17T09:00:00-06:00. Raises BadInput for anything else."""
    try:
        instant = datetime.fromisoformat(str(text))
        if instant.tzinfo is not None:
            return instant.astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    raise BadInput(f"the instant {str(text)[:80]!a}", "it is none", "Give one like 2026-11-17T09:00:00-06:00")


def written(instant: Instant) -> str:
    """Write an instant in UTC, such as 2026-11-16T12:00:00Z."""
    return instant.astimezone(UTC).isoformat().replace("+00:00", "Z")


def local(instant: Instant, tz: ZoneInfo) -> datetime:
    """Show an instant on a district's wall clock."""
    return instant.astimezone(tz)


def instant_of(day: date, wall: time, tz: ZoneInfo) -> Instant:
    """Turn a wall-clock time into the instant it names there.

    A time that comes twice is its first; one that does not exist is the first instant after the gap (Q31).
    """
    named = datetime.combine(day, wall, tz)
    instant = named.astimezone(UTC)
    exists = instant.astimezone(tz).replace(tzinfo=None) == named.replace(tzinfo=None)
    return instant if exists else _end_of_gap(named.replace(fold=1).astimezone(UTC), instant, tz)


def _end_of_gap(before: Instant, after: Instant, tz: ZoneInfo) -> Instant:
    """Find the first instant at which the offset that holds before the gap no longer does."""
    while after - before > timedelta(seconds=1):
        middle = before + (after - before) // 2
        if middle.astimezone(tz).utcoffset() == before.astimezone(tz).utcoffset():
            before = middle
        else:
            after = middle
    return after.replace(microsecond=0)


def last_wall(before: Instant, wall: time, tz: ZoneInfo) -> Instant:
    """Find the last instant before a given one at which a district's wall clock showed a time."""
    day = local(before, tz).date()
    earlier = (instant_of(day - timedelta(days=back), wall, tz) for back in range(3))
    return next(instant for instant in earlier if instant < before)


def next_wall(after: Instant, wall: time, tz: ZoneInfo, weekday: int | None = None) -> Instant:
    """Find the first instant at or after a given one when a district's wall clock shows a time.

    weekday: 0 for Monday, as in datetime, or None for any day.
    """
    day = local(after, tz).date()
    for ahead in range(-1, 9):
        candidate = day + timedelta(days=ahead)
        if weekday is not None and candidate.weekday() != weekday:
            continue
        instant = instant_of(candidate, wall, tz)
        if instant >= after:
            return instant
    raise AssertionError("a week holds every weekday")
