"""Clever for one district: what has arrived from the SIS and from custom data, and what Otus may read of it.

Clever at an instant is the fold of the arrivals up to then. `catch_up` brings the fold to an instant; reading
changes nothing. What the district does by hand in Clever is in custom.py and section_page.py.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from simulator.clever.arrivals import USUAL_LAGS, Arrivals, Lags
from simulator.clever.connection import AT_FIRST, Connection
from simulator.clever.fold import Fold
from simulator.clever.ids import Ids
from simulator.clever.records import CleverDistrict, CleverSection, Source, User
from simulator.clever.roster import CleverRoster
from simulator.clever.sharing import SharedView, Sharing
from simulator.clock import Instant
from simulator.collector import collector_off
from simulator.edits import EditKind
from simulator.lag import FIFTEEN_MINUTES, Lag
from simulator.roster import CleverId, DistrictId, Person, PersonId, SchoolId, SectionFacts, SectionId
from simulator.sis import LogEntry, Roster


@dataclass(frozen=True, slots=True)
class SectionForm:
    """The form for a custom section as far as it is filled in; nothing exists before Create Section (S43)."""

    name: str
    school: SchoolId
    primary: PersonId | None = None
    co_teachers: tuple[PersonId, ...] = ()
    students: tuple[PersonId, ...] = ()


@dataclass
class Clever:
    """One district in Clever: the fold so far, what is under way to it, and Otus's view of it."""

    seed: int
    fold: Fold
    otus: SharedView
    arrivals: Arrivals
    connection: Connection = AT_FIRST
    lags: Lags = USUAL_LAGS
    custom_lag: Lag = FIFTEEN_MINUTES
    forms: dict[str, SectionForm] = field(default_factory=dict)
    custom_people: dict[PersonId, Person] = field(default_factory=dict)
    custom_sections: dict[SectionId, SectionFacts] = field(default_factory=dict)
    custom_acts: int = 0
    """How often custom data was made or deleted; the draws of its lag depend on it."""

    @classmethod
    def holding(cls, district: DistrictId, roster: Roster, seed: int, seen: Instant) -> Clever:
        """Make a Clever that holds an SIS roster, all of it shared with Otus, first seen at an instant."""
        fold = Fold(Ids(district), CleverRoster(CleverDistrict(CleverId(district), last_sync=seen)))
        with collector_off():
            fold.load(roster, seen)
        fold.close_batch(seen)
        return cls(seed, fold, SharedView(fold.roster), Arrivals())

    @property
    def last_sync(self) -> Instant:
        """When the latest sync from the SIS came in; what the district does in Clever itself is none."""
        return self.fold.roster.district.last_sync

    def send(self, entries: Iterable[LogEntry], first_number: int) -> None:
        """Send SIS edits on their way, each with the lag that its kind has now.

        first_number: the place of the first of them in the SIS log.
        """
        for number, entry in enumerate(entries, first_number):
            lag = self.lags.of(entry.edit.kind).of_edit(self.seed, self.fold.ids.district, number)
            if entry.edit.kind in self.lags.held:
                self.arrivals.hold(entry.edit, entry.at + lag)
            else:
                self.arrivals.send(entry.edit, entry.at + lag)

    def set_lag(self, lag: Lag, kind: EditKind | None = None) -> None:
        """Change how long SIS edits made from now on take: those of one kind, or all."""
        own = {} if kind is None else {**dict(self.lags.own), kind: lag}
        usual = lag if kind is None else self.lags.usual
        self.lags = Lags(usual, tuple(own.items()), self.lags.held)

    def hold(self, kinds: Iterable[EditKind]) -> None:
        """Keep back SIS edits made from now on, until they are released (C08)."""
        self.lags = replace(self.lags, held=self.lags.held.union(kinds))

    def release(self, now: Instant) -> None:
        """Let held edits go on, and hold no more."""
        self.lags = replace(self.lags, held=frozenset())
        self.arrivals.release(now)

    def catch_up(self, now: Instant) -> None:
        """Fold everything that has arrived by an instant, one batch an instant."""
        while batch := self.arrivals.take_batch(now):
            at, edits = batch
            for edit, source in edits:
                self.fold.apply(edit, source, at)
            if any(source is Source.SIS for _, source in edits):
                self.fold.roster.note_sync(at)
            self.publish(at)

    def publish(self, at: Instant) -> None:
        """Let Otus's view follow what has just changed in Clever."""
        self.otus.follow(self.fold.close_batch(at), at)

    def share(self, sharing: Sharing, now: Instant) -> None:
        """Change what Otus may read, at once."""
        self.otus.share(sharing, now)

    def section(self, section: SectionId) -> CleverSection | None:
        """Find a section by its key in the SIS or in custom data."""
        return self.fold.section(section)

    def user(self, person: PersonId) -> User | None:
        """Find the record that Clever has of a person now."""
        return self.fold.user(person)

    def copy(self) -> Clever:
        """Make a Clever that goes its own way from here."""
        fold = self.fold.copy()
        return replace(
            self,
            fold=fold,
            otus=self.otus.copy(fold.roster),
            arrivals=self.arrivals.copy(),
            forms=dict(self.forms),
            custom_people=dict(self.custom_people),
            custom_sections=dict(self.custom_sections),
        )
