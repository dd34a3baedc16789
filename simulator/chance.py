"""The one place where chance comes from: draws that depend on the seed and on what is drawn, and on nothing else.

A draw has no state, so the order of draws does not matter and a replay or a fork draws the same. Ids are
digests here too: derived, never drawn.
"""

from __future__ import annotations

from hashlib import blake2b


def digest(*words: str, size: int = 8) -> str:
    """Derive a hex string of 2 * size digits from words; the same words always give the same digits."""
    return blake2b("\x1f".join(words).encode(), digest_size=size).hexdigest()


def draw(seed: int, *of: str, low: int, high: int) -> int:
    """Draw a whole number between low and high, both included, for what is named."""
    fraction = int(digest(str(seed), *of), 16) / 2**64
    return low + int(fraction * (high - low + 1))
