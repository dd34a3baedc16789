"""`clever-otus load`: begins a simulation of a running server with a district of one's own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from simulator.cli.options import DEFAULT_URL, beginning_options, json_option, start_of

if TYPE_CHECKING:
    from simulator.simulation.district import DistrictPlan

EXAMPLE = """
\b
Example:
  clever-otus load my_district --id mine
"""


@click.command("load", short_help="Begin a simulation with your own district.", epilog=EXAMPLE)
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option("--url", default=DEFAULT_URL, show_default=True, help="Where the server is.")
@click.option(
    "--id", "simulation", metavar="ID", help="The id of the new simulation; without it, the server picks one."
)
@beginning_options
@json_option("Print the new simulation as JSON.")
def command(
    folder: Path, url: str, simulation: str | None, start: str | None, *, as_json: bool, **beginning: Any
) -> None:
    """Begin a simulation with a folder in Clever's CSV layout; a mistake in it is found before anything is sent."""
    from simulator.cli.server import Server
    from simulator.files import read_district

    plan, start_at = read_district(folder), start_of(start)
    begin = {**beginning, "id": simulation, "start": start_at and start_at.isoformat(), "files": _texts(folder)}
    created = Server(url).create({key: value for key, value in begin.items() if value is not None})
    if as_json:
        click.echo(json.dumps(created, ensure_ascii=False))
    else:
        click.echo(_welcome(created, url, plan, synced=beginning["state"] == "in step"))


def _texts(folder: Path) -> dict[str, str]:
    """Read the files of a district as they are."""
    from simulator.files.layout import LAYOUTS, SETTINGS

    files = (folder / name for name in (SETTINGS, *(layout.file for layout in LAYOUTS)))
    return {file.name: file.read_bytes().decode("utf-8") for file in files if file.is_file()}


def _welcome(created: dict[str, Any], url: str, plan: DistrictPlan, *, synced: bool) -> str:
    from simulator.cli.tries import welcome
    from simulator.simulation.district import State
    from simulator.simulation.simulation import Simulation

    district = Simulation(created["id"], created["seed"]).open_district(plan, State.NEVER_SYNCED)
    return welcome(created, url.rstrip("/"), district, synced=synced)
