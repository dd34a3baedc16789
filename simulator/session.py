"""A conversation with one simulation: sentences and commands go in, outcomes and journal entries come out.

Every change of a simulation is a command that stands in the journal; replaying the journal gives the same
simulation. What is said is done whole or not at all: it is tried on a copy, which takes the simulation's place
when everything went well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from simulator.clock import Instant, next_wall
from simulator.errors import NotUnderstood, Refused, SimulatorError, suggestion
from simulator.language.registry import Declaration, Mood, Seen
from simulator.language.sentence import Moment, parsed
from simulator.language.stage import Library, Stage
from simulator.language.telling import Night, Told, tell_night
from simulator.language.vocabulary import ACTS, find
from simulator.simulation.simulation import Connect, Simulation, our_fake

SENTENCE_MAX = 5000
_KEYWORD = re.compile(r"^\s*(?:Given|When|Then|And|But|\*)\s+")


Answer = TypeVar("Answer")


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
    mood: Mood
    """Act or claim; what was only tried is an act."""
    at: Instant
    seen: Seen | None = None
    nights: tuple[Night, ...] = ()
    """The nightly syncs that ran on the way."""
    made: str | None = None
    """The key of what the act made."""
    refusal: Refused | None = None
    """Why an act that was only tried did not happen."""

    @property
    def told(self) -> tuple[Told, ...]:
        """What the nights on the way changed and skipped."""
        return tuple(told for night in self.nights for told in night.told)

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
    def begin(
        cls,
        library: Library,
        seed: int = 1,
        name: str = "default",
        start: Instant | None = None,
        connect: Connect = our_fake,
    ) -> Session:
        """Begin a simulation without any district.

        start: None for the usual start of the first district. connect: makes the Otus that is under test.
        """
        return cls(Stage(Simulation(name, seed, start, connect), library))

    @property
    def simulation(self) -> Simulation:
        """The simulation as it is now."""
        return self.stage.simulation

    def say(self, text: str) -> list[Said]:
        """Do and check what sentences say, one a line, all of them or none.

        A false claim is an answer. Raises NotUnderstood for a line that means nothing here, and Refused for an act
        that is refused, each with its place; the simulation is then as it was.
        """
        return self._trying(lambda trial: trial.say_all(text))

    def do(self, commands: Iterable[Command]) -> list[Said]:
        """Do commands, all of them or none. Raises NotUnderstood or Refused; the simulation is then as it was."""
        return self._trying(lambda trial: trial.do_all(commands))

    def say_all(self, text: str) -> list[Said]:
        """Say sentences on this very session, which an error may leave half-way: for somebody who holds a copy."""
        said = []
        for line in sentences(text):
            with _placed(line):
                said.append(self._say_line(line))
        return said

    def do_all(self, commands: Iterable[Command]) -> list[Said]:
        """Do commands on this very session, which an error may leave half-way: for somebody who holds a copy."""
        said = []
        for number, command in enumerate(commands, 1):
            with _placed(f"command {number}"):
                said.append(self._do_one(command))
        return said

    def copy(self) -> Session:
        """Make a session that goes its own way from here, to try something on."""
        return Session(replace(self.stage, simulation=self.simulation.copy()), list(self.journal))

    def _say_line(self, text: str) -> Said:
        """Do or check what one sentence says, after moving the clock where it names a moment."""
        sentence = parsed(text)
        self.stage.district_name, self.stage.reports = sentence.district, []
        declaration = find(sentence.bare)
        arguments = declaration.read(sentence.bare, self.stage)
        if sentence.moment:
            self._wait_for(sentence.moment)
        if declaration.mood is Mood.CLAIM:
            seen = declaration.run(self.stage, **declaration.give(arguments, self.stage))
            return Said(text, declaration.mood, self.stage.now, seen, self._nights())
        command = Command(declaration.kind, arguments, sentence.district)
        if declaration.mood is Mood.ATTEMPT:
            return self._attempt(command, text)
        made = self._act(command)
        return Said(text, Mood.ACT, self.stage.now, nights=self._nights(), made=made)

    def _do_one(self, command: Command) -> Said:
        self.stage.reports = []
        made = self._act(command)
        return Said(command.kind, Mood.ACT, self.stage.now, nights=self._nights(), made=made)

    def _act(self, command: Command) -> str | None:
        """Do a command and write it into the journal."""
        declaration = _declaration(command.kind)
        self.stage.district_name, self.stage.last_refusal = command.district, None
        if command.district is not None:
            self.simulation.district(command.district)
        entry = Entry(self.stage.now, replace(command, args=deepcopy(command.args)))
        made: str | None = declaration.run(self.stage, **declaration.give(command.args, self.stage))
        self.simulation.settle()
        self.journal.append(entry)
        return made

    def _attempt(self, command: Command, text: str) -> Said:
        try:
            made = self._trying(lambda trial: trial._act(command))
        except Refused as refusal:
            self.stage.last_refusal = refusal
            return Said(text, Mood.ACT, self.stage.now, nights=self._nights(), refusal=refusal)
        return Said(text, Mood.ACT, self.stage.now, nights=self._nights(), made=made)

    def _nights(self) -> tuple[Night, ...]:
        zones = {district.plan.name: district.zone for district in self.simulation.districts.values()}
        return tuple(tell_night(report, zones[report.district]) for report in self.stage.reports)

    def _wait_for(self, moment: Moment) -> None:
        until = next_wall(self.stage.now, moment.wall, self.stage.district.zone, moment.weekday)
        if until > self.stage.now:
            self._act(Command("wait_until", {"instant": until.isoformat()}, self.stage.district_name))

    def _trying(self, work: Callable[[Session], Answer]) -> Answer:
        """Do something on a copy, which takes this session's place unless it raises."""
        trial = self.copy()
        answer = work(trial)
        self.stage, self.journal = trial.stage, trial.journal
        return answer


def sentences(text: str) -> Sequence[str]:
    """List the sentences in a text: one a line, without Gherkin's keywords, comments and blank lines."""
    stripped = (_KEYWORD.sub("", line).strip() for line in text.splitlines())
    lines = [line for line in stripped if line and not line.startswith("#")]
    for line in lines:
        if len(line) > SENTENCE_MAX:
            raise NotUnderstood(
                f"the sentence {line[:80]!a}…",
                f"it is longer than {SENTENCE_MAX} characters",
                "Say one thing a line",
            )
    return lines


def _declaration(kind: str) -> Declaration:
    if kind in ACTS:
        return ACTS[kind]
    raise NotUnderstood(
        f"the command {kind!r}", "no act is called so", suggestion(kind, ACTS, "`clever-otus say --list --json`")
    )


@contextmanager
def _placed(place: str) -> Iterator[None]:
    """Tell with every error in which sentence or command it came up."""
    try:
        yield
    except SimulatorError as error:
        error.place = place
        raise
