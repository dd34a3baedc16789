"""The latest of what is made of a district's view, for each district of each simulation, as long as it holds."""

from __future__ import annotations

from abc import ABC, abstractmethod
from threading import Lock
from typing import Generic, Protocol, TypeVar
from weakref import WeakKeyDictionary

from simulator.roster import DistrictId
from simulator.simulation.district import District


class OfAView(Protocol):
    """Something that belongs to one point of a view's feed."""

    def is_of(self, district: District) -> bool:
        """Tell whether a district's view is at that point."""


Made = TypeVar("Made", bound=OfAView)


class Latest(ABC, Generic[Made]):
    """Makes something of a district again only where its view has come to another point."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._latest: WeakKeyDictionary[object, dict[DistrictId, Made]] = WeakKeyDictionary()

    def of(self, owner: object, district: District) -> Made:
        """Find what belongs to a district of a simulation as it is at a reader's moment, or make it.

        owner: whatever holds the simulation; all that was made for it goes when it goes.
        """
        with self._lock:
            latest = self._latest.setdefault(owner, {})
            found = latest.get(district.id)
        if found is not None and found.is_of(district):
            return found
        made = self._made(found, district)
        with self._lock:
            latest[district.id] = made
        return made

    @abstractmethod
    def _made(self, before: Made | None, district: District) -> Made:
        """Make it of a district as it is, with the latest one before where there is one."""
