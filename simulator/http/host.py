"""Many simulations in one process, none of which can see another: ids, bearer tokens and locks.

Commands on one simulation wait for one another for as long as they run. They work on a copy, and a short lock
covers only the moment at which the copy takes the simulation's place; so a reader, who takes the session of the
moment, always sees a whole state and never waits for a night.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import TypeVar

from simulator.chance import digest
from simulator.clever_api.access import Grant
from simulator.clever_api.user_tokens import still_opens
from simulator.clock import Instant
from simulator.errors import Refused
from simulator.http.held_tokens import HeldTokens
from simulator.http.identity.logins import USER_TOKENS, Logins
from simulator.http.not_here import not_here, token_taken
from simulator.http.real_time import REAL_TIME, RealTime
from simulator.http.request_log import KEPT_OF_NOBODY, NOBODY, RequestLog
from simulator.http.settings import CleverSettings
from simulator.http.traffic import Traffic
from simulator.language.stage import Library
from simulator.roster import DistrictId
from simulator.session import Command, Session
from simulator.simulation.district import DistrictPlan, State
from simulator.simulation.simulation import Simulation

Answer = TypeVar("Answer")

EMPTY = "empty"
"""Asks for a simulation without any district."""
_STARTS = {State.IN_STEP: "start_in_step", State.NEVER_SYNCED: "start_never_synced"}


@dataclass(frozen=True)
class Wanted:
    """What somebody who creates a simulation may say about it; None leaves it to the host."""

    district: str | None = None
    id: str | None = None
    seed: int = 1
    start: Instant | None = None
    state: State = State.IN_STEP
    token: str | None = None
    upload: DistrictPlan | None = None
    settings: CleverSettings = field(default_factory=CleverSettings)


@dataclass(frozen=True)
class Beginning:
    """What a simulation begins with, to which a reset goes back."""

    id: str
    seed: int
    start: Instant | None
    token: str | None
    library: Library
    commands: tuple[Command, ...]
    settings: CleverSettings = field(default_factory=CleverSettings)

    def session(self) -> Session:
        """Begin. Raises NotUnderstood for an unknown district."""
        session = Session.begin(self.library, self.seed, self.id, self.start)
        session.do(self.commands)
        return session

    def token_of(self, district: DistrictId, place: int, generation: int = 1) -> str:
        """Give the bearer token of a district: the one that the creator chose for the first, else a derived one.

        generation: 1 for the one that the district begins with.
        """
        if place == 0 and generation == 1 and self.token is not None:
            return self.token
        later = () if generation == 1 else (str(generation),)
        return digest("token", self.id, str(self.seed), district, *later, size=20)


class Hosted:
    """One simulation of a host: what it began with, and its session as it is now."""

    def __init__(
        self, beginning: Beginning, announce: Callable[[Hosted, Session], None], real: RealTime = REAL_TIME
    ) -> None:
        self.beginning = beginning
        self.settings = beginning.settings
        self.logins = self._no_logins()
        self._announce = announce
        self._commands = Lock()
        self._swap = Lock()
        self._session = beginning.session()
        self.traffic = Traffic(beginning.id, real)

    @property
    def id(self) -> str:
        """The simulation's id."""
        return self.beginning.id

    @property
    def session(self) -> Session:
        """The session as it is at this moment; it never changes, a command puts another in its place."""
        with self._swap:
            return self._session

    @property
    def simulation(self) -> Simulation:
        """The simulation as it is at this moment."""
        return self.session.simulation

    def change(self, work: Callable[[Session], Answer]) -> Answer:
        """Let commands run on a copy, which takes the simulation's place unless they raise."""
        with self._commands:
            trial = self.session.copy()
            answer = work(trial)
            self._publish(trial)
            return answer

    def reset(self) -> None:
        """Go back to the beginning, with its settings and the same tokens of districts, and nobody logged in."""
        with self._commands:
            self._publish(self.beginning.session())
            self.settings = self.beginning.settings
            self.logins = self._no_logins()
            self.traffic.forget()

    def set_up(self, change: Callable[[CleverSettings], CleverSettings]) -> CleverSettings:
        """Change the application's settings at Clever, one caller after another; give the new ones."""
        with self._swap:
            self.settings = change(self.settings)
            return self.settings

    def tokens(self) -> dict[DistrictId, str]:
        """Give the bearer token of each district that has one now."""
        return self.tokens_in(self.session)

    def tokens_in(self, session: Session) -> dict[DistrictId, str]:
        """Give the bearer token of each district of a session that is connected to Otus."""
        token_of = self.beginning.token_of
        districts = (
            (one.id, place, one.clever.connection)
            for place, one in enumerate(session.simulation.districts.values())
        )
        return {one: token_of(one, place, way.generation) for one, place, way in districts if way.connected}

    def user_with(self, token: str) -> Grant | None:
        """Find what a user's token opens now; None once it has expired, or the user is no longer shared."""
        grant, simulation = self.logins.grant(token), self.simulation
        if grant is None or not still_opens(grant, simulation.districts.get(grant.district), simulation.now):
            return None
        return grant

    @property
    def client_id(self) -> str:
        """Clever's name for the application, which is Otus."""
        return digest("client id", self.id, str(self.beginning.seed), size=10)

    @property
    def client_secret(self) -> str:
        """The application's secret for OAuth."""
        return digest("client secret", self.id, str(self.beginning.seed), size=20)

    def _no_logins(self) -> Logins:
        """Begin as after a reset; whoever is on the way to log in keeps the old ones, which open nothing."""
        return Logins(self.id, str(self.beginning.seed))

    def _publish(self, session: Session) -> None:
        self._announce(self, session)
        with self._swap:
            self._session = session


class Host:
    """All simulations of one server."""

    def __init__(self, library: Library, real: RealTime = REAL_TIME) -> None:
        """real: the machine's clocks, for rate limits and durations."""
        self.library = library
        self.real = real
        self._lock = Lock()
        self._hosted: dict[str, Hosted] = {}
        self._tokens: HeldTokens[Hosted] = HeldTokens()
        self._created = 0
        self.strangers = RequestLog(NOBODY, KEPT_OF_NOBODY)
        """Requests to Clever that belong to no simulation, for their token is unknown."""

    def create(self, wanted: Wanted) -> Hosted:
        """Begin a simulation. Raises Refused when its id or token is taken."""
        while True:
            simulation = self._free_id(wanted)
            hosted = Hosted(self._beginning(wanted, simulation), self._announce, self.real)
            if self._let_in(hosted, wanted):
                return hosted

    def find(self, simulation: str) -> Hosted:
        """Find a simulation by id. Raises NotHere with the nearest ids."""
        with self._lock:
            found = self._hosted.get(simulation)
            known = list(self._hosted)
        if found is None:
            raise not_here(simulation, known)
        return found

    def all(self) -> Sequence[Hosted]:
        """List the simulations, in the order of their making."""
        with self._lock:
            return list(self._hosted.values())

    def delete(self, simulation: str) -> None:
        """Forget a simulation with its tokens. Raises NotHere."""
        with self._lock:
            gone = self._hosted.pop(simulation, None)
            known = list(self._hosted)
            if gone is not None:
                self._tokens.forget(gone)
        if gone is None:
            raise not_here(simulation, known)

    def holder_of(self, token: str) -> tuple[Hosted, Grant] | None:
        """Find the simulation that a bearer token belongs to, and what it opens there."""
        with self._lock:
            holder = self._tokens.holder(token)
            hosted = list(self._hosted.values()) if token.startswith(USER_TOKENS) else []
        if holder is not None:
            return holder
        grants = ((one, one.user_with(token)) for one in hosted)
        return next(((one, grant) for one, grant in grants if grant is not None), None)

    def former_holder_of(self, token: str) -> tuple[Hosted, Grant] | None:
        """Find the simulation in which a bearer token was good once, and what it opened there."""
        if not token.startswith(USER_TOKENS):
            with self._lock:
                return self._tokens.former_holder(token)
        grants = ((one, one.logins.grant(token)) for one in self.all())
        return next(((one, grant) for one, grant in grants if grant is not None), None)

    def application(self, client_id: str) -> Hosted | None:
        """Find the simulation whose application has a client id."""
        return next((hosted for hosted in self.all() if hosted.client_id == client_id), None)

    def _beginning(self, wanted: Wanted, simulation: str) -> Beginning:
        upload = wanted.upload
        library = self.library if upload is None else {**self.library, upload.name: lambda: upload}
        name = wanted.district or (upload.name if upload else next(iter(library), EMPTY))
        start = Command(_STARTS[wanted.state], {"name": name})
        commands = () if upload is None and name == EMPTY else (start,)
        return Beginning(simulation, wanted.seed, wanted.start, wanted.token, library, commands, wanted.settings)

    def _free_id(self, wanted: Wanted) -> str:
        """Give the id that somebody chose, or the next one that nobody has yet."""
        with self._lock:
            self._refuse_taken(wanted)
            if wanted.id is not None:
                return wanted.id
            while True:
                self._created += 1
                if f"simulation-{self._created}" not in self._hosted:
                    return f"simulation-{self._created}"

    def _let_in(self, hosted: Hosted, wanted: Wanted) -> bool:
        """Take a simulation in with its tokens; not when somebody chose its automatic id in the meantime."""
        tokens = hosted.tokens()
        with self._lock:
            self._refuse_taken(wanted)
            if hosted.id in self._hosted:
                return False
            self._tokens.refuse_held(hosted, tokens.values())
            self._hosted[hosted.id] = hosted
            self._tokens.hold(hosted, tokens)
            return True

    def _refuse_taken(self, wanted: Wanted) -> None:
        if wanted.id in self._hosted:
            raise Refused(
                f"a simulation with the id {wanted.id!r}",
                "this server has one",
                "Choose another id, reset that one, or delete it first",
            )
        chosen = {hosted.beginning.token for hosted in self._hosted.values()}
        if wanted.token is not None and (wanted.token in chosen or wanted.token in self._tokens):
            raise token_taken()

    def _announce(self, hosted: Hosted, session: Session) -> None:
        """Let the tokens of a session's districts be known, and no others of that simulation."""
        tokens = hosted.tokens_in(session)
        with self._lock:
            if self._hosted.get(hosted.id) is hosted:
                self._tokens.refuse_held(hosted, tokens.values())
                self._tokens.hold(hosted, tokens)
