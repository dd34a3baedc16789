"""What a simulation is after the first sentence of a story: stories that begin alike share that work alone."""

from __future__ import annotations

from dataclasses import dataclass, field

from simulator.language.stage import Library
from simulator.session import Said, Session
from simulator.simulation.simulation import Connect, our_fake


@dataclass
class Beginnings:
    """The first sentences that stories have begun with so far, over one library of districts.

    Most stories begin with the same district; setting it up takes longer than all that follows.
    """

    library: Library
    connect: Connect = our_fake
    """Makes the Otus that is under test."""
    _known: dict[str, tuple[Session, Said]] = field(default_factory=dict)

    def session(self) -> Session:
        """Begin a simulation without any district."""
        return Session.begin(self.library, connect=self.connect)

    def after(self, sentence: str) -> tuple[Session, Said]:
        """Begin a simulation with a sentence. Raises NotUnderstood or Refused."""
        if sentence not in self._known:
            session = self.session()
            self._known[sentence] = session, session.say_all(sentence)[0]
        session, said = self._known[sentence]
        return session.copy(), said
