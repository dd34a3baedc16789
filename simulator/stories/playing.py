"""Plays a story: says its sentences to a simulation of its own, and keeps what came of each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from simulator.clock import local
from simulator.errors import NotUnderstood, Refused
from simulator.language.telling import Told, tell
from simulator.session import Said, Session
from simulator.simulation.district import District
from simulator.simulation.driver import SyncReport
from simulator.stories.beginnings import Beginnings
from simulator.stories.story import Line, Story


@dataclass(frozen=True, slots=True)
class Night:
    """One nightly sync that ran while a sentence was said: when, in its district's zone, and what it changed."""

    at: datetime
    succeeded: bool
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """What came of one line of a story."""

    line: Line
    at: datetime | None
    """The time on the district's wall clock when it was done; None while there is no district."""
    problem: str = ""
    """Why it fails the story; empty where it does not."""
    nights: tuple[Night, ...] = ()


@dataclass(frozen=True, slots=True)
class Played:
    """A story and what came of its lines; a line that fails is the last one that was said."""

    story: Story
    spoken: tuple[Spoken, ...]

    @property
    def passed(self) -> bool:
        """Every sentence was understood, no act was refused, every claim was true."""
        return not any(spoken.problem for spoken in self.spoken)

    @property
    def unspoken(self) -> tuple[Line, ...]:
        """The lines after the one that failed."""
        return self.story.lines[len(self.spoken) :]


@dataclass
class Conversation:
    """What one story says to a simulation that begins with it."""

    beginnings: Beginnings
    session: Session
    begun: bool = False

    @classmethod
    def begin(cls, beginnings: Beginnings) -> Conversation:
        """Begin with an empty simulation."""
        return cls(beginnings, beginnings.session())

    def problem_with(self, line: Line) -> str:
        """Say a line; answer with why that fails the story, or with nothing."""
        if line.attachment:
            return f"A {line.attachment} stands below the sentence; no sentence takes one. Say it in the sentence."
        try:
            said = self._say(line.sentence)
        except (NotUnderstood, Refused) as error:
            return str(error)
        return "" if said.holds else f"This is false: {said.seen.otherwise if said.seen else ''}."

    def _say(self, sentence: str) -> Said:
        if self.begun:
            return self.session.say(sentence)[0]
        self.begun = True
        self.session, said = self.beginnings.after(sentence)
        return said


def play(story: Story, beginnings: Beginnings) -> Played:
    """Play a story from its beginning, up to the first line that fails."""
    conversation, spoken = Conversation.begin(beginnings), list[Spoken]()
    for line in story.lines:
        spoken.append(_speak(conversation, line))
        if spoken[-1].problem:
            break
    return Played(story, tuple(spoken))


def _speak(conversation: Conversation, line: Line) -> Spoken:
    before = _counting(conversation.session)
    problem = conversation.problem_with(line)
    session = conversation.session
    districts = session.simulation.districts.values()
    nights = [_night(report, one) for one in districts for report in one.reports[before(one) :]]
    return Spoken(line, _wall_clock(session), problem, tuple(nights))


def _counting(session: Session) -> Callable[[District], int]:
    """Remember how many nights each district has had by now."""
    had = {key: len(district.reports) for key, district in session.simulation.districts.items()}
    return lambda district: had.get(district.id, 0)


def _night(report: SyncReport, district: District) -> Night:
    entries = (*report.changes, *report.skipped)
    return Night(
        local(report.at, district.zone), report.succeeded, tuple(tell(one, report.names) for one in entries)
    )


def _wall_clock(session: Session) -> datetime | None:
    """Show the time in the district that was spoken of; in the first one where that is not clear."""
    districts = list(session.simulation.districts.values())
    spoken_of = [one for one in districts if one.plan.name == session.stage.district_name] or districts
    return local(session.simulation.now, spoken_of[0].zone) if spoken_of else None
