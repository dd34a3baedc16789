"""The one family of errors: each says what was asked, what is known, and what to do next.

Nothing here prints or logs; a door decides how an error looks to its caller.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


class SimulatorError(Exception):
    """Say what was asked, what is known and what to do next.

    asked: the request in the user's words. known: why it cannot be met. then: the remedy. place: the sentence or
    the command in which it came up, where there were several.
    """

    place = ""

    def __init__(self, asked: str, known: str, then: str) -> None:
        super().__init__(f"{asked}: {known}. {then}")
        self.asked = asked
        self.known = known
        self.then = then

    def parts(self) -> dict[str, str]:
        """Give what was asked, what is known and what to do next, as programs are told it."""
        return {"asked": self.asked, "known": self.known, "next": self.then}


class Refused(SimulatorError):
    """An act that the school, Clever or Otus would not let happen. The simulation is unchanged."""


class NotUnderstood(SimulatorError):
    """A sentence, a name or an argument that means nothing here, with the nearest that does."""


class BadInput(SimulatorError):
    """A file, a folder or a value that cannot be read as what it should be; nothing of it is used."""


NEAR_MAX = 300
"""What is longer looks like nothing known; comparing it would take long."""


def nearest(asked: str, known: Iterable[str], count: int = 3) -> tuple[str, ...]:
    """Find the known words that look most like the one asked for, best first."""
    if len(asked) > NEAR_MAX:
        return ()
    by_lower = {word.lower(): word for word in known}
    return tuple(by_lower[hit] for hit in get_close_matches(asked.lower(), by_lower, count, 0.5))


def suggestion(asked: str, known: Iterable[str], otherwise: str) -> str:
    """Phrase the nearest known words as a question, or say something else where none is near."""
    near = nearest(asked, known)
    return f"Did you mean {' or '.join(repr(word) for word in near)}?" if near else otherwise
