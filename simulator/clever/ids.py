"""The Clever ids of one district: derived from the records, stable while they live, new after a long absence.

Sources: design 3.5; C33 (300 days, changed SIS id); clever_api.md, section 5.6 (terms and courses).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

from simulator.chance import digest
from simulator.clock import Instant
from simulator.roster import CleverId

FORGOTTEN_AFTER = timedelta(days=300)


def second_of(at: Instant) -> str:
    """Write the second of an instant as ids begin with it: 8 hex digits."""
    return f"{int(at.timestamp()):08x}"


@dataclass
class Ids:
    """Which Clever id each record of a district has, by its kind and SIS id."""

    district: str
    _known: dict[tuple[str, str], CleverId] = field(default_factory=dict)
    _gone_since: dict[tuple[str, str], Instant] = field(default_factory=dict)
    _lives: dict[tuple[str, str], int] = field(default_factory=dict)

    def of(self, kind: str, sis_id: str, seen: Instant) -> CleverId:
        """Give the id of a record that Clever sees at an instant."""
        key = (kind, sis_id)
        gone_since = self._gone_since.pop(key, None)
        if gone_since is not None and seen - gone_since >= FORGOTTEN_AFTER:
            self._lives[key] = self._lives.get(key, 1) + 1
            del self._known[key]
        if key not in self._known:
            life = str(self._lives.get(key, 1))
            self._known[key] = CleverId(second_of(seen) + digest(self.district, kind, sis_id, life))
        return self._known[key]

    def gone(self, kind: str, sis_id: str, at: Instant) -> None:
        """Note that a record is no longer in Clever."""
        self._gone_since[kind, sis_id] = at

    def forget(self, kind: str, sis_id: str) -> None:
        """Note that a record is gone for good: when it is made again, it gets a new id (terms and courses)."""
        key = (kind, sis_id)
        del self._known[key]
        self._lives[key] = self._lives.get(key, 1) + 1

    def copy(self) -> Ids:
        """Make a register that goes its own way from here."""
        return Ids(self.district, dict(self._known), dict(self._gone_since), dict(self._lives))
