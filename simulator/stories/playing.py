"""Plays a story: says its sentences to a simulation of its own, and keeps what came of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from simulator.clock import local
from simulator.errors import BadInput, NotUnderstood, Refused
from simulator.language.telling import Night
from simulator.session import Said, Session
from simulator.stories.beginnings import Beginnings
from simulator.stories.story import Line, Story


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
        """Something was said, every sentence was understood, no act was refused, every claim was true."""
        return bool(self.spoken) and not any(spoken.problem for spoken in self.spoken)

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

    def speak(self, line: Line) -> Spoken:
        """Say a line and tell what came of it; an error fails the story, and nothing of the line is done."""
        try:
            said = self._say(line)
        except (NotUnderstood, Refused, BadInput) as error:
            return Spoken(line, _wall_clock(self.session), str(error))
        problem = "" if said.seen is None or said.holds else f"This is false: {said.seen.otherwise}."
        return Spoken(line, _wall_clock(self.session), problem, said.nights)

    def _say(self, line: Line) -> Said:
        if line.attachment:
            raise BadInput(f"a {line.attachment}", "no sentence takes one", "Say it in the sentence")
        if self.begun:
            return self.session.say(line.sentence)[0]
        self.begun = True
        self.session, said = self.beginnings.after(line.sentence)
        return said


def play(story: Story, beginnings: Beginnings) -> Played:
    """Play a story from its beginning, up to the first line that fails."""
    conversation, spoken = Conversation.begin(beginnings), list[Spoken]()
    for line in story.lines:
        spoken.append(conversation.speak(line))
        if spoken[-1].problem:
            break
    return Played(story, tuple(spoken))


def _wall_clock(session: Session) -> datetime | None:
    """Show the time in the district that was spoken of; in the first one where that is not clear."""
    districts = list(session.simulation.districts.values())
    spoken_of = [one for one in districts if one.plan.name == session.stage.district_name] or districts
    return local(session.simulation.now, spoken_of[0].zone) if spoken_of else None
