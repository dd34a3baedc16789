"""How many requests a bearer token may make in a minute, and the headers that tell its owner.

Recorded (clever_api.md, 5.1): a fixed window of 60 seconds that belongs to the token and starts with its first
request; 1200 requests over all addresses, pages of refusal included. Here the limit is off unless somebody sets
one. While it is off nothing is counted, and every answer tells what the first of a window would: 1199 are left. A
client that looks at the headers works the same, and no test run has to wait (a decision, not a recording).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import ceil
from threading import Lock
from typing import NamedTuple

from simulator.http.real_time import REAL_TIME, RealTime

CLEVERS_LIMIT = 1200
WINDOW_SECONDS = 60
WINDOWS_MOST = 10_000
"""For so many tokens at once are requests counted; beyond that the oldest window is forgotten."""

Headers = Sequence[tuple[str, str]]


class Standing(NamedTuple):
    """Where a token stands after a request: the headers that tell, and whether that request was one too many."""

    headers: Headers
    exceeded: bool = False


class _Window(NamedTuple):
    ends: float
    """On the clock that never goes back."""
    reset: int
    """The same moment in seconds since 1970, rounded up: who waits until then is not refused again."""
    requests: int


class RateLimit:
    """Counts the requests of one simulation, token by token."""

    def __init__(self, real: RealTime = REAL_TIME) -> None:
        self._real = real
        self._lock = Lock()
        self._windows: dict[str, _Window] = {}

    def __len__(self) -> int:
        """Tell for how many tokens requests are counted."""
        return len(self._windows)

    def count(self, token: str, limit: int | None) -> Standing:
        """Count a request of a token, and say where it stands then.

        limit: how many it may make in a minute; None for any number.
        """
        if limit is None:
            return Standing(uncounted(self._real))
        now = self._real.monotonic()
        with self._lock:
            window = self._window(token, now)
            self._windows[token] = window
        left = max(0, limit - window.requests)
        return Standing(_headers(limit, left, window.reset), window.requests > limit)

    def forget(self) -> None:
        """Let every token's window be over."""
        with self._lock:
            self._windows.clear()

    def _window(self, token: str, now: float) -> _Window:
        """Give the window in which a token's request falls, the request counted."""
        window = self._windows.get(token)
        if window is not None and now < window.ends:
            return window._replace(requests=window.requests + 1)
        self._windows.pop(token, None)
        self._make_room(now)
        return _Window(now + WINDOW_SECONDS, ceil(self._real.epoch()) + WINDOW_SECONDS, 1)

    def _make_room(self, now: float) -> None:
        """Forget windows that are over; they stand in the order in which they end."""
        while self._windows:
            oldest = next(iter(self._windows))
            if now < self._windows[oldest].ends and len(self._windows) < WINDOWS_MOST:
                return
            del self._windows[oldest]


def uncounted(real: RealTime) -> Headers:
    """Write the headers where nothing is counted: those of the first request of a window."""
    return _headers(CLEVERS_LIMIT, CLEVERS_LIMIT - 1, ceil(real.epoch()) + WINDOW_SECONDS)


@lru_cache(maxsize=64)
def _headers(limit: int, left: int, reset: int) -> Headers:
    return (
        ("x-ratelimit-bucket", "bearer"),
        ("x-ratelimit-limit", str(limit)),
        ("x-ratelimit-remaining", str(left)),
        ("x-ratelimit-reset", str(reset)),
    )
