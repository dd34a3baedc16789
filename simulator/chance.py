"""The one place where chance comes from: draws that depend on the seed and on what is drawn, and on nothing else.

A draw has no state, so the order of draws does not matter and a replay or a fork draws the same. Ids are
digests here too: derived, never drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import blake2b
from random import Random  # noqa: TID251 - this is the one module that may
from typing import TypeVar

Item = TypeVar("Item")


def digest(*words: str, size: int = 8) -> str:
    """Derive a hex string of 2 * size digits from words; the same words always give the same digits."""
    return blake2b("\x1f".join(words).encode(), digest_size=size).hexdigest()


def draw(seed: int, *of: str, low: int, high: int) -> int:
    """Draw a whole number between low and high, both included, for what is named."""
    return low + (int(digest(str(seed), *of), 16) * (high - low + 1) >> 64)


class Stream:
    """Draws in a row, for what is made in great numbers at once.

    Unlike `draw`, each draw here depends on those before it, so a stream belongs to one maker, who asks in a fixed
    order. Everything rests on `Random.random`, the one draw that Python promises to repeat in every version.
    """

    def __init__(self, seed: int, *of: str) -> None:
        """Open the stream of what is named."""
        self.fraction = Random(int(digest(str(seed), *of), 16)).random  # noqa: S311 - nothing here is secret

    def happens(self, percent: float) -> bool:
        """Say whether something happens that does so in so many of a hundred cases."""
        return self.fraction() * 100 < percent

    def between(self, low: int, high: int) -> int:
        """Draw a whole number between low and high, both included."""
        return low + int(self.fraction() * (high - low + 1))

    def pick(self, items: Sequence[Item]) -> Item:
        """Draw one of some items, each as likely as another."""
        return items[int(self.fraction() * len(items))]

    def picks(self, items: Sequence[Item], count: int) -> list[Item]:
        """Draw so many times, each time any of the items: much quicker than one by one."""
        fraction, size = self.fraction, len(items)
        return [items[int(fraction() * size)] for _ in range(count)]

    def shuffled(self, items: Iterable[Item]) -> list[Item]:
        """Put items into any order, each as likely as another."""
        order, fraction = list(items), self.fraction
        for last in range(len(order) - 1, 0, -1):
            other = int(fraction() * (last + 1))
            order[last], order[other] = order[other], order[last]
        return order
