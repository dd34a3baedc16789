"""The districts that a simulation can start with: the sample districts, and any that somebody has loaded."""

from __future__ import annotations

import tomllib
from functools import cache, partial
from importlib import import_module
from pathlib import Path

from simulator.errors import BadInput
from simulator.files import read_district
from simulator.language.stage import Library
from simulator.resources import resources
from simulator.simulation.district import DistrictPlan
from simulator.simulation.simulation import Connect, our_fake


@cache
def sample_districts() -> Library:
    """Find the sample districts by name; each is read once, when a simulation first starts with it."""
    folders = sorted(settings.parent for settings in resources("fixtures").glob("*/district.toml"))
    return {_name(folder): partial(_plan, folder) for folder in folders}


def otus_named(name: str) -> Connect:
    """Find what makes an Otus, by "module:function"; "fake" is ours. Raises BadInput."""
    if name == "fake":
        return our_fake
    module, _, function = name.partition(":")
    try:
        connect: Connect = getattr(import_module(module), function)
    except (ImportError, AttributeError, ValueError) as error:
        raise BadInput(
            f"the Otus {name!r}", str(error), 'Name "fake", or the module:function of a driver'
        ) from error
    return connect


@cache
def _plan(folder: Path) -> DistrictPlan:
    return read_district(folder)


def _name(folder: Path) -> str:
    return str(tomllib.loads((folder / "district.toml").read_text(encoding="utf-8"))["name"])
