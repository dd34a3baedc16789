"""What passes between one simulation's Clever and its callers: the log, the rate limit, a few recent answers."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import NamedTuple
from weakref import ref

from simulator.clock import Instant
from simulator.http.rate_limit import RateLimit
from simulator.http.real_time import RealTime
from simulator.http.request_log import RequestLog
from simulator.session import Session

ANSWERS_MOST = 8
"""How many recent answers are kept. A walk over pages reads none twice, so a large store only costs memory."""
ANSWER_BYTES_MOST = 256 * 1024
"""A larger answer is not kept."""


class Answer(NamedTuple):
    """An answer, ready to be sent as often as it is asked for."""

    status: int
    line: str
    """The status as it stands in the first line."""
    headers: list[tuple[str, str]]
    """What is the same each time this is sent."""
    body: bytes
    at: Instant | None
    """What the simulation's clock showed; None where no simulation answers."""
    traced: bool
    """Whether each sending has a `clever-request-id`."""


Question = tuple[str, str, str]
"""The token, the path and the query."""


class Traffic:
    """What one simulation keeps of its callers; no part of its story, so a copy or a journal has none of it."""

    def __init__(self, simulation: str, real: RealTime) -> None:
        self.log = RequestLog(simulation)
        self.limit = RateLimit(real)
        self.recent = RecentAnswers()

    def forget(self) -> None:
        """Forget who has called, as a reset does."""
        self.log.empty()
        self.limit.forget()


class RecentAnswers:
    """A handful of answers from one state of a simulation.

    A session never changes, a command puts another in its place; so an answer holds as long as its session does.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._kept: tuple[Callable[[], Session | None], dict[Question, Answer]] = (lambda: None, {})
        """By their session, which may go when nobody else has it."""

    def find(self, session: Session, question: Question) -> Answer | None:
        """Find what was answered in this very state."""
        of, answers = self._kept
        return answers.get(question) if of() is session else None

    def keep(self, session: Session, question: Question, answer: Answer) -> None:
        """Keep an answer in place of the oldest, or of those from an earlier state."""
        if len(answer.body) > ANSWER_BYTES_MOST:
            return
        with self._lock:
            of, answers = self._kept
            if of() is not session:
                answers = {}
                self._kept = (ref(session), answers)
            if len(answers) >= ANSWERS_MOST:
                del answers[next(iter(answers))]
            answers[question] = answer
