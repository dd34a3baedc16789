"""A conversation with one simulation: sentences and commands go in, outcomes and journal entries come out.

Every change of a simulation is a command that stands in the journal; replaying the journal gives the same
simulation. What is said is done whole or not at all: it is tried on a copy, which takes the simulation's place
when everything went well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import time
from typing import Any

from simulator.clock import WEEKDAYS, Instant, next_wall
from simulator.errors import NotUnderstood, Refused, nearest
from simulator.language import vocabulary as _vocabulary
from simulator.language.registry import ACTS, Declaration, Seen, find
from simulator.language.stage import Library, Stage
from simulator.language.telling import Told, tell
from simulator.simulation.driver import SyncReport
from simulator.simulation.simulation import Simulation

_VOCABULARY = _vocabulary
_KEYWORD = re.compile(r"^\s*(?:Given|When|Then|And|But|\*)\s+")
_MOMENT = re.compile(rf"^on (?P<day>{'|'.join(WEEKDAYS)}) at (?P<time>\d\d?:\d\d(?::\d\d)?), ")
_DISTRICT = re.compile(r' in the district "(?P<district>[^"]+)"$')


@dataclass(frozen=True)
class Command:
    """One act with its arguments, as a journal keeps it: keys and numbers, no names."""

    kind: str
    args: dict[str, Any] = field(default_factory=dict)
    district: str | None = None


@dataclass(frozen=True)
class Entry:
    """A command and the moment at which it was given."""

    at: Instant
    command: Command


@dataclass(frozen=True)
class Said:
    """What came of one sentence or command."""

    sentence: str
    kind: str
    """Act or claim."""
    at: Instant
    seen: Seen | None = None
    told: tuple[Told, ...] = ()
    made: str | None = None
    """The key of what the act made."""
    refusal: Refused | None = None
    """Why an act that was only tried did not happen."""

    @property
    def holds(self) -> bool:
        """An act is done; a claim is true or false."""
        return self.seen is None or self.seen.holds


@dataclass
class Session:
    """One simulation, its journal, and what was last said to it."""

    stage: Stage
    journal: list[Entry] = field(default_factory=list)

    @classmethod
    def begin(cls, library: Library, seed: int = 1, name: str = "default", start: Instant | None = None) -> Session:
        """Begin a simulation without any district. start: None for the usual start of the first district."""
        return cls(Stage(Simulation(name, seed, start), library))

    @property
    def simulation(self) -> Simulation:
        """The simulation as it is now."""
        return self.stage.simulation

    def say(self, text: str) -> list[Said]:
        """Do and check what sentences say, one a line, all of them or none.

        A false claim is an answer. Raises NotUnderstood for a line that means nothing here, and Refused for an act
        that is refused; the simulation is then as it was.
        """
        trial = self.copy()
        said = [trial.say_line(line) for line in sentences(text)]
        self._take_over(trial)
        return said

    def do(self, commands: Iterable[Command]) -> list[Said]:
        """Do commands, all of them or none. Raises NotUnderstood or Refused; the simulation is then as it was."""
        trial = self.copy()
        said = [trial.do_one(command, command.kind) for command in commands]
        self._take_over(trial)
        return said

    def copy(self) -> Session:
        """Make a session that goes its own way from here, to try something on."""
        return Session(replace(self.stage, simulation=self.simulation.copy()), list(self.journal))

    def say_line(self, sentence: str) -> Said:
        """Do or check what one sentence says, here and now, after moving the clock where it names a moment."""
        rest = sentence
        district = _DISTRICT.search(rest)
        if district:
            rest = rest[: district.start()]
        self.stage.district_name = district["district"] if district else None
        moment = _MOMENT.match(rest)
        if moment:
            rest = rest[moment.end() :]
            self._wait_for(moment)
        declaration = find(rest)
        arguments = declaration.read(rest, self.stage)
        if not declaration.is_act:
            seen = declaration.run(self.stage, **declaration.give(arguments, self.stage))
            return Said(sentence, "claim", self.stage.now, seen)
        command = Command(declaration.kind, arguments, self.stage.district_name)
        return self._attempt(command, sentence) if declaration.is_attempt else self.do_one(command, sentence)

    def do_one(self, command: Command, sentence: str) -> Said:
        """Do one command here and now, and write it into the journal."""
        declaration = _act(command.kind)
        self.stage.district_name = command.district
        entry = Entry(self.stage.now, command)
        self.stage.reports = []
        made = declaration.run(self.stage, **declaration.give(command.args, self.stage))
        self.journal.append(entry)
        return Said(sentence, "act", self.stage.now, told=_told(self.stage.reports), made=made)

    def _attempt(self, command: Command, sentence: str) -> Said:
        trial = self.copy()
        try:
            said = trial.do_one(command, sentence)
        except Refused as refusal:
            self.stage.last_refusal = refusal
            return Said(sentence, "act", self.stage.now, refusal=refusal)
        self._take_over(trial)
        self.stage.last_refusal = None
        return said

    def _wait_for(self, moment: re.Match[str]) -> None:
        wall = time.fromisoformat(moment["time"].rjust(5, "0"))
        until = next_wall(self.stage.now, wall, self.stage.district.zone, WEEKDAYS.index(moment["day"]))
        if until > self.stage.now:
            self.do_one(Command("wait_until", {"instant": until.isoformat()}), moment[0])

    def _take_over(self, trial: Session) -> None:
        self.stage, self.journal = trial.stage, trial.journal


def sentences(text: str) -> Sequence[str]:
    """List the sentences in a text: one a line, without Gherkin's keywords, comments and blank lines."""
    stripped = (_KEYWORD.sub("", line).strip() for line in text.splitlines())
    return [line for line in stripped if line and not line.startswith("#")]


def _act(kind: str) -> Declaration:
    if kind in ACTS:
        return ACTS[kind]
    near = nearest(kind, ACTS)
    raise NotUnderstood(f"the command {kind!r}", "no act is called so", f"The nearest are: {', '.join(near)}")


def _told(reports: Iterable[SyncReport]) -> tuple[Told, ...]:
    return tuple(tell(one, report.names) for report in reports for one in (*report.changes, *report.skipped))
