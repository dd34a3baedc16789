"""Python's garbage collector, kept away while a roster is made.

Millions of new records that all stay would be looked at again and again, for nothing.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

MANY = 10_000


@contextmanager
def collector_off() -> Iterator[None]:
    """Switch the collector off, and on again afterwards if it was on."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def keep_for_good(records: int) -> None:
    """Put what was made out of the collector's sight, if it is much: a roster stays as long as its simulation."""
    if records >= MANY:
        gc.freeze()
