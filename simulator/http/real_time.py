"""The one place that reads the machine's own clocks, for what does not follow the simulation's.

A client that is told to wait for a rate limit waits in real time, and how long an answer took is real too
(design.md, 3.10). Whoever needs a clock takes one as an argument, so that a test can set it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RealTime:
    """The machine's clocks."""

    epoch: Callable[[], float] = time.time  # noqa: TID251 - the one module that may
    """Seconds since 1970, which somebody may set back."""
    monotonic: Callable[[], float] = time.monotonic
    """Seconds since some moment; never goes back."""
    nanoseconds: Callable[[], int] = time.perf_counter_ns
    """Nanoseconds since some moment, as finely as the machine can tell."""


REAL_TIME = RealTime()
