"""How long an SIS edit takes to reach Clever, and when it arrives.

Pure: an arrival follows from the edit's own lag and from the arrivals that it may not overtake.
Sources: S51 and S44 (up to 15 minutes), A03 (72 hours), Q01, Q02, Q43.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from simulator.chance import draw
from simulator.clock import Instant
from simulator.errors import Refused


@dataclass(frozen=True, slots=True)
class Lag:
    """A lag between two durations, drawn for each edit from the seed; one duration when both are equal."""

    shortest: timedelta
    longest: timedelta

    def of_edit(self, seed: int, district: str, number: int) -> timedelta:
        """Give the lag of one edit in whole seconds; its number in the SIS log picks the draw."""
        low, high = int(self.shortest.total_seconds()), int(self.longest.total_seconds())
        return timedelta(seconds=draw(seed, "lag", district, str(number), low=low, high=high))


def lag_between(shortest: timedelta, longest: timedelta) -> Lag:
    """Make a lag. Raises Refused when it is negative or its ends are in the wrong order."""
    if timedelta(0) <= shortest <= longest:
        return Lag(shortest, longest)
    raise Refused(
        f"a lag between {shortest} and {longest}",
        "an edit cannot arrive before it is made, and the first figure is the shorter one",
        "Give a lag of zero or more",
    )


def fixed(length: timedelta) -> Lag:
    """Make a lag that is the same for every edit. Raises Refused when it is negative."""
    return lag_between(length, length)


FIFTEEN_MINUTES = fixed(timedelta(minutes=15))


def arrival(earliest: Instant, not_before: Iterable[Instant]) -> Instant:
    """Say when an edit reaches Clever: after its own lag, and never before an edit that it may not overtake.

    earliest: when its own lag is over. not_before: the arrivals of earlier edits of the same record or of one
    that it refers to (Q43).
    """
    return max([earliest, *not_before])
