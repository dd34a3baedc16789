"""The deeds that histories are made of: where each registers, how often it is drawn, and what it picks from.

A deed is a function of the world and three numbers. The numbers pick people, sections and values, so that any
numbers mean something, and what they pick may well be refused.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from simulator.lag import Lag, fixed, lag_between
from tests.properties.world import World

Verb = Callable[[World, int, int, int], None]
VERBS: dict[str, Verb] = {}
DRAWN: list[str] = []
AT_OTUS: set[str] = set()
"""The deeds of people and support at Otus."""
NIGHTS = ("night_passes", "tonight_fails")

WAITS = (
    timedelta(seconds=1),
    timedelta(seconds=59),
    timedelta(minutes=7),
    timedelta(minutes=15),
    timedelta(minutes=15, seconds=1),
    timedelta(hours=3),
    timedelta(hours=11),
    timedelta(hours=25),
    timedelta(hours=73),
)
LAGS: tuple[Lag, ...] = (
    fixed(timedelta(0)),
    fixed(timedelta(minutes=15)),
    fixed(timedelta(hours=1)),
    fixed(timedelta(hours=72)),
    lag_between(timedelta(minutes=1), timedelta(minutes=15)),
)
EMAILS = (
    *(f"s{number}@small.example" for number in range(1, 6)),
    *(f"t{number}@small.example" for number in range(1, 4)),
    " S1@Small.Example ",
    "pat@home.example",
    "max@home.example",
    "",
    " ",
)


def often(times: int, *, at_otus: bool = False) -> Callable[[Verb], Verb]:
    """Register a deed that is drawn so many times as often as one that is drawn once."""

    def register(verb: Verb) -> Verb:
        VERBS[verb.__name__] = verb
        if at_otus:
            AT_OTUS.add(verb.__name__)
        DRAWN.extend([verb.__name__] * times)
        return verb

    return register


@often(1)
def nothing(world: World, a: int, b: int, c: int) -> None:
    """Stand first, so that a failing history is told with as few other deeds as possible."""
