"""What has been asked of Clever and how it was answered: the latest requests, in order, never with a token.

Writing takes the same short time however much is kept; words for people are found when the log is read.
"""

from __future__ import annotations

from collections import deque
from enum import StrEnum
from threading import Lock
from typing import NamedTuple

from simulator.chance import digest
from simulator.clock import Instant
from simulator.roster import CleverId, DistrictId

KEPT = 1000
"""How many requests of a simulation are kept."""
NOBODY = "-"
"""Stands for the simulation of a request that belongs to none; no simulation can be called so."""
KEPT_OF_NOBODY = 100
"""How many requests are kept that belong to no simulation."""
BODY_BYTES = 4096
"""How much of each answer's body is kept."""


class TokenKind(StrEnum):
    """What a request had to show for itself."""

    NONE = "none"
    NO_BEARER = "no bearer"
    UNKNOWN = "unknown"
    FORMER = "former"
    """Good once."""
    DISTRICT = "district"
    USER = "user"
    APPLICATION = "application"
    """A client id with its secret, as OAuth has it."""


class Visit(NamedTuple):
    """A request and its answer."""

    at: Instant | None
    """On the simulation's clock; None for a request that belongs to no simulation."""
    microseconds: int
    """How long the answer took, in real time."""
    method: str
    path: str
    query: str
    status: int
    length: int
    """How many bytes the answer's body has."""
    body: bytes
    """The first bytes of the answer's body."""
    token: TokenKind
    """Never the token itself."""
    district: DistrictId | None = None
    """Which district the token opens."""
    user: CleverId | None = None
    """As whom somebody had logged in."""


class RequestLog:
    """The latest requests, numbered from 1."""

    def __init__(self, of: str, most: int = KEPT) -> None:
        """of: whose requests these are; request ids are derived from it."""
        self._of = of
        self._lock = Lock()
        self._count = 0
        self._visits: deque[Visit] = deque(maxlen=most)

    def add(self, visit: Visit) -> int:
        """Keep a request, and give its number."""
        with self._lock:
            self._visits.append(visit)
            self._count += 1
            return self._count

    def visits(self) -> list[tuple[int, Visit]]:
        """List what is kept with its numbers, the newest last."""
        with self._lock:
            kept, count = list(self._visits), self._count
        return list(enumerate(kept, count - len(kept) + 1))

    def empty(self) -> None:
        """Forget all that is kept; numbers go on, so that who follows the log misses nothing."""
        with self._lock:
            self._visits.clear()

    def request_id(self, number: int) -> str:
        """Derive what `x-request-id` says of a request.

        Recorded: a UUID whose version digit is 9, which is how Envoy marks a request that it traced.
        """
        digits = digest(self._of, str(number), size=15)
        return f"{digits[:8]}-{digits[8:12]}-9{digits[12:15]}-a{digits[15:18]}-{digits[18:]}"

    def trace_id(self, number: int) -> str:
        """Derive what `clever-request-id` says of a request."""
        return digest(self._of, "trace", str(number), size=16)
