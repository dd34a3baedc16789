"""What our Clever does, sentence by sentence, read from behaviours.toml beside this file."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import NamedTuple

from simulator.clever_api.field import Evidence


class Behaviour(NamedTuple):
    """One sentence about the API, and where it is known from."""

    says: str
    evidence: Evidence
    test: str
    """The test that shows it: file and name, below tests/."""


def behaviours() -> Mapping[str, Sequence[Behaviour]]:
    """List the sentences by area."""
    found: dict[str, list[Behaviour]] = {}
    for one in tomllib.loads(files(__package__).joinpath("behaviours.toml").read_text("utf-8"))["behaviour"]:
        found.setdefault(one["area"], []).append(Behaviour(one["says"], Evidence[one["rests_on"]], one["test"]))
    return found
