"""A pytest plugin for mutmut: each scenario by itself, and none for ever.

While mutmut notes which scenario reaches which function, none may share its beginning with others
(simulator/stories/beginnings.py): only the first of them would be noted for what the beginning reaches. And a
mutant may go on for ever, or only be slow; the scenario in which it does the first fails.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest

from simulator.stories.beginnings import Beginnings

SCENARIO_SECONDS_MAX = 20
"""Of computing, so that a busy machine makes no difference. The slowest scenario takes less than one."""


@pytest.fixture(autouse=True)
def begin_anew(beginnings: Beginnings) -> None:
    if os.environ.get("MUTANT_UNDER_TEST") == "stats":
        vars(beginnings)["_known"].clear()


@pytest.fixture(autouse=True)
def end_in_time() -> Iterator[None]:
    signal.signal(signal.SIGPROF, _too_long)
    signal.setitimer(signal.ITIMER_PROF, SCENARIO_SECONDS_MAX)
    yield
    signal.setitimer(signal.ITIMER_PROF, 0)


def _too_long(*_: object) -> None:
    raise TimeoutError(f"the scenario takes more than {SCENARIO_SECONDS_MAX} seconds")
