"""`clever-otus serve`: starts the server with one district, and prints where it is and what to try."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from simulator.cli.options import beginning_options, json_option, start_of
from simulator.errors import BadInput, suggestion

if TYPE_CHECKING:
    from simulator.http.host import Host, Hosted, Wanted

EXAMPLE = """
\b
Examples:
  clever-otus serve
  clever-otus serve --port 0 --district my_district --ready-file ready.json
"""


@click.command("serve", short_help="Start the server with a sample district.", epilog=EXAMPLE)
@click.option("--port", default=8080, show_default=True, type=click.IntRange(0, 65535), help="0 for any free one.")
@click.option("--district", default="Lincoln", show_default=True, metavar="NAME-OR-DIR", help="The district.")
@click.option(
    "--ready-file", type=click.Path(path_type=Path), help="Write the simulation's JSON here when it answers."
)
@beginning_options
@json_option("Print the simulation as one line of JSON.")
def command(*, port: int, ready_file: Path | None, as_json: bool, **beginning: Any) -> None:
    """Start the server on 127.0.0.1 with one simulation, `default`, and serve until it is stopped."""
    from simulator.http.app import create_app
    from simulator.http.host import Host
    from simulator.http.serving import serve
    from simulator.http.shaped import simulation_json
    from simulator.library import sample_districts

    host = Host(sample_districts())
    hosted = host.create(_wanted(host, **beginning))
    if ready_file:
        _clear(ready_file)

    def ready(port: int) -> None:
        url = f"http://127.0.0.1:{port}"
        described = simulation_json(hosted, url)
        if ready_file:
            _write_whole(ready_file, json.dumps(described, ensure_ascii=False))
        click.echo(json.dumps(described, ensure_ascii=False) if as_json else _welcome(hosted, described, url))

    try:
        serve(create_app(host), port=port, ready=ready)
    finally:
        if ready_file:
            ready_file.unlink(missing_ok=True)


def _wanted(host: Host, *, district: str, start: str | None, token: str | None, **beginning: Any) -> Wanted:
    """Read what the simulation is to begin with: a district of the library by name, or a folder."""
    from simulator.files import read_district
    from simulator.http.asked import name as checked
    from simulator.http.host import Wanted

    token = token if token is None else checked("--token", token)
    folder = Path(district)
    if district not in host.library and not folder.is_dir():
        raise BadInput(
            f"the district {district!r}",
            f"there is no such folder, and the sample districts are {', '.join(host.library)}",
            suggestion(district, host.library, "Name one of them, or a folder in Clever's CSV layout"),
        )
    upload = None if district in host.library else read_district(folder)
    name = upload.name if upload else district
    return Wanted(name, "default", start=start_of(start), token=token, upload=upload, **beginning)


def _welcome(hosted: Hosted, described: dict[str, Any], url: str) -> str:
    from simulator.cli.tries import welcome

    (district,) = hosted.simulation.districts.values()
    synced = hosted.beginning.commands[0].kind == "start_in_step"
    return f"{welcome(described, url, district, synced=synced)}\n\nStop with Ctrl-C."


def _clear(file: Path) -> None:
    """Make room for the ready file; one of an earlier server says nothing about this one. Raises BadInput."""
    asked = f"the ready file {str(file)!r}"
    try:
        if not file.absolute().parent.is_dir():
            raise BadInput(asked, "its folder does not exist", "Name a file in one that does")
        if file.is_dir():
            raise BadInput(asked, "it is a folder", "Name a file")
        file.unlink(missing_ok=True)
        _part(file).touch()
        _part(file).unlink()
    except OSError as error:
        raise BadInput(
            asked, f"it cannot be written: {error.strerror}", "Name a file that you may write"
        ) from error


def _part(file: Path) -> Path:
    return file.with_name(f"{file.name}.part")


def _write_whole(file: Path, text: str) -> None:
    """Let a file appear with all that is in it, for somebody waits for it."""
    try:
        _part(file).write_text(text, encoding="utf-8")
        _part(file).replace(file)
    finally:
        _part(file).unlink(missing_ok=True)
