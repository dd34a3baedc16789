"""The small district as a random history meets it: who may be meant, how time passes, who watches the nights."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import NamedTuple, TypeVar

from simulator.accounts import Account, AccountId, ClassId
from simulator.clever.clever import Clever
from simulator.clock import Instant
from simulator.edits import Edit
from simulator.errors import Refused
from simulator.language.cast import Cast
from simulator.otus.holdings import Holdings
from simulator.roster import Person, PersonId, Role, SectionId
from simulator.rules.reading import Reading
from simulator.simulation.district import District, State
from simulator.simulation.driver import SomeClass, Someone, SyncReport
from simulator.simulation.fake_otus import FakeOtus
from simulator.simulation.simulation import Simulation
from simulator.sis import Sis
from tests.properties.small_district import open_small_district

T = TypeVar("T")

AIDES = tuple(
    Someone(PersonId(f"outsider:{name}"), f"{name} Aide", f"{name.lower()}@home.example") for name in ("Pat", "Max")
)


class Deed(NamedTuple):
    """One thing that happens, by the name of its function, with numbers that pick whom and what it is about."""

    verb: str
    a: int
    b: int
    c: int


class Night(NamedTuple):
    """A good night: what Otus held before and after, what it could read, and what the night reported."""

    before: Holdings
    after: Holdings
    clever: Reading
    position: int | None
    """How far into Clever's feed the last good night read; None for the first."""
    report: SyncReport
    last: Holdings
    """What Otus held after the last good night."""
    edited: frozenset[AccountId]
    """The accounts whose email or Clever id people changed since then."""


Watcher = Callable[[Night], None]


@dataclass
class WatchedOtus(FakeOtus):
    """The fake, with somebody who looks at every good night, and remembers what people did since the last one."""

    watchers: tuple[Watcher, ...] = ()
    last: Holdings = field(default_factory=Holdings)
    edited_accounts: frozenset[AccountId] = frozenset()

    def sync(self, at: Instant, clever: Reading) -> SyncReport:
        before, position = self.holdings.copy(), self.read_up_to
        report = super().sync(at, clever)
        night = Night(before, self.holdings, clever, position, report, self.last, self.edited_accounts)
        self.last, self.edited_accounts = self.holdings.copy(), frozenset()
        for watch in self.watchers:
            watch(night)
        return report

    def change_email(self, person: Someone, email: str) -> None:
        before = dict(self.holdings.accounts)
        super().change_email(person, email)
        self._remember(before)

    def adjust_id(self, person: Someone) -> None:
        before = dict(self.holdings.accounts)
        super().adjust_id(person)
        self._remember(before)

    def copy(self) -> WatchedOtus:
        return WatchedOtus(
            self.holdings.copy(), self.read_up_to, last=self.last, edited_accounts=self.edited_accounts
        )

    def _remember(self, before: dict[AccountId, Account]) -> None:
        changed = (key for key, account in self.holdings.accounts.items() if before.get(key) != account)
        self.edited_accounts = self.edited_accounts.union(changed)


class NobodyMeantError(Exception):
    """A deed that has nobody or nothing to be about; it does not happen."""


@dataclass
class World:
    """A simulation with the small district, and what a history needs to remember of it."""

    simulation: Simulation
    hand_made: list[SomeClass] = field(default_factory=list)
    steps: int = 1
    """In how many steps time passes."""

    @property
    def district(self) -> District:
        return self.simulation.district()

    @property
    def now(self) -> Instant:
        return self.simulation.now

    @property
    def sis(self) -> Sis:
        return self.district.sis

    @property
    def clever(self) -> Clever:
        return self.district.clever

    @property
    def otus(self) -> WatchedOtus:
        assert isinstance(self.district.otus, WatchedOtus)
        return self.district.otus

    def edit(self, edits: Sequence[Edit]) -> None:
        """Let the registrar's edits happen."""
        self.district.edit_sis(self.now, edits)

    def wait(self, length: timedelta) -> None:
        """Let time pass, in as many steps as this world takes."""
        start = self.now
        for step in range(1, self.steps + 1):
            self.simulation.advance(start + length * step / self.steps)

    def everybody(self) -> list[PersonId]:
        """List everybody who is or was in the SIS or in custom data."""
        return sorted([*self.sis.roster.people, *self.sis.left, *self.clever.custom_people])

    def of_role(self, *roles: Role) -> list[PersonId]:
        """List everybody of some roles."""
        return [one for one in self.everybody() if self.person(one).role in roles]

    def sections(self) -> list[SectionId]:
        """List every section that is or was in the SIS or in custom data."""
        return sorted({*self.sis.roster.sections, *self.sis.closed, *self.clever.custom_sections})

    def person(self, key: PersonId) -> Person:
        """Give the record of somebody, as it is or last was."""
        found = self.sis.ever(key) or self.clever.custom_people.get(key)
        assert found is not None
        return found

    def someone(self, key: PersonId) -> Someone:
        """Describe a person as Otus can find them."""
        return Cast(self.district).someone(key)

    def some_class(self, number: int) -> SomeClass:
        """Pick a class: mostly one from Clever, sometimes one made by hand."""
        if self.hand_made and number % 5 == 0:
            return pick(self.hand_made, number)
        section = pick(self.sections(), number)
        return SomeClass(str(section), section=self.clever.fold.section_of.get(section))

    def leader(self, of: SomeClass) -> Someone:
        """Describe the main teacher of a class."""
        held = self.otus.holdings.classes.get(ClassId(of.key))
        if held is None or held.main_teacher is None:
            raise NobodyMeantError
        return as_someone(self.otus.holdings.accounts[held.main_teacher])

    def copy(self) -> World:
        """Make a world that goes its own way from here."""
        return World(self.simulation.copy(), list(self.hand_made), self.steps)


def begin(*watchers: Watcher, state: State = State.IN_STEP, steps: int = 1) -> World:
    """Open the small district with somebody watching its nights from the first one on."""
    simulation, district = open_small_district(State.NEVER_SYNCED)
    district.otus = WatchedOtus(watchers=watchers)
    district.otus.set_manual_rostering(on=True)
    if state is State.IN_STEP:
        district.run_nightly_sync(simulation.now)
    return World(simulation, steps=steps)


def pick(among: Sequence[T], number: int) -> T:
    """Pick one of several by number."""
    if not among:
        raise NobodyMeantError
    return among[number % len(among)]


def happens(world: World, deed: Deed, verbs: dict[str, Callable[[World, int, int, int], None]]) -> Refused | None:
    """Let a deed happen, and answer with the refusal where it does not."""
    try:
        verbs[deed.verb](world, deed.a, deed.b, deed.c)
    except NobodyMeantError:
        return None
    except Refused as refusal:
        return refusal
    return None


def as_someone(account: Account) -> Someone:
    """Describe the person of an account as Otus can find them."""
    ids = () if account.clever_id is None else (account.clever_id,)
    return Someone(PersonId(account.id), account.name, account.email, account.kind, ids)
